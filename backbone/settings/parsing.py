"""The one way from a stack's configuration to its settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from backbone.settings import support
from backbone.settings.checks import run_checks
from backbone.settings.classes import record
from backbone.settings.finding import Findings, SettingsError
from backbone.settings.keys import PREFIX, full_key
from backbone.settings.masking import MASK
from backbone.settings.reader import Reader
from backbone.settings.resolving import resolved
from backbone.settings.shape import Kind, Leaf

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from backbone.settings.shape import Member, Shape
    from backbone.settings.tree import Settings

_WORDS = {"true": True, "false": False}

SettingsT = TypeVar("SettingsT", bound="Settings")


def parse(cls: type[SettingsT], raw: Mapping[str, str], secret_keys: Collection[str]) -> SettingsT:
    """Read, resolve and check; see `Settings.parse`."""
    findings = Findings()
    members = {full_key(member): member for member in record(cls).members}
    values = {key: decoded(members[key].shape, text) for key, text in raw.items() if key in members}
    reader = Reader(findings)
    known = [key.removeprefix(PREFIX) for key in members if key.startswith(PREFIX)]
    for key in sorted(raw):
        if key.startswith(PREFIX) and key not in members:
            said = [other.removeprefix(PREFIX) for other in values]
            reader.unknown_key(key.removeprefix(PREFIX), known, (), said=said, prefix=PREFIX)
    for key in sorted(set(secret_keys) & {*members, *(key for key in raw if key.startswith(PREFIX))}):
        _refuse_secret(findings, key)
        values.pop(key, None)
    settings = resolved(cls(**_read(reader, members, values)))
    run_checks(settings, findings, values)
    support.check(settings, findings, values)
    if findings:
        raise SettingsError(findings.ordered(members), settings)
    return settings


def decoded(shape: Shape, text: str) -> Any:
    """The JSON value behind the text that the engine hands over; a key without a value comes as an empty text."""
    if not text:
        return None
    if isinstance(shape, Leaf):
        return _WORDS.get(text, text) if shape.kind is Kind.BOOLEAN else text
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return text


def _refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(name)


def _read(reader: Reader, members: Mapping[str, Member], values: Mapping[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, member in members.items():
        value = read[member.name] = reader.member(member, values.get(key), (key,))
        if member.name == "location":
            reader.inherited = {"location": read["location"]}
        elif member.name == "namespace":
            reader.inherited = {name: getattr(value, name) for name in ("location", "sku", "queue")}
    return read


def _refuse_secret(findings: Findings, key: str) -> None:
    findings.add(
        (key,),
        expected="a plain value, because no setting is a secret",
        found=MASK,
        message="Set it again with pulumi config set, without --secret.",
    )
    findings.doubts.value((key,))
