"""What being one of a pair means for what is in a namespace: a secondary is read-only, a primary is copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Condition, Hold
from sandbox.azure.rule import Rule
from sandbox.azure.servicebus.documents import ARM_ERRORS
from sandbox.azure.servicebus.recovery.pairing import is_secondary
from sandbox.azure.servicebus.recovery.replication import forget, replicate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.resource_type import Action, ResourceType
    from sandbox.azure.view import Resource, View

READ_ONLY = Rule(
    id="servicebus/secondary-read-only",
    text="While namespaces are paired nothing is written, deleted or renewed in the secondary.",
    source=ARM_ERRORS,
    status=401,
    code="Unauthorized",
    message="Invalid operation on the Secondary namespace. Secondary namespace is read-only.",
)

_READING = frozenset({"listKeys"})
"""The actions that change nothing."""


def stands_still(resource: Resource, view: View) -> Mapping[str, object] | None:
    """What keeps a resource of a secondary, or the secondary itself, from being deleted."""
    return {} if is_secondary(resource.id.ancestor(1), view) else None


def in_pair(type: ResourceType) -> ResourceType:
    """A type of resources inside namespaces, as it is where namespaces may be paired."""
    return replace(
        type,
        conditions=(
            Condition(rule=READ_ONLY, holds=lambda proposal: not is_secondary(proposal.id.ancestor(1), proposal.view)),
            *type.conditions,
        ),
        holds=(Hold(rule=READ_ONLY, by=stands_still), *type.holds),
        written=lambda proposal: _written(type, proposal),
        removed=lambda resource, view: _removed(type, resource, view),
        actions={
            name: action if name in _READING else replace(action, run=_guarded(action))
            for name, action in type.actions.items()
        },
    )


def _written(type: ResourceType, proposal: Proposal) -> None:
    if type.written:
        type.written(proposal)
    replicate(proposal.id.ancestor(1), proposal.view)


def _removed(type: ResourceType, resource: Resource, view: View) -> None:
    if type.removed:
        type.removed(resource, view)
    forget(resource, view)


def _guarded(action: Action) -> Any:
    """An action that is refused in a secondary, and whose effect reaches the secondary of a primary."""

    def run(resource: Resource, body: Mapping[str, Any], view: View) -> dict[str, Any]:
        namespace = resource.id.ancestor(1)
        if is_secondary(namespace, view):
            raise READ_ONLY.refusal()
        answer = action.run(resource, body, view)
        replicate(namespace, view)
        return answer

    return run
