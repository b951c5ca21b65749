"""Microsoft.ManagedIdentity: user-assigned identities.

Sources: learn.microsoft.com/azure/templates/microsoft.managedidentity/userassignedidentities and
learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sandbox.azure.constraint import matching
from sandbox.azure.envelope import ENVELOPE, LOCATED, LOCATION, SETTLED, TAGS
from sandbox.azure.principal import PrincipalType, SecurityPrincipal
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.rule import Rule
from sandbox.azure.signature import SYSTEM_DATA, sign

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

IDENTITIES = "Microsoft.ManagedIdentity/userAssignedIdentities"

NAME = Rule(
    id="managedidentity/identity-name",
    text="An identity's name has 3 to 128 letters, digits, hyphens and underscores and starts with a letter or digit.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules"
    "#microsoftmanagedidentity",
    status=400,
    code="InvalidResourceName",
    message="The resource name '{name}' is invalid: it must start with a letter or number, have 3 to 128 characters, "
    "and can only contain letters, numbers, '-' and '_'.",
    wording="ours",
)


def _make_principal(proposal: Proposal) -> None:
    """A new identity gets a principal of its own, which it keeps as long as it lives."""
    for member in ("principalId", "clientId"):
        proposal.private.setdefault(member, str(uuid.uuid4()))
    proposal.private["tenantId"] = proposal.view.tenant
    sign(proposal)


def _enrol(proposal: Proposal) -> None:
    proposal.view.enrol(
        SecurityPrincipal(
            object_id=proposal.private["principalId"],
            name=proposal.name,
            type=PrincipalType.SERVICE_PRINCIPAL,
            client_id=proposal.private["clientId"],
            resource=proposal.id,
        )
    )


def _computed(member: str) -> Property:
    return Property(kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda identity, _: identity.private[member])


USER_ASSIGNED_IDENTITY = ResourceType(
    name=IDENTITIES,
    answers_as=IDENTITIES,
    api_versions=(
        "2018-11-30",
        "2021-09-30-preview",
        "2022-01-31-preview",
        "2023-01-31",
        "2023-07-31-preview",
        "2024-11-30",
        "2025-01-31-preview",
        "2025-05-31-preview",
    ),
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    created_status=201,
    naming=(matching(NAME, r"[A-Za-z0-9][A-Za-z0-9_-]{2,127}"),),
    body={
        **ENVELOPE,
        "location": LOCATION,
        "tags": TAGS,
        "systemData": SYSTEM_DATA,
        "properties": Property(
            kind=Kind.OBJECT,
            default={},
            properties={member: _computed(member) for member in ("tenantId", "principalId", "clientId")},
        ),
    },
    conditions=(LOCATED, SETTLED),
    prepare=_make_principal,
    written=_enrol,
)

TYPES = (USER_ASSIGNED_IDENTITY,)
"""The resource types of this provider that are simulated."""
