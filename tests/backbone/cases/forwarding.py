"""Cases of forwarding: rules about forwards, each with the chain spelt out."""

from __future__ import annotations

from tests.backbone.case import Case, namespace
from tests.backbone.cases.parts import QUEUES, TOPICS, chain, many, queues, subscription

RECEIVER = "22222222-2222-2222-2222-222222222222"


FOREVER = "P10675199DT2H48M5.4775807S"


SESSIONS = "expected nothing on a session-enabled queue or subscription"


NOT_FROM = "Azure forwards to session-enabled queues, not from them."


ELSEWHERE = "expected a queue or topic of the same namespace"


CASES: dict[str, tuple[Case, ...]] = {
    "a_forward_leads_to_a_queue_or_topic": (
        Case(
            wrong=namespace(queues={"inbox": {"forwardTo": "trakcing"}}),
            sentence=f'{QUEUES}.inbox.forwardTo: {ELSEWHERE} (nearest: tracking), found "trakcing". '
            "There is none of that name. The chain is inbox@main -> trakcing@main.",
            right=(queues("Inbox"), namespace(queues={"inbox": {"forwardTo": "TRACKING"}})),
        ),
        Case(
            wrong={
                **namespace(topics=subscription(forwardDeadLetteredMessagesTo="billing")),
                "backbone:scaleUnits": {"other": {"topics": {"Billing": {}}}},
            },
            sentence=f'{TOPICS}.orders.subscriptions.s.forwardDeadLetteredMessagesTo: {ELSEWHERE}, found "billing". '
            "other has it, but Azure forwards within one namespace only. The chain is orders@main/s -> billing@main.",
            right=({"backbone:scaleUnits": {"other": {"topics": {"b": {}}, "queues": {"inbox": {"forwardTo": "b"}}}}},),
        ),
        Case(
            wrong=namespace(queues={"inbox": {"forwardTo": "Orders/s"}}, topics=subscription()),
            sentence=f'{QUEUES}.inbox.forwardTo: {ELSEWHERE} (nearest: orders), found "Orders/s". '
            "That is a subscription: forward to its topic, or to a queue. The chain is inbox@main -> Orders/s@main.",
            right=(namespace(queues={"inbox": {"forwardTo": "Orders"}}, topics=subscription()),),
        ),
        Case(
            wrong=namespace(queues={"inbox": {"forwardTo": "orders/subscriptions/s"}}, topics=subscription()),
            sentence=f'{QUEUES}.inbox.forwardTo: {ELSEWHERE}, found "orders/subscriptions/s". That is a subscription: '
            "forward to its topic, or to a queue. The chain is inbox@main -> orders/subscriptions/s@main.",
            right=(),
        ),
        Case(
            wrong=namespace(queues={"inbox": {"forwardTo": "tracking@main"}}),
            sentence=f"{QUEUES}.inbox.forwardTo: expected the name of a queue or topic of the same namespace (for "
            'example inbox), found "tracking@main". Azure forwards within one namespace only: write the name without '
            "@ and alias.",
            right=(),
        ),
        Case(
            wrong=namespace(queues={"inbox": {"forwardTo": "tracking/$DeadLetterQueue"}}),
            sentence=f"{QUEUES}.inbox.forwardTo: expected the name of a queue or topic of the same namespace (for "
            'example inbox), found "tracking/$DeadLetterQueue". Azure forwards to a queue or topic itself, not to its '
            "dead letters.",
            right=(),
        ),
    ),
    "a_forward_leads_elsewhere": (
        Case(
            wrong=namespace(queues=chain("outer", "inbox", "INBOX") | {"inbox": {"forwardTo": "INBOX"}}),
            sentence=f'{QUEUES}.inbox.forwardTo: expected a queue or topic other than itself, found "INBOX". '
            "The chain is outer@main -> inbox@main -> INBOX@main.",
            right=(),
        ),
        Case(
            wrong=namespace(queues={"inbox": {"forwardTo": "Inbox"}}),
            sentence=f'{QUEUES}.inbox.forwardTo: expected a queue or topic other than itself, found "Inbox". '
            "The chain is inbox@main -> Inbox@main.",
            right=(namespace(queues=chain("inbox", "inbox2") | {"inbox2": {}}),),
        ),
        Case(
            wrong=namespace(queues={"tracking": {"forwardDeadLetteredMessagesTo": "TRACKING"}}),
            sentence=f"{QUEUES}.tracking.forwardDeadLetteredMessagesTo: expected a queue or topic other than itself, "
            'found "TRACKING". The chain is tracking@main -> TRACKING@main.',
            right=(),
        ),
        Case(
            wrong=namespace(topics=subscription(forwardTo="ORDERS")),
            sentence=f"{TOPICS}.orders.subscriptions.s.forwardTo: expected a queue or topic other than its own topic, "
            'found "ORDERS". The chain is orders@main/s -> ORDERS@main.',
            right=(),
        ),
    ),
    "forwards_form_no_cycle": (
        Case(
            wrong=namespace(queues=chain("a", "B", "A") | {"B": {"forwardTo": "A"}}),
            sentence=f'{QUEUES}.a.forwardTo: expected a destination from which no chain leads back, found "B". '
            "The cycle is B@main -> a@main -> B@main.",
            right=(namespace(queues=chain("a", "b", "c") | {"c": {}}),),
        ),
        Case(
            wrong=namespace(queues=chain("a", "b", "c", "d", "e", "a")),
            sentence=f'{QUEUES}.e.forwardTo: expected a destination from which no chain leads back, found "a". '
            "The cycle is a@main -> b@main -> c@main -> d@main -> e@main -> a@main.",
            right=(),
        ),
        Case(
            wrong=namespace(
                queues={"inbox": {"forwardDeadLetteredMessagesTo": "orders"}}, topics=subscription(forwardTo="inbox")
            ),
            sentence=f"{TOPICS}.orders.subscriptions.s.forwardTo: expected a destination from which no chain leads "
            'back, found "inbox". The cycle is inbox@main -> orders@main/s -> inbox@main.',
            right=(namespace(queues={"inbox": {"forwardTo": "orders"}}, topics=subscription()),),
        ),
    ),
    "a_chain_has_at_most_four_hops": (
        Case(
            wrong=queues("a", "b", "c", "d", "e"),
            sentence=f"{QUEUES}.e.forwardTo: expected a destination at most 4 hops from the start of every chain, "
            'found "tracking". The chain has 5 hops: a@main -> b@main -> c@main -> d@main -> e@main -> tracking@main.',
            right=(queues("a"), queues("a", "b"), queues("a", "b", "c"), queues("a", "b", "c", "d")),
        ),
        Case(
            wrong=namespace(
                queues={**chain("a", "b", "orders", by="forwardDeadLetteredMessagesTo"), **chain("c", "d", "tracking")},
                topics=subscription(forwardTo="c"),
            ),
            sentence=f"{QUEUES}.d.forwardTo: expected a destination at most 4 hops from the start of every chain, "
            'found "tracking". The chain has 5 hops: a@main -> b@main -> orders@main/s -> c@main -> d@main -> '
            "tracking@main.",
            right=(
                namespace(
                    queues={**chain("a", "b", "orders"), **chain("c", "tracking")}, topics=subscription(forwardTo="c")
                ),
            ),
        ),
    ),
    "a_session_enabled_source_does_not_forward": (
        Case(
            wrong=namespace(
                queues={
                    "inbox": {"forwardTo": "triage"},
                    "triage": {"requiresSession": True, "forwardTo": "tracking"},
                },
                topics=subscription(forwardTo="inbox"),
            ),
            sentence=f'{QUEUES}.triage.forwardTo: {SESSIONS}, found "tracking". {NOT_FROM} '
            "The chain is orders@main/s -> inbox@main -> triage@main -> tracking@main.",
            right=(),
        ),
        Case(
            wrong=namespace(queues={"inbox": {"requiresSession": True, "forwardTo": "tracking"}}),
            sentence=f'{QUEUES}.inbox.forwardTo: {SESSIONS}, found "tracking". {NOT_FROM} '
            "The chain is inbox@main -> tracking@main.",
            right=(queues("inbox"), namespace(queues={"inbox": {"requiresSession": False, "forwardTo": "tracking"}})),
        ),
        Case(
            wrong=namespace(queues={"tracking": {"forwardTo": "inbox"}, "inbox": {}}),
            sentence=f'{QUEUES}.tracking.forwardTo: {SESSIONS}, found "inbox". {NOT_FROM} '
            "The chain is tracking@main -> inbox@main.",
            right=(namespace(queues={"tracking": {"forwardDeadLetteredMessagesTo": "inbox"}, "inbox": {}}),),
        ),
        Case(
            wrong=namespace(topics=subscription(requiresSession=True, forwardTo="tracking")),
            sentence=f'{TOPICS}.orders.subscriptions.s.forwardTo: {SESSIONS}, found "tracking". {NOT_FROM} '
            "The chain is orders@main/s -> tracking@main.",
            right=(namespace(topics=subscription(forwardTo="tracking")),),
        ),
    ),
    "a_source_does_not_delete_itself": (
        Case(
            wrong=namespace(queues={"inbox": {"forwardTo": "tracking", "autoDeleteOnIdle": "P7D"}}),
            sentence=f'{QUEUES}.inbox.autoDeleteOnIdle: expected nothing with forwardTo, found "P7D". '
            "Azure never deletes what forwards. The chain is inbox@main -> tracking@main.",
            right=(
                namespace(queues={"inbox": {"forwardTo": "tracking", "autoDeleteOnIdle": FOREVER}}),
                namespace(queues={"inbox": {"autoDeleteOnIdle": "P7D"}}),
                namespace(queues={"inbox": {"forwardTo": "end"}, "end": {"autoDeleteOnIdle": "P7D"}}),
            ),
        ),
        Case(
            wrong=namespace(
                topics=subscription(
                    forwardTo="tracking", forwardDeadLetteredMessagesTo="tracking", autoDeleteOnIdle="PT5M"
                )
            ),
            sentence=f"{TOPICS}.orders.subscriptions.s.autoDeleteOnIdle: expected nothing with forwardTo and "
            'forwardDeadLetteredMessagesTo, found "PT5M". Azure never deletes what forwards. The chain is '
            "orders@main/s -> tracking@main.",
            right=(),
        ),
    ),
    "nobody_receives_from_a_source": (
        Case(
            wrong={**queues("inbox"), "backbone:access": {"receivers": {"Inbox@main": [RECEIVER]}}},
            sentence='backbone:access.receivers["Inbox@main"]: expected the address of a queue or subscription that '
            'forwards nothing, found "Inbox@main". Receive at the end of the chain: inbox@main -> tracking@main.',
            right=(
                {**queues("inbox"), "backbone:access": {"receivers": {"tracking@main": [RECEIVER]}}},
                {
                    **namespace(queues=chain("inbox", "tracking", by="forwardDeadLetteredMessagesTo")),
                    "backbone:access": {"receivers": {"inbox@main": [RECEIVER]}},
                },
            ),
        ),
        Case(
            wrong={
                **namespace(topics=subscription(forwardTo="tracking")),
                "backbone:access": {"receivers": {"orders@main/s": [RECEIVER]}},
            },
            sentence='backbone:access.receivers["orders@main/s"]: expected the address of a queue or subscription that '
            'forwards nothing, found "orders@main/s". Receive at the end of the chain: orders@main/s -> '
            "tracking@main.",
            right=(),
        ),
        Case(
            wrong={
                **namespace(topics={"orders": {"subscriptions": many(2, forwardTo="tracking")}}),
                "backbone:access": {"receivers": {"Orders@main": [RECEIVER]}},
            },
            sentence='backbone:access.receivers["Orders@main"]: expected the address of a queue or subscription that '
            'forwards nothing, found "Orders@main". Receive at the end of the chain: orders@main/s0 -> tracking@main.',
            right=(
                {
                    **namespace(topics={"orders": {"subscriptions": {**many(2, forwardTo="tracking"), "all": {}}}}),
                    "backbone:access": {"receivers": {"orders@main": [RECEIVER]}},
                },
            ),
        ),
    ),
}
