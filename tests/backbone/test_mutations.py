"""Whatever a stack file says, it gets settings and a plan, or a report of what is wrong: never anything else."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from backbone import access_list, cautions, mapping_list
from backbone.__main__ import main
from backbone.plan import document, draw_up
from backbone.plan.picture import picture_of_wrong
from backbone.settings import Settings, SettingsError
from tests.backbone.stack import EVERYTHING, merged, raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

NOT_SUPPORTED: dict[str, Any] = {
    "backbone:pairedNamespace": None,
    "backbone:scaleUnits": {"shipments": {"pairedNamespace": None}},
}
RIGHT = merged(EVERYTHING, NOT_SUPPORTED)
"""A right stack file that says every key that is deployed."""

NAMES: tuple[str, ...] = (
    "",
    "a",
    "A",
    "1",
    "main",
    "MAIN",
    "default",
    "x-pair",
    "tracking",
    "Tracking",
    "orders",
    "a/b",
    "é",
    "😀",
    "@",
)
NAMES += ("x" * 51, "x" * 261, "x" * 10_000, "a\nb", "\x1b[31m", "\u202e", "$Default", "<&>", "[/red]", "secure", "<<")
TEXTS: tuple[str, ...] = (
    "tracking@main",
    "TRACKING@MAIN",
    "orders@main/shipments",
    "a@b@c",
    "/subscriptions/",
    "disabled",
    "PT1M",
    "P",
)
TEXTS += ("-PT1S", "on", "yes", "null", "~", "2026-01-01", "[]", "{", "Endpoint=sb://x;SharedAccessKey=y", "10.0.0.0/8")
NUMBERS = (0, 1, -1, 0.5, 1e308, -1e308, 5e-324, 2**63, 2**64, 10**30)
VALUES: tuple[Any, ...] = (*NAMES, *TEXTS, *NUMBERS, None, True, False, [], {}, [None], [[]], ["a", "a"], {"a": None})
VALUES += ({"a": {}}, {"A": {}, "a": {}}, {"id": "x"}, {"secure": "v1:x"})


def _places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a stack file."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in entries:
        yield (*path, key)
        yield from _places(value, (*path, key))


def _at(node: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        node = node[step]
    return node


def _changed(random: Random, config: dict[str, Any]) -> None:
    """Change a stack file somewhere: another value, another key, one more or one less."""
    places = list(_places(config))
    *above, key = random.choice(places)
    parent = _at(config, above)
    value = copy.deepcopy(random.choice((random.choice(VALUES), _at(config, random.choice(places)))))
    match random.choice(("value", "value", "key", "more", "less")):
        case "value":
            parent[key] = value
        case "less":
            del parent[key]
        case _ if isinstance(parent, list):
            parent.append(value)
        case change:
            new = f"{'' if above else 'backbone:'}{random.choice(NAMES)}"
            parent[new] = parent.pop(key) if change == "key" else value


def _stack_file(random: Random) -> dict[str, Any]:
    """The right stack file after one to four changes, which may leave nothing of it."""
    config = copy.deepcopy(RIGHT)
    for _ in range(random.randint(1, 4)):
        if config:
            _changed(random, config)
    return config


stack_files = st.randoms(use_true_random=False).map(_stack_file)


@settings(deadline=None, max_examples=400, database=None, derandomize=True)
@given(config=stack_files)
def test_a_stack_file_has_settings_with_a_plan_or_findings_of_one_line_each(config: dict[str, Any]) -> None:
    match _read(config):
        case SettingsError(findings=found, settings=meant):
            assert found
            assert all(finding.path and finding.expected and finding.found for finding in found)
            assert [str(finding) for finding in found if not str(finding).isprintable()] == []
            assert max(len(str(finding)) for finding in found) < 3_000
            assert meant is not None
            assert picture_of_wrong(meant, found, "a file").startswith("<svg")
        case Settings() as read:
            json.dumps(document.document(draw_up(read)), allow_nan=False)
            assert access_list.rights(read)
            assert mapping_list.declared(read)
            list(cautions.of(read))


def _read(config: dict[str, Any]) -> Settings | SettingsError:
    try:
        return Settings.parse(raw(config))
    except SettingsError as error:
        return error


@settings(deadline=None, max_examples=60, database=None, derandomize=True)
@given(config=stack_files)
def test_the_command_ends_with_a_plan_or_a_report(config: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Pulumi.test.yaml"
        path.write_text(json.dumps({"config": config}, ensure_ascii=False), encoding="utf-8")
        answer = CliRunner().invoke(main, ["plan", "--stack", "test", "--cwd", folder, "--format", "json"])
    assert answer.exception is None or isinstance(answer.exception, SystemExit)
    if answer.stdout:
        errors = json.loads(answer.stdout)["errors"]
        assert answer.exit_code == 2 if errors else answer.exit_code in {0, 3}
        assert len(answer.stderr.splitlines()) == len(errors) + bool(errors)
    else:
        assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)
