"""What a rule over several settings looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

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

    Attributes:
        path: The setting to change.
        expected: What would do.
        found: What stands there.
        message: What to do, where that is not plain.
        given: Further settings that the rule relies on; an error in one of them silences the rule.
        entries: Mappings in which the rule misses an entry; one that could not be read, which may be it, silences the
            rule, while an error inside of an entry does not.
    """

    path: Path
    expected: str
    found: str
    message: str = ""
    given: tuple[Path, ...] = ()
    entries: tuple[Path, ...] = ()


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
