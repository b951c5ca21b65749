"""One of a few values."""

from enum import StrEnum
from typing import Annotated

from backbone import limits
from backbone.settings.constraints import Choice
from backbone.settings.sku import Sku


class EntityStatus(StrEnum):
    """What a queue, topic or subscription lets through; Azure's further states are its own to set."""

    ACTIVE = "Active"
    DISABLED = "Disabled"
    SEND_DISABLED = "SendDisabled"
    RECEIVE_DISABLED = "ReceiveDisabled"


class PrincipalType(StrEnum):
    """Kinds of Microsoft Entra principals, as role assignments spell them."""

    SERVICE_PRINCIPAL = "ServicePrincipal"
    USER = "User"
    GROUP = "Group"


class EndpointTarget(StrEnum):
    """What a private endpoint can lead to."""

    VAULT = "vault"
    STORAGE = "storage"
    SERVICE_BUS = "serviceBus"


def _choice(id: str, values: type[StrEnum], example: StrEnum) -> Choice:
    return Choice(id=id, values=tuple(value.value for value in values), example=example.value, convert=values)


SkuChoice = Annotated[Sku, _choice("sku", Sku, Sku.PREMIUM)]
Status = Annotated[EntityStatus, _choice("status", EntityStatus, EntityStatus.ACTIVE)]
PrincipalKind = Annotated[PrincipalType, _choice("principal-type", PrincipalType, PrincipalType.GROUP)]
Endpoint = Annotated[EndpointTarget, _choice("private-endpoint", EndpointTarget, EndpointTarget.VAULT)]
MessagingUnits = Annotated[
    int,
    Choice(
        id="messaging-units",
        values=tuple(sorted({units * count for units in limits.MESSAGING_UNITS for count in limits.PARTITIONS})),
        example=1,
    ),
]
Partitions = Annotated[int, Choice(id="partitions", values=limits.PARTITIONS, example=1)]
EntitySize = Annotated[int, Choice(id="entity-size", values=limits.PREMIUM_SIZES_IN_MEGABYTES, example=1024)]
