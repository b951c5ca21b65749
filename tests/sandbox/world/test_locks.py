from __future__ import annotations

import pytest

from sandbox.world import DEPLOYER, OWNER, AzureError
from tests.sandbox.world.lock_cases import INBOX, ROOT, lock, refusal
from tests.sandbox.world.scenery import GROUP, STANDARD, SUBSCRIPTION, Scenery, properties, version_of

CONTRIBUTOR = "11111111-1111-1111-1111-111111111111"
WHERE = [SUBSCRIPTION, GROUP, STANDARD, INBOX]


@pytest.mark.parametrize("where", WHERE, ids=["subscription", "group", "namespace", "queue"])
def test_a_lock_holds_for_everything_below_it_until_it_goes(azure: Scenery, where: str) -> None:
    azure.put(lock(where), properties(level="CanNotDelete"))
    with pytest.raises(AzureError) as refused:
        azure.call("DELETE", INBOX)
    azure.put(INBOX, properties(maxDeliveryCount=3))

    azure.call("DELETE", lock(where))

    assert (refused.value.status, refused.value.code) == (409, "ScopeLocked")
    assert refused.value.message == refusal(INBOX, "delete", where)
    assert azure.call("DELETE", INBOX).status == 200


def test_a_read_only_scope_is_read_and_may_be_unlocked_but_not_written_or_asked_for_keys(azure: Scenery) -> None:
    azure.put(lock(STANDARD), properties(level="ReadOnly"))

    assert azure.call("GET", INBOX).status == 200
    for method, where in (("PUT", INBOX), ("PATCH", STANDARD), ("DELETE", INBOX), ("POST", f"{ROOT}/listKeys")):
        with pytest.raises(AzureError, match="ScopeLocked"):
            azure.call(method, where, {})
    with pytest.raises(AzureError, match="ScopeLocked"):
        azure.world.grant("deployer", "Reader", STANDARD)
    assert azure.call("DELETE", lock(STANDARD)).status == 200
    assert azure.put(INBOX)["name"] == "inbox"


def test_a_lock_that_forbids_nothing_and_a_neighbour_s_lock_are_in_nobody_s_way(azure: Scenery) -> None:
    azure.put(lock(GROUP), properties(level="NotSpecified"))
    azure.put(lock(STANDARD), properties(level="ReadOnly"))
    other = STANDARD.replace("standard", "premium")

    assert azure.call("DELETE", other).status == 200


def test_a_refusal_names_every_locked_scope_once_nearest_first(azure: Scenery) -> None:
    for where, name in ((GROUP, "a"), (STANDARD, "a"), (STANDARD, "b"), (INBOX, "a")):
        azure.put(lock(where, name), properties(level="CanNotDelete"))

    with pytest.raises(AzureError) as refused:
        azure.call("DELETE", STANDARD)

    assert refused.value.message == refusal(STANDARD, "delete", STANDARD, GROUP, INBOX)


def test_only_who_manages_access_may_lock_and_unlock(azure: Scenery) -> None:
    azure.world.grant(CONTRIBUTOR, "Contributor", GROUP)
    body = properties(level="CanNotDelete")
    version = version_of(lock(GROUP))
    for principal in (OWNER, DEPLOYER):
        azure.world.call("PUT", lock(GROUP), version, body, principal=principal)

    for method in ("PUT", "DELETE"):
        with pytest.raises(AzureError, match="AuthorizationFailed"):
            azure.world.call(method, lock(GROUP), version, body, principal=CONTRIBUTOR)


def test_a_lock_is_read_as_it_was_set_and_says_who_set_it(azure: Scenery) -> None:
    azure.put(lock(GROUP), properties(level="cannotdelete", notes="ours", owners=[{"applicationId": "me"}]))

    found = azure.get(lock(GROUP))

    assert found["id"] == lock(GROUP)
    assert found["type"] == "Microsoft.Authorization/locks"
    assert found["properties"] == {"level": "CanNotDelete", "notes": "ours", "owners": [{"applicationId": "me"}]}
    assert found["systemData"]["createdByType"] == "Application"
    assert [each["name"] for each in azure.get(lock(GROUP, "").rstrip("/"))["value"]] == ["keep"]


def test_locks_go_with_what_they_hold_once_it_may_go(azure: Scenery) -> None:
    azure.put(lock(INBOX), properties(level="NotSpecified"))

    azure.call("DELETE", GROUP)

    assert azure.ids() == []
