"""What every body has around a resource's own properties, and Resource Manager's rules about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition, Constraint, at_most
from sandbox.azure.location import REGIONS
from sandbox.azure.property import UNSET, Access, Kind, Property
from sandbox.azure.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

_COMMON_ERRORS = "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors"
_TAG_LIMITS = "https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations"
LOCATION_REQUIRED = Rule(
    id="arm/location-required",
    text="A tracked resource says where it is to be.",
    source=_COMMON_ERRORS,
    status=400,
    code="LocationRequired",
    message="The location property is required for this definition.",
)
LOCATION_UNAVAILABLE = Rule(
    id="arm/location-available",
    text="A resource's location is a region that offers the type.",
    source=_COMMON_ERRORS,
    status=400,
    code="LocationNotAvailableForResourceType",
    message="The provided location '{location}' is not available for resource type '{type}'. List of available regions "
    "for the resource type is '{regions}'.",
)
LOCATION_FIXED = Rule(
    id="arm/location-fixed",
    text="A resource cannot move to another region.",
    source=_COMMON_ERRORS,
    status=409,
    code="InvalidResourceLocation",
    message="The resource '{name}' already exists in location '{location}' in resource group '{group}'. A resource "
    "with the same name cannot be created in location '{wanted}'. Please select a new resource name.",
)
TAG_NAME_CHARACTERS = Rule(
    id="arm/tag-name-characters",
    text="A tag's name has none of <, >, %, &, \\, ?, /.",
    source=_TAG_LIMITS,
    status=400,
    code="InvalidTagNameCharacters",
    message="The tag names '{names}' have reserved characters '<,>,%,&,\\,?,/' or control characters.",
)
TAG_NAME_LENGTH = Rule(
    id="arm/tag-name-length",
    text="A tag's name has at most 512 characters.",
    source=_TAG_LIMITS,
    status=400,
    code="InvalidTagNameLength",
    wording="ours",
    message="Tag name too large. Following tag name exceeded the maximum length. Maximum allowed length for tag name - "
    "'512' characters.",
)
TAG_VALUE_LENGTH = Rule(
    id="arm/tag-value-length",
    text="A tag's value has at most 256 characters.",
    source=_TAG_LIMITS,
    status=400,
    code="InvalidTagValueLength",
    wording="ours",
    message="Tag value too large. Following tag value '{value}' exceeded the maximum length. Maximum allowed length "
    "for tag value - '256' characters.",
)
TAG_COUNT = Rule(
    id="arm/tag-count",
    text="A resource has at most 50 tags.",
    source=_TAG_LIMITS,
    status=400,
    code="TooManyTags",
    wording="ours",
    message="Too many tags on this resource/resource group. Maximum number of tags allowed - '50'.",
)
_LONGEST_TAG_NAME = 512
_RESERVED_IN_TAG_NAMES = frozenset("<>%&\\?/")


def _offending_tag_names(tags: Mapping[str, str]) -> list[str]:
    return [name for name in tags if _RESERVED_IN_TAG_NAMES & set(name)]


TAGS = Property(
    kind=Kind.MAP,
    default={},
    items=Property(kind=Kind.STRING, constraints=(at_most(TAG_VALUE_LENGTH, 256),)),
    constraints=(
        at_most(TAG_COUNT, 50),
        Constraint(rule=TAG_NAME_LENGTH, holds=lambda tags, _: all(len(name) <= _LONGEST_TAG_NAME for name in tags)),
        Constraint(
            rule=TAG_NAME_CHARACTERS,
            holds=lambda tags, _: not _offending_tag_names(tags),
            fields=lambda proposal: {"names": ",".join(_offending_tag_names(proposal.given["tags"]))},
        ),
    ),
)
"""Tags of a resource or a group."""


def _kept_location(proposal: Proposal) -> object:
    return proposal.existing.body.get("location", UNSET) if proposal.existing else UNSET


LOCATION = Property(
    kind=Kind.LOCATION,
    default=_kept_location,
    constraints=(
        Constraint(
            rule=LOCATION_UNAVAILABLE,
            holds=lambda location, _: location in REGIONS,
            fields=lambda proposal: {
                "location": proposal.given["location"],
                "type": proposal.type.title,
                "regions": ",".join(REGIONS),
            },
        ),
    ),
)
"""Where a tracked resource is."""


def stays(proposal: Proposal) -> bool:
    """Whether a resource is where it was."""
    return proposal.existing is None or proposal.existing.body["location"] == proposal.body["location"]


LOCATED = Condition(rule=LOCATION_REQUIRED, holds=lambda proposal: "location" in proposal.body)
"""A tracked resource has a location."""
SETTLED = Condition(
    rule=LOCATION_FIXED,
    holds=stays,
    fields=lambda proposal: {
        "location": proposal.existing.body["location"] if proposal.existing else "",
        "wanted": proposal.body["location"],
        "group": proposal.id.group,
    },
)
"""A tracked resource stays where it is."""
ENVELOPE = {
    "id": Property(kind=Kind.STRING, access=Access.IGNORED),
    "name": Property(kind=Kind.STRING, access=Access.IGNORED),
    "type": Property(kind=Kind.STRING, access=Access.IGNORED),
    "systemData": Property(kind=Kind.OBJECT, access=Access.IGNORED),
}
"""What every body may repeat of the resource's address."""
