"""Who gets which right: each once, at the one entity that it is for."""

from __future__ import annotations

import json

import pytest

from backbone import grants
from backbone.roles import Role
from backbone.settings import PrincipalType
from tests.backbone.stack import PRINCIPAL, parse, unchecked
from tests.components.stacks import STACKS
from tests.deployment import ROOT

OTHER = "33333333-3333-3333-3333-333333333333"


def test_the_function_may_send_to_each_mapped_queue_and_each_routes_target_once() -> None:
    settings = parse(
        {
            "backbone:namespace": {"queues": {"Returns": {"requiresSession": True}, "audit": {}, "inbox": {}}},
            "backbone:scaleUnits": {"billing": {"queue": "invoices", "queues": {"archive": {}}}},
            "backbone:mappings": {"returned": "RETURNS@main", "old": "disabled"},
            "backbone:routes": {"Audit": "audit@main", "Again": "returns@main", "Archived": "Archive@BILLING"},
        }
    )
    assert [str(target.address) for target in grants.of_function(settings)] == [
        "Returns@main",
        "archive@billing",
        "audit@main",
        "invoices@billing",
        "tracking@main",
    ]


def test_a_principal_gets_its_right_at_the_entity_that_the_setting_names() -> None:
    settings = unchecked(
        {
            "backbone:namespace": {"topics": {"Orders": {"subscriptions": {"shipments": {}}}}},
            "backbone:scaleUnits": {"billing": {}},
            "backbone:access": {
                "receivers": {
                    "TRACKING@billing": [PRINCIPAL, {"id": OTHER, "type": "User"}],
                    "orders@main/shipments": [PRINCIPAL],
                    "orders@main": [PRINCIPAL],
                },
                "senders": {"orders@main": [PRINCIPAL]},
            },
        }
    )
    found = {grant.name: (grant.role, str(grant.on.address), grant.to.type) for grant in grants.of_principals(settings)}
    receiver, sender = Role.SERVICE_BUS_DATA_RECEIVER, Role.SERVICE_BUS_DATA_SENDER
    service = PrincipalType.SERVICE_PRINCIPAL
    assert found == {
        f"Orders@main-receiver-{PRINCIPAL}": (receiver, "Orders@main", service),
        f"Orders@main-sender-{PRINCIPAL}": (sender, "Orders@main", service),
        f"Orders@main/shipments-receiver-{PRINCIPAL}": (receiver, "Orders@main/shipments", service),
        f"tracking@billing-receiver-{PRINCIPAL}": (receiver, "tracking@billing", service),
        f"tracking@billing-receiver-{OTHER}": (receiver, "tracking@billing", PrincipalType.USER),
    }


@pytest.mark.parametrize("also", [{}, {"receivers": {"orders@main/billing-orders": [PRINCIPAL]}}])
def test_the_receiver_of_a_subscription_of_another_unit_receives_from_that_subscription_only(also: object) -> None:
    settings = unchecked(
        {
            "backbone:namespace": {"topics": {"orders": {}}},
            "backbone:subscriptions": {"billing-orders": {"to": "Orders@main", "receiver": PRINCIPAL}},
            "backbone:access": also,
        }
    )
    (found,) = grants.of_principals(settings)
    assert found.name == f"orders@main/billing-orders-receiver-{PRINCIPAL}"
    assert (found.role, found.to.id) == (Role.SERVICE_BUS_DATA_RECEIVER, PRINCIPAL)


@pytest.mark.parametrize("name", STACKS)
def test_as_many_role_assignments_are_counted_as_are_deployed(name: str) -> None:
    deployed = json.loads((ROOT / "tests" / "golden" / f"{name}.json").read_text(encoding="utf-8"))["resources"]
    given = [each["urn"].rpartition("::")[2] for each in deployed if "authorization:RoleAssignment::" in each["urn"]]
    ours = [each for each in given if not each.startswith("existing-")]
    assert grants.count(parse(STACKS[name])) == len(ours), "those on queues of others are not counted"


def test_no_role_of_ours_manages_anything() -> None:
    manages = ("owner", "contributor", "administrator")
    service_bus = [role.name for role in Role if role.name.startswith("SERVICE_BUS")]
    assert service_bus
    assert [name for name in service_bus if any(word in name.lower() for word in manages)] == []
