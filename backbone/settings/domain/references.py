"""Addresses, ids and places: what points at something else."""

from typing import Annotated

from backbone import limits
from backbone.addresses import Address
from backbone.arm_ids import GUID
from backbone.settings.constraints import Pattern
from backbone.settings.identifiers import ResourceOf
from backbone.settings.mapping_target import MappingTarget
from backbone.settings.ranges import AddressRange

_ENTITY = "[^@]+@[^@/]+"
"""The form of the address of a queue or topic."""


def _address(id: str, what: str, example: str, regex: str = _ENTITY) -> Pattern:
    return Pattern(id=id, regex=regex, convert=Address.parse, unread=Address.unread, what=what, example=example)


EntityAddress = Annotated[Address, _address("entity-address", "an address queue@alias or topic@alias", "tracking@main")]
TopicAddress = Annotated[Address, _address("topic-address", "an address topic@alias", "orders@main")]
SourceAddress = Annotated[
    Address,
    _address(
        "source-address",
        "an address queue@alias, topic@alias or topic@alias/subscription",
        "orders@main/shipments",
        rf"{_ENTITY}(?:/[^@/]+)?",
    ),
]
QueueTarget = Annotated[
    MappingTarget,
    Pattern(
        id="mapping-target",
        regex=MappingTarget.PATTERN,
        convert=MappingTarget.parse,
        unread=lambda _: MappingTarget(),
        what="queue@alias, the resource id of an existing queue, or disabled",
        example="tracking@shipments",
    ),
]
ObjectId = Annotated[
    str,
    Pattern(
        id="object-id",
        regex=GUID,
        convert=str.lower,
        what="the object id of a Microsoft Entra principal",
        example="3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    ),
]
ClientId = Annotated[
    str,
    Pattern(
        id="client-id",
        regex=GUID,
        convert=str.lower,
        what="the client id of an app registration",
        example="3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    ),
]
RoleDefinitionId = Annotated[str, ResourceOf(id="role-definition-id", type="Microsoft.Authorization/roleDefinitions")]
SubnetId = Annotated[str, ResourceOf(id="subnet-id", type="Microsoft.Network/virtualNetworks/subnets")]
WorkspaceId = Annotated[str, ResourceOf(id="workspace-id", type="Microsoft.OperationalInsights/workspaces")]
VaultZoneId = Annotated[str, ResourceOf.zone("vault-zone-id", "privatelink.vaultcore.azure.net")]
ServiceBusZoneId = Annotated[str, ResourceOf.zone("service-bus-zone-id", "privatelink.servicebus.windows.net")]
BlobZoneId = Annotated[str, ResourceOf.zone("blob-zone-id", "privatelink.blob.core.windows.net")]
QueueZoneId = Annotated[str, ResourceOf.zone("queue-zone-id", "privatelink.queue.core.windows.net")]
TableZoneId = Annotated[str, ResourceOf.zone("table-zone-id", "privatelink.table.core.windows.net")]


Region = Annotated[
    str,
    Pattern(
        id="region",
        regex="[A-Za-z0-9]+(?: [A-Za-z0-9]+){0,4}",
        convert=lambda name: name.replace(" ", "").lower(),
        what="an Azure region",
        example="westeurope",
    ),
]
AddressSpace = Annotated[str, AddressRange(id="address-space", least=2, most=limits.INTEGRATION_SUBNET_PREFIX - 1)]
Email = Annotated[
    str,
    Pattern(
        id="email",
        regex=r"[^@\s,;<>]{1,64}@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+",
        what="an e-mail address",
        example="operations@example.com",
    ),
]
