from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.azure.authorization.data_action import is_data_action
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.view import Resource
from sandbox.world import (
    DEFAULT_TENANT,
    DEPLOYER,
    OWNER,
    AzureError,
    PrincipalType,
    TakenNameError,
    UnknownPrincipalError,
    UnknownRoleError,
)
from sandbox.world.store import Store
from tests.sandbox.world.role_cases import (
    CUSTOM,
    FIRST,
    IDENTITIES,
    INBOX,
    SECOND,
    SENDER,
    SOMEBODY,
    assignment,
    custom,
    definition,
    role_of,
)
from tests.sandbox.world.scenery import GROUP, LISTENER, STANDARD, SUBSCRIPTION, TOPIC, queue
from tests.sandbox.world.vault_cases import VAULT, vault

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

SEND = "Microsoft.ServiceBus/namespaces/messages/send/action"
READ_SECRET = "Microsoft.KeyVault/vaults/secrets/getSecret/action"  # noqa: S105
WRITE_SECRET = "Microsoft.KeyVault/vaults/secrets/write"  # noqa: S105
ASSIGN = "Microsoft.Authorization/roleAssignments/write"
OTHER_SUBSCRIPTION = "/subscriptions/99999999-9999-9999-9999-999999999999"


def _identity(azure: Scenery, name: str = "function") -> str:
    """Make an identity; returns its principal's object id."""
    made: str = azure.put(f"{IDENTITIES}/{name}", {"location": "westeurope"})["properties"]["principalId"]
    return made


@pytest.mark.parametrize(
    "action", [SEND, READ_SECRET, "Microsoft.KeyVault/vaults/secrets/delete", "MICROSOFT.insights/metrics/WRITE"]
)
def test_an_action_about_data_is_known_by_its_name(action: str) -> None:
    assert is_data_action(action)


@pytest.mark.parametrize("action", [WRITE_SECRET, ASSIGN, "Microsoft.KeyVault/vaults/secrets/read", "*"])
def test_an_action_about_management_is_known_by_its_name(action: str) -> None:
    assert not is_data_action(action)


@pytest.mark.parametrize(
    ("principal", "action", "allowed"),
    [
        (DEPLOYER, WRITE_SECRET, True),
        (DEPLOYER, ASSIGN, True),
        (DEPLOYER, READ_SECRET, False),
        (DEPLOYER, SEND, False),
        (OWNER, ASSIGN, True),
        (OWNER, READ_SECRET, False),
        (SOMEBODY, "Microsoft.KeyVault/vaults/read", False),
    ],
)
def test_the_first_principals_manage_everything_and_see_no_data(
    azure: Scenery, principal: str, action: str, *, allowed: bool
) -> None:
    assert azure.world.may(principal, action, GROUP).allowed is allowed


@pytest.mark.parametrize("scope", [INBOX, STANDARD, GROUP, SUBSCRIPTION])
def test_a_role_holds_at_its_scope_and_below(azure: Scenery, scope: str) -> None:
    given = azure.put(assignment(FIRST, scope), role_of(SOMEBODY))["id"]

    decision = azure.world.may(SOMEBODY, SEND, INBOX)

    assert (decision.allowed, decision.assignment) == (True, given)


@pytest.mark.parametrize("beside", [queue("outbox"), STANDARD, GROUP, SUBSCRIPTION, OTHER_SUBSCRIPTION, f"{INBOX}-2"])
def test_a_role_does_not_hold_beside_its_scope_or_above(azure: Scenery, beside: str) -> None:
    azure.put(assignment(FIRST), role_of(SOMEBODY))

    assert not azure.world.may(SOMEBODY, SEND, beside).allowed


def test_letter_case_does_not_matter_for_principal_action_and_scope(azure: Scenery) -> None:
    object_id = "ABCDEFAB-0000-0000-0000-00000000000A"
    azure.put(assignment(FIRST), role_of(object_id))

    assert azure.world.may(object_id.lower(), SEND.upper(), INBOX.upper()).allowed


def test_the_nearest_of_several_assignments_is_named(azure: Scenery) -> None:
    azure.put(assignment(FIRST, SUBSCRIPTION), role_of(SOMEBODY))
    near = azure.put(assignment(SECOND), role_of(SOMEBODY))["id"]

    assert azure.world.may(SOMEBODY, SEND, INBOX).assignment == near


