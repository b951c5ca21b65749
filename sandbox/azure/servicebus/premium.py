"""What only a Premium namespace has: encryption with own keys, replication, confidential computing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition, Constraint
from sandbox.azure.property import Kind, Property
from sandbox.azure.servicebus import documents
from sandbox.azure.servicebus.documents import namespace_rule
from sandbox.azure.servicebus.sku import is_premium, tier

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

CONFIDENTIAL_FIXED = namespace_rule(
    "namespace-confidential-fixed",
    text="Whether a namespace runs on confidential computers is decided when it is created.",
    message="The property 'ConfidentialCompute' of an existing namespace can't be changed.",
    source=documents.CONFIDENTIAL,
)
PREMIUM_ONLY = namespace_rule(
    "namespace-premium-only",
    text="Encryption with keys of one's own, geo-replication and confidential computing exist on Premium only.",
    message="The property '{property}' can't be set because the namespace '{name}' is using the '{tier}' Tier. This "
    "operation is only supported in 'Premium' tier.",
    source=documents.PREMIUM,
)
ENCRYPTION_STAYS = namespace_rule(
    "namespace-encryption-stays",
    text="Encryption with keys of one's own cannot be turned off.",
    message="The encryption of the namespace '{name}' with customer-managed keys can't be disabled.",
    source=documents.ENCRYPTION,
)
DOUBLE_ENCRYPTION_FIXED = namespace_rule(
    "namespace-infrastructure-encryption-fixed",
    text="Whether the infrastructure encrypts a second time is decided when encryption is set up.",
    message="The property 'RequireInfrastructureEncryption' of an existing namespace can't be changed.",
    source=documents.ENCRYPTION,
)
REPLICATION_LAG = namespace_rule(
    "namespace-replication-lag",
    text="The replication lag is 0 (synchronous) or 5 minutes to 1 day, in seconds.",
    message="The specified value {value} of 'MaxReplicationLagDurationInSeconds' is invalid. It must be 0 or between "
    "300 and 86400.",
    source=documents.GEO_REPLICATION,
)
PRIMARY_LOCATION = namespace_rule(
    "namespace-replication-primary",
    text="A replicated namespace names its own location as the primary, and at most one secondary.",
    message="The locations of 'GeoDataReplication' must be the namespace's location as 'Primary' and at most one "
    "'Secondary'.",
    source=documents.GEO_REPLICATION,
)
_LAGS = range(300, 86_401)
"""Seconds that a secondary may lag behind; 0 is synchronous replication."""
_MOST_LOCATIONS = 2
_PREMIUM_PROPERTIES = ("encryption", "geoDataReplication", "platformCapabilities")


def _only_on_premium(proposal: Proposal) -> list[str]:
    return [name for name in _PREMIUM_PROPERTIES if name in proposal.given_properties]


def _stays_encrypted(proposal: Proposal) -> bool:
    before = proposal.existing.properties if proposal.existing else {}
    keys = proposal.properties.get("encryption", {}).get("keyVaultProperties")
    return not before.get("encryption", {}).get("keyVaultProperties") or bool(keys)


def _replicates_itself(proposal: Proposal) -> bool:
    locations = proposal.properties.get("geoDataReplication", {}).get("locations", [])
    primaries = [place["locationName"] for place in locations if place["roleType"] == "Primary"]
    return not locations or (primaries == [proposal.body["location"]] and len(locations) <= _MOST_LOCATIONS)


CONFIDENTIAL_COMPUTE = Property(
    kind=Kind.OBJECT,
    keeps=True,
    fixed=CONFIDENTIAL_FIXED,
    properties={
        "confidentialCompute": Property(
            kind=Kind.OBJECT,
            properties={"mode": Property(kind=Kind.STRING, default="Disabled", allowed=("Enabled", "Disabled"))},
        )
    },
)
GEO_REPLICATION = Property(
    kind=Kind.OBJECT,
    keeps=True,
    properties={
        "maxReplicationLagDurationInSeconds": Property(
            kind=Kind.INTEGER,
            default=0,
            constraints=(Constraint(rule=REPLICATION_LAG, holds=lambda value, _: value == 0 or value in _LAGS),),
        ),
        "locations": Property(
            kind=Kind.ARRAY,
            items=Property(
                kind=Kind.OBJECT,
                properties={
                    "locationName": Property(kind=Kind.LOCATION, required=True),
                    "roleType": Property(kind=Kind.STRING, required=True, allowed=("Primary", "Secondary")),
                },
            ),
        ),
    },
)
ENCRYPTION = Property(
    kind=Kind.OBJECT,
    keeps=True,
    properties={
        "keySource": Property(kind=Kind.STRING, default="Microsoft.KeyVault", allowed=("Microsoft.KeyVault",)),
        "keyVaultProperties": Property(
            kind=Kind.ARRAY,
            items=Property(
                kind=Kind.OBJECT,
                properties={
                    "keyName": Property(kind=Kind.STRING, required=True),
                    "keyVaultUri": Property(kind=Kind.STRING, required=True),
                    "keyVersion": Property(kind=Kind.STRING),
                    "identity": Property(
                        kind=Kind.OBJECT, properties={"userAssignedIdentity": Property(kind=Kind.STRING)}
                    ),
                },
            ),
        ),
        "requireInfrastructureEncryption": Property(kind=Kind.BOOLEAN, default=False, fixed=DOUBLE_ENCRYPTION_FIXED),
    },
)
CONDITIONS = (
    Condition(
        rule=PREMIUM_ONLY,
        holds=lambda proposal: is_premium(proposal) or not _only_on_premium(proposal),
        fields=lambda proposal: {"property": _only_on_premium(proposal)[0], "tier": tier(proposal)},
    ),
    Condition(rule=ENCRYPTION_STAYS, holds=_stays_encrypted),
    Condition(rule=PRIMARY_LOCATION, holds=_replicates_itself),
)
