"""What a deployed stack gives its user."""

from __future__ import annotations

OUTPUTS = {
    "resourceGroup": "name of the resource group that holds everything",
    "namespaceHost": "host name of the default namespace, for clients",
    "queue": "name of the default namespace's session queue",
    "vaultUri": "the vault that holds the queue mappings",
    "functionHost": "host name of the function app that injects messages",
    "mappingIds": "the QueueMappingIds that a sender may name",
    "scaleUnits": "the scale units by alias, each with `namespaceHost`, `queue` and `resourceGroup`",
}
"""Each output of a stack with its meaning."""


def markdown() -> str:
    """The outputs as a table for the README."""
    rows = [f"| `{name}` | {meaning} |" for name, meaning in OUTPUTS.items()]
    return "\n".join(["| output | meaning |", "|---|---|", *rows])
