"""What a right stack file warns and remarks of, besides its forwards."""

from __future__ import annotations

from typing import Any

import pytest

from backbone import cautions
from backbone.plan import draw_up
from backbone.plan.verdict import ExitStatus, verdict
from backbone.settings.path import written
from tests.backbone.case import namespace
from tests.backbone.cases.parts import SUBNET
from tests.backbone.stack import PRINCIPAL, ZONES, parse

NOBODY_TOLD = "backbone:alerts.emails: Alerts are raised and nobody is told: name the e-mail addresses that they go to."
NOBODY_SENDS = "and keys are off: no mapping, route, sender or forward leads there."
QUIET = {"backbone:protect": False}
PRIVATE = {"backbone:network": {"privateEndpoints": ["vault", "serviceBus"]}}
ZONE = {"privateDnsZoneIds": {"vault": f"{ZONES}.vaultcore.azure.net"}}


def _existing(**keys: Any) -> dict[str, Any]:
    return {"backbone:existing": keys}


WARNINGS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a private endpoint of a Standard namespace": (
        {**namespace(sku="Premium"), "backbone:scaleUnits": {"a": {"sku": "Standard"}, "b": {}}, **PRIVATE},
        ["backbone:network.privateEndpoints: a stays public: only Premium namespaces have private endpoints."],
    ),
    "private endpoints of many Standard namespaces": (
        {"backbone:scaleUnits": {name: {} for name in "abcdef"}, **PRIVATE},
        [
            (
                "backbone:network.privateEndpoints: main, a, b, c, d, 2 more stay public: only Premium namespaces have "
                "private endpoints."
            )
        ],
    ),
    "private endpoints of Premium namespaces": ({**namespace(sku="Premium"), **PRIVATE}, []),
    "no private endpoints of namespaces": ({}, []),
    "somebody's zone and a network of the stack's own": (
        _existing(**ZONE),
        [
            (
                "backbone:existing.privateDnsZoneIds: The function cannot look names up in "
                "privatelink.vaultcore.azure.net before somebody links the network that the stack makes there: link it "
                "after the first up, or name subnets of a network that is linked."
            )
        ],
    ),
    "somebody's zone and network": (
        _existing(**ZONE, integrationSubnetId=f"{SUBNET}/functions", privateEndpointSubnetId=f"{SUBNET}/endpoints"),
        [],
    ),
    "a zone of what has no private endpoint": (
        _existing(privateDnsZoneIds={"blob": f"{ZONES}.blob.core.windows.net"}),
        [],
    ),
}

TOPIC = namespace(topics={"orders": {}})
REMARKS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "alerts that go to nobody": ({}, [NOBODY_TOLD]),
    "alerts of a stack that may be deleted": (QUIET, []),
    "alerts that go to somebody": ({"backbone:alerts": {"emails": ["a@example.com"]}}, []),
    "no alerts": ({"backbone:alerts": {"deadLetters": False, "throttling": False, "secretReads": False}}, []),
    "queues and topics that nobody may send to": (
        {**QUIET, **namespace(queues={"inbox": {}}, topics={"orders": {"subscriptions": {"s": {}}}})},
        [f"backbone:access.senders: The stack lets nobody send to inbox@main, orders@main, {NOBODY_SENDS}"],
    ),
    "a session queue, which has a mapping": ({**QUIET, "backbone:scaleUnits": {"a": {}}}, []),
    "a mapped queue": (
        {**QUIET, **namespace(queues={"Inbox": {"requiresSession": True}}), "backbone:mappings": {"m": "inbox@main"}},
        [],
    ),
    "a topic that a route leads to": ({**QUIET, **TOPIC, "backbone:routes": {"T": "Orders@main"}}, []),
    "a topic with a sender": (
        {**QUIET, **TOPIC, "backbone:access": {"senders": {"Orders@MAIN": [PRINCIPAL]}}},
        [],
    ),
    "a topic with a list of no senders": (
        {**QUIET, **TOPIC, "backbone:access": {"senders": {"orders@main": []}}},
        [f"backbone:access.senders: The stack lets nobody send to orders@main, {NOBODY_SENDS}"],
    ),
    "a queue that dead letters are forwarded to": (
        {**QUIET, **namespace(queues={"tracking": {"forwardDeadLetteredMessagesTo": "Failed"}, "failed": {}})},
        [],
    ),
    "a queue that a portal may map, and a topic that it may not": (
        {**QUIET, **namespace(queues={"inbox": {}}, topics={"orders": {}}), "backbone:access": {"portal": PRINCIPAL}},
        [f"backbone:access.senders: The stack lets nobody send to orders@main, {NOBODY_SENDS}"],
    ),
}


@pytest.mark.parametrize("what", WARNINGS)
def test_what_may_go_wrong_is_a_warning(what: str) -> None:
    config, expected = WARNINGS[what]
    assert [f"{written(each.path)}: {each.message}" for each in cautions.of(parse(config))] == expected


@pytest.mark.parametrize("what", REMARKS)
def test_what_is_left_to_others_is_a_remark(what: str) -> None:
    config, expected = REMARKS[what]
    assert [f"{written(each.path)}: {each.message}" for each in cautions.remarks(parse(config))] == expected


def test_a_remark_stands_in_the_plan_and_makes_none_fail() -> None:
    drawn = draw_up(parse(TOPIC))
    assert len(drawn.remarks) == 2
    assert verdict(drawn, strict=True).status is ExitStatus.FITS
