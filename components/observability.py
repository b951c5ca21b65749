"""Where everything is logged and measured, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import applicationinsights, monitor, operationalinsights

from backbone import grants
from components.grant import grant

if TYPE_CHECKING:
    from pulumi_azure_native import managedidentity

    from backbone.settings import Settings
    from components.site import Site

RETENTION_IN_DAYS = 90
"""How long logs are kept: what Application Insights keeps by default."""


@dataclass(frozen=True, kw_only=True)
class ObservabilityArgs:
    """What is observed with, and who is told.

    Attributes:
        site: Where it is put.
        settings: What the stack file says.
        publisher: The identity that sends telemetry.
    """

    site: Site
    settings: Settings
    publisher: managedidentity.UserAssignedIdentity


@final
class Observability(pulumi.ComponentResource):
    """A Log Analytics workspace, Application Insights on it, and the action group that alerts call.

    Attributes:
        workspace_id: Where logs go.
        connection_string: Where telemetry goes. It is no credential, as local authentication is off; it is kept out of
            sight all the same.
        action_group_id: Whom alerts tell.
    """

    workspace_id: pulumi.Output[str]
    connection_string: pulumi.Output[str]
    action_group_id: pulumi.Output[str]

    def __init__(self, name: str, args: ObservabilityArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:Observability", name, None, opts)
        self.workspace_id = self._workspace(args)
        insights = self._insights(args)
        self.connection_string = insights.connection_string
        self.action_group_id = self._action_group(args)
        grant(
            "insights-publisher",
            grants.OF_HOST["publisher"],
            to=args.publisher.principal_id,
            on=insights.id,
            parent=self,
        )
        self.register_outputs({"workspaceId": self.workspace_id, "actionGroupId": self.action_group_id})

    def _workspace(self, args: ObservabilityArgs) -> pulumi.Output[str]:
        existing = args.settings.existing.log_analytics_workspace_id
        if existing is not None:
            return pulumi.Output.from_input(existing)
        workspace = operationalinsights.Workspace(
            "logs",
            resource_group_name=args.site.resource_group,
            location=args.site.location,
            sku=operationalinsights.WorkspaceSkuArgs(name=operationalinsights.WorkspaceSkuNameEnum.PER_GB2018),
            features=operationalinsights.WorkspaceFeaturesArgs(disable_local_auth=True),
            retention_in_days=RETENTION_IN_DAYS,
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self),
        )
        return workspace.id

    def _insights(self, args: ObservabilityArgs) -> applicationinsights.Component:
        return applicationinsights.Component(
            "insights",
            resource_group_name=args.site.resource_group,
            location=args.site.location,
            kind="web",
            application_type=applicationinsights.ApplicationType.WEB,
            ingestion_mode=applicationinsights.IngestionMode.LOG_ANALYTICS,
            workspace_resource_id=self.workspace_id,
            disable_local_auth=True,
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(
                parent=self, additional_secret_outputs=["connectionString", "instrumentationKey"]
            ),
        )

    def _action_group(self, args: ObservabilityArgs) -> pulumi.Output[str]:
        receivers = [
            monitor.MicrosoftCommonEmailReceiverArgs(name=email, email_address=email, use_common_alert_schema=True)
            for email in args.settings.alerts.emails
        ]
        group = monitor.ActionGroup(
            "alerts",
            resource_group_name=args.site.resource_group,
            location="global",
            group_short_name="backbone",
            enabled=True,
            email_receivers=receivers,
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self),
        )
        return group.id
