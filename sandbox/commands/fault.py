"""`python -m sandbox fault`: calls that fail or take their time, on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sandbox.commands.stack import a_stack
from sandbox.opening import asked_world
from sandbox.world import METHODS, Fault

if TYPE_CHECKING:
    from sandbox.workspace import Workspace

_UNAVAILABLE = 503
_NO_ANSWER = 504


@click.group("fault")
def faults() -> None:
    """Let the next calls to the simulated Azure fail or take their time."""


@faults.command("add")
@click.option(
    "--method",
    "methods",
    multiple=True,
    type=click.Choice(METHODS, case_sensitive=False),
    help="One method, or several; else all.",
)
@click.option("--type", default="", metavar="T", help="One type, as in ids: Microsoft.ServiceBus/namespaces.")
@click.option("--id", default="", metavar="ID", help="One resource; else all.")
@click.option(
    "--times", default=1, show_default=True, metavar="N", help="The next N calls; the provider tries 4 times."
)
@click.option("--status", type=int, metavar="S", help="HTTP status of the error; 503 unless there is only a delay.")
@click.option("--code", default="", metavar="C", help="The error's code; else Azure's.")
@click.option("--message", default="", metavar="M", help="The error's message; else Azure's.")
@click.option("--delay", default=0.0, metavar="SECONDS", help="Real time that passes before the answer.")
@click.option("--lose-answer", is_flag=True, help="Carry the call out, then fail; 504 unless a status is given.")
@a_stack
def add(
    workspace: Workspace,
    *,
    methods: tuple[str, ...],
    type: str,
    id: str,
    times: int,
    status: int | None,
    code: str,
    message: str,
    delay: float,
    lose_answer: bool,
) -> None:
    """Plan a fault for the next calls of a kind, also of a command that is running."""
    if status is None and lose_answer:
        status = _NO_ANSWER
    elif status is None and not delay:
        status = _UNAVAILABLE
    with asked_world(workspace) as world:
        fault = Fault(
            methods=methods,
            type=type,
            id=id,
            times=times,
            status=status,
            code=code,
            message=message,
            delay=delay,
            loses_answer=lose_answer,
        )
        world.faults.add(fault)
    click.echo(_described(fault))


@faults.command("list")
@a_stack
def planned(workspace: Workspace) -> None:
    """Show what is left of the planned faults, a line each."""
    with asked_world(workspace) as world:
        for fault in world.faults.planned():
            click.echo(_described(fault))


@faults.command("clear")
@a_stack
def clear(workspace: Workspace) -> None:
    """Forget all planned faults."""
    with asked_world(workspace) as world:
        number = world.faults.clear()
    click.echo(f"{number} forgotten")


def _described(fault: Fault) -> str:
    calls = " or ".join(fault.methods) or "calls"
    where = "".join(f" of {each}" for each in (fault.type, fault.id) if each)
    ends = [f"after {fault.delay:g} s"] if fault.delay else []
    if fault.status is not None:
        ends.append(f"{fault.status} {fault.code}".rstrip())
    if fault.loses_answer:
        ends.append("carried out, answer lost")
    return f"the next {fault.times} {calls}{where}: {', '.join(ends)}"
