"""Names of Service Bus resources.

Source: learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftservicebus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Constraint, at_most, matching
from sandbox.azure.property import Kind, Property
from sandbox.azure.servicebus.documents import GEO_RECOVERY, NAMES, entity_rule, namespace_rule

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.resource_id import ResourceId

NAMESPACE_NAME = namespace_rule(
    "namespace-name",
    text="A namespace's name has 6 to 50 letters, digits and hyphens; it starts with a letter and ends with a letter "
    "or digit.",
    message="The specified service namespace is invalid.",
    source=NAMES,
    wording="azure",
)
NAMESPACE_SUFFIX = namespace_rule(
    "namespace-name-suffix",
    text="A namespace's name does not end with -sb or -mgmt.",
    message="The specified service namespace is invalid.",
    source="https://learn.microsoft.com/rest/api/servicebus/create-namespace",
    wording="azure",
)
ENTITY_NAME = entity_rule(
    "entity-name",
    text="The name of a queue or topic has letters, digits, periods, hyphens and underscores, in segments that "
    "Resource Manager separates by ~ and the broker by /; it starts and ends with a letter or digit.",
    message="'{name}' contains character(s) that isn't allowed by Service Bus. Entity segments can contain only "
    "letters, numbers, periods(.), hyphens(-), and underscores(_).",
)
ENTITY_NAME_LENGTH = entity_rule(
    "entity-name-length",
    text="The path of a queue or topic has at most 260 characters.",
    message="The entity path/name '{name}' exceeds the '260' character limit.",
    source="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-quotas",
    wording="ours",
)
CHILD_NAME = entity_rule(
    "child-name",
    text="The name of a subscription, rule or authorization rule has letters, digits, periods, hyphens and "
    "underscores, and starts and ends with a letter or digit. ($Default is the built-in rule; the name of a "
    "client-affine subscription has $ in it.)",
    message="'{name}' contains character(s) that isn't allowed by Service Bus. Entity segments can contain only "
    "letters, numbers, periods(.), hyphens(-), and underscores(_).",
)
CHILD_NAME_LENGTH = entity_rule(
    "child-name-length",
    text="The name of a subscription, rule or authorization rule has at most 50 characters.",
    message="The entity path/name '{name}' exceeds the '50' character limit.",
    source="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-quotas",
    wording="ours",
)

ALTERNATE = namespace_rule(
    "namespace-alternate-name",
    text="The alternate name of a namespace follows the rules of namespace names.",
    message="The specified alternate name '{value}' is invalid.",
    source=GEO_RECOVERY,
)

_END = "[A-Za-z0-9]"
_SEGMENT = rf"(?a:(?={_END})[\w.-]+(?<={_END}))"
"""Letters, digits, period, hyphen, underscore; the ends alphanumeric."""
DEFAULT_RULE = "$Default"

NAMESPACE = (
    matching(NAMESPACE_NAME, r"[A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9]"),
    Constraint(rule=NAMESPACE_SUFFIX, holds=lambda name, _: not name.lower().endswith(("-sb", "-mgmt"))),
)
ENTITY = (
    at_most(ENTITY_NAME_LENGTH, 260),
    matching(ENTITY_NAME, rf"(?a:(?={_END})[\w.-]+(?:~[\w.-]+)*(?<={_END}))"),
)
_LENGTH = at_most(CHILD_NAME_LENGTH, 50)
CHILD = (_LENGTH, matching(CHILD_NAME, _SEGMENT))
RULE = (_LENGTH, matching(CHILD_NAME, rf"{_SEGMENT}|\{DEFAULT_RULE}"))


def _is_subscription_name(name: str, proposal: Proposal) -> bool:
    plain = name.replace("$", "") if proposal.properties.get("isClientAffine") else name
    return CHILD[1].holds(plain, proposal)


SUBSCRIPTION = (_LENGTH, Constraint(rule=CHILD_NAME, holds=_is_subscription_name))


def is_namespace_name(value: str, proposal: Proposal) -> bool:
    """Whether a host could be called so, be it a namespace's or an alias's."""
    return all(constraint.holds(value, proposal) for constraint in NAMESPACE)


ALTERNATE_NAME = Property(kind=Kind.STRING, constraints=(Constraint(rule=ALTERNATE, holds=is_namespace_name),))
"""The name that a namespace has besides the alias that took its own."""


def wire_name(name: str) -> str:
    """The name under which the broker knows an entity: `~` of Resource Manager is `/` on the wire."""
    return name.replace("~", "/")


def entity_claim(namespace: ResourceId, name: str) -> str:
    """Queues and topics of a namespace share one name space, in which letter case is ignored."""
    return f"{namespace.key}|{wire_name(name).lower()}"
