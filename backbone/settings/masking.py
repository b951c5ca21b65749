"""What may be shown of a value that someone wrote into a stack file."""

from __future__ import annotations

import json
import re
from typing import Any

MASK = "[secret]"

LONGEST = 160
"""Characters of a value that are shown."""

LONGEST_NAME = 300
"""Characters of a key that are shown: more than any name in Azure has."""

_KEYS = re.compile(
    r"""
    (?:accesskey|accesssignature|accountkey|key|sig|pwd|password|secret|token|connection\s*string)\s*[=:]
    | endpoint\s*=\s*sb:// | -----begin | \beyJ[\w-]{10}       # a connection string, a PEM block, a JSON web token
    | (?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}={1,2}(?:$|[;\s])       # a key in base 64
    | \bv1:[A-Za-z0-9+/]+={0,2}:                               # Pulumi's ciphertext
    | ://[^/\s:@]+:[^/\s@]+@                                   # user and password in a URL
    """,
    re.VERBOSE | re.IGNORECASE,
)

_PASSWORD = re.compile(r"passw(?:or)?d|passphrase", re.IGNORECASE)


def masked(name: str) -> str:
    """A key of the file as one may show it: `[secret]` where it looks like a secret itself, and never a line break."""
    if _KEYS.search(name):
        return MASK
    return _printable(name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…")


def shown(value: Any) -> str:
    """A value as a finding shows it: containers by their kind only, long texts cut, secrets masked."""
    if isinstance(value, dict):
        return "a mapping" if value else "an empty mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, str):
        if _KEYS.search(value) or _PASSWORD.search(value):
            return MASK
        return _printable(json.dumps(value if len(value) <= LONGEST else f"{value[:LONGEST]}…", ensure_ascii=False))
    return json.dumps(value)


def _printable(text: str) -> str:
    """The text in one line, with an escape for whatever a terminal would obey and no reader see."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(character: str) -> str:
    """As JSON writes it; JSON has no need to escape the delete character and does not."""
    return json.dumps(character)[1:-1] if character != "\x7f" else r"\u007f"