def test_what_one_role_takes_out_another_may_allow(azure: Scenery) -> None:
    permission = {"actions": ["Microsoft.ServiceBus/*"], "notActions": ["Microsoft.ServiceBus/*/delete"]}
    azure.put(definition(), custom(permissions=[permission]))
    azure.put(assignment(FIRST, GROUP), role_of(SOMEBODY, CUSTOM))
    delete = "Microsoft.ServiceBus/namespaces/queues/delete"
    assert azure.world.may(SOMEBODY, "Microsoft.ServiceBus/namespaces/queues/write", INBOX).allowed
    assert not azure.world.may(SOMEBODY, delete, INBOX).allowed

    azure.world.grant(SOMEBODY, "Contributor", GROUP)

    assert azure.world.may(SOMEBODY, delete, INBOX).allowed


def test_actions_and_data_actions_are_two_things(azure: Scenery) -> None:
    azure.put(definition(), custom(permissions=[{"dataActions": ["*"]}]))
    azure.put(assignment(FIRST, GROUP), role_of(SOMEBODY, CUSTOM))

    assert azure.world.may(SOMEBODY, READ_SECRET, GROUP).allowed
    assert not azure.world.may(SOMEBODY, READ_SECRET, GROUP, data=False).allowed
    assert not azure.world.may(SOMEBODY, WRITE_SECRET, GROUP).allowed
    assert azure.world.may(SOMEBODY, WRITE_SECRET, GROUP, data=True).allowed


def test_a_changed_role_definition_counts_at_once(azure: Scenery) -> None:
    azure.put(definition(), custom())
    azure.put(assignment(FIRST, GROUP), role_of(SOMEBODY, CUSTOM))
    azure.put(definition(), custom(permissions=[{"actions": ["*/read"]}]))

    assert not azure.world.may(SOMEBODY, "Microsoft.ServiceBus/namespaces/queues/write", INBOX).allowed


def test_the_function_is_the_identity_of_the_function_app(azure: Scenery) -> None:
    _identity(azure, "id-tracking-a1b2")
    azure.world.grant("id-tracking-a1b2", "Azure Service Bus Data Sender", INBOX)
    app = Resource(
        id=ResourceId.parse(f"{GROUP}/providers/Microsoft.Web/sites/app"),
        type="Microsoft.Web/sites",
        api_version="2025-05-01",
        body={
            "kind": "functionapp,linux",
            "identity": {"userAssignedIdentities": {f"{IDENTITIES}/id-tracking-a1b2": {}}},
        },
        created_at=azure.clock.now,
        updated_at=azure.clock.now,
    )
    store = Store(azure.home / "world.sqlite3", tenant=DEFAULT_TENANT, clock=azure.clock)
    with closing(store), store.transaction(write=True) as view:
        view.put(app)

    assert azure.world.may("function", SEND, INBOX).allowed


def test_identities_are_known_by_their_resources_names(azure: Scenery) -> None:
    azure.put(assignment(FIRST), role_of(_identity(azure), principalType=None))

    assert azure.world.may("function", SEND, INBOX).allowed


def test_a_system_assigned_identity_is_a_principal_as_long_as_its_resource_has_it(azure: Scenery) -> None:
    made = azure.put(STANDARD, {"identity": {"type": "SystemAssigned"}})
    azure.put(assignment(FIRST), role_of(made["identity"]["principalId"], principalType=None))
    assert azure.world.may("standard-bus", SEND, INBOX).allowed

    azure.put(STANDARD, {"identity": {"type": "None"}})

    with pytest.raises(UnknownPrincipalError):
        azure.world.may("standard-bus", SEND, INBOX)


def test_an_identity_keeps_its_principal_until_it_is_deleted(azure: Scenery) -> None:
    first = _identity(azure)
    assert _identity(azure) == first

    azure.call("DELETE", f"{IDENTITIES}/function")

    assert _identity(azure) != first


