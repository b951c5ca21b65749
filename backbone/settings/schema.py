"""The JSON schema of stack files, for editors; it knows each setting's form, not what settings must be together."""

from __future__ import annotations

import json
from typing import Any

from backbone.settings.classes import record
from backbone.settings.keys import LOCATION_KEY, PREFIX, full_key
from backbone.settings.shape import Alternatives, Kind, Leaf, Member, Record, Sequence, Shape, Table
from backbone.settings.tree import Settings

_TYPES = {Kind.TEXT: "string", Kind.BOOLEAN: "boolean", Kind.WHOLE: "integer", Kind.NUMBER: "number"}

_NOTHING_SAID: list[Any] = ["", None]
"""What the engine takes for a key without a value at the top level."""

_SECRET = {"type": "object", "required": ["secure"], "maxProperties": 1, "properties": {"secure": {"type": "string"}}}
"""What Pulumi makes of an encrypted value."""


def text() -> str:
    """The schema as the text of `stack.schema.json`."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """The schema of a whole stack file."""
    definitions = _Definitions()
    settings = {full_key(member): _top(member, definitions) for member in record(Settings).members}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Stack file of a Service Bus backbone",
        "type": "object",
        "required": ["config"],
        "properties": {"config": _config(settings)},
        "definitions": dict(sorted(definitions.known.items())),
    }


def _config(settings: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """All keys; the engine also takes them without the project's name, or with a `config:` before their own."""
    bare = {key.partition(":")[2]: key for key in settings if key.startswith(PREFIX)}
    other = f"^(?!{PREFIX})[^:]+:[^:]+(:[^:]+)?$"
    return {
        "type": "object",
        "properties": settings,
        "patternProperties": {f"^(?:{PREFIX}config:)?{name}$": settings[key] for name, key in bare.items()},
        "propertyNames": {
            "anyOf": [
                {"enum": list(settings)},
                {"pattern": f"^(?:{PREFIX}config:)?(?:{'|'.join(bare)})$"},
                {"pattern": other},
            ]
        },
        "anyOf": [{"required": [LOCATION_KEY]}, {"required": [LOCATION_KEY.replace(":", ":config:")]}],
    }


def _top(member: Member, definitions: _Definitions) -> dict[str, Any]:
    """A setting at the top level, where `pulumi config set` leaves texts: true as "true", a mapping as JSON."""
    described = {"description": member.setting.description}
    if isinstance(member.shape, Leaf):
        words = ["true", "false"] if member.shape.kind is Kind.BOOLEAN else []
        unsaid = [] if member.required else _NOTHING_SAID
        more = [{"enum": [*words, *unsaid]}] if words or unsaid else []
        return {**described, "anyOf": [_leaf(member.shape), *more]}
    value = definitions.of(member.shape)
    json_text = {"pattern": r"^(?:\s*\{|$)"}
    return {**described, "if": {"type": "string"}, "then": json_text, "else": _or_null(value)}


class _Definitions:
    """The schemas of records, each written down once."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}

    def of(self, shape: Shape) -> dict[str, Any]:
        """The schema of a shape."""
        match shape:
            case Leaf():
                return _leaf(shape)
            case Sequence():
                return {"type": "array", "items": self.of(shape.item), **_merged(shape)}
            case Table():
                names = {"propertyNames": {key: value for key, value in _leaf(shape.key).items() if key != "type"}}
                value = self.of(shape.value)
                inner = _or_null(value) if isinstance(shape.value, Record) and shape.value.may_be_empty else value
                return {"type": "object", **names, "additionalProperties": inner, "not": _SECRET, **_merged(shape)}
            case Record():
                whole = self._record(shape)
                return {"anyOf": [self.of(shape.scalar.shape), whole]} if shape.scalar else whole
            case Alternatives():
                return {"anyOf": [self.of(candidate) for candidate in shape.shapes]}

    def _record(self, shape: Record) -> dict[str, Any]:
        name = shape.cls.__name__
        if name not in self.known:
            self.known[name] = {}
            required = [member.key for member in shape.written if member.required]
            self.known[name] = {
                "description": (shape.cls.__doc__ or "").split("\n")[0],
                "type": "object",
                "properties": {member.key: self._member(member) for member in shape.written},
                "additionalProperties": False,
                **({"required": required} if required else {}),
            }
        return {"$ref": f"#/definitions/{name}"}

    def _member(self, member: Member) -> dict[str, Any]:
        value = self.of(member.shape)
        if not member.required:
            value = _or_null(value)
        described = {"description": member.setting.description}
        return {**described, "allOf": [value]} if "$ref" in value else {**described, **value}


def _leaf(shape: Leaf) -> dict[str, Any]:
    return {"type": _TYPES[shape.kind], **_merged(shape)}


def _merged(shape: Leaf | Sequence | Table) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for constraint in shape.constraints:
        merged |= constraint.schema()
    return merged


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    """The same or null, which says nothing."""
    if isinstance(value.get("type"), str):
        words = {"enum": [*value["enum"], None]} if "enum" in value else {}
        return {**value, "type": [value["type"], "null"], **words}
    return {"anyOf": [*value.get("anyOf", [value]), {"type": "null"}]}
