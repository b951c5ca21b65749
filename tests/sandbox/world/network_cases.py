"""Cases of the rules about the firewall of a namespace."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import PREMIUM, STANDARD, properties

_FIREWALL = f"{PREMIUM}/networkRuleSets/default"


def _masks(number: int) -> dict[str, Any]:
    return properties(ipRules=[{"ipMask": f"10.0.{n // 256}.{n % 256}"} for n in range(number)])


FIREWALL = (
    Case(
        rule="servicebus/network-rule-set-name",
        accepted=(put(_FIREWALL),),
        refused=put(f"{PREMIUM}/networkRuleSets/mine"),
        message="The network rule set 'mine' doesn't exist: its name is always 'default'.",
    ),
    Case(
        rule="servicebus/network-rule-set-tier",
        accepted=(put(f"{STANDARD}/networkRuleSets/default", properties(defaultAction="Allow")),),
        refused=put(f"{STANDARD}/networkRuleSets/default", _masks(1)),
        message="Network rules are supported in the 'Premium' tier only; the namespace 'standard-bus' is using the "
        "'Standard' tier.",
    ),
    Case(
        rule="servicebus/network-ip-mask",
        accepted=(put(_FIREWALL, properties(ipRules=[{"ipMask": "203.0.113.0/24"}])),),
        refused=put(_FIREWALL, properties(ipRules=[{"ipMask": "203.0.113.0/33"}])),
        message="The IP mask '203.0.113.0/33' is not a valid IPv4 address or CIDR range.",
    ),
    Case(
        rule="servicebus/network-rule-count",
        accepted=(put(_FIREWALL, _masks(128)),),
        refused=put(_FIREWALL, _masks(129)),
        message="The number of IP rules and virtual network rules exceeds the limit of 128.",
    ),
    Case(
        rule="servicebus/network-rule-set-deny-everything",
        accepted=(
            put(_FIREWALL, properties(defaultAction="Deny", ipRules=[{"ipMask": "203.0.113.1"}])),
            put(_FIREWALL, properties(defaultAction="Deny", publicNetworkAccess="Disabled")),
        ),
        refused=put(_FIREWALL, properties(defaultAction="Deny")),
        message="This update of networkRuleSets, sets zero IPRule and VirtualNetworkRules, and the DefaultAction is "
        "set to Deny. This would render the namespace resources inaccessible for data-plane requests. If the intention "
        "was to restrict data-plane requests to private links only, please set the PublicNetworkAccess property to "
        "Disabled. Else either set the DefaultAction property to Allow OR add some allowed IPRules or "
        "VirtualNetworkRules in the update request.",
    ),
)
CASES = FIREWALL
