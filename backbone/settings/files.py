"""Stack files, read as the Pulumi engine reads them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yaml.reader import ReaderError

from backbone.settings.configuration import Configuration
from backbone.settings.documents import DocumentError, first_document
from backbone.settings.keys import PREFIX
from backbone.settings.masking import MASK, masked
from backbone.settings.scalars import LARGEST_INTEGER, normal, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOM = "\ufeff"
SMALLEST = "config: {azure-native:location: westeurope}"
"""The text of a stack file that says no more than it has to."""
_KEY_PARTS = 2
_AS_THE_ENGINE = (",", ":")


class StackFileError(ValueError):
    """A stack file cannot be read at all; the text is one sentence with the file and the place in it."""


def read(path: Path) -> Configuration:
    """The configuration in a stack file, in the form in which the engine would hand it to a program.

    Raises:
        StackFileError: The file is missing or is no YAML that the engine would take.
    """
    return parse(text_of(path).removeprefix(BOM), path)


def text_of(path: Path) -> str:
    """The text of a stack file, character for character.

    Raises:
        StackFileError: The file is missing, cannot be read or is no text.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        stack = path.stem.removeprefix("Pulumi.")
        raise StackFileError(
            f"{path} does not exist; create the stack with: pulumi stack init {stack}. For the simulated Azure a file "
            f"that says `{SMALLEST}` is enough."
        ) from None
    except OSError as error:
        raise StackFileError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise StackFileError(f"{path} is not UTF-8 text (byte {error.start + 1}); save it as UTF-8.") from error


def parse(text: str, path: Path) -> Configuration:
    """The configuration in the text of a stack file, whose path is for errors only.

    Raises:
        StackFileError: The text is no YAML that the engine would take.
    """
    try:
        config = _config(text)
    except DocumentError as error:
        raise StackFileError(f"{path}, {error}.") from error
    except ReaderError as error:
        raise StackFileError(f"{path} holds a character that YAML does not allow; remove it.") from error
    raw: dict[str, str] = {}
    secret_keys = set()
    for key, value in config.items():
        name = full_key(key, path)
        if name in raw:
            raise StackFileError(f"{path} says {masked(name)} twice, with and without its prefix; remove one of them.")
        if _is_secret(value):
            secret_keys.add(name)
        raw[name] = MASK if name in secret_keys else _handed_over(value)
    return Configuration(raw=raw, secret_keys=frozenset(secret_keys))


def _config(text: str) -> dict[str, Any]:
    """The `config` part of the first document."""
    root = first_document(text)
    if not isinstance(root or {}, dict):
        raise DocumentError("a stack file is a mapping with the key config", 1, 1)
    config = (root or {}).get("config") or {}
    if not isinstance(config, dict):
        raise DocumentError("config is a mapping from keys to values", 1, 1)
    return config


def full_key(key: str, path: Path) -> str:
    """The key with its project, as the engine completes it.

    Raises:
        StackFileError: It is no key of a stack file, whose path is for the error only.
    """
    parts = (key if ":" in key else PREFIX + key).split(":")
    if len(parts) == _KEY_PARTS + 1 and parts[1] == "config":
        del parts[1]
    if len(parts) != _KEY_PARTS:
        raise StackFileError(f"{path} has the key {masked(key)}, which is not of the form <project>:<name>; rename it.")
    return ":".join(parts)


def _handed_over(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return (
        written(value)
        if isinstance(value, (bool, int, float))
        else json.dumps(_nested(value), ensure_ascii=False, separators=_AS_THE_ENGINE)
    )


def _nested(value: Any) -> Any:
    """A value inside a list or mapping: there the engine holds whole numbers of 64 bits with a sign, no larger ones."""
    if isinstance(value, dict):
        return {key: _nested(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_nested(item) for item in value]
    return normal(float(value)) if isinstance(value, int) and value > LARGEST_INTEGER else value


def _is_secret(value: Any) -> bool:
    """Whether the value is encrypted by Pulumi, or has an encrypted part."""
    return any(list(part) == ["secure"] and isinstance(part["secure"], str) for part in _mappings(value))


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inner)
