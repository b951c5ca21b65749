"""Action groups: who is told of an alert.

Source: learn.microsoft.com/azure/templates/microsoft.insights/actiongroups.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope
from sandbox.azure.constraint import Condition, Constraint, at_most, matching
from sandbox.azure.identity import IDENTITY, IDENTITY_CONDITION, give_identity
from sandbox.azure.insights.documents import ACTION_GROUPS, LIMITS, insights_rule
from sandbox.azure.location import REGIONS
from sandbox.azure.property import Kind, Property
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import flag, listing, mapping, record, text, texts

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

GROUPS = "Microsoft.Insights/actionGroups"

NAME = insights_rule(
    "action-group-name",
    text="An action group's name has up to 260 characters, none of them /, & or a control character.",
    message="The action group name '{name}' is invalid.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftinsights",
)
SHORT_NAME = insights_rule(
    "action-group-short-name",
    text="An action group's short name has 1 to 12 characters.",
    message="The group short name '{value}' is invalid: it must have 1 to 12 characters.",
    source=ACTION_GROUPS,
)
LOCATION = insights_rule(
    "action-group-location",
    text="An action group is global, or in a region.",
    code="LocationNotAvailableForResourceType",
    message="The provided location '{value}' is not available for resource type 'microsoft.insights/actionGroups'. "
    "List of available regions for the resource type is 'global,{regions}'.",
    source=ACTION_GROUPS,
    wording="azure",
)
RECEIVER_NAME = insights_rule(
    "action-group-receiver-name",
    text="The receivers of an action group have names of their own.",
    message="The receiver name '{receiver}' is used more than once in the action group '{name}'.",
    source=ACTION_GROUPS,
)
EMAIL = insights_rule(
    "action-group-email",
    text="An e-mail receiver has an address.",
    message="The email address '{value}' is invalid.",
    source=ACTION_GROUPS,
)
EMAIL_COUNT = insights_rule(
    "action-group-email-count",
    text="An action group has at most 1,000 e-mail receivers.",
    message="The action group '{name}' has more than 1000 email receivers.",
    source=LIMITS,
)
_EMAIL = text(required=True, constraints=(matching(EMAIL, r"[^@\s]+@[^@\s]+\.[^@\s]+"),))
_NAME = text(required=True)
_COMMON = {"name": _NAME, "useCommonAlertSchema": flag(default=False)}
_PHONE = {"name": _NAME, "countryCode": text(required=True), "phoneNumber": text(required=True)}
_SHORT = range(1, 13)


def _required(*names: str) -> dict[str, Property]:
    return {name: text(required=True) for name in names}


_RECEIVERS: dict[str, dict[str, Property]] = {
    "emailReceivers": {**_COMMON, "emailAddress": _EMAIL, "status": text(default="Enabled")},
    "smsReceivers": {**_PHONE, "status": text(default="Enabled")},
    "webhookReceivers": {
        **_COMMON,
        **_required("serviceUri"),
        **texts(("identifierUri", "managedIdentity", "objectId", "tenantId")),
        "useAadAuth": flag(default=False),
    },
    "eventHubReceivers": {
        **_COMMON,
        **_required("eventHubName", "eventHubNameSpace", "subscriptionId"),
        **texts(("tenantId", "managedIdentity")),
    },
    "itsmReceivers": _required("name", "workspaceId", "connectionId", "ticketConfiguration", "region"),
    "azureAppPushReceivers": {"name": _NAME, "emailAddress": _EMAIL},
    "automationRunbookReceivers": {
        **_required("automationAccountId", "runbookName", "webhookResourceId"),
        **texts(("name", "serviceUri", "managedIdentity")),
        "isGlobalRunbook": flag(required=True),
        "useCommonAlertSchema": flag(default=False),
    },
    "voiceReceivers": _PHONE,
    "logicAppReceivers": {**_COMMON, **_required("resourceId", "callbackUrl"), **texts(("managedIdentity",))},
    "azureFunctionReceivers": {
        **_COMMON,
        **_required("functionAppResourceId", "functionName", "httpTriggerUrl"),
        **texts(("managedIdentity",)),
    },
    "armRoleReceivers": {**_COMMON, "roleId": text(required=True)},
    "incidentReceivers": {
        "name": _NAME,
        "connection": record(_required("name", "id"), required=True),
        "incidentManagementService": text(required=True),
        "mappings": mapping(text(), required=True),
    },
}
_LIMITS = {"emailReceivers": (at_most(EMAIL_COUNT, 1_000),)}


def _repeated(proposal: Proposal) -> list[str]:
    names: Counter[Any] = Counter(receiver.get("name") for kind in _RECEIVERS for receiver in proposal.properties[kind])
    return [str(name) for name, number in names.items() if name and number > 1]


ACTION_GROUP = ResourceType(
    name=GROUPS,
    answers_as="Microsoft.Insights/ActionGroups",
    api_versions=("2021-09-01", "2022-06-01", "2023-01-01", "2023-09-01-preview", "2024-10-01-preview"),
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(NAME, r"[^/&\x00-\x1f]{1,260}"),),
    created_status=201,
    body={
        **envelope.ENVELOPE,
        "location": Property(
            kind=Kind.LOCATION,
            keeps=True,
            constraints=(
                Constraint(
                    rule=LOCATION,
                    holds=lambda value, _: value == "global" or value in REGIONS,
                    fields=lambda _: {"regions": ",".join(REGIONS)},
                ),
            ),
        ),
        "tags": envelope.TAGS,
        "identity": IDENTITY,
        "properties": record(
            {
                "groupShortName": text(
                    required=True,
                    constraints=(Constraint(rule=SHORT_NAME, holds=lambda value, _: len(value) in _SHORT),),
                ),
                "enabled": flag(required=True),
                **{
                    kind: listing(record(receiver), default=[], constraints=_LIMITS.get(kind, ()))
                    for kind, receiver in _RECEIVERS.items()
                },
            },
            required=True,
        ),
    },
    conditions=(
        envelope.LOCATED,
        Condition(
            rule=RECEIVER_NAME,
            holds=lambda proposal: not _repeated(proposal),
            fields=lambda proposal: {"receiver": _repeated(proposal)[0]},
        ),
        IDENTITY_CONDITION,
    ),
    prepare=give_identity,
)
