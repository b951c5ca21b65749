"""Application Insights components.

Source: learn.microsoft.com/azure/templates/microsoft.insights/components.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sandbox.azure import envelope, etag, linked_actions
from sandbox.azure.constraint import Condition, Constraint, matching, one_of
from sandbox.azure.insights.documents import TEMPLATES, WORKSPACE_BASED, insights_rule
from sandbox.azure.operationalinsights import WORKSPACES
from sandbox.azure.property import Kind, Property
from sandbox.azure.reference import refers_to
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import CREATED_AT, SUCCEEDED, always, flag, record, reported, text, whole

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

COMPONENTS = "Microsoft.Insights/components"

NAME = insights_rule(
    "component-name",
    text="A component's name has 1 to 260 characters, none of them %, &, \\, ?, / and no space or period at the end.",
    message="The name '{name}' of the Application Insights component is invalid.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftinsights",
)
RETENTION = insights_rule(
    "component-retention",
    text="Data is kept for 30, 60, 90, 120, 180, 270, 365, 550 or 730 days.",
    message="RetentionInDays value {value} is not supported. Supported values are: 30, 60, 90, 120, 180, 270, 365, "
    "550, 730.",
    source=f"{TEMPLATES}/components",
)
SAMPLING = insights_rule(
    "component-sampling",
    text="The share of telemetry that is kept is more than 0 and at most 100 percent.",
    message="SamplingPercentage value {value} is not valid: it must be greater than 0 and at most 100.",
    source=f"{TEMPLATES}/components",
)
WORKSPACE = insights_rule(
    "component-workspace",
    text="A component that keeps its data in Log Analytics names an existing workspace.",
    message="The workspace resource '{workspace}' of the component '{name}' was not found: a component with ingestion "
    "mode 'LogAnalytics' needs the id of an existing Log Analytics workspace.",
    source=WORKSPACE_BASED,
)
_DAYS = (30, 60, 90, 120, 180, 270, 365, 550, 730)
_HUNDRED = 100


def _has_workspace(proposal: Proposal) -> bool:
    mode = proposal.properties["IngestionMode"]
    return mode != "LogAnalytics" or "WorkspaceResourceId" in proposal.properties


def _workspace_facts(proposal: Proposal) -> dict[str, object]:
    return {"workspace": proposal.properties.get("WorkspaceResourceId", "")}


def _prepare(proposal: Proposal) -> None:
    for name in ("AppId", "InstrumentationKey"):
        proposal.private.setdefault(name, str(uuid.uuid4()))


def _kept(name: str) -> Property:
    return reported(Kind.STRING, lambda component, _: component.private[name])


def _connection_string(component: Resource, _view: View) -> str:
    """An address and a number, no secret: with local authentication off it opens nothing."""
    region = component.body["location"]
    private = component.private
    return (
        f"InstrumentationKey={private['InstrumentationKey']};IngestionEndpoint=https://{region}-5.in."
        f"applicationinsights.azure.com/;LiveEndpoint=https://{region}.livediagnostics.monitor.azure.com/;"
        f"ApplicationId={private['AppId']}"
    )


_PROPERTIES = {
    "ApplicationId": reported(Kind.STRING, lambda component, _: component.id.name),
    "AppId": _kept("AppId"),
    "Application_Type": text("web", "other", default="web"),
    "Flow_Type": text("Bluefield", default="Bluefield"),
    "Request_Source": text("rest", default="rest"),
    "HockeyAppId": text(),
    "InstrumentationKey": _kept("InstrumentationKey"),
    "ConnectionString": reported(Kind.STRING, _connection_string),
    "Name": reported(Kind.STRING, lambda component, _: component.id.name),
    "CreationDate": CREATED_AT,
    "TenantId": reported(Kind.STRING, lambda component, _: component.id.subscription),
    "provisioningState": SUCCEEDED,
    "SamplingPercentage": Property(
        kind=Kind.NUMBER, constraints=(Constraint(rule=SAMPLING, holds=lambda value, _: 0 < value <= _HUNDRED),)
    ),
    "RetentionInDays": whole(default=90, keeps=True, constraints=(one_of(RETENTION, *_DAYS),)),
    "DisableIpMasking": flag(),
    "ImmediatePurgeDataOn30Days": flag(),
    "WorkspaceResourceId": text(constraints=(refers_to(WORKSPACES),), link=linked_actions.COLLECT_IN_WORKSPACE),
    "IngestionMode": text(
        "ApplicationInsights", "ApplicationInsightsWithDiagnosticSettings", "LogAnalytics", default="LogAnalytics"
    ),
    "publicNetworkAccessForIngestion": text("Enabled", "Disabled", "SecuredByPerimeter", default="Enabled"),
    "publicNetworkAccessForQuery": text("Enabled", "Disabled", "SecuredByPerimeter", default="Enabled"),
    "DisableLocalAuth": flag(default=False),
    "ForceCustomerStorageForProfiler": flag(),
    "Ver": always("v2"),
}

COMPONENT = ResourceType(
    name=COMPONENTS,
    answers_as="microsoft.insights/components",
    api_versions=("2015-05-01", "2018-05-01-preview", "2020-02-02", "2020-02-02-preview"),
    naming=(matching(NAME, r"[^%&\\?/]{0,259}[^%&\\?/. ]"),),
    body={
        "kind": text(required=True),
        "etag": etag.QUOTED,
        **envelope.ENVELOPE,
        "location": envelope.LOCATION,
        "tags": envelope.TAGS,
        "properties": record(_PROPERTIES, default={}),
    },
    conditions=(
        envelope.LOCATED,
        envelope.SETTLED,
        Condition(rule=WORKSPACE, holds=_has_workspace, fields=_workspace_facts),
    ),
    prepare=_prepare,
)
