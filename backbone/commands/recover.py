"""`backbone recover`: make a stack whole again whose last command was killed, or lost an answer of Azure."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backbone.commands.pulumi_cli import LockedError, PulumiCli
from backbone.commands.unlock import unlock
from backbone.recovery import document as state
from backbone.recovery import journal
from backbone.recovery.begin import begin, targets
from backbone.recovery.identify import Identifier, UnknownIdError
from backbone.recovery.lost import NotWantedError, with_lost
from backbone.recovery.settle import settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.recovery.document import Document


@dataclass(frozen=True, kw_only=True)
class Recovery:
    """One recovery.

    Attributes:
        cli: The Pulumi CLI.
        subscription: The subscription to take where the state names none.
        ids: Ids that the user looked up, by URN.
        lost: Ids of resources that Azure made for the stack although the answers were lost.
    """

    cli: PulumiCli
    subscription: str | None
    ids: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()

    def run(self) -> bool:
        """Do what there is to do; return whether there was anything. `LockedError` if it is locked."""
        document = self.cli.export()
        if not state.pending(document) and not journal.read(state.resources(document)):
            self._require_unlocked(document)
            return False
        self._recover(document, backup_of=document, why="the last command was killed in the middle of its work")
        return True

    def adopt(self) -> bool:
        """Take in what Azure made although the answer was lost; return whether there is any."""
        if not self.lost:
            return False
        document = self.cli.export()
        try:
            pending = with_lost(document, self.cli.preview(), self.lost, self._identifier(document).id_of)
        except NotWantedError as error:
            raise click.ClickException(str(error)) from error
        self._recover(pending, backup_of=document, why="answers of creations were lost")
        return True

    def _identifier(self, document: Document) -> Identifier:
        return Identifier(resources=state.resources(document), given=self.ids, subscription=self.subscription)

    def _recover(self, document: Document, *, backup_of: Document, why: str) -> None:
        try:
            begun = begin(document, self._identifier(document).id_of)
        except UnknownIdError as error:
            raise click.ClickException(str(error)) from error
        if state.pending(document):
            backup = self._backup(backup_of)
            self.cli.replace(begun.document)
            click.echo(f"stack {self.cli.stack}: {why}")
            click.echo(f"  the state as it was: {backup}")
        for urn in begun.forgotten:
            click.echo(f"  {urn.split('::')[-2].rpartition('$')[2]} {urn.split('::')[-1]}: the next up does it again")
        if begun.entries:
            held_urns = {each["urn"] for each in state.resources(begun.document)}
            self._look_up([urn for urn in targets(begun.entries) if urn in held_urns])

    def _look_up(self, urns: list[str]) -> None:
        """Ask Azure, and end the recovery; an earlier one may have been told already that all of it is gone."""
        if urns:
            self.cli.refresh(urns)
        settled = settle(self.cli.export())
        self.cli.replace(settled.document)
        for finding in settled.findings:
            click.echo(f"  {finding}")

    def _require_unlocked(self, document: Document) -> None:
        """Begin a command that changes nothing, because only that shows a lock: a refresh of the stack alone."""
        if self.cli.may_be_locked():
            held = sorted(state.resources(document), key=lambda each: bool(each["type"] != "pulumi:pulumi:Stack"))
            self.cli.refresh([each["urn"] for each in held[:1]])

    def _backup(self, document: Document) -> Path:
        """Keep the state as it was found beside the project, for its owner alone."""
        path = self.cli.folder / f"{self.cli.stack.rpartition('/')[2]}.before-recovery.json"
        path.touch(mode=0o600)
        path.write_text(json.dumps(document, indent=2), encoding="utf-8")
        return path


@click.command()
@click.option("--stack", required=True, metavar="S", help="The stack whose command was killed.")
@click.option(
    "--cwd",
    default=".",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the Pulumi project.",
)
@click.option(
    "--subscription",
    metavar="ID",
    envvar="ARM_SUBSCRIPTION_ID",
    help="The Azure subscription, where the state does not name it yet.",
)
@click.option("--id", "ids", metavar="URN ID", nargs=2, multiple=True, help="The id of a resource, if it is not known.")
@click.option(
    "--adopt",
    "lost",
    metavar="ID",
    multiple=True,
    help="A resource that Azure made for this stack although the answer was lost: `up` names it as already existing.",
)
@click.option("--force", is_flag=True, help="Take away a lock whose holder cannot be seen from here.")
def recover(
    stack: str,
    *,
    cwd: Path,
    subscription: str | None,
    ids: tuple[tuple[str, str], ...],
    lost: tuple[str, ...],
    force: bool,
) -> None:
    """Make a stack whole again whose last command was killed.

    Takes away the lock that it left, asks Azure about everything that it was about to change, and keeps in the state
    what exists. Changes nothing in Azure, and nothing at all where no command was killed. May be run again at any time.

    With --adopt it also takes in what an earlier `up` made without hearing of it. Only that: what somebody else made is
    imported with `pulumi import`, which tells how it differs.
    """
    cli = PulumiCli(stack=stack, folder=cwd)
    recovery = Recovery(cli=cli, subscription=subscription, ids=dict(ids), lost=lost)
    try:
        found = recovery.run()
    except LockedError as refusal:
        unlock(recovery.cli, refusal, force=force)
        recovery.run()
        found = True
    found = recovery.adopt() or found
    click.echo(f"stack {stack}: recovered; go on with up" if found else f"stack {stack}: nothing to recover")
