"""Rules whose cases do not end with Azure's refusal when a Pulumi program makes them: how they end, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.sandbox.shapes.driver import Way

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """Where a rule's cases end that do not end with Azure's refusal.

    Attributes:
        ways: The ways in which they end.
        why: What keeps them from it.
        says: A regular expression for what is said instead.
        partly: Whether other cases of the rule do end with it.
    """

    ways: frozenset[Way]
    why: str
    says: str = ""
    partly: bool = False


def _unasked(why: str, *, partly: bool = False) -> Elsewhere:
    return Elsewhere(ways=frozenset({Way.NONE}), why=why, partly=partly)


def _checked(says: str, *, partly: bool = False) -> Elsewhere:
    why = "the provider holds the value against the REST specification and refuses it itself"
    return Elsewhere(ways=frozenset({Way.PROVIDER}), why=why, says=says, partly=partly)


def _replaced(*, partly: bool = False) -> Elsewhere:
    why = "azure-native replaces the resource when the property changes, and never asks Azure to change it"
    return Elsewhere(ways=frozenset({Way.REPLACED}), why=why, partly=partly)


def _repeated(says: str) -> Elsewhere:
    why = (
        "the provider waits and asks again, up to three times; after that the refusal stands, as "
        "tests/sandbox/provider/test_retry.py shows"
    )
    return Elsewhere(ways=frozenset({Way.LATER}), why=why, says=says)


def _averted(why: str) -> Elsewhere:
    return Elsewhere(ways=frozenset({Way.ACCEPTED}), why=why)


def _overtaken(why: str, says: str, *ways: Way) -> Elsewhere:
    return Elsewhere(ways=frozenset({Way.AZURE, *ways}), why=why, says=says)


_ADDRESS = "the provider makes ids and chooses API versions; a program cannot get them wrong"
_LENGTH = r"is too (short|long) \(\d+\): at (least|most) \d+ characters"
_PATTERN = r"does not match expression"
ELSEWHERE: Mapping[str, Elsewhere] = {
    "arm/method": _unasked("the provider sends no request that a type does not answer"),
    "arm/resource-id": _unasked(_ADDRESS),
    "arm/resource-namespace": _unasked(_ADDRESS),
    "arm/resource-type": _unasked(_ADDRESS),
    "arm/api-version-required": _unasked(_ADDRESS),
    "arm/api-version": _unasked(_ADDRESS),
    "arm/provider-api-version": _unasked(_ADDRESS),
    "arm/resource-group-required": _unasked(_ADDRESS),
    "arm/authorization": _unasked(
        "the provider calls as the deployer, who lacks no right here; tests/components/test_missing_rights.py "
        "takes rights away and sees the refusal through the engine"
    ),
    "arm/authorization-condition": _unasked(
        "the provider calls as the deployer, whose roles are given on no condition here; "
        "tests/sandbox/world/test_delegation.py asks as one whose are"
    ),
    "arm/linked-authorization": _unasked(
        "the provider calls as the deployer, who lacks no linked action here; tests/components/test_missing_rights.py "
        "takes them away and sees the refusal through the engine"
    ),
    "authorization/role-assignment-last-owner": _unasked("no program manages the owner's own role"),
    "arm/body-required": _unasked("the provider always sends a body"),
    "arm/unknown-property": _unasked("the SDK's classes refuse what they do not know"),
    "arm/property-type": _checked("should be of type 'integer' but got a string"),
    "arm/required-property": _checked("missing required property 'rights'"),
    "arm/enumeration": _unasked("the body of an action; no function of the SDK regenerates keys", partly=True),
    "arm/location-required": _averted("the provider fills in the location"),
    "arm/location-fixed": _replaced(),
    "resources/resource-group-location-fixed": _replaced(),
    "servicebus/throttled": _repeated("SubCode=50004"),
    "servicebus/operation-in-progress": _repeated("SubCode=40901"),
    "servicebus/alias-name": _checked(_LENGTH, partly=True),
    "servicebus/alias-break-pairing": _unasked("the SDK has no function that breaks a pair"),
    "servicebus/alias-failover": _unasked("the SDK has no function that fails over"),
    "servicebus/alias-safe-failover": _unasked("the SDK has no function that fails over"),
    "servicebus/secondary-read-only": _unasked("no function of the SDK regenerates keys", partly=True),
    "servicebus/namespace-name": _checked(_LENGTH, partly=True),
    "servicebus/network-rule-set-name": _unasked("the SDK's type has the name default in its path"),
    "servicebus/queue-session-fixed": _replaced(),
    "servicebus/queue-duplicate-detection-fixed": _replaced(),
    "servicebus/queue-partitioning-fixed": _replaced(),
    "servicebus/topic-duplicate-detection-fixed": _replaced(),
    "servicebus/topic-partitioning-fixed": _replaced(),
    "servicebus/child-name-length": _checked(_LENGTH),
    "authorization/role-assignment-fixed": _replaced(partly=True),
    "authorization/role-assignment-principal": _averted(
        "the SDK says principalType User where a program says nothing, and Azure takes that without asking who it is"
    ),
    "keyvault/access-policies-required": _averted(
        "the provider sends the vault's own policies, or an empty list, where a program names none"
    ),
    "keyvault/vault-name": _checked(_PATTERN, partly=True),
    "keyvault/deleted-vault-present": _unasked("the SDK has no type for deleted vaults"),
    "keyvault/purge-protected": _unasked("the provider never purges"),
    "keyvault/secret-name": _checked(_PATTERN),
    "keyvault/secret-deleted": _averted("the provider recovers a soft-deleted secret of the name, then writes it"),
    "storage/account-name": _checked(f"{_LENGTH}|{_PATTERN}"),
    "storage/account-hierarchical-namespace-fixed": _replaced(),
    "storage/blob-service-name": _unasked("azure-native's type for blob services is not simulated"),
    "storage/retention-days": _unasked("azure-native's type for blob services is not simulated"),
    "storage/container-name-length": _checked(_LENGTH),
    "network/address-space-in-use": _overtaken(
        "a program that does not name the subnets makes the provider send them back, and Azure minds them first",
        "NetcfgSubnetRangeOutsideVnet",
    ),
    "network/endpoint-subnet-fixed": _replaced(),
    "operationalinsights/workspace-name": _checked(f"{_LENGTH}|{_PATTERN}"),
    "insights/action-group-location": _replaced(),
    "insights/metric-alert-location": _replaced(),
    "insights/metric-alert-threshold": Elsewhere(
        ways=frozenset({Way.PROVIDER, Way.NONE}),
        why="the SDK has a class for each kind of criterion, with what that kind requires and nothing else",
        says="missing required property|has no ",
    ),
    "web/publishing-policy-name": _unasked("the SDK has a type for each of the two policies"),
    "web/flex-kind": _replaced(),
    "web/flex-site-config": _unasked("azure-native's type for config/web is not simulated", partly=True),
    "web/flex-app-setting": _overtaken(
        "the SDK's site configuration says netFrameworkVersion unless told otherwise, which Azure minds first",
        "NetFrameworkVersion|^$",
        Way.NONE,
    ),
}
"""The rules by id; all others are refused by Azure itself in every case."""
