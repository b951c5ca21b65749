"""A search for secrets, byte by byte, in whatever a deployment leaves behind."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from sandbox.azure import catalogue
from sandbox.azure.resource_id import ResourceId
from sandbox.world import OWNER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from tests.deployment import Deployment

KEY_ACTIONS = frozenset({"listKeys", "sharedKeys"})
"""The actions by which Azure hands out keys."""

PATTERNS = (
    rb"SharedAccessKey=",
    rb"AccountKey=",
    rb"InstrumentationKey=",
    rb"[?&]sig=",
    rb"auth\W{1,12}(?:identity|none|connectionString)",
)
"""What connection strings, signed addresses and mappings look like, whosever they are and however laid out."""

WORLD = "world.sqlite3"
"""The simulated Azure itself, which has to know its own secrets."""

_LONG = 40
"""Keys have more characters, 256 bits in base 64 at the least; names and moments have fewer."""


def secrets_of(stack: Deployment) -> dict[str, str]:
    """Every secret that the simulated Azure holds of a stack, by what it is."""
    found = dict(_mappings(stack))
    for held in stack.world.resources():
        found.update(_keys(stack, held))
        properties = held["body"].get("properties", {})
        for name in ("InstrumentationKey", "ConnectionString"):
            if held["type"].lower() == "microsoft.insights/components":
                found[name] = properties[name]
    return found


def _mappings(stack: Deployment) -> Iterator[tuple[str, str]]:
    for held in stack.world.resources():
        if held["type"] == "Microsoft.KeyVault/vaults/secrets":
            _, _, vault, _, name = held["id"].rsplit("/", 4)
            yield name, stack.world.vault(vault, principal="function", is_private=True).get_secret(name)


def _keys(stack: Deployment, held: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    described = catalogue.described(ResourceId.parse(held["id"]))
    for action in KEY_ACTIONS & set(described.actions if described else ()):
        answer = stack.world.call("POST", f"{held['id']}/{action}", held["apiVersion"], principal=OWNER)
        for number, text in enumerate(_texts(answer.body)):
            if len(text) > _LONG:
                yield f"{held['type']} {action} {number}", text


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)


def forms(secret: str) -> set[bytes]:
    """The ways in which a secret can stand in a file: as it is, in JSON, in JSON within JSON, in base 64, in a URL."""
    once = json.dumps(secret)[1:-1]
    plain = secret.encode()
    return {
        plain,
        once.encode(),
        json.dumps(once)[1:-1].encode(),
        base64.b64encode(plain),
        quote(secret, safe="").encode(),
    }


def leaks(text: bytes, secrets: Mapping[str, str]) -> list[str]:
    """What a text gives away: the names of the secrets in it, and what looks like one."""
    named = [name for name, secret in secrets.items() if any(form in text for form in forms(secret))]
    looking = [pattern.decode() for pattern in PATTERNS if re.search(pattern, text)]
    return named + looking


def leaking_files(folders: Iterable[Path], secrets: Mapping[str, str]) -> dict[str, list[str]]:
    """The files below the folders that give something away, and what; without the simulated Azure's own."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    if not files:
        raise FileNotFoundError("there is nothing to search")
    searched = {str(path): leaks(path.read_bytes(), secrets) for path in files if not path.name.startswith(WORLD)}
    return {path: found for path, found in searched.items() if found}
