"""What a QueueMappingId leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from backbone.addresses import Address
from backbone.arm_ids import GUID, ArmId

QUEUE_TYPE = "Microsoft.ServiceBus/namespaces/queues"
WITHDRAWN = "disabled"
"""What stands in place of a queue in a mapping that leads nowhere any more."""


@dataclass(frozen=True, kw_only=True)
class MappingTarget:
    """A queue of this stack, an existing queue, or, with neither, nothing any more; `str()` gives the written form.

    Attributes:
        address: The queue in this stack.
        queue_id: The resource id of an existing queue, as written.
    """

    PATTERN: ClassVar[str] = (
        r"disabled|[^@/][^@]*@[^@/]+"
        rf"|/[sS]ubscriptions/{GUID}/[rR]esource[gG]roups/[^/]+/providers/[mM]icrosoft\.[sS]ervice[bB]us"
        r"/[nN]amespaces/[^/]+/[qQ]ueues/[^/]+"
    )

    address: Address | None = None
    queue_id: str | None = None

    @property
    def disabled(self) -> bool:
        """Whether the mapping is withdrawn: its secret is disabled and its id stays taken."""
        return self.address is None and self.queue_id is None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a mapping's target.

        Raises:
            ValueError: The text is no address, no queue's resource id and not `disabled`.
        """
        if text == WITHDRAWN:
            return cls()
        if not text.startswith("/"):
            return cls(address=Address.parse(text))
        if not ArmId.parse(text).is_of(QUEUE_TYPE):
            raise ValueError(f"{text!r} is not the resource id of a Service Bus queue.")
        return cls(queue_id=text)

    def __str__(self) -> str:
        return str(self.address) if self.address else self.queue_id or WITHDRAWN
