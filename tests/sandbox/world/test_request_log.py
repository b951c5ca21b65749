from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.azure.property import Access, Kind, Property
from sandbox.world import AzureError
from sandbox.world.request_log import redact
from tests.sandbox.world.scenery import GROUP, STANDARD, properties, queue

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

ROOT = f"{STANDARD}/AuthorizationRules/RootManageSharedAccessKey"


def test_every_call_writes_one_line(empty: Scenery) -> None:
    empty.put(GROUP, {"location": "westeurope"})
    empty.get(GROUP)
    with pytest.raises(AzureError):
        empty.put(STANDARD, {})

    assert empty.log() == [
        {"method": "PUT", "id": GROUP, "apiVersion": "2024-03-01", "body": {"location": "westeurope"}, "status": 201},
        {"method": "GET", "id": GROUP, "apiVersion": "2024-03-01", "body": None, "status": 200},
        {
            "method": "PUT",
            "id": STANDARD,
            "apiVersion": "2026-01-01",
            "body": {},
            "status": 400,
            "error": {
                "code": "LocationRequired",
                "message": "The location property is required for this definition.",
            },
        },
    ]


def test_a_key_that_is_set_does_not_stand_in_the_log(azure: Scenery) -> None:
    azure.call("POST", f"{ROOT}/regenerateKeys", {"keyType": "PrimaryKey", "key": "c2VjcmV0"})

    assert azure.log()[-1]["body"] == {"keyType": "PrimaryKey", "key": "[secret]"}
    assert (azure.call("POST", f"{ROOT}/listKeys").body or {})["primaryKey"] == "c2VjcmV0"
    assert "c2VjcmV0" not in (azure.home / "requests.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("id", "body", "logged"),
    [
        (f"{GROUP}/providers/Microsoft.Secret/things/t", properties(value="s"), "[secret]"),
        (f"{STANDARD}/unknown/t", properties(value="s"), "[secret]"),
        ("nonsense", {"value": "s"}, "[secret]"),
        (queue("q"), properties(unheardOf="s"), properties(unheardOf="[secret]")),
    ],
)
def test_what_no_table_describes_is_hidden(azure: Scenery, id: str, body: dict[str, Any], logged: object) -> None:
    with pytest.raises(AzureError):
        azure.world.call("PUT", id, "2026-01-01", body)

    assert azure.log()[-1]["body"] == logged


def test_write_only_values_are_hidden_at_any_depth() -> None:
    secret = Property(kind=Kind.STRING, access=Access.WRITE_ONLY)
    inner = Property(kind=Kind.OBJECT, properties={"plain": Property(kind=Kind.STRING), "secret": secret})
    table = {
        "object": inner,
        "list": Property(kind=Kind.ARRAY, items=inner),
        "map": Property(kind=Kind.MAP, items=secret),
    }
    value = {"plain": "p", "secret": "s"}

    assert redact({"object": value, "list": [value], "map": {"k": "s"}}, table) == {
        "object": {"plain": "p", "secret": "[secret]"},
        "list": [{"plain": "p", "secret": "[secret]"}],
        "map": {"k": "[secret]"},
    }
