from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.sandbox.world.scenery import properties
from tests.sandbox.world.storage_cases import ACCOUNT, CONTAINER, account

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

CLOSED = {"defaultAction": "Deny", "bypass": "None"}


def test_an_account_comes_back_with_its_defaults_and_endpoints(azure: Scenery) -> None:
    made = azure.put(ACCOUNT, account())

    assert made["sku"] == {"name": "Standard_LRS", "tier": "Standard"}
    found = made["properties"]
    assert {name: found[name] for name in ("minimumTlsVersion", "allowBlobPublicAccess", "accessTier")} == {
        "minimumTlsVersion": "TLS1_0",
        "allowBlobPublicAccess": False,
        "accessTier": "Hot",
    }
    assert found["primaryEndpoints"]["blob"] == "https://backbonestore.blob.core.windows.net/"
    assert set(found["primaryEndpoints"]) == {"dfs", "web", "blob", "queue", "table", "file"}
    assert found["networkAcls"] == {
        "bypass": "AzureServices",
        "virtualNetworkRules": [],
        "ipRules": [],
        "defaultAction": "Allow",
    }
    assert found["encryption"]["services"]["blob"]["keyType"] == "Account"
    assert found["supportsHttpsTrafficOnly"] is True


def test_a_premium_account_of_files_has_no_blobs(azure: Scenery) -> None:
    made = azure.put(ACCOUNT, account("Premium_LRS", "FileStorage"))

    assert list(made["properties"]["primaryEndpoints"]) == ["file"]
    assert made["properties"]["accessTier"] == "Premium"
    assert f"{ACCOUNT}/blobServices/default" not in azure.ids()


def test_an_account_keeps_what_a_request_leaves_out(azure: Scenery) -> None:
    azure.put(ACCOUNT, account(networkAcls=CLOSED, allowSharedKeyAccess=False))

    azure.put(ACCOUNT, account(minimumTlsVersion="TLS1_2"))

    found = azure.properties(ACCOUNT)
    assert found["networkAcls"]["defaultAction"] == "Deny"
    assert found["allowSharedKeyAccess"] is False
    azure.put(ACCOUNT, account(networkAcls={"bypass": "None"}))
    assert azure.properties(ACCOUNT)["networkAcls"]["defaultAction"] == "Allow"


def test_the_keys_of_an_account_are_told_to_who_asks_for_them_alone(azure: Scenery) -> None:
    azure.put(ACCOUNT, account())

    keys = (azure.call("POST", f"{ACCOUNT}/listKeys").body or {})["keys"]

    assert [key["keyName"] for key in keys] == ["key1", "key2"]
    assert keys[0]["value"] != keys[1]["value"]
    seen = json.dumps([azure.get(ACCOUNT), azure.world.resources(), azure.log()])
    assert not [key for key in keys if key["value"] in seen]


def test_a_container_is_private_and_reports_its_state(azure: Scenery) -> None:
    azure.put(ACCOUNT, account())

    made = azure.put(CONTAINER, properties(metadata={"kind": "code"}))

    found = made["properties"]
    assert (found["publicAccess"], found["leaseState"], found["hasLegalHold"]) == ("None", "Available", False)
    assert (found["metadata"], found["defaultEncryptionScope"]) == ({"kind": "code"}, "$account-encryption-key")
    assert made["etag"].startswith('"0x')
    before = made["etag"]
    azure.clock.pass_by(seconds=1)
    assert azure.put(CONTAINER)["etag"] != before


def test_containers_go_with_their_account(azure: Scenery) -> None:
    azure.put(ACCOUNT, account())
    azure.put(CONTAINER)

    azure.call("DELETE", ACCOUNT)

    assert [each for each in azure.ids() if each.startswith(ACCOUNT)] == []
