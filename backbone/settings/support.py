"""What the settings can say and no deployment does yet: refused rather than ignored."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone.settings.classes import record
from backbone.settings.keys import full_key
from backbone.settings.masking import shown
from backbone.settings.shape import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from backbone.settings.finding import Findings
    from backbone.settings.path import Path
    from backbone.settings.shape import Member
    from backbone.settings.tree import Settings


@dataclass(frozen=True, kw_only=True)
class Deployed:
    """The values of a setting that are deployed, where it is not only the default.

    Attributes:
        what: The values in words.
        holds: Whether a value is one of them.
    """

    what: str
    holds: Callable[[Settings, Any], bool]


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A setting that is not deployed yet, or not with every value.

    Attributes:
        path: Field names from the tree's root; `*` stands for any key.
        what: What is missing, in the plural.
    """

    path: str
    what: str


NOT_YET = (
    Missing(path="scale_units.*.paired_namespace", what="paired namespaces"),
    Missing(path="paired_namespace", what="paired namespaces"),
)
"""Delete a row when its part is deployed; nothing else is to be done here."""


def check(
    settings: Settings, findings: Findings, values: Mapping[str, Any], rows: tuple[Missing, ...] = NOT_YET
) -> None:
    """Note every setting that the file gives a value that nothing deploys yet.

    Args:
        settings: What was read.
        findings: Where to note it.
        values: The file's values by full key.
        rows: What is not deployed.
    """
    for row in rows:
        for path, member, value in _values(settings, row.path.split("."), (), None):
            found = _at(values, path)
            deployed = _default_alone(member)
            if found is not None and not deployed.holds(settings, value):
                findings.add(path, expected=f"{deployed.what} ({row.what} are not supported yet)", found=shown(found))


def _values(
    node: Any, steps: list[str], path: Path, member: Member | None
) -> Iterator[tuple[Path, Member | None, Any]]:
    """The settings that the steps lead to, with paths, members and values; entries of a mapping have no member."""
    if not steps:
        yield path, member, node
    elif steps[0] == "*":
        for key, item in node.items():
            yield from _values(item, steps[1:], (*path, key), None)
    else:
        member = next(member for member in record(type(node)).members if member.name == steps[0])
        inner = (*path, member.key) if path else (full_key(member),)
        yield from _values(getattr(node, member.name), steps[1:], inner, member)


def _default_alone(member: Member | None) -> Deployed:
    """The default of a setting as the only value that is deployed; an entry of a mapping has none."""
    if member is None:
        default = None
    elif isinstance(member.shape, Record) and not member.optional:
        default = member.shape.cls()
    else:
        default = member.default
    return Deployed(what=_written(default), holds=lambda _, value: bool(value == default))


def _at(values: Mapping[str, Any], path: Path) -> Any:
    """The file's value at a path; None where it says nothing."""
    node: Any = values
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def _written(default: Any) -> str:
    """A default as it would stand in a file."""
    if default is None:
        return "nothing"
    plain = {} if dataclasses.is_dataclass(default) else default
    return json.dumps(plain, default=dict)
