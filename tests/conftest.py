"""Fixtures for all tests."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from tests.deployment import Deployment, deployment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the only way to change a golden file, and the way to compare with Microsoft's schemas."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files instead of comparing them")
    parser.addoption(
        "--azure-schemas", metavar="DIR", help="folder of types.json files of github.com/Azure/bicep-types-az"
    )


@pytest.fixture
def deploy(tmp_path: Path) -> Iterator[Callable[[Mapping[str, Any]], Deployment]]:
    """Open a stack of this project with the given configuration; nothing is deployed yet."""
    with ExitStack() as opened:
        yield lambda config: opened.enter_context(deployment(tmp_path, config))
