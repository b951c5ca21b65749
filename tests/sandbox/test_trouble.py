"""What the real engine makes of drift, faults, throttling and locks."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.world import DEFAULT_SUBSCRIPTION, Fault, World
from tests.deployment import ROOT, deployment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.deployment import Deployment

DRIFTING = ROOT / "tests" / "programs" / "drifting"
QUEUES = ROOT / "tests" / "programs" / "queues"
LOCATION = {"azure-native:location": "westeurope"}
GROUP = f"/subscriptions/{DEFAULT_SUBSCRIPTION}/resourceGroups/drifting"
NAMESPACE = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/drifting-namespace"
INBOX = f"{NAMESPACE}/queues/inbox"
OUTBOX = f"{NAMESPACE}/queues/outbox"
SENDER = f"{OUTBOX}/providers/Microsoft.Authorization/roleAssignments/22222222-2222-2222-2222-222222222222"
QUEUE_TYPE = "Microsoft.ServiceBus/namespaces/queues"
TIMES = frozenset({"createdAt", "updatedAt", "createdOn", "updatedOn"})


@pytest.fixture
def drifting(tmp_path: Path) -> Iterator[Callable[[], Deployment]]:
    """Open stacks of the small program, each in a folder and a simulated Azure of its own."""
    with ExitStack() as opened:

        def open_next() -> Deployment:
            number = len(list(tmp_path.iterdir()))
            (root := tmp_path / str(number)).mkdir()
            return opened.enter_context(deployment(root, LOCATION, program=DRIFTING))

        yield open_next


def _held(stack: Deployment) -> list[dict[str, Any]]:
    """What the simulated Azure holds, without when it was made."""
    return [_timeless(resource) for resource in stack.world.resources()]


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _timeless(each) for name, each in value.items() if name not in TIMES}
    return [_timeless(each) for each in value] if isinstance(value, list) else value


def test_drift_is_found_and_repaired_and_a_lock_keeps_what_it_holds(drifting: Callable[[], Deployment]) -> None:
    stack = drifting()
    stack.up()
    wanted = _held(stack)
    stack.world.drift.set(OUTBOX, {"properties.lockDuration": "PT2M"})
    stack.world.drift.delete(SENDER)
    stack.world.drift.delete(INBOX)

    found = stack.succeed("preview", "--refresh", "--diff")
    repaired = stack.succeed("up", "--yes", "--refresh", "--skip-preview")

    assert '"PT2M" => "PT1M"' in found
    assert "2 created" in repaired
    assert "1 updated" in repaired
    assert _held(stack) == wanted

    stack.world.drift.lock(NAMESPACE)
    refused = stack.fail("destroy", "--yes", "--skip-preview")
    assert f"cannot perform delete operation because following scope(s) are locked: '{NAMESPACE}'" in refused
    assert 'Status=409 Code="ScopeLocked"' in refused
    stack.world.drift.unlock(NAMESPACE)
    stack.succeed("destroy", "--yes", "--skip-preview")
    assert stack.world.resources() == []


def test_an_up_that_failed_half_way_is_completed_by_the_next_and_equals_an_undisturbed_one(
    drifting: Callable[[], Deployment],
) -> None:
    undisturbed, stack = drifting(), drifting()
    undisturbed.up()
    stack.world.faults.add(Fault(methods=("PUT",), type=QUEUE_TYPE, status=500, times=4))

    failed = stack.fail("up", "--yes", "--skip-preview")
    assert 'Status=500 Code="InternalServerError" Message="The server encountered an internal error' in failed
    assert len(_held(stack)) < len(_held(undisturbed))
    assert stack.world.faults.planned() == ()

    stack.up()
    assert _held(stack) == _held(undisturbed)


def test_a_creation_whose_answer_was_lost_has_to_be_imported_before_the_next_up(
    drifting: Callable[[], Deployment],
) -> None:
    stack = drifting()
    stack.world.faults.add(Fault(methods=("PUT",), id=OUTBOX, times=4, status=504, loses_answer=True))

    assert 'Status=504 Code="GatewayTimeout"' in stack.fail("up", "--yes", "--skip-preview")
    again = stack.fail("up", "--yes", "--skip-preview")
    assert f"cannot create already existing resource '{OUTBOX}'" in again

    stack.succeed(
        "import", "azure-native:servicebus:Queue", "outbox", OUTBOX, "--yes", "--protect=false", "--generate-code=false"
    )
    stack.up()
    stack.succeed("preview", "--refresh", "--expect-no-changes")


def test_a_throttled_deployment_goes_through(tmp_path: Path) -> None:
    noon = datetime(2026, 8, 1, 12, tzinfo=UTC)
    config = {**LOCATION, "queues:count": 40}
    with deployment(tmp_path, config, program=QUEUES, world_of=lambda home: World(home, clock=lambda: noon)) as stack:
        stack.up()
        statuses = [line["status"] for line in stack.requests()]

        assert 429 in statuses
        assert sum(resource["type"] == QUEUE_TYPE for resource in stack.world.resources()) == 40
        assert stack.world.now > noon
