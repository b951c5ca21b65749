"""The rooms of docs/architecture.md: who may import whom."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.deployment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OURS = frozenset({"backbone", "components", "functions", "policies", "sandbox", "tests", "tools"})
FORBIDDEN = {
    "backbone": OURS - {"backbone"} | {"pulumi", "pulumi_azure_native", "azure", "grpc"},
    "components": OURS - {"backbone", "components"} | {"grpc", "os"},
    "sandbox": OURS - {"sandbox"},
    "tools": OURS - {"backbone", "tools"} | {"pulumi"},
    "__main__.py": OURS - {"backbone", "components"},
}
LONGEST_MAIN = 50


def _sources(room: str) -> list[Path]:
    path = ROOT / room
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def _imports(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("room", FORBIDDEN)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    sources = _sources(room)
    assert sources, f"{room} has no source files"
    crossings = {
        f"{source.relative_to(ROOT)} imports {name}"
        for source in sources
        for name in _imports(source)
        if name in FORBIDDEN[room]
    }
    assert crossings == set()


def test_components_never_read_the_configuration_themselves() -> None:
    readers = [source.name for source in _sources("components") if "pulumi.Config" in source.read_text("utf-8")]
    assert readers == []


def test_the_program_is_a_table_of_contents() -> None:
    text = (ROOT / "__main__.py").read_text(encoding="utf-8")
    branches = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.If | ast.For | ast.While | ast.Try)]
    assert branches == []
    assert len(text.splitlines()) <= LONGEST_MAIN