def test_the_assignments_of_a_deleted_identity_stay_and_allow_nobody_anything(azure: Scenery) -> None:
    gone = _identity(azure)
    azure.put(assignment(FIRST), role_of(gone))
    azure.call("DELETE", f"{IDENTITIES}/function")
    _identity(azure)

    assert azure.properties(assignment(FIRST))["principalId"] == gone
    assert not azure.world.may("function", SEND, INBOX).allowed
    with pytest.raises(AzureError, match="RoleAssignmentUpdateNotPermitted"):
        azure.put(assignment(FIRST), role_of(_identity(azure)))


def test_assignments_go_with_the_resource_that_is_their_scope(azure: Scenery) -> None:
    azure.put(assignment(FIRST), role_of(SOMEBODY))
    azure.put(assignment(SECOND, GROUP), role_of(SOMEBODY))

    azure.call("DELETE", INBOX)

    assert assignment(FIRST) not in azure.ids()
    assert assignment(SECOND, GROUP) in azure.ids()


def test_an_assignment_on_a_resource_that_is_missing_is_refused(azure: Scenery) -> None:
    with pytest.raises(AzureError, match=r"queues/outbox' under resource group 'rg' was not found") as refused:
        azure.put(assignment(FIRST, queue("outbox")), role_of(SOMEBODY))

    assert (refused.value.status, refused.value.code) == (404, "ResourceNotFound")


def test_the_answer_describes_an_assignment_in_full(azure: Scenery) -> None:
    body = role_of(SOMEBODY, roleDefinitionId=f"/providers/Microsoft.Authorization/roleDefinitions/{SENDER}")

    answer = azure.put(assignment(FIRST), body)

    deployer = azure.world.deployer.object_id
    assert answer["type"] == "Microsoft.Authorization/roleAssignments"
    assert answer["properties"] == {
        "roleDefinitionId": definition(SENDER),
        "principalId": SOMEBODY,
        "principalType": "ServicePrincipal",
        "scope": INBOX,
        "createdOn": "2026-08-01T12:00:00Z",
        "updatedOn": "2026-08-01T12:00:00Z",
        "createdBy": deployer,
        "updatedBy": deployer,
    }


def test_a_list_of_assignments_holds_what_concerns_the_scope(azure: Scenery) -> None:
    azure.put(assignment(FIRST), role_of(SOMEBODY))
    azure.put(assignment(SECOND, GROUP), role_of(SOMEBODY))

    found = azure.get(f"{STANDARD}/providers/Microsoft.Authorization/roleAssignments")["value"]

    names = [each["name"] for each in found]
    assert {FIRST, SECOND} <= set(names)
    assert len(names) == len(set(names)) == 5, "the owner's one and the deployer's two are inherited"


def test_built_in_roles_are_found_and_listed_at_any_scope(azure: Scenery) -> None:
    azure.put(definition(), custom())

    listed = azure.get(f"{GROUP}/providers/Microsoft.Authorization/roleDefinitions")["value"]
    found = azure.properties(definition(SENDER, INBOX))

    assert {"Writer", "Contributor"} <= {each["properties"]["roleName"] for each in listed}
    assert (found["roleName"], found["type"]) == ("Azure Service Bus Data Sender", "BuiltInRole")
    assert found["permissions"][0]["dataActions"] == ["Microsoft.ServiceBus/*/send/action"]
    assert azure.properties(definition())["type"] == "CustomRole"


def test_what_was_there_before_anybody_deployed_is_not_listed_as_a_resource(empty: Scenery) -> None:
    assert empty.ids() == []


def test_a_call_is_decided_for_its_principal(azure: Scenery) -> None:
    azure.world.grant(SOMEBODY, "Reader", GROUP)

    assert azure.world.call("GET", STANDARD, "2026-01-01", principal=SOMEBODY).status == 200
    with pytest.raises(AzureError) as refused:
        azure.world.call("PUT", INBOX, "2026-01-01", {}, principal=SOMEBODY)

    assert refused.value.status == 403
    assert refused.value.message == (
        f"The client '{SOMEBODY}' with object id '{SOMEBODY}' does not have authorization to perform action "
        f"'Microsoft.ServiceBus/namespaces/queues/write' over scope '{INBOX}' or the scope is invalid. If access was "
        "recently granted, please refresh your credentials."
    )


