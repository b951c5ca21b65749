"""Whether bodies have the shapes of the SDK: what a request says, and what an answer leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.sandbox.shapes.sdk_class import VERSION, Member, always_answered, args_class, members, resource_class
from tests.sandbox.shapes.sdk_types import type_of
from tests.sandbox.shapes.translation import PREAMBLE, UntranslatableError, inputs, member_of


def wrong_in_request(id: str, body: Mapping[str, Any]) -> list[str]:
    """What the SDK's classes could not have sent, and what they require and do not find."""
    found = type_of(id)
    if found is None:
        return [f"{id}: no type of the SDK"]
    sdk_type, parameters = found
    try:
        sent = inputs(sdk_type, parameters, body)
    except UntranslatableError as error:
        return [f"{id}: {error}"]
    required = [each.wire for each in members(args_class(sdk_type)).values() if each.required]
    return [f"{id}: {name} is missing" for name in required if name not in sent]


def missing_in_answer(id: str, body: Mapping[str, Any]) -> list[str]:
    """What an answer lacks that the SDK says is never missing."""
    found = type_of(id)
    if found is None:
        return []
    return [f"{found[0].name}: {path}" for path in _lacking(resource_class(found[0]), body)]


def _lacking(cls: type, body: Mapping[str, Any], path: str = "") -> Iterator[str]:
    answered = dict(_answered(cls, body))
    for name in always_answered(cls) - answered.keys() - {VERSION, *PREAMBLE}:
        yield f"{path}{name}"
    for name, (member, value) in answered.items():
        yield from _inside(member, value, f"{path}{name}.")


def _inside(member: Member, value: Any, path: str) -> Iterator[str]:
    if len(member.classes) != 1 or not value:
        return
    if isinstance(value, list):
        for each in value:
            yield from _lacking(member.classes[0], each, path)
    elif isinstance(value, Mapping) and not member.is_map:
        yield from _lacking(member.classes[0], value, path)


def _answered(cls: type, body: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Member, Any]]]:
    """The SDK's members that a body answers; what is under `properties` there is often not here."""
    for name, value in body.items():
        member = member_of(cls, name)
        if member is not None:
            yield member.wire, (member, value)
        elif name == "properties" and isinstance(value, Mapping):
            yield from _answered(cls, value)
