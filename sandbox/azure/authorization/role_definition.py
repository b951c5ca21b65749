"""Role definitions: the built-in ones, and those that people make.

Source: learn.microsoft.com/azure/role-based-access-control/custom-roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.authorization import built_in
from sandbox.azure.authorization import definition_rules as rules
from sandbox.azure.authorization.assigned import scope_of
from sandbox.azure.authorization.built_in import ROLE_ASSIGNMENTS, ROLE_DEFINITIONS
from sandbox.azure.authorization.documents import SIGNATURE, is_guid
from sandbox.azure.authorization.permission import Permission
from sandbox.azure.authorization.roles import ROLES
from sandbox.azure.constraint import Condition, Constraint, Hold, at_most
from sandbox.azure.envelope import ENVELOPE
from sandbox.azure.linked_actions import DEFINE_ROLE
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import Claim, ResourceType
from sandbox.azure.signature import sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

_ACTION = Property(
    kind=Kind.STRING,
    constraints=(
        Constraint(rule=rules.INVALID_ACTION, holds=lambda action, _: _is_action(action)),
        Constraint(rule=rules.ACTION_WILDCARDS, holds=lambda action, _: action.count("*") <= 1),
    ),
)
_ACTIONS = Property(kind=Kind.ARRAY, default=[], items=_ACTION)
_SCOPE = Property(
    kind=Kind.STRING,
    constraints=(
        Constraint(rule=rules.ROOT_SCOPE, holds=lambda scope, _: scope.strip("/") != ""),
        Constraint(rule=rules.SCOPE_WILDCARD, holds=lambda scope, _: "*" not in scope),
    ),
    link=DEFINE_ROLE,
)
_MOST = 5_000
"""Custom roles of a tenant."""
_TENANT = ResourceId(("subscriptions",))
"""Above all subscriptions: custom roles belong to the tenant."""
_PERMISSION = Property(
    kind=Kind.OBJECT,
    properties={
        **dict.fromkeys(("actions", "notActions", "dataActions", "notDataActions"), _ACTIONS),
        "condition": Property(kind=Kind.STRING, access=Access.READ_ONLY),
        "conditionVersion": Property(kind=Kind.STRING, access=Access.READ_ONLY),
    },
)


def _is_action(text: str) -> bool:
    """A pattern that can match an operation: of a provider, or of all."""
    provider, separator, _ = text.partition("/")
    return text == "*" or bool(separator and (provider == "*" or "." in provider))


def claim_of(guid: str) -> str:
    """The claim under which a custom role's GUID is taken."""
    return f"role definition|{guid.lower()}"


def definition_of(id: str, view: View) -> Resource | None:
    """The role definition that an id means, at whatever scope the id says; its GUID decides."""
    guid = id.rpartition("/")[2].lower()
    role = built_in.BY_ID.get(guid)
    if role is None:
        return view.holder(claim_of(guid))
    return built_in.resource_of(role, ResourceId(("providers", *ROLE_DEFINITIONS.split("/"), role.id)))


def permissions_of(definition: Resource) -> tuple[Permission, ...]:
    """What a role definition allows."""
    return tuple(Permission.of(each) for each in definition.properties["permissions"])


def _is_unique(proposal: Proposal) -> bool:
    name = proposal.properties["roleName"].lower()
    others = (each for each in proposal.view.under(_TENANT, ROLE_DEFINITIONS) if each.id.key != proposal.id.key)
    return all(each.properties["roleName"].lower() != name for each in others)


def _has_room(proposal: Proposal) -> bool:
    return proposal.existing is not None or proposal.view.count(_TENANT, ROLE_DEFINITIONS, {}) < _MOST


def is_under(scope: ResourceId, scopes: Iterable[str]) -> bool:
    """Whether a scope is one of these or below one of them."""
    key = f"{scope.key}/"
    return any(key.startswith(f"{each.rstrip('/').lower()}/") for each in scopes)


