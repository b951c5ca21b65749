"""Whether a metric alert keeps the rules about its scopes, windows and criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import duration
from sandbox.azure.insights.metric import METRICS, Metric
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sandbox.azure.proposal import Proposal

_MOST_CRITERIA = 5
_DYNAMIC = "DynamicThresholdCriterion"


def _criteria(proposal: Proposal) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = proposal.properties["criteria"].get("allOf", [])
    return found


def _kind(proposal: Proposal) -> str:
    kind: str = proposal.properties["criteria"]["odata.type"].rpartition(".")[2]
    return kind


def scopes_fit(proposal: Proposal) -> bool:
    """Whether the number of scopes fits the criteria."""
    number = len(proposal.properties["scopes"])
    return number == 1 if _kind(proposal).startswith("Single") else number >= 1


def window_covers_frequency(proposal: Proposal) -> bool:
    """Whether no time goes unwatched."""
    properties = proposal.properties
    return duration.parse(properties["windowSize"]) >= duration.parse(properties["evaluationFrequency"])


def has_criteria(proposal: Proposal) -> bool:
    """Whether the number of criteria is right."""
    criteria = _criteria(proposal)
    if _kind(proposal).startswith("Webtest"):
        return not criteria
    most = 1 if any(each["criterionType"] == _DYNAMIC for each in criteria) else _MOST_CRITERIA
    return 1 <= len(criteria) <= most


def criteria_have_own_names(proposal: Proposal) -> bool:
    """Whether no two criteria have one name."""
    names = [each["name"] for each in _criteria(proposal)]
    return len(set(names)) == len(names)


def criteria_are_complete(proposal: Proposal) -> bool:
    """Whether each criterion says what its kind of threshold needs."""
    for each in _criteria(proposal):
        if each["criterionType"] == _DYNAMIC:
            if not {"alertSensitivity", "failingPeriods"} <= each.keys() or _kind(proposal).startswith("Single"):
                return False
        elif "threshold" not in each:
            return False
    return True


def metrics_exist(proposal: Proposal) -> bool:
    """Whether the watched resources have the metrics."""
    return next(_unknown(proposal), None) is None


def aggregations_exist(proposal: Proposal) -> bool:
    """Whether the metrics can be summed up like that."""
    return next(_offending(proposal, _aggregation_missing), None) is None


def dimensions_exist(proposal: Proposal) -> bool:
    """Whether the metrics can be split like that."""
    return next(_offending(proposal, _dimension_missing), None) is None


def metric_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of the first metric that is wrong."""
    unknown = next(_unknown(proposal), None)
    if unknown is not None:
        return {"metric": unknown["metricName"]}
    criterion, metric = next(
        found for check in (_aggregation_missing, _dimension_missing) for found in _offending(proposal, check)
    )
    return {
        "metric": criterion["metricName"],
        "aggregation": criterion["timeAggregation"],
        "aggregations": ", ".join(metric.aggregations),
        "dimensions": ",".join(each["name"] for each in criterion["dimensions"]),
        "supported": ",".join(metric.dimensions),
    }


def _described(proposal: Proposal) -> Iterator[tuple[dict[str, Any], Metric | None]]:
    """Each criterion that is to be checked, with what is known of its metric; custom metrics are not checked."""
    types = {_type_of(scope, proposal) for scope in proposal.properties["scopes"]}
    for criterion in _criteria(proposal):
        namespace = criterion.get("metricNamespace", "")
        if criterion.get("skipMetricValidation") or not types & METRICS.keys():
            continue
        if namespace and namespace.lower() not in {each.lower() for each in types}:
            continue
        for type_name in types & METRICS.keys():
            yield criterion, METRICS[type_name].get(criterion["metricName"])


def _type_of(scope: str, proposal: Proposal) -> str:
    found = proposal.view.find(ResourceId.parse(scope))
    return found.type if found else ""


def _unknown(proposal: Proposal) -> Iterator[dict[str, Any]]:
    yield from (criterion for criterion, metric in _described(proposal) if metric is None)


def _offending(
    proposal: Proposal, is_wrong: Callable[[Mapping[str, Any], Metric], bool]
) -> Iterator[tuple[dict[str, Any], Metric]]:
    for criterion, metric in _described(proposal):
        if metric is not None and is_wrong(criterion, metric):
            yield criterion, metric


def _aggregation_missing(criterion: Mapping[str, Any], metric: Metric) -> bool:
    return criterion["timeAggregation"] not in metric.aggregations


def _dimension_missing(criterion: Mapping[str, Any], metric: Metric) -> bool:
    return any(each["name"] not in metric.dimensions for each in criterion["dimensions"])
