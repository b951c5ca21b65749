"""What nothing deploys yet is refused, never ignored; its defaults are accepted."""

from __future__ import annotations

import re
from typing import Any

import pytest

from backbone.settings.support import NOT_YET
from tests.backbone.stack import EVERYTHING, LOCATION, findings

PAIRED = {"location": "northeurope"}
ASKED: dict[str, tuple[dict[str, Any], str]] = {
    "scale_units.*.paired_namespace": (
        {"backbone:scaleUnits": {"shipments": {"pairedNamespace": PAIRED}}},
        "backbone:scaleUnits.shipments.pairedNamespace",
    ),
    "paired_namespace": ({"backbone:pairedNamespace": PAIRED}, "backbone:pairedNamespace"),
}


@pytest.mark.parametrize("row", NOT_YET, ids=lambda row: row.path)
def test_what_is_not_deployed_yet_is_refused_where_the_file_asks_for_it(row: Any) -> None:
    config, path = ASKED[row.path]
    refused = [finding for finding in findings({**LOCATION, **config}) if "not supported yet" in str(finding)]
    assert [finding.path for finding in refused] == [path]
    assert refused[0].expected.endswith(f"({row.what} are not supported yet)")


def test_no_case_stands_for_what_is_deployed_by_now() -> None:
    assert {row.path for row in NOT_YET} == set(ASKED)


def test_every_part_that_is_not_deployed_yet_is_refused_in_one_report() -> None:
    refused = [finding.path for finding in findings(EVERYTHING)]
    defaults = {"backbone:network", "backbone:alerts"}
    assert {re.split(r"[.\[]", path)[0] for path in refused} >= {
        "backbone:scaleUnits",
        "backbone:pairedNamespace",
    }
    assert [path for path in refused if path in defaults] == []


def test_a_sentence_names_the_value_that_is_accepted() -> None:
    [finding] = findings({**LOCATION, "backbone:pairedNamespace": PAIRED})
    assert str(finding) == (
        "backbone:pairedNamespace: expected nothing (paired namespaces are not supported yet), found a mapping"
    )
