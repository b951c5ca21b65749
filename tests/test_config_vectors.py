"""The engine and the `backbone` command read the same stack file alike, vector by vector."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from backbone import handover
from backbone.settings import Finding, Settings, SettingsError, files
from tests.deployment import ROOT, deployment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VECTORS = sorted((ROOT / "tests" / "vectors" / "config").glob("*.yaml"))
ECHO = ROOT / "tests" / "programs" / "echo"

each_vector = pytest.mark.parametrize("vector", VECTORS, ids=[vector.stem for vector in VECTORS])


def _decoded(raw: Mapping[str, str]) -> dict[str, Any]:
    """Structures as values: the engine and Python may write the same JSON differently."""
    return {key: json.loads(text) if text[:1] in ("{", "[") else text for key, text in raw.items()}


def _expected(vector: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(vector.with_suffix(".json").read_text(encoding="utf-8"))
    return expected


def _meaning(raw: Mapping[str, str]) -> Settings | frozenset[Finding]:
    """The settings or the findings, these in no order: the engine sorts the keys."""
    try:
        return Settings.parse(raw)
    except SettingsError as error:
        return frozenset(error.findings)


@each_vector
def test_the_file_reader_gives_the_raw_form(vector: Path) -> None:
    assert _decoded(files.read(vector).raw) == _expected(vector)


@each_vector
def test_the_engine_hands_over_the_same_raw_form_and_so_equal_settings(vector: Path, tmp_path: Path) -> None:
    with deployment(tmp_path, {}, program=ECHO) as stack:
        stack.engine.workspace.stack_file.write_bytes(vector.read_bytes())
        stack.succeed("up", "--yes", "--skip-preview")
        handed_over = json.loads(stack.outputs()["config"])
    assert _decoded(handed_over) == _expected(vector)
    assert handover.size(files.read(vector)) == len(f"PULUMI_CONFIG={stack.outputs()['config']}\0".encode())
    assert _meaning(handed_over) == _meaning(files.read(vector).raw)
