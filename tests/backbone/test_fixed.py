"""What cannot be changed later is said of every entity, whether the stack file says it or not."""

from __future__ import annotations

from typing import Any

import pytest

from backbone.fixed import completed
from tests.backbone.stack import LOCATION, parse

STANDARD = {"sku": "Standard"}
WHOLE = {"sku": "Premium"}
PARTITIONED = {"sku": "Premium", "messagingUnits": 2, "partitions": 2}


def _said(namespace: dict[str, Any], keys: dict[str, Any]) -> dict[str, Any]:
    topics = {"t": {**keys, "subscriptions": {"s": {}}}}
    config = {"backbone:namespace": {**namespace, "queues": {"q": keys}, "topics": topics}}
    settings = parse({**LOCATION, **config}).namespace
    entities = {
        "queue": completed(settings.queues["q"], settings),
        "session queue": completed(settings.queues["tracking"], settings),
        "topic": completed(settings.topics["t"], settings),
        "subscription": completed(settings.topics["t"].subscriptions["s"], settings),
    }
    names = ("requires_session", "requires_duplicate_detection", "enable_partitioning", "is_client_affine")
    return {
        what: {name: getattr(each, name) for name in names if hasattr(each, name)} for what, each in entities.items()
    }


@pytest.mark.parametrize(
    ("namespace", "keys", "partitioned", "detects"),
    [
        pytest.param(STANDARD, {}, False, False, id="nothing said on Standard"),
        pytest.param(WHOLE, {}, False, False, id="nothing said on Premium"),
        pytest.param(PARTITIONED, {}, True, False, id="a partitioned namespace partitions all"),
        pytest.param(STANDARD, {"enablePartitioning": True}, True, False, id="said true"),
        pytest.param(STANDARD, {"requiresDuplicateDetection": True}, False, True, id="duplicate detection"),
    ],
)
def test_all_that_cannot_be_changed_is_said(
    namespace: dict[str, Any],
    keys: dict[str, Any],
    partitioned: bool,
    detects: bool,
) -> None:
    said = _said(namespace, keys)
    assert said["topic"] == {"requires_duplicate_detection": detects, "enable_partitioning": partitioned}
    assert said["queue"] == {"requires_session": False, **said["topic"]}
    assert said["session queue"]["requires_session"] is True
    assert said["session queue"]["enable_partitioning"] == (partitioned and namespace is PARTITIONED)
    assert said["subscription"] == {"requires_session": False, "is_client_affine": False}
