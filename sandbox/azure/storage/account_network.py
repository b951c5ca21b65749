"""The firewall of a storage account, and the private endpoints that lead to it.

Source: learn.microsoft.com/azure/storage/common/storage-network-security.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

from sandbox.azure import linked_actions
from sandbox.azure.constraint import Constraint, at_most
from sandbox.azure.network.connection import endpoint_connections
from sandbox.azure.reference import REFERENCED_RESOURCE, exists
from sandbox.azure.rule import Rule
from sandbox.azure.shorthand import listing, record, text
from sandbox.azure.storage.documents import NETWORK_SECURITY

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

IP_RULE = Rule(
    id="storage/ip-rule",
    text="An IP rule is a public IPv4 address or a range of at least four addresses in CIDR notation.",
    source=NETWORK_SECURITY,
    status=400,
    code="InvalidValuesForRequestParameters",
    message="Values for request parameters are invalid: networkAcls.ipRule[*].value({value}). For more information, "
    "see - https://aka.ms/storagenetworkruleset",
)
RULE_COUNT = Rule(
    id="storage/network-rule-count",
    text="A storage account has at most 400 IP rules and 400 virtual network rules.",
    source=NETWORK_SECURITY,
    status=400,
    code="InvalidValuesForRequestParameters",
    message="Values for request parameters are invalid: networkAcls has more than 400 rules of a kind.",
    wording="ours",
)
_SMALLEST_RANGE = 30
"""/31 and /32 are refused; single addresses stand without a prefix length."""


def _is_public_range(value: str, _proposal: Proposal) -> bool:
    try:
        network = ipaddress.IPv4Network(value)
    except ValueError:
        return False
    single = "/" not in value
    return not network.is_private and (single or network.prefixlen <= _SMALLEST_RANGE)


def connections(account: Resource, view: View) -> list[dict[str, Any]]:
    """The private endpoint connections of an account."""
    return endpoint_connections(account, view, "Microsoft.Storage/storageAccounts/privateEndpointConnections")


_ALLOW = text("Allow", default="Allow")
_IP_RULE = record(
    {"value": text(required=True, constraints=(Constraint(rule=IP_RULE, holds=_is_public_range),)), "action": _ALLOW}
)
_SUBNET = text(
    required=True,
    constraints=(Constraint(rule=REFERENCED_RESOURCE, holds=exists),),
    link=linked_actions.JOIN_VIA_SERVICE_ENDPOINT,
)
_NETWORK_RULE = record(
    {
        "id": _SUBNET,
        "action": _ALLOW,
        "state": text(default="Succeeded"),
    }
)
NETWORK_ACLS = record(
    {
        "resourceAccessRules": listing(record({"tenantId": text(), "resourceId": text()}), keeps=True),
        "bypass": text(default="AzureServices"),
        "virtualNetworkRules": listing(_NETWORK_RULE, default=[], constraints=(at_most(RULE_COUNT, 400),)),
        "ipRules": listing(_IP_RULE, default=[], constraints=(at_most(RULE_COUNT, 400),)),
        "defaultAction": text("Allow", "Deny", default="Allow"),
    },
    default={},
    keeps=True,
)
"""The firewall. A request that leaves it out keeps it; one that names it replaces it."""
