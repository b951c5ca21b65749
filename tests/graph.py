"""A deployed resource graph in a form that two runs and two machines share."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.deployment import Deployment

KEPT = ("protect", "retainOnDelete", "deletedWith", "replaceOnChanges", "aliases", "additionalSecretOutputs")
PROVIDER = "pulumi:providers:azure-native"


def graph(deployed: Deployment) -> str:
    """Types, names, parents, dependencies, protection and inputs of every resource, as text to compare."""
    resources = [_entry(resource) for resource in deployed.state()]
    outputs = deployed.outputs()
    document = {"resources": sorted(resources, key=lambda entry: str(entry["urn"])), "outputs": outputs}
    return _settled(json.dumps(document, indent=2), outputs) + "\n"


def _settled(text: str, outputs: Mapping[str, Any]) -> str:
    """The text without what chance decides: auto-names, and the ids that follow from them."""
    suffix = re.search(r"-([a-z0-9]{4,8})\.", str(outputs["namespaceHost"]))
    assert suffix is not None
    text = text.replace(suffix[1], "<suffix>")
    text = re.sub(r'("ciphertext": )"[^"]*"', r'\1"<encrypted>"', text)
    known: dict[str, str] = {}
    guid = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    text = re.sub(guid, lambda found: known.setdefault(found[0], f"<id {len(known) + 1}>"), text)
    return re.sub(r"\b([a-z@-]+?)[0-9a-f]{8}(?=[\"/])", r"\1<random>", text)


def _entry(resource: Mapping[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {"urn": resource["urn"], "parent": resource.get("parent")}
    entry |= {key: resource[key] for key in KEPT if resource.get(key)}
    if (provider := _provider(resource)) is not None:
        entry["provider"] = provider
    entry["dependsOn"] = _reasons(resource)
    explained = {urn for urns in entry["dependsOn"].values() for urn in urns}
    if others := sorted(set(resource.get("dependencies") or ()) - explained):
        entry["dependsOnBesides"] = others
    if resource["type"].startswith("azure-native:") or (
        resource["type"] == PROVIDER and not _is_default(resource["urn"])
    ):
        entry["inputs"] = resource.get("inputs", {})
    return entry


def _provider(resource: Mapping[str, Any]) -> str | None:
    """The logical name of the provider, where the program declares it."""
    urn = str(resource.get("provider", "")).rpartition("::")[0]
    return urn.rpartition("::")[2] if urn and not _is_default(urn) else None


def _is_default(urn: str) -> bool:
    return urn.rpartition("::")[2].startswith("default")


def _reasons(resource: Mapping[str, Any]) -> dict[str, list[str]]:
    """The dependencies by the property that causes them."""
    reasons: Iterable[tuple[str, list[str]]] = resource.get("propertyDependencies", {}).items()
    return {key: sorted(urns) for key, urns in sorted(reasons) if urns}
