"""The data plane of a vault: what its own host name answers, decided by firewall, roles and access policies.

Sources: learn.microsoft.com/rest/api/keyvault/secrets and learn.microsoft.com/azure/key-vault/general/rest-error-codes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sandbox.azure.authorization.evaluator import Question, decide
from sandbox.azure.keyvault import data_rules as rules
from sandbox.azure.keyvault.access_policy import permits
from sandbox.azure.keyvault.deleted_vault import DELETED_SECRETS, PURGE_AT, SECRETS, VAULTS, claim_of
from sandbox.azure.keyvault.network import connections, lets_in
from sandbox.azure.keyvault.secret import SECRET_NOT_FOUND, deleted_id

if TYPE_CHECKING:
    from sandbox.azure.principal import SecurityPrincipal
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import Resource, View


class NoSuchHostError(Exception):
    """There is no vault of that name: its host name does not resolve."""


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Who calls, and from where."""

    principal: SecurityPrincipal
    is_private: bool = False
    """Whether the call comes through a private endpoint of the vault."""
    address: str | None = None
    """The public address of a call that comes from the internet, if the caller has a known one."""


@dataclass(frozen=True, kw_only=True)
class _Operation:
    """An operation on secrets: the data action of roles, and the verb of access policies."""

    action: str
    verb: str


_GET = _Operation(action="Microsoft.KeyVault/vaults/secrets/getSecret/action", verb="get")
_GET_DELETED = _Operation(action="Microsoft.KeyVault/vaults/secrets/readMetadata/action", verb="get")
_DELETE = _Operation(action="Microsoft.KeyVault/vaults/secrets/delete", verb="delete")
_RECOVER = _Operation(action="Microsoft.KeyVault/vaults/secrets/recover/action", verb="recover")


def get_secret(vault: str, name: str, caller: Caller, view: View) -> str:
    """The value of a secret's current version."""
    secret = _admitted(vault, name, _GET, caller, view).child("secrets", name)
    found = _found(secret, view)
    version: dict[str, Any] = found.private["versions"][found.private["current"]]
    if not version["attributes"]["enabled"]:
        raise rules.SECRET_DISABLED.refusal()
    value: str = version["value"]
    return value


def delete_secret(vault: str, name: str, caller: Caller, view: View) -> None:
    """Soft-delete a secret with all its versions."""
    secret = _found(_admitted(vault, name, _DELETE, caller, view).child("secrets", name), view)
    holder = view.find(secret.id.ancestor(1))
    days = holder.properties["softDeleteRetentionInDays"] if holder else 0
    until = view.now + timedelta(days=days)
    view.remove(secret.id)
    view.put(
        replace(
            secret,
            id=deleted_id(secret.id),
            type=DELETED_SECRETS,
            private={**secret.private, PURGE_AT: until.isoformat()},
            updated_at=view.now,
            expires_at=until,
        )
    )


def has_deleted_secret(vault: str, name: str, caller: Caller, view: View) -> bool:
    """Whether there is a soft-deleted secret of that name."""
    where = _admitted(vault, name, _GET_DELETED, caller, view)
    return view.find(deleted_id(where.child("secrets", name))) is not None


def recover_secret(vault: str, name: str, caller: Caller, view: View) -> None:
    """Bring a soft-deleted secret back, as it was."""
    secret = _admitted(vault, name, _RECOVER, caller, view).child("secrets", name)
    deleted = view.find(deleted_id(secret))
    if deleted is None:
        raise rules.DELETED_SECRET_NOT_FOUND.refusal(name=name)
    view.remove(deleted.id)
    private = {member: value for member, value in deleted.private.items() if member != PURGE_AT}
    view.put(replace(deleted, id=secret, type=SECRETS, private=private, expires_at=None))


def _found(id: ResourceId, view: View) -> Resource:
    secret = view.find(id)
    if secret is None:
        raise SECRET_NOT_FOUND.refusal(name=id.name)
    return secret


def _admitted(vault: str, secret: str, operation: _Operation, caller: Caller, view: View) -> ResourceId:
    """The vault's id, if firewall and roles let the caller do the operation on the secret."""
    holder = view.holder(claim_of(vault))
    if holder is None or holder.type != VAULTS:
        raise NoSuchHostError(f"{vault.lower()}.vault.azure.net")
    facts = {
        "caller": _signature(caller, view),
        "vault": holder.id.name,
        "location": holder.body["location"],
    }
    _require_network(holder, caller, facts, view)
    object_id = caller.principal.object_id
    if not holder.properties["enableRbacAuthorization"]:
        if not permits(holder, object_id, operation.verb):
            raise rules.FORBIDDEN_BY_POLICY.refusal(verb=operation.verb, **facts)
        return holder.id
    wanted = holder.id.child("secrets", secret)
    asked = Question(action=operation.action, scope=wanted, data=True)
    if not decide(object_id, asked, view).allowed:
        raise rules.FORBIDDEN_BY_RBAC.refusal(action=operation.action, resource=wanted.text.lower(), **facts)
    return holder.id


def _require_network(vault: Resource, caller: Caller, facts: dict[str, Any], view: View) -> None:
    if caller.is_private and connections(vault, view):
        return
    if vault.properties["publicNetworkAccess"] != "Enabled":
        raise rules.FORBIDDEN_BY_CONNECTION.refusal(**facts)
    acls = vault.properties.get("networkAcls")
    if acls and not lets_in(acls, caller.address):
        raise rules.FORBIDDEN_BY_FIREWALL.refusal(address=caller.address or "unknown", **facts)


def _signature(caller: Caller, view: View) -> str:
    """How these messages name a caller."""
    issuer = f"iss=https://sts.windows.net/{view.tenant}/"
    principal = caller.principal
    application = f"appid={principal.client_id};" if principal.client_id else ""
    return f"{application}oid={principal.object_id};{issuer}"
