from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.world import DEFAULT_SUBSCRIPTION, AzureError, Fault, FaultError, World
from tests.sandbox.world.scenery import BUS_VERSION, GROUP, STANDARD, Scenery, properties, queue

if TYPE_CHECKING:
    from pathlib import Path

PROCESSES = multiprocessing.get_context("spawn")
QUEUES = "Microsoft.ServiceBus/namespaces/queues"
INBOX = queue("inbox")


def _status(azure: Scenery, method: str, id: str) -> int:
    """The status of a call, refused or not."""
    try:
        return azure.call(method, id, {} if method in {"PUT", "POST"} else None).status
    except AzureError as error:
        return error.status


def _count_struck(home: Path, number: int) -> int:
    """Call that often from this process; returns how many of the calls a fault struck."""
    with closing(World(home)) as world:
        return sum(_is_struck(world) for _ in range(number))


def _is_struck(world: World) -> bool:
    try:
        world.call("GET", GROUP, "2024-03-01")
    except AzureError:
        return True
    return False


STRUCK: dict[str, tuple[dict[str, Any], bool, bool, bool]] = {
    # What the fault is for, then whether it strikes: PUT of the inbox, GET of the inbox, GET of the namespace.
    "all calls": ({}, True, True, True),
    "a method": ({"methods": ("PUT", "DELETE")}, True, False, False),
    "a type": ({"type": QUEUES.upper()}, True, True, False),
    "an id": ({"id": INBOX.upper()}, True, True, False),
    "another id": ({"id": queue("outbox")}, False, False, False),
    "a method and a type": ({"methods": ("GET",), "type": QUEUES}, False, True, False),
    "a type and another's id": ({"type": QUEUES, "id": STANDARD}, False, False, False),
}


@pytest.mark.parametrize("what", STRUCK)
def test_a_fault_strikes_the_calls_that_it_is_for(azure: Scenery, what: str) -> None:
    wanted, *expected = STRUCK[what]
    azure.world.faults.add(Fault(status=503, times=9, **wanted))
    calls = (("PUT", INBOX), ("GET", INBOX), ("GET", STANDARD))

    assert [_status(azure, *call) == 503 for call in calls] == expected


def test_a_resource_group_s_type_may_be_written_as_people_write_it(azure: Scenery) -> None:
    azure.world.faults.add(Fault(status=500, type="Microsoft.Resources/resourceGroups"))

    assert [_status(azure, "GET", each) for each in (STANDARD, GROUP, GROUP)] == [200, 500, 200]


def test_a_fault_is_used_up_by_as_many_calls_as_it_says_and_the_oldest_goes_first(azure: Scenery) -> None:
    azure.world.faults.add(Fault(status=500, times=2))
    azure.world.faults.add(Fault(status=503, methods=("GET",)))

    assert [_status(azure, "GET", INBOX) for _ in range(4)] == [500, 500, 503, 200]
    assert azure.world.faults.planned() == ()


def test_what_is_left_of_the_faults_is_listed_and_cleared(azure: Scenery) -> None:
    azure.world.faults.add(Fault(status=500, times=3, id=INBOX))
    _status(azure, "GET", INBOX)

    assert azure.world.faults.planned() == (Fault(status=500, times=2, id=INBOX),)
    assert [azure.world.faults.clear(), azure.world.faults.clear()] == [1, 0]
    assert _status(azure, "GET", INBOX) == 200


SAID = {
    429: (
        "SubscriptionRequestsThrottled",
        f"Number of 'write' requests for subscription '{DEFAULT_SUBSCRIPTION}' exceeded. Please try again later.",
    ),
    500: ("InternalServerError", "The server encountered an internal error. Please retry the request."),
    502: ("BadGateway", "Bad Gateway."),
    504: (
        "GatewayTimeout",
        "The gateway did not receive a response from 'Microsoft.ServiceBus' within the specified time period.",
    ),
    599: ("Error", "Error."),
}


@pytest.mark.parametrize("status", SAID)
def test_a_fault_says_what_azure_says_with_its_status_unless_told_otherwise(azure: Scenery, status: int) -> None:
    azure.world.faults.add(Fault(status=status))
    azure.world.faults.add(Fault(status=status, code="Mine", message="Said {so}."))
    answers = []
    for _ in range(2):
        with pytest.raises(AzureError) as caught:
            azure.put(INBOX)
        answers.append((caught.value.status, caught.value.code, caught.value.message))

    assert answers == [(status, *SAID[status]), (status, "Mine", "Said {so}.")]


