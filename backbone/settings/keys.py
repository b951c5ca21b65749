"""Full keys of the configuration: which project or provider a setting belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backbone.settings.shape import Member

PREFIX = "backbone:"
"""What the keys of this project's settings begin with; other projects' and providers' keys are not ours."""

LOCATION_KEY = "azure-native:location"
"""The one setting that is the provider's: where it deploys to if nothing else is said."""


def full_key(member: Member) -> str:
    """The key of a setting at the top level, as it stands in a stack file."""
    return member.key if ":" in member.key else PREFIX + member.key
