from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.azure.keyvault import data_rules
from sandbox.world import DEPLOYER, AzureError, NoSuchHostError
from tests.sandbox.world.scenery import GROUP, SUBSCRIPTION
from tests.sandbox.world.vault_cases import DELETED, VAULT, acls, named, secret, vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.azure.rule import Rule
    from tests.sandbox.world.scenery import Scenery

FIRST = named("first")
LIST = f"{SUBSCRIPTION}/providers/Microsoft.KeyVault/deletedVaults"
HERE = {"location": "westeurope"}


@pytest.fixture
def azure(empty: Scenery) -> Scenery:
    """A world with a vault that anybody reaches, with one secret, and a deployer who may work with secrets."""
    empty.put(GROUP, HERE)
    empty.put(VAULT, vault(softDeleteRetentionInDays=7))
    empty.put(FIRST, secret("s3cret", contentType="text/plain", tags={"kind": "test"}))
    empty.world.grant(DEPLOYER, "Key Vault Secrets Officer", GROUP)
    return empty


def _retire(azure: Scenery) -> None:
    azure.call("DELETE", VAULT)


def _recover(azure: Scenery, **given: object) -> dict[str, Any]:
    return azure.put(VAULT, vault(createMode="recover", softDeleteRetentionInDays=7, **given))


def test_a_vault_is_answered_in_azure_s_normal_form(azure: Scenery) -> None:
    body = vault(
        publicNetworkAccess="disabled",
        networkAcls={"bypass": "none", "defaultAction": "deny", "ipRules": [{"value": "20.1.2.3"}]},
        enablePurgeProtection=True,
        softDeleteRetentionInDays=7,
    )

    answer = azure.put(VAULT, {**body, "location": "West Europe"})

    assert answer["location"] == "westeurope"
    assert answer["systemData"]["createdByType"] == "Application"
    assert answer["properties"] == {
        "sku": {"family": "A", "name": "standard"},
        "tenantId": azure.world.deployer.tenant_id,
        "networkAcls": {
            "bypass": "None",
            "defaultAction": "Deny",
            "ipRules": [{"value": "20.1.2.3/32"}],
            "virtualNetworkRules": [],
        },
        "accessPolicies": [],
        "enabledForDeployment": False,
        "enabledForDiskEncryption": False,
        "enabledForTemplateDeployment": False,
        "enableSoftDelete": True,
        "softDeleteRetentionInDays": 7,
        "enableRbacAuthorization": True,
        "enablePurgeProtection": True,
        "vaultUri": "https://backbone-vault.vault.azure.net/",
        "provisioningState": "Succeeded",
        "publicNetworkAccess": "Disabled",
    }


def test_purge_protection_and_retention_stay_when_an_update_leaves_them_out(azure: Scenery) -> None:
    azure.put(VAULT, vault(enablePurgeProtection=True))

    properties = azure.put(VAULT, vault())["properties"]

    assert (properties["enablePurgeProtection"], properties["softDeleteRetentionInDays"]) == (True, 7)


def test_a_secret_s_value_is_never_answered_nor_logged(azure: Scenery) -> None:
    answer = azure.get(FIRST)

    assert "value" not in answer["properties"]
    assert "s3cret" not in str(azure.world.resources())
    assert "s3cret" not in (azure.home / "requests.jsonl").read_text("utf-8")
    (line,) = [each for each in azure.log() if each["id"] == FIRST and each["method"] == "PUT"]
    assert line["body"]["properties"]["value"] == "[secret]"


def test_a_secret_is_described_in_full(azure: Scenery) -> None:
    answer = azure.get(FIRST)
    version = (
        answer["properties"]
        .pop("secretUriWithVersion")
        .removeprefix("https://backbone-vault.vault.azure.net/secrets/first/")
    )

    assert len(version) == 32
    assert (answer["location"], answer["tags"]) == ("westeurope", {"kind": "test"})
    assert answer["properties"] == {
        "contentType": "text/plain",
        "attributes": {"enabled": True, "created": 1785585600, "updated": 1785585600},
        "secretUri": "https://backbone-vault.vault.azure.net/secrets/first",
    }


@pytest.mark.parametrize(
    ("collection", "ids"),
    [
        (VAULT.rpartition("/")[0], [VAULT]),
        (f"{SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults", [VAULT]),
        (f"{VAULT}/secrets", [FIRST, named("second")]),
    ],
)
def test_vaults_and_secrets_are_listed(azure: Scenery, collection: str, ids: list[str]) -> None:
    azure.put(named("second"), secret())

    assert [each["id"] for each in azure.get(collection)["value"]] == ids


