"""Names: what may be called what."""

from typing import Annotated

from backbone import limits
from backbone.settings.constraints import Hinted, Length, Pattern, Reserved

Workload = Annotated[
    str,
    Pattern(
        id="workload",
        regex="[a-z][a-z0-9-]{1,19}",
        what="2 to 20 lower-case letters, digits and hyphens that begin with a letter",
        example="tracking",
    ),
]
_ENTITY_NAME = rf"(?!.*//)[A-Za-z0-9](?:[A-Za-z0-9._/-]{{0,{limits.ENTITY_NAME_LENGTH - 2}}}[A-Za-z0-9])?"
Alias = Annotated[
    str,
    Pattern(
        id="alias",
        regex="[a-z][a-z0-9-]{0,19}",
        what="an alias of 1 to 20 lower-case letters, digits and hyphens that begins with a letter",
        example="shipments",
    ),
    Reserved(
        id="alias-not-default",
        words=("default",),
        what="an alias other than default, which would be ambiguous",
        example="main",
    ),
]
EntityName = Annotated[
    str,
    Pattern(
        id="entity-name",
        regex=_ENTITY_NAME,
        what="a name of 1 to 260 letters, digits, periods, hyphens, underscores and single slashes that begins and "
        "ends with a letter or digit",
        example="inbox",
    ),
]
Destination = Annotated[
    str,
    Hinted(
        id="forward-destination",
        regex=_ENTITY_NAME,
        what="the name of a queue or topic of the same namespace",
        example="inbox",
        hints=(
            ("@", "Azure forwards within one namespace only: write the name without @ and alias."),
            ("$", "Azure forwards to a queue or topic itself, not to its dead letters."),
        ),
    ),
]
ClientName = Annotated[
    str,
    Pattern(
        id="client-name",
        regex=rf"[A-Za-z0-9](?:[A-Za-z0-9._-]{{0,{limits.SUBSCRIPTION_NAME_LENGTH - 2}}}[A-Za-z0-9])?",
        what="a client's id of letters, digits, periods, hyphens and underscores that begins and ends with a letter or "
        "digit",
        example="web-shop",
    ),
]
SubscriptionName = Annotated[
    str,
    Pattern(
        id="subscription-name",
        regex=rf"[A-Za-z0-9](?:[A-Za-z0-9._-]{{0,{limits.SUBSCRIPTION_NAME_LENGTH - 2}}}[A-Za-z0-9])?",
        what="a name of 1 to 50 letters, digits, periods, hyphens and underscores that begins and ends with a letter "
        "or digit",
        example="shipments",
    ),
]
MappingId = Annotated[
    str,
    Pattern(
        id="mapping-id",
        regex="[0-9a-zA-Z-]{1,100}",
        what="a QueueMappingId of 1 to 100 letters, digits and hyphens",
        example="shipment-orders",
    ),
    Reserved(
        id="mapping-id-not-default",
        words=("default",),
        what="a QueueMappingId other than default, which is the default queue's",
        example="shipment-orders",
    ),
]
MessageType = Annotated[
    str,
    Pattern(
        id="message-type",
        regex=r"[^\x00-\x1f\x7f]{1,256}",
        what="a message type of 1 to 256 printable characters",
        example="ShipmentOrder",
    ),
]
Suffix = Annotated[
    str,
    Pattern(id="suffix", regex="[a-z0-9]{4,8}", what="4 to 8 lower-case letters and digits", example="x7k2"),
    Reserved(
        id="suffix-not-reserved",
        words=tuple(ending[1:] for ending in limits.NAMESPACE_NAME_RESERVED_ENDINGS),
        what="a suffix other than mgmt, in which no namespace's name may end",
        example="x7k2",
    ),
]
ResourceGroupName = Annotated[
    str,
    Pattern(
        id="resource-group-name",
        regex=r"[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]",
        what="a resource group's name of 1 to 90 letters, digits, periods, underscores, hyphens and parentheses that "
        "does not end in a period",
        example="rg-shipments",
    ),
]
TagName = Annotated[
    str,
    Pattern(
        id="tag-name",
        regex=rf"[^<>%&\\?/\x00-\x1f\x7f]{{1,{limits.TAG_NAME_LENGTH}}}",
        what=r"a tag name of 1 to 128 characters without < > % & \ ? /",
        example="owner",
    ),
]
TagValue = Annotated[
    str,
    Length(
        id="tag-value", least=0, most=limits.TAG_VALUE_LENGTH, what="a text of at most 256 characters", example="orders"
    ),
]
