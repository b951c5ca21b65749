from __future__ import annotations

import pytest

from sandbox.world import AzureError, Fault
from tests.sandbox.world.scenery import BASIC, GROUP, PARTITIONED, PREMIUM, STANDARD, TOPIC, Scenery, queue
from tests.sandbox.world.traffic_cases import CALLS_PER_SECOND

LIMITED = {BASIC: True, STANDARD: True, PREMIUM: False, PARTITIONED: False}


def _refused(azure: Scenery, id: str, number: int) -> int:
    """How many of that many calls are throttled."""
    return sum(_is_throttled(azure, id) for _ in range(number))


def _is_throttled(azure: Scenery, id: str) -> bool:
    try:
        azure.get(id)
    except AzureError as error:
        return (error.status, error.retry_after) == (429, 2.0)
    return False


@pytest.mark.parametrize("namespace", LIMITED, ids=lambda each: each.rpartition("/")[2])
def test_a_namespace_without_capacity_of_its_own_answers_a_hundred_calls_a_second(
    azure: Scenery, namespace: str
) -> None:
    azure.clock.pass_by(seconds=1)

    assert _refused(azure, namespace, CALLS_PER_SECOND + 3) == (3 if LIMITED[namespace] else 0)


def test_the_next_second_brings_new_credits(azure: Scenery) -> None:
    azure.clock.pass_by(seconds=1)
    assert _refused(azure, queue("inbox"), CALLS_PER_SECOND + 1) == 1
    azure.clock.pass_by(seconds=1)

    assert _refused(azure, queue("inbox"), CALLS_PER_SECOND) == 0


def test_what_lies_in_one_namespace_shares_its_credits_and_the_others_have_their_own(azure: Scenery) -> None:
    azure.clock.pass_by(seconds=1)

    assert _refused(azure, TOPIC, 60) == 0
    assert _refused(azure, queue("inbox"), 60) == 20
    assert _refused(azure, BASIC, 10) == 0
    assert _refused(azure, GROUP, 10) == 0


def test_a_written_namespace_is_in_the_way_of_everything_in_it_but_not_of_other_namespaces(azure: Scenery) -> None:
    azure.world.faults.add(Fault(methods=("PUT",), delay=30))
    azure.put(STANDARD, {"location": "westeurope"})

    with pytest.raises(AzureError, match="SubCode=40901"):
        azure.put(queue("new"))
    assert azure.put(queue("new", PREMIUM))["name"] == "new"


def test_a_delayed_deletion_is_in_the_way_of_the_next_creation(azure: Scenery) -> None:
    azure.world.faults.add(Fault(methods=("DELETE",), delay=30))
    azure.call("DELETE", queue("inbox"))

    with pytest.raises(AzureError, match="SubCode=40901"):
        azure.put(queue("inbox"))
    azure.clock.pass_by(seconds=30)
    assert azure.put(queue("inbox"))["name"] == "inbox"
