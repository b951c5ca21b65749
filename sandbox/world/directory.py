"""The tenant before anybody deploys: its first principals, and the roles they hold on each subscription."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sandbox.azure.authorization import built_in
from sandbox.azure.authorization.assigned import claim_of
from sandbox.azure.authorization.built_in import ROLE_ASSIGNMENTS
from sandbox.azure.principal import PrincipalType, SecurityPrincipal
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.view import Resource
from sandbox.world.principal import OWNER, OWNER_OBJECT

if TYPE_CHECKING:
    from sandbox.azure.view import View
    from sandbox.world.principal import Principal
    from sandbox.world.transaction import Transaction

GIVEN = "given"
"""The private mark of an assignment that nobody of the simulated world has made."""
_API_VERSION = "2022-04-01"


def hand_over(subscription: str, deployer: Principal, transaction: Transaction) -> None:
    """Give a subscription to its owner, and to the deployer what a deployment needs; once in the world's life."""
    begun = f"subscription|{subscription.lower()}"
    if transaction.setting(begun):
        return
    transaction.set(begun, value=True)
    owner = SecurityPrincipal(object_id=OWNER_OBJECT, name=OWNER, type=PrincipalType.USER)
    working = SecurityPrincipal(
        object_id=deployer.object_id,
        name=deployer.name,
        type=PrincipalType.SERVICE_PRINCIPAL,
        client_id=deployer.client_id,
    )
    for principal, role in ((owner, "Owner"), (working, "Contributor"), (working, "User Access Administrator")):
        transaction.enrol(principal)
        _give(subscription, principal, role, transaction)


def _give(subscription: str, principal: SecurityPrincipal, role: str, view: View) -> None:
    scope = ResourceId(("subscriptions", subscription))
    given = uuid.uuid5(uuid.NAMESPACE_URL, f"{scope.key}|{principal.object_id}|{role}")
    definition = built_in.id_of(built_in.BY_NAME[role.lower()], subscription)
    view.put(
        Resource(
            id=ResourceId((*scope.segments, "providers", *ROLE_ASSIGNMENTS.split("/"), str(given))),
            type=ROLE_ASSIGNMENTS,
            api_version=_API_VERSION,
            body={
                "properties": {
                    "roleDefinitionId": definition,
                    "principalId": principal.object_id,
                    "principalType": principal.type,
                }
            },
            private={GIVEN: True, "createdBy": "", "updatedBy": ""},
            claim=claim_of(str(given)),
            created_at=view.now,
            updated_at=view.now,
        )
    )
