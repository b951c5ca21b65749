"""No secret value, key or connection string in state, outputs, logs or the request log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.world import DEPLOYER
from tests.components.secret_search import leaking_files, leaks, secrets_of
from tests.components.stacks import ALL_PRIVATE, CALLER, CLIENT, LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

PRIVATE = {**ALL_PRIVATE, "backbone:access": {"callers": {"clientId": CLIENT, "principals": [CALLER]}}}


def _folders(stack: Deployment) -> list[Path]:
    """Everything that the engine and the simulated Azure write."""
    return [stack.engine.workspace.home, stack.engine.workspace.pulumi_home]


@pytest.mark.parametrize("config", [LOCATION, PRIVATE], ids=["default", "everything"])
def test_what_a_deployment_leaves_behind_and_prints_gives_nothing_away(deploy: Deploy, config: dict[str, Any]) -> None:
    stack = deploy(config)
    printed = [
        stack.succeed("preview", "--diff"),
        stack.succeed("up", "--yes", "--skip-preview", "--diff"),
        stack.succeed("refresh", "--yes", "--skip-preview", "--diff"),
    ]
    stack.configure({**config, "backbone:tags": {"owner": "somebody"}})
    printed += [
        stack.succeed("preview", "--json"),
        stack.succeed("up", "--yes", "--skip-preview", "--diff", "--show-sames"),
        stack.succeed("stack", "export"),
        stack.succeed("stack", "output", "--json"),
        stack.succeed("stack"),
        json.dumps(stack.outputs()),
    ]
    secrets = secrets_of(stack)

    assert leaks("\n".join(printed).encode(), secrets) == []
    assert leaking_files(_folders(stack), secrets) == {}


def test_a_deployment_that_fails_gives_nothing_away(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    subscription = f"/subscriptions/{stack.world.subscription}"
    stack.world.revoke(DEPLOYER, "User Access Administrator", subscription)
    printed = stack.fail("up", "--yes", "--skip-preview", "--diff")
    stack.world.grant(DEPLOYER, "User Access Administrator", subscription)
    stack.up()
    secrets = secrets_of(stack)

    assert leaks(printed.encode(), secrets) == []
    assert leaking_files(_folders(stack), secrets) == {}


def test_the_search_finds_what_the_engine_shows_on_demand(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    stack.up()
    secrets = secrets_of(stack)

    shown = leaks(stack.succeed("stack", "export", "--show-secrets").encode(), secrets)

    assert {"queue-mapping-default", "InstrumentationKey", "ConnectionString"} <= set(shown)
    assert not any("Keys" in name for name in shown), "keys are unknown even to who may decrypt the state"


def test_the_search_knows_every_kind_of_secret_that_a_stack_has(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    stack.up()

    kinds = {name.rpartition(" ")[0] or name for name in secrets_of(stack)}

    assert kinds == {
        "queue-mapping-default",
        "InstrumentationKey",
        "ConnectionString",
        "Microsoft.ServiceBus/namespaces/AuthorizationRules listKeys",
        "Microsoft.Storage/storageAccounts listKeys",
        "Microsoft.OperationalInsights/workspaces sharedKeys",
    }


@pytest.mark.parametrize(
    "text",
    [
        'a "mapping": {"queue": "q"}',
        json.dumps({"value": 'a "mapping": {"queue": "q"}'}),
        json.dumps({"body": json.dumps({"value": 'a "mapping": {"queue": "q"}'})}),
        "YSAibWFwcGluZyI6IHsicXVldWUiOiAicSJ9",
        "value=a%20%22mapping%22%3A%20%7B%22queue%22%3A%20%22q%22%7D",
    ],
    ids=["plain", "json", "json in json", "base 64", "url"],
)
def test_a_secret_is_found_in_every_form(text: str) -> None:
    assert leaks(text.encode(), {"mapping": 'a "mapping": {"queue": "q"}'}) == ["mapping"]


@pytest.mark.parametrize(
    "text",
    [
        "SharedAccessKey=x",
        "AccountKey=x",
        "InstrumentationKey=x",
        "https://x/?a=b&sig=x",
        '{"auth": "identity"}',
        '+ auth     : "identity"',
        r"{\"auth\": \"none\"}",
    ],
)
def test_what_looks_like_a_secret_is_found_whosever_it_is(text: str) -> None:
    assert leaks(text.encode(), {})


def test_a_search_through_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is nothing to search"):
        leaking_files([tmp_path], {})


def test_a_file_that_gives_something_away_is_named(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text("before s3cret after", encoding="utf-8")
    (tmp_path / "world.sqlite3").write_text("s3cret", encoding="utf-8")

    assert leaking_files([tmp_path], {"key": "s3cret"}) == {str(tmp_path / "state.json"): ["key"]}
