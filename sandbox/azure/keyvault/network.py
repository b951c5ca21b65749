"""The firewall of a vault, and the private endpoints that lead to it.

Source: learn.microsoft.com/azure/key-vault/general/network-security.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

from sandbox.azure import linked_actions
from sandbox.azure.constraint import Constraint, at_most
from sandbox.azure.keyvault.documents import LIMITS, NETWORK, rule
from sandbox.azure.network.connection import endpoint_connections
from sandbox.azure.property import UNSET, Kind
from sandbox.azure.reference import REFERENCED_RESOURCE, exists
from sandbox.azure.shorthand import flag, listing, record, reported, text

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

IP_RULE = rule(
    "ip-rule",
    text="An IP rule is a public IPv4 address or range.",
    message="The IP address or range '{value}' in the network rules of vault '{name}' is not a public IPv4 address or "
    "CIDR range.",
    source=NETWORK,
)
IP_RULE_COUNT = rule(
    "ip-rule-count",
    text="A vault has at most 1,000 IP rules.",
    message="The vault '{name}' has more than 1000 IP rules.",
    source=LIMITS,
)
NETWORK_RULE_COUNT = rule(
    "virtual-network-rule-count",
    text="A vault has at most 200 virtual network rules.",
    message="The vault '{name}' has more than 200 virtual network rules.",
    source=LIMITS,
)


def _is_public(value: str, _proposal: Proposal) -> bool:
    try:
        return not ipaddress.IPv4Network(value).is_private
    except ValueError:
        return False


def connections(vault: Resource, view: View) -> list[dict[str, Any]]:
    """The private endpoint connections of a vault."""
    return endpoint_connections(vault, view, "Microsoft.KeyVault/vaults/privateEndpointConnections")


PRIVATE_ENDPOINT_CONNECTIONS = reported(Kind.ARRAY, lambda vault, view: connections(vault, view) or UNSET)

_SUBNET = text(
    required=True,
    constraints=(Constraint(rule=REFERENCED_RESOURCE, holds=exists),),
    link=linked_actions.JOIN_VIA_SERVICE_ENDPOINT,
)
NETWORK_ACLS = record(
    {
        "bypass": text("AzureServices", "None", default="AzureServices"),
        "defaultAction": text("Allow", "Deny", default="Allow"),
        "ipRules": listing(
            record({"value": text(required=True, constraints=(Constraint(rule=IP_RULE, holds=_is_public),))}),
            default=[],
            constraints=(at_most(IP_RULE_COUNT, 1_000),),
        ),
        "virtualNetworkRules": listing(
            record(
                {
                    "id": _SUBNET,
                    "ignoreMissingVnetServiceEndpoint": flag(),
                }
            ),
            default=[],
            constraints=(at_most(NETWORK_RULE_COUNT, 200),),
        ),
    }
)
"""Who reaches a vault that has public network access."""


def in_normal_form(acls: dict[str, Any]) -> None:
    """Rewrite the rules as Key Vault keeps them: every address with its prefix length, ids in lower case."""
    for each in acls["ipRules"]:
        each["value"] = str(ipaddress.IPv4Network(each["value"]))
    for each in acls["virtualNetworkRules"]:
        each["id"] = each["id"].lower()


def lets_in(acls: dict[str, Any], address: str | None) -> bool:
    """Whether the rules let a caller in who comes from that public address; None: from an unknown one."""
    if acls.get("defaultAction", "Allow") == "Allow":
        return True
    ranges = (ipaddress.IPv4Network(each["value"]) for each in acls["ipRules"])
    return address is not None and any(ipaddress.IPv4Address(address) in each for each in ranges)
