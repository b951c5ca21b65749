"""Cases of the rules about workspaces, components and diagnostic settings."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import GROUP, PREMIUM, STANDARD
from tests.sandbox.world.storage_cases import ACCOUNT, account

WORKSPACES = f"{GROUP}/providers/Microsoft.OperationalInsights/workspaces"
WORKSPACE = f"{WORKSPACES}/backbone-logs"
COMPONENTS = f"{GROUP}/providers/Microsoft.Insights/components"
COMPONENT = f"{COMPONENTS}/backbone"
SETTING = "providers/Microsoft.Insights/diagnosticSettings"
_HERE = {"location": "westeurope"}
_DAYS = "Supported values are: 30, 60, 90, 120, 180, 270, 365, 550, 730."


def workspace(sku: str = "PerGB2018", **given: object) -> dict[str, Any]:
    """The body of a workspace."""
    level = given.pop("capacityReservationLevel", None)
    plan = {"name": sku} if level is None else {"name": sku, "capacityReservationLevel": level}
    return {**_HERE, "properties": {"sku": plan, **given}}


def component(workspace_id: str | None = WORKSPACE, **given: object) -> dict[str, Any]:
    """The body of a component."""
    place = {} if workspace_id is None else {"WorkspaceResourceId": workspace_id}
    return {**_HERE, "kind": "web", "properties": {**place, **given}}


def setting(*logs: str, sink: str = WORKSPACE, **given: object) -> dict[str, Any]:
    """The body of a setting that sends categories or groups of logs to a workspace."""
    keys = {each: "categoryGroup" if each in {"audit", "allLogs", "others"} else "category" for each in logs}
    entries = [{key: each, "enabled": True} for each, key in keys.items()]
    return {"properties": {"workspaceId": sink, "logs": entries, **given}}


LOGS = put(WORKSPACE, workspace())
"""A workspace is made."""
_ON_STANDARD = f"{STANDARD}/{SETTING}/logs"
_RETAINED = [{"categoryGroup": "allLogs", "enabled": True, "retentionPolicy": {"enabled": True, "days": 5}}]
_DISCARDED = [{"categoryGroup": "allLogs", "enabled": True, "retentionPolicy": {"enabled": False, "days": 0}}]
_TAKEN = (
    f"Data sink '{WORKSPACE}' is already used in diagnostic setting 'logs' for category '{{}}'. Data sinks can't be "
    "reused in different settings on the same category for the same resource."
)
_ALL_METRICS = [{"category": "AllMetrics", "enabled": True}]

PLACES = (
    *(
        Case(
            rule="operationalinsights/workspace-name",
            accepted=tuple(put(f"{WORKSPACES}/{'a' * length}", workspace()) for length in (4, 63)),
            refused=put(f"{WORKSPACES}/{name}", workspace()),
            message=f"Workspace name '{name}' is invalid: it must have 4 to 63 letters, digits and '-', and '-' must "
            "not be the first or the last symbol.",
        )
        for name in ("abc", "a" * 64, "-abc", "abc-", "a_bc")
    ),
    *(
        Case(
            rule="operationalinsights/retention",
            accepted=(*(put(WORKSPACE, workspace(retentionInDays=each)) for each in (30, 730)), LOGS),
            refused=put(WORKSPACE, workspace(sku, retentionInDays=days)),
            message="'RetentionInDays' property doesn't match the SKU limits.",
        )
        for sku, days in (("PerGB2018", 29), ("PerGB2018", 731), ("Free", 30))
    ),
    *(
        Case(
            rule="operationalinsights/capacity-reservation",
            accepted=(put(WORKSPACE, workspace("CapacityReservation", capacityReservationLevel=100)),),
            refused=put(WORKSPACE, workspace(sku, capacityReservationLevel=level)),
            message=f"Capacity reservation level is invalid for the workspace 'backbone-logs' and its SKU '{sku}'.",
        )
        for sku, level in (("CapacityReservation", 50), ("CapacityReservation", None), ("PerGB2018", 100))
    ),
    *(
        Case(
            rule="insights/component-name",
            accepted=(LOGS, put(f"{COMPONENTS}/{'a' * 260}", component())),
            refused=put(f"{COMPONENTS}/{name}", component()),
            message=f"The name '{name}' of the Application Insights component is invalid.",
        )
        for name in ("a" * 261, "a.", "a&b")
    ),
    *(
        Case(
            rule="insights/component-retention",
            accepted=(LOGS, *(put(COMPONENT, component(RetentionInDays=days)) for days in (30, 730))),
            refused=put(COMPONENT, component(RetentionInDays=days)),
            message=f"RetentionInDays value {days} is not supported. {_DAYS}",
        )
        for days in (7, 31, 731)
    ),
    *(
        Case(
            rule="insights/component-sampling",
            accepted=(LOGS, *(put(COMPONENT, component(SamplingPercentage=share)) for share in (0.5, 100))),
            refused=put(COMPONENT, component(SamplingPercentage=share)),
            message=f"SamplingPercentage value {share} is not valid: it must be greater than 0 and at most 100.",
        )
        for share in (0, 100.5)
    ),
    Case(
        rule="insights/component-workspace",
        accepted=(LOGS, put(COMPONENT, component())),
        refused=put(COMPONENT, component(None)),
        message="The workspace resource '' of the component 'backbone' was not found: a component with ingestion mode "
        "'LogAnalytics' needs the id of an existing Log Analytics workspace.",
    ),
)
SETTINGS = (
    *(
        Case(
            rule="insights/setting-name",
            accepted=(LOGS, put(f"{STANDARD}/{SETTING}/{'a' * 260}", setting("allLogs"))),
            refused=put(f"{STANDARD}/{SETTING}/{name}", setting("allLogs")),
            message=f"The diagnostic setting name '{name}' is invalid.",
        )
        for name in ("a" * 261, "a:b", "a*")
    ),
    *(
        Case(
            rule="insights/setting-target-type",
            accepted=(LOGS, put(_ON_STANDARD, setting("allLogs"))),
            refused=put(f"{target}/{SETTING}/logs", setting("allLogs")),
            message=f"The resource type '{type_name}' does not support diagnostic settings.",
        )
        for target, type_name in (
            (f"{STANDARD}/queues/inbox", "microsoft.servicebus/namespaces/queues"),
            (GROUP, "microsoft.resources/subscriptions/resourcegroups"),
        )
    ),
    Case(
        rule="insights/setting-sink-required",
        accepted=(LOGS, put(_ON_STANDARD, setting("allLogs"))),
        refused=put(_ON_STANDARD, {"properties": {"logs": _DISCARDED}}),
        message="At least one data sink needs to be specified.",
    ),
    *(
        Case(
            rule="insights/setting-sink-exists",
            accepted=(LOGS, put(_ON_STANDARD, setting("allLogs"))),
            refused=put(_ON_STANDARD, setting("allLogs", sink=sink)),
            message=f"Resource '{sink}' was not found: the data sink of the diagnostic setting 'logs' must exist.",
        )
        for sink in (f"{WORKSPACE}x", STANDARD)
    ),
    *(
        Case(
            rule="insights/setting-category-or-group",
            accepted=(LOGS, put(_ON_STANDARD, setting("allLogs"))),
            refused=put(_ON_STANDARD, body),
            message="Diagnostic setting 'logs' can't contain both log categories and log category groups, and each "
            "entry must name one of them.",
        )
        for body in (setting("allLogs", "OperationalLogs"), setting(logs=[{"enabled": True}]))
    ),
    Case(
        rule="insights/setting-category",
        accepted=(LOGS, put(f"{PREMIUM}/{SETTING}/logs", setting("RuntimeAuditLogs", "OperationalLogs"))),
        refused=put(_ON_STANDARD, setting("RuntimeAuditLogs")),
        message="Category 'RuntimeAuditLogs' is not supported.",
    ),
    Case(
        rule="insights/setting-category",
        accepted=(LOGS, put(_ON_STANDARD, setting(metrics=_ALL_METRICS))),
        refused=put(_ON_STANDARD, setting(metrics=[{"category": "SomeMetrics", "enabled": True}])),
        message="Category 'SomeMetrics' is not supported.",
    ),
    Case(
        rule="insights/setting-category-group",
        accepted=(LOGS, put(_ON_STANDARD, setting("audit", "allLogs"))),
        refused=put(_ON_STANDARD, setting("others")),
        message="Category group 'others' is not supported, supported ones are: 'audit', 'allLogs'.",
    ),
    Case(
        rule="insights/setting-retention",
        accepted=(LOGS, put(_ON_STANDARD, setting(logs=_DISCARDED))),
        refused=put(_ON_STANDARD, setting(logs=_RETAINED)),
        message="Diagnostic settings does not support retention for new diagnostic settings.",
    ),
    *(
        Case(
            rule="insights/setting-sink-taken",
            accepted=(
                LOGS,
                put(f"{WORKSPACE}-2", workspace()),
                put(_ON_STANDARD, setting("OperationalLogs", metrics=_ALL_METRICS)),
                put(f"{STANDARD}/{SETTING}/second", setting("OperationalLogs", sink=f"{WORKSPACE}-2")),
                put(f"{PREMIUM}/{SETTING}/second", setting("OperationalLogs")),
            ),
            refused=put(f"{STANDARD}/{SETTING}/third", body),
            message=_TAKEN.format(category),
        )
        for body, category in (
            (setting("allLogs"), "OperationalLogs"),
            (setting(metrics=_ALL_METRICS), "AllMetrics"),
        )
    ),
    Case(
        rule="insights/setting-count",
        accepted=(
            *(put(f"{WORKSPACE}-{number}", workspace()) for number in range(6)),
            *(
                put(f"{STANDARD}/{SETTING}/logs-{number}", setting("allLogs", sink=f"{WORKSPACE}-{number}"))
                for number in range(5)
            ),
            put(f"{STANDARD}/{SETTING}/logs-0", setting("audit", sink=f"{WORKSPACE}-0")),
        ),
        refused=put(f"{STANDARD}/{SETTING}/logs-5", setting("allLogs", sink=f"{WORKSPACE}-5")),
        message="The limit of 5 diagnostic settings was reached for the resource 'standard-bus'.",
    ),
    Case(
        rule="arm/resource-exists",
        accepted=(LOGS, put(ACCOUNT, account())),
        refused=put(f"{ACCOUNT}x/{SETTING}/logs", setting("allLogs")),
        message="The Resource 'Microsoft.Storage/storageAccounts/backbonestorex' under resource group 'rg' was not "
        "found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    ),
)
CASES = (*PLACES, *SETTINGS)
