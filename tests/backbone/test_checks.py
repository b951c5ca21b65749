"""Every rule over several settings: broken with its exact sentence, and just kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backbone.settings.checks import CHECKS
from tests.backbone.cases import CASES
from tests.backbone.stack import LOCATION, PRINCIPAL, errors

if TYPE_CHECKING:
    from tests.backbone.case import Case

ALL = [(name, case) for name, cases in CASES.items() for case in cases]
IDS = [f"{name}-{number}" for name, cases in CASES.items() for number, _ in enumerate(cases)]


def test_every_rule_has_a_case_and_an_explanation() -> None:
    assert {check.__name__ for check in CHECKS} == set(CASES)
    assert [check.__name__ for check in CHECKS if not check.__doc__] == []
    assert [name for name, cases in CASES.items() if not any(case.right for case in cases)] == []


@pytest.mark.parametrize(("name", "case"), ALL, ids=IDS)
def test_a_stack_file_that_breaks_the_rule_is_refused_with_one_sentence(name: str, case: Case) -> None:
    assert errors({**LOCATION, **case.wrong}) == [case.sentence], name


@pytest.mark.parametrize(("name", "case"), ALL, ids=IDS)
def test_a_stack_file_that_keeps_the_rule_passes(name: str, case: Case) -> None:
    for config in case.right:
        assert errors({**LOCATION, **config}) == [], name


def test_the_nearest_addresses_are_told_for_the_first_50_wrong_ones() -> None:
    routes = {f"Type{number}": "tracking@mian" for number in range(51)}
    told = [error for error in errors({**LOCATION, "backbone:routes": routes}) if "(nearest: tracking@main)" in error]
    assert len(told) == len(routes) - 1


@pytest.mark.parametrize(
    ("config", "paths"),
    [
        pytest.param(
            {"backbone:namespace": {"queues": {"a": {"forwardTo": "x"}, "b": {"forwardTo": "y"}}}},
            ["backbone:namespace.queues.a.forwardTo", "backbone:namespace.queues.b.forwardTo"],
            id="two missing destinations",
        ),
        pytest.param(
            {
                "backbone:namespace": {"queues": {"a": {"forwardTo": "x", "autoDeleteOnIdle": "P1D"}}},
                "backbone:access": {"receivers": {"a@main": [PRINCIPAL]}},
                "backbone:routes": {"T": "nowhere@main", "U": "nothing@main"},
            },
            [
                "backbone:namespace.queues.a.forwardTo",
                "backbone:namespace.queues.a.autoDeleteOnIdle",
                "backbone:routes.T",
                "backbone:routes.U",
                'backbone:access.receivers["a@main"]',
            ],
            id="a missing destination of a source that is wrong in other ways, and addresses that lead nowhere",
        ),
        pytest.param(
            {
                "backbone:namespace": {"queues": {"a": {"lockDuration": "PT1H"}, "b": {"forwardTo": "c"}}},
                "backbone:routes": {"T": "nowhere@main"},
            },
            [
                "backbone:namespace.queues.a.lockDuration",
                "backbone:namespace.queues.b.forwardTo",
                "backbone:routes.T",
            ],
            id="a missing destination beside a queue with a wrong property",
        ),
    ],
)
def test_errors_that_do_not_follow_from_each_other_are_reported_together(
    config: dict[str, object], paths: list[str]
) -> None:
    assert [error.partition(": expected")[0] for error in errors({**LOCATION, **config})] == paths


@pytest.mark.parametrize(
    "config",
    [
        pytest.param({"backbone:namespace": {"sku": "Gold", "messagingUnits": 2}}, id="capacity of an unreadable tier"),
        pytest.param(
            {"backbone:namespace": {"alias": "Main"}, "backbone:mappings": {"m": "tracking@core"}},
            id="an address with the alias that is wrong",
        ),
        pytest.param(
            {"backbone:scaleUnits": {"other": {"sku": "Gold"}}, "backbone:routes": {"T": "tracking@other"}},
            id="an address in a unit with an error",
        ),
        pytest.param(
            {"backbone:scaleUnit": {"other": {}}, "backbone:routes": {"T": "tracking@other"}},
            id="an address in a unit under a misspelt key",
        ),
        pytest.param(
            {"backbone:namespace": {"queues": {"in?box": {}, "a": {"forwardTo": "inbox"}}}},
            id="a forward to a queue with a wrong name",
        ),
        pytest.param(
            {"backbone:namespace": {"queues": {"inbox": 5, "a": {"forwardTo": "inbox"}}}},
            id="a forward to a queue that is no mapping",
        ),
        pytest.param(
            {
                "backbone:namespace": {"topics": {"orders": {"subscriptions": {"s?": {}}}}},
                "backbone:access": {"receivers": {"orders@main/s": [PRINCIPAL]}},
            },
            id="an address of a subscription with a wrong name",
        ),
        pytest.param(
            {"backbone:namespace": {"queues": {"in?box": {}}}, "backbone:routes": {"T": "inbox@main"}},
            id="an address of a queue with a wrong name",
        ),
        pytest.param(
            {"backbone:pairedNamespace": {"location": "-"}, "backbone:scaleUnits": {"a": {"pairedNamespace": True}}},
            id="a copy of an unreadable pairing",
        ),
        pytest.param({"backbone:existing": {"suffix": "x", "recoverVault": True}}, id="a vault with a wrong suffix"),
        pytest.param({"backbone:existing": {"suffix": "x", "resourceGroup": "rg"}}, id="a group with a wrong suffix"),
        pytest.param(
            {
                "backbone:namespace": {"queues": {"inbox": {"requiresSession": "no"}}},
                "backbone:mappings": {"m": "inbox@main"},
            },
            id="a mapping to a queue whose sessions are unreadable",
        ),
        pytest.param(
            {
                "backbone:namespace": {"sku": "Premium", "messagingUnits": 2, "partitions": 4},
                "backbone:scaleUnits": {"a": {}, "b": {}},
            },
            id="a capacity that units inherit",
        ),
    ],
)
def test_what_only_follows_from_an_error_is_not_reported(config: dict[str, object]) -> None:
    assert len(errors({**LOCATION, **config})) == 1
