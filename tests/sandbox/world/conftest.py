"""Fixtures of the world's tests."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.sandbox.world.scenery import Scenery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Scenery]:
    """A world that holds nothing."""
    scenery = Scenery(tmp_path)
    with closing(scenery.world):
        yield scenery


@pytest.fixture
def azure(empty: Scenery) -> Scenery:
    """A world with a namespace of each tier."""
    empty.furnish()
    return empty
