"""Who may do what in a stack, from its settings alone: the rights that the deployment gives, and no others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from backbone import grants, mappings
from backbone.roles import Role
from backbone.settings import PrincipalType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings import Settings

FUNCTION, VAULT = "the function", "the vault"
WHOEVER = "whoever has a key of the function"
_APPLICATION = PrincipalType.SERVICE_PRINCIPAL


class Verb(StrEnum):
    """What somebody may do."""

    READ_MAPPINGS = "read queue mappings"
    WRITE_MAPPINGS = "list and write queue mappings"
    WRITE_QUEUES = "create and change queues"
    LET_FUNCTION_SEND = "let the function send, and stop it"
    SEND = "send"
    RECEIVE = "receive"
    CALL = "call"


@dataclass(frozen=True, kw_only=True)
class Right:
    """What a principal may do somewhere.

    Attributes:
        who: What the principal is in the stack file.
        principal: Its object id; None for the function, whose identity is made, and for who shows a key.
        type: What the principal is in Microsoft Entra; None where the stack file does not say, and for who shows a key.
        may: What it may do.
        at: An entity's address, `@alias` for a whole namespace, an existing queue's resource id, the vault, or the
            function.
    """

    who: str
    principal: str | None
    type: PrincipalType | None
    may: Verb
    at: str

    def document(self) -> dict[str, str | None]:
        """The right for programs."""
        return {
            "who": self.who,
            "principal": self.principal,
            "type": self.type,
            "may": self.may.value,
            "at": self.at,
        }


def rights(settings: Settings) -> tuple[Right, ...]:
    """Every right on mappings, messages and the function that a stack gives, each once, in the order of the parts."""
    return tuple(
        dict.fromkeys((*_of_function(settings), *_of_portal(settings), *_of_people(settings), *_of_callers(settings)))
    )


def _of_function(settings: Settings) -> Iterator[Right]:
    yield Right(who=FUNCTION, principal=None, type=_APPLICATION, may=Verb.READ_MAPPINGS, at=VAULT)
    declared = mappings.declared(settings)
    ours = {str(target.address) for target in grants.of_function(settings)}
    existing = {mapping.existing.lower(): mapping.existing for mapping in declared if mapping.existing}
    for place in (*sorted(ours), *sorted(existing.values())):
        yield Right(who=FUNCTION, principal=None, type=_APPLICATION, may=Verb.SEND, at=place)


def _of_portal(settings: Settings) -> Iterator[Right]:
    portal = settings.access.portal
    if portal is None:
        return
    yield Right(who="the portal", principal=portal, type=_APPLICATION, may=Verb.WRITE_MAPPINGS, at=VAULT)
    for space in (settings.namespace, *settings.scale_units.values()):
        for verb in (Verb.WRITE_QUEUES, Verb.LET_FUNCTION_SEND):
            yield Right(who="the portal", principal=portal, type=_APPLICATION, may=verb, at=f"@{space.alias}")


def _of_people(settings: Settings) -> Iterator[Right]:
    subscribers = {
        (str(remote.to.of_subscription(name)).casefold(), remote.receiver.id)
        for name, remote in settings.subscriptions.items()
    }
    for given in grants.of_principals(settings):
        place = str(given.on.address)
        if given.role is Role.SERVICE_BUS_DATA_SENDER:
            yield Right(who="a sender", principal=given.to.id, type=given.to.type, may=Verb.SEND, at=place)
        else:
            who = "a subscriber" if (place.casefold(), given.to.id) in subscribers else "a receiver"
            yield Right(who=who, principal=given.to.id, type=given.to.type, may=Verb.RECEIVE, at=place)


def _of_callers(settings: Settings) -> Iterator[Right]:
    callers = settings.access.callers
    if callers == "key":
        yield Right(who=WHOEVER, principal=None, type=None, may=Verb.CALL, at=FUNCTION)
        return
    for principal in callers.principals:
        yield Right(who="a caller", principal=principal, type=None, may=Verb.CALL, at=FUNCTION)
