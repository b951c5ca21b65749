"""Microsoft.OperationalInsights: Log Analytics workspaces.

Source: learn.microsoft.com/azure/templates/microsoft.operationalinsights/workspaces.
"""

from __future__ import annotations

import base64
import secrets
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope, etag, timestamp
from sandbox.azure.constraint import Condition, Constraint, matching
from sandbox.azure.identity import IDENTITY, IDENTITY_CONDITION, give_identity
from sandbox.azure.property import Kind, Property
from sandbox.azure.resource_type import Action, ResourceType
from sandbox.azure.rule import Rule
from sandbox.azure.shorthand import CREATED_AT, SUCCEEDED, UPDATED_AT, always, flag, record, reported, text, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

WORKSPACES = "Microsoft.OperationalInsights/workspaces"
API_VERSIONS = ("2020-08-01", "2021-06-01", "2022-10-01", "2023-09-01", "2025-02-01", "2025-07-01")
_LEARN = "https://learn.microsoft.com/azure"

NAME = Rule(
    id="operationalinsights/workspace-name",
    text="A workspace's name has 4 to 63 letters, digits and hyphens, and starts and ends with a letter or digit.",
    source=f"{_LEARN}/azure-resource-manager/management/resource-name-rules#microsoftoperationalinsights",
    status=400,
    code="InvalidResourceName",
    message="Workspace name '{name}' is invalid: it must have 4 to 63 letters, digits and '-', and '-' must not be the "
    "first or the last symbol.",
    wording="ours",
)
RETENTION = Rule(
    id="operationalinsights/retention",
    text="Data is kept for 30 to 730 days, in the Free tier for 7.",
    source=f"{_LEARN}/azure-monitor/logs/data-retention-configure",
    status=400,
    code="InvalidParameter",
    message="'RetentionInDays' property doesn't match the SKU limits.",
)
CAPACITY = Rule(
    id="operationalinsights/capacity-reservation",
    text="A commitment tier has one of the offered levels, and only a commitment tier has one.",
    source=f"{_LEARN}/azure-monitor/logs/cost-logs#commitment-tiers",
    status=400,
    code="InvalidParameter",
    message="Capacity reservation level is invalid for the workspace '{name}' and its SKU '{sku}'.",
    wording="ours",
)
_SKUS = ("Free", "Standard", "Premium", "PerNode", "PerGB2018", "Standalone", "CapacityReservation", "LACluster")
_LEVELS = frozenset({100, 200, 300, 400, 500, 1000, 2000, 5000, 10_000, 25_000, 50_000})
_DAYS = range(30, 731)
_FREE_DAYS = 7
_KEYS = ("primarySharedKey", "secondarySharedKey")


def _sku(proposal: Proposal) -> str:
    name: str = proposal.properties["sku"]["name"]
    return name


def _default_retention(proposal: Proposal) -> int:
    return _FREE_DAYS if _sku(proposal) == "Free" else _DAYS.start


def _is_kept_for(value: int, proposal: Proposal) -> bool:
    return value == _FREE_DAYS if _sku(proposal) == "Free" else value in _DAYS


def _capacity_fits(proposal: Proposal) -> bool:
    level = proposal.properties["sku"].get("capacityReservationLevel")
    return level in _LEVELS if _sku(proposal) == "CapacityReservation" else level is None


def _prepare(proposal: Proposal) -> None:
    give_identity(proposal)
    proposal.private.setdefault("customerId", str(uuid.uuid4()))
    for key in _KEYS:
        proposal.private.setdefault(key, base64.b64encode(secrets.token_bytes(64)).decode())


def _shared_keys(workspace: Resource, _body: Mapping[str, Any], _view: View) -> dict[str, Any]:
    return {key: workspace.private[key] for key in _KEYS}


def _next_reset(workspace: Resource, _view: View) -> str:
    """The daily quota starts anew once a day, at an hour of the workspace's own."""
    return timestamp.render(workspace.created_at.replace(minute=0, second=0, microsecond=0) + timedelta(days=1))


_PROPERTIES = {
    "customerId": reported(Kind.STRING, lambda workspace, _: workspace.private["customerId"]),
    "provisioningState": SUCCEEDED,
    "sku": record(
        {
            "name": text(*_SKUS, required=True),
            "capacityReservationLevel": whole(),
            "lastSkuUpdate": CREATED_AT,
        },
        default={"name": "PerGB2018"},
        keeps=True,
    ),
    "retentionInDays": whole(
        default=_default_retention,
        keeps=True,
        constraints=(Constraint(rule=RETENTION, holds=_is_kept_for),),
    ),
    "features": record(
        {
            "legacy": always(0),
            "searchVersion": always(1),
            "enableLogAccessUsingOnlyResourcePermissions": flag(default=True),
            "enableDataExport": flag(),
            "immediatePurgeDataOn30Days": flag(),
            "clusterResourceId": text(),
            "disableLocalAuth": flag(),
        },
        default={},
        keeps=True,
    ),
    "workspaceCapping": record(
        {
            "dailyQuotaGb": Property(kind=Kind.NUMBER, default=-1),
            "quotaNextResetTime": reported(Kind.STRING, _next_reset),
            "dataIngestionStatus": always("RespectQuota"),
        },
        default={},
        keeps=True,
    ),
    "publicNetworkAccessForIngestion": text("Enabled", "Disabled", "SecuredByPerimeter", default="Enabled"),
    "publicNetworkAccessForQuery": text("Enabled", "Disabled", "SecuredByPerimeter", default="Enabled"),
    "forceCmkForQuery": flag(),
    "defaultDataCollectionRuleResourceId": text(),
    "createdDate": CREATED_AT,
    "modifiedDate": UPDATED_AT,
}

WORKSPACE = ResourceType(
    name=WORKSPACES,
    answers_as=WORKSPACES,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(NAME, "[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]"),),
    created_status=201,
    body={
        "properties": record(_PROPERTIES, default={}),
        **envelope.ENVELOPE,
        "location": envelope.LOCATION,
        "identity": IDENTITY,
        "tags": envelope.TAGS,
        "etag": etag.QUOTED,
    },
    conditions=(
        envelope.LOCATED,
        envelope.SETTLED,
        Condition(rule=CAPACITY, holds=_capacity_fits, fields=lambda proposal: {"sku": _sku(proposal)}),
        IDENTITY_CONDITION,
    ),
    prepare=_prepare,
    actions={"sharedKeys": Action(run=_shared_keys)},
)
TYPES = (WORKSPACE,)
"""The resource types of this provider that are simulated."""
