"""How the engine hands a stack's configuration to the program: all of it in one environment variable.

Pulumi's language host does so on every platform (github.com/pulumi/pulumi, issues 8680 and 20402). Linux takes 128 KB
for one variable, and the engine cannot start the program at all where it is longer.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backbone import limits
from backbone.forwarding import Caution
from backbone.settings import engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.configuration import Configuration

_ESCAPED = "<>&"
"""What the engine writes as \\u003c and the like: six characters, seven inside a list or mapping."""


def cautions(given: Configuration) -> Iterator[Caution]:
    """Say so where a configuration is larger than the engine can hand over."""
    used = size(given)
    if used > limits.ENVIRONMENT_VARIABLE_BYTES:
        largest = max(given.raw, key=lambda key: len(given.raw[key]))
        yield Caution(
            path=(largest,),
            message=f"pulumi up cannot start the program on Linux (argument list too long): the configuration takes "
            f"{used:,} bytes, and the engine hands it over in one environment variable of at most "
            f"{limits.ENVIRONMENT_VARIABLE_BYTES:,}. Move scale units or topics to a stack of their own.",
        )


def size(given: Configuration) -> int:
    """Bytes of the environment variable that holds a configuration, its name and its end included."""
    text = json.dumps(dict(given.raw), separators=(",", ":"), ensure_ascii=False)
    escapes = sum(_escapes(value) for value in given.raw.values())
    return len(f"{engine.VALUES}={text}\0".encode()) + escapes


def _escapes(value: str) -> int:
    """Bytes that the engine's way to write JSON adds."""
    return sum(map(value.count, _ESCAPED)) * (6 if value.startswith(("{", "[")) else 5)
