"""The public documents in which the rules of networks are written down."""

from __future__ import annotations

from sandbox.azure.rule import Rule, Wording

API_VERSIONS = (
    "2022-07-01",
    "2023-02-01",
    "2023-09-01",
    "2023-11-01",
    "2024-01-01",
    "2024-03-01",
    "2024-05-01",
    "2024-07-01",
    "2024-10-01",
    "2025-01-01",
)
"""Versions of the REST API (learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks)."""

DNS_API_VERSIONS = ("2018-09-01", "2020-01-01", "2020-06-01", "2024-06-01")
"""Versions of the REST API (learn.microsoft.com/azure/templates/microsoft.network/privatednszones)."""

_LEARN = "https://learn.microsoft.com/azure"
NETWORKS = f"{_LEARN}/virtual-network/manage-virtual-network"
SUBNETS = f"{_LEARN}/virtual-network/virtual-network-manage-subnet"
NETWORK_FAQ = f"{_LEARN}/virtual-network/virtual-networks-faq"
DELEGATION = f"{_LEARN}/virtual-network/subnet-delegation-overview"
SUBNET_IN_USE = "https://learn.microsoft.com/troubleshoot/azure/virtual-network/delete-subnet-is-in-use"
PRIVATE_ENDPOINTS = f"{_LEARN}/private-link/private-endpoint-overview"
PRIVATE_ENDPOINT_DNS = f"{_LEARN}/private-link/private-endpoint-dns"
PRIVATE_DNS = f"{_LEARN}/dns/private-dns-privatednszone"
DNS_LINKS = f"{_LEARN}/dns/private-dns-virtual-network-links"
REFERENCES = f"{_LEARN}/azure-resource-manager/troubleshooting/error-not-found"
NAMES = f"{_LEARN}/azure-resource-manager/management/resource-name-rules#microsoftnetwork"


def network_rule(
    id: str, *, text: str, code: str, message: str, source: str, status: int = 400, wording: Wording = "azure"
) -> Rule:
    """A rule of the network provider."""
    return Rule(
        id=f"network/{id}", text=text, source=source, status=status, code=code, message=message, wording=wording
    )
