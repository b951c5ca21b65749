"""What the function is told, and what it finds where a mapping leads."""

from __future__ import annotations

import json

from backbone import app_settings, mappings, routes, secret_reads
from backbone.private_link import ZONES, groups_of
from backbone.settings import EndpointTarget


def test_the_function_is_told_where_its_mappings_are_and_nothing_secret() -> None:
    settings = app_settings.of_backbone("https://v.vault.azure.net/", routes.value((), {}))
    assert settings["BACKBONE_VAULT_URI"] == "https://v.vault.azure.net/"
    assert settings["BACKBONE_DEFAULT_MAPPING"] == "default"
    assert json.loads(settings["BACKBONE_ROUTES"]) == {"version": 1, "routes": {}}
    assert json.loads(settings["BACKBONE_PAIRING"]) == {"version": 1}


def test_the_host_connects_with_its_identity_and_no_key() -> None:
    settings = app_settings.of_host("account", "client", "InstrumentationKey=x")
    assert settings["AZURE_CLIENT_ID"] == "client"
    assert settings["AzureWebJobsStorage__accountName"] == "account"
    assert settings["AzureWebJobsStorage__credential"] == "managedidentity"
    assert settings["AzureWebJobsStorage__clientId"] == "client"
    assert settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] == "ClientId=client;Authorization=AAD"
    assert "AzureWebJobsStorage" not in settings, "an exact name would win over the prefixed ones"


def test_the_value_of_a_mapping_is_an_address() -> None:
    assert json.loads(mappings.value("ns.servicebus.windows.net", "tracking")) == {
        "version": 1,
        "namespace": "ns.servicebus.windows.net",
        "queue": "tracking",
        "auth": "identity",
    }


def test_a_disabled_mapping_leads_nowhere() -> None:
    assert json.loads(mappings.disabled_value()) == {"version": 1, "auth": "none"}


def test_a_mappings_secret_is_named_in_lower_case() -> None:
    assert mappings.secret_name("Shipment-Orders") == "queue-mapping-shipment-orders"


def test_a_mappings_tags_say_what_its_value_cannot() -> None:
    assert mappings.tags("/id") == {"kind": "queue-mapping", "version": "1", "target": "/id"}


def test_reads_by_anyone_but_the_reader_are_looked_for() -> None:
    query = secret_reads.query("33333333-3333-3333-3333-333333333333")
    assert query.splitlines()[0] == "AZKVAuditLogs"
    assert '| where OperationName in ("SecretGet", "SecretBackup") and HttpStatusCode == 200' in query
    assert '| where Caller != "33333333-3333-3333-3333-333333333333"' in query


def test_every_part_of_every_service_has_a_zone() -> None:
    assert {group for target in EndpointTarget for group in groups_of(target)} == set(ZONES)
