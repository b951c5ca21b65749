from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from unittest.mock import Mock

import grpc
import pytest

from sandbox.provider import retry
from sandbox.world import DEFAULT_SUBSCRIPTION, Answer, AzureError, Fault, World
from tests.sandbox.provider.door import error_of, requests

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.sandbox.provider.door import Door

GROUP = f"/subscriptions/{DEFAULT_SUBSCRIPTION}/resourceGroups/rg"
NAMESPACE = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/throttled-bus"
VERSION = "2024-03-01"
BUS_VERSION = "2026-01-01"
HERE = {"location": "westeurope"}
NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)
TRIES = {
    # What a request is answered with, and how often the provider sends it.
    Fault(status=400, times=9): 1,
    Fault(status=403, times=9): 1,
    Fault(status=404, times=9): 1,
    Fault(status=408, times=9): 4,
    Fault(status=409, times=9): 1,
    Fault(status=409, times=9, code="AnotherOperationInProgress"): 4,
    Fault(status=412, times=9): 1,
    Fault(status=429, times=9): 4,
    Fault(status=500, times=9): 4,
    Fault(status=501, times=9): 1,
    Fault(status=502, times=9): 4,
    Fault(status=503, times=9): 4,
    Fault(status=504, times=9): 4,
}


@pytest.fixture
def still(tmp_path: Path) -> Iterator[World]:
    """A world whose time only moves when somebody moves it."""
    world = World(tmp_path, clock=lambda: NOON, wait=lambda _: None)
    yield world
    world.close()


def _make_namespace(world: World) -> None:
    """A Standard namespace in a group."""
    world.call("PUT", GROUP, VERSION, HERE)
    world.call("PUT", NAMESPACE, BUS_VERSION, HERE)


@pytest.mark.parametrize("fault", TRIES, ids=lambda fault: f"{fault.status}{fault.code}")
def test_a_request_is_repeated_three_times_while_it_may_go_better_later(
    still: World, fault: Fault, tmp_path: Path
) -> None:
    still.faults.add(fault)
    with pytest.raises(AzureError) as last:
        retry.call(still, "PUT", GROUP, VERSION, HERE)

    assert [each["status"] for each in requests(tmp_path)] == [fault.status] * TRIES[fault]
    assert last.value.status == fault.status


@pytest.mark.parametrize(("failures", "seconds"), [(0, 0), (1, 20), (2, 80), (3, 200)])
def test_waiting_moves_the_world_s_time_on(still: World, failures: int, seconds: int) -> None:
    if failures:
        still.faults.add(Fault(status=503, times=failures))

    assert retry.call(still, "PUT", GROUP, VERSION, HERE).status == 201
    assert still.now - NOON == timedelta(seconds=seconds)


@pytest.mark.parametrize(("advised", "waited"), [(2.0, 2), (120.0, 120)])
def test_an_answer_s_advice_goes_before_the_provider_s_own_delay(
    still: World, advised: float, waited: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = AzureError(status=429, code="Busy", message="Wait.", rule="test", retry_after=advised)
    monkeypatch.setattr(still, "call", Mock(side_effect=[busy, Answer(200, {})]))

    assert retry.call(still, "GET", GROUP, VERSION).status == 200
    assert still.now - NOON == timedelta(seconds=waited)


def test_advice_to_wait_longer_than_two_minutes_is_not_taken(still: World, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = AzureError(status=429, code="Busy", message="Wait.", rule="test", retry_after=121)
    call = Mock(side_effect=busy)
    monkeypatch.setattr(still, "call", call)
    with pytest.raises(AzureError):
        retry.call(still, "GET", GROUP, VERSION)

    assert call.call_count == 1
    assert still.now == NOON


def test_requests_that_wait_at_once_wait_side_by_side(still: World) -> None:
    start = still.now
    for _ in range(8):
        still.advance_to(start + timedelta(seconds=20))

    assert still.now == NOON + timedelta(seconds=20)


def test_after_the_last_repetition_the_error_reads_as_the_provider_prints_it(
    door: Door, world: World, where: dict[str, str]
) -> None:
    world.faults.add(Fault(methods=("PUT",), times=4, status=500))
    with pytest.raises(grpc.RpcError) as refused:
        door.create("servicebus:Queue", "orders", **where)

    assert error_of(refused.value) == (
        'Status=500 Code="InternalServerError" Message="The server encountered an internal error. Please retry the '
        'request."'
    )


def test_an_answer_lost_once_is_not_noticed_because_the_put_is_repeated(
    door: Door, world: World, where: dict[str, str], tmp_path: Path
) -> None:
    world.faults.add(Fault(methods=("PUT",), status=504, loses_answer=True))

    queue = door.create("servicebus:Queue", "orders", **where)

    assert queue.outputs["lockDuration"] == "PT1M"
    assert [each["status"] for each in requests(tmp_path) if each["id"] == queue.id] == [404, 504, 200, 200]


def test_a_creation_whose_answers_are_all_lost_is_in_azure_and_cannot_be_repeated(
    door: Door, world: World, where: dict[str, str]
) -> None:
    world.faults.add(Fault(methods=("PUT",), status=504, times=4, loses_answer=True))
    errors = []
    for _ in range(2):
        with pytest.raises(grpc.RpcError) as refused:
            door.create("servicebus:Queue", "orders", **where)
        errors.append(error_of(refused.value))

    assert errors[0].startswith('Status=504 Code="GatewayTimeout" Message="The gateway did not receive a response')
    assert errors[1].startswith("cannot create already existing resource '")


def test_what_is_in_the_way_for_a_while_is_waited_for(still: World, tmp_path: Path) -> None:
    _make_namespace(still)
    still.faults.add(Fault(methods=("PUT",), delay=30))
    still.call("PUT", NAMESPACE, BUS_VERSION, HERE)

    retry.call(still, "PUT", NAMESPACE, BUS_VERSION, HERE)

    assert [each["status"] for each in requests(tmp_path)][-3:] == [429, 429, 200]
    assert still.now - NOON == timedelta(seconds=80)


def test_a_namespace_s_credits_come_back_while_the_provider_waits(still: World) -> None:
    _make_namespace(still)

    statuses = {retry.call(still, "GET", NAMESPACE, BUS_VERSION).status for _ in range(250)}

    assert statuses == {200}
    assert still.now - NOON == timedelta(seconds=4)
