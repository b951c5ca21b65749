from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.sandbox.sequences.guarded import forbids, misfits
from tests.sandbox.sequences.held import held
from tests.sandbox.world.connection_cases import state
from tests.sandbox.world.lock_cases import lock
from tests.sandbox.world.pair_cases import AT_FOLLOWER
from tests.sandbox.world.recovery_cases import ALIAS, FOLLOWER, PAIRED
from tests.sandbox.world.scenery import GROUP, PREMIUM, STANDARD, Scenery, properties, queue
from tests.sandbox.world.subnet_cases import ENDPOINT, WITH_SUBNETS, endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def azure(tmp_path: Path) -> Iterator[Scenery]:
    scenery = Scenery(tmp_path)
    with closing(scenery.world):
        scenery.furnish()
        yield scenery


def test_a_world_that_is_right_has_no_misfits_and_one_that_is_not_has(azure: Scenery) -> None:
    for call in (*PAIRED, *WITH_SUBNETS):
        azure.put(call.id, call.body)
    azure.put(queue("inbox", PREMIUM))
    azure.put(ENDPOINT.replace("store", "follower"), endpoint(FOLLOWER, "namespace"))
    resources = azure.world.resources()
    assert misfits(held(resources)) == []

    without_copy = [each for each in resources if each["id"] != queue("inbox", FOLLOWER)]
    assert misfits(held(without_copy)) == [f"{ALIAS}: the secondary has other entities"]
    one_sided = [each for each in resources if each["id"] != AT_FOLLOWER]
    assert misfits(held(one_sided)) == [f"{ALIAS}: it is not seen at the other end"]
    for each in resources:
        if each["type"].endswith("rivateEndpointConnections"):
            each["body"] |= {"properties": each["body"]["properties"] | state("Rejected")["properties"]}
    assert [wrong.rpartition(": ")[2] for wrong in misfits(held(resources))] == ["its endpoint has another status"]


def test_a_lock_forbids_above_and_below_what_it_says(azure: Scenery) -> None:
    inbox = queue("inbox")
    azure.put(lock(inbox), properties(level="CanNotDelete"))
    azure.put(lock(PREMIUM), properties(level="ReadOnly"))
    world = held(azure.world.resources())

    assert forbids(world, "DELETE", STANDARD) == [lock(inbox)]
    assert forbids(world, "DELETE", inbox) == [lock(inbox)]
    assert set(forbids(world, "DELETE", GROUP)) == {lock(inbox), lock(PREMIUM)}
    assert forbids(world, "PUT", queue("orders", PREMIUM)) == [lock(PREMIUM)]
    assert forbids(world, "PUT", inbox) == []
    assert forbids(world, "PUT", f"{PREMIUM}-2") == []
    assert forbids(world, "DELETE", lock(inbox)) == []
