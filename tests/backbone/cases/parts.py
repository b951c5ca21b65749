"""Parts of stack files that several cases share."""

from __future__ import annotations

import itertools
from typing import Any

from tests.backbone.case import namespace
from tests.backbone.stack import GROUP

QUEUES = "backbone:namespace.queues"
TOPICS = "backbone:namespace.topics"
SUBNET = f"{GROUP}/Microsoft.Network/virtualNetworks/hub/subnets"
ORDERS: dict[str, Any] = {"topics": {"orders": {}}}
AFFINE = {"isClientAffine": True, "clientAffineProperties": {"clientId": "web-shop"}}


def chain(*names: str, by: str = "forwardTo") -> dict[str, Any]:
    """Queues that forward in a row; the last name is only a destination."""
    return {name: {by: following} for name, following in itertools.pairwise(names)}


def queues(*names: str, **further: Any) -> dict[str, Any]:
    """A stack file with a chain that ends at the session queue, and further queues."""
    return namespace(queues={**chain(*names, "tracking"), **further})


def subscription(**keys: Any) -> dict[str, Any]:
    """The topic orders with one subscription."""
    return {"orders": {"subscriptions": {"s": keys}}}


def many(count: int, **keys: Any) -> dict[str, Any]:
    """So many subscriptions with the same keys."""
    return {f"s{number}": keys for number in range(count)}


def queue(sku: str = "Standard", name: str = "inbox", **keys: Any) -> dict[str, Any]:
    """One queue beside the session queue."""
    return namespace(sku=sku, queues={name: keys})
