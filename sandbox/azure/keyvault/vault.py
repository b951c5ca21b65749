"""Vaults.

Source: learn.microsoft.com/azure/templates/microsoft.keyvault/vaults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.authorization.documents import is_guid
from sandbox.azure.constraint import Condition, Constraint, between, matching, one_of
from sandbox.azure.envelope import ENVELOPE, LOCATED, LOCATION, SETTLED, TAGS
from sandbox.azure.keyvault import network
from sandbox.azure.keyvault.access_policy import ACCESS_POLICIES, POLICIES_REQUIRED, has_policies
from sandbox.azure.keyvault.deleted_vault import NOTHING_TO_RECOVER, VAULTS, claim_of, restore, retire
from sandbox.azure.keyvault.documents import (
    API_VERSIONS,
    PURGE_PROTECTION_FALSE,
    RECOVERY,
    SOFT_DELETE,
    VAULT_REST,
    rule,
)
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import Claim, ResourceType
from sandbox.azure.shorthand import SUCCEEDED, flag, record, reported, text, whole
from sandbox.azure.signature import SYSTEM_DATA, sign

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

VAULT_NAME = rule(
    "vault-name",
    text="A vault's name has 3 to 24 letters, digits and hyphens, starts with a letter, ends with a letter or digit, "
    "and has no two hyphens in a row.",
    code="VaultNameNotValid",
    message="The vault name '{name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name "
    "must begin with a letter, end with a letter or digit, and not contain consecutive hyphens. Follow this link for "
    "more information: https://go.microsoft.com/fwlink/?linkid=2147742",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftkeyvault",
    wording="azure",
)
NAME_TAKEN = rule(
    "vault-name-taken",
    text="A vault's name is its host name: it is taken by any other vault, soft-deleted ones included.",
    status=409,
    code="VaultAlreadyExists",
    message="The vault name '{name}' is already in use. Vault names are globaly unique so it is possible that the name "
    "is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the "
    "same name was recently deleted but not purged after being placed in a recoverable state. If the vault is in a "
    "recoverable state then the vault will need to be purged before reusing the name. For more information about "
    "VaultAlreadyExists, soft delete and purging a vault follow this link "
    "https://go.microsoft.com/fwlink/?linkid=2147740",
    source=RECOVERY,
    wording="azure",
)
TENANT_ID = rule(
    "vault-tenant-id",
    text="A vault belongs to a tenant, named by a GUID.",
    message="The parameter 'tenantId' has an invalid value '{value}': it must be a GUID.",
    source=VAULT_REST,
)
PURGE_PROTECTION = rule(
    "purge-protection",
    text="Purge protection is on or left out; it cannot be switched off.",
    message='The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is '
    "an irreversible action.",
    source=PURGE_PROTECTION_FALSE,
    wording="azure",
)
SOFT_DELETE_ON = rule(
    "soft-delete",
    text="Soft delete cannot be switched off.",
    message='The property "enableSoftDelete" cannot be set to false. Soft delete is enabled for every vault.',
    source=SOFT_DELETE,
)
RETENTION = rule(
    "soft-delete-retention",
    text="What was soft-deleted is retained for 7 to 90 days.",
    message='The property "softDeleteRetentionInDays" must be between 7 and 90; the value is {value}.',
    source=SOFT_DELETE,
)
RETENTION_FIXED = rule(
    "soft-delete-retention-fixed",
    text="How long soft-deleted things are retained is decided when the vault is created.",
    message='The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
    source=SOFT_DELETE,
)


def _uri(vault: Resource) -> str:
    return f"https://{vault.id.name.lower()}.vault.azure.net/"


def _prepare(proposal: Proposal) -> None:
    sign(proposal)
    acls = proposal.properties.get("networkAcls")
    if acls:
        network.in_normal_form(acls)


VAULT = ResourceType(
    name=VAULTS,
    answers_as=VAULTS,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(VAULT_NAME, r"(?=.{3,24}\Z)[A-Za-z](?:-?[A-Za-z0-9])*"),),
    claim=Claim(rule=NAME_TAKEN, of=lambda proposal: claim_of(proposal.name)),
    restore=restore,
    removing=retire,
    further_rules=(NOTHING_TO_RECOVER,),
    body={
        **ENVELOPE,
        "location": LOCATION,
        "tags": TAGS,
        "systemData": SYSTEM_DATA,
        "properties": record(
            {
                "sku": record(
                    {"family": text("A", required=True), "name": text("standard", "premium", required=True)},
                    required=True,
                ),
                "tenantId": text(
                    required=True, constraints=(Constraint(rule=TENANT_ID, holds=lambda value, _: is_guid(value)),)
                ),
                "networkAcls": network.NETWORK_ACLS,
                "privateEndpointConnections": network.PRIVATE_ENDPOINT_CONNECTIONS,
                "accessPolicies": ACCESS_POLICIES,
                "createMode": Property(kind=Kind.STRING, access=Access.WRITE_ONLY, allowed=("default", "recover")),
                "enabledForDeployment": flag(default=False),
                "enabledForDiskEncryption": flag(default=False),
                "enabledForTemplateDeployment": flag(default=False),
                "enableSoftDelete": flag(default=True, constraints=(one_of(SOFT_DELETE_ON, True),)),  # noqa: FBT003
                "softDeleteRetentionInDays": whole(
                    default=90, keeps=True, constraints=(between(RETENTION, 7, 90),), fixed=RETENTION_FIXED
                ),
                "enableRbacAuthorization": flag(default=False, keeps=True),
                "enablePurgeProtection": flag(
                    keeps=True,
                    constraints=(one_of(PURGE_PROTECTION, True),),  # noqa: FBT003
                ),
                "vaultUri": reported(Kind.STRING, lambda vault, _: _uri(vault)),
                "provisioningState": SUCCEEDED,
                "publicNetworkAccess": text("Enabled", "Disabled", "SecuredByPerimeter", default="Enabled"),
            },
            required=True,
        ),
    },
    conditions=(LOCATED, SETTLED, Condition(rule=POLICIES_REQUIRED, holds=has_policies)),
    prepare=_prepare,
)