def test_every_write_of_a_secret_makes_a_version(azure: Scenery) -> None:
    first = azure.properties(FIRST)
    second = azure.put(FIRST, secret("other"))["properties"]

    assert first["secretUri"] == second["secretUri"]
    assert first["secretUriWithVersion"] != second["secretUriWithVersion"]
    assert azure.world.vault("backbone-vault").get_secret("first") == "other"


def test_a_secret_cannot_be_deleted_through_resource_manager(azure: Scenery) -> None:
    with pytest.raises(AzureError, match=r"does not support http method 'DELETE'"):
        azure.call("DELETE", FIRST)


def test_secrets_are_written_through_resource_manager_without_any_data_right(azure: Scenery) -> None:
    azure.put(VAULT, vault(publicNetworkAccess="Disabled"))
    azure.world.revoke(DEPLOYER, "Key Vault Secrets Officer", GROUP)

    assert azure.put(named("second"), secret())["name"] == "second"


def test_a_deleted_vault_is_remembered_until_its_retention_ends(azure: Scenery) -> None:
    _retire(azure)

    (listed,) = azure.get(LIST)["value"]
    assert listed == azure.get(DELETED)
    assert listed["properties"] == {
        "vaultId": VAULT,
        "location": "westeurope",
        "deletionDate": "2026-08-01T12:00:00Z",
        "scheduledPurgeDate": "2026-08-08T12:00:00Z",
        "tags": {},
    }
    azure.world.advance(timedelta(days=7) - timedelta(seconds=1))
    assert len(azure.get(LIST)["value"]) == 1
    azure.world.advance(timedelta(seconds=1))
    assert azure.get(LIST)["value"] == []
    assert azure.put(VAULT, vault())["name"] == "backbone-vault"


def test_a_deleted_vault_is_no_resource_and_has_no_host(azure: Scenery) -> None:
    _retire(azure)

    assert VAULT not in azure.ids()
    assert not [each for each in azure.ids() if "deletedVaults" in each]
    with pytest.raises(AzureError, match="ResourceNotFound"):
        azure.get(VAULT)
    with pytest.raises(NoSuchHostError, match=r"backbone-vault.vault.azure.net"):
        azure.world.vault("backbone-vault").get_secret("first")


def test_a_recovered_vault_has_its_secrets_and_is_as_the_request_says(azure: Scenery) -> None:
    azure.put(named("second"), secret("other"))
    azure.world.vault("backbone-vault").delete_secret("second")
    _retire(azure)

    answer = _recover(azure, publicNetworkAccess="Disabled")

    assert answer["properties"]["publicNetworkAccess"] == "Disabled"
    assert "createMode" not in answer["properties"]
    assert FIRST in azure.ids()
    assert azure.get(LIST)["value"] == []
    _recover(azure)
    door = azure.world.vault("backbone-vault")
    assert door.get_secret("first") == "s3cret"
    assert door.has_deleted_secret("second")


def test_a_vault_is_recovered_into_its_group_even_if_that_was_deleted_with_it(azure: Scenery) -> None:
    azure.call("DELETE", GROUP)
    assert azure.get(DELETED)["properties"]["vaultId"] == VAULT
    azure.put(GROUP, HERE)

    _recover(azure)

    azure.world.grant(DEPLOYER, "Key Vault Secrets Officer", GROUP)
    assert azure.world.vault("backbone-vault").get_secret("first") == "s3cret"


def test_a_vault_is_not_recovered_into_another_group(azure: Scenery) -> None:
    azure.put(f"{SUBSCRIPTION}/resourceGroups/other", HERE)
    _retire(azure)

    with pytest.raises(AzureError, match=r"The specified deleted vault 'backbone-vault' does not exist."):
        azure.put(VAULT.replace("/rg/", "/other/"), vault(createMode="recover"))


def test_a_refused_recovery_leaves_the_vault_deleted(azure: Scenery) -> None:
    _retire(azure)

    with pytest.raises(AzureError, match="softDeleteRetentionInDays"):
        azure.put(VAULT, vault(createMode="recover", softDeleteRetentionInDays=8))

    assert azure.get(DELETED)["name"] == "backbone-vault"


def test_a_purged_vault_is_forgotten_with_its_secrets(azure: Scenery) -> None:
    _retire(azure)
    azure.call("POST", f"{DELETED}/purge")

    azure.put(VAULT, vault())

    with pytest.raises(AzureError, match="SecretNotFound"):
        azure.get(FIRST)


def test_purging_takes_a_right_of_its_own(azure: Scenery) -> None:
    _retire(azure)
    azure.world.revoke(DEPLOYER, "Contributor", SUBSCRIPTION)
    azure.world.grant(DEPLOYER, "Key Vault Contributor", SUBSCRIPTION)

    with pytest.raises(AzureError, match=r"'Microsoft.KeyVault/locations/deletedVaults/purge/action'"):
        azure.call("POST", f"{DELETED}/purge")


