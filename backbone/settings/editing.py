"""Entries of `backbone:mappings` written into the text of a stack file, of which no other character changes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from backbone.settings import files
from backbone.settings.keys import PREFIX
from backbone.settings.mapping_target import WITHDRAWN
from backbone.settings.scalars import plain

if TYPE_CHECKING:
    from pathlib import Path

KEY = PREFIX + "mappings"
STEP = 2
"""Columns by which a new block is indented."""

_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\Z)")
"""A line as YAML counts them."""

_PLAIN = re.compile(r"[A-Za-z0-9_/.~][A-Za-z0-9_/.~@()-]*")
"""Texts in which no character means anything to YAML; some of them are still no texts."""


class EditError(ValueError):
    """A stack file that cannot be edited so; the text is a sentence that says what to do."""


class UneditableError(Exception):
    """A stack file that the engine can read and this cannot edit: several documents, say, or tabs between values."""


def with_mapping(text: str, mapping_id: str, target: str, path: Path) -> str:
    """The text of a stack file with a further mapping; the same text where it says so already.

    Args:
        text: The stack file, which can be read without an error.
        mapping_id: The QueueMappingId.
        target: `queue@alias` or the resource id of a queue.
        path: The stack file, for errors.

    Raises:
        EditError: The id leads elsewhere, or the file has no settings yet.
        UneditableError: The file is laid out so that a person must edit it.
    """
    config = _config(text, path)
    mappings = _value(config, KEY, path)
    known = _entry(mappings, mapping_id)
    if isinstance(known, ScalarNode) and known.value == target:
        return text
    if known is not None:
        found = known.value if isinstance(known, ScalarNode) else "something else"
        state = "is withdrawn" if found == WITHDRAWN else f"leads to {found}"
        raise EditError(f"{path.name}: {KEY}.{mapping_id} {state}; choose another id.")
    entry = f"{_scalar(mapping_id)}: {_scalar(target)}"
    if mappings is None:
        return _added(text, config, f"{KEY}:", entry)
    if isinstance(mappings, MappingNode):
        return _added(text, mappings, entry)
    if mappings.start_mark.index == mappings.end_mark.index:
        key = _key(config, KEY, path)
        line = " " * (config.start_mark.column + STEP) + entry
        return _after_line(text, key.end_mark.line, [line])
    return _replaced(text, mappings, f"{{{entry}}}")


def with_withdrawn(text: str, mapping_id: str, path: Path) -> str:
    """The text of a stack file with a mapping set to `disabled`; the same text where it is already.

    Raises:
        EditError: There is no such mapping.
        UneditableError: As above.
    """
    known = _entry(_value(_config(text, path), KEY, path), mapping_id)
    if not isinstance(known, ScalarNode):
        raise EditError(f"{path.name} has no mapping {mapping_id} in {KEY}; only those that it has can be withdrawn.")
    return text if known.value == WITHDRAWN else _replaced(text, known, WITHDRAWN)


def _config(text: str, path: Path) -> MappingNode:
    try:
        root = YAML(pure=True).compose(text)
    except YAMLError as error:
        raise UneditableError from error
    config = next((value for key, value in _pairs(root) if key.value == "config"), None)
    if not isinstance(config, MappingNode):
        raise EditError(
            f"{path.name} has no settings yet; set the location first: pulumi config set azure-native:location <region>"
        )
    return config


def _pairs(node: Any) -> list[tuple[ScalarNode, Node]]:
    pairs = node.value if isinstance(node, MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, ScalarNode)]


def _key(config: MappingNode, wanted: str, path: Path) -> ScalarNode:
    return next(key for key, _ in _pairs(config) if files.full_key(key.value, path) == wanted)


def _value(config: MappingNode, wanted: str, path: Path) -> Node | None:
    return next((value for key, value in _pairs(config) if files.full_key(key.value, path) == wanted), None)


def _entry(mappings: Node | None, mapping_id: str) -> Node | None:
    """The value of an entry; letter case means nothing in a QueueMappingId."""
    return next((value for key, value in _pairs(mappings) if key.value.casefold() == mapping_id.casefold()), None)


def _added(text: str, mapping: MappingNode, *lines: str) -> str:
    """The text with a further entry of a mapping; further lines are one step deeper."""
    if mapping.flow_style:
        entry = lines[0] if len(lines) == 1 else f"{lines[0]} {{{lines[1]}}}"
        if not mapping.value:
            return _replaced(text, mapping, f"{{{entry}}}")
        end = mapping.value[-1][1].end_mark.index
        return f"{text[:end]}, {entry}{text[end:]}"
    column = mapping.value[0][0].start_mark.column
    indented = [" " * (column + STEP * depth) + line for depth, line in enumerate(lines)]
    return _after_line(text, _last_line(mapping), indented)


def _last_line(node: Node) -> int:
    """The last line of a node; the marks of blocks lie where the next thing begins."""
    if isinstance(node, (MappingNode, SequenceNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        inner = _last_line(last[1]) if isinstance(last, tuple) else _last_line(last)
        return max(inner, last[0].end_mark.line) if isinstance(last, tuple) else inner
    is_block = isinstance(node, ScalarNode) and node.style in {"|", ">"}
    return int(node.end_mark.line) - (1 if is_block and node.end_mark.column == 0 else 0)


def _after_line(text: str, number: int, lines: list[str]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    kept = _LINE.findall(text)
    head = "".join(kept[: number + 1])
    joint = "" if head.endswith("\n") else newline
    added = newline.join(lines)
    tail = "" if joint else newline
    return f"{head}{joint}{added}{tail}{''.join(kept[number + 1 :])}"


def _replaced(text: str, node: Node, new: str) -> str:
    return f"{text[: node.start_mark.index]}{new}{text[node.end_mark.index :]}"


def _scalar(text: str) -> str:
    """A text as YAML writes it: in quotes where it would be taken for something else."""
    plainly = _PLAIN.fullmatch(text) and plain(text) == text
    return text if plainly else json.dumps(text, ensure_ascii=False)
