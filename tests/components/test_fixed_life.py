"""A stack of the time when it did not say what cannot be changed: saying it now replaces nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.components.stacks import LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

FIXED = ("requiresSession", "isClientAffine", "enablePartitioning", "requiresDuplicateDetection")


def _stack(**subscription: Any) -> dict[str, Any]:
    namespace = {"topics": {"orders": {"subscriptions": {"shipments": subscription}}}}
    return {**LOCATION, "backbone:protect": True, "backbone:namespace": namespace}


def _forget(stack: Deployment) -> None:
    """Take out of the state what the program did not say then, because it was Azure's default."""
    exported = json.loads(stack.succeed("stack", "export"))
    for resource in exported["deployment"]["resources"]:
        if resource["type"].startswith("azure-native:servicebus:"):
            for name in FIXED:
                if resource["inputs"].get(name) is False:
                    del resource["inputs"][name]
    file = stack.root / "state.json"
    file.write_text(json.dumps(exported), encoding="utf-8")
    stack.succeed("stack", "import", "--file", str(file))


def test_a_protected_stack_of_before_goes_on_without_a_replacement(
    deploy: Callable[[Mapping[str, Any]], Deployment],
) -> None:
    stack = deploy(_stack())
    stack.up()
    _forget(stack)
    assert "replaced" not in stack.up()
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
    stack.configure(_stack(requiresSession=True))
    assert "unable to replace resource" in stack.fail("preview")
