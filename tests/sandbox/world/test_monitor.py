from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sandbox.world import AzureError
from tests.sandbox.world.alert_cases import (
    ACTION_GROUP,
    LOG_ALERT,
    METRIC_ALERT,
    action_group,
    criterion,
    log_alert,
    metric_alert,
    receivers,
)
from tests.sandbox.world.monitor_cases import COMPONENT, SETTING, WORKSPACE, component, setting, workspace
from tests.sandbox.world.scenery import PREMIUM, STANDARD

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

LOGS = f"{STANDARD}/{SETTING}/logs"
NO_RETENTION = {"enabled": False, "days": 0}


@pytest.fixture
def watched(azure: Scenery) -> Scenery:
    azure.put(WORKSPACE, workspace())
    return azure


def test_a_workspace_comes_back_with_its_defaults(azure: Scenery) -> None:
    azure.put(WORKSPACE, {"location": "West Europe", "properties": {}})

    found = azure.properties(WORKSPACE)

    assert (found["sku"]["name"], found["retentionInDays"]) == ("PerGB2018", 30)
    assert found["features"]["enableLogAccessUsingOnlyResourcePermissions"] is True
    assert found["workspaceCapping"]["dailyQuotaGb"] == -1
    assert azure.properties(WORKSPACE)["customerId"] == found["customerId"]


def test_the_keys_of_a_workspace_are_told_to_who_asks_for_them_alone(watched: Scenery) -> None:
    keys = watched.call("POST", f"{WORKSPACE}/sharedKeys").body or {}

    seen = json.dumps([watched.get(WORKSPACE), watched.world.resources(), watched.log()])
    assert set(keys) == {"primarySharedKey", "secondarySharedKey"}
    assert not [key for key in keys.values() if key in seen]


def test_a_component_has_an_address_for_telemetry(watched: Scenery) -> None:
    watched.put(COMPONENT, component(DisableLocalAuth=True))

    found = watched.properties(COMPONENT)

    assert found["ConnectionString"].startswith(
        f"InstrumentationKey={found['InstrumentationKey']};IngestionEndpoint=https://"
    )
    assert (found["Application_Type"], found["IngestionMode"], found["RetentionInDays"]) == ("web", "LogAnalytics", 90)
    assert found["DisableLocalAuth"] is True


def test_a_setting_by_groups_speaks_of_metrics_as_well(watched: Scenery) -> None:
    watched.put(LOGS, setting("allLogs", logAnalyticsDestinationType="dedicated"))

    assert watched.properties(LOGS) == {
        "workspaceId": WORKSPACE,
        "logAnalyticsDestinationType": "Dedicated",
        "metrics": [{"category": "AllMetrics", "enabled": False, "retentionPolicy": NO_RETENTION}],
        "logs": [{"categoryGroup": "allLogs", "enabled": True, "retentionPolicy": NO_RETENTION}],
    }


def test_a_setting_by_categories_speaks_of_all_that_the_resource_has(watched: Scenery) -> None:
    watched.put(LOGS, setting("OperationalLogs"))
    watched.put(f"{PREMIUM}/{SETTING}/logs", setting("OperationalLogs"))

    found = {each["category"]: each["enabled"] for each in watched.properties(LOGS)["logs"]}
    premium = [each["category"] for each in watched.properties(f"{PREMIUM}/{SETTING}/logs")["logs"]]

    assert found == {"OperationalLogs": True, "VNetAndIPFilteringLogs": False}
    assert premium[2:] == ["RuntimeAuditLogs", "ApplicationMetricsLogs", "DiagnosticErrorLogs"]


def test_settings_are_listed_and_go_with_their_resource(watched: Scenery) -> None:
    watched.put(LOGS, setting("allLogs"))
    listed = watched.call("GET", f"{STANDARD}/{SETTING}").body or {}
    assert [each["name"] for each in listed["value"]] == ["logs"]

    watched.call("DELETE", STANDARD)

    assert LOGS not in watched.ids()


def test_an_action_group_is_global_and_its_receivers_are_enabled(azure: Scenery) -> None:
    azure.put(ACTION_GROUP, action_group(location="Global", emailReceivers=receivers("a@b.cd")))

    found = azure.get(ACTION_GROUP)

    assert found["location"] == "global"
    assert found["properties"]["emailReceivers"] == [
        {"name": "receiver-0", "useCommonAlertSchema": False, "emailAddress": "a@b.cd", "status": "Enabled"}
    ]
    assert found["properties"]["smsReceivers"] == []


def test_a_metric_alert_comes_back_in_normal_form(azure: Scenery) -> None:
    azure.put(METRIC_ALERT, metric_alert(criterion(), evaluationFrequency="PT60S", windowSize="PT24H"))

    found = azure.properties(METRIC_ALERT)

    assert (found["evaluationFrequency"], found["windowSize"], found["autoMitigate"]) == ("PT1M", "P1D", True)
    assert found["criteria"]["allOf"][0]["dimensions"] == []


def test_a_log_alert_keeps_its_query_as_it_is_written(watched: Scenery) -> None:
    query = "AZKVAuditLogs\n| where OperationName == 'SecretGet'  // by anybody"
    watched.put(LOG_ALERT, log_alert(query, skipQueryValidation=True))

    found = watched.properties(LOG_ALERT)

    assert found["criteria"]["allOf"][0]["query"] == query
    assert (found["enabled"], found["autoMitigate"], found["skipQueryValidation"]) == (True, True, True)


def test_a_metric_alert_outlives_what_it_watches(azure: Scenery) -> None:
    azure.put(METRIC_ALERT, metric_alert(criterion()))

    azure.call("DELETE", STANDARD)

    assert azure.properties(METRIC_ALERT)["scopes"] == [STANDARD]
    with pytest.raises(AzureError, match="ResourceNotFound"):
        azure.put(METRIC_ALERT, metric_alert(criterion()))