def test_roles_taken_from_the_deployer_are_missed_and_can_be_given_back(azure: Scenery) -> None:
    azure.world.revoke(DEPLOYER, "Contributor", SUBSCRIPTION)
    with pytest.raises(AzureError, match=r"perform action 'Microsoft.ServiceBus/namespaces/queues/write'"):
        azure.put(queue("q"))

    azure.world.grant(DEPLOYER, "Contributor", SUBSCRIPTION)

    assert azure.put(queue("q"))["name"] == "q"


def test_a_deployer_of_one_group_works_there_and_nowhere_else(azure: Scenery) -> None:
    azure.world.grant(DEPLOYER, "Contributor", GROUP)
    azure.world.revoke(DEPLOYER, "Contributor", SUBSCRIPTION)

    assert azure.put(queue("q"))["name"] == "q"
    with pytest.raises(AzureError, match=r"'Microsoft.Resources/subscriptions/resourceGroups/write'"):
        azure.put(f"{SUBSCRIPTION}/resourceGroups/other", {"location": "westeurope"})


def test_nobody_but_who_may_assign_roles_assigns_them(azure: Scenery) -> None:
    azure.world.revoke(DEPLOYER, "User Access Administrator", SUBSCRIPTION)

    with pytest.raises(AzureError, match=r"perform action 'Microsoft.Authorization/roleAssignments/write'"):
        azure.put(assignment(FIRST), role_of(SOMEBODY))


def test_another_subscription_belongs_to_the_same_owner_and_deployer(azure: Scenery) -> None:
    group = f"{OTHER_SUBSCRIPTION}/resourceGroups/theirs"

    assert azure.put(group, {"location": "westeurope"})["name"] == "theirs"
    assert azure.world.may(OWNER, ASSIGN, group).allowed


def test_a_role_that_was_taken_away_stays_away_when_the_world_is_opened_again(azure: Scenery) -> None:
    azure.world.revoke(DEPLOYER, "Contributor", SUBSCRIPTION)

    again = type(azure)(azure.home)

    assert not again.world.may(DEPLOYER, "Microsoft.ServiceBus/namespaces/write", GROUP).allowed
    again.world.close()


def test_a_principal_is_made_known_by_a_name(azure: Scenery) -> None:
    azure.world.add_principal("alice", SOMEBODY, PrincipalType.USER)
    azure.world.grant("alice", "Key Vault Secrets User", GROUP)

    assert azure.world.may("alice", READ_SECRET, GROUP).allowed
    assert azure.world.may(SOMEBODY, READ_SECRET, GROUP).allowed
    (user,) = [each for each in azure.world.resources() if "roleAssignments" in each["id"]]
    assert user["body"]["properties"]["principalType"] == "User"


def test_a_name_is_one_principal_s(azure: Scenery) -> None:
    azure.world.add_principal("alice", SOMEBODY, PrincipalType.USER)
    azure.world.add_principal("alice", SOMEBODY, PrincipalType.USER)

    with pytest.raises(TakenNameError, match=r"The name 'alice' is another principal's; choose a different one."):
        azure.world.add_principal("alice", FIRST, PrincipalType.USER)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("nobody", "Nobody is known by the name 'nobody'; use an object id, or make the principal known with"),
        ("twin", "The name 'twin' means several principals; use one of the object ids"),
        ("function", "Nobody is known by the name 'function'"),
    ],
)
def test_a_name_that_means_nobody_or_several_is_a_mistake(azure: Scenery, name: str, text: str) -> None:
    azure.put(f"{SUBSCRIPTION}/resourceGroups/other", {"location": "westeurope"})
    for group in ("rg", "other"):
        azure.put(f"{IDENTITIES}/twin".replace("/rg/", f"/{group}/"), {"location": "westeurope"})

    with pytest.raises(UnknownPrincipalError, match=text):
        azure.world.may(name, SEND, INBOX)


@pytest.mark.parametrize(
    ("role", "text"),
    [("Contributor", "does not hold the role Contributor"), ("Wizard", "There is no role 'Wizard'; the built-in")],
)
def test_a_role_that_is_not_held_cannot_be_taken(azure: Scenery, role: str, text: str) -> None:
    with pytest.raises(UnknownRoleError, match=text):
        azure.world.revoke(SOMEBODY, role, GROUP)


