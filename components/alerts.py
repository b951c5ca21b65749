"""What raises an alert: dead-lettered messages, throttled requests, a secret read by the wrong principal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import monitor

from backbone import secret_reads

if TYPE_CHECKING:
    from pulumi_azure_native import managedidentity

    from backbone.settings import AlertSettings
    from components.namespace import Namespace
    from components.observability import Observability
    from components.site import Site
    from components.vault import Vault

METRICS_OF = "Microsoft.ServiceBus/namespaces"
WARNING, ERROR = 2, 1
"""Severities of Azure Monitor, of 0 (critical) to 4 (verbose)."""

GREATER_THAN = "GreaterThan"
"""The operator of a log alert as Azure takes it; the SDK's enumeration of the same name has another API's values."""

EVERY = "PT5M"
"""How often an alert looks, and how far back: the shortest time that costs no extra."""


@dataclass(frozen=True, kw_only=True)
class AlertsArgs:
    """What is watched, and who is told.

    Attributes:
        site: Where the alerts are put.
        settings: Which of them the stack file wants.
        observability: The workspace, and whom to tell.
        namespace: Whose messages and requests are watched.
        vault: Whose secrets are watched.
        reader: The one identity that may read them.
    """

    site: Site
    settings: AlertSettings
    observability: Observability
    namespace: Namespace
    vault: Vault
    reader: managedidentity.UserAssignedIdentity


@final
class Alerts(pulumi.ComponentResource):
    """The alerts of an installation."""

    def __init__(self, name: str, args: AlertsArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:Alerts", name, None, opts)
        self._args = args
        if args.settings.dead_letters:
            self._watch_metric(
                "dead-letters",
                _metric("DeadletteredMessages", monitor.AggregationTypeEnum.AVERAGE),
                "Messages lie in a dead-letter queue and stay there until someone reads them.",
                WARNING,
            )
        if args.settings.throttling:
            self._watch_metric(
                "throttling",
                _metric("ThrottledRequests", monitor.AggregationTypeEnum.TOTAL),
                "Service Bus throttles requests: the namespace has used up its credits.",
                WARNING,
            )
        if args.settings.secret_reads:
            self._watch_secrets()
        self.register_outputs({})

    def _watch_metric(
        self, name: str, criterion: monitor.MetricCriteriaArgs, description: str, severity: int
    ) -> monitor.MetricAlert:
        args = self._args
        full_name = f"{name}@{args.namespace.alias}"
        return monitor.MetricAlert(
            full_name,
            rule_name=f"{name}-{args.namespace.alias}",
            resource_group_name=args.site.resource_group,
            location="global",
            description=description,
            severity=severity,
            enabled=True,
            scopes=[args.namespace.resource.id],
            evaluation_frequency=EVERY,
            window_size=EVERY,
            criteria=monitor.MetricAlertMultipleResourceMultipleMetricCriteriaArgs(
                odata_type="Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria", all_of=[criterion]
            ),
            actions=[monitor.MetricAlertActionArgs(action_group_id=args.observability.action_group_id)],
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self),
        )

    def _watch_secrets(self) -> monitor.ScheduledQueryRule:
        """A log alert; its query is not checked, because a new workspace has no table to check it against."""
        args = self._args
        condition = monitor.ConditionArgs(
            query=args.reader.principal_id.apply(secret_reads.query),
            time_aggregation=monitor.TimeAggregation.COUNT,
            operator=GREATER_THAN,
            threshold=0,
            failing_periods=monitor.ConditionFailingPeriodsArgs(
                number_of_evaluation_periods=1, min_failing_periods_to_alert=1
            ),
        )
        return monitor.ScheduledQueryRule(
            "secret-reads",
            rule_name="secret-reads",
            resource_group_name=args.site.resource_group,
            location=args.site.location,
            kind=monitor.Kind.LOG_ALERT,
            display_name="Secret read by another principal than the function",
            description="Somebody other than the function's identity has read a secret of the vault.",
            severity=ERROR,
            enabled=True,
            scopes=[args.vault.resource.id],
            evaluation_frequency=EVERY,
            window_size=EVERY,
            criteria=monitor.ScheduledQueryRuleCriteriaArgs(all_of=[condition]),
            auto_mitigate=False,
            skip_query_validation=True,
            actions=monitor.ActionsArgs(action_groups=[args.observability.action_group_id]),
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self),
        )


def _metric(metric: str, aggregation: monitor.AggregationTypeEnum) -> monitor.MetricCriteriaArgs:
    """More than none, for any entity of the namespace by itself."""
    return monitor.MetricCriteriaArgs(
        criterion_type="StaticThresholdCriterion",
        name=metric,
        metric_name=metric,
        metric_namespace=METRICS_OF,
        time_aggregation=aggregation,
        operator=monitor.Operator.GREATER_THAN,
        threshold=0,
        dimensions=[monitor.MetricDimensionArgs(name="EntityName", operator="Include", values=["*"])],
    )
