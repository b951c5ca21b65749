"""How much configuration the engine can hand over, and who says so before it is too much."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from backbone import handover, limits
from backbone.__main__ import main
from backbone.settings import files
from tests.backbone.stack import LOCATION
from tests.deployment import deployment
from tests.test_config_vectors import ECHO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SAYS_SO = (
    "pulumi up cannot start the program on Linux (argument list too long): the configuration takes 131,073 bytes, and "
    "the engine hands it over in one environment variable of at most 131,072. Move scale units or topics to a stack of "
    "their own."
)


def _config(folder: Path, size: int) -> Mapping[str, Any]:
    """A configuration that takes so many bytes when the engine hands it over."""
    config = {**LOCATION, "backbone:tags": {"owner": "<&>", "wide": ""}}
    return config | {"backbone:tags": {"owner": "<&>", "wide": "x" * _missing(config, folder, size)}}


@pytest.mark.skipif(sys.platform != "linux", reason="the bound is Linux's")
def test_the_engine_starts_a_program_with_as_much_configuration_as_we_say_and_no_more(tmp_path: Path) -> None:
    with deployment(tmp_path, _config(tmp_path, limits.ENVIRONMENT_VARIABLE_BYTES), program=ECHO) as stack:
        stack.succeed("preview")
        stack.configure(_config(tmp_path, limits.ENVIRONMENT_VARIABLE_BYTES + 1))
        assert "argument list too long" in stack.fail("preview")


def _subscriptions(folder: Path, size: int) -> Mapping[str, Any]:
    """A right stack file that takes so many bytes, most of them for subscriptions."""
    subscriptions = {f"s{number:03}": {"userMetadata": "x" * 900} for number in range(135)}
    config = {**LOCATION, "backbone:namespace": {"topics": {"orders": {"subscriptions": subscriptions}}}}
    missing = _missing(config, folder, size)
    for its in subscriptions.values():
        more = min(missing, 100)
        its["userMetadata"] += "x" * more
        missing -= more
    return config


def _missing(config: Mapping[str, Any], folder: Path, size: int) -> int:
    """How many bytes a configuration is short of a size."""
    text = json.dumps({"config": config})
    return size - handover.size(files.parse(text, folder / "Pulumi.test.yaml"))


def test_what_the_engine_cannot_hand_over_is_warned_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for size, warnings in ((limits.ENVIRONMENT_VARIABLE_BYTES, []), (limits.ENVIRONMENT_VARIABLE_BYTES + 1, [SAYS_SO])):
        text = json.dumps({"config": _subscriptions(tmp_path, size)})
        (tmp_path / "Pulumi.test.yaml").write_text(text, encoding="utf-8")
        plan = json.loads(CliRunner().invoke(main, ["plan", "--stack", "test", "--format", "json"]).stdout)
        assert [each["message"] for each in plan["warnings"]] == warnings
        checked = CliRunner().invoke(main, ["check", "--stack", "test"]).stdout
        assert (SAYS_SO in checked) is bool(warnings)
