"""What a stack file says about subscriptions to topics of other scale units."""

from dataclasses import dataclass, field
from typing import Annotated

from backbone.settings import domain
from backbone.settings.access import PrincipalSettings
from backbone.settings.field import Scalar, Setting, empty
from backbone.settings.topic import Rules


@dataclass(frozen=True, kw_only=True)
class RemoteSubscriptionSettings:
    """A subscription that its receiver listens to from another scale unit."""

    to: Annotated[domain.EntityAddress, Setting("Address of the topic.")]
    receiver: Annotated[PrincipalSettings, Scalar(field="id"), Setting("Principal that may receive from it.")]
    rules: Annotated[Rules, Setting("Its rules by name; without any, every message matches.")] = field(
        default_factory=empty
    )
