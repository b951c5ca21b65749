from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.world import (
    DEPLOYER,
    AzureError,
    NotAGroupError,
    NotAMemberError,
    PrincipalType,
    UnknownPrincipalError,
)
from tests.sandbox.world.role_cases import FIRST, IDENTITIES, INBOX, assignment, role_of
from tests.sandbox.world.scenery import SUBSCRIPTION, queue

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

SEND = "Microsoft.ServiceBus/namespaces/messages/send/action"
SENDER = "Azure Service Bus Data Sender"
PEOPLE = {
    "alice": ("aaaaaaaa-1111-0000-0000-000000000000", PrincipalType.USER),
    "team": ("aaaaaaaa-2222-0000-0000-000000000000", PrincipalType.GROUP),
    "department": ("aaaaaaaa-3333-0000-0000-000000000000", PrincipalType.GROUP),
}


@pytest.fixture
def people(azure: Scenery) -> Scenery:
    """A world with a user, and a group in a group; nobody is in either yet."""
    for name, (object_id, kind) in PEOPLE.items():
        azure.world.add_principal(name, object_id, kind)
    azure.world.add_member("department", "team")
    return azure


def test_a_role_of_a_group_holds_for_its_members_until_they_leave(people: Scenery) -> None:
    given = people.world.grant("team", SENDER, INBOX)
    assert not people.world.may("alice", SEND, INBOX).allowed

    people.world.add_member("team", "alice")
    decision = people.world.may("alice", SEND, INBOX)
    people.world.remove_member("team", "alice")

    assert (decision.allowed, decision.assignment) == (True, given)
    assert not people.world.may("alice", SEND, INBOX).allowed


def test_membership_is_transitive_and_works_in_one_direction_only(people: Scenery) -> None:
    people.world.grant("department", SENDER, INBOX)
    people.world.add_member("team", "alice")

    assert people.world.may("alice", SEND, INBOX).allowed
    people.world.revoke("department", SENDER, INBOX)
    people.world.grant("alice", SENDER, INBOX)
    assert not people.world.may("team", SEND, INBOX).allowed
    assert not people.world.may("department", SEND, INBOX).allowed


def test_groups_may_be_in_each_other(people: Scenery) -> None:
    people.world.add_member("team", "department")
    people.world.add_member("team", "alice")
    people.world.grant("department", SENDER, INBOX)

    assert people.world.may("alice", SEND, INBOX).allowed
    assert people.world.may("team", SEND, INBOX).allowed


def test_the_deployer_may_work_by_a_group_alone(people: Scenery) -> None:
    for role in ("Contributor", "User Access Administrator"):
        people.world.revoke(DEPLOYER, role, SUBSCRIPTION)
    people.world.grant("department", "Contributor", SUBSCRIPTION)
    with pytest.raises(AzureError, match="AuthorizationFailed"):
        people.put(queue("q"))

    people.world.add_member("team", DEPLOYER)

    assert people.put(queue("q"))["name"] == "q"
    with pytest.raises(AzureError, match="roleAssignments/write"):
        people.put(assignment(FIRST), role_of(PEOPLE["alice"][0], principalType="User"))


def test_an_identity_may_be_in_a_group(people: Scenery) -> None:
    people.put(f"{IDENTITIES}/function", {"location": "westeurope"})
    people.world.grant("team", SENDER, INBOX)

    people.world.add_member("team", "function")
    assert people.world.may("function", SEND, INBOX).allowed

    people.call("DELETE", f"{IDENTITIES}/function")
    people.put(f"{IDENTITIES}/function", {"location": "westeurope"})
    assert not people.world.may("function", SEND, INBOX).allowed, "the new identity is another principal"


def test_who_is_in_which_group_is_remembered(people: Scenery) -> None:
    people.world.add_member("team", "alice")
    people.world.add_member("team", "alice")
    people.world.grant("department", SENDER, INBOX)

    again = type(people)(people.home)

    assert again.world.may("alice", SEND, INBOX).allowed
    again.world.close()


@pytest.mark.parametrize(
    ("group", "member", "error", "text"),
    [
        ("alice", "team", NotAGroupError, "'alice' is no group but a User; make one known with the type Group first."),
        ("team", "team", NotAGroupError, "The group 'team' cannot be a member of itself."),
        ("nobody", "alice", UnknownPrincipalError, "Nobody is known by the name 'nobody'"),
        ("team", "nobody", UnknownPrincipalError, "Nobody is known by the name 'nobody'"),
    ],
)
def test_only_a_group_has_members(people: Scenery, group: str, member: str, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        people.world.add_member(group, member)


def test_only_a_member_leaves(people: Scenery) -> None:
    people.world.add_member("team", "alice")

    with pytest.raises(NotAMemberError, match="alice does not itself belong to the group department"):
        people.world.remove_member("department", "alice")
