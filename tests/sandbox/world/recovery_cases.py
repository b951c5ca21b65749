"""Cases of the rules about pairing namespaces for geo-disaster recovery."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import NAMESPACES, PARTITIONED, PREMIUM, STANDARD, properties, queue
from tests.sandbox.world.subnet_cases import ENDPOINT, WITH_SUBNETS, endpoint

FOLLOWER = f"{NAMESPACES}/follower-bus"
"""A Premium namespace in another region."""
OTHER = f"{NAMESPACES}/other-bus"
ALIASES = f"{PREMIUM}/disasterRecoveryConfigs"
ALIAS = f"{ALIASES}/backbone-alias"
NOT_BOTH = "Geo-disaster recovery can't be used in combination with geo-replication."
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


def delete(id: str) -> Call:
    """A DELETE."""
    return Call(method="DELETE", id=id)


MADE = put(FOLLOWER, premium())
PAIRED = (MADE, put(ALIAS, paired_with()))
"""A pair of namespaces."""
REPLICATED = {"locations": [{"locationName": "northeurope", "roleType": "Primary"}]}
TWICE = {"locations": [*REPLICATED["locations"], {"locationName": "uksouth", "roleType": "Secondary"}]}

CASES = (
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
            put(FOLLOWER, premium(geoDataReplication=REPLICATED)),
            put(ALIAS, paired_with()),
            put(OTHER, premium(geoDataReplication=TWICE)),
        ),
        refused=put(ALIAS, paired_with(OTHER)),
        message=NOT_BOTH,
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
            delete(f"{ENDPOINT}-2"),
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
            delete(f"{ENDPOINT}-2"),
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
                delete(f"{FOLLOWER}/{kind}/orders"),
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
