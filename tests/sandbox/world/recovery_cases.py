"""Cases of the rules about geo-disaster recovery."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import NAMESPACES, PARTITIONED, PREMIUM, STANDARD, SUBSCRIPTION, properties, queue
from tests.sandbox.world.subnet_cases import ENDPOINT, WITH_SUBNETS, endpoint

FOLLOWER = f"{NAMESPACES}/follower-bus"
"""A Premium namespace in another region."""
OTHER = f"{NAMESPACES}/other-bus"
ALIASES = f"{PREMIUM}/disasterRecoveryConfigs"
ALIAS = f"{ALIASES}/backbone-alias"
AT_FOLLOWER = ALIAS.replace("premium-bus", "follower-bus")
"""The alias, as it is seen at its secondary."""
READ_ONLY = "Invalid operation on the Secondary namespace. Secondary namespace is read-only."
_ELSEWHERE = f"{SUBSCRIPTION[:-1]}2/resourceGroups/rg"
_ABROAD = f"{_ELSEWHERE}/providers/Microsoft.ServiceBus/namespaces/follower-bus"
_NOT_BOTH = "Geo-disaster recovery can't be used in combination with geo-replication."
_MATCHING = (
    "The primary namespace has private endpoint connections and the secondary namespace 'follower-bus' has none."
)


def premium(location: str = "northeurope", *, capacity: int = 1, **given: object) -> dict[str, Any]:
    """The body of a Premium namespace."""
    return {"location": location, "sku": {"name": "Premium", "capacity": capacity}, "properties": given}


def paired_with(partner: str = FOLLOWER, **given: object) -> dict[str, Any]:
    """The body of an alias."""
    return properties(partnerNamespace=partner, **given)


def post(id: str, action: str, body: dict[str, Any] | None = None) -> Call:
    """A POST of an action."""
    return Call(method="POST", id=f"{id}/{action}", body=body)


def _delete(id: str) -> Call:
    return Call(method="DELETE", id=id)


MADE = put(FOLLOWER, premium())
PAIRED = (MADE, put(ALIAS, paired_with()))
"""A pair of namespaces."""
_REPLICATED = {"locations": [{"locationName": "northeurope", "roleType": "Primary"}]}
_TWICE = {"locations": [*_REPLICATED["locations"], {"locationName": "uksouth", "roleType": "Secondary"}]}
_ROOT = "AuthorizationRules/RootManageSharedAccessKey"

MAKING = (
    *(
        Case(
            rule="servicebus/alias-name",
            accepted=(MADE, put(f"{ALIASES}/{accepted}", paired_with())),
            refused=put(f"{ALIASES}/{refused}", paired_with()),
            message=f"The specified alias '{refused}' is invalid.",
        )
        for accepted, refused in (("a12345", "a1234"), ("a" * 50, "a" * 51), ("alias-b", "alias-"), ("orders", "o-sb"))
    ),
    *(
        Case(
            rule="servicebus/alias-name-taken",
            accepted=(*PAIRED, put(OTHER, premium("uksouth")), put(f"{NAMESPACES}/last-bus", premium())),
            refused=put(f"{OTHER}/disasterRecoveryConfigs/{taken}", paired_with(f"{NAMESPACES}/last-bus")),
            message=f"Alias '{taken}' is not availble, please use a different name.",
        )
        for taken in ("BACKBONE-alias", "standard-bus", "other-bus")
    ),
    *(
        Case(
            rule="servicebus/alias-partner",
            accepted=PAIRED,
            refused=put(f"{ALIASES}/second-alias", body),
            message=f"The partner namespace '{partner}' of the alias 'second-alias' doesn't exist.",
        )
        for body, partner in (
            ({}, ""),
            (paired_with(f"{NAMESPACES}/none"), f"{NAMESPACES}/none"),
            (paired_with(queue("inbox")), queue("inbox")),
            (paired_with("follower-bus"), "follower-bus"),
        )
    ),
    Case(
        rule="servicebus/alias-tier",
        accepted=(*PAIRED, put(OTHER, {"location": "northeurope"})),
        refused=put(ALIAS, paired_with(OTHER)),
        message="Geo-disaster recovery is supported in the 'Premium' tier only; the namespace 'other-bus' is using the "
        "'Standard' tier.",
    ),
    Case(
        rule="servicebus/alias-tier",
        accepted=(MADE,),
        refused=put(f"{STANDARD}/disasterRecoveryConfigs/backbone-alias", paired_with()),
        message="Geo-disaster recovery is supported in the 'Premium' tier only; the namespace 'standard-bus' is using "
        "the 'Standard' tier.",
    ),
    Case(
        rule="servicebus/alias-region",
        accepted=PAIRED,
        refused=put(f"{PARTITIONED}/disasterRecoveryConfigs/another-alias", paired_with(PREMIUM)),
        message="The primary and the secondary namespace must be in different regions; both are in 'westeurope'.",
    ),
    Case(
        rule="servicebus/alias-partitions",
        accepted=(
            put(OTHER, premium(capacity=4, premiumMessagingPartitions=4)),
            put(f"{PARTITIONED}/disasterRecoveryConfigs/another-alias", paired_with(OTHER)),
            put(FOLLOWER, premium(capacity=2, premiumMessagingPartitions=2)),
        ),
        refused=put(ALIAS, paired_with()),
        message="Pairing a partitioned namespace with a non-partitioned namespace isn't supported.",
    ),
    Case(
        rule="servicebus/alias-geo-replication",
        accepted=(
            put(FOLLOWER, premium(geoDataReplication=_REPLICATED)),
            put(ALIAS, paired_with()),
            put(OTHER, premium(geoDataReplication=_TWICE)),
        ),
        refused=put(ALIAS, paired_with(OTHER)),
        message=_NOT_BOTH,
    ),
    Case(
        rule="servicebus/alias-private-endpoints",
        accepted=(
            *WITH_SUBNETS,
            MADE,
            put(f"{ENDPOINT}-2", endpoint(FOLLOWER, "namespace")),
            put(ENDPOINT, endpoint(PREMIUM, "namespace")),
            put(ALIAS, paired_with()),
            post(ALIAS, "breakPairing"),
            _delete(f"{ENDPOINT}-2"),
        ),
        refused=put(ALIAS, paired_with()),
        message=_MATCHING,
    ),
    Case(
        rule="network/endpoint-secondary-first",
        accepted=(
            *WITH_SUBNETS,
            *PAIRED,
            put(f"{ENDPOINT}-2", endpoint(FOLLOWER, "namespace")),
            put(ENDPOINT, endpoint(PREMIUM, "namespace")),
            _delete(f"{ENDPOINT}-2"),
            put(ENDPOINT, endpoint(PREMIUM, "namespace")),
        ),
        refused=put(f"{ENDPOINT}-3", endpoint(PREMIUM, "namespace")),
        message="Call to Microsoft.ServiceBus/namespaces failed. Error message: Create a private endpoint on the "
        f"secondary namespace first. Resource id: {PREMIUM}.",
    ),
    *(
        Case(
            rule="servicebus/alias-paired",
            accepted=(*PAIRED, put(ALIAS, paired_with()), put(OTHER, premium())),
            refused=put(alias, paired_with(OTHER)),
            message="The namespace 'premium-bus' is paired under the alias 'backbone-alias'. Break the pairing first.",
        )
        for alias in (ALIAS, f"{ALIASES}/second-alias")
    ),
    *(
        Case(
            rule="servicebus/alias-secondary-new",
            accepted=(
                MADE,
                put(f"{FOLLOWER}/{kind}/orders"),
                _delete(f"{FOLLOWER}/{kind}/orders"),
                PAIRED[1],
                post(ALIAS, "breakPairing"),
                put(f"{FOLLOWER}/{kind}/orders"),
            ),
            refused=put(ALIAS, paired_with()),
            message="Unable to freeze secondary namespace",
        )
        for kind in ("queues", "topics")
    ),
    Case(
        rule="servicebus/alias-secondary-new",
        accepted=(*PAIRED, put(OTHER, premium("uksouth"))),
        refused=put(f"{OTHER}/disasterRecoveryConfigs/another-alias", paired_with()),
        message="Unable to freeze secondary namespace",
    ),
    Case(
        rule="servicebus/alias-alternate-name",
        accepted=(
            MADE,
            put(f"{ALIASES}/premium-bus", paired_with(alternateName="premium-before")),
            post(f"{ALIASES}/premium-bus", "breakPairing"),
        ),
        refused=put(ALIAS, paired_with(alternateName="premium-alternate")),
        message="Alternate name is supported only if alias and primary namespace are same.",
    ),
)
KEEPING = (
    Case(
        rule="servicebus/namespace-secondary",
        accepted=(MADE, MADE, *PAIRED[1:], put(PREMIUM, premium("westeurope", capacity=2))),
        refused=MADE,
        message="Cannot update a namespace which is secondary.",
    ),
    Case(
        rule="servicebus/alias-geo-replication",
        accepted=(put(OTHER, premium(geoDataReplication=_TWICE)), *PAIRED),
        refused=put(
            PREMIUM,
            premium(
                "westeurope",
                geoDataReplication={
                    "locations": [
                        {"locationName": "westeurope", "roleType": "Primary"},
                        {"locationName": "uksouth", "roleType": "Secondary"},
                    ]
                },
            ),
        ),
        message=_NOT_BOTH,
    ),
    Case(
        rule="servicebus/max-message-size-replicated",
        accepted=(
            put(FOLLOWER, premium(geoDataReplication=_REPLICATED)),
            put(queue("q", FOLLOWER), properties(maxMessageSizeInKilobytes=1025)),
            put(OTHER, premium(geoDataReplication=_TWICE)),
            put(queue("q", OTHER), properties(maxMessageSizeInKilobytes=1024)),
        ),
        refused=put(queue("q", OTHER), properties(maxMessageSizeInKilobytes=1025)),
        message="SubCode=40000. The property value for 'MaxMessageSizeInKilobytes' must be 1024 because the namespace "
        "'other-bus' uses geo-replication.",
    ),
    *(
        Case(rule="servicebus/secondary-read-only", accepted=(*PAIRED, *allowed), refused=refused, message=READ_ONLY)
        for allowed, refused in (
            ((put(queue("q", PREMIUM)),), put(queue("q", FOLLOWER))),
            ((put(queue("q", PREMIUM)), _delete(queue("q", PREMIUM))), put(f"{FOLLOWER}/topics/t")),
            ((put(queue("q", PREMIUM)),), _delete(queue("q", FOLLOWER))),
            ((), put(f"{FOLLOWER}/networkRuleSets/default")),
            ((), put(f"{FOLLOWER}/AuthorizationRules/a", properties(rights=["Send"]))),
            (
                (post(f"{FOLLOWER}/{_ROOT}", "listKeys"),),
                post(f"{FOLLOWER}/{_ROOT}", "regenerateKeys", {"keyType": "PrimaryKey"}),
            ),
            ((), put(AT_FOLLOWER, paired_with(PREMIUM))),
            ((), _delete(AT_FOLLOWER)),
            ((), _delete(FOLLOWER)),
        )
    ),
)
ENDING = (
    Case(
        rule="servicebus/alias-delete-paired",
        accepted=(*PAIRED, post(ALIAS, "breakPairing"), _delete(ALIAS), PAIRED[1]),
        refused=_delete(ALIAS),
        message="The alias 'backbone-alias' is paired with 'follower-bus'. Break the pairing before deleting the "
        "alias.",
    ),
    Case(
        rule="servicebus/alias-break-pairing",
        accepted=PAIRED,
        refused=post(AT_FOLLOWER, "breakPairing"),
        message="The pairing of the alias 'backbone-alias' can't be broken here: the namespace's role is 'Secondary', "
        "not 'Primary'.",
    ),
    Case(
        rule="servicebus/alias-break-pairing",
        accepted=(*PAIRED, post(ALIAS, "breakPairing")),
        refused=post(ALIAS, "breakPairing"),
        message="The pairing of the alias 'backbone-alias' can't be broken here: the namespace's role is "
        "'PrimaryNotReplicating', not 'Primary'.",
    ),
    Case(
        rule="servicebus/alias-failover",
        accepted=PAIRED,
        refused=post(ALIAS, "failover"),
        message="The alias 'backbone-alias' can't fail over to this namespace: its role is 'Primary', not 'Secondary'.",
    ),
    Case(
        rule="servicebus/alias-safe-failover",
        accepted=(
            *PAIRED,
            post(AT_FOLLOWER, "failover", properties(isSafeFailover=True)),
            _delete(AT_FOLLOWER),
            put(_ELSEWHERE, {"location": "westeurope"}),
            put(_ABROAD.replace("follower", "abroad"), premium()),
            put(ALIAS, paired_with(_ABROAD.replace("follower", "abroad"))),
        ),
        refused=post(
            f"{_ABROAD.replace('follower', 'abroad')}/disasterRecoveryConfigs/backbone-alias",
            "failover",
            properties(isSafeFailover=True),
        ),
        message="The safe failover of the alias 'backbone-alias' isn't supported: the namespaces are in different "
        "subscriptions.",
    ),
)
CASES = (*MAKING, *KEEPING, *ENDING)
