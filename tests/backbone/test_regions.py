"""Regions: those that nobody knows are pointed at, never refused."""

from __future__ import annotations

from typing import Any

import pytest

from backbone import cautions, regions
from backbone.settings.path import written
from sandbox.azure.location import DISPLAY_NAMES
from tests.backbone.stack import parse


@pytest.mark.parametrize(
    ("config", "found"),
    [
        ({}, []),
        ({"azure-native:location": "North Europe"}, []),
        ({"azure-native:location": "usgovvirginia"}, []),
        (
            {"azure-native:location": "West Europ", "backbone:scaleUnits": {"a": {}, "b": {}}},
            [
                (
                    "azure-native:location",
                    "westeurop is no Azure region that is known here. Did you mean westeurope?",
                )
            ],
        ),
        (
            {"backbone:scaleUnits": {"a": {"location": "atlantis"}, "b": {"location": "Atlantis"}}},
            [("backbone:scaleUnits.a.location", "atlantis is no Azure region that is known here.")],
        ),
    ],
)
def test_a_region_that_is_not_known_is_a_warning(config: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert [(written(each.path), each.message) for each in cautions.of(parse(config))] == found


def test_the_simulated_azure_knows_the_same_regions() -> None:
    assert {name.replace(" ", "").lower() for name in DISPLAY_NAMES} == regions.PUBLIC
