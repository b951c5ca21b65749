"""The tiers of a namespace."""

from enum import StrEnum


class Sku(StrEnum):
    """A namespace's tier, as Resource Manager spells it. Basic has no sessions, so no backbone can stand on it."""

    STANDARD = "Standard"
    PREMIUM = "Premium"
