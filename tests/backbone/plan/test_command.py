"""`backbone plan` as people and programs call it."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from backbone.__main__ import main
from tests.backbone.plan.test_remedies import WORKED_CASE
from tests.backbone.stack import LOCATION

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

FITS: dict[str, Any] = {}
TIGHT = {"backbone:load": {"tracking@main": {"messagesPerSecond": 450}}}
OVER = {"backbone:load": {"tracking@main": {"messagesPerSecond": 501}}}
WRONG = {"backbone:workload": "Tracking"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _plan(folder: Path, config: dict[str, Any], *arguments: str) -> Result:
    with (folder / "Pulumi.test.yaml").open("w", encoding="utf-8") as stream:
        YAML().dump({"config": {**LOCATION, **config}}, stream)
    return CliRunner().invoke(main, ["plan", "--stack", "test", *arguments])


def _document(folder: Path, config: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_plan(folder, config, "--format", "json").stdout)
    return found


@pytest.mark.parametrize(
    ("config", "arguments", "status"),
    [
        (FITS, (), 0),
        (FITS, ("--strict",), 0),
        (TIGHT, (), 0),
        (TIGHT, ("--strict",), 1),
        (WRONG, (), 2),
        (WRONG, ("--format", "json"), 2),
        (OVER, (), 3),
        (OVER, ("--strict",), 3),
        (OVER, ("--format", "markdown"), 3),
        (OVER, ("--format", "svg"), 3),
    ],
)
def test_the_exit_status_tells_what_the_plan_comes_to(
    folder: Path, config: dict[str, Any], arguments: tuple[str, ...], status: int
) -> None:
    assert _plan(folder, config, *arguments).exit_code == status


def test_the_worked_case_as_json(folder: Path) -> None:
    found = _document(folder, WORKED_CASE)

    assert found["schemaVersion"] == 1
    assert found["namespaces"][0]["credits"] == {
        "perSecond": 1160,
        "limit": 1000,
        "parts": {"send": 20, "filters": 1120, "receive": 20, "forward": 0},
    }
    assert [each["remedy"] for each in found["remedies"] if each["creditsPerSecond"] == 40] == [
        "topicPerEntity",
        "oneSubscription",
    ]
    assert (found["errors"], found["chains"]) == ([], [])


def test_twenty_forwarding_subscriptions_are_21_operations_and_20_chains(folder: Path) -> None:
    subscriptions = {f"s{number}": {"forwardTo": "tracking"} for number in range(20)}
    config = {
        "backbone:namespace": {"topics": {"orders": {"subscriptions": subscriptions}}},
        "backbone:load": {"orders@main": {"messagesPerSecond": 1}},
    }
    found = _document(folder, config)

    assert found["namespaces"][0]["operations"]["perMessage"] == {"orders@main": 21}
    assert found["namespaces"][0]["operations"]["receivesPerMessage"] == {"orders@main": 20}
    assert sorted(found["chains"], key=lambda chain: int(chain["path"][0].rpartition("/s")[2])) == [
        {"path": [f"orders@main/s{number}", "tracking@main"], "hops": 1} for number in range(20)
    ]


def test_the_longest_chain_is_listed_with_every_stop_and_warned_about(folder: Path) -> None:
    names = ["a", "b", "c", "d", "tracking"]
    queues = {name: {"forwardTo": following} for name, following in itertools.pairwise(names)}
    found = _document(folder, {"backbone:namespace": {"queues": queues}})

    assert found["chains"] == [{"path": [f"{name}@main" for name in names], "hops": 4}]
    assert any("4 hops" in warning["message"] for warning in found["warnings"])


def test_every_chain_of_a_tree_is_listed_and_of_millions_it_is_said_how_many_are_not(folder: Path) -> None:
    for first, second, listed, left_out in ((20, 200, 4_000, 0), (101, 100, 10_000, 100)):
        roots = {f"s{number}": {"forwardTo": f"branch{number}"} for number in range(first)}
        leaves = {f"s{number}": {"forwardTo": "tracking"} for number in range(second)}
        branches = {f"branch{number}": {"subscriptions": leaves} for number in range(first)}
        found = _document(folder, {"backbone:namespace": {"topics": {"root": {"subscriptions": roots}, **branches}}})

        assert (len(found["chains"]), found["chainsLeftOut"]) == (listed, left_out)
        assert {chain["hops"] for chain in found["chains"]} == {2}


PRICES = {"standardBaseHour": 1, "standardOperations": 1, "standardConnections": 1, "premiumUnitHour": 1}
LISTED = "are Azure's list prices of eastus in USD, read in 2026."
ORIGINS: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "the table's": ({}, f"Prices {LISTED}", []),
    "the file's": ({"currency": "EUR", **PRICES}, "Prices are the stack file's.", []),
    "both": (
        {"currency": "EUR", **PRICES, "premiumUnitHour": None, "standardConnections": None},
        f"Prices of what the stack file does not price (standardConnections, premiumUnitHour) {LISTED}",
        ["standardConnections, premiumUnitHour are reckoned in USD, not in EUR: give prices for them too."],
    ),
}


@pytest.mark.parametrize(("prices", "sentence", "warnings"), ORIGINS.values(), ids=ORIGINS)
def test_whose_prices_these_are_is_said_with_them(
    folder: Path, prices: dict[str, Any], sentence: str, warnings: list[str]
) -> None:
    found = _document(folder, {"backbone:prices": prices})

    assert found["assumptions"][-1] == sentence
    assert [warning["message"] for warning in found["warnings"]] == warnings


def test_what_is_wrong_is_said_as_json_too(folder: Path) -> None:
    found = _document(folder, {**WRONG, "backbone:namespace": {"sku": "Gold"}})

    assert [error["path"] for error in found["errors"]] == ["backbone:workload", "backbone:namespace.sku"]
    assert found["errors"][1]["found"] == '"Gold"'
    assert (found["namespaces"], found["cost"]) == ([], None)


def test_what_is_wrong_is_said_to_people_as_check_says_it(folder: Path) -> None:
    answer = _plan(folder, WRONG)

    assert answer.stdout == ""
    assert answer.stderr.startswith("Pulumi.test.yaml: 1 setting is wrong:\n  backbone:workload: expected")


def test_a_missing_stack_file_is_one_sentence(folder: Path) -> None:
    answer = CliRunner().invoke(main, ["plan", "--stack", "none"])

    assert folder.is_dir()
    assert answer.exit_code == 2
    assert answer.stderr.startswith("Pulumi.none.yaml does not exist; create the stack with: pulumi stack init none.")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_people_read_the_verdict_the_figures_and_the_ways_out(folder: Path, form: str) -> None:
    answer = _plan(folder, WORKED_CASE, "--format", form).stdout
    words = " ".join(answer.split())

    assert "Over budget: main is asked for more than a namespace bears." in words
    for part in ("1,160 / 1,000", "Ways out", "a topic for each entity", "Premium, messaging units"[:7], "9.81"):
        assert part in words, part


LONG = {
    **WORKED_CASE,
    "backbone:scaleUnits": {"a-rather-long-alias": {"sku": "Premium", "messagingUnits": 16}},
    "backbone:load": {
        "orders@main": {"messagesPerSecond": 12345.678},
        "tracking@a-rather-long-alias": {"messagesPerSecond": 1, "connections": 4999},
    },
}


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_no_line_is_too_long_or_ends_in_blanks_and_no_name_is_broken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = _plan(folder, LONG).stdout.splitlines()
    words = set(" ".join(lines).split())

    assert max(map(len, lines)) <= columns
    assert all(line == line.rstrip() for line in lines)
    assert {
        "namespace",
        "Standard",
        "Premium,",
        "orders@main",
        "a-rather-long-alias",
        "connections",
        "storage,",
    } <= words
    assert ("tracking@a-rather-long-alias" in words) == (columns >= 60)


def test_a_plan_without_a_load_says_of_what_is_reckoned_with_only_whose_prices_they_are(folder: Path) -> None:
    for form in ("text", "markdown"):
        assert "credit to send" not in _plan(folder, FITS, "--format", form).stdout
    (said,) = _document(folder, FITS)["assumptions"]
    assert said.startswith("Prices are")


def test_what_is_reckoned_with_is_said_for_the_tiers_that_have_a_load(folder: Path) -> None:
    premium = {"backbone:namespace": {"sku": "Premium"}, **TIGHT}
    standard_text, premium_text = (" ".join(_document(folder, config)["assumptions"]) for config in (TIGHT, premium))

    assert [part in standard_text for part in ("one credit", "billed as an operation", "benchmark")] == [
        True,
        True,
        False,
    ]
    assert [part in premium_text for part in ("one credit", "billed as an operation", "benchmark")] == [
        False,
        False,
        True,
    ]
    assert all("Dead letters and retries" in text for text in (standard_text, premium_text))


def test_people_are_shown_no_credits_of_a_premium_namespace_and_json_says_what_standard_would_count(
    folder: Path,
) -> None:
    config = {
        "backbone:namespace": {"sku": "Premium"},
        "backbone:load": {"tracking@main": {"messagesPerSecond": 10.9, "messageSizeInKilobytes": 1000}},
    }
    answer = _plan(folder, config)

    assert "credits" not in answer.stdout
    assert "21.8" not in answer.stdout
    assert "10.6 / 4" in answer.stdout
    assert (found := _document(folder, config))["namespaces"][0]["credits"]["perSecond"] == 21.8
    assert found["namespaces"][0]["credits"]["limit"] is None


def test_markdown_tables_have_as_many_cells_in_every_row(folder: Path) -> None:
    lines = _plan(folder, WORKED_CASE, "--format", "markdown").stdout.splitlines()
    rows = [line for line in lines if line.startswith("|")]

    for line, following in itertools.pairwise(lines):
        if line.startswith("|") and following.startswith("|"):
            assert line.count("|") == following.count("|"), following
    assert rows
