"""What a plan's costs leave out is what is deployed: the golden graphs say what that is."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from backbone.plan import draw_up
from backbone.plan.document import document
from backbone.plan.markdown import markdown
from backbone.plan.text import text
from backbone.settings import Settings
from tests.backbone.stack import raw
from tests.components.stacks import STACKS
from tests.deployment import ROOT

BILLED = {
    "private endpoint": ("network:PrivateEndpoint",),
    "private DNS zone": ("privatedns:PrivateZone",),
    "alert rule": ("monitor:MetricAlert", "monitor:ScheduledQueryRule"),
}
ONE_EACH = {
    "Application Insights": "applicationinsights:Component",
    "the function app": "web:WebApp",
    "its storage account": "storage:StorageAccount",
    "the vault": "keyvault:Vault",
}


@pytest.mark.parametrize("name", STACKS)
def test_what_is_not_included_is_what_the_stack_deploys(name: str) -> None:
    golden = json.loads((ROOT / "tests" / "golden" / f"{name}.json").read_text(encoding="utf-8"))
    types = (each["urn"].split("::")[2].rpartition("$")[2] for each in golden["resources"])
    deployed = Counter(each.removeprefix("azure-native:") for each in types)
    found = draw_up(Settings.parse(raw(STACKS[name]))).not_included

    counts = {noun: sum(deployed[each] for each in kinds) for noun, kinds in BILLED.items()}
    expected = {f"{number} {noun}{'s' * (number > 1)}" for noun, number in counts.items() if number}
    assert set(found) == expected | set(ONE_EACH) | {"Log Analytics"}
    assert {each: deployed[kind] for each, kind in ONE_EACH.items()} == dict.fromkeys(ONE_EACH, 1)


def test_people_and_programs_are_told_what_is_not_included() -> None:
    plan = draw_up(Settings.parse(raw(STACKS["dev"])))
    sentence = f"Not included: {', '.join(plan.not_included)}."

    assert sentence in " ".join(text(plan, "dev", 80).plain.split())
    assert sentence in markdown(plan, "dev")
    assert document(plan)["cost"]["notIncluded"] == list(plan.not_included)
