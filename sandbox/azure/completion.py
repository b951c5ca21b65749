"""A proposal completed with defaults, and asked about every rule in its type's table."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from sandbox.azure.property import UNSET, Access, Kind, Property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

_NOTHING: Mapping[str, Any] = {}


def complete(proposal: Proposal) -> None:
    """Fill `proposal.body` from what is given, what stays, and the defaults, in the order of the table."""
    existing = proposal.existing.body if proposal.existing else _NOTHING
    _complete(proposal.type.body, proposal.given, existing, proposal.body, proposal)


def _complete(
    table: Mapping[str, Property],
    given: Mapping[str, Any],
    existing: Mapping[str, Any],
    into: dict[str, Any],
    proposal: Proposal,
) -> None:
    for member, described in table.items():
        if described.access is not Access.READ_WRITE:
            continue
        value = given.get(member, UNSET)
        if value is UNSET and described.keeps:
            value = existing.get(member, UNSET)
        if value is UNSET:
            value = described.default_for(proposal)
        if value is UNSET:
            continue
        if described.kind is Kind.OBJECT:
            into[member] = {}
            _complete(described.properties, value, existing.get(member) or _NOTHING, into[member], proposal)
        else:
            into[member] = _completed(described, value, proposal)


def _completed(described: Property, value: Any, proposal: Proposal) -> Any:
    """A value with the defaults of the objects in it, which remember nothing of what stood there before."""
    match described.kind:
        case Kind.OBJECT:
            into: dict[str, Any] = {}
            _complete(described.properties, value, _NOTHING, into, proposal)
            return into
        case Kind.ARRAY if described.items:
            return [_completed(described.items, item, proposal) for item in value]
        case Kind.MAP if described.items:
            return {name: _completed(described.items, item, proposal) for name, item in value.items()}
    return deepcopy(value)


def check(proposal: Proposal) -> None:
    """Raise Azure's error for the first rule that the proposal breaks."""
    if proposal.existing is None:
        for constraint in proposal.type.naming:
            constraint.check(proposal.name, proposal)
    _check(proposal.type.body, proposal.given, proposal)
    if proposal.existing is not None:
        _check_fixed(proposal.type.body, proposal.existing.body, proposal.body, proposal)
    for condition in proposal.type.conditions:
        condition.check(proposal)
    if proposal.existing is None:
        for quota in proposal.type.quotas:
            quota.check(proposal)


def _check(table: Mapping[str, Property], given: Mapping[str, Any], proposal: Proposal) -> None:
    for member, value in given.items():
        _check_value(table[member], value, proposal)


def _check_value(property: Property, value: Any, proposal: Proposal) -> None:
    for constraint in property.constraints:
        constraint.check(value, proposal)
    if property.kind is Kind.OBJECT:
        _check(property.properties, value, proposal)
    elif property.items:
        for item in value.values() if property.kind is Kind.MAP else value:
            _check_value(property.items, item, proposal)


def _check_fixed(
    table: Mapping[str, Property], before: Mapping[str, Any], after: Mapping[str, Any], proposal: Proposal
) -> None:
    for member, described in table.items():
        old, new = before.get(member), after.get(member)
        if described.fixed and old != new:
            raise described.fixed.refusal(name=proposal.name, value=new, existing=old)
        if described.kind is Kind.OBJECT:
            _check_fixed(described.properties, old or _NOTHING, new or _NOTHING, proposal)
