"""Secrets, as Resource Manager sees them: written and described, their values never shown.

Sources: learn.microsoft.com/azure/templates/microsoft.keyvault/vaults/secrets and
learn.microsoft.com/azure/key-vault/secrets/about-secrets.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Condition, Constraint, at_most, matching
from sandbox.azure.envelope import ENVELOPE, TAGS
from sandbox.azure.keyvault.deleted_vault import DELETED_SECRETS, SECRETS
from sandbox.azure.keyvault.documents import ABOUT_NAMES, ABOUT_SECRETS, API_VERSIONS, REST_ERRORS, SECRET_REST, rule
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import flag, record, reported, text, whole

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import Resource, View

_LONGEST_VALUE = 25 * 1024
_VERSION_BYTES = 16

SECRET_NAME = rule(
    "secret-name",
    text="A secret's name has 1 to 127 letters, digits and hyphens.",
    code="BadParameter",
    message="The request URI contains an invalid name: {name}",
    source=ABOUT_NAMES,
    wording="azure",
)
VALUE_SIZE = rule(
    "secret-value-size",
    text="A secret's value has at most 25 KB.",
    code="BadParameter",
    message="The size of the secret value exceeds the limit of 25600 bytes.",
    source=ABOUT_SECRETS,
)
CONTENT_TYPE = rule(
    "secret-content-type",
    text="A secret's content type has at most 255 characters.",
    code="BadParameter",
    message="The content type of the secret '{name}' exceeds the limit of 255 characters.",
    source=ABOUT_SECRETS,
)
TAG_COUNT = rule(
    "secret-tag-count",
    text="A secret has at most 15 tags.",
    code="BadParameter",
    message="The secret '{name}' has more than 15 tags.",
    source=ABOUT_SECRETS,
)
NAME_RESERVED = rule(
    "secret-deleted",
    text="The name of a soft-deleted secret stays reserved until the secret is recovered or purged.",
    status=409,
    code="Conflict",
    inner_code="ObjectIsDeletedButRecoverable",
    message="Secret {name} is currently in a deleted but recoverable state, and its name cannot be reused; in this "
    "state, the secret can only be recovered or purged.",
    source=REST_ERRORS,
    wording="azure",
)
SECRET_NOT_FOUND = rule(
    "secret-present",
    text="A secret that is read must exist.",
    status=404,
    code="SecretNotFound",
    message="A secret with (name/id) {name} was not found in this key vault. If you recently deleted this secret you "
    "may be able to recover it using the correct recovery command. For help resolving this issue, please see "
    "https://go.microsoft.com/fwlink/?linkid=2125182",
    source=SECRET_REST,
    wording="azure",
)


def deleted_id(secret: ResourceId) -> ResourceId:
    """Where a secret is remembered while it is soft-deleted."""
    vault = secret.ancestor(1)
    return vault.child(DELETED_SECRETS.rpartition("/")[2], secret.name)


def uri_of(secret: Resource) -> str:
    """The address of a secret's current version."""
    return f"https://{secret.id.names[0].lower()}.vault.azure.net/secrets/{secret.id.name}"


def _uri_with_version(secret: Resource, _view: View) -> str:
    return f"{uri_of(secret)}/{secret.private['current']}"


def _location(secret: Resource, view: View) -> str:
    vault = view.find(secret.id.ancestor(1))
    if vault is None:
        raise LookupError(secret.id.text)
    place: str = vault.body["location"]
    return place


def _add_version(proposal: Proposal) -> None:
    """Every write makes a new version; the older ones stay readable by their addresses."""
    version = secrets.token_hex(_VERSION_BYTES)
    versions: dict[str, Any] = dict(proposal.private.get("versions", {}))
    versions[version] = {
        "value": proposal.given_properties["value"],
        "attributes": proposal.properties["attributes"],
        "created": int(proposal.now.timestamp()),
    }
    proposal.private.update(versions=versions, current=version)


def _moment(when: str) -> Property:
    return reported(Kind.INTEGER, lambda secret, _: int(getattr(secret, when).timestamp()))


SECRET = ResourceType(
    name=SECRETS,
    answers_as=SECRETS,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT"}),
    naming=(matching(SECRET_NAME, r"[0-9A-Za-z-]{1,127}"),),
    not_found=SECRET_NOT_FOUND,
    body={
        **ENVELOPE,
        "location": reported(Kind.STRING, _location),
        "tags": replace(TAGS, constraints=(at_most(TAG_COUNT, 15), *TAGS.constraints)),
        "properties": record(
            {
                "value": Property(
                    kind=Kind.STRING,
                    access=Access.WRITE_ONLY,
                    required=True,
                    constraints=(
                        Constraint(rule=VALUE_SIZE, holds=lambda value, _: len(value.encode()) <= _LONGEST_VALUE),
                    ),
                ),
                "contentType": text(constraints=(at_most(CONTENT_TYPE, 255),)),
                "attributes": record(
                    {
                        "enabled": flag(default=True),
                        "nbf": whole(),
                        "exp": whole(),
                        "created": _moment("created_at"),
                        "updated": _moment("updated_at"),
                    },
                    default={},
                ),
                "secretUri": reported(Kind.STRING, lambda secret, _: uri_of(secret)),
                "secretUriWithVersion": reported(Kind.STRING, _uri_with_version),
            },
            required=True,
        ),
    },
    conditions=(
        Condition(rule=NAME_RESERVED, holds=lambda proposal: proposal.view.find(deleted_id(proposal.id)) is None),
    ),
    prepare=_add_version,
)
