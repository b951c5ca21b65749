"""The life of scale units: one is added, the file is reordered, one is removed, and each stands by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.components.platform import UNIT_GROUPS, make_platform
from tests.components.stacks import DEV, LOCATION, RECEIVER, TEAM, UNITS, UNITS_APART

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

UP = ("up", "--yes", "--skip-preview")
SEND = "Microsoft.ServiceBus/namespaces/messages/send/action"
RECEIVE = "Microsoft.ServiceBus/namespaces/messages/receive/action"


def _units(*aliases: str, base: Mapping[str, Any] = DEV, **keys: Any) -> dict[str, Any]:
    return {**base, "backbone:scaleUnits": dict.fromkeys(aliases, keys)}


def _led(order: int) -> dict[str, Any]:
    """Routes, mappings and receivers that lead to a unit and to the default namespace, one way round or the other."""
    addresses = ("tracking@main", "tracking@shipments")[::order]
    return {
        **DEV,
        "backbone:routes": {f"To {each}": each for each in addresses},
        "backbone:mappings": {f"to-{each.rpartition('@')[2]}": each for each in addresses},
        "backbone:access": {
            "receivers": {each: [RECEIVER, {"id": TEAM, "type": "Group"}][::order] for each in addresses}
        },
    }


def _steps(stack: Deployment) -> set[tuple[str, str]]:
    """What a preview would do to resources; the stack itself only changes its outputs."""
    steps = {(step["op"], step["urn"].split("::", 2)[2].rpartition("$")[2]) for step in stack.steps()}
    return {(op, name) for op, name in steps if not name.startswith("pulumi:pulumi:Stack")}


def _of_unit(alias: str) -> set[str]:
    """Every resource of a plain scale unit."""
    return {
        f"backbone:index:Namespace::{alias}",
        f"azure-native:servicebus:Namespace::{alias}",
        f"azure-native:servicebus:Queue::tracking@{alias}",
        f"azure-native:monitor:DiagnosticSetting::{alias}",
        f"azure-native:authorization:RoleAssignment::{alias}-sender",
        f"azure-native:monitor:MetricAlert::dead-letters@{alias}",
        f"azure-native:monitor:MetricAlert::throttling@{alias}",
        f"azure-native:keyvault:Secret::mapping-{alias}",
    }


def _entity(stack: Deployment, namespace: str, queue: str) -> str:
    """Resource id of a queue."""
    ends = f"/queues/{queue}"
    (found,) = (
        held["id"]
        for held in stack.world.resources()
        if held["id"].endswith(ends) and f"/namespaces/backbone-{namespace}-" in held["id"]
    )
    return str(found)


def test_adding_a_unit_creates_that_unit_and_the_order_of_the_file_means_nothing(deploy: Deploy) -> None:
    stack = deploy(_units("shipments", base=_led(1)))
    stack.up()
    before = {held["id"]: held["body"] for held in stack.world.resources()}

    stack.configure(_units("press", "shipments", base=_led(1)))
    assert _steps(stack) == {("create", name) for name in _of_unit("press")}
    stack.up()
    after = {held["id"]: held["body"] for held in stack.world.resources()}
    assert {key: after[key] for key in before} == before, "nothing else was touched"
    assert list(stack.outputs()["scaleUnits"]) == ["press", "shipments"]

    stack.configure(_units("shipments", "press", base=_led(-1)))
    assert stack.steps() == []


def test_a_protected_unit_is_removed_on_purpose_only(deploy: Deploy) -> None:
    stack = deploy(_units("press", "shipments", base=LOCATION))
    stack.up()
    held = stack.world.resources()

    stack.configure(_units("shipments", base=LOCATION))
    for command in (("preview",), UP):
        answer = stack.fail(*command)
        assert "The scale unit press is deployed and protected, so it cannot be removed" in answer
        assert "set backbone:mappings.press to `disabled`" in answer
        assert "Traceback" not in answer
    assert stack.world.resources() == held

    stack.configure({**_units("shipments", base=LOCATION), "backbone:mappings": {"press": "disabled"}})
    answer = stack.fail("preview")
    protected = [each["urn"] for each in stack.state() if each.get("protect")]
    own = sorted(urn for urn in protected if urn.endswith(("::press", "@press")))
    assert len(own) == 2
    quoted = " ".join(f"'{urn}'" for urn in own)
    assert f"pulumi state unprotect {quoted}" in answer
    stack.succeed("state", "unprotect", "--yes", *own)
    stack.up()
    left = [each["id"] for each in stack.world.resources() if "press" in each["id"]]
    assert [each.rpartition("/")[2] for each in left] == ["queue-mapping-press"], "the id stays taken"
    stack.succeed(*UP, "--expect-no-changes")


def test_a_unit_that_is_removed_leaves_its_id_and_one_that_would_take_it_over_is_refused_in_the_preview(
    deploy: Deploy,
) -> None:
    stack = deploy(_units("press"))
    stack.up()
    assert "The scale unit press is no longer declared: its namespace is deleted" in stack.up(DEV)
    assert [held["id"] for held in stack.world.resources() if "backbone-press" in held["id"]] == []

    stack.configure(_units("press", queue="orders"))
    answer = stack.fail("preview")
    assert "The QueueMappingId press is taken" in answer
    assert "/queues/orders" in answer, "the namespace is new, and yet the preview knows the id of its queue"


def test_the_function_is_told_the_routes_and_may_send_there_and_nowhere_else(deploy: Deploy) -> None:
    stack = deploy(UNITS)
    stack.up()
    hosts = {alias: unit["namespaceHost"] for alias, unit in stack.outputs()["scaleUnits"].items()}
    hosts["main"] = stack.outputs()["namespaceHost"]
    (site,) = (held["id"] for held in stack.world.resources() if held["type"] == "Microsoft.Web/sites")
    listed = stack.world.call("POST", f"{site}/config/appsettings/list", "2025-05-01", {}).body
    assert listed is not None
    assert json.loads(listed["properties"]["BACKBONE_ROUTES"])["routes"] == {
        "Archived": {"namespace": hosts["billing"], "entity": "a/rchive", "kind": "queue"},
        "Audit": {"namespace": hosts["main"], "entity": "audit", "kind": "queue"},
        "Credit": {"namespace": hosts["billing"], "entity": "credits", "kind": "queue"},
        "Invoice": {"namespace": hosts["billing"], "entity": "invoices", "kind": "queue"},
    }
    queues = [
        held["id"] for held in stack.world.resources() if held["type"] == "Microsoft.ServiceBus/namespaces/queues"
    ]
    reached = [queue for queue in queues if stack.world.may("function", SEND, queue).allowed]
    assert len(queues) == len(reached) == 8, "every queue of this stack is mapped or a route's target"
    assert [queue for queue in queues if stack.world.may("function", RECEIVE, queue).allowed] == []
    receiving = {each for each in queues if stack.world.may(RECEIVER, RECEIVE, each).allowed}
    assert receiving == {_entity(stack, "shipments", "tracking"), _entity(stack, "billing", "invoices")}
    assert {each for each in queues if stack.world.may(TEAM, RECEIVE, each).allowed} == {
        _entity(stack, "billing", "invoices")
    }
    assert {each for each in queues if stack.world.may(RECEIVER, SEND, each).allowed} == {
        _entity(stack, "main", "audit")
    }


def test_a_unit_in_its_own_resource_group_keeps_all_that_is_its_own_there(deploy: Deploy) -> None:
    stack = deploy({**UNITS_APART, "backbone:protect": False})
    make_platform(stack.world)
    stack.up()
    ids = [held["id"] for held in stack.world.resources()]
    for group in UNIT_GROUPS:
        alias = group.rpartition("-")[2]
        own = [each for each in ids if alias in each.removeprefix(group).rpartition("/secrets/")[2] and each != group]
        assert len([each for each in own if "/Microsoft.ServiceBus/" in each]) >= 3
        assert [each for each in own if not each.startswith(f"{group}/") and "/secrets/" not in each] == []
