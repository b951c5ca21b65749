"""Role assignments: who holds which role where.

Sources: learn.microsoft.com/azure/role-based-access-control/role-assignments and …/troubleshooting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.authorization import assignment_checks as checks
from sandbox.azure.authorization import assignment_rules as rules
from sandbox.azure.authorization import conditional
from sandbox.azure.authorization.assigned import assignments_at, claim_of, scope_of
from sandbox.azure.authorization.built_in import ROLE_ASSIGNMENTS
from sandbox.azure.authorization.documents import SIGNATURE, is_guid
from sandbox.azure.constraint import Condition, Constraint, Hold, Quota, matching
from sandbox.azure.envelope import ENVELOPE
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import Claim, ResourceType
from sandbox.azure.signature import sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View


def _complete(proposal: Proposal) -> None:
    properties = proposal.properties
    properties["roleDefinitionId"] = checks.full_role_id(proposal)
    conditional.drop_empty(properties)
    sign(proposal)


def _listing(scope: ResourceId, view: View) -> Iterator[Resource]:
    """The assignments that concern a scope: its own, those below it, and those that it inherits."""
    above = scope.parent
    while above is not None:
        yield from assignments_at(above, view)
        above = above.parent
    yield from view.under(scope, ROLE_ASSIGNMENTS)


_TEXT = Property(kind=Kind.STRING)
_ROLE_DEFINITION_ID = r"(?i:(?:/.+)?/providers/Microsoft\.Authorization/roleDefinitions/[0-9a-f-]{36})"

ROLE_ASSIGNMENT = ResourceType(
    name=ROLE_ASSIGNMENTS,
    answers_as=ROLE_ASSIGNMENTS,
    api_versions=(
        "2015-07-01",
        "2018-09-01-preview",
        "2020-04-01-preview",
        "2020-08-01-preview",
        "2020-10-01-preview",
        "2022-04-01",
    ),
    in_group=False,
    created_status=201,
    naming=(Constraint(rule=rules.ASSIGNMENT_NAME, holds=lambda name, _: is_guid(name)),),
    not_found=rules.ASSIGNMENT_NOT_FOUND,
    claim=Claim(rule=rules.UPDATE_NOT_PERMITTED, of=lambda proposal: claim_of(proposal.name)),
    listing=_listing,
    body={
        **ENVELOPE,
        "properties": Property(
            kind=Kind.OBJECT,
            required=True,
            properties={
                "roleDefinitionId": Property(
                    kind=Kind.STRING, required=True, constraints=(matching(rules.ROLE_ID, _ROLE_DEFINITION_ID),)
                ),
                "principalId": Property(
                    kind=Kind.STRING,
                    required=True,
                    constraints=(Constraint(rule=rules.PRINCIPAL_ID, holds=lambda value, _: is_guid(value)),),
                ),
                "principalType": Property(
                    kind=Kind.STRING,
                    default=checks.known_type,
                    keeps=True,
                    allowed=(
                        "User",
                        "Group",
                        "ServicePrincipal",
                        "ForeignGroup",
                        "Device",
                        "AgentServicePrincipal",
                        "AgentUser",
                    ),
                ),
                "scope": Property(
                    kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda it, _: scope_of(it.id).text
                ),
                **conditional.PROPERTIES,
                "description": _TEXT,
                "delegatedManagedIdentityResourceId": _TEXT,
                **SIGNATURE,
            },
        ),
    },
    conditions=(
        Condition(rule=rules.UPDATE_NOT_PERMITTED, holds=checks.stays),
        Condition(rule=rules.PRINCIPAL_NOT_FOUND, holds=checks.is_known_or_typed, fields=checks.principal_facts),
        Condition(rule=rules.UNMATCHED_PRINCIPAL, holds=checks.type_matches, fields=checks.principal_facts),
        Condition(rule=rules.ROLE_NOT_FOUND, holds=checks.role_exists, fields=checks.role_facts),
        Condition(rule=rules.NOT_ASSIGNABLE, holds=checks.is_assignable, fields=checks.role_facts),
        conditional.TAKEN_BY_ROLE,
        Condition(
            rule=rules.ASSIGNMENT_EXISTS, holds=lambda proposal: checks.twin(proposal) is None, fields=checks.twin_facts
        ),
    ),
    quotas=(
        Quota(
            rule=rules.ASSIGNMENT_COUNT,
            limit=lambda _: 4_000,
            scope=lambda proposal: ResourceId(("subscriptions", proposal.id.subscription)),
            counted=(ROLE_ASSIGNMENTS,),
        ),
    ),
    holds=(Hold(rule=rules.LAST_OWNER, by=checks.last_owner),),
    prepare=_complete,
)
