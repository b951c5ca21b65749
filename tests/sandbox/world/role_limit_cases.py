"""Cases of the limits of role definitions and role assignments."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sandbox.world import OWNER
from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.role_cases import (
    CUSTOM,
    FIRST,
    SECOND,
    SOMEBODY,
    SOMEBODY_ELSE,
    allowing,
    assignment,
    custom,
    definition,
    role_of,
)
from tests.sandbox.world.scenery import GROUP, STANDARD, SUBSCRIPTION

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

OWNERS_OBJECT = "00000000-0000-4000-8000-000000000005"
OWNER_ROLE = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
OTHER_SUBSCRIPTION = "/subscriptions/99999999-9999-9999-9999-999999999999"
GIVEN = 3
"""Assignments that a subscription begins with: the owner's one and the deployer's two."""


def owning() -> str:
    """The id of the assignment that makes the owner Owner of the subscription."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{SUBSCRIPTION.lower()}|{OWNERS_OBJECT}|Owner")
    return assignment(str(name), SUBSCRIPTION)


def _fill_assignments(scenery: Scenery) -> None:
    scenery.fill(assignment(FIRST), 4_000 - GIVEN - 2)
    scenery.put(assignment(CUSTOM, STANDARD), role_of(SOMEBODY))


def _fill_definitions(scenery: Scenery) -> None:
    scenery.fill(definition(), 5_000 - 2)
    scenery.put(definition(FIRST), custom("The last one"))


CASES = (
    Case(
        rule="authorization/role-assignment-count",
        accepted=(put(assignment(FIRST), role_of(SOMEBODY)),),
        prepare=_fill_assignments,
        refused=put(assignment(SECOND, GROUP), role_of(SOMEBODY)),
        message="No more role assignments can be created",
    ),
    Case(
        rule="authorization/role-assignment-last-owner",
        accepted=(
            put(assignment(FIRST, SUBSCRIPTION), role_of(SOMEBODY, OWNER_ROLE)),
            Call(method="DELETE", id=assignment(FIRST, SUBSCRIPTION)),
            put(assignment(SECOND, GROUP), role_of(SOMEBODY_ELSE, OWNER_ROLE)),
        ),
        refused=Call(method="DELETE", id=owning(), principal=OWNER),
        message="Cannot delete the last RBAC admin assignment",
    ),
    Case(
        rule="authorization/role-definition-count",
        accepted=(put(definition(), custom()),),
        prepare=_fill_definitions,
        refused=put(definition(SECOND), custom("One too many")),
        message="Role definition limit exceeded. No more role definitions can be created",
    ),
    Case(
        rule="authorization/role-definition-root-scope",
        accepted=(put(definition(), custom(assignableScopes=[SUBSCRIPTION, GROUP])),),
        refused=put(definition(), custom(assignableScopes=[SUBSCRIPTION, "/"])),
        message="The assignable scope '/' is not valid: a custom role cannot be assignable at the root scope.",
    ),
    Case(
        rule="authorization/role-definition-scope-wildcard",
        accepted=(put(definition(), custom(assignableScopes=[SUBSCRIPTION])),),
        refused=put(definition(), custom(assignableScopes=[f"{SUBSCRIPTION}/resourceGroups/*"])),
        message=f"The assignable scope '{SUBSCRIPTION}/resourceGroups/*' is not valid: it contains a wildcard.",
    ),
    Case(
        rule="authorization/role-definition-scope-count",
        accepted=(put(definition(), custom(assignableScopes=[GROUP] * 2_000)),),
        refused=put(definition(), custom(assignableScopes=[GROUP] * 2_001)),
        message="The number of assignable scopes exceeds the limit of 2000.",
    ),
    Case(
        rule="authorization/role-definition-action-wildcards",
        accepted=(
            put(definition(), allowing("Microsoft.ServiceBus/*/read")),
            put(definition(), allowing("Microsoft.ServiceBus/*")),
        ),
        refused=put(definition(), allowing("Microsoft.ServiceBus/*/queues/*")),
        message="'Microsoft.ServiceBus/*/queues/*' does not match any of the actions supported by the providers.",
    ),
    Case(
        rule="authorization/role-definition-role-name",
        accepted=(
            put(definition(), custom()),
            put(f"{OTHER_SUBSCRIPTION}/resourceGroups/theirs", {"location": "westeurope"}),
            put(definition(SECOND, OTHER_SUBSCRIPTION), custom("Writer over there")),
        ),
        refused=put(definition(FIRST, OTHER_SUBSCRIPTION), custom("writer")),
        message="A custom role with the same name 'writer' already exists in this directory. Use a different name.",
    ),
)
