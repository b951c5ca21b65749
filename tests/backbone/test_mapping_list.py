"""Declared and found mappings side by side."""

from __future__ import annotations

from typing import Any

import pytest

from backbone import mapping_list
from backbone.deployment import Deployment
from backbone.mapping_list import Listed, Secret
from backbone.roles import Role
from tests.backbone.stack import GROUP, PRINCIPAL

QUEUE = f"{GROUP}/Microsoft.ServiceBus/namespaces/bus/queues/orders"
DECLARED = {"shop": Listed(id="Shop", declared="orders@main")}
OTHER = "33333333-3333-3333-3333-333333333333"


def _assignment(scope: str = QUEUE, role: str = Role.SERVICE_BUS_DATA_SENDER, to: str = PRINCIPAL) -> dict[str, Any]:
    definition = f"/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/{role}"
    return {"properties": {"scope": scope, "roleDefinitionId": definition, "principalId": to}}


@pytest.mark.parametrize(
    ("assignment", "allowed"),
    [
        pytest.param(_assignment(QUEUE.upper(), to=PRINCIPAL.upper()), True, id="on the queue"),
        pytest.param(_assignment(QUEUE.rpartition("/queues/")[0]), True, id="on the namespace"),
        pytest.param(_assignment("/"), True, id="on everything"),
        pytest.param(_assignment(f"{QUEUE}/below"), False, id="below the queue"),
        pytest.param(_assignment(QUEUE[:-1]), False, id="on a queue whose name begins so"),
        pytest.param(_assignment(to=OTHER), False, id="somebody else's"),
        pytest.param(_assignment(role=Role.SERVICE_BUS_DATA_RECEIVER), False, id="another role"),
    ],
)
def test_data_sender_at_the_queue_or_above_it_lets_the_function_send(assignment: Any, *, allowed: bool) -> None:
    assert mapping_list.may_send([assignment], PRINCIPAL, QUEUE) is allowed


@pytest.mark.parametrize(
    ("declared", "secret", "right", "note"),
    [
        (True, None, None, "not deployed yet; `pulumi up` does it"),
        (True, Secret(target=QUEUE, enabled=True), True, ""),
        (False, Secret(target=QUEUE, enabled=True), True, "not in the stack file"),
        (
            True,
            Secret(target=QUEUE, enabled=True),
            False,
            "the function may not send there: Azure Service Bus Data Sender is missing; run `pulumi up`",
        ),
        (
            True,
            Secret(target=QUEUE, enabled=True),
            "403 AuthorizationFailed: no",
            "whether the function may send there cannot be seen: 403 AuthorizationFailed: no",
        ),
        (
            False,
            Secret(target=None, enabled=True),
            None,
            "its secret has no tag `target`, so that nobody sees where it leads",
        ),
    ],
)
def test_what_is_to_be_known_of_a_mapping_is_said(
    *, declared: bool, secret: Secret | None, right: bool | str | None, note: str
) -> None:
    granted = {} if right is None else {QUEUE.lower(): right}
    secrets = {} if secret is None else {"shop": secret}
    (found,) = mapping_list.joined(DECLARED if declared else {}, secrets, granted)
    assert (found.id, found.found, found.note) == ("Shop" if declared else "shop", secret is not None, note)


@pytest.mark.parametrize(
    ("written", "secret", "is_due"),
    [
        ("disabled", Secret(target=QUEUE, enabled=False), False),
        ("disabled", Secret(target=QUEUE, enabled=True), True),
        ("orders@main", Secret(target=QUEUE, enabled=False), True),
        ("orders@main", Secret(target=QUEUE, enabled=True), False),
        (QUEUE.upper(), Secret(target=QUEUE, enabled=True), False),
        (f"{QUEUE}-2", Secret(target=QUEUE, enabled=True), True),
    ],
)
def test_a_deployment_that_is_due_is_said(written: str, secret: Secret, *, is_due: bool) -> None:
    declared = {"shop": Listed(id="Shop", declared=written)}
    (found,) = mapping_list.joined(declared, {"shop": secret}, {QUEUE.lower(): True})
    assert found.note == ("the next `pulumi up` changes it to what is declared" if is_due else "")


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (QUEUE, "orders@bus"),
        (f"{QUEUE}~in".upper(), "ORDERS/IN@BUS"),
        ("orders@main", "orders@main"),
        ("disabled", "disabled"),
        (f"{GROUP}/Microsoft.ServiceBus/namespaces/bus", f"{GROUP}/Microsoft.ServiceBus/namespaces/bus"),
    ],
)
def test_people_read_queue_and_namespace_in_place_of_a_resource_id(target: str, shown: str) -> None:
    assert mapping_list.short(target) == shown


def test_mappings_are_told_from_other_secrets_of_the_vault() -> None:
    listed = [
        {"name": "queue-mapping-Shop", "tags": {"target": QUEUE}, "properties": {"attributes": {"enabled": False}}},
        {"name": "queue-mapping-hand", "properties": {}},
        {"name": "certificate", "properties": {}},
    ]
    assert Secret.parse(listed) == {
        "shop": Secret(target=QUEUE, enabled=False),
        "hand": Secret(target=None, enabled=True),
    }


def test_a_stack_that_has_deployed_nothing_has_no_vault() -> None:
    assert Deployment.parse({"deployment": {}}) == Deployment(vault_id=None, sender=None)
