"""The README's way to try a mapping to somebody else's queue, as it is pasted."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from backbone.__main__ import main
from sandbox.world import DEFAULT_SUBSCRIPTION as SUBSCRIPTION
from tests.components.stacks import DEV
from tests.deployment import ROOT, STACK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

(BLOCK,) = (
    block
    for block in re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    if "their-bus" in block
)


def _after(words: list[str], first: str, last: str) -> list[str]:
    """The words of a command of the block, from one word to before another."""
    rest = words[words.index(first) :]
    return rest[: rest.index(last)] if last in rest else rest


@pytest.mark.skipif(shutil.which("curl") is None, reason="the README's example uses curl")
def test_a_queue_is_made_by_somebody_else_mapped_and_listed(deploy: Callable[[Mapping[str, Any]], Deployment]) -> None:
    stack = deploy(DEV)
    words = shlex.split(BLOCK.replace("\\\n", " ").replace("--stack dev", f"--stack {STACK}"))
    made = stack.engine.execute(_after(words, "sh", ".venv/bin/backbone"), {"ARM_SUBSCRIPTION_ID": SUBSCRIPTION})
    assert made == 0
    added = _run(stack, _after(words, ".venv/bin/backbone", "make"))
    assert added.startswith(f"Pulumi.{STACK}.yaml: tooling31 leads to /subscriptions/{SUBSCRIPTION}/")
    stack.up()
    listed = _run(stack, _after(words, "backbone", "")).splitlines()
    assert listed[-1].split() == ["tooling31", "orders@their-bus", "enabled", "orders@their-bus"]


def _run(stack: Deployment, command: list[str]) -> str:
    environment = stack.engine.environment(os.environ)
    answer = CliRunner().invoke(main, [*command[1:], "--cwd", str(stack.root)], env=environment)
    assert answer.exit_code == 0, answer.output
    return answer.stdout
