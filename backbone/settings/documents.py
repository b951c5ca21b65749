"""From YAML text to plain values, with the meaning that the Pulumi engine gives them."""

from __future__ import annotations

import base64
import binascii
import math
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from backbone.settings.growth import MOST_DEEP, Growth
from backbone.settings.masking import masked
from backbone.settings.scalars import normal, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml, of which the engine's own parser is a port, and which is twenty times as fast."""

_TAG = "tag:yaml.org,2002:"

_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "null": (type(None),),
    "timestamp": (str,),
}


class DocumentError(ValueError):
    """A document that the engine would refuse; the text says where (line and column, from 1) and why."""

    def __init__(self, problem: str, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}: {problem}")


def first_document(text: str) -> Any:
    """The value of the first document; the engine does not look at further ones.

    Raises:
        DocumentError: The text is no YAML, or holds what the engine would refuse.
    """
    try:
        return _Document(yaml.parse(text, Loader=_LOADER)).value()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
        raise DocumentError(masked(error.problem or "this is no YAML"), line, column) from error


class _Document:
    """One walk over a document's events."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._growth = Growth()
        self._depth = 0

    def value(self) -> Any:
        for event in self._events:
            if isinstance(event, StreamEndEvent):
                break
            if not isinstance(event, (StreamStartEvent, DocumentStartEvent)):
                value = self._value(event)
                if not isinstance(next(self._events), DocumentEndEvent):  # pragma: no cover  (YAML's grammar)
                    break
                return value
        return None

    def _value(self, event: Event) -> Any:
        before = self._growth.values
        self._growth.values += 1
        if isinstance(event, AliasEvent):
            return self._repeated(event)
        anchor = event.anchor if isinstance(event, NodeEvent) else None
        if anchor is not None:
            self._anchors.pop(anchor, None)  # not known while it is being read
        value = self._content(event)
        if anchor is not None:
            self._anchors[anchor] = value, self._growth.values - before
        return value

    def _repeated(self, event: AliasEvent) -> Any:
        known = self._anchors.get(str(event.anchor))
        if known is None:
            raise _error(f"the anchor {masked(str(event.anchor))} is not known here", event)
        value, size = known
        self._growth.repeat(size)
        if self._growth.excessive:
            raise _error("aliases repeat too much of this document", event)
        return value

    def _content(self, event: Event) -> Any:
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        self._depth += 1
        if self._depth > MOST_DEEP:
            raise _error(f"mappings and lists are more than {MOST_DEEP} deep here", event)
        is_list = isinstance(event, SequenceStartEvent)
        value = [self._value(item) for item in self._until(SequenceEndEvent)] if is_list else self._mapping()
        self._depth -= 1
        return value

    def _until(self, end: type[Event]) -> Iterator[Event]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event

    def _mapping(self) -> dict[str, Any]:
        result: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        keys: dict[str, Event] = {}
        for event in self._until(MappingEndEvent):
            key_value = self._value(event)
            if _is_merge(event):
                merged |= {key: item for key, item in self._merged(event).items() if key not in merged}
                continue
            key = _key(key_value, event)
            if key in result:
                raise _error(f"the key {masked(key)} stands in line {_place(keys[key])[0]} already", event)
            result[key] = self._value(next(self._events))
            keys[key] = event
        return {**merged, **result}

    def _merged(self, event: Event) -> dict[str, Any]:
        """What `<<` takes over; of several mappings the first that has a key decides."""
        value = self._value(next(self._events))
        merged: dict[str, Any] = {}
        for source in value if isinstance(value, list) else (value,):
            if not isinstance(source, dict):
                raise _error("<< takes a mapping or a list of mappings", event)
            merged = {**source, **merged}
        return merged


def _scalar(event: ScalarEvent) -> Any:
    tag = _tag(event)
    text: str = event.value
    if tag == "binary":
        try:
            return base64.b64decode(text.replace("\n", ""), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as error:
            raise _error("this is no text in base 64", event) from error
    value = plain(text) if tag == "" or tag in _TYPES else text
    if tag in _TYPES and (not isinstance(value, _TYPES[tag]) or isinstance(value, bool) != (tag == "bool")):
        raise _error(f"this is no {tag}", event)
    if isinstance(value, float) and not math.isfinite(value):
        raise _error("this number is not finite", event)
    return normal(value) if isinstance(value, float) else value


def _tag(event: ScalarEvent) -> str:
    """The short name of a tag; empty for a scalar without quotes and tag, `str` for texts."""
    tag = "" if event.tag is None else str(event.tag)
    if tag in {"", "!"}:
        return "" if not event.style and tag == "" else "str"
    return tag.removeprefix(_TAG) if tag.startswith(_TAG) else "str"


def _key(value: Any, event: Event) -> str:
    """A key as text; the engine writes other scalars as Go prints them."""
    if isinstance(value, (dict, list)):
        raise _error("a key is a single value", event)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "<nil>" if value is None else str(value)


def _is_merge(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.value == "<<" and not event.style


def _error(problem: str, event: Event) -> DocumentError:
    return DocumentError(problem, *_place(event))


def _place(event: Event) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
