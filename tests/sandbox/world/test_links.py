from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.azure.catalogue import TYPES
from sandbox.azure.link import Link
from sandbox.azure.resource_id import ResourceId
from sandbox.world import AzureError
from tests.sandbox.world.link_cases import (
    LENT,
    MINE,
    MY_SUBNET,
    MY_VAULT,
    REFERENCES,
    SUBNET,
    WORKSPACE,
    endpoint,
    platform,
)
from tests.sandbox.world.role_cases import CUSTOM, SOMEBODY, custom, definition
from tests.sandbox.world.scenery import GROUP, properties, version_of
from tests.sandbox.world.vault_cases import VAULT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from sandbox.azure.property import Property
    from tests.sandbox.world.link_cases import Reference
    from tests.sandbox.world.scenery import Scenery

NEW_ENDPOINT = f"{MINE}/providers/Microsoft.Network/privateEndpoints/new"


def _put(azure: Scenery, id: str, body: Mapping[str, Any]) -> int:
    return azure.world.call("PUT", id, version_of(id), body, principal=SOMEBODY).status


def _links(table: Mapping[str, Property]) -> Iterator[Link]:
    for described in table.values():
        if described.link:
            yield described.link
        yield from _links(described.properties)
        if described.items:
            yield from _links({"": described.items})


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda reference: f"{reference.missing[0][0]}-{reference.action}")
def test_a_reference_is_accepted_as_soon_as_its_linked_actions_are_allowed(
    azure: Scenery, reference: Reference
) -> None:
    platform(azure)
    for position, (action, scope) in enumerate(reference.missing):
        target = ResourceId.parse(scope)
        full = Link(action=action, source="").full_action(target)
        guid = f"{CUSTOM[:-1]}{position}"
        azure.put(definition(guid), custom(full, assignableScopes=[scope], permissions=[{"actions": [full]}]))
        azure.world.grant(SOMEBODY, guid, scope)

    assert _put(azure, reference.id, reference.body) in {200, 201}


def test_whoever_asks_for_a_private_endpoint_that_another_approves_needs_no_right_on_the_target(azure: Scenery) -> None:
    platform(azure)

    asked = endpoint(VAULT, MY_SUBNET, "vault", kind="manualPrivateLinkServiceConnections")

    assert _put(azure, NEW_ENDPOINT, asked) == 201


def test_a_workspace_of_the_same_subscription_needs_no_right_of_an_application_insights_component(
    azure: Scenery,
) -> None:
    platform(azure)
    told = {"Application_Type": "web", "IngestionMode": "LogAnalytics", "WorkspaceResourceId": WORKSPACE}
    body = {"location": "westeurope", "kind": "web", **properties(**told)}

    assert _put(azure, f"{MINE}/providers/Microsoft.Insights/components/app", body) == 200


def test_network_contributor_on_the_network_is_enough_to_join_its_subnets(azure: Scenery) -> None:
    platform(azure)
    azure.world.grant(SOMEBODY, "Network Contributor", SUBNET.rpartition("/subnets/")[0])

    assert _put(azure, NEW_ENDPOINT, endpoint(MY_VAULT, SUBNET, "vault")) == 201


def test_a_change_asks_again_for_what_the_resource_refers_to(azure: Scenery) -> None:
    platform(azure)
    azure.world.grant(SOMEBODY, "Network Contributor", GROUP)
    body = endpoint(MY_VAULT, SUBNET, "vault")
    assert _put(azure, NEW_ENDPOINT, body) == 201
    azure.world.revoke(SOMEBODY, "Network Contributor", GROUP)

    with pytest.raises(AzureError, match="LinkedAuthorizationFailed"):
        _put(azure, NEW_ENDPOINT, {**body, "tags": {"owner": "us"}})


def test_a_patch_asks_only_for_what_it_names(azure: Scenery) -> None:
    platform(azure)
    bus = f"{MINE}/providers/Microsoft.ServiceBus/namespaces/mine-premium"

    changed = azure.world.call("PATCH", bus, version_of(bus), {"tags": {"owner": "us"}}, principal=SOMEBODY)

    assert changed.status == 200


def test_what_is_in_a_subscription_that_nobody_knows_cannot_be_joined(azure: Scenery) -> None:
    platform(azure)
    unknown = LENT.replace("00000000-0000-4000-8000-000000000001", "77777777-7777-7777-7777-777777777777")

    with pytest.raises(
        AzureError, match=r"subnets/join/action' on the linked scope\(s\) .*the linked scope\(s\) are inv"
    ):
        azure.put(NEW_ENDPOINT, endpoint(MY_VAULT, unknown, "vault"))


def test_a_custom_role_is_deleted_by_who_may_delete_it_at_all_its_assignable_scopes(azure: Scenery) -> None:
    platform(azure)
    here = definition(scope=MINE)
    azure.put(here, custom(assignableScopes=[MINE, GROUP]))
    azure.world.grant(SOMEBODY, "User Access Administrator", MINE)

    with pytest.raises(AzureError, match=r"roleDefinitions/delete' on the linked scope\(s\) '[^',]*/rg' \(resp"):
        azure.world.call("DELETE", here, version_of(here), principal=SOMEBODY)
    azure.world.grant(SOMEBODY, "User Access Administrator", GROUP)

    assert azure.world.call("DELETE", here, version_of(here), principal=SOMEBODY).status == 200


def test_every_linked_action_names_a_public_source() -> None:
    links = {link for each in TYPES for link in _links(each.body)}

    assert links
    assert all(link.source.startswith("https://") for link in links)
