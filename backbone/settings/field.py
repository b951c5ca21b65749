"""What a field of a settings class says about itself, in its annotation."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Setting:
    """What a field means in a stack file.

    A field without a default is required, unless it is inherited, is its record's key, or is a record itself.

    Attributes:
        description: One sentence for the reference and for editors.
        key: The key in the file, or empty where it is the field's name in camel case.
        inherited: Where the value comes from if the file says nothing; empty where the class decides.
        from_key: Whether the value is the key under which the record stands, and no key of its own.
        default_text: How the reference shows the default, where the value itself would not tell.
        remedy: What to do where the setting is required and missing.
    """

    description: str
    _: KW_ONLY
    key: str = ""
    inherited: str = ""
    from_key: bool = False
    default_text: str = ""
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class Scalar:
    """Marks a record that may also be written as the value of one of its fields."""

    field: str


def empty() -> Mapping[Any, Any]:
    """A mapping without entries that stays so."""
    return MappingProxyType({})
