"""Each check of what is asked of Service Bus: Azure refuses the same when the check is switched off, or we say why not.

The wrong stack files are the cases of the checks themselves. Each is sent to the simulated Azure as it stands.
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from backbone.settings import checks
from backbone.settings.checks import entities, forwarding, names, tiers, topics
from sandbox.azure.catalogue import rules
from sandbox.world import World
from tests.backbone.cases import CASES
from tests.backbone.stack import LOCATION, errors
from tests.double_entry import GROUP, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.backbone.case import Case

EVERY = (*names.CHECKS, *tiers.CHECKS, *entities.CHECKS, *forwarding.CHECKS, *topics.CHECKS)


@dataclass(frozen=True)
class Accepts:
    """What Azure accepts, and why we refuse it all the same."""

    why: str


def answered(cases: Sequence[Case], answers: tuple[str | Accepts, ...]) -> Iterator[tuple[Case, str | Accepts]]:
    """Each case with what Azure answers."""
    return zip(cases, (*answers, *answers[-1:] * len(cases)), strict=False)


AT_RUN_TIME = Accepts("Azure takes it and dead-letters each message that has run out of hops.")
SILENTLY = Accepts("Azure takes it and sets the longest time (test_forwarding_agreement.py).")
MADE_BY_AZURE = Accepts(
    "The $Default that comes with a subscription is not counted then; the next SQL filter is refused."
)
OURS = Accepts("Only this package knows what it is.")

ANSWERS: dict[str, tuple[str | Accepts, ...]] = {
    "a_scale_unit_has_an_alias_of_its_own": (OURS,),
    "namespaces_have_names_of_their_own": (Accepts("One of the two would be made; the secondary is ours to name."),),
    "a_mapping_has_an_id_of_its_own": (OURS,),
    "a_queue_and_a_topic_differ_in_name": ("entity-name-taken",),
    "capacity_is_premium": (Accepts("Azure ignores the capacity of a Standard namespace."), "namespace-partitions"),
    "messaging_units_fit_the_partitions": ("namespace-messaging-units",),
    "sizes_fit_the_tier": ("max-size",),
    "message_sizes_are_premium": ("max-message-size-tier",),
    "express_is_standard": ("express-premium",),
    "partitioning_is_the_namespaces_on_premium": ("partitioning-premium",),
    "client_affinity_is_premium": ("subscription-client-affine-tier",),
    "the_session_queue_has_sessions": (OURS,),
    "express_goes_without_duplicate_detection": ("express-duplicate-detection",),
    "a_namespace_holds_its_entities": ("entity-count",),
    "a_standard_namespace_holds_100_partitioned_entities": ("partitioned-count",),
    "a_forward_leads_to_a_queue_or_topic": ("forward-destination",),
    "a_forward_leads_elsewhere": ("forward-to-itself",),
    "forwards_form_no_cycle": (AT_RUN_TIME,),
    "a_chain_has_at_most_four_hops": (AT_RUN_TIME,),
    "a_session_enabled_source_does_not_forward": ("forward-from-session",),
    "a_source_does_not_delete_itself": (SILENTLY,),
    "nobody_receives_from_a_source": (Accepts("Azure gives the role; the broker refuses who then receives."),),
    "a_rule_has_one_filter": (Accepts("In Azure a rule without a filter matches every message."), "filter-type"),
    "a_correlation_filter_compares_something": ("correlation-filter-empty",),
    "a_topic_has_at_most_2000_subscriptions": ("subscription-count",),
    "an_sql_filter_is_a_condition": ("sql-filter-syntax",),
    "an_sql_action_is_statements": ("sql-action-syntax", "sql-action-expressions"),
    "a_topic_holds_its_filters": ("sql-filter-count", "sql-filter-count", MADE_BY_AZURE),
    "a_client_affine_subscription_names_its_client": (
        Accepts("Azure's schema lets the client's id out; the name in Azure would then not tell whose it is."),
        "child-name-length",
    ),
}
"""By our check: the rule by which Azure refuses each of its cases, in their order, the last one for all that follow."""

MOST = 3_000
"""Entities of a case that is sent: Azure's own count of 10,000 is a case of its rule."""

CASES_TO_SEND = [
    pytest.param(check.__name__, case, answer, id=f"{check.__name__}-{number}")
    for check in EVERY
    for number, (case, answer) in enumerate(answered(CASES[check.__name__], ANSWERS.get(check.__name__, ())))
    if len(case.wrong.get("backbone:namespace", {}).get("queues", ())) < MOST
]


def test_each_check_of_what_service_bus_is_asked_for_has_an_answer_of_azure() -> None:
    assert {check.__name__ for check in EVERY} == set(ANSWERS)
    said = {answer for answers in ANSWERS.values() for answer in answers if isinstance(answer, str)}
    assert {f"servicebus/{rule}" for rule in said} <= set(rules())
    assert [name for name, answers in ANSWERS.items() if len(answers) > len(CASES[name])] == []


@pytest.mark.parametrize(("name", "case", "answer"), CASES_TO_SEND)
def test_without_our_check_azure_refuses_the_same_or_accepts_it_for_a_reason(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str, case: Case, answer: str | Accepts
) -> None:
    config = {**LOCATION, **case.wrong}
    assert errors(config) == [case.sentence]
    monkeypatch.setattr(checks, "CHECKS", tuple(check for check in checks.CHECKS if check.__name__ != name))
    assert errors(config) == ([case.sentence] if _is_of_the_form(case.sentence) else [])
    assert refusals(world, case.wrong) == ({answer} if isinstance(answer, str) else set())


def _is_of_the_form(sentence: str) -> bool:
    """Whether the form of the setting itself refuses it, before any check over several."""
    return "expected the name of a queue or topic" in sentence


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with tempfile.TemporaryDirectory() as home, closing(World(Path(home))) as made:
        made.call("PUT", GROUP, "2024-03-01", {"location": "westeurope"})
        yield made
