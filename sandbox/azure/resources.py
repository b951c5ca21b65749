"""Microsoft.Resources: resource groups.

Sources: learn.microsoft.com/rest/api/resources/resource-groups and
learn.microsoft.com/azure/azure-resource-envelope/management/resource-name-rules#microsoftresources.
"""

from __future__ import annotations

from dataclasses import replace

from sandbox.azure import envelope
from sandbox.azure.constraint import Condition, Constraint, matching
from sandbox.azure.location import REGIONS
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_id import RESOURCE_GROUPS
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.rule import Rule

_NAMES = "https://learn.microsoft.com/azure/azure-resource-envelope/management/resource-name-rules#microsoftresources"
_REST = "https://learn.microsoft.com/rest/api/resources/resource-groups/create-or-update"

NAME = Rule(
    id="resources/resource-group-name",
    text="1 to 90 letters, digits, underscores, hyphens, periods and parentheses; no period at the end.",
    source=_NAMES,
    status=400,
    code="InvalidResourceGroupName",
    message="The provided resource group name '{name}' is invalid. The name can only be a letter, digit, '-', '.', "
    "'(', ')' or '_', must not end with '.', and has at most 90 characters.",
    wording="ours",
)
LOCATION_UNAVAILABLE = Rule(
    id="resources/resource-group-location-available",
    text="A resource group's location is a region.",
    source=_REST,
    status=400,
    code="LocationNotAvailableForResourceGroup",
    message="The provided location '{location}' is not available for resource group. List of available regions is "
    "'{regions}'.",
)
LOCATION_FIXED = Rule(
    id="resources/resource-group-location-fixed",
    text="A resource group cannot move to another region.",
    source=_REST,
    status=409,
    code="InvalidResourceGroupLocation",
    message="Invalid resource group location '{wanted}'. The Resource group already exists in location '{location}'.",
)

_LOCATION = replace(
    envelope.LOCATION,
    constraints=(
        Constraint(
            rule=LOCATION_UNAVAILABLE,
            holds=lambda location, _: location in REGIONS,
            fields=lambda proposal: {"location": proposal.given["location"], "regions": ",".join(REGIONS)},
        ),
    ),
)

RESOURCE_GROUP = ResourceType(
    name=RESOURCE_GROUPS,
    answers_as="Microsoft.Resources/resourceGroups",
    public_name="Microsoft.Resources/resourceGroups",
    api_versions=("2020-06-01", "2021-04-01", "2022-09-01", "2023-07-01", "2024-03-01", "2024-07-01", "2025-04-01"),
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    in_group=False,
    created_status=201,
    naming=(matching(NAME, r"[-\w.()]{0,89}[-\w()]"),),
    body={
        **envelope.ENVELOPE,
        "location": _LOCATION,
        "managedBy": Property(kind=Kind.STRING),
        "tags": envelope.TAGS,
        "properties": Property(
            kind=Kind.OBJECT,
            default={},
            properties={
                "provisioningState": Property(
                    kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda _, __: "Succeeded"
                ),
            },
        ),
    },
    conditions=(
        envelope.LOCATED,
        Condition(
            rule=LOCATION_FIXED,
            holds=envelope.stays,
            fields=lambda proposal: {
                "location": proposal.existing.body["location"] if proposal.existing else "",
                "wanted": proposal.body["location"],
            },
        ),
    ),
)
