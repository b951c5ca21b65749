"""The stack's settings, as the engine hands them to the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi

from backbone.settings import Settings, SettingsError, engine

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Parse the configuration that the engine put into the program's environment.

    Raises:
        pulumi.RunError: A setting is wrong; the text lists every finding. Nothing has been declared by then, and the
            engine prints a RunError without a stack trace.
    """
    try:
        given = engine.read(environment)
        return Settings.parse(given.raw, secret_keys=given.secret_keys)
    except SettingsError as error:
        raise pulumi.RunError(str(error)) from error