def _places(definition: Resource, view: View) -> Iterator[ResourceId]:
    """Where a role is assigned."""
    name = definition.id.name.lower()
    for each in view.under(_TENANT, ROLE_ASSIGNMENTS):
        if each.properties["roleDefinitionId"].lower().endswith(name):
            yield scope_of(each.id)


def _in_use(definition: Resource, view: View) -> Mapping[str, object] | None:
    return {} if any(True for _ in _places(definition, view)) else None


def _orphaning(proposal: Proposal) -> str | None:
    """A scope that the role loses while it is assigned there."""
    if proposal.existing is None:
        return None
    wanted = proposal.properties["assignableScopes"]
    lost = [each for each in _places(proposal.existing, proposal.view) if not is_under(each, wanted)]
    before = proposal.existing.properties["assignableScopes"]
    return next((scope for scope in before if any(is_under(place, (scope,)) for place in lost)), None)


def _supplied(id: ResourceId, _view: View) -> Resource | None:
    role = built_in.BY_ID.get(id.name.lower())
    return built_in.resource_of(role, id) if role else None


def _listing(scope: ResourceId, view: View) -> Iterator[Resource]:
    yield from view.under(ResourceId(("subscriptions", scope.subscription)), ROLE_DEFINITIONS)
    for role in ROLES:
        yield built_in.resource_of(role, ResourceId.parse(built_in.id_of(role, scope.subscription)))


def _computed_type(definition: Resource, _view: View) -> Any:
    return definition.properties.get("type", "CustomRole")


ROLE_DEFINITION = ResourceType(
    name=ROLE_DEFINITIONS,
    answers_as=ROLE_DEFINITIONS,
    api_versions=("2015-07-01", "2018-01-01-preview", "2022-04-01", "2022-05-01-preview"),
    in_group=False,
    created_status=201,
    naming=(
        Constraint(rule=rules.DEFINITION_NAME, holds=lambda name, _: is_guid(name)),
        Constraint(rule=rules.BUILT_IN_FIXED, holds=lambda name, _: name.lower() not in built_in.BY_ID),
    ),
    not_found=rules.DEFINITION_NOT_FOUND,
    claim=Claim(rule=rules.DEFINITION_TAKEN, of=lambda proposal: claim_of(proposal.name)),
    supplied=_supplied,
    listing=_listing,
    holds=(Hold(rule=rules.HAS_ASSIGNMENTS, by=_in_use),),
    body={
        **ENVELOPE,
        "properties": Property(
            kind=Kind.OBJECT,
            required=True,
            properties={
                "roleName": Property(kind=Kind.STRING, default="", constraints=(at_most(rules.ROLE_NAME_LENGTH, 512),)),
                "type": Property(kind=Kind.STRING, access=Access.READ_ONLY, computed=_computed_type),
                "description": Property(kind=Kind.STRING, default=""),
                "assignableScopes": Property(
                    kind=Kind.ARRAY, default=[], items=_SCOPE, constraints=(at_most(rules.SCOPE_COUNT, 2_000),)
                ),
                "permissions": Property(kind=Kind.ARRAY, default=[], items=_PERMISSION),
                **SIGNATURE,
            },
        ),
    },
    conditions=(
        Condition(rule=rules.ROLE_NAME_REQUIRED, holds=lambda proposal: bool(proposal.properties["roleName"])),
        Condition(rule=rules.SCOPES_REQUIRED, holds=lambda proposal: bool(proposal.properties["assignableScopes"])),
        Condition(
            rule=rules.SAME_NAME, holds=_is_unique, fields=lambda proposal: {"role": proposal.properties["roleName"]}
        ),
        Condition(rule=rules.DEFINITION_COUNT, holds=_has_room),
        Condition(
            rule=rules.SCOPE_IN_USE,
            holds=lambda proposal: _orphaning(proposal) is None,
            fields=lambda proposal: {"scope": _orphaning(proposal)},
        ),
    ),
    prepare=sign,
)
