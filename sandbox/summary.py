"""What a user is told after a deployment: what the simulated Azure holds, the outputs, how to look further."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from sandbox.workspace import Workspace


def after_up(workspace: Workspace, held: Sequence[Mapping[str, Any]], outputs: Mapping[str, Any]) -> RenderableType:
    """The summary of a successful `up`."""
    counts = Counter(str(resource["type"]) for resource in held)
    return Group(
        _section("The simulated Azure holds", ((kind, str(count)) for kind, count in sorted(counts.items()))),
        Text("\nOutputs", style="bold"),
        *(Text(line, no_wrap=True, overflow="ignore") for line in _lines(outputs, "  ")),
        *(Text(f"\n{app} has no code yet: nothing has been published to it") for app in _function_apps(held)),
        _hints(workspace.stack),
    )


def _lines(outputs: Mapping[str, Any], indent: str) -> Iterator[str]:
    """A line for each output; those in an output stand below it."""
    width = max((len(name) for name, value in outputs.items() if not _holds_more(value)), default=0)
    for name, value in sorted(outputs.items()):
        if _holds_more(value):
            yield f"{indent}{name}"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{name.ljust(width)}  {_shown(value)}"


def _holds_more(value: Any) -> bool:
    return isinstance(value, dict) and bool(value)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) or "none"
    if isinstance(value, str):
        return value
    return "none" if value in ({}, None) else json.dumps(value)


def _function_apps(held: Iterable[Mapping[str, Any]]) -> list[str]:
    """The function apps; no door of the simulated Azure takes code for them."""
    sites = (resource["body"] for resource in held if resource["type"] == "Microsoft.Web/sites")
    return [str(site["name"]) for site in sites if "functionapp" in str(site.get("kind", ""))]


def _section(title: str, rows: Iterable[tuple[str, str]]) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return Group(Text(f"\n{title}", style="bold"), Padding(table, (0, 0, 0, 2)))


def _hints(stack: str) -> RenderableType:
    """What to do next: a command may be longer than half a terminal, so each stands on a line of its own."""
    lines = [Text("\nTo look further", style="bold")]
    for what, how in (
        ("every resource, as Resource Manager returns it", f".venv/bin/python -m sandbox resources --stack {stack}"),
        ("every call that reached the simulated Azure", f".sandbox/{stack}/requests.jsonl"),
        ("what a changed stack file would do", f"make preview STACK={stack}"),
        ("delete it all", f"make destroy STACK={stack}"),
    ):
        lines.append(Text(f"  {what}:"))
        lines.append(Text(f"    {how}", style="cyan"))
    return Group(*lines)


def as_json(held: Iterable[Mapping[str, Any]]) -> str:
    """The resources as a JSON list, for people and for programs."""
    return json.dumps(list(held), indent=2, ensure_ascii=False)
