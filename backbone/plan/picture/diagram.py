"""What a picture of a topology shows, before it has a place on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class BoxKind(StrEnum):
    """What a box stands for; the value is its class in the picture."""

    QUEUE = "queue"
    TOPIC = "topic"
    SUBSCRIPTION = "subscription"


class ArrowKind(StrEnum):
    """What an arrow stands for; the value is its class in the picture."""

    FORWARD = "forward"
    DEAD_LETTERS = "dead-letters"
    COPY = "copy"


@dataclass(frozen=True, kw_only=True)
class Box:
    """An entity, or several that are alike.

    Attributes:
        key: What arrows call it.
        title: Its name.
        note: What is special about it, in a word or two.
        rules: How many rules it has, each of several that are alike.
        kind: What it is.
        count: How many it stands for.
        is_bad: Whether something is wrong with it.
    """

    key: str
    title: str
    kind: BoxKind
    note: str = ""
    rules: int = 0
    count: int = 1
    is_bad: bool = False

    @property
    def label(self) -> str:
        """What stands in it first: its name, or what it stands for and how often."""
        return f"{self.title} x {self.count:,}" if self.count > 1 else self.title

    @property
    def caption(self) -> str:
        """What stands below."""
        rules = f"{self.rules:,} rule{'s' * (self.rules > 1)}{' each' * (self.count > 1)}" if self.rules else ""
        return ", ".join(filter(None, (self.note, rules)))


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """A way that messages take.

    Attributes:
        source: Key of the box that it leaves.
        target: Key of the box that it leads to.
        kind: What it is.
        hop: The number of the hop on the longest way here; None where the step is no hop.
        is_bad: Whether something is wrong with it.
    """

    source: str
    target: str
    kind: ArrowKind
    hop: int | None = None
    is_bad: bool = False


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A namespace, or several that are alike.

    Attributes:
        title: Its alias, or the aliases.
        note: Tier and load.
        boxes: What is in it.
        arrows: The ways between its boxes.
        is_bad: Whether it is asked for more than it bears.
    """

    title: str
    note: str
    boxes: Sequence[Box]
    arrows: Sequence[Arrow]
    is_bad: bool = False


@dataclass(frozen=True, kw_only=True)
class Diagram:
    """A whole topology."""

    title: str
    frames: Sequence[Frame]
