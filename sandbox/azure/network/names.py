"""Names of network resources.

Source: learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork.
"""

from __future__ import annotations

from sandbox.azure.constraint import matching
from sandbox.azure.network.documents import NAMES, network_rule

NAME = network_rule(
    "name",
    text="A name has up to 80 letters, digits, underscores, periods and hyphens, starts with a letter or digit and "
    "ends with a letter, digit or underscore.",
    code="InvalidResourceName",
    message="Resource name {name} is invalid. The name can be up to 80 characters long. It must begin with a word "
    "character, and it must end with a word character or with '_'. The name may contain word characters or '.', '-', "
    "'_'.",
    source=NAMES,
)
LINK_NAME = network_rule(
    "dns-link-name",
    text="A link's name has up to 80 letters, digits, underscores, periods and hyphens.",
    code="BadRequest",
    message="The virtual network link name '{name}' is invalid.",
    source=NAMES,
    wording="ours",
)
ZONE_NAME = network_rule(
    "dns-zone-name",
    text="A private zone's name has 2 to 34 labels of up to 63 letters, digits, underscores and hyphens.",
    code="BadRequest",
    message="The zone name '{name}' is invalid.",
    source=NAMES,
    wording="ours",
)

_WORD = r"(?a:\w(?:[\w.-]{0,78}\w)?)"
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"

NAMING = (matching(NAME, _WORD),)
LINK_NAMING = (matching(LINK_NAME, _WORD),)
ZONE_NAMING = (matching(ZONE_NAME, rf"{_LABEL}(?:\.{_LABEL}){{1,33}}"),)
