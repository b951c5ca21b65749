"""The report of all errors: its sentences are the product."""

from __future__ import annotations

import pytest

from backbone.settings import Settings, SettingsError
from backbone.settings.path import Path, written
from tests.backbone.stack import LOCATION, findings, raw

WRONG = {
    "backbone:workload": "Tracking",
    "backbone:protet": True,
    "backbone:namespace": {
        "alias": "default",
        "sku": "Gold",
        "lokation": "westeurope",
        "queues": {"a.b": {"lockDuration": "PT10M", "maxDeliveryCount": "20"}, "inbox": 5},
    },
    "backbone:alerts": {"emails": ["operations"], "deadLetters": "false"},
    "backbone:pairedNamespace": {"location": "northeurope"},
}

REPORT = """\
12 settings are wrong:
  azure-native:location: expected an Azure region (for example westeurope), found nothing. \
Say where to deploy: pulumi config set azure-native:location westeurope
  backbone:workload: expected 2 to 20 lower-case letters, digits and hyphens that begin with a letter \
(for example tracking), found "Tracking"
  backbone:namespace.lokation: expected one of the keys location, alias, sku, messagingUnits, partitions, queue, \
queues, topics, found "lokation". Did you mean location?
  backbone:namespace.alias: expected an alias other than default, which would be ambiguous (for example main), \
found "default"
  backbone:namespace.sku: expected one of Standard, Premium (for example Premium), found "Gold"
  backbone:namespace.queues["a.b"].lockDuration: expected an ISO 8601 duration from PT5S to PT5M (for example PT1M), \
found "PT10M"
  backbone:namespace.queues["a.b"].maxDeliveryCount: expected a whole number from 1 to 2147483647 (for example 10), \
found "20". Write it without quotes.
  backbone:namespace.queues.inbox: expected a mapping (keys: lockDuration, maxDeliveryCount, requiresSession, \
requiresDuplicateDetection, duplicateDetectionHistoryTimeWindow, defaultMessageTimeToLive, \
deadLetteringOnMessageExpiration, autoDeleteOnIdle, maxSizeInMegabytes, maxMessageSizeInKilobytes, enablePartitioning, \
enableExpress, enableBatchedOperations, forwardTo, forwardDeadLetteredMessagesTo, status, userMetadata), found 5
  backbone:pairedNamespace: expected nothing (paired namespaces are not supported yet), found a mapping
  backbone:alerts.emails[0]: expected an e-mail address (for example operations@example.com), found "operations"
  backbone:alerts.deadLetters: expected true or false, found "false". Write it without quotes.
  backbone:protet: expected one of the keys backbone:protect, backbone:routes, backbone:workload, backbone:tags, \
backbone:namespace, backbone:scaleUnits, backbone:mappings, backbone:subscriptions, backbone:pairedNamespace, \
backbone:access, backbone:network, backbone:existing, backbone:alerts, backbone:load, \
backbone:prices, \
found "backbone:protet". Did you mean backbone:protect?"""


def test_all_errors_of_a_file_are_reported_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.parse(raw(WRONG))
    lines = str(caught.value).splitlines()
    assert lines == REPORT.splitlines()
    assert [str(finding) for finding in caught.value.findings] == [line.strip() for line in lines[1:]]


def test_one_error_is_counted_as_one() -> None:
    with pytest.raises(SettingsError, match=r"^1 setting is wrong:\n  backbone:workload: expected"):
        Settings.parse({**LOCATION, "backbone:workload": "X"})


def test_a_finding_has_path_expectation_value_and_advice() -> None:
    [finding] = findings({**LOCATION, "backbone:namespace": {"sku": "Gold"}})
    assert finding.path == "backbone:namespace.sku"
    assert finding.expected == "one of Standard, Premium (for example Premium)"
    assert finding.found == '"Gold"'
    assert finding.message == ""


def test_a_number_where_a_text_belongs_is_to_be_quoted() -> None:
    [finding] = findings({**LOCATION, "backbone:tags": {"cost-centre": 4711}})
    assert str(finding) == (
        'backbone:tags["cost-centre"]: expected a text of at most 256 characters (for example orders), found 4711. '
        "Write it in quotes."
    )


def test_a_structure_that_is_none_is_shown() -> None:
    [finding] = findings({**LOCATION, "backbone:tags": "owner"})
    assert str(finding).endswith(' found "owner"')
    [finding] = findings({**LOCATION, "backbone:tags": '{"owner": '})
    assert finding.found == '"{\\"owner\\": "'
    [finding] = findings({**LOCATION, "backbone:tags": '{"owner": NaN}'})
    assert finding.found == '"{\\"owner\\": NaN}"'


def test_what_is_required_inside_a_record_is_named() -> None:
    found = findings({**LOCATION, "backbone:subscriptions": {"s": {}}, "backbone:pairedNamespace": {}})
    assert [finding.path for finding in found] == [
        "backbone:subscriptions.s.to",
        "backbone:subscriptions.s.receiver",
        "backbone:pairedNamespace.location",
        "backbone:pairedNamespace",
    ]
    assert {finding.found for finding in found[:2]} == {"nothing"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("backbone:namespace", "queues", "inbox", "lockDuration"), "backbone:namespace.queues.inbox.lockDuration"),
        (("backbone:namespace", "queues", "a.b"), 'backbone:namespace.queues["a.b"]'),
        (("backbone:namespace", "queues", "a-b", "status"), 'backbone:namespace.queues["a-b"].status'),
        (("backbone:alerts", "emails", 0), "backbone:alerts.emails[0]"),
        (("backbone:access", "senders", "a@b", 1, "id"), 'backbone:access.senders["a@b"][1].id'),
        (("backbone:tags", 'a"b'), 'backbone:tags["a\\"b"]'),
        (("backbone:tags", ""), 'backbone:tags[""]'),
    ],
)
def test_a_path_is_written_as_pulumi_config_set_takes_it(path: Path, text: str) -> None:
    assert written(path) == text


def test_the_order_of_a_file_changes_nothing() -> None:
    def reversed_everywhere(value: object) -> object:
        if isinstance(value, dict):
            return {key: reversed_everywhere(value[key]) for key in reversed(value)}
        return value

    turned = reversed_everywhere(WRONG)
    assert isinstance(turned, dict)
    assert findings(turned) == findings(WRONG)
