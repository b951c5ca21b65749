"""Take away the lock that a killed command left, and only that."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import click

from backbone.commands.processes import lives

if TYPE_CHECKING:
    from backbone.commands.pulumi_cli import LockedError, PulumiCli


def unlock(cli: PulumiCli, refusal: LockedError, *, force: bool) -> None:
    """Take the locks away if every holder is known to have ended, or `force` says so of those that nobody can see.

    Raises:
        LockedError: A holder is still running on this machine.
        click.ClickException: A holder cannot be seen from here; the text says what to do.
    """
    here = [holder for holder in refusal.holders if holder.host == platform.node()]
    if any(lives(holder.pid, holder.since) for holder in here):
        raise refusal
    unseen = not here or len(here) < len(refusal.holders)
    if unseen and not force:
        way = f"backbone recover --stack {cli.stack} --force"
        raise click.ClickException(f"{refusal.message}; if it was killed, take its lock away with: {way}")
    cli.cancel()
    named = ", ".join(map(str, refusal.holders)) or "another command"
    click.echo(f"stack {cli.stack}: took away the lock of {named}, {'as forced' if unseen else 'which was killed'}")
