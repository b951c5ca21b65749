"""What a stack file says about subscriptions to topics of other namespaces."""

from dataclasses import dataclass, field
from typing import Annotated

from backbone.settings import domain
from backbone.settings.access import PrincipalSettings
from backbone.settings.field import Scalar, Setting, empty
from backbone.settings.topic import Rules


@dataclass(frozen=True, kw_only=True)
class RemoteSubscriptionSettings:
    """A subscription that its receiver listens to from another namespace or from elsewhere."""

    to: Annotated[domain.TopicAddress, Setting("Address of the topic, in any namespace of the stack.")]
    receiver: Annotated[PrincipalSettings, Scalar(field="id"), Setting("Principal that may receive from it.")]
    rules: Annotated[Rules, Setting("Its rules by name; without any, every message matches.")] = field(
        default_factory=empty
    )
