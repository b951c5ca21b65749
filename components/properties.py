"""Properties that stand under the same names in the settings and in the SDK."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from pulumi_azure_native import servicebus

from backbone.durations import Duration
from backbone.settings import EntityStatus

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def said(settings: DataclassInstance, *besides: str) -> dict[str, Any]:
    """What the settings say, as arguments of the SDK; what they leave open takes Azure's default.

    Args:
        settings: A record of the settings.
        besides: Its fields that are no plain properties.
    """
    values = {field.name: getattr(settings, field.name) for field in dataclasses.fields(settings)}
    return {name: _value(value) for name, value in values.items() if value is not None and name not in besides}


def _value(value: Any) -> Any:
    match value:
        case Duration():
            return str(value)
        case EntityStatus():
            return servicebus.EntityStatus(value.value)
        case _:
            return value