RECEIVE = "Microsoft.ServiceBus/namespaces/messages/receive/action"


@pytest.mark.parametrize(
    ("scope", "receives", "manages"),
    [(LISTENER, True, False), (TOPIC, False, True), (STANDARD, True, True), (GROUP, True, True)],
)
def test_a_role_for_data_on_a_topic_does_not_reach_its_subscriptions(
    azure: Scenery, scope: str, *, receives: bool, manages: bool
) -> None:
    azure.world.grant(SOMEBODY, "Azure Service Bus Data Owner", scope)

    assert azure.world.may(SOMEBODY, RECEIVE, LISTENER).allowed is receives
    assert azure.world.may(SOMEBODY, SEND, TOPIC).allowed is (scope != LISTENER)
    assert azure.world.may(SOMEBODY, "Microsoft.ServiceBus/namespaces/topics/write", TOPIC).allowed is manages
    assert azure.world.may(SOMEBODY, "Microsoft.ServiceBus/namespaces/topics/subscriptions/write", LISTENER).allowed


def test_what_is_taken_out_of_data_actions_counts_and_another_permission_may_allow_it(azure: Scenery) -> None:
    all_but_send = {"dataActions": ["Microsoft.ServiceBus/*"], "notDataActions": ["Microsoft.ServiceBus/*/SEND/action"]}
    azure.put(definition(), custom(permissions=[all_but_send]))
    azure.put(assignment(FIRST, GROUP), role_of(SOMEBODY, CUSTOM))
    assert azure.world.may(SOMEBODY, RECEIVE, INBOX).allowed
    assert not azure.world.may(SOMEBODY, SEND, INBOX).allowed

    azure.put(definition(), custom(permissions=[all_but_send, {"dataActions": [SEND]}]))

    assert azure.world.may(SOMEBODY, SEND, INBOX).allowed


@pytest.mark.parametrize(
    ("action", "allowed"),
    [
        ("Microsoft.ServiceBus/namespaces/queues/read", True),
        ("microsoft.servicebus/NAMESPACES/queues/Read", True),
        ("Microsoft.ServiceBus/namespaces/queues/authorizationRules/read", True),
        ("Microsoft.ServiceBus/namespaces/queues/reader", False),
        ("Microsoft.ServiceBusX/namespaces/queues/read", False),
        ("Microsoft.ServiceBus/namespaces/queues/write", False),
    ],
)
def test_a_wildcard_stands_for_any_characters_and_a_pattern_for_the_whole_action(
    azure: Scenery, action: str, *, allowed: bool
) -> None:
    azure.put(definition(), custom(permissions=[{"actions": ["Microsoft.ServiceBus/*/read"]}]))
    azure.put(assignment(FIRST, GROUP), role_of(SOMEBODY, CUSTOM))

    assert azure.world.may(SOMEBODY, action, INBOX).allowed is allowed


def test_management_groups_are_no_part_of_the_simulated_azure(azure: Scenery) -> None:
    above = "/providers/Microsoft.Management/managementGroups/all"

    with pytest.raises(AzureError, match="MissingSubscription"):
        azure.put(assignment(FIRST, above), role_of(SOMEBODY))
    assert not azure.world.may(DEPLOYER, ASSIGN, above).allowed


def test_a_vault_s_roles_are_not_brought_back_when_it_is_recovered(azure: Scenery) -> None:
    azure.put(VAULT, vault())
    azure.world.grant(SOMEBODY, "Key Vault Secrets User", VAULT)
    assert azure.world.may(SOMEBODY, READ_SECRET, VAULT).allowed

    azure.call("DELETE", VAULT)
    azure.put(VAULT, vault(createMode="recover"))

    assert not azure.world.may(SOMEBODY, READ_SECRET, VAULT).allowed


def test_a_lineage_ends_at_the_subscription() -> None:
    places: list[Any] = []
    place: ResourceId | None = ResourceId.parse(assignment(FIRST))
    while place is not None:
        places.append(place.text)
        place = place.parent

    assert places == [assignment(FIRST), INBOX, STANDARD, GROUP, SUBSCRIPTION]
