"""Cases of Key Vault's rules, as far as Resource Manager enforces them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import DEFAULT_TENANT
from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import GROUP, SUBSCRIPTION

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

VAULTS = f"{GROUP}/providers/Microsoft.KeyVault/vaults"
VAULT = f"{VAULTS}/backbone-vault"
DELETED = f"{SUBSCRIPTION}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/backbone-vault"
OTHER_GROUP = f"{SUBSCRIPTION}/resourceGroups/other"
_LOCATED = {"location": "westeurope"}


def vault(**given: object) -> dict[str, Any]:
    """The body of a vault; `given` are properties, None leaves one out."""
    standard = {
        "sku": {"family": "A", "name": "standard"},
        "tenantId": DEFAULT_TENANT,
        "enableRbacAuthorization": True,
    }
    members = {**standard, **given}
    return {**_LOCATED, "properties": {name: value for name, value in members.items() if value is not None}}


def secret(value: str = "s3cret", *, tags: dict[str, str] | None = None, **more: object) -> dict[str, Any]:
    """The body of a secret."""
    return {"tags": tags or {}, "properties": {"value": value, **more}}


def named(name: str, of: str = VAULT) -> str:
    """The id of a secret."""
    return f"{of}/secrets/{name}"


def acls(*addresses: str) -> dict[str, Any]:
    """A firewall with IP rules."""
    return {"defaultAction": "Deny", "ipRules": [{"value": each} for each in addresses]}


def _networks(number: int) -> dict[str, Any]:
    return {"virtualNetworkRules": [{"id": GROUP}] * number}


def _delete_secret(scenery: Scenery) -> None:
    scenery.world.grant("deployer", "Key Vault Secrets Officer", SUBSCRIPTION)
    scenery.world.vault("backbone-vault").delete_secret("first")


_TAKEN = (
    "The vault name '{}' is already in use. Vault names are globaly unique so it is possible that the name is already "
    "taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was "
    "recently deleted but not purged after being placed in a recoverable state. If the vault is in a recoverable state "
    "then the vault will need to be purged before reusing the name. For more information about VaultAlreadyExists, "
    "soft delete and purging a vault follow this link https://go.microsoft.com/fwlink/?linkid=2147740"
)
_INVALID = (
    "The vault name '{}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin "
    "with a letter, end with a letter or digit, and not contain consecutive hyphens. Follow this link for more "
    "information: https://go.microsoft.com/fwlink/?linkid=2147742"
)
_POLICY = {"tenantId": DEFAULT_TENANT, "objectId": DEFAULT_TENANT, "permissions": {"secrets": ["get"]}}

VAULT_CASES = (
    *(
        Case(
            rule="keyvault/vault-name",
            accepted=(put(f"{VAULTS}/a-1", vault()), put(f"{VAULTS}/{'v' * 24}", vault())),
            refused=put(f"{VAULTS}/{name}", vault()),
            message=_INVALID.format(name),
        )
        for name in ("ab", "v" * 25, "1st", "ends-", "two--hyphens", "under_score")
    ),
    Case(
        rule="keyvault/vault-name-taken",
        accepted=(put(OTHER_GROUP, _LOCATED), put(VAULT, vault()), put(VAULT, vault())),
        refused=put(f"{OTHER_GROUP}/providers/Microsoft.KeyVault/vaults/BACKBONE-vault", vault()),
        message=_TAKEN.format("BACKBONE-vault"),
    ),
    Case(
        rule="keyvault/vault-name-taken",
        accepted=(put(OTHER_GROUP, _LOCATED), put(VAULT, vault())),
        refused=put(f"{OTHER_GROUP}/providers/Microsoft.KeyVault/vaults/backbone-vault", vault(createMode="recover")),
        message=_TAKEN.format("backbone-vault"),
    ),
    Case(
        rule="keyvault/vault-name-taken",
        accepted=(put(VAULT, vault()), Call(method="DELETE", id=VAULT)),
        refused=put(VAULT, vault()),
        message=_TAKEN.format("backbone-vault"),
    ),
    Case(
        rule="keyvault/vault-recover",
        accepted=(
            put(VAULT, vault()),
            Call(method="DELETE", id=VAULT),
            put(VAULT, vault(createMode="recover")),
            put(VAULT, vault(createMode="recover")),
        ),
        refused=put(f"{VAULTS}/never-was", vault(createMode="recover")),
        message="The specified deleted vault 'never-was' does not exist.",
    ),
    Case(
        rule="keyvault/vault-recover",
        accepted=(put(VAULT, vault()), Call(method="DELETE", id=VAULT)),
        refused=put(VAULT, {**vault(createMode="recover"), "location": "northeurope"}),
        message="The specified deleted vault 'backbone-vault' does not exist.",
    ),
    Case(
        rule="keyvault/deleted-vault-present",
        accepted=(put(VAULT, vault()), Call(method="DELETE", id=VAULT), Call(method="GET", id=DELETED)),
        refused=Call(method="GET", id=DELETED.replace("backbone", "another")),
        message="The specified deleted vault 'another-vault' does not exist.",
    ),
    Case(
        rule="keyvault/purge-protected",
        accepted=(
            put(VAULT, vault()),
            Call(method="DELETE", id=VAULT),
            Call(method="POST", id=f"{DELETED}/purge"),
            put(VAULT, vault(enablePurgeProtection=True)),
            Call(method="DELETE", id=VAULT),
        ),
        refused=Call(method="POST", id=f"{DELETED}/purge"),
        message="Operation 'DeletedVaultPurge' is not allowed.",
    ),
    Case(
        rule="keyvault/vault-tenant-id",
        accepted=(put(VAULT, vault()),),
        refused=put(f"{VAULTS}/other-vault", vault(tenantId="contoso")),
        message="The parameter 'tenantId' has an invalid value 'contoso': it must be a GUID.",
    ),
    Case(
        rule="keyvault/purge-protection",
        accepted=(put(VAULT, vault(enablePurgeProtection=True)), put(VAULT, vault())),
        refused=put(VAULT, vault(enablePurgeProtection=False)),
        message='The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a '
        "vault is an irreversible action.",
    ),
    Case(
        rule="keyvault/soft-delete",
        accepted=(put(VAULT, vault(enableSoftDelete=True)),),
        refused=put(VAULT, vault(enableSoftDelete=False)),
        message='The property "enableSoftDelete" cannot be set to false. Soft delete is enabled for every vault.',
    ),
    *(
        Case(
            rule="keyvault/soft-delete-retention",
            accepted=(put(VAULT, vault(softDeleteRetentionInDays=bound)),),
            refused=put(f"{VAULTS}/other-vault", vault(softDeleteRetentionInDays=beyond)),
            message=f'The property "softDeleteRetentionInDays" must be between 7 and 90; the value is {beyond}.',
        )
        for bound, beyond in ((7, 6), (90, 91))
    ),
    Case(
        rule="keyvault/soft-delete-retention-fixed",
        accepted=(put(VAULT, vault(softDeleteRetentionInDays=7)), put(VAULT, vault())),
        refused=put(VAULT, vault(softDeleteRetentionInDays=8)),
        message='The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
    ),
    Case(
        rule="keyvault/access-policies-required",
        accepted=(put(VAULT, vault(enableRbacAuthorization=False, accessPolicies=[])),),
        refused=put(VAULT, vault(enableRbacAuthorization=False)),
        message="The parameter 'accessPolicies' is required unless 'enableRbacAuthorization' is true or 'createMode' "
        "is 'recover'.",
    ),
    Case(
        rule="keyvault/access-policy-count",
        accepted=(put(VAULT, vault(accessPolicies=[_POLICY] * 1024)),),
        refused=put(VAULT, vault(accessPolicies=[_POLICY] * 1025)),
        message="The vault 'backbone-vault' has more than 1024 access policies.",
    ),
    *(
        Case(
            rule="keyvault/ip-rule",
            accepted=(put(VAULT, vault(networkAcls=acls("20.1.2.3", "20.1.2.0/24"))),),
            refused=put(VAULT, vault(networkAcls=acls(address))),
            message=f"The IP address or range '{address}' in the network rules of vault 'backbone-vault' is not a "
            "public IPv4 address or CIDR range.",
        )
        for address in ("10.0.0.1", "2001:db8::1", "20.1.2.3/24", "anywhere")
    ),
    Case(
        rule="keyvault/ip-rule-count",
        accepted=(put(VAULT, vault(networkAcls=acls(*["20.1.2.3"] * 1000))),),
        refused=put(VAULT, vault(networkAcls=acls(*["20.1.2.3"] * 1001))),
        message="The vault 'backbone-vault' has more than 1000 IP rules.",
    ),
    Case(
        rule="keyvault/virtual-network-rule-count",
        accepted=(put(VAULT, vault(networkAcls=_networks(200))),),
        refused=put(VAULT, vault(networkAcls=_networks(201))),
        message="The vault 'backbone-vault' has more than 200 virtual network rules.",
    ),
)

SECRET_CASES = (
    *(
        Case(
            rule="keyvault/secret-name",
            accepted=(put(VAULT, vault()), put(named("a"), secret()), put(named("Z-9" * 42 + "x"), secret())),
            refused=put(named(name), secret()),
            message=f"The request URI contains an invalid name: {name}",
        )
        for name in ("under_score", "n" * 128)
    ),
    Case(
        rule="keyvault/secret-value-size",
        accepted=(put(VAULT, vault()), put(named("first"), secret("x" * 25_600))),
        refused=put(named("first"), secret("ü" * 12_800 + "x")),
        message="The size of the secret value exceeds the limit of 25600 bytes.",
    ),
    Case(
        rule="keyvault/secret-content-type",
        accepted=(put(VAULT, vault()), put(named("first"), secret(contentType="t" * 255))),
        refused=put(named("first"), secret(contentType="t" * 256)),
        message="The content type of the secret 'first' exceeds the limit of 255 characters.",
    ),
    Case(
        rule="keyvault/secret-tag-count",
        accepted=(put(VAULT, vault()), put(named("first"), secret(tags={f"t{n}": "" for n in range(15)}))),
        refused=put(named("first"), secret(tags={f"t{n}": "" for n in range(16)})),
        message="The secret 'first' has more than 15 tags.",
    ),
    Case(
        rule="keyvault/secret-deleted",
        accepted=(put(VAULT, vault()), put(named("first"), secret()), put(named("second"), secret())),
        prepare=_delete_secret,
        refused=put(named("FIRST"), secret()),
        message="Secret FIRST is currently in a deleted but recoverable state, and its name cannot be reused; in this "
        "state, the secret can only be recovered or purged.",
    ),
    Case(
        rule="keyvault/secret-present",
        accepted=(put(VAULT, vault()), put(named("first"), secret()), Call(method="GET", id=named("FIRST"))),
        refused=Call(method="GET", id=named("second")),
        message="A secret with (name/id) second was not found in this key vault. If you recently deleted this secret "
        "you may be able to recover it using the correct recovery command. For help resolving this issue, please see "
        "https://go.microsoft.com/fwlink/?linkid=2125182",
    ),
)

CASES = (*VAULT_CASES, *SECRET_CASES)
