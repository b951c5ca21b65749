"""A wrong stack file never reaches Azure, whichever way it comes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.components.stacks import LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

WRONG = {
    "backbone:workload": "Tracking",
    "backbone:protet": True,
    "backbone:namespace": {"alias": "default", "sku": "Gold", "queues": {"inbox": {"lockDuration": "PT10M"}}},
}
FINDINGS = (
    "azure-native:location",
    "backbone:workload",
    "backbone:protet",
    "backbone:namespace.alias",
    "backbone:namespace.sku",
    "backbone:namespace.queues.inbox.lockDuration",
)


def test_a_preview_reports_every_finding_and_asks_azure_for_nothing(
    deploy: Callable[[Mapping[str, Any]], Deployment],
) -> None:
    stack = deploy(WRONG)
    answer = stack.fail("preview")
    missing = [path for path in FINDINGS if path not in answer]
    assert not missing, answer
    assert "Traceback" not in answer
    assert stack.requests() == []


def test_a_wrong_up_declares_nothing(deploy: Callable[[Mapping[str, Any]], Deployment]) -> None:
    stack = deploy({**LOCATION, "backbone:workload": "Tracking"})
    stack.fail("up", "--yes", "--skip-preview")
    assert [resource["type"] for resource in stack.state()] in ([], ["pulumi:pulumi:Stack"])
    assert stack.requests() == []


def test_the_command_reports_the_same_findings_and_exits_with_2(
    deploy: Callable[[Mapping[str, Any]], Deployment],
) -> None:
    stack = deploy(WRONG)
    answer = subprocess.run(
        [sys.executable, "-m", "backbone", "check", "--stack", "test"],
        cwd=stack.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 2
    assert [path for path in FINDINGS if path not in answer.stderr] == []


def test_a_setting_that_is_not_deployed_yet_is_refused_rather_than_ignored(
    deploy: Callable[[Mapping[str, Any]], Deployment],
) -> None:
    stack = deploy({**LOCATION, "backbone:pairedNamespace": {"location": "northeurope"}})
    answer = stack.fail("preview")
    assert "backbone:pairedNamespace" in answer
    assert "not supported yet" in answer
    assert stack.requests() == []
