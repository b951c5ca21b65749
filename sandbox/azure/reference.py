"""References from one resource to another, by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Constraint
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.rule import Rule

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

REFERENCED_RESOURCE = Rule(
    id="arm/reference",
    text="A resource that another one refers to must exist.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-not-found",
    status=400,
    code="InvalidResourceReference",
    message="Resource {value} referenced by resource {name} was not found. Please make sure that the referenced "
    "resource exists, and that both resources are in the same region.",
)


def exists(id: str, proposal: Proposal) -> bool:
    """Whether the id is one of a resource that the world holds."""
    try:
        return proposal.view.find(ResourceId.parse(id)) is not None
    except ValueError:
        return False


def found(id: str, type: str, view: View) -> Resource | None:
    """The resource of that id, if it is one of that type."""
    try:
        resource = view.find(ResourceId.parse(id))
    except ValueError:
        return None
    return resource if resource and resource.type == type else None


def refers_to(type: str, rule: Rule = REFERENCED_RESOURCE) -> Constraint:
    """An id of an existing resource of a type."""
    return Constraint(rule=rule, holds=lambda value, proposal: found(value, type, proposal.view) is not None)
