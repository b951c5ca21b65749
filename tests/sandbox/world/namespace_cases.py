"""Cases of the rules about namespaces."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import BASIC, GROUP, NAMESPACES, PREMIUM, STANDARD, SUBSCRIPTION

_HERE = {"location": "westeurope"}
_NEW = f"{NAMESPACES}/another-bus"
_THIRD = f"{NAMESPACES}/third-bus"
_OTHER_GROUP = f"{SUBSCRIPTION}/resourceGroups/other"
_INVALID = "The specified service namespace is invalid."
_KEYS = {"keyName": "k", "keyVaultUri": "https://v.vault.azure.net"}


def _premium(*, capacity: int = 1, **given: object) -> dict[str, Any]:
    return {**_HERE, "sku": {"name": "Premium", "capacity": capacity}, "properties": given}


def _standard(**given: object) -> dict[str, Any]:
    return {**_HERE, "sku": {"name": "Standard"}, "properties": given}


def _places(*regions: str) -> dict[str, object]:
    roles = ("Primary", "Secondary", "Secondary")
    return {"locations": [{"locationName": r, "roleType": role} for r, role in zip(regions, roles, strict=False)]}


def _confidential(mode: str) -> dict[str, object]:
    return {"confidentialCompute": {"mode": mode}}


TIERS = (
    Case(
        rule="servicebus/namespace-tier-fixed",
        accepted=(put(BASIC, {**_HERE, "sku": {"name": "Standard"}}),),
        refused=put(STANDARD, {**_HERE, "sku": {"name": "Premium"}}),
        message="The SKU of the namespace 'standard-bus' can't be changed to or from 'Premium'.",
    ),
    Case(
        rule="servicebus/namespace-tier-fixed",
        accepted=(put(PREMIUM, _premium(capacity=16)),),
        refused=put(PREMIUM, {**_HERE, "sku": {"name": "Standard"}}),
        message="The SKU of the namespace 'premium-bus' can't be changed to or from 'Premium'.",
    ),
    *(
        Case(
            rule="servicebus/namespace-downgrade",
            accepted=(
                put(_NEW, _HERE),
                put(f"{_NEW}/queues/plain", {"properties": {"defaultMessageTimeToLive": "P14D"}}),
                put(_NEW, {**_HERE, "sku": {"name": "Basic"}}),
                put(_NEW, {**_HERE, "sku": {"name": "Standard"}}),
                put(f"{_NEW}/{kind}/another"),
            ),
            refused=put(_NEW, {**_HERE, "sku": {"name": "Basic"}}),
            message=f"The SKU of the namespace '{_NEW.rpartition('/')[2]}' can't be changed to 'Basic' because of its "
            "entity 'another'.",
        )
        for kind in ("topics", "queues")
    ),
    Case(
        rule="servicebus/namespace-sku-tier",
        accepted=(put(_NEW, {**_HERE, "sku": {"name": "Basic", "tier": "basic"}}),),
        refused=put(_THIRD, {**_HERE, "sku": {"name": "Basic", "tier": "Standard"}}),
        message="The SKU name and the SKU tier must be the same.",
    ),
    Case(
        rule="servicebus/namespace-messaging-units",
        accepted=(put(_NEW, _premium(capacity=64, premiumMessagingPartitions=4)),),
        refused=put(_THIRD, _premium(capacity=1, premiumMessagingPartitions=2)),
        message="The specified capacity 1 is invalid. It must be one of the following values: 2;4;8;16;32.",
    ),
    Case(
        rule="servicebus/namespace-messaging-units",
        accepted=(put(_NEW, _premium(capacity=16)),),
        refused=put(_THIRD, _premium(capacity=3)),
        message="The specified capacity 3 is invalid. It must be one of the following values: 1;2;4;8;16.",
    ),
    Case(
        rule="servicebus/namespace-partitions",
        accepted=(put(_NEW, _premium(capacity=4, premiumMessagingPartitions=4)),),
        refused=put(_THIRD, _premium(capacity=3, premiumMessagingPartitions=3)),
        message="The specified value 3 of 'PremiumMessagingPartitions' is invalid in the 'Premium' tier. It must be "
        "one of the following values: 1;2;4.",
    ),
    Case(
        rule="servicebus/namespace-partitions",
        accepted=(put(_NEW, _standard(premiumMessagingPartitions=0)),),
        refused=put(_THIRD, _standard(premiumMessagingPartitions=2)),
        message="The specified value 2 of 'PremiumMessagingPartitions' is invalid in the 'Standard' tier. It must be "
        "one of the following values: 0.",
    ),
    Case(
        rule="servicebus/namespace-partitions-fixed",
        accepted=(put(PREMIUM, _premium()), put(PREMIUM, _premium(premiumMessagingPartitions=1))),
        refused=put(PREMIUM, _premium(capacity=2, premiumMessagingPartitions=2)),
        message="The property 'PremiumMessagingPartitions' of an existing namespace can't be changed.",
    ),
    Case(
        rule="servicebus/namespace-confidential-fixed",
        accepted=(
            put(_NEW, _premium(platformCapabilities=_confidential("Enabled"))),
            put(_NEW, _premium()),
        ),
        refused=put(_NEW, _premium(platformCapabilities=_confidential("Disabled"))),
        message="The property 'ConfidentialCompute' of an existing namespace can't be changed.",
    ),
    Case(
        rule="servicebus/namespace-premium-only",
        accepted=(put(_NEW, _premium(platformCapabilities=_confidential("Enabled"))),),
        refused=put(_THIRD, _standard(platformCapabilities=_confidential("Enabled"))),
        message="The property 'platformCapabilities' can't be set because the namespace 'third-bus' is using the "
        "'Standard' Tier. This operation is only supported in 'Premium' tier.",
    ),
    Case(
        rule="servicebus/namespace-encryption-stays",
        accepted=(
            put(_NEW, _premium(encryption={"keyVaultProperties": [_KEYS]})),
            put(_NEW, _premium(encryption={"keyVaultProperties": [{**_KEYS, "keyName": "l"}]})),
        ),
        refused=put(_NEW, _premium(encryption={"keyVaultProperties": []})),
        message="The encryption of the namespace 'another-bus' with customer-managed keys can't be disabled.",
    ),
    Case(
        rule="servicebus/namespace-infrastructure-encryption-fixed",
        accepted=(put(_NEW, _premium(encryption={"requireInfrastructureEncryption": True})),),
        refused=put(_NEW, _premium(encryption={"requireInfrastructureEncryption": False})),
        message="The property 'RequireInfrastructureEncryption' of an existing namespace can't be changed.",
    ),
    *(
        Case(
            rule="servicebus/namespace-replication-lag",
            accepted=(put(PREMIUM, _premium(geoDataReplication={"maxReplicationLagDurationInSeconds": bound})),),
            refused=put(PREMIUM, _premium(geoDataReplication={"maxReplicationLagDurationInSeconds": beyond})),
            message=f"The specified value {beyond} of 'MaxReplicationLagDurationInSeconds' is invalid. It must be 0 or "
            "between 300 and 86400.",
        )
        for bound, beyond in ((0, -1), (300, 299), (86_400, 86_401))
    ),
    *(
        Case(
            rule="servicebus/namespace-replication-primary",
            accepted=(put(PREMIUM, _premium(geoDataReplication=_places("westeurope", "northeurope"))),),
            refused=put(PREMIUM, _premium(geoDataReplication=_places(*wrong))),
            message="The locations of 'GeoDataReplication' must be the namespace's location as 'Primary' and at most "
            "one 'Secondary'.",
        )
        for wrong in (("northeurope",), ("westeurope", "northeurope", "uksouth"))
    ),
)
NAMES = (
    *(
        Case(
            rule="servicebus/namespace-name",
            accepted=(put(f"{NAMESPACES}/{accepted}", _HERE),),
            refused=put(f"{NAMESPACES}/{refused}", _HERE),
            message=_INVALID,
        )
        for accepted, refused in (
            ("a12345", "a1234"),
            ("a" * 50, "a" * 51),
            ("a-2-c-d", "2-c-d-e"),
            ("a-b-c-5", "a-b-c-d-"),
            ("abcdef", "abc_def"),
        )
    ),
    *(
        Case(
            rule="servicebus/namespace-name-suffix",
            accepted=(put(f"{NAMESPACES}/{accepted}", _HERE),),
            refused=put(f"{NAMESPACES}/{refused}", _HERE),
            message=_INVALID,
        )
        for accepted, refused in (("orders-sb1", "orders-SB"), ("ordersmgmt", "orders-mgmt"))
    ),
    Case(
        rule="servicebus/namespace-name-taken",
        accepted=(put(_OTHER_GROUP, _HERE), put(f"{_OTHER_GROUP}{_NEW.removeprefix(GROUP)}", _HERE)),
        refused=put(_NEW.replace("another", "ANOTHER"), _HERE),
        message="The specified name is not available. For more information visit "
        "https://aka.ms/eventhubsarmexceptions.",
    ),
    Case(
        rule="servicebus/namespace-alternate-name",
        accepted=(put(PREMIUM, _premium(alternateName="premium-alias")),),
        refused=put(PREMIUM, _premium(alternateName="alias")),
        message="The specified alternate name 'alias' is invalid.",
    ),
    Case(
        rule="servicebus/namespace-count",
        accepted=(put(_NEW, _HERE),),
        prepare=lambda azure: azure.fill(_NEW, 995),
        refused=put(_THIRD, _HERE),
        message="The maximum number of namespaces of the subscription '00000000-0000-4000-8000-000000000001' has been "
        "reached in this region.",
    ),
)
CASES = (*TIERS, *NAMES)
