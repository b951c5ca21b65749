"""States before, during and after a recovery."""

from __future__ import annotations

from typing import Any

import pytest

from backbone.recovery import journal
from backbone.recovery.begin import Begun, begin, targets
from backbone.recovery.document import resources
from backbone.recovery.identify import Identifier
from backbone.recovery.settle import settle
from tests.backbone.recovery.states import (
    GROUP,
    QUEUE_ID,
    QUEUE_INPUTS,
    ROOT,
    SUBSCRIPTION,
    exported,
    operation,
    provider,
    resource,
)

HELD = (ROOT, provider(), GROUP)
NEW = resource(protect=True, retainOnDelete=True, parent=ROOT["urn"], dependencies=[GROUP["urn"]])
OLD_ID = f"{QUEUE_ID}-old"


def _begin(*held: dict[str, Any], pending: tuple[dict[str, Any], ...]) -> Begun:
    document = exported(*HELD, *held, pending=pending)
    return begin(document, Identifier(resources=resources(document), subscription=SUBSCRIPTION).id_of)


def _kept(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The resources besides those of every state here, and the journal."""
    common = {each["urn"] for each in HELD}
    return [each for each in resources(document) if each["urn"] not in common and each["type"] != journal.TYPE]


def _refreshed(begun: Begun, *, gone: bool, **outputs: str) -> dict[str, Any]:
    """The state after Azure was asked: inputs rewritten, or the resource gone."""
    found = []
    for each in resources(begun.document):
        if each.get("id") != QUEUE_ID:
            found.append(each)
        elif not gone:
            found.append({**each, "inputs": {**QUEUE_INPUTS, "lockDuration": "PT1M"}, "outputs": outputs})
    return exported(*found)


def test_what_was_being_created_is_looked_up_with_all_that_was_said_about_it() -> None:
    begun = _begin(pending=(operation("creating", NEW),))
    assert _kept(begun.document) == [{**NEW, "id": QUEUE_ID}]
    assert "pending_operations" not in begun.document["deployment"]
    assert targets(begun.entries) == [NEW["urn"]]


def test_what_azure_has_gets_the_inputs_that_were_sent() -> None:
    settled = settle(_refreshed(_begin(pending=(operation("creating", NEW),)), gone=False))
    assert _kept(settled.document) == [{**NEW, "id": QUEUE_ID, "outputs": {}}]
    assert [str(found) for found in settled.findings] == [
        "creating azure-native:servicebus:Queue orders@main: Azure has it, and now the stack does"
    ]
    assert journal.read(resources(settled.document)) == ()


def test_what_azure_does_not_have_leaves_no_trace() -> None:
    settled = settle(_refreshed(_begin(pending=(operation("creating", NEW),)), gone=True))
    assert resources(settled.document) == list(HELD)
    assert "Azure does not have it; the next up creates it" in str(settled.findings[0])


def test_a_creation_that_failed_in_azure_is_said() -> None:
    begun = _begin(pending=(operation("creating", NEW),))
    settled = settle(_refreshed(begun, gone=False, provisioningState="Failed"))
    assert "its provisioning is Failed" in str(settled.findings[0])


def test_a_resource_to_be_replaced_later_is_marked_and_unmarked_if_its_successor_was_not_made() -> None:
    old = resource(id=OLD_ID)
    begun = _begin(old, pending=(operation("creating", NEW),))
    assert {**old, "delete": True} in _kept(begun.document)
    assert _kept(settle(_refreshed(begun, gone=True)).document) == [old]
    made = _kept(settle(_refreshed(begun, gone=False)).document)
    assert [(each["id"], each.get("delete", False)) for each in made] == [(OLD_ID, True), (QUEUE_ID, False)]


@pytest.mark.parametrize("mark", [{"pendingReplacement": True}, {"delete": True}, {}], ids=["marked", "left", "live"])
def test_a_resource_of_the_same_name_is_never_kept_beside_its_successor(mark: dict[str, Any]) -> None:
    begun = _begin(resource(id=QUEUE_ID.upper(), **mark), pending=(operation("creating", NEW),))
    assert _kept(begun.document) == [{**NEW, "id": QUEUE_ID}]


def test_a_successor_comes_before_what_depends_on_it() -> None:
    old = resource(id=QUEUE_ID, pendingReplacement=True)
    rule = resource("azure-native:servicebus:QueueAuthorizationRule", "rule", id="/rule", dependencies=[old["urn"]])
    begun = _begin(old, rule, pending=(operation("creating", NEW),))
    assert [each["id"] for each in _kept(begun.document)] == [QUEUE_ID, "/rule"]


@pytest.mark.parametrize("kind", ["updating", "deleting"])
def test_what_was_being_changed_stays_as_it_was_and_is_looked_up(kind: str) -> None:
    old = resource(id=QUEUE_ID)
    begun = _begin(old, pending=(operation(kind, resource()),))
    assert _kept(begun.document) == [old]
    assert targets(begun.entries) == [old["urn"]]
    assert "looked up" in str(settle(begun.document).findings[0])
    assert "Azure no longer has it" in str(settle(_refreshed(begun, gone=True)).findings[0])


@pytest.mark.parametrize(
    "forgotten",
    [
        operation("creating", resource("backbone:index:Vault", custom=False)),
        operation("creating", resource("pulumi:providers:azure-native")),
        operation("creating", resource("azure-native:web:WebAppFtpAllowed")),
        operation("reading", resource(id=QUEUE_ID)),
        operation("importing", resource(id=QUEUE_ID)),
    ],
    ids=["a component", "a provider", "what comes with its parent", "a lookup", "an import"],
)
def test_what_left_nothing_to_ask_about_is_forgotten(forgotten: dict[str, Any]) -> None:
    begun = _begin(pending=(forgotten,))
    assert resources(begun.document) == list(HELD)
    assert begun.forgotten == (forgotten["resource"]["urn"],)


def test_an_interrupted_recovery_is_carried_on_with_what_was_interrupted_since() -> None:
    first = _begin(pending=(operation("creating", NEW),))
    later = resource(name="later@main", inputs={**QUEUE_INPUTS, "queueName": "later"})
    document = first.document
    document["deployment"]["pending_operations"] = [operation("creating", later)]
    second = begin(document, Identifier(resources=[], subscription=SUBSCRIPTION).id_of)
    assert targets(second.entries) == sorted([NEW["urn"], later["urn"]])
    assert sum(each["type"] == journal.TYPE for each in resources(second.document)) == 1
