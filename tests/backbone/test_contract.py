"""What docs/contract.md says, by the vectors that the function is tested with as well."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backbone import mappings, routes
from backbone.addresses import Address
from tests.backbone.stack import LOCATION, errors, unchecked
from tests.deployment import ROOT

VECTORS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in ROOT.glob("tests/contract/*.json")}
DEFAULT_ALIAS = "main"


def test_every_file_of_vectors_is_named_in_the_document() -> None:
    text = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
    assert VECTORS
    assert [name for name in VECTORS if f"tests/contract/{name}.json" not in text] == []


@pytest.mark.parametrize("vector", VECTORS["addresses"], ids=lambda vector: vector["text"] or "empty")
def test_an_address_names_its_namespace_in_a_setting_and_need_not_for_a_sender(vector: dict[str, Any]) -> None:
    text, sender = vector["text"], vector["sender"]
    if vector["settings"]:
        assert Address.parse(text).folded() == Address(**sender)
        return
    with pytest.raises(ValueError, match="is no address"):
        Address.parse(text)
    if sender is not None:
        assert Address.parse(f"{text}@{DEFAULT_ALIAS}") == Address(**sender)


@pytest.mark.parametrize("vector", VECTORS["mapping-ids"], ids=lambda vector: vector["id"] or "empty")
def test_a_mapping_is_the_secret_of_its_id(vector: dict[str, Any]) -> None:
    mapping_id, secret = vector["id"], vector["secret"]
    if mapping_id != mappings.DEFAULT_ID:
        said = errors({**LOCATION, "backbone:mappings": {mapping_id: "disabled"}})
        refused = any("a QueueMappingId of 1 to 100 letters, digits and hyphens" in each for each in said)
        assert refused == (secret is None)
    assert secret in {None, mappings.secret_name(mapping_id)}


@pytest.mark.parametrize("vector", VECTORS["mappings"], ids=lambda vector: vector["queue"] or "withdrawn")
def test_a_mapping_says_where_its_queue_is_or_that_it_is_withdrawn(vector: dict[str, Any]) -> None:
    enabled = vector["queue"] is not None
    value = mappings.value(vector["host"], vector["queue"]) if enabled else mappings.disabled_value()
    assert (json.loads(value), enabled) == (vector["value"], vector["enabled"])


@pytest.mark.parametrize("vector", VECTORS["routes"], ids=lambda vector: " ".join(vector["hosts"]) or "none")
def test_the_routes_say_where_each_message_type_goes(vector: dict[str, Any]) -> None:
    declared = routes.declared(unchecked(vector["config"]))
    assert json.loads(routes.value(declared, vector["hosts"])) == vector["value"]
    assert {route.target.address.alias for route in declared} == set(vector["hosts"]), "no other host is needed"
