"""A stack's configuration as the Pulumi engine hands it to a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backbone.settings.configuration import Configuration

if TYPE_CHECKING:
    from collections.abc import Mapping

VALUES = "PULUMI_CONFIG"
SECRETS = "PULUMI_CONFIG_SECRET_KEYS"


def read(environment: Mapping[str, str]) -> Configuration:
    """Take the configuration out of a program's environment; empty where no engine started the program."""
    return Configuration(
        raw=json.loads(environment.get(VALUES) or "{}"),
        secret_keys=frozenset(json.loads(environment.get(SECRETS) or "[]")),
    )
