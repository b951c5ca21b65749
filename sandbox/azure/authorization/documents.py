"""The public documents in which the rules of role-based access control are written down, and what bodies share."""

from __future__ import annotations

import re

from sandbox.azure import timestamp
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.rule import Rule, Wording

_LEARN = "https://learn.microsoft.com/azure/role-based-access-control"
TROUBLESHOOTING = f"{_LEARN}/troubleshooting"
CUSTOM_ROLES = f"{_LEARN}/custom-roles"
CUSTOM_ROLE_LIMITS = f"{CUSTOM_ROLES}#custom-role-limits"
ASSIGNMENTS = f"{_LEARN}/role-assignments"
CONDITIONS = f"{_LEARN}/conditions-format"
CONDITIONS_TROUBLESHOOTING = f"{_LEARN}/conditions-troubleshoot"
CONDITIONS_FAQ = f"{_LEARN}/conditions-faq"
LIMITS = f"{_LEARN}/troubleshoot-limits"
ASSIGNMENT_REST = "https://learn.microsoft.com/rest/api/authorization/role-assignments/create"
DEFINITION_REST = "https://learn.microsoft.com/rest/api/authorization/role-definitions/create-or-update"
SCOPE_REMOVED = "https://github.com/Azure/bicep/issues/17145"
UNMATCHED_TYPE = "https://github.com/microsoft/template-validation-action/blob/main/TROUBLESHOOTING.md"

GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def rule(
    id: str, *, text: str, code: str, message: str, source: str, status: int = 400, wording: Wording = "azure"
) -> Rule:
    """A rule of Microsoft.Authorization."""
    return Rule(
        id=f"authorization/{id}",
        text=text,
        source=source,
        status=status,
        code=code,
        message=message,
        wording=wording,
    )


def is_guid(value: str) -> bool:
    """Whether a text is a GUID."""
    return GUID.fullmatch(value) is not None


def bare(guid: str) -> str:
    """A GUID as these messages write it: without hyphens."""
    return guid.replace("-", "")


SIGNATURE = {
    "createdOn": Property(
        kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda it, _: timestamp.render(it.created_at)
    ),
    "updatedOn": Property(
        kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda it, _: timestamp.render(it.updated_at)
    ),
    "createdBy": Property(kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda it, _: it.private["createdBy"]),
    "updatedBy": Property(kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda it, _: it.private["updatedBy"]),
}
"""When and by whom a definition or an assignment was made and changed."""
