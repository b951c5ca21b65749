import uuid
from typing import Any

import pytest

from sandbox.provider.defaults import Locations, Naming, NamingMode, with_defaults
from sandbox.provider.schema import resource_type
from sandbox.provider.wire import UNKNOWN

GROUPS = {"group": "uksouth"}
NAMING = Naming(logical_name="orders", seed=b"seed")


def defaulted(type_: str, new: dict[str, Any], **options: Any) -> dict[str, Any]:
    options.setdefault("old", {})
    options.setdefault("naming", NAMING)
    options.setdefault("locations", Locations(configured=None, of_group=GROUPS.get))
    return with_defaults(resource_type(f"azure-native:{type_}"), new=new, **options)


def test_a_namespace_gets_a_random_name_and_may_be_created_before_the_old_one_goes() -> None:
    found = defaulted("servicebus:Namespace", {})

    assert found["namespaceName"].startswith("orders")
    assert len(found["namespaceName"]) == len("orders") + 8
    assert int(found["namespaceName"].removeprefix("orders"), 16) >= 0
    assert found["__createBeforeDelete"] is True


def test_a_random_name_follows_from_the_engine_s_seed() -> None:
    again = defaulted("servicebus:Namespace", {})
    other = defaulted("servicebus:Namespace", {}, naming=Naming(logical_name="orders", seed=b"other"))

    assert defaulted("servicebus:Namespace", {}) == again
    assert other["namespaceName"] != again["namespaceName"]


def test_a_queue_s_name_is_its_logical_name() -> None:
    assert defaulted("servicebus:Queue", {}) == {"queueName": "orders", "azureApiVersion": "2026-01-01"}


def test_a_type_with_a_fixed_name_gets_none() -> None:
    assert defaulted("servicebus:NamespaceNetworkRuleSet", {}) == {"azureApiVersion": "2026-01-01"}


def test_a_given_name_is_kept() -> None:
    found = defaulted("servicebus:Namespace", {"namespaceName": "mine"})

    assert found["namespaceName"] == "mine"
    assert "__createBeforeDelete" not in found


@pytest.mark.parametrize("mark", [{"__createBeforeDelete": True}, {}])
def test_the_old_name_is_kept_with_its_mark(mark: dict[str, bool]) -> None:
    found = defaulted("servicebus:Namespace", {}, old={"namespaceName": "was", **mark})

    assert found == {"namespaceName": "was", "azureApiVersion": "2026-01-01", **mark}


@pytest.mark.parametrize(
    ("mode", "named"),
    [
        (NamingMode.PROPOSE, {"queueName": "proposed", "__createBeforeDelete": True}),
        (NamingMode.ENFORCE, {"queueName": "proposed", "__createBeforeDelete": True}),
        (NamingMode.DISABLE, {}),
    ],
)
def test_the_engine_s_auto_naming_setting_is_obeyed(mode: NamingMode, named: dict[str, Any]) -> None:
    naming = Naming(logical_name="orders", seed=b"seed", mode=mode, proposed="proposed")

    assert defaulted("servicebus:Queue", {}, naming=naming) == {**named, "azureApiVersion": "2026-01-01"}


def test_a_proposed_name_is_not_taken_for_a_uuid_and_an_enforced_one_is() -> None:
    proposed = Naming(logical_name="reader", seed=b"seed", mode=NamingMode.PROPOSE, proposed="proposed")
    enforced = Naming(logical_name="reader", seed=b"seed", mode=NamingMode.ENFORCE, proposed="proposed")

    named = defaulted("authorization:RoleAssignment", {}, naming=proposed)["roleAssignmentName"]
    assert uuid.UUID(named).version == 4
    assert defaulted("authorization:RoleAssignment", {}, naming=enforced)["roleAssignmentName"] == "proposed"


@pytest.mark.parametrize(
    ("new", "old", "configured", "location"),
    [
        ({"location": "own"}, {"location": "old"}, "configured", "own"),
        ({}, {"location": "old"}, "configured", "old"),
        ({}, {}, "configured", "configured"),
        ({"resourceGroupName": "group"}, {}, None, "uksouth"),
        ({"resourceGroupName": UNKNOWN}, {}, None, UNKNOWN),
        ({"resourceGroupName": "missing"}, {}, None, None),
        ({}, {}, None, None),
    ],
)
def test_a_location_comes_from_the_first_that_has_one(
    new: dict[str, Any],
    old: dict[str, Any],
    configured: str | None,
    location: str | None,
) -> None:
    found = defaulted(
        "servicebus:Namespace",
        new,
        old=old,
        locations=Locations(configured=configured, of_group=GROUPS.get),
    )

    assert found.get("location") == location


def test_a_queue_gets_no_location() -> None:
    found = defaulted("servicebus:Queue", {}, locations=Locations(configured="uksouth", of_group=GROUPS.get))

    assert "location" not in found


def test_a_given_api_version_is_kept() -> None:
    assert defaulted("servicebus:Queue", {"azureApiVersion": "x"})["azureApiVersion"] == "x"
