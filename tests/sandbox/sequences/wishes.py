"""What somebody may ask for: ids from a small world, with bodies that are sometimes right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from sandbox.world import DEFAULT_TENANT
from tests.sandbox.sequences.durations import FOREVER
from tests.sandbox.world.scenery import GROUP, SUBSCRIPTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hypothesis.strategies import SearchStrategy

    Bodies = SearchStrategy[dict[str, Any]]

OTHER = f"{SUBSCRIPTION}/resourceGroups/other"
_SENDER = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
_RECEIVER = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"
PRINCIPALS = ("11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222")
_RIGHT_TO_WRONG = 4
_FEW = 3


def _one(*values: object) -> SearchStrategy[Any]:
    return st.sampled_from(values)


def _mostly(*right: object, wrong: object) -> SearchStrategy[Any]:
    """One of some right values, and now and then a wrong one."""
    return st.sampled_from((*(value for value in right for _ in range(_RIGHT_TO_WRONG)), wrong))


def _some(**members: SearchStrategy[Any]) -> Bodies:
    """An object with a few of the members: with many of them one would nearly always be wrong."""
    names = st.lists(st.sampled_from(sorted(members)), max_size=_FEW, unique=True)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: members[name] for name in chosen}))


def _with(**members: SearchStrategy[Any]) -> Bodies:
    """A body with any of the properties."""
    return st.fixed_dictionaries({"properties": _some(**members)})


_FLAG = st.booleans()
_MOSTLY_ON = st.integers(0, _RIGHT_TO_WRONG).map(bool)
ENTITIES = _mostly("inbox", "INBOX", "orders", "audit", "a~b", wrong="-wrong")
_FORWARDS = _mostly("inbox", "Orders", "audit", "a/b", wrong="nowhere")
_LIVES = {
    "defaultMessageTimeToLive": _mostly("PT1S", "P14D", FOREVER, wrong="PT0.5S"),
    "autoDeleteOnIdle": _mostly("PT5M", "P7D", FOREVER, wrong="PT4M"),
    "status": _mostly("Active", "Disabled", "sendDisabled", wrong="Deleting"),
    "userMetadata": _mostly("", "note", wrong="m" * 1025),
    "enableBatchedOperations": _FLAG,
}
_RECEIVES = {
    "lockDuration": _mostly("PT5S", "PT60S", "PT5M", wrong="PT4S") | st.just("soon"),
    "maxDeliveryCount": _mostly(1, 10, 2**31 - 1, wrong=0),
    "requiresSession": _FLAG,
    "deadLetteringOnMessageExpiration": _FLAG,
    "forwardTo": _FORWARDS,
    "forwardDeadLetteredMessagesTo": _FORWARDS,
}
_STORES = {
    "maxSizeInMegabytes": _mostly(1024, 5120, 81920, wrong=1023),
    "maxMessageSizeInKilobytes": _mostly(256, 1024, 102400, wrong=102401),
    "requiresDuplicateDetection": _FLAG,
    "duplicateDetectionHistoryTimeWindow": _mostly("PT20S", "P7D", wrong="PT19S"),
    "enablePartitioning": _FLAG,
    "enableExpress": _FLAG,
}
NAMESPACE = st.fixed_dictionaries(
    {"location": _mostly("westeurope", "West Europe", wrong="northeurope")},
    optional={
        "sku": st.fixed_dictionaries(
            {"name": _mostly("Basic", "Standard", "Premium", "premium", wrong="Gold")},
            optional={"capacity": _one(1, 2, 3, 4), "tier": _one("Standard", "Premium")},
        ),
        "tags": _some(owner=_mostly("us", wrong="t" * 257)),
        "properties": _some(
            premiumMessagingPartitions=_mostly(0, 1, 2, wrong=3),
            disableLocalAuth=_FLAG,
            publicNetworkAccess=_one("Enabled", "disabled"),
            minimumTlsVersion=_mostly("1.2", wrong="1.4"),
        ),
    },
)
_CORRELATION = _some(label=_one("", "x"), properties=_some(kind=_one("y")))
BODIES: Mapping[str, Bodies] = {
    "queues": _with(**_STORES, **_LIVES, **_RECEIVES),
    "topics": _with(**_STORES, **_LIVES, supportOrdering=_FLAG),
    "subscriptions": _with(**_LIVES, **_RECEIVES),
    "rules": _with(
        filterType=_one("SqlFilter", "CorrelationFilter"),
        sqlFilter=_some(sqlExpression=_mostly("a = 1", "b = 2", " ", wrong="s" * 1025)),
        correlationFilter=_CORRELATION,
        action=_some(sqlExpression=_mostly("SET a = 1", wrong="s" * 1025)),
    ),
    "authorizationRules": _with(
        rights=st.lists(_mostly("Listen", "Send", "Manage", wrong="Own"), min_size=1, max_size=3, unique=True)
    ),
}
"""The bodies of what a namespace holds, by the last part of its type."""

VAULT = st.fixed_dictionaries(
    {
        "location": _one("westeurope"),
        "properties": st.fixed_dictionaries(
            {
                "sku": st.just({"family": "A", "name": "standard"}),
                "tenantId": _mostly(DEFAULT_TENANT, wrong="nobody"),
                "enableRbacAuthorization": _MOSTLY_ON,
            },
            optional={
                "softDeleteRetentionInDays": _mostly(7, 90, wrong=6),
                "enablePurgeProtection": _MOSTLY_ON,
                "enableSoftDelete": _MOSTLY_ON,
                "createMode": _mostly("default", wrong="recover"),
            },
        ),
    }
)
SECRET = st.fixed_dictionaries(
    {
        "properties": st.fixed_dictionaries(
            {"value": _mostly(1, wrong=30_000).map("v".__mul__)}, optional={"contentType": _one("a")}
        )
    },
    optional={"tags": st.integers(0, 17).map(lambda number: {str(each): "x" for each in range(number)})},
)
ASSIGNMENT = st.fixed_dictionaries(
    {
        "properties": st.fixed_dictionaries(
            {
                "principalId": _one(*PRINCIPALS),
                "roleDefinitionId": st.builds(
                    "{}/providers/Microsoft.Authorization/roleDefinitions/{}".format,
                    st.just(SUBSCRIPTION),
                    _mostly(_SENDER, _RECEIVER, _RECEIVER.upper(), wrong="33333333-3333-3333-3333-333333333333"),
                ),
            },
            optional={"principalType": _one("ServicePrincipal", "User")},
        )
    }
)
LOCATED = st.fixed_dictionaries({"location": _mostly("westeurope", wrong="atlantis")})
GROUPS = _one(GROUP, OTHER)
NAMESPACES = st.builds(
    "{}/providers/Microsoft.ServiceBus/namespaces/{}".format,
    GROUPS,
    _mostly("alpha-bus", "ALPHA-bus", "beta-bus", wrong="bad-sb"),
)
VAULTS = st.builds(
    "{}/providers/Microsoft.KeyVault/vaults/{}".format, GROUPS, _mostly("vault-a", "VAULT-A", wrong="b--d")
)
IDENTITIES = st.builds(
    "{}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{}".format,
    GROUPS,
    _mostly("worker", "Worker", wrong="w"),
)
CHILDREN = _mostly("first", "First", "second", "$Default", wrong="wrong.")
