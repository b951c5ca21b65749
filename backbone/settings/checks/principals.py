"""Rules about principals that get rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.roles import TOO_MUCH
from backbone.settings.access import PrincipalSettings
from backbone.settings.checks.rule import Check, Conflict
from backbone.settings.keys import PREFIX
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.domain import PrincipalType
    from backbone.settings.path import Path
    from backbone.settings.tree import Settings


def a_principal_has_one_type(settings: Settings) -> Iterator[Conflict]:
    """One object id is one principal, so wherever it stands its type is the same."""
    seen: dict[str, dict[PrincipalType, Path]] = {}
    for path, principal in _principals(settings):
        known = seen.setdefault(principal.id, {})
        for kind, other in known.items():
            if kind is not principal.type:
                yield Conflict(
                    path=path,
                    expected=f"type {kind.value}, as in another place for the same object id",
                    found=principal.type.value,
                    message="A principal without a type is a service principal.",
                    given=((*path, "id"), (*path, "type"), (*other, "id"), (*other, "type")),
                    follows=(path[:-1],) if path[:-1] == other[:-1] else (),
                )
        known.setdefault(principal.type, path)


def a_portal_s_role_is_for_a_portal(settings: Settings) -> Iterator[Conflict]:
    """A role for the portal is given to somebody."""
    access = settings.access
    if access.portal is None and access.portal_role_definition_id is not None:
        yield Conflict(
            path=(PREFIX + "access", "portalRoleDefinitionId"),
            expected="nothing, as there is no portal to give the role to",
            found=shown(access.portal_role_definition_id),
            message="Name the portal's service principal in backbone:access.portal, or leave both out.",
            given=((PREFIX + "access", "portal"),),
            whatever=True,
        )


def a_portal_s_role_reads_nothing(settings: Settings) -> Iterator[Conflict]:
    """The portal reads no secret and no message, so it gets no built-in role that does, or that gives such rights."""
    role = settings.access.portal_role_definition_id
    name = None if role is None else TOO_MUCH.get(role.rpartition("/")[2].lower())
    if name is not None:
        yield Conflict(
            path=(PREFIX + "access", "portalRoleDefinitionId"),
            expected="a custom role that reads no secrets and no messages and gives no rights",
            found=f"the built-in role {name}",
            message="Leave it out, and the stack makes the role that a portal needs.",
        )


def _principals(settings: Settings) -> Iterator[tuple[Path, PrincipalSettings]]:
    if settings.access.portal is not None:
        yield (PREFIX + "access", "portal"), PrincipalSettings(id=settings.access.portal)
    for key, entries in (("receivers", settings.access.receivers), ("senders", settings.access.senders)):
        for address, principals in entries.items():
            for number, principal in enumerate(principals):
                yield (PREFIX + "access", key, str(address), number), principal
    for name, remote in settings.subscriptions.items():
        yield (PREFIX + "subscriptions", name, "receiver"), remote.receiver


CHECKS: tuple[Check, ...] = (
    a_principal_has_one_type,
    a_portal_s_role_is_for_a_portal,
    a_portal_s_role_reads_nothing,
)
