"""What a stack file says about the load to expect."""

from dataclasses import dataclass
from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Setting


@dataclass(frozen=True, kw_only=True)
class LoadSettings:
    """The load on a queue or topic that a plan reckons with."""

    messages_per_second: Annotated[domain.Amount, Setting("Messages sent per second.")] = 0
    message_size_in_kilobytes: Annotated[domain.LoadSize | None, Setting("Size of a message.")] = None
    connections: Annotated[domain.Total, Setting("Concurrent connections.")] = 0
    copies: Annotated[
        domain.Amount | None,
        Setting(
            "Subscriptions that get a copy of a message.",
            default_text="the number of subscriptions without rules, plus one if any has rules",
        ),
    ] = None
