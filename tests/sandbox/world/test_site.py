from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.world import AzureError
from tests.sandbox.world.scenery import properties
from tests.sandbox.world.site_cases import IDENTITY, PLAN, RUNNING, SITE, SITES, app, flex

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

SECRET = "hidden-from-everyone"  # noqa: S105 - the tests look for it
POLICIES = f"{SITE}/basicPublishingCredentialsPolicies"


@pytest.fixture
def running(azure: Scenery) -> Scenery:
    for call in RUNNING:
        azure.call(call.method, call.id, call.body)
    return azure


def _settings(azure: Scenery) -> dict[str, Any]:
    listed: dict[str, Any] = (azure.call("POST", f"{SITE}/config/appsettings/list").body or {})["properties"]
    return listed


def test_a_flex_plan_says_all_that_follows_from_its_size(running: Scenery) -> None:
    found = running.get(PLAN)

    assert found["sku"] == {"name": "FC1", "tier": "FlexConsumption", "size": "FC1", "family": "FC", "capacity": 0}
    assert (found["kind"], found["properties"]["reserved"], found["properties"]["numberOfSites"]) == (
        "functionapp",
        True,
        1,
    )
    assert found["properties"]["geoRegion"] == "West Europe"


def test_an_app_comes_back_with_its_defaults_and_host_names(running: Scenery) -> None:
    found = running.get(SITE)

    assert found["kind"] == "functionapp,linux"
    assert set(found["identity"]["userAssignedIdentities"][IDENTITY]) == {"principalId", "clientId"}
    members = found["properties"]
    assert members["defaultHostName"] == "tracking-function.azurewebsites.net"
    assert members["enabledHostNames"][1] == "tracking-function.scm.azurewebsites.net"
    assert (members["sku"], members["state"], members["reserved"]) == ("FlexConsumption", "Running", True)
    assert members["functionAppConfig"]["scaleAndConcurrency"] == {
        "alwaysReady": [],
        "maximumInstanceCount": 100,
        "instanceMemoryMB": 2048,
    }
    assert members["keyVaultReferenceIdentity"] == "SystemAssigned"


def test_an_app_tells_little_of_its_configuration_and_config_web_the_rest(running: Scenery) -> None:
    running.put(SITE, flex(siteConfig={"minTlsVersion": "1.3", "http20Enabled": True}))

    short = running.properties(SITE)["siteConfig"]
    whole = running.properties(f"{SITE}/config/web")

    assert (short["http20Enabled"], "minTlsVersion" in short) == (True, False)
    assert (whole["minTlsVersion"], whole["http20Enabled"], whole["ftpsState"]) == ("1.3", True, "FtpsOnly")


def test_a_setting_that_a_request_leaves_out_stays(running: Scenery) -> None:
    running.put(SITE, flex(siteConfig={"minTlsVersion": "1.3"}))
    running.put(SITE, flex())
    running.put(f"{SITE}/config/web", properties(http20Enabled=True))

    whole = running.properties(f"{SITE}/config/web")

    assert (whole["minTlsVersion"], whole["http20Enabled"]) == ("1.3", True)


def test_app_settings_are_listed_on_demand_and_shown_nowhere_else(running: Scenery) -> None:
    settings = [{"name": "A", "value": SECRET}, {"name": "B", "value": "b"}]

    running.put(SITE, flex(siteConfig={"appSettings": settings}))

    assert _settings(running) == {"A": SECRET, "B": "b"}
    shown = [running.get(SITE), running.get(f"{SITE}/config/web"), running.world.resources(), running.log()]
    assert SECRET not in json.dumps(shown)
    with pytest.raises(AzureError, match="MethodNotAllowed"):
        running.get(f"{SITE}/config/appsettings")


def test_app_settings_are_replaced_as_a_whole_and_only_where_they_are_named(running: Scenery) -> None:
    running.put(SITE, flex(siteConfig={"appSettings": [{"name": "A", "value": "1"}]}))
    running.put(SITE, flex(siteConfig={"http20Enabled": True}))
    assert _settings(running) == {"A": "1"}

    running.put(f"{SITE}/config/appsettings", properties(B="2"))
    assert _settings(running) == {"B": "2"}
    running.put(f"{SITE}/config/web", properties(appSettings=[{"name": "C", "value": "3"}]))

    assert _settings(running) == {"C": "3"}
    assert [line["body"] for line in running.log() if line["id"].endswith("appsettings")] == [
        {"properties": "[secret]"}
    ]


def test_a_new_app_can_be_published_to_with_a_password_until_that_is_forbidden(running: Scenery) -> None:
    assert [running.properties(f"{POLICIES}/{name}")["allow"] for name in ("ftp", "scm")] == [True, True]

    running.put(f"{POLICIES}/scm", properties(allow=False))

    assert [running.properties(f"{POLICIES}/{name}")["allow"] for name in ("ftp", "scm")] == [True, False]
    with pytest.raises(AzureError, match="MethodNotAllowed"):
        running.call("DELETE", f"{POLICIES}/scm")


def test_authentication_is_off_until_it_is_configured(running: Scenery) -> None:
    settings = f"{SITE}/config/authsettingsV2"
    assert running.properties(settings) == {}

    running.put(settings, properties(platform={"enabled": True}, globalValidation={"requireAuthentication": True}))

    listed = running.call("POST", f"{settings}/list").body or {}
    assert listed["properties"] == {
        "platform": {"enabled": True, "runtimeVersion": "~1"},
        "globalValidation": {"requireAuthentication": True},
    }
    assert listed == running.get(settings)


def test_what_an_app_has_goes_with_it(running: Scenery) -> None:
    running.call("DELETE", SITE)

    assert [each for each in running.ids() if each.startswith(SITES)] == []
    assert running.properties(PLAN)["numberOfSites"] == 0


def test_there_are_no_slots(running: Scenery) -> None:
    with pytest.raises(AzureError, match="InvalidResourceType"):
        running.call("PUT", f"{SITE}/slots/staging", app())
