"""What a user reads who changes the capitals of a name that is deployed."""

from __future__ import annotations

from typing import Any

from backbone import spelling
from tests.backbone.stack import PRINCIPAL, parse

TOPIC: dict[str, Any] = {"Orders": {"subscriptions": {"shipments": {}}}}
REMOTE = {"billing": {"to": "orders@main", "receiver": PRINCIPAL}}


def _sentence(address: str, deployed: str) -> str:
    return f"{address} is deployed as {deployed}, and letter case means nothing to Azure: write it as it is deployed."


def test_a_name_keeps_the_capitals_with_which_it_is_deployed() -> None:
    settings = parse({"backbone:namespace": {"queue": "Tracking", "topics": TOPIC}, "backbone:subscriptions": REMOTE})
    deployed = ["tracking@main", "Orders@main", "Orders@main/shipments", "Orders@main/Billing", "gone@main"]
    assert spelling.refusals(settings, deployed) == [
        _sentence("Orders@main/billing", "Orders@main/Billing"),
        _sentence("Tracking@main", "tracking@main"),
    ]


def test_what_is_new_or_spelt_as_ever_is_not_refused() -> None:
    assert spelling.refusals(parse({}), ["tracking@main", "inbox@main"]) == []
    assert spelling.refusals(parse({}), []) == []
