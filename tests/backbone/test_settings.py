"""What a stack file means."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backbone.durations import Duration
from backbone.settings import EndpointTarget, EntityStatus, QueueSettings, Settings, SettingsError, Sku
from backbone.settings.classes import record
from tests.backbone.stack import EVERYTHING, LOCATION, merged, parse, unchecked


def test_a_location_alone_is_a_working_installation() -> None:
    found = parse({})
    assert found.location == "westeurope"
    assert found.workload == "backbone"
    assert found.tags == {}
    assert found.protect is True
    assert found.namespace.alias == "main"
    assert found.namespace.location == "westeurope"
    assert found.namespace.sku is Sku.STANDARD
    assert found.namespace.messaging_units is None
    assert found.namespace.partitions is None
    assert found.namespace.queue == "tracking"
    assert found.namespace.queues == {"tracking": QueueSettings(requires_session=True)}
    assert found.namespace.topics == {}
    assert (found.scale_units, found.mappings, found.routes, found.subscriptions, found.load) == ({}, {}, {}, {}, {})
    assert found.paired_namespace is None
    assert found.access.callers == "key"
    assert (found.access.portal, found.access.receivers, found.access.senders) == (None, {}, {})
    assert found.network.address_space == "10.40.0.0/24"
    assert found.network.private_endpoints == (EndpointTarget.VAULT,)
    assert (found.existing.suffix, found.existing.resource_group, found.existing.recover_vault) == (None, None, False)
    assert (found.alerts.emails, found.alerts.dead_letters, found.alerts.throttling) == ((), True, True)
    assert found.alerts.secret_reads is True
    assert found.prices.currency is None


def test_defaults_written_out_mean_the_same_as_nothing() -> None:
    written_out = {
        "backbone:workload": "backbone",
        "backbone:tags": {},
        "backbone:protect": True,
        "backbone:namespace": {"alias": "main", "sku": "Standard", "queue": "tracking", "queues": {}, "topics": {}},
        "backbone:scaleUnits": {},
        "backbone:mappings": {},
        "backbone:routes": {},
        "backbone:subscriptions": {},
        "backbone:access": {
            "portal": None,
            "portalRoleDefinitionId": None,
            "callers": "key",
            "receivers": {},
            "senders": {},
        },
        "backbone:network": {"addressSpace": "10.40.0.0/24", "privateEndpoints": ["vault"]},
        "backbone:existing": {
            "resourceGroup": None,
            "suffix": None,
            "recoverVault": False,
            "integrationSubnetId": None,
            "privateEndpointSubnetId": None,
            "privateDnsZoneIds": {},
            "logAnalyticsWorkspaceId": None,
        },
        "backbone:alerts": {"emails": [], "deadLetters": True, "throttling": True, "secretReads": True},
        "backbone:load": {},
        "backbone:prices": {},
    }
    assert parse(written_out) == parse({})


def test_a_key_without_a_value_says_nothing() -> None:
    raw = {**LOCATION, "backbone:workload": "", "backbone:protect": "", "backbone:namespace": "", "backbone:tags": ""}
    assert Settings.parse(raw) == parse({})
    assert parse({"backbone:namespace": {"sku": None, "queues": None}}) == parse({})


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_a_top_level_value_comes_as_text(text: str, value: bool) -> None:
    assert parse({"backbone:protect": text}).protect is value


def test_a_region_may_be_written_as_the_portal_shows_it() -> None:
    found = Settings.parse({"azure-native:location": "West Europe", "backbone:namespace": '{"location": "UK South"}'})
    assert (found.location, found.namespace.location) == ("westeurope", "uksouth")


def test_a_queue_has_every_property_that_resource_manager_knows() -> None:
    properties = {
        "lockDuration": "PT60S",
        "maxDeliveryCount": 20.0,
        "requiresSession": False,
        "requiresDuplicateDetection": True,
        "duplicateDetectionHistoryTimeWindow": "PT20M",
        "defaultMessageTimeToLive": "P1D",
        "deadLetteringOnMessageExpiration": True,
        "autoDeleteOnIdle": "P7D",
        "maxSizeInMegabytes": 2048,
        "enablePartitioning": True,
        "enableExpress": False,
        "enableBatchedOperations": False,
        "status": "SendDisabled",
        "userMetadata": "a note",
    }
    queue = parse({"backbone:namespace": {"queues": {"a/b": properties}}}).namespace.queues["a/b"]
    assert queue == QueueSettings(
        lock_duration=Duration.parse("PT1M"),
        max_delivery_count=20,
        requires_session=False,
        requires_duplicate_detection=True,
        duplicate_detection_history_time_window=Duration.parse("PT20M"),
        default_message_time_to_live=Duration.parse("P1D"),
        dead_lettering_on_message_expiration=True,
        auto_delete_on_idle=Duration.parse("P7D"),
        max_size_in_megabytes=2048,
        enable_partitioning=True,
        enable_express=False,
        enable_batched_operations=False,
        status=EntityStatus.SEND_DISABLED,
        user_metadata="a note",
    )
    assert str(queue.lock_duration) == "PT1M"


def test_the_session_queue_takes_its_properties_from_queues_whatever_the_letter_case() -> None:
    namespace = parse(
        {"backbone:namespace": {"queue": "Inbox", "queues": {"inbox": {"maxDeliveryCount": 5}}}}
    ).namespace
    assert namespace.queue == "inbox"
    assert namespace.queues == {"inbox": QueueSettings(max_delivery_count=5, requires_session=True)}


@pytest.mark.parametrize(
    ("said", "units", "partitions"),
    [
        ({}, 1, 1),
        ({"partitions": 2}, 2, 2),
        ({"messagingUnits": 8}, 8, 1),
        ({"messagingUnits": 8, "partitions": 4}, 8, 4),
    ],
)
def test_a_premium_namespace_has_as_many_units_as_partitions_unless_it_says_more(
    said: dict[str, int], units: int, partitions: int
) -> None:
    namespace = parse({"backbone:namespace": {"sku": "Premium", **said}}).namespace
    assert (namespace.sku, namespace.messaging_units, namespace.partitions) == (Sku.PREMIUM, units, partitions)


@pytest.mark.parametrize(
    ("default", "unit", "expected"),
    [
        ({}, {}, (Sku.STANDARD, None, None)),
        ({"sku": "Premium"}, {}, (Sku.PREMIUM, 1, 1)),
        ({"sku": "Premium", "messagingUnits": 8, "partitions": 2}, {}, (Sku.PREMIUM, 8, 2)),
        ({"sku": "Premium", "messagingUnits": 8, "partitions": 2}, {"messagingUnits": 4}, (Sku.PREMIUM, 4, 2)),
        ({"sku": "Premium", "messagingUnits": 8, "partitions": 2}, {"partitions": 4}, (Sku.PREMIUM, 4, 4)),
        ({"sku": "Premium", "messagingUnits": 8, "partitions": 2}, {"sku": "Standard"}, (Sku.STANDARD, None, None)),
        ({}, {"sku": "Premium"}, (Sku.PREMIUM, 1, 1)),
    ],
)
def test_a_scale_unit_inherits_capacity_within_one_tier(
    default: dict[str, Any], unit: dict[str, Any], expected: tuple[Sku, int | None, int | None]
) -> None:
    found = unchecked({"backbone:namespace": default, "backbone:scaleUnits": {"other": unit}}).scale_units["other"]
    assert (found.sku, found.messaging_units, found.partitions) == expected


def test_a_scale_unit_inherits_location_and_queue_but_no_entities() -> None:
    found = unchecked(
        {
            "backbone:namespace": {"location": "northeurope", "queue": "inbox", "queues": {"more": {}}},
            "backbone:scaleUnits": {"other": None, "third": {"queue": "own"}},
        }
    )
    unit = found.scale_units["other"]
    assert (unit.alias, unit.location, unit.queue) == ("other", "northeurope", "inbox")
    assert unit.queues == {"inbox": QueueSettings(requires_session=True)}
    assert list(found.scale_units["third"].queues) == ["own"]


def test_a_unit_is_paired_as_the_default_namespace_or_in_its_own_way_or_not() -> None:
    own = {"location": "eastus", "transferQueues": 20}
    found = unchecked(
        {
            "backbone:pairedNamespace": {"location": "northeurope"},
            "backbone:scaleUnits": {"a": {"pairedNamespace": True}, "b": {"pairedNamespace": own}, "c": {}},
        }
    )
    same, other = found.pairing_of("a"), found.pairing_of("b")
    assert same == found.paired_namespace == found.pairing_of("main")
    assert other is not None
    assert (other.location, other.transfer_queues, str(other.failover_interval)) == ("eastus", 20, "PT10S")
    assert found.pairing_of("c") is None


def test_a_principal_or_a_filter_may_be_written_short() -> None:
    short = merged(
        EVERYTHING,
        {
            "backbone:access": {"senders": {"tracking@main": ["AAAAAAAA-2222-2222-2222-222222222222"]}},
            "backbone:subscriptions": {"billing": {"rules": {"created": {"sqlFilter": "a = 1"}}}},
        },
    )
    found = unchecked(short)
    [(address, principals)] = found.access.senders.items()
    assert str(address) == "tracking@main"
    assert [(it.id, it.type.value) for it in principals] == [
        ("aaaaaaaa-2222-2222-2222-222222222222", "ServicePrincipal")
    ]
    sql_filter = found.subscriptions["billing"].rules["created"].sql_filter
    assert sql_filter is not None
    assert (sql_filter.sql_expression, sql_filter.requires_preprocessing) == ("a = 1", None)


def test_settings_cannot_be_changed() -> None:
    found = parse({"backbone:tags": {"owner": "integration"}})
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.workload = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        found.tags["owner"] = "other"  # type: ignore[index]
    with pytest.raises(TypeError):
        found.namespace.queues["more"] = QueueSettings()  # type: ignore[index]


def test_keys_of_others_are_ignored() -> None:
    assert parse({"azure-native:subscriptionId": "x", "other:workload": "X", "pulumi:tags": "{}"}) == parse({})


KEYS = [member.key if ":" in member.key else f"backbone:{member.key}" for member in record(Settings).members]
WORDS = sorted({key for text in (json.dumps(EVERYTHING),) for key in text.split('"') if key.isalnum()})
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=5), inner),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), json_values.map(json.dumps) | st.text(max_size=8)))
def test_whatever_stands_in_a_file_gives_settings_or_findings(raw: dict[str, str]) -> None:
    with contextlib.suppress(SettingsError):
        assert Settings.parse(raw).location
