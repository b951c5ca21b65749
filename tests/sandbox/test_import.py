"""What was made outside of Pulumi comes under its management."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import grpc
import pytest
from pulumi.runtime.proto import provider_pb2 as messages
from pulumi.runtime.proto import provider_pb2_grpc

from sandbox import engine
from sandbox.provider import tables
from tests.deployment import ROOT, Deployment, deployment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION = "2026-01-01"
PROGRAM = ROOT / "tests" / "programs" / "adopting"
TYPES = {
    "namespace": "azure-native:servicebus:Namespace",
    "queue": "azure-native:servicebus:Queue",
    "vault": "azure-native:keyvault:Vault",
}


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Deployment]:
    with deployment(tmp_path, {}, program=PROGRAM) as opened:
        yield opened


@pytest.fixture
def ids(stack: Deployment) -> dict[str, str]:
    """Make the resources by hand."""
    world = stack.world
    group = f"/subscriptions/{world.subscription}/resourceGroups/rg-by-hand"
    namespace = f"{group}/providers/Microsoft.ServiceBus/namespaces/sb-by-hand"
    queue = f"{namespace}/queues/orders"
    vault = f"{group}/providers/Microsoft.KeyVault/vaults/kv-by-hand"
    properties = {
        "tenantId": world.deployer.tenant_id,
        "sku": {"family": "A", "name": "standard"},
        "enableRbacAuthorization": True,
    }
    world.call("PUT", group, "2021-04-01", {"location": "westeurope"})
    world.call("PUT", namespace, VERSION, {"location": "westeurope", "sku": {"name": "Standard"}})
    world.call("PUT", queue, VERSION, {"properties": {"requiresSession": True, "defaultMessageTimeToLive": "P14D"}})
    world.call("PUT", vault, "2024-11-01", {"location": "westeurope", "properties": properties})
    return {"namespace": namespace, "queue": queue, "vault": vault}


def _writes(stack: Deployment) -> int:
    return sum(request["method"] in {"PUT", "PATCH", "DELETE"} for request in stack.requests())


def test_a_program_imports_what_exists_and_then_changes_nothing(stack: Deployment, ids: dict[str, str]) -> None:
    held, writes = stack.world.resources(), _writes(stack)

    shown = stack.up({"adopting:ids": ids})

    assert "= 3 imported" in shown
    stack.configure({})
    stack.succeed("preview", "--expect-no-changes", "--refresh")
    assert [stack.world.resources(), _writes(stack)] == [held, writes]


def test_what_differs_is_imported_and_then_brought_to_what_the_program_says(
    stack: Deployment, ids: dict[str, str]
) -> None:
    different = {"requiresSession": True, "maxDeliveryCount": 3, "defaultMessageTimeToLive": "P14D"}
    stack.world.call("PUT", ids["queue"], VERSION, {"properties": different})

    assert "queue updated" in stack.up({"adopting:ids": ids})

    answer = stack.world.call("GET", ids["queue"], VERSION)
    assert answer.body is not None
    assert answer.body["properties"]["maxDeliveryCount"] == 10


def test_the_command_imports_what_exists_and_the_program_then_changes_nothing(
    stack: Deployment, ids: dict[str, str]
) -> None:
    wanted = [{"type": TYPES[name], "name": name, "id": id_} for name, id_ in ids.items()]
    file = stack.root / "imports.json"
    file.write_text(json.dumps({"resources": wanted}), encoding="utf-8")

    stack.succeed("import", "--file", str(file), "--yes", "--protect=false", "--generate-code=false")

    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
    assert {each["id"] for each in stack.state() if each["type"] in TYPES.values()} == {*ids.values()}


def test_what_does_not_exist_is_not_imported(stack: Deployment, ids: dict[str, str]) -> None:
    shown = stack.fail("import", TYPES["queue"], "gone", f"{ids['queue']}-not", "--yes", "--generate-code=false")

    assert "does not exist" in shown


def test_an_import_that_is_to_write_code_finds_its_schema(stack: Deployment, ids: dict[str, str]) -> None:
    answer = stack.run("import", TYPES["queue"], "queue", ids["queue"], "--yes", "--protect=false")

    # Whether code comes out depends on the language host: one of an older SDK cannot write any.
    assert "schema" not in answer.stderr
    assert ids["queue"] in {each.get("id") for each in stack.state()}


def test_the_schema_for_writing_code_is_one_that_pulumi_understands(stack: Deployment) -> None:
    with grpc.insecure_channel(f"127.0.0.1:{stack.engine.port}") as channel:
        schema = provider_pb2_grpc.ResourceProviderStub(channel).GetSchema(messages.GetSchemaRequest()).schema
    file = stack.root / "schema.json"
    file.write_text(schema, encoding="utf-8")

    command = [str(engine.program()), "schema", "check", str(file)]
    answer = subprocess.run(command, env=stack.engine.environment(os.environ), capture_output=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert set(json.loads(schema)["resources"]) == {*tables.TYPES}
