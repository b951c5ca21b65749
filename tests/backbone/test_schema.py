"""The JSON schema accepts what the settings accept, and refuses what is structurally wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from backbone.settings import files, schema
from backbone.settings.constraints import Choice, Length, Pattern, Range, Reserved
from backbone.settings.documents import first_document
from backbone.settings.reference import constraints
from backbone.settings.shape import Leaf
from tests.backbone.constraint_cases import CASES
from tests.backbone.stack import EVERYTHING, LOCATION, errors, merged

ROOT = Path(__file__).parent.parent.parent
VALIDATOR = jsonschema.Draft7Validator(schema.schema())


def _valid(config: dict[str, Any]) -> bool:
    return bool(VALIDATOR.is_valid({"config": config}))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema.schema())


def test_the_file_for_editors_is_the_generated_one() -> None:
    assert (ROOT / "stack.schema.json").read_text(encoding="utf-8") == schema.text(), "run: make docs"


@pytest.mark.parametrize("path", sorted(ROOT.glob("Pulumi.*.yaml")), ids=lambda path: path.name)
def test_our_own_stack_files_are_valid(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(first_document(path.read_text(encoding="utf-8")))) == []
    assert files.read(path).raw


@pytest.mark.parametrize(
    "config",
    [
        LOCATION,
        EVERYTHING,
        {"azure-native:config:location": "westeurope"},
        {**LOCATION, "workload": "tracking", "backbone:config:protect": False},
        {**LOCATION, "backbone:protect": "true", "backbone:workload": None, "backbone:tags": "", "backbone:load": None},
        {**LOCATION, "backbone:namespace": '{"sku": "Premium"}'},
        {**LOCATION, "backbone:namespace": {"sku": None, "queues": {"inbox": None}}},
        {**LOCATION, "backbone:pairedNamespace": None, "azure-native:subscriptionId": "x", "other:config:x": [1]},
        merged(EVERYTHING, {"backbone:scaleUnits": {"shipments": {"pairedNamespace": True}}}),
        merged(EVERYTHING, {"backbone:access": {"callers": "key"}}),
    ],
)
def test_a_valid_stack_file_is_valid_in_both(config: dict[str, Any]) -> None:
    assert [error.message for error in VALIDATOR.iter_errors({"config": config})] == []
    known = {key.replace("config:", "") if key.count(":") > 1 else key: value for key, value in config.items()}
    assert errors({key if ":" in key else f"backbone:{key}": value for key, value in known.items()}) == []


@pytest.mark.parametrize(
    "config",
    [
        {},
        {**LOCATION, "backbone:worklod": "tracking"},
        {**LOCATION, "worklod": "tracking"},
        {**LOCATION, "backbone:workload": ["tracking"]},
        {**LOCATION, "backbone:workload": {"secure": "v1:a:b"}},
        {**LOCATION, "backbone:tags": {"secure": "v1:a:b"}},
        {**LOCATION, "backbone:protect": "yes"},
        {**LOCATION, "backbone:tags": "owner"},
        {**LOCATION, "backbone:tags": {"cost-centre": 4711}},
        {**LOCATION, "backbone:namespace": {"sku": "Gold"}},
        {**LOCATION, "backbone:namespace": {"alias": "DEFAULT"}},
        {**LOCATION, "backbone:namespace": {"queues": {"inbox": {"lockDuraton": "PT1M"}}}},
        {**LOCATION, "backbone:namespace": {"queues": {"inbox": {"maxDeliveryCount": "20"}}}},
        {**LOCATION, "backbone:subscriptions": {"s": {"to": "orders@main"}}},
        {**LOCATION, "backbone:subscriptions": {"s": None}},
        {**LOCATION, "backbone:mappings": {"default": "disabled"}},
        {**LOCATION, "backbone:access": {"callers": "anybody"}},
        {**LOCATION, "backbone:access": {"callers": {"clientId": "x", "principals": []}}},
        {**LOCATION, "backbone:access": {"receivers": {"tracking@main": [None]}}},
    ],
)
def test_a_structurally_wrong_stack_file_is_wrong_in_both(config: dict[str, Any]) -> None:
    assert not _valid(config)
    assert errors({key if ":" in key else f"backbone:{key}": value for key, value in config.items()}) != [] or (
        "v1:a:b" in json.dumps(config)
    )


@pytest.mark.parametrize("path", sorted((ROOT / "tests/vectors/config").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shared_vector_that_the_settings_accept_is_valid(path: Path) -> None:
    root = first_document(path.read_text(encoding="utf-8"))
    assert VALIDATOR.is_valid(root) or errors(files.read(path).raw) != []


@pytest.mark.parametrize("root", [None, [], "text", {}, {"config": None}, {"config": []}])
def test_a_stack_file_has_a_configuration(root: Any) -> None:
    assert not VALIDATOR.is_valid(root)


LEAVES = {row.constraint.id: row.constraint for row in constraints() if row.constraint and isinstance(row.shape, Leaf)}
SAYABLE = [row for row in LEAVES.values() if isinstance(row, (Pattern, Length, Range, Choice, Reserved))]


@pytest.mark.parametrize("constraint", SAYABLE, ids=lambda constraint: constraint.id)
def test_a_constraint_and_its_schema_agree_at_the_bound(constraint: Any) -> None:
    validator = jsonschema.Draft7Validator(constraint.schema())
    case = CASES[constraint.id]
    assert [value for value in case.bound if not validator.is_valid(value)] == []
    assert [value for value in case.violating if validator.is_valid(value)] == []


@pytest.mark.parametrize(
    "constraint", [row for row in LEAVES.values() if row not in SAYABLE], ids=lambda constraint: constraint.id
)
def test_a_schema_never_refuses_what_its_constraint_accepts(constraint: Any) -> None:
    validator = jsonschema.Draft7Validator(constraint.schema())
    assert [value for value in CASES[constraint.id].bound if not validator.is_valid(value)] == []
    assert validator.is_valid(constraint.example)
