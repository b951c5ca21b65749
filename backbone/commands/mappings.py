"""`backbone mappings`: the queue mappings that a stack declares, and those that its vault holds."""

from __future__ import annotations

import json
import os
import shutil
import textwrap
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import click

from backbone import mapping_list
from backbone.commands import stack_file, stack_state
from backbone.commands.columns import lines
from backbone.commands.edit_mappings import add, withdraw
from backbone.commands.resource_manager import ResourceManager
from backbone.commands.unreachable import UnreachableError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from backbone.mapping_list import Listed

SECRETS_VERSION = "2024-11-01"
ASSIGNMENTS_VERSION = "2022-04-01"
AT_ONCE = 8
"""Requests to Resource Manager at a time."""
INDENT = "    "
"""Before a note, which belongs to the line above it."""


@click.group(invoke_without_command=True)
@click.option(
    "--stack", metavar="S", help="The stack: its file is Pulumi.S.yaml.  [required, here or behind the command]"
)
@stack_file.in_folder
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def mappings(context: click.Context, stack: str | None, cwd: Path, form: str) -> None:
    """List queue mappings, declared and found in the vault.

    Says which are enabled, and whether the function may send there. No value of a secret is ever read. Where the stack
    or Azure cannot be asked, what the stack file declares is listed all the same. Queues of others stand there as
    queue@namespace; JSON has their resource ids.
    """
    if context.invoked_subcommand is not None:
        context.default_map = {context.invoked_subcommand: {"cwd": cwd, **({"stack": stack} if stack else {})}}
        return
    if stack is None:
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    declared = mapping_list.declared(stack_file.read(stack_file.path_of(stack, cwd)))
    try:
        listed, unreachable = _look(stack, cwd, declared), None
    except UnreachableError as error:
        listed, unreachable = tuple(declared[key] for key in sorted(declared)), str(error)
    if form == "json":
        document = {"mappings": [each.document() for each in listed], "unreachable": unreachable}
        click.echo(json.dumps(document, indent=2))
        return
    _print(listed)
    if unreachable is not None:
        click.secho(f"Only what the stack file declares: {unreachable}.", fg="yellow", err=True)


mappings.add_command(add)
mappings.add_command(withdraw)


def _look(stack: str, cwd: Path, declared: dict[str, Listed]) -> tuple[Listed, ...]:
    """Both sides of every mapping."""
    deployed = stack_state.read(stack, cwd)
    if deployed.vault_id is None:
        return mapping_list.joined(declared, {}, {})
    azure = ResourceManager.of(os.environ)
    secrets = mapping_list.Secret.parse(azure.list(f"{deployed.vault_id}/secrets", SECRETS_VERSION))
    targets = {it.target.lower(): it.target for it in secrets.values() if it.target and it.enabled}
    sender = deployed.sender or ""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        rights = pool.map(lambda target: _right(azure, sender, target), targets.values())
        return mapping_list.joined(declared, secrets, dict(zip(targets, rights, strict=True)))


def _right(azure: ResourceManager, sender: str, target: str) -> bool | str:
    """Whether the function may send to a queue, or why that cannot be seen."""
    try:
        collection = f"{target}/providers/Microsoft.Authorization/roleAssignments"
        return mapping_list.may_send(azure.list(collection, ASSIGNMENTS_VERSION), sender, target)
    except UnreachableError as error:
        return str(error)


def _print(listed: Sequence[Listed]) -> None:
    """A line for each mapping, and its note below it: sentences make a table wider than a terminal."""
    rows = [("ID", "DECLARED", "FOUND", "TARGET IN THE VAULT")]
    rows += [(each.id, _place(each.declared), _found(each), _place(each.target)) for each in listed]
    for number, (line, note) in enumerate(zip(lines(rows), ("", *(each.note for each in listed)), strict=True)):
        click.secho(line, bold=number == 0)
        for part in textwrap.wrap(note, shutil.get_terminal_size().columns - len(INDENT), break_long_words=False):
            click.secho(f"{INDENT}{part}", fg="yellow")


def _place(target: str | None) -> str:
    """A queue as people call it: queue@alias, or queue@namespace for the resource id of one."""
    return "-" if target is None else mapping_list.short(target)


def _found(each: Listed) -> str:
    if each.enabled is not None:
        return "enabled" if each.enabled else "disabled"
    return "?" if each.found is None else "no"
