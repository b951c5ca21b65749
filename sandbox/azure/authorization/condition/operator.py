"""The operators by which conditions compare values, and how they range over several.

Source: learn.microsoft.com/azure/role-based-access-control/conditions-format#operators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sandbox.azure.authorization.condition.attribute import ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Test = Callable[[str, str], bool]


@dataclass(frozen=True, kw_only=True)
class Operator:
    """A comparison of two values of a kind."""

    kind: ValueKind
    test: Test


@lru_cache(maxsize=256)
def _pattern(like: str) -> re.Pattern[str]:
    """A pattern of `StringLike`: `*` for any characters, `?` for one, either escaped by a backslash."""
    wildcards = {"*": ".*", "?": "."}
    parts = re.findall(r"\\[*?]|.", like, re.DOTALL)
    return re.compile("".join(wildcards.get(part) or re.escape(part[-1]) for part in parts), re.DOTALL)


_STRING_TESTS: Mapping[str, Test] = {
    "Equals": lambda value, wanted: value == wanted,
    "StartsWith": str.startswith,
    "EndsWith": str.endswith,
    "Contains": lambda value, wanted: wanted in value,
    "Like": lambda value, wanted: _pattern(wanted).fullmatch(value) is not None,
}


def _ignoring_case(test: Test) -> Test:
    return lambda value, wanted: test(value.lower(), wanted.lower())


def _negated(test: Test) -> Test:
    return lambda value, wanted: not test(value, wanted)


def _operators() -> Iterator[tuple[str, Operator]]:
    same_guid = _ignoring_case(_STRING_TESTS["Equals"])
    for name, test in (("Equals", same_guid), ("NotEquals", _negated(same_guid))):
        yield f"guid{name}".lower(), Operator(kind=ValueKind.GUID, test=test)
    for name, test in _STRING_TESTS.items():
        for ending, cased in (("", test), ("IgnoreCase", _ignoring_case(test))):
            yield f"string{name}{ending}".lower(), Operator(kind=ValueKind.STRING, test=cased)
            yield f"stringNot{name}{ending}".lower(), Operator(kind=ValueKind.STRING, test=_negated(cased))


OPERATORS = MappingProxyType(dict(_operators()))
"""The operators by their names in lower case."""

QUANTIFIERS = MappingProxyType(
    {
        "foranyofanyvalues": (any, any),
        "forallofanyvalues": (all, any),
        "foranyofallvalues": (any, all),
        "forallofallvalues": (all, all),
    }
)
"""How a comparison ranges over the values on its left and on its right, by its name in lower case."""
