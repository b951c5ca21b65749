"""`python -m sandbox`: the real Pulumi engine on a simulated Azure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console

from sandbox import access as permissions
from sandbox import lifecycle, serving, summary
from sandbox.commands.drift import drift
from sandbox.commands.fault import faults
from sandbox.commands.principal import principals
from sandbox.commands.provider import providers
from sandbox.commands.stack import a_stack
from sandbox.opening import opened_world

if TYPE_CHECKING:
    from sandbox.workspace import Workspace


def _attributes(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    for each in given:
        if "=" not in each:
            raise click.BadParameter(f"expected NAME=VALUE, such as principalType=User; found {each!r}")
    return {name: value for name, _, value in (each.partition("=") for each in given)}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run the real Pulumi engine against a simulated Azure."""


@main.command()
@a_stack
def up(workspace: Workspace) -> None:
    """Deploy the stack and say what there is now."""
    workspace.require_known()
    with lifecycle.opened(workspace) as (world, engine):
        status = lifecycle.up(engine)
        if status == 0:
            told = summary.after_up(workspace, world.resources(), lifecycle.outputs(engine))
            Console(highlight=False).print(told, crop=False)
    sys.exit(status)


@main.command()
@a_stack
def preview(workspace: Workspace) -> None:
    """Show what `up` would do."""
    workspace.require_known()
    with lifecycle.opened(workspace) as (_, engine):
        status = lifecycle.preview(engine)
    sys.exit(status)


@main.command()
@a_stack
@click.option("--unprotect", is_flag=True, help="Also take what is protected.")
def destroy(workspace: Workspace, *, unprotect: bool) -> None:
    """Delete what the stack holds; its stack file stays."""
    if not workspace.is_initialised:
        click.echo(f"nothing to destroy: stack {workspace.stack} has not been deployed here")
        return
    with lifecycle.opened(workspace) as (_, engine):
        status = lifecycle.destroy(engine, unprotect=unprotect)
        refused = status != 0 and lifecycle.holds_protected(engine)
    if status == 0:
        click.echo(f"to forget this simulated Azure altogether: rm -r .sandbox/{workspace.stack}")
    if refused:
        click.echo(f"what is protected goes with: make destroy STACK={workspace.stack} UNPROTECT=1", err=True)
    sys.exit(status)


@main.command()
@a_stack
def serve(workspace: Workspace) -> None:
    """Open the doors in the foreground and print the variables with which any Pulumi program finds them."""
    with lifecycle.opened(workspace) as (_, engine):
        serving.until_interrupted(engine)


@main.command(context_settings={"ignore_unknown_options": True})
@a_stack
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED)
def run(workspace: Workspace, *, command: tuple[str, ...]) -> None:
    """Run any COMMAND where the engine runs, with the doors open: run --stack dev -- pulumi stack --show-urns.

    The engine runs in .sandbox/S/project, on copies of your files: there relative paths begin.
    """
    workspace.require_known()
    with lifecycle.opened(workspace) as (world, engine):
        lifecycle.initialise(engine)
        variables = {"ARM_SUBSCRIPTION_ID": world.subscription, "PULUMI_STACK": workspace.stack}
        status = engine.execute(command, variables)
    sys.exit(status)


@main.command()
@a_stack
def resources(workspace: Workspace) -> None:
    """Print every resource that the simulated Azure holds, as a JSON list."""
    if not workspace.home.is_dir():
        workspace.require_known()
        click.echo("[]")
        return
    with opened_world(workspace) as world:
        click.echo(summary.as_json(world.resources()))


@main.command()
@a_stack
@click.option("--principal", metavar="P", required=True, help="`deployer`, an object id, or a principal's name.")
@click.option("--action", metavar="A", required=True, help="As roles name it: Microsoft.KeyVault/vaults/write.")
@click.option("--scope", metavar="ID", required=True, help="The id of what the action is about.")
@click.option("--data", is_flag=True, help="Take the action for one about data, whatever its name says.")
@click.option(
    "--request",
    "request",
    metavar="NAME=VALUE",
    multiple=True,
    callback=_attributes,
    help="What the request says, for roles given on a condition: roleDefinitionId, principalId and principalType of "
    "a role assignment. A condition that needs what is not told lets nothing pass.",
)
def access(
    workspace: Workspace, *, principal: str, action: str, scope: str, data: bool, request: dict[str, str]
) -> None:
    """Say as JSON whether a principal may do something, and which role assignment allows it."""
    answer = permissions.decision(
        workspace, principal=principal, action=action, scope=scope, data=data, request=request
    )
    click.echo(answer)


for group in (principals, providers, faults, drift):
    main.add_command(group)

if __name__ == "__main__":
    main()
