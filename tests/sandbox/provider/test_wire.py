import math

import pytest
from google.protobuf.struct_pb2 import Struct

from sandbox.provider.wire import from_struct, to_struct


@pytest.mark.parametrize(
    "properties",
    [
        {},
        {"text": "a", "yes": True, "no": False, "count": 3, "share": 0.5},
        {"nested": {"deep": {"list": [1, "two", {"three": 3}, []]}}, "empty": {}},
    ],
)
def test_properties_come_back_as_they_went(properties: dict[str, object]) -> None:
    assert from_struct(to_struct(properties)) == properties


def test_whole_numbers_become_integers_and_booleans_stay_booleans() -> None:
    found = from_struct(to_struct({"count": 3.0, "flag": True}))

    assert [type(found["count"]), type(found["flag"])] == [int, bool]


def test_infinity_stays_a_number() -> None:
    assert from_struct(to_struct({"limit": math.inf})) == {"limit": math.inf}


def test_nulls_are_left_out_in_both_directions() -> None:
    struct = Struct()
    struct.update({"kept": 1, "gone": None, "nested": {"gone": None}})

    assert from_struct(struct) == {"kept": 1, "nested": {}}
    assert list(to_struct({"kept": 1, "gone": None}).fields) == ["kept"]


def test_properties_are_sorted_so_that_request_bodies_are_the_same_every_time() -> None:
    assert list(from_struct(to_struct({"b": 1, "a": 1, "c": 1}))) == ["a", "b", "c"]


def test_a_value_that_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="A property cannot hold a set"):
        to_struct({"odd": {1, 2}})
