"""What a stack file says about paired namespaces."""

from dataclasses import dataclass
from typing import Annotated

from backbone.durations import Duration
from backbone.settings import domain
from backbone.settings.field import Setting
from backbone.settings.sku import Sku

DEFAULT_FAILOVER_INTERVAL = Duration.parse("PT10S")
"""The documented default of paired namespaces' failover (service-bus-messaging/service-bus-paired-namespaces)."""


@dataclass(frozen=True, kw_only=True)
class PairedNamespaceSettings:
    """A namespace in another region that stores messages while its primary cannot be sent to."""

    location: Annotated[domain.Region, Setting("Region of the secondary, another one than the primary's.")]
    sku: Annotated[domain.SkuChoice, Setting("Tier of the secondary.")] = Sku.STANDARD
    transfer_queues: Annotated[domain.TransferQueues, Setting("Number of queues that store messages, 10 or more.")] = 10
    failover_interval: Annotated[
        domain.FailoverInterval, Setting("How long the primary must have failed before messages go to the secondary.")
    ] = DEFAULT_FAILOVER_INTERVAL
    syphon: Annotated[bool, Setting("Whether stored messages are moved back to the primary.")] = True
    preserve_session_order: Annotated[
        bool, Setting("Whether the order within a session also holds over a failover.")
    ] = True
