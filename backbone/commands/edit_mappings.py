"""`backbone mappings add` and `withdraw`: entries of a stack file, of which no other character changes."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backbone.commands import stack_file
from backbone.commands.turn import turn
from backbone.settings import editing, files
from backbone.settings.mapping_target import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from backbone.settings.configuration import Configuration


@click.command()
@click.argument("mapping_id", metavar="ID")
@click.argument("target", metavar="ADDRESS|RESOURCE-ID")
@stack_file.a_stack
@stack_file.in_folder
def add(mapping_id: str, target: str, stack: str, cwd: Path) -> None:
    """Write a mapping into the stack file.

    It leads to queue@alias, or to an existing queue by its resource id.
    """
    path = stack_file.path_of(stack, cwd)
    _edit(path, mapping_id, lambda text: editing.with_mapping(text, mapping_id, target, path), target)


@click.command()
@click.argument("mapping_id", metavar="ID")
@stack_file.a_stack
@stack_file.in_folder
def withdraw(mapping_id: str, stack: str, cwd: Path) -> None:
    """Set a mapping of the stack file to `disabled`.

    Its secret is disabled and its id stays taken.
    """
    path = stack_file.path_of(stack, cwd)
    _edit(path, mapping_id, lambda text: editing.with_withdrawn(text, mapping_id, path), WITHDRAWN)


def _edit(path: Path, mapping_id: str, edited: Callable[[str], str], target: str) -> None:
    """Change a stack file if what comes out is right and says what it said before, but for this mapping."""
    with turn(path.resolve().parent) if path.exists() else nullcontext():
        _edit_alone(path, mapping_id, edited, target)


def _edit_alone(path: Path, mapping_id: str, edited: Callable[[str], str], target: str) -> None:
    stack_file.read(path)
    text = files.text_of(path)
    bom = files.BOM if text.startswith(files.BOM) else ""
    try:
        before = files.parse(text.removeprefix(bom), path)
        new = edited(text.removeprefix(bom))
        after = files.parse(new, path)
    except editing.EditError as error:
        stack_file.give_up(str(error))
    except (files.StackFileError, editing.UneditableError):
        stack_file.give_up(_by_hand(path, mapping_id, target))
    if not _differ_in(mapping_id, target, before, after):
        stack_file.give_up(_by_hand(path, mapping_id, target))
    stack_file.settings_of(after, path)
    becomes = "is withdrawn" if target == WITHDRAWN else f"leads to {target}"
    if f"{bom}{new}" == text:
        click.echo(f"{path.name}: {mapping_id} {becomes} already")
        return
    _write(path, f"{bom}{new}")
    click.echo(f"{path.name}: {mapping_id} {becomes} from the next `pulumi up` on")


def _differ_in(mapping_id: str, target: str, before: Configuration, after: Configuration) -> bool:
    """Whether the mapping is what was asked for and everything else what it was."""
    old, new = dict(before.raw), dict(after.raw)
    known = {key.casefold(): (key, value) for key, value in json.loads(old.pop(editing.KEY, "") or "{}").items()}
    found = {key.casefold(): (key, value) for key, value in json.loads(new.pop(editing.KEY, "") or "{}").items()}
    key, _ = known.pop(mapping_id.casefold(), (mapping_id, ""))
    return found.pop(mapping_id.casefold(), None) == (key, target) and (found, new) == (known, old)


def _by_hand(path: Path, mapping_id: str, target: str) -> str:
    return (
        f"{path.name} is laid out in a way that this command cannot edit; set {editing.KEY}.{mapping_id} to "
        f"{target} by hand."
    )


def _write(path: Path, text: str) -> None:
    """Replace a file at once: whoever reads it sees all of the old text or all of the new one."""
    goal = path.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{goal.name}.", dir=goal.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode())
        shutil.copymode(goal, name)
        Path(name).replace(goal)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
