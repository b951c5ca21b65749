"""What is not known of the settings because the file says it in a way that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.addresses import nearest

if TYPE_CHECKING:
    from backbone.settings.path import Path


COMPARED = 20
"""Refused keys that a missing name is compared with; of more, any may be meant: comparing takes its time."""


class Doubts:
    """Where the settings hold a stand-in; what only follows from one is no error of the file.

    Reading goes on after every error, so that the rest is checked: a refused key stays the key of its entry, a refused
    value is replaced by the default, by what it would inherit, or by a text or record that stands for it.
    """

    def __init__(self) -> None:
        self._values: set[Path] = set()
        self._keys: set[Path] = set()
        self._mappings: set[Path] = set()
        self._refused: dict[Path, list[str]] = {}

    def value(self, path: Path) -> None:
        """Doubt the value at a path, and with it all that would be in it."""
        self._values.add(path)

    def key(self, path: Path) -> None:
        """Doubt the last step of a path; what stands under it is as it was read."""
        self._keys.add(path)
        self._refused.setdefault(path[:-1], []).append(str(path[-1]))

    def names(self, path: Path) -> None:
        """Doubt that a mapping has no further keys, whatever they are."""
        self._mappings.add(path)

    def on_value(self, path: Path) -> bool:
        """Whether the value at a path, or what it is part of, is not what the file means."""
        return any(path[:length] in self._values for length in range(1, len(path) + 1))

    def on_key(self, path: Path) -> bool:
        """Whether the last step of a path is refused as a key."""
        return path in self._keys

    def on_name(self, path: Path) -> bool:
        """Whether a mapping may be meant to have the key that is the last step: a refused one is like it."""
        above = path[:-1]
        if above in self._mappings or self.on_value(above):
            return True
        refused = self._refused.get(above, [])
        return len(refused) > COMPARED or bool(nearest(str(path[-1]), refused, count=1))