def test_a_struck_call_does_nothing_and_stands_in_the_log(azure: Scenery) -> None:
    before = azure.state()
    azure.world.faults.add(Fault(status=500))
    with pytest.raises(AzureError):
        azure.put(queue("new"))

    assert azure.state() == before
    assert azure.log()[-1]["id"] == queue("new")
    assert azure.log()[-1]["status"] == 500
    assert azure.log()[-1]["error"]["code"] == "InternalServerError"


def test_a_call_whose_answer_is_lost_is_carried_out_and_logged_as_failed(azure: Scenery) -> None:
    lines = len(azure.log())
    azure.world.faults.add(Fault(status=504, loses_answer=True))
    with pytest.raises(AzureError, match="GatewayTimeout"):
        azure.put(queue("new"))

    assert [line["status"] for line in azure.log()[lines:]] == [504]
    assert azure.get(queue("new"))["name"] == "new"


def test_a_lost_refusal_is_lost_too(azure: Scenery) -> None:
    azure.world.faults.add(Fault(status=504, loses_answer=True))
    with pytest.raises(AzureError, match="GatewayTimeout"):
        azure.put(queue("new"), properties(maxDeliveryCount=0))

    assert _status(azure, "GET", queue("new")) == 404


def test_a_delay_passes_before_the_answer_and_before_an_error(azure: Scenery) -> None:
    azure.world.faults.add(Fault(delay=1.5))
    azure.world.faults.add(Fault(delay=2.5, status=500))

    assert [_status(azure, "GET", INBOX) for _ in range(3)] == [200, 500, 200]
    assert azure.waited == [1.5, 2.5]


def test_while_a_delayed_write_goes_on_others_read_and_write_elsewhere(azure: Scenery, tmp_path: Path) -> None:
    seen: list[int] = []

    def meanwhile(_seconds: float) -> None:
        calls = (("GET", INBOX), ("PUT", INBOX), ("PUT", queue("q")))
        seen.extend(_status(azure, *call) for call in calls)

    azure.world.close()
    azure.world = World(tmp_path, clock=azure.clock, wait=meanwhile)
    azure.world.faults.add(Fault(methods=("PUT",), id=INBOX, delay=30))

    assert _status(azure, "PUT", INBOX) == 200
    assert seen == [200, 429, 200]


def test_a_delayed_write_is_done_when_its_time_is_over_whatever_became_of_its_caller(azure: Scenery) -> None:
    azure.world.faults.add(Fault(methods=("PUT",), delay=30))
    azure.put(INBOX)
    azure.clock.pass_by(seconds=29)
    during = _status(azure, "PUT", INBOX)
    azure.clock.pass_by(seconds=1)

    assert (during, _status(azure, "PUT", INBOX)) == (429, 200)


def test_another_process_sees_what_is_planned_and_what_goes_on(azure: Scenery, tmp_path: Path) -> None:
    with closing(World(tmp_path, clock=azure.clock)) as other:
        other.faults.add(Fault(methods=("PUT",), id=INBOX, delay=30))
        azure.put(INBOX)
        with pytest.raises(AzureError, match="SubCode=40901"):
            other.call("PUT", INBOX, BUS_VERSION, {})


def test_no_fault_is_counted_twice_by_threads_and_processes(azure: Scenery) -> None:
    azure.world.faults.add(Fault(status=500, times=25))
    with PROCESSES.Pool(2) as processes, ThreadPoolExecutor(8) as threads:
        elsewhere = processes.starmap_async(_count_struck, [(azure.home, 20)] * 2)
        here = sum(threads.map(lambda _: _is_struck(azure.world), range(20)))
        struck = here + sum(elsewhere.get(timeout=60))

    assert struck == 25
    assert azure.world.faults.planned() == ()


WRONG: dict[str, dict[str, Any]] = {
    "there is no method 'PUSH'": {"status": 500, "methods": ("PUSH",)},
    "'queues' is not a simulated type": {"status": 500, "type": "queues"},
    "an id begins with /subscriptions/; found 'inbox'": {"status": 500, "id": "inbox"},
    "a fault strikes at least once; found 0 times": {"status": 500, "times": 0},
    "a delay is a number of seconds from 0; found -1": {"delay": -1},
    "an error has an HTTP status from 400 to 599; found 399": {"status": 399},
    "an error has an HTTP status from 400 to 599; found 600": {"status": 600},
    "a fault without a status is a delay of more than 0 seconds": {},
    "give one of them": {"delay": 1, "loses_answer": True},
}


@pytest.mark.parametrize("text", WRONG)
def test_a_fault_that_means_nothing_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(FaultError, match=text):
        Fault(**WRONG[text])
