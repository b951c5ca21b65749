"""The simulated Azure in the foreground, for any Pulumi program."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from types import FrameType

    from sandbox.engine import Engine


def until_interrupted(engine: Engine) -> None:
    """Print the engine's variables, a line each, and wait for Ctrl-C or a termination signal."""
    signal.signal(signal.SIGTERM, _interrupt)
    for name, value in engine.variables().items():
        click.echo(f"{name}={value}")
    click.echo("the simulated Azure is open; Ctrl-C closes it", err=True)
    try:
        signal.pause()
    except KeyboardInterrupt:
        click.echo("closed", err=True)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