def test_a_deleted_secret_is_reserved_recoverable_and_purged_in_the_end(azure: Scenery) -> None:
    door = azure.world.vault("backbone-vault")
    door.delete_secret("first")

    assert FIRST not in azure.ids()
    assert door.has_deleted_secret("FIRST")
    door.recover_secret("first")
    assert door.get_secret("first") == "s3cret"
    door.delete_secret("first")
    azure.world.advance(timedelta(days=7))
    assert not door.has_deleted_secret("first")
    assert azure.put(FIRST, secret("new"))["name"] == "first"


def _get(azure: Scenery, **caller: Any) -> None:
    azure.world.vault("backbone-vault", **caller).get_secret("first")


def _close(azure: Scenery) -> None:
    azure.put(VAULT, vault(publicNetworkAccess="Disabled"))
    _get(azure)


def _fence(azure: Scenery) -> None:
    azure.put(VAULT, vault(networkAcls=acls("20.1.2.0/24")))
    _get(azure, address="20.1.2.3")
    _get(azure, address="20.1.3.3")


def _dismiss(azure: Scenery) -> None:
    azure.world.revoke(DEPLOYER, "Key Vault Secrets Officer", GROUP)
    _get(azure)


def _decide_by_policy(azure: Scenery) -> None:
    policy = {
        "tenantId": azure.world.deployer.tenant_id,
        "objectId": azure.world.deployer.object_id,
        "permissions": {"secrets": ["Get"]},
    }
    azure.put(VAULT, vault(enableRbacAuthorization=False, accessPolicies=[policy]))
    _get(azure)
    azure.world.vault("backbone-vault").delete_secret("first")


def _disable(azure: Scenery) -> None:
    azure.put(FIRST, secret(attributes={"enabled": False}))
    _get(azure)


def _recover_what_is_not_deleted(azure: Scenery) -> None:
    azure.world.vault("backbone-vault").recover_secret("first")


_CALLER = (
    "appid=00000000-0000-4000-8000-000000000004;oid=00000000-0000-4000-8000-000000000003;"
    "iss=https://sts.windows.net/00000000-0000-4000-8000-000000000002/"
)
_PLACE = "Vault: backbone-vault;location=westeurope"


@pytest.mark.parametrize(
    ("break_it", "rule", "message"),
    [
        (
            _close,
            data_rules.FORBIDDEN_BY_CONNECTION,
            (
                "Public network access is disabled and request is not from a trusted service nor via an approved "
                f"private link.\r\nCaller: {_CALLER}\r\n{_PLACE}"
            ),
        ),
        (
            _fence,
            data_rules.FORBIDDEN_BY_FIREWALL,
            (
                "Client address is not authorized and caller is not a trusted service.\r\nClient address: 20.1.3.3\r\n"
                f"Caller: {_CALLER}\r\n{_PLACE}"
            ),
        ),
        (
            _dismiss,
            data_rules.FORBIDDEN_BY_RBAC,
            (
                "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or "
                f"role definitions were changed recently, please observe propagation time.\r\nCaller: {_CALLER}\r\n"
                f"Action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'\r\nResource: '{FIRST.lower()}'\r\n"
                f"Assignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\n{_PLACE}\r\n"
            ),
        ),
        (
            _decide_by_policy,
            data_rules.FORBIDDEN_BY_POLICY,
            (
                f"The user, group or application '{_CALLER}' does not have secrets delete permission on key vault "
                "'backbone-vault;location=westeurope'. For help resolving this issue, please see "
                "https://go.microsoft.com/fwlink/?linkid=2125287"
            ),
        ),
        (_disable, data_rules.SECRET_DISABLED, "Operation get is not allowed on a disabled secret."),
        (
            _recover_what_is_not_deleted,
            data_rules.DELETED_SECRET_NOT_FOUND,
            "Deleted Secret not found: first",
        ),
    ],
    ids=lambda value: getattr(value, "id", None),
)
def test_the_data_plane_refuses_in_key_vault_s_words(
    azure: Scenery, break_it: Callable[[Scenery], None], rule: Rule, message: str
) -> None:
    _get(azure)

    with pytest.raises(AzureError) as refused:
        break_it(azure)

    error = refused.value
    assert (error.rule, error.status) == (rule.id, rule.status)
    assert (error.code, error.inner_code) == (rule.code, rule.inner_code)
    assert error.message == message


def test_every_rule_of_the_data_plane_names_its_source() -> None:
    assert all(rule.source.startswith("https://") and rule.text.endswith(".") for rule in data_rules.RULES)


def test_nobody_comes_through_a_private_endpoint_that_is_not_there(azure: Scenery) -> None:
    azure.put(VAULT, vault(publicNetworkAccess="Disabled"))

    with pytest.raises(AzureError, match="Public network access is disabled"):
        _get(azure, is_private=True)
