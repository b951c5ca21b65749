"""Which existing queues a mapping may lead to, and how a refusal says what to do."""

from __future__ import annotations

from typing import Any

import pytest

from backbone import existing_queues
from backbone.existing_queues import WantedQueue
from backbone.looked import Looked
from tests.backbone.stack import GROUP

ID = f"{GROUP}/Microsoft.ServiceBus/namespaces/Their-Bus/queues/a~b"
NAMESPACE = ID.rpartition("/queues/")[0]
WANTED = WantedQueue(mapping_id="Shop", id=ID)
BUS = Looked(resource={"sku": {"name": "Standard"}, "serviceBusEndpoint": "https://their-bus.example.cn:443/"})
FORBIDDEN = Looked(resource={}, error='Status=403 Code="AuthorizationFailed"')
MISSING = Looked(resource={}, error='Status=404 Code="ResourceNotFound"')


def _queue(**properties: Any) -> Looked:
    return Looked(resource={"id": ID, "name": "a~b", "requiresSession": True, "status": "Active", **properties})


@pytest.mark.parametrize(
    "queue", [_queue(), _queue(status="ReceiveDisabled"), _queue(forwardDeadLetteredMessagesTo="d")]
)
def test_a_queue_with_sessions_that_takes_messages_may_be_mapped(queue: Looked) -> None:
    assert existing_queues.refusal(WANTED, queue, BUS, {"another-bus": "main"}) == ""


@pytest.mark.parametrize(
    ("queue", "namespace", "reason"),
    [
        pytest.param(_queue(requiresSession=False), BUS, "it is not session-enabled", id="no sessions"),
        pytest.param(_queue(forwardTo="d"), BUS, "it forwards its messages to d", id="forwards"),
        *(
            pytest.param(_queue(status=it), BUS, f"its status is {it}, so that nothing can be sent to it", id=it)
            for it in ("Disabled", "SendDisabled")
        ),
        pytest.param(
            _queue(),
            Looked(resource={**BUS.resource, "sku": {"name": "Basic"}}),
            "its namespace is of the tier Basic, which knows no sessions",
            id="Basic",
        ),
        pytest.param(MISSING, BUS, "it does not exist", id="no queue"),
        pytest.param(MISSING, MISSING, "it does not exist", id="no namespace"),
        pytest.param(
            FORBIDDEN,
            BUS,
            "the deployer has no right to see it; it needs Microsoft.ServiceBus/namespaces/queues/read on "
            f"{ID}, which the role Reader gives",
            id="hidden queue",
        ),
        pytest.param(
            _queue(),
            FORBIDDEN,
            f"the deployer has no right to see it; it needs Microsoft.ServiceBus/namespaces/read on {NAMESPACE}, "
            "which the role Reader gives",
            id="hidden namespace",
        ),
        pytest.param(
            Looked(resource={}, error="no answer"), BUS, "Azure did not say what it is (no answer)", id="no answer"
        ),
    ],
)
def test_what_speaks_against_a_queue_is_said_with_what_to_do(queue: Looked, namespace: Looked, reason: str) -> None:
    assert existing_queues.refusal(WANTED, queue, namespace, {}) == (
        f"The QueueMappingId Shop cannot lead to {ID}: {reason}. Map it to another queue, or withdraw it: set "
        "backbone:mappings.Shop to `disabled`."
    )


def test_a_queue_of_this_stack_is_mapped_by_its_address() -> None:
    said = existing_queues.refusal(WANTED, _queue(), BUS, {"their-bus": "main"})
    assert "of which what the stack file declares is mapped, as a/b@main." in said


def test_the_host_is_the_one_that_azure_names_and_the_right_is_named_after_the_queue() -> None:
    found = existing_queues.found(_queue(), BUS)
    assert (found.id, found.name, found.host) == (ID, "a~b", "their-bus.example.cn")
    assert found.grant_name == "existing-a~b@their-bus-sender"
