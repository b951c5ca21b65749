"""Network rule sets: the firewall of a namespace, one per namespace, called `default`.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-ip-filtering.
"""

from __future__ import annotations

import ipaddress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sandbox.azure import linked_actions
from sandbox.azure.constraint import Condition, Constraint, one_of
from sandbox.azure.property import Kind, Property
from sandbox.azure.reference import REFERENCED_RESOURCE, exists
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.rule import Rule
from sandbox.azure.servicebus.documents import API_VERSIONS, IP_FILTERING, QUOTAS, TEMPLATES, namespace_rule
from sandbox.azure.servicebus.entity import body, flag
from sandbox.azure.servicebus.tier import Tier, facts, namespace_at, namespace_of, tier
from sandbox.azure.view import Resource, View

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

NETWORK_RULE_SETS = "Microsoft.ServiceBus/namespaces/networkRuleSets"
DEFAULT = "default"

SET_NAME = namespace_rule(
    "network-rule-set-name",
    text="A namespace's network rule set is called default.",
    message="The network rule set '{name}' doesn't exist: its name is always 'default'.",
    source=TEMPLATES,
)
SET_TIER = namespace_rule(
    "network-rule-set-tier",
    text="Only a Premium namespace can be closed to networks.",
    message="Network rules are supported in the 'Premium' tier only; the namespace '{namespace}' is using the '{tier}' "
    "tier.",
    source=IP_FILTERING,
)
DENY_EVERYTHING = Rule(
    id="servicebus/network-rule-set-deny-everything",
    text="The default action Deny needs a rule, or publicNetworkAccess Disabled in the same request.",
    source="https://github.com/pulumi/pulumi-azure-native/issues/4064",
    status=400,
    code="InvalidNetworkRuleSetUpdate",
    message="This update of networkRuleSets, sets zero IPRule and VirtualNetworkRules, and the DefaultAction is set to "
    "Deny. This would render the namespace resources inaccessible for data-plane requests. If the intention was to "
    "restrict data-plane requests to private links only, please set the PublicNetworkAccess property to Disabled. Else "
    "either set the DefaultAction property to Allow OR add some allowed IPRules or VirtualNetworkRules in the update "
    "request.",
)
RULE_COUNT = namespace_rule(
    "network-rule-count",
    text="A network rule set has at most 128 IP and virtual network rules.",
    message="The number of IP rules and virtual network rules exceeds the limit of 128.",
    source=QUOTAS,
)
IP_MASK = namespace_rule(
    "network-ip-mask",
    text="An IP rule is an IPv4 address or a range in CIDR notation.",
    message="The IP mask '{value}' is not a valid IPv4 address or CIDR range.",
    source=IP_FILTERING,
)

_MOST_RULES = 128


def _is_ip_mask(value: str, _proposal: Proposal) -> bool:
    try:
        ipaddress.IPv4Network(value, strict=False)
    except ValueError:
        return False
    return True


def _rules(proposal: Proposal) -> list[Any]:
    return [*proposal.properties["ipRules"], *proposal.properties["virtualNetworkRules"]]


def _closes_something(proposal: Proposal) -> bool:
    properties = proposal.properties
    return bool(
        _rules(proposal)
        or properties["defaultAction"] == "Deny"
        or properties["trustedServiceAccessEnabled"]
        or properties.get("publicNetworkAccess", "Enabled") != "Enabled"
    )


def _lets_somebody_in(proposal: Proposal) -> bool:
    closed = proposal.properties["defaultAction"] == "Deny" and not _rules(proposal)
    return not closed or proposal.properties.get("publicNetworkAccess") == "Disabled"


def _public_access(rule_set: Resource, view: View) -> str:
    """One and the same switch as the namespace's (github.com/pulumi/pulumi-azure-native #4832)."""
    access: str = namespace_at(rule_set.id, view).properties["publicNetworkAccess"]
    return access


def _switch_namespace(proposal: Proposal) -> None:
    access = proposal.given_properties.get("publicNetworkAccess")
    if access:
        namespace = namespace_of(proposal)
        properties = {**namespace.properties, "publicNetworkAccess": access}
        proposal.view.put(replace(namespace, body={**namespace.body, "properties": properties}))


def add_rule_set(namespace: Proposal) -> None:
    """Make the rule set, open to all networks, that comes with a new namespace."""
    namespace.view.put(
        Resource(
            id=namespace.id.child("networkRuleSets", DEFAULT),
            type=NETWORK_RULE_SETS,
            api_version=API_VERSIONS[-1],
            body={
                "properties": {
                    "defaultAction": "Allow",
                    "virtualNetworkRules": [],
                    "ipRules": [],
                    "trustedServiceAccessEnabled": False,
                }
            },
            created_at=namespace.now,
            updated_at=namespace.now,
        )
    )


_IP_RULE = Property(
    kind=Kind.OBJECT,
    properties={
        "ipMask": Property(kind=Kind.STRING, required=True, constraints=(Constraint(rule=IP_MASK, holds=_is_ip_mask),)),
        "action": Property(kind=Kind.STRING, default="Allow", allowed=("Allow",)),
    },
)
_SUBNET = Property(
    kind=Kind.STRING,
    required=True,
    constraints=(Constraint(rule=REFERENCED_RESOURCE, holds=exists),),
    link=linked_actions.JOIN_VIA_SERVICE_ENDPOINT,
)
_NETWORK_RULE = Property(
    kind=Kind.OBJECT,
    properties={
        "subnet": Property(kind=Kind.OBJECT, required=True, properties={"id": _SUBNET}),
        "ignoreMissingVnetServiceEndpoint": flag(),
    },
)

NETWORK_RULE_SET = ResourceType(
    name=NETWORK_RULE_SETS,
    answers_as="Microsoft.ServiceBus/namespaces/networkrulesets",
    api_versions=API_VERSIONS,
    naming=(one_of(SET_NAME, DEFAULT),),
    methods=frozenset({"GET", "HEAD", "PUT"}),
    body=body(
        {
            "publicNetworkAccess": Property(kind=Kind.STRING, allowed=("Enabled", "Disabled"), computed=_public_access),
            "defaultAction": Property(kind=Kind.STRING, default="Allow", allowed=("Allow", "Deny")),
            "virtualNetworkRules": Property(kind=Kind.ARRAY, default=[], items=_NETWORK_RULE),
            "ipRules": Property(kind=Kind.ARRAY, default=[], items=_IP_RULE),
            "trustedServiceAccessEnabled": flag(),
        }
    ),
    conditions=(
        Condition(
            rule=SET_TIER,
            holds=lambda proposal: tier(proposal) is Tier.PREMIUM or not _closes_something(proposal),
            fields=facts,
        ),
        Condition(rule=RULE_COUNT, holds=lambda proposal: len(_rules(proposal)) <= _MOST_RULES),
        Condition(rule=DENY_EVERYTHING, holds=_lets_somebody_in),
    ),
    written=_switch_namespace,
)
