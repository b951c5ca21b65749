"""Private endpoints.

Source: learn.microsoft.com/azure/templates/microsoft.network/privateendpoints.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope, etag, linked_actions
from sandbox.azure.constraint import Condition
from sandbox.azure.network import endpoint_rules as rules
from sandbox.azure.network import use
from sandbox.azure.network.address import addresses
from sandbox.azure.network.connection import ENDPOINTS, connect, disconnect, links, state
from sandbox.azure.network.documents import API_VERSIONS
from sandbox.azure.network.follower import FOLLOWER_FIRST
from sandbox.azure.network.names import NAMING
from sandbox.azure.network.service import hosts
from sandbox.azure.network.subnet import REFERENCE, SUBNETS, reference
from sandbox.azure.property import Access, Kind
from sandbox.azure.reference import refers_to
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import SUCCEEDED, listing, record, reported, text, texts

if TYPE_CHECKING:
    from sandbox.azure.link import Link
    from sandbox.azure.property import Property
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

ZONE_GROUPS = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups"


def names_and_addresses(endpoint: Resource, view: View) -> list[tuple[str, str, str]]:
    """For each host behind an endpoint: its group, its name, and its address in the subnet."""
    found = []
    free = iter(endpoint.private["addresses"])
    for link in links(endpoint):
        target = view.find(ResourceId.parse(link["properties"]["privateLinkServiceId"]))
        for group in link["properties"]["groupIds"]:
            found += [(group, host, next(free)) for host in (hosts(target, group) if target else ())]
    return found


def _dns_configs(endpoint: Resource, view: View) -> list[dict[str, Any]]:
    """What somebody has to enter into a DNS server; nothing where a zone group does that."""
    if any(view.under(endpoint.id, ZONE_GROUPS)):
        return []
    return [{"fqdn": host, "ipAddresses": [place]} for _, host, place in names_and_addresses(endpoint, view)]


def _interfaces(endpoint: Resource, _view: View) -> list[dict[str, str]]:
    return [{"id": use.interface_of(endpoint)}]


def _prepare(proposal: Proposal) -> None:
    """Give a new endpoint a connection, a network interface and an address for each host behind it."""
    if proposal.existing is None:
        proposal.private["connection"] = f"{proposal.name}.{uuid.uuid4()}"
        proposal.private["interface"] = f"{proposal.name}.nic.{uuid.uuid4()}"
    proposal.private["addresses"] = _addresses(proposal)


def _connect(proposal: Proposal) -> None:
    endpoint = proposal.view.find(proposal.id)
    if endpoint:
        connect(endpoint, proposal.existing, proposal.view)


def _addresses(proposal: Proposal) -> list[str]:
    wanted = rules.host_count(proposal)
    held: list[str] = proposal.private.get("addresses", [])
    taken = {each for other in rules.neighbours(proposal) for each in other.private["addresses"]}
    chosen = [config["properties"]["privateIPAddress"] for config in proposal.properties["ipConfigurations"]]
    free = (each for each in addresses(rules.subnet_ranges(proposal)) if each not in {*taken, *held, *chosen})
    return [*chosen, *held, *(next(free) for _ in range(wanted - len(held) - len(chosen)))][:wanted]


def _item(link: Link | None) -> Property:
    """A link to a target, and the action that is needed there."""
    return record(
        {
            "id": text(access=Access.IGNORED),
            "name": text(required=True),
            "type": text(access=Access.IGNORED),
            "etag": text(access=Access.IGNORED),
            "properties": record(
                {
                    "privateLinkServiceId": text(required=True, link=link),
                    "groupIds": listing(text(), default=[]),
                    "requestMessage": text(),
                    "privateLinkServiceConnectionState": record(
                        texts(("status", "description", "actionsRequired")), access=Access.IGNORED
                    ),
                    "provisioningState": text(access=Access.IGNORED),
                },
                required=True,
            ),
        }
    )


def _links(kind: str, link: Link | None = None) -> Property:
    """The links of one kind, as answers show them: with their ids and states."""

    def read(endpoint: Resource, view: View) -> list[dict[str, Any]]:
        shown = state(endpoint, view)
        seen = {
            "status": shown["status"],
            "description": shown["description"],
            "actionsRequired": shown.get("actionRequired", "None"),
        }
        return [
            {
                "name": link["name"],
                "id": f"{endpoint.id.text}/{kind}/{link['name']}",
                "etag": etag.weak(endpoint),
                "properties": {
                    "provisioningState": "Succeeded",
                    **link["properties"],
                    "privateLinkServiceConnectionState": seen,
                },
                "type": f"Microsoft.Network/privateEndpoints/{kind}",
            }
            for link in endpoint.properties[kind]
        ]

    return listing(_item(link), default=[], computed=read)


_IP_CONFIGURATION = record(
    {
        "name": text(required=True),
        "type": text(access=Access.IGNORED),
        "etag": text(access=Access.IGNORED),
        "properties": record(
            {"groupId": text(), "memberName": text(), "privateIPAddress": text(required=True)}, required=True
        ),
    }
)
PRIVATE_ENDPOINT = ResourceType(
    name=ENDPOINTS,
    answers_as=ENDPOINTS,
    api_versions=API_VERSIONS,
    naming=NAMING,
    created_status=201,
    body={
        **envelope.ENVELOPE,
        "etag": etag.WEAK,
        "location": envelope.LOCATION,
        "extendedLocation": record(texts(("name", "type"))),
        "tags": envelope.TAGS,
        "properties": record(
            {
                "provisioningState": SUCCEEDED,
                "resourceGuid": reported(Kind.STRING, lambda endpoint, _: endpoint.private["connection"][-36:]),
                "privateLinkServiceConnections": _links(
                    "privateLinkServiceConnections", linked_actions.APPROVE_CONNECTION
                ),
                "manualPrivateLinkServiceConnections": _links("manualPrivateLinkServiceConnections"),
                "customNetworkInterfaceName": text(default=""),
                "subnet": reference(refers_to(SUBNETS), linked_actions.JOIN_SUBNET),
                "applicationSecurityGroups": listing(REFERENCE),
                "ipConfigurations": listing(_IP_CONFIGURATION, default=[]),
                "networkInterfaces": reported(Kind.ARRAY, _interfaces),
                "customDnsConfigs": listing(
                    record({"fqdn": text(), "ipAddresses": listing(text())}),
                    access=Access.READ_ONLY,
                    computed=_dns_configs,
                ),
            },
            required=True,
        ),
    },
    conditions=(
        envelope.LOCATED,
        envelope.SETTLED,
        Condition(rule=rules.SUBNET_REQUIRED, holds=rules.has_subnet),
        Condition(rule=rules.ONE_LINK, holds=rules.has_one_link),
        Condition(rule=rules.TARGET, holds=rules.target_exists, fields=rules.link_facts),
        Condition(rule=rules.TARGET_TIER, holds=rules.target_takes_endpoints, fields=rules.link_facts),
        Condition(rule=FOLLOWER_FIRST, holds=rules.target_is_open, fields=rules.link_facts),
        Condition(rule=rules.GROUP, holds=rules.group_exists, fields=rules.link_facts),
        Condition(rule=rules.REGION, holds=rules.is_where_the_subnet_is, fields=rules.place),
        Condition(rule=rules.SUBNET_TAKEN, holds=rules.subnet_is_free, fields=rules.place),
        Condition(rule=rules.SUBNET_FULL, holds=rules.has_room, fields=rules.place),
        Condition(rule=rules.SUBNET_FIXED, holds=rules.keeps_its_subnet),
    ),
    prepare=_prepare,
    written=_connect,
    removed=disconnect,
)
