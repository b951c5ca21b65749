"""Cases of the rules about namespaces that are paired, and about the end of a pair."""

from __future__ import annotations

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.recovery_cases import (
    ALIAS,
    FOLLOWER,
    MADE,
    NOT_BOTH,
    OTHER,
    PAIRED,
    REPLICATED,
    TWICE,
    delete,
    paired_with,
    post,
    premium,
)
from tests.sandbox.world.scenery import PREMIUM, SUBSCRIPTION, properties, queue

AT_FOLLOWER = ALIAS.replace("premium-bus", "follower-bus")
"""The alias, as it is seen at its secondary."""
_READ_ONLY = "Invalid operation on the Secondary namespace. Secondary namespace is read-only."
_ROOT = "AuthorizationRules/RootManageSharedAccessKey"
_ELSEWHERE = f"{SUBSCRIPTION[:-1]}2/resourceGroups/rg"
_ABROAD = f"{_ELSEWHERE}/providers/Microsoft.ServiceBus/namespaces/abroad-bus"

KEEPING = (
    Case(
        rule="servicebus/namespace-secondary",
        accepted=(MADE, MADE, *PAIRED[1:], put(PREMIUM, premium("westeurope", capacity=2))),
        refused=MADE,
        message="Cannot update a namespace which is secondary.",
    ),
    Case(
        rule="servicebus/alias-geo-replication",
        accepted=(put(OTHER, premium(geoDataReplication=TWICE)), *PAIRED),
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
        message=NOT_BOTH,
    ),
    Case(
        rule="servicebus/max-message-size-replicated",
        accepted=(
            put(FOLLOWER, premium(geoDataReplication=REPLICATED)),
            put(queue("q", FOLLOWER), properties(maxMessageSizeInKilobytes=1025)),
            put(OTHER, premium(geoDataReplication=TWICE)),
            put(queue("q", OTHER), properties(maxMessageSizeInKilobytes=1024)),
        ),
        refused=put(queue("q", OTHER), properties(maxMessageSizeInKilobytes=1025)),
        message="SubCode=40000. The property value for 'MaxMessageSizeInKilobytes' must be 1024 because the namespace "
        "'other-bus' uses geo-replication.",
    ),
    *(
        Case(rule="servicebus/secondary-read-only", accepted=(*PAIRED, *allowed), refused=refused, message=_READ_ONLY)
        for allowed, refused in (
            ((put(queue("q", PREMIUM)),), put(queue("q", FOLLOWER))),
            ((put(queue("q", PREMIUM)), delete(queue("q", PREMIUM))), put(f"{FOLLOWER}/topics/t")),
            ((put(queue("q", PREMIUM)),), delete(queue("q", FOLLOWER))),
            ((), put(f"{FOLLOWER}/networkRuleSets/default")),
            ((), put(f"{FOLLOWER}/AuthorizationRules/a", properties(rights=["Send"]))),
            (
                (post(f"{FOLLOWER}/{_ROOT}", "listKeys"),),
                post(f"{FOLLOWER}/{_ROOT}", "regenerateKeys", {"keyType": "PrimaryKey"}),
            ),
            ((), put(AT_FOLLOWER, paired_with(PREMIUM))),
            ((), delete(AT_FOLLOWER)),
            ((), delete(FOLLOWER)),
        )
    ),
)
ENDING = (
    Case(
        rule="servicebus/alias-delete-paired",
        accepted=(*PAIRED, post(ALIAS, "breakPairing"), delete(ALIAS), PAIRED[1]),
        refused=delete(ALIAS),
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
            delete(AT_FOLLOWER),
            put(_ELSEWHERE, {"location": "westeurope"}),
            put(_ABROAD, premium()),
            put(ALIAS, paired_with(_ABROAD)),
        ),
        refused=post(
            f"{_ABROAD}/disasterRecoveryConfigs/backbone-alias",
            "failover",
            properties(isSafeFailover=True),
        ),
        message="The safe failover of the alias 'backbone-alias' isn't supported: the namespaces are in different "
        "subscriptions.",
    ),
)
CASES = (*KEEPING, *ENDING)
