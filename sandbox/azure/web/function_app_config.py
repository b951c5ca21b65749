"""`functionAppConfig`: where a Flex Consumption app's code lies, what runs it, and how it scales.

Source: learn.microsoft.com/azure/azure-functions/functions-infrastructure-as-code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Condition, between, one_of
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.shorthand import listing, record, text, whole
from sandbox.azure.web import function_app_rules as rules
from sandbox.azure.web.flex_settings import is_flex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.rule import Rule
    from sandbox.azure.view import Resource

_CONTAINER_URL = re.compile(r"https://(?P<account>[a-z0-9]{3,24})\.blob\.core\.windows\.net/(?P<container>[^/]+)/?")
_DEFAULT_INSTANCES = 100

FUNCTION_APP_CONFIG = record(
    {
        "deployment": record(
            {
                "storage": record(
                    {
                        "type": text("blobContainer"),
                        "value": text(),
                        "authentication": record(
                            {
                                "type": text(
                                    "SystemAssignedIdentity", "UserAssignedIdentity", "StorageAccountConnectionString"
                                ),
                                "userAssignedIdentityResourceId": text(),
                                "storageAccountConnectionStringName": text(),
                            }
                        ),
                    }
                )
            }
        ),
        "runtime": record(
            {
                "name": text("dotnet-isolated", "node", "java", "powershell", "python", "custom"),
                "version": text(),
            }
        ),
        "scaleAndConcurrency": record(
            {
                "alwaysReady": listing(record({"name": text(), "instanceCount": whole()}), default=[]),
                "maximumInstanceCount": whole(
                    default=_DEFAULT_INSTANCES, constraints=(between(rules.INSTANCES, 40, 1_000),)
                ),
                "instanceMemoryMB": whole(default=2048, constraints=(one_of(rules.MEMORY, 512, 2048, 4096),)),
                "triggers": record(
                    {
                        "http": record(
                            {"perInstanceConcurrency": whole(constraints=(between(rules.CONCURRENCY, 1, 1_000),))}
                        )
                    }
                ),
            },
            default={},
        ),
        "siteUpdateStrategy": record({"type": text("Recreate", "RollingUpdate", default="Recreate")}, default={}),
    },
    keeps=True,
)


def _config(proposal: Proposal) -> dict[str, Any]:
    found: dict[str, Any] = proposal.properties.get("functionAppConfig", {})
    return found


def _storage(proposal: Proposal) -> dict[str, Any]:
    found: dict[str, Any] = _config(proposal).get("deployment", {}).get("storage", {})
    return found


def _authentication(proposal: Proposal) -> dict[str, Any]:
    found: dict[str, Any] = _storage(proposal).get("authentication", {})
    return found


def _missing(proposal: Proposal) -> list[str]:
    storage, runtime = _storage(proposal), _config(proposal).get("runtime", {})
    needed = {
        "deployment.storage.type": storage.get("type"),
        "deployment.storage.value": storage.get("value"),
        "deployment.storage.authentication.type": _authentication(proposal).get("type"),
        "runtime.name": runtime.get("name"),
        "runtime.version": runtime.get("version") or runtime.get("name") == "custom",
    }
    return [name for name, value in needed.items() if not value]


def _container(proposal: Proposal) -> Resource | None:
    """The container for the code, wherever its account is; account names are unique in the world."""
    match = _CONTAINER_URL.fullmatch(_storage(proposal)["value"])
    account = proposal.view.holder(f"{match['account']}.core.windows.net") if match else None
    if match is None or account is None:
        return None
    return proposal.view.find(
        ResourceId((*account.id.segments, "blobServices", "default", "containers", match["container"]))
    )


def _identities(proposal: Proposal) -> set[str]:
    identity = proposal.body.get("identity", {})
    return {each.lower() for each in identity.get("userAssignedIdentities") or {}}


def _identity_is_assigned(proposal: Proposal) -> bool:
    authentication = _authentication(proposal)
    match authentication["type"]:
        case "UserAssignedIdentity":
            return str(authentication.get("userAssignedIdentityResourceId")).lower() in _identities(proposal)
        case "SystemAssignedIdentity":
            return "SystemAssigned" in proposal.body.get("identity", {}).get("type", "")
    return True


def _authentication_fits(proposal: Proposal) -> bool:
    authentication = _authentication(proposal)
    named = "storageAccountConnectionStringName" in authentication
    wanted: str = authentication["type"]
    return named == (wanted == "StorageAccountConnectionString")


def _ready(proposal: Proposal) -> bool:
    scale = _config(proposal)["scaleAndConcurrency"]
    ready = sum(int(each.get("instanceCount", 0)) for each in scale["alwaysReady"])
    return ready <= int(scale["maximumInstanceCount"])


def _facts(proposal: Proposal) -> Mapping[str, object]:
    authentication = _authentication(proposal)
    return {
        "missing": next(iter(_missing(proposal)), ""),
        "container": _storage(proposal).get("value", ""),
        "identity": authentication.get("userAssignedIdentityResourceId", "SystemAssigned"),
        "kind": authentication.get("type", ""),
    }


def _on_flex(rule: Rule, holds: Callable[[Proposal], bool]) -> Condition:
    """A rule about Flex Consumption apps alone."""
    return Condition(rule=rule, holds=lambda proposal: not is_flex(proposal) or holds(proposal), fields=_facts)


CONDITIONS = (
    _on_flex(rules.REQUIRED, lambda proposal: "functionAppConfig" in proposal.properties),
    Condition(
        rule=rules.ONLY_FLEX, holds=lambda proposal: is_flex(proposal) or "functionAppConfig" not in proposal.properties
    ),
    _on_flex(rules.INCOMPLETE, lambda proposal: not _missing(proposal)),
    _on_flex(rules.CONTAINER, lambda proposal: _container(proposal) is not None),
    _on_flex(rules.AUTHENTICATION, _authentication_fits),
    _on_flex(rules.IDENTITY, _identity_is_assigned),
    _on_flex(rules.ALWAYS_READY, _ready),
)
