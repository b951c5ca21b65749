"""Cases of references: rules about addresses: each leads to something of the right kind."""

from __future__ import annotations

from tests.backbone.case import Case, namespace
from tests.backbone.cases.parts import ORDERS, queue

CASES: dict[str, tuple[Case, ...]] = {
    "an_address_leads_somewhere": (
        Case(
            wrong={"backbone:mappings": {"m": "trakcing@main"}},
            sentence="backbone:mappings.m: expected the address of a queue of this stack (nearest: tracking@main), "
            'found "trakcing@main"',
            right=({"backbone:mappings": {"m": "Tracking@MAIN"}}, {"backbone:mappings": {"m": "disabled"}}),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"shipments": {}}, "backbone:routes": {"T": "tracking@shipment"}},
            sentence="backbone:routes.T: expected the address of a queue or topic of this stack "
            '(nearest: tracking@shipments, tracking@main), found "tracking@shipment"',
            right=({"backbone:scaleUnits": {"shipments": {}}, "backbone:routes": {"T": "tracking@shipments"}},),
        ),
        Case(
            wrong={**namespace(**ORDERS), "backbone:mappings": {"m": "orders@main"}},
            sentence='backbone:mappings.m: expected the address of a queue of this stack, found "orders@main", a topic',
            right=({**namespace(**ORDERS), "backbone:routes": {"T": "orders@main"}},),
        ),
        Case(
            wrong={
                "backbone:subscriptions": {
                    "s": {"to": "tracking@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                }
            },
            sentence="backbone:subscriptions.s.to: expected the address of a topic of this stack, "
            'found "tracking@main", a queue',
            right=(),
        ),
        Case(
            wrong={"backbone:load": {"nowhere@main": {}}},
            sentence='backbone:load["nowhere@main"]: expected the address of a queue or topic of this stack, '
            'found "nowhere@main"',
            right=({"backbone:load": {"tracking@main": {}}},),
        ),
        Case(
            wrong={"backbone:access": {"receivers": {"tracking@main/s": []}}},
            sentence='backbone:access.receivers["tracking@main/s"]: expected the address of a queue, topic or '
            'subscription of this stack (nearest: tracking@main), found "tracking@main/s"',
            right=({"backbone:access": {"receivers": {"tracking@main": []}}},),
        ),
        Case(
            wrong={"backbone:access": {"senders": {"inbox@main": []}}},
            sentence='backbone:access.senders["inbox@main"]: expected the address of a queue or topic of this stack '
            '(nearest: tracking@main), found "inbox@main"',
            right=(
                {
                    **namespace(**ORDERS),
                    "backbone:subscriptions": {
                        "s": {"to": "orders@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                    },
                    "backbone:access": {"senders": {"orders@main": []}, "receivers": {"orders@main/s": []}},
                },
            ),
        ),
    ),
    "a_mapped_queue_does_not_forward": (
        Case(
            wrong={**queue(forwardTo="tracking"), "backbone:mappings": {"m": "Inbox@main"}},
            sentence='backbone:mappings.m: expected a queue that does not forward its messages, found "Inbox@main". '
            "Map the queue that inbox forwards to, if it has sessions, or another one.",
            right=(
                {**queue(forwardTo="tracking"), "backbone:mappings": {"m": "tracking@main"}},
                {
                    **queue(requiresSession=True, forwardDeadLetteredMessagesTo="tracking"),
                    "backbone:mappings": {"m": "inbox@main"},
                },
            ),
        ),
    ),
    "a_mapped_queue_has_sessions": (
        Case(
            wrong={**queue(), "backbone:mappings": {"m": "Inbox@main"}},
            sentence='backbone:mappings.m: expected a session-enabled queue, found "Inbox@main". '
            "Set requiresSession to true on the queue inbox, or map another one.",
            right=({**queue(requiresSession=True), "backbone:mappings": {"m": "inbox@main"}},),
        ),
    ),
    "a_subscription_is_declared_once": (
        Case(
            wrong={
                **namespace(topics={"orders": {"subscriptions": {"Billing": {}}}}),
                "backbone:subscriptions": {
                    "billing": {"to": "orders@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                },
            },
            sentence="backbone:subscriptions.billing: expected a name that the topic orders@main does not give to a "
            'subscription of its own, found "billing"',
            right=(
                {
                    **namespace(topics={"orders": {"subscriptions": {"shipments": {}}}}),
                    "backbone:subscriptions": {
                        "billing": {"to": "orders@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                    },
                },
            ),
        ),
    ),
}
