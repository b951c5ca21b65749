"""The description of a resource type: body, names, rules, and what happens around a write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sandbox.azure.constraint import Condition, Constraint, Hold, Quota
    from sandbox.azure.property import Property
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.rule import Rule
    from sandbox.azure.view import Resource, View

READ_WRITE_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE"})


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A name that only one resource may hold, and the rule that says so."""

    rule: Rule
    of: Callable[[Proposal], str]


@dataclass(frozen=True, kw_only=True)
class Action:
    """A POST action of a resource: what the request may say, and what it does and answers."""

    run: Callable[[Resource, Mapping[str, Any], View], dict[str, Any]]
    body: Mapping[str, Property] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ResourceType:
    """Everything that the world needs to know of one resource type."""

    name: str
    """The type as it stands in ids, in the spelling of Microsoft's resource schemas."""
    answers_as: str
    """The type as answers spell it."""
    public_name: str = ""
    """The type as people write it, where that is not how ids spell it."""
    named: str = ""
    """The name that this description is for, where the resources of a type differ by name; else all names."""
    api_versions: tuple[str, ...]
    body: Mapping[str, Property]
    naming: tuple[Constraint, ...] = ()
    """Rules about the name, asked when a resource is created."""
    conditions: tuple[Condition, ...] = ()
    quotas: tuple[Quota, ...] = ()
    further_rules: tuple[Rule, ...] = ()
    """Rules that the functions below enforce."""
    holds: tuple[Hold, ...] = ()
    """Rules about deleting, asked of the resource that a request names, not of what goes with it."""
    claim: Claim | None = None
    in_group: bool = True
    """Whether the outermost resource lives in a resource group; False: under a subscription, or under any resource."""
    methods: frozenset[str] = READ_WRITE_METHODS
    created_status: int = 200
    is_listed: bool = True
    """Whether `python -m sandbox resources` shows the type; False for what Azure only remembers."""
    not_found: Rule | None = None
    """What reading a missing resource is refused with, where that is not Resource Manager's own answer."""
    supplied: Callable[[ResourceId, View], Resource | None] | None = None
    """Finds a resource that Azure supplies and nobody writes, such as a built-in role."""
    listing: Callable[[ResourceId, View], Iterable[Resource]] | None = None
    """What a collection under an id holds, where that is not just what lies under it."""
    restore: Callable[[ResourceId, Mapping[str, Any], View], Resource | None] | None = None
    """Brings a deleted resource back if the request that would create it says so."""
    prepare: Callable[[Proposal], None] | None = None
    """Adjusts what will be kept, after the rules have been asked."""
    written: Callable[[Proposal], None] | None = None
    """What else happens in the world after a write."""
    removing: Callable[[Resource, View], None] | None = None
    """What is to be saved before a resource goes, by itself or with what encloses it; all of it is still there."""
    removed: Callable[[Resource, View], None] | None = None
    """What else happens in the world when a resource goes, by itself or with what encloses it."""
    actions: Mapping[str, Action] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The type as people write it."""
        return self.public_name or self.name

    @property
    def provider(self) -> str:
        """The provider's namespace."""
        return self.name.partition("/")[0]

    @property
    def path(self) -> str:
        """The type without its provider: `namespaces/queues`."""
        return self.name.partition("/")[2]

    def rules(self) -> Iterator[Rule]:
        """Every rule that this type enforces."""
        yield from (constraint.rule for constraint in self.naming)
        yield from _rules_of(self.body)
        for action in self.actions.values():
            yield from _rules_of(action.body)
        yield from (condition.rule for condition in self.conditions)
        yield from (quota.rule for quota in self.quotas)
        yield from (hold.rule for hold in self.holds)
        if self.claim:
            yield self.claim.rule
        if self.not_found:
            yield self.not_found
        yield from self.further_rules


def _rules_of(properties: Mapping[str, Property]) -> Iterator[Rule]:
    for described in properties.values():
        yield from (constraint.rule for constraint in described.constraints)
        if described.fixed:
            yield described.fixed
        yield from _rules_of(described.properties)
        if described.items:
            yield from _rules_of({"": described.items})
