"""What may be shown of a value that someone wrote into a stack file."""

from __future__ import annotations

import json
import re
from typing import Any

MASK = "[secret]"

LONGEST = 160
"""Characters of a value that are shown."""

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
    """A key of the file, or `[secret]` where it looks like a key, a password or a connection string itself."""
    return MASK if _KEYS.search(name) else name


def shown(value: Any) -> str:
    """A value as a finding shows it: containers by their kind only, long texts cut, secrets masked."""
    if isinstance(value, dict):
        return "a mapping" if value else "an empty mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, str):
        if _KEYS.search(value) or _PASSWORD.search(value):
            return MASK
        return json.dumps(value if len(value) <= LONGEST else f"{value[:LONGEST]}…", ensure_ascii=False)
    return json.dumps(value)
