"""What a stack file says about who may do what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from backbone.settings import domain
from backbone.settings.constraints import Choice
from backbone.settings.domain import PrincipalType
from backbone.settings.field import Scalar, Setting, empty
from backbone.settings.gathering import Count, Distinct, LetterCase

CALLERS_COUNT = Count(id="callers-count", least=1, most=100, what="a list of 1 to 100 object ids")
PRINCIPALS_DISTINCT = Distinct(id="principals-distinct", what="each principal once")
ADDRESS_CASE = LetterCase(id="address-letter-case", what="addresses that differ in more than letter case")

CallersKey = Annotated[Literal["key"], Choice(id="callers-key", values=("key",), what="key", example=None)]


@dataclass(frozen=True, kw_only=True)
class PrincipalSettings:
    """A principal that gets a role; a service principal's object id may stand in its place."""

    id: Annotated[domain.ObjectId, Setting("Object id of the principal.")]
    type: Annotated[domain.PrincipalKind, Setting("Kind of the principal.")] = PrincipalType.SERVICE_PRINCIPAL


Principals: TypeAlias = Annotated[tuple[Annotated[PrincipalSettings, Scalar(field="id")], ...], PRINCIPALS_DISTINCT]
SourcePrincipals: TypeAlias = Annotated[Mapping[domain.SourceAddress, Principals], ADDRESS_CASE]
EntityPrincipals: TypeAlias = Annotated[Mapping[domain.EntityAddress, Principals], ADDRESS_CASE]


@dataclass(frozen=True, kw_only=True)
class CallersSettings:
    """Callers of the function that show a Microsoft Entra token."""

    client_id: Annotated[domain.ClientId, Setting("Client id of the app registration that callers ask a token for.")]
    principals: Annotated[
        tuple[domain.ObjectId, ...],
        CALLERS_COUNT,
        PRINCIPALS_DISTINCT,
        Setting("Object ids of the principals that may call; at least one."),
    ]


@dataclass(frozen=True, kw_only=True)
class AccessSettings:
    """Principals by object id, and what each may do."""

    portal: Annotated[
        domain.ObjectId | None, Setting("Service principal that may write queue mappings and may not read them.")
    ] = None
    portal_role_definition_id: Annotated[
        domain.RoleDefinitionId | None,
        Setting("An existing custom role for the portal.", default_text="one that we make"),
    ] = None
    callers: Annotated[
        CallersKey | CallersSettings,
        Setting("Who may call the function: whoever has its key, or principals with a Microsoft Entra token."),
    ] = "key"
    receivers: Annotated[SourcePrincipals, Setting("Principals that may receive, by queue, topic or subscription.")] = (
        field(default_factory=empty)
    )
    senders: Annotated[EntityPrincipals, Setting("Principals that may send, by queue or topic.")] = field(
        default_factory=empty
    )
