from __future__ import annotations

from typing import Any

import pytest

from sandbox.world import AzureError, DriftError
from tests.sandbox.world.lock_cases import lock
from tests.sandbox.world.scenery import GROUP, LISTENER, STANDARD, SUBSCRIPTION, Scenery, properties, queue

INBOX = queue("inbox")


def test_somebody_else_changes_what_he_names_and_nothing_more(azure: Scenery) -> None:
    azure.put(INBOX, properties(maxDeliveryCount=3, lockDuration="PT2M"))
    before = azure.properties(INBOX)
    azure.clock.pass_by(seconds=1)

    azure.world.drift.set(INBOX, {"properties.lockDuration": "PT3M", "properties.requiresSession": False})

    after = azure.properties(INBOX)
    assert {name for name in after if after[name] != before[name]} == {"lockDuration", "updatedAt"}
    assert after["lockDuration"] == "PT3M"


def test_a_value_may_be_new_or_taken_away(azure: Scenery) -> None:
    azure.world.drift.set(STANDARD, {"tags": {"owner": "me", "cost": "1"}})
    azure.world.drift.set(STANDARD, {"tags.owner": "you", "tags.cost": None})

    assert azure.get(STANDARD)["tags"] == {"owner": "you"}


def test_a_secret_gets_another_value_and_keeps_the_rest(azure: Scenery) -> None:
    vault = f"{GROUP}/providers/Microsoft.KeyVault/vaults/drifting-vault"
    tenant = "00000000-0000-4000-8000-000000000002"
    sku = {"family": "A", "name": "standard"}
    given: dict[str, Any] = {"tenantId": tenant, "sku": sku, "enableRbacAuthorization": True}
    azure.put(vault, {"location": "westeurope", **properties(**given)})
    azure.put(f"{vault}/secrets/first", {"tags": {"kind": "test"}, **properties(value="ours")})
    azure.world.grant("owner", "Key Vault Secrets User", vault)

    azure.world.drift.set(f"{vault}/secrets/first", {"properties.value": "s3cret"})

    assert azure.world.vault("drifting-vault", principal="owner").get_secret("first") == "s3cret"
    assert azure.get(f"{vault}/secrets/first")["tags"] == {"kind": "test"}
    assert "s3cret" not in (azure.home / "requests.jsonl").read_text("utf-8")


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "an immutable property": (INBOX, {"properties.requiresSession": True}, "can't be changed"),
    "an unknown property": (INBOX, {"properties.colour": "red"}, "Could not find member 'colour'"),
    "a value out of range": (INBOX, {"properties.maxDeliveryCount": 0}, "SubCode=40000"),
    "what is not there": (queue("nobody"), {"properties.maxDeliveryCount": 1}, "ResourceNotFound"),
    "an unknown type": (f"{STANDARD}/quenes/inbox", {"a": 1}, "InvalidResourceType"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_azure_forbids_is_forbidden_to_somebody_else_too(azure: Scenery, what: str) -> None:
    target, changes, text = REFUSED[what]
    before = azure.state()
    with pytest.raises(AzureError, match=text):
        azure.world.drift.set(target, changes)

    assert azure.state() == before


def test_somebody_else_deletes_what_exists_and_is_not_locked(azure: Scenery) -> None:
    azure.world.drift.delete(INBOX)
    assert INBOX not in azure.ids()
    with pytest.raises(AzureError, match="ResourceNotFound"):
        azure.world.drift.delete(INBOX)
    azure.world.drift.lock(GROUP)
    with pytest.raises(AzureError, match="ScopeLocked"):
        azure.world.drift.delete(LISTENER)


def test_unlocking_takes_every_lock_of_the_scope_and_tells_where_others_stand(azure: Scenery) -> None:
    azure.world.drift.lock(GROUP)
    azure.put(lock(GROUP), properties(level="ReadOnly"))
    with pytest.raises(DriftError) as inherited:
        azure.world.drift.unlock(INBOX)

    assert (
        str(inherited.value) == f"no lock stands at {INBOX}; it inherits what stands at {GROUP}, {GROUP}: unlock that"
    )
    assert azure.world.drift.unlock(GROUP) == [lock(GROUP, "drift"), lock(GROUP)]
    with pytest.raises(DriftError, match="nothing is locked"):
        azure.world.drift.unlock(GROUP)


@pytest.mark.parametrize("id", ["inbox", f"{STANDARD}/queues", "/providers/Microsoft.Resources/x/y", ""])
def test_what_is_no_resource_s_id_is_refused_with_a_sentence(azure: Scenery, id: str) -> None:
    with pytest.raises(DriftError, match="an id begins with /subscriptions/ and ends with a resource's name"):
        azure.world.drift.lock(id)


def test_a_path_through_a_value_is_refused_with_a_sentence(azure: Scenery) -> None:
    with pytest.raises(DriftError, match=r"location in location\.x is a value"):
        azure.world.drift.set(STANDARD, {"location.x": 1})


def test_the_whole_subscription_can_be_locked(azure: Scenery) -> None:
    assert azure.world.drift.lock(SUBSCRIPTION, "ReadOnly") == lock(SUBSCRIPTION, "drift")
    with pytest.raises(AzureError, match="ScopeLocked"):
        azure.put(queue("new"))
