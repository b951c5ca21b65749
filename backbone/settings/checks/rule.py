"""What a rule over several settings looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from backbone.settings.keys import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.path import Path
    from backbone.settings.tree import Settings

NAMESPACE: Path = (PREFIX + "namespace",)
UNITS: Path = (PREFIX + "scaleUnits",)


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Settings that cannot stand together.

    A rule judges what was read, so that it may find what only follows from something that could not be read, or from
    what another rule has found. It says what that could be, exactly: whatever it does not name cannot silence it.

    Attributes:
        path: The setting to change.
        expected: What would do.
        found: What stands there.
        message: What to do, where that is not plain.
        given: Further settings whose values it takes as they were read, those that they are inherited from included.
        keys: Entries on whose keys it relies, whatever they hold.
        names: Entries that it misses; one whose key is refused and like theirs may be meant.
        follows: Settings that another finding may be about of which this one is a consequence.
        whatever: Whether it holds whatever the value at the path is: of the key, or because there is a value at all.
    """

    path: Path
    expected: str
    found: str
    message: str = ""
    given: tuple[Path, ...] = ()
    keys: tuple[Path, ...] = ()
    names: tuple[Path, ...] = ()
    follows: tuple[Path, ...] = ()
    whatever: bool = False


class Reasons(TypedDict, total=False):
    """What a conflict may be a consequence of: fields of `Conflict` for rules that share them."""

    given: tuple[Path, ...]
    keys: tuple[Path, ...]
    names: tuple[Path, ...]
    follows: tuple[Path, ...]


Check: TypeAlias = "Callable[[Settings], Iterator[Conflict]]"
"""A rule, named by its function and explained by its docstring."""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A namespace's settings and where they stand."""

    path: Path
    settings: NamespaceSettings


def namespaces(settings: Settings) -> Iterator[Placed]:
    """The default namespace and every scale unit."""
    yield Placed(path=NAMESPACE, settings=settings.namespace)
    for alias, unit in settings.scale_units.items():
        yield Placed(path=(*UNITS, alias), settings=unit)


def placed_at(settings: Settings, alias: str) -> Placed | None:
    """What an alias in lower case stands for, the default namespace before a scale unit; None if that is nothing."""
    if alias == settings.namespace.alias:
        return Placed(path=NAMESPACE, settings=settings.namespace)
    unit = settings.scale_units.get(alias)
    return None if unit is None else Placed(path=(*UNITS, alias), settings=unit)
