"""States that an older SDK wrote, whose types carry their API version in their names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.deployment import ROOT, deployment

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = {"azure-native:location": "westeurope", "queues:count": 1}


def test_a_state_with_versioned_types_is_refreshed_taken_over_and_destroyed(tmp_path: Path) -> None:
    with deployment(tmp_path, CONFIG, program=ROOT / "tests" / "programs" / "queues") as stack:
        stack.up()
        state = stack.succeed("stack", "export")
        old = state.replace("azure-native:servicebus:", "azure-native:servicebus/v20220101preview:")
        file = tmp_path / "old.json"
        file.write_text(old, encoding="utf-8")
        stack.succeed("stack", "import", "--file", str(file))

        stack.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes")
        stack.succeed("preview", "--expect-no-changes")
        versioned = [each["id"] for each in stack.state() if "/v20220101preview:" in each["type"]]
        assert len(versioned) == 2
        stack.succeed("destroy", "--yes", "--skip-preview")
        assert stack.world.resources() == []


def test_a_program_renames_versioned_types_without_touching_azure(tmp_path: Path) -> None:
    with deployment(tmp_path, CONFIG, program=ROOT / "tests" / "programs" / "queues") as stack:
        stack.up()
        state = stack.succeed("stack", "export")
        file = tmp_path / "old.json"
        file.write_text(state.replace("azure-native:servicebus:", "azure-native:servicebus/v20210601preview:"))
        stack.succeed("stack", "import", "--file", str(file))
        writes = len([each for each in stack.requests() if each["method"] != "GET"])

        stack.up()

        assert json.dumps(stack.state()).count("v20210601preview") == 0
        assert len([each for each in stack.requests() if each["method"] != "GET"]) == writes
