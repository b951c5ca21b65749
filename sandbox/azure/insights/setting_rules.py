"""Rules about diagnostic settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.insights.category import Telemetry, telemetry_of
from sandbox.azure.insights.documents import CATEGORIES, DIAGNOSTICS, insights_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

NAME = insights_rule(
    "setting-name",
    text="A setting's name has up to 260 characters, none of them *, <, >, %, &, :, \\, ?, +, /.",
    message="The diagnostic setting name '{name}' is invalid.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftinsights",
)
TARGET_TYPE = insights_rule(
    "setting-target-type",
    text="Only resources that log something have diagnostic settings.",
    code="ResourceTypeNotSupported",
    message="The resource type '{type}' does not support diagnostic settings.",
    source=CATEGORIES,
    wording="azure",
)
SINK_REQUIRED = insights_rule(
    "setting-sink-required",
    text="A setting names a workspace, a storage account, an event hub or a partner.",
    message="At least one data sink needs to be specified.",
    source=DIAGNOSTICS,
    wording="azure",
)
SINK_EXISTS = insights_rule(
    "setting-sink-exists",
    text="Where a setting sends things must exist.",
    message="Resource '{value}' was not found: the data sink of the diagnostic setting '{name}' must exist.",
    source=DIAGNOSTICS,
)
CATEGORY_OR_GROUP = insights_rule(
    "setting-category-or-group",
    text="A setting lists categories of logs or groups of them, not both, and each entry names one.",
    message="Diagnostic setting '{name}' can't contain both log categories and log category groups, and each entry "
    "must name one of them.",
    source=DIAGNOSTICS,
)
CATEGORY = insights_rule(
    "setting-category",
    text="A setting names categories that the resource has.",
    message="Category '{category}' is not supported.",
    source=CATEGORIES,
    wording="azure",
)
CATEGORY_GROUP = insights_rule(
    "setting-category-group",
    text="A setting names groups of categories that the resource has.",
    message="Category group '{group}' is not supported, supported ones are: {groups}.",
    source=DIAGNOSTICS,
    wording="azure",
)
RETENTION = insights_rule(
    "setting-retention",
    text="A setting no longer decides how long things are kept.",
    message="Diagnostic settings does not support retention for new diagnostic settings.",
    source="https://learn.microsoft.com/azure/azure-monitor/platform/migrate-to-azure-storage-lifecycle-policy",
    wording="azure",
)
SINK_TAKEN = insights_rule(
    "setting-sink-taken",
    text="One category of a resource goes to one place by one setting.",
    status=409,
    code="Conflict",
    message="Data sink '{sink}' is already used in diagnostic setting '{other}' for category '{category}'. Data sinks "
    "can't be reused in different settings on the same category for the same resource.",
    source=DIAGNOSTICS,
    wording="azure",
)
SETTING_COUNT = insights_rule(
    "setting-count",
    text="A resource has at most five diagnostic settings.",
    message="The limit of 5 diagnostic settings was reached for the resource '{scope}'.",
    source=DIAGNOSTICS,
)
SINKS = ("workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId", "serviceBusRuleId")


def target(proposal: Proposal) -> Resource:
    """The resource that a setting is about; rules are only asked after it was found to exist."""
    found = proposal.view.find(proposal.id.scope) if proposal.id.scope else None
    if found is None:
        raise LookupError(proposal.id.text)
    return found


def _telemetry(proposal: Proposal) -> Telemetry:
    return telemetry_of(target(proposal)) or Telemetry()


def _entries(proposal: Proposal) -> list[dict[str, Any]]:
    return [*proposal.properties["logs"], *proposal.properties["metrics"]]


def target_has_telemetry(proposal: Proposal) -> bool:
    """Whether the resource sends anything at all."""
    return telemetry_of(target(proposal)) is not None


def target_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of the resource."""
    return {"type": target(proposal).type.lower()}


def has_sink(proposal: Proposal) -> bool:
    """Whether the setting says where things go."""
    return any(sink in proposal.properties for sink in SINKS)


def entries_name_one_thing(proposal: Proposal) -> bool:
    """Whether each entry names a category or a group, and all entries of logs the same of the two."""
    logs = proposal.properties["logs"]
    one_each = all(("category" in entry) != ("categoryGroup" in entry) for entry in logs)
    return one_each and len({"category" in entry for entry in logs}) <= 1


def categories_exist(proposal: Proposal) -> bool:
    """Whether the resource has all the categories."""
    return not _unknown_categories(proposal)


def groups_exist(proposal: Proposal) -> bool:
    """Whether the resource has all the groups of categories."""
    return not _unknown_groups(proposal)


def keeps_nothing(proposal: Proposal) -> bool:
    """Whether the setting leaves retention to where things go."""
    policies = (entry.get("retentionPolicy", {}) for entry in _entries(proposal))
    return not any(policy.get("enabled") or policy.get("days") for policy in policies)


def _unknown_categories(proposal: Proposal) -> list[str]:
    known = _telemetry(proposal)
    logs = [entry["category"] for entry in proposal.properties["logs"] if "category" in entry]
    metrics = [entry.get("category", "AllMetrics") for entry in proposal.properties["metrics"]]
    unknown = [each for each in logs if each not in known.logs]
    return unknown + [each for each in metrics if each not in {*known.metrics, "AllMetrics"}]


def _unknown_groups(proposal: Proposal) -> list[str]:
    groups = _telemetry(proposal).groups
    named = [entry["categoryGroup"] for entry in proposal.properties["logs"] if "categoryGroup" in entry]
    return [each for each in named if each not in groups]


def category_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of categories."""
    return {
        "category": next(iter(_unknown_categories(proposal)), ""),
        "group": next(iter(_unknown_groups(proposal)), ""),
        "groups": ", ".join(f"'{each}'" for each in _telemetry(proposal).groups),
    }


def sinks_are_free(proposal: Proposal) -> bool:
    """Whether no other setting of the resource sends the same category to the same place."""
    return next(_conflicts(proposal), None) is None


def sink_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of a place that is taken."""
    sink, other, category = next(_conflicts(proposal))
    return {"sink": sink, "other": other, "category": category}


def _conflicts(proposal: Proposal) -> Iterator[tuple[str, str, str]]:
    telemetry = _telemetry(proposal)
    own = _sent(proposal.properties, telemetry)
    for other in proposal.view.under(target(proposal).id, proposal.type.name):
        if other.id.key == proposal.id.key or other.id.scope != proposal.id.scope:
            continue
        theirs = {(sink.lower(), category) for sink, category in _sent(other.properties, telemetry)}
        for sink, category in own:
            if (sink.lower(), category) in theirs:
                yield sink, other.id.name, category


def _sent(properties: Mapping[str, Any], telemetry: Telemetry) -> list[tuple[str, str]]:
    """Each place together with each category that goes there."""
    groups = {"audit": telemetry.audit, "allLogs": telemetry.logs}
    categories: list[str] = []
    for entry in (*properties["logs"], *properties["metrics"]):
        if entry["enabled"]:
            categories += groups.get(entry.get("categoryGroup", ""), (entry.get("category", "AllMetrics"),))
    return [(properties[sink], category) for sink in SINKS if sink in properties for category in categories]
