"""What a stack file says about namespaces: the default one and the scale units."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Setting, empty
from backbone.settings.gathering import LetterCase
from backbone.settings.pairing import PairedNamespaceSettings
from backbone.settings.queue import QueueSettings
from backbone.settings.sku import Sku
from backbone.settings.topic import TopicSettings

QUEUE_CASE = LetterCase(id="queue-letter-case", what="queues whose names differ in more than letter case")
TOPIC_CASE = LetterCase(id="topic-letter-case", what="topics whose names differ in more than letter case")

Queues = Annotated[Mapping[domain.EntityName, QueueSettings], QUEUE_CASE]
Topics = Annotated[Mapping[domain.EntityName, TopicSettings], TOPIC_CASE]

_UNITS = "Messaging units, in Premium namespaces only: 1, 2, 4, 8 or 16 for each partition."
_PARTITIONS = "Partitions, in Premium namespaces only; cannot be changed later."
_QUEUE = "Name of the session-enabled queue, which every namespace has."
_QUEUES = "Further queues, and properties of the session queue, by name."
_TOPICS = "Topics, by name."


@dataclass(frozen=True, kw_only=True)
class NamespaceSettings:
    """A Service Bus namespace.

    As parsed, `queues` always holds the session queue, and `messaging_units` and `partitions` are set for Premium.
    """

    alias: Annotated[
        domain.Alias, Setting("What stands for the namespace after the @ of an address, in lower case.")
    ] = "main"
    location: Annotated[domain.Region, Setting("Region of the namespace.", inherited="azure-native:location")]
    sku: Annotated[domain.SkuChoice, Setting("Tier of the namespace; cannot be changed later.")] = Sku.STANDARD
    messaging_units: Annotated[
        domain.MessagingUnits | None, Setting(_UNITS, default_text="as many as `partitions`")
    ] = None
    partitions: Annotated[domain.Partitions | None, Setting(_PARTITIONS, default_text="`1`")] = None
    queue: Annotated[domain.EntityName, Setting(_QUEUE)] = "tracking"
    queues: Annotated[Queues, Setting(_QUEUES)] = field(default_factory=empty)
    topics: Annotated[Topics, Setting(_TOPICS)] = field(default_factory=empty)


@dataclass(frozen=True, kw_only=True)
class ScaleUnitSettings(NamespaceSettings):
    """A further namespace with queues and topics of its own, which shares nothing with the others."""

    alias: Annotated[domain.Alias, Setting("The alias, which is the unit's key.", from_key=True)] = field()
    sku: Annotated[
        domain.SkuChoice, Setting("Tier of the namespace; cannot be changed later.", inherited="backbone:namespace.sku")
    ] = field()
    location: Annotated[domain.Region, Setting("Region of the namespace.", inherited="backbone:namespace.location")] = (
        field()
    )
    queue: Annotated[domain.EntityName, Setting(_QUEUE, inherited="backbone:namespace.queue")] = field()
    messaging_units: Annotated[
        domain.MessagingUnits | None,
        Setting(_UNITS, default_text="`backbone:namespace.messagingUnits` if `sku` and `partitions` are the same"),
    ] = None
    partitions: Annotated[
        domain.Partitions | None,
        Setting(_PARTITIONS, default_text="`backbone:namespace.partitions` if `sku` is the same"),
    ] = None
    resource_group: Annotated[
        domain.ResourceGroupName | None,
        Setting("An existing resource group to put the unit into.", default_text="the stack's"),
    ] = None
    paired_namespace: Annotated[
        bool | PairedNamespaceSettings | None,
        Setting("A secondary of the unit's own: `true` for one as in `backbone:pairedNamespace`, or the same keys."),
    ] = None
