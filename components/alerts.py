"""What raises an alert: dead-lettered messages, throttled requests, a secret read by the wrong principal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import monitor

from backbone import naming, secret_reads

if TYPE_CHECKING:
    from pulumi_azure_native import managedidentity

    from backbone.settings import AlertSettings
    from components.namespace import Namespace
    from components.namespaces import Namespaces
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
class MetricAlert:
    """An alert that each namespace has of its own.

    Attributes:
        name: What it is called.
        metric: The namespace's metric that it watches.
        aggregation: How the metric's values of a window become one.
        description: What it says.
    """

    name: str
    metric: str
    aggregation: monitor.AggregationTypeEnum
    description: str


METRIC_ALERTS = (
    MetricAlert(
        name="dead-letters",
        metric="DeadletteredMessages",
        aggregation=monitor.AggregationTypeEnum.AVERAGE,
        description="Messages lie in a dead-letter queue and stay there until someone reads them.",
    ),
    MetricAlert(
        name="throttling",
        metric="ThrottledRequests",
        aggregation=monitor.AggregationTypeEnum.TOTAL,
        description="Service Bus throttles requests: the namespace has used up its credits.",
    ),
)
"""Every metric alert, in the order of declaration."""


@dataclass(frozen=True, kw_only=True)
class AlertsArgs:
    """What is watched, and who is told.

    Attributes:
        site: Where the alerts are put.
        settings: Which of them the stack file wants.
        observability: The workspace, and whom to tell.
        namespaces: Whose messages and requests are watched, each by alerts of its own.
        vault: Whose secrets are watched.
        reader: The one identity that may read them.
    """

    site: Site
    settings: AlertSettings
    observability: Observability
    namespaces: Namespaces
    vault: Vault
    reader: managedidentity.UserAssignedIdentity


@final
class Alerts(pulumi.ComponentResource):
    """The alerts of an installation."""

    def __init__(self, name: str, args: AlertsArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:Alerts", name, None, opts)
        self._args = args
        wanted = {"dead-letters": args.settings.dead_letters, "throttling": args.settings.throttling}
        for namespace in args.namespaces:
            for alert in METRIC_ALERTS:
                if wanted[alert.name]:
                    self._watch_metric(alert, namespace)
        if args.settings.secret_reads:
            self._watch_secrets()
        self.register_outputs({})

    def _watch_metric(self, alert: MetricAlert, namespace: Namespace) -> monitor.MetricAlert:
        args = self._args
        return monitor.MetricAlert(
            f"{alert.name}@{namespace.alias}",
            rule_name=args.site.suffix.apply(partial(naming.alert_name, f"{alert.name}-{namespace.alias}")),
            resource_group_name=namespace.resource_group,
            location="global",
            description=alert.description,
            severity=WARNING,
            enabled=True,
            scopes=[namespace.resource.id],
            evaluation_frequency=EVERY,
            window_size=EVERY,
            criteria=monitor.MetricAlertMultipleResourceMultipleMetricCriteriaArgs(
                odata_type="Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria", all_of=[_criterion(alert)]
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
            rule_name=args.site.suffix.apply(partial(naming.alert_name, "secret-reads")),
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


def _criterion(alert: MetricAlert) -> monitor.MetricCriteriaArgs:
    """More than none, for any entity of the namespace by itself."""
    return monitor.MetricCriteriaArgs(
        criterion_type="StaticThresholdCriterion",
        name=alert.metric,
        metric_name=alert.metric,
        metric_namespace=METRICS_OF,
        time_aggregation=alert.aggregation,
        operator=monitor.Operator.GREATER_THAN,
        threshold=0,
        dimensions=[monitor.MetricDimensionArgs(name="EntityName", operator="Include", values=["*"])],
    )
