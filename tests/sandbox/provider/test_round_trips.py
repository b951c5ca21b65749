from __future__ import annotations

from typing import TYPE_CHECKING, Any

import grpc
import pytest

from sandbox.provider.convert import shape_of
from sandbox.provider.schema import resource_type
from sandbox.provider.sdk import Kind
from tests.sandbox.provider.door import error_of, requests
from tests.sandbox.provider.stage import ACCOUNT, SITE, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sandbox.provider.schema import Field
    from sandbox.provider.sdk import Type
    from sandbox.world import World
    from tests.sandbox.provider.door import Door, Resource

PYTHON_TYPES: Mapping[Kind, tuple[type, ...]] = {
    Kind.STRING: (str,),
    Kind.BOOLEAN: (bool,),
    Kind.INTEGER: (int,),
    Kind.NUMBER: (int, float),
}


@pytest.fixture
def stage(door: Door, group: Resource) -> Stage:
    return Stage(door, group)


def _named(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """What a program says: without the marks that the provider adds."""
    return {name: value for name, value in inputs.items() if not name.startswith("__")}


def test_a_second_check_and_diff_find_no_difference(stage: Stage) -> None:
    for resource in stage.made.values():
        checked = stage.door.check(resource.type, resource.name, _named(resource.inputs), old=resource.inputs)
        answer = stage.door.diff(resource, checked.inputs)

        assert (resource.type, checked.failures, list(answer.diffs)) == (resource.type, [], [])


def test_a_refresh_finds_no_drift_but_the_hosts_that_a_zone_group_took_over(stage: Stage) -> None:
    found = {name: stage.door.refresh(resource).inputs for name, resource in stage.made.items()}

    assert found.pop("endpoint") == {**stage.made["endpoint"].inputs, "customDnsConfigs": []}
    assert found == {name: resource.inputs for name, resource in stage.made.items() if name != "endpoint"}


def test_the_same_inputs_again_change_nothing(stage: Stage) -> None:
    before = {name: stage.door.refresh(resource).outputs for name, resource in stage.made.items()}

    for resource in stage.made.values():
        stage.door.update(resource, resource.inputs)

    after = {name: stage.door.refresh(resource).outputs for name, resource in stage.made.items()}
    assert _lasting(after) == _lasting(before)


def _lasting(value: Any) -> Any:
    """A value without the times and tags that every write changes."""
    changing = {
        "etag",
        "lastModifiedAt",
        "lastModifiedTime",
        "lastModifiedTimeUtc",
        "lastUpdatedTime",
        "modifiedDate",
        "updatedAt",
    }
    if isinstance(value, dict):
        return {name: _lasting(each) for name, each in value.items() if name not in changing}
    return [_lasting(each) for each in value] if isinstance(value, list) else value


def test_an_import_finds_the_inputs(stage: Stage) -> None:
    hidden = {"azureApiVersion", "siteConfig"}
    for resource in stage.made.values():
        wanted = {name for name in _named(resource.inputs) if name not in hidden}

        assert (resource.type, wanted - set(stage.door.read(resource.type, resource.id).inputs)) == (
            resource.type,
            set(),
        )


def test_an_import_leaves_out_the_id_that_pulumi_keeps_itself(stage: Stage) -> None:
    imported = [stage.door.read(resource.type, resource.id).inputs for resource in stage.made.values()]

    assert "id" not in {name for inputs in imported for name in inputs}


def test_outputs_have_the_kinds_that_the_sdk_expects(stage: Stage) -> None:
    wrong = [
        f"{resource.type} {path}"
        for resource in stage.made.values()
        for path in _misfits(resource_type(f"azure-native:{resource.type}").outputs, resource.outputs)
    ]

    assert wrong == []


def _misfits(shape: Mapping[str, Field], values: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for name, value in values.items():
        if name in shape:
            yield from _misfit(shape[name].property.type, value, f"{path}.{name}")


def _misfit(type_: Type, value: Any, path: str) -> Iterator[str]:
    if isinstance(value, list) and type_.items:
        for item in value:
            yield from _misfit(type_.items, item, f"{path}[]")
    elif isinstance(value, dict) and type_.items:
        for name, item in value.items():
            yield from _misfit(type_.items, item, f"{path}.{name}")
    elif isinstance(value, dict):
        yield from _misfits(shape_of(type_.shapes, value) or {}, value, path)
    elif not isinstance(value, PYTHON_TYPES.get(type_.kind, (object,))):
        yield path


LOOK_UPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("storage:getStorageAccount", "account", {"accountName": ACCOUNT}),
    ("storage:getBlobContainer", "container", {"accountName": ACCOUNT, "containerName": "deployments"}),
    ("web:getWebApp", "site", {"name": SITE}),
    ("web:getWebAppFtpAllowed", "ftp", {"name": SITE}),
    ("network:getSubnet", "endpoints", {"virtualNetworkName": "?network", "subnetName": "endpoints"}),
    ("privatedns:getPrivateZone", "zone", {"privateZoneName": "privatelink.blob.core.windows.net"}),
    ("operationalinsights:getWorkspace", "logs", {"workspaceName": "?logs"}),
    ("applicationinsights:getComponent", "insights", {"resourceName": "?insights"}),
    ("monitor:getActionGroup", "oncall", {"actionGroupName": "?oncall"}),
)
"""Functions, what they look up, and its path; `?x` is the name of x."""


def test_a_look_up_finds_a_resource(stage: Stage) -> None:
    group = stage.made["group"].outputs["name"]
    for function, name, arguments in LOOK_UPS:
        names = {
            key: stage.made[each[1:]].outputs["name"] if each[0] == "?" else each for key, each in arguments.items()
        }

        found = stage.door.invoke(function, resourceGroupName=group, **names)

        assert found["id"] == stage.id(name)


def test_a_diagnostic_setting_is_looked_up_by_the_resource_it_is_about(stage: Stage) -> None:
    setting = stage.made["setting"]

    found = stage.door.invoke("monitor:getDiagnosticSetting", resourceUri=stage.id("bus"), name=setting.outputs["name"])

    assert (
        found["id"]
        == setting.id
        == f"{stage.id('bus')}/providers/Microsoft.Insights/diagnosticSettings/{setting.outputs['name']}"
    )


def test_app_settings_are_listed_by_a_function_and_stand_in_no_output(stage: Stage) -> None:
    group = stage.made["group"].outputs["name"]

    listed = stage.door.invoke("web:listWebAppApplicationSettings", resourceGroupName=group, name=SITE)

    assert listed["properties"] == {"AzureWebJobsStorage__accountName": ACCOUNT}
    assert "appSettings" not in stage.made["site"].outputs["siteConfig"]


def test_the_configuration_of_an_app_is_read_from_a_resource_of_its_own(stage: Stage, tmp_path: Path) -> None:
    assert stage.made["site"].outputs["siteConfig"]["minTlsVersion"] == "1.2"
    read = [line["id"] for line in requests(tmp_path) if line["method"] == "GET"]
    assert f"{stage.id('site')}/config/web" in read


def test_authentication_settings_are_read_with_a_post_and_reset_when_they_are_deleted(
    stage: Stage, world: World, tmp_path: Path
) -> None:
    auth = stage.made["auth"]
    assert [line["method"] for line in requests(tmp_path) if line["id"] == f"{auth.id}/list"] == ["POST", "POST"]

    stage.door.delete(auth)

    answer = world.call("GET", auth.id, "2025-05-01").body or {}
    assert "globalValidation" not in answer["properties"]


def test_a_deleted_publishing_policy_allows_again(stage: Stage, world: World) -> None:
    stage.door.delete(stage.made["ftp"])

    answer = world.call("GET", stage.made["ftp"].id, "2025-05-01").body or {}
    assert answer["properties"] == {"allow": True}


def test_a_network_is_made_with_no_subnets_and_changed_with_those_that_are_there(stage: Stage, tmp_path: Path) -> None:
    network = stage.made["network"]
    stage.door.update(network, {**network.inputs, "tags": {"owner": "integration"}})

    bodies = [each["body"] for each in requests(tmp_path) if each["id"] == network.id and each["method"] == "PUT"]

    assert bodies[0]["properties"]["subnets"] == []
    assert [each["name"] for each in bodies[1]["properties"]["subnets"]] == ["endpoints", "integration"]
    assert "subnets" not in stage.door.refresh(network).inputs


def test_the_endpoint_of_a_namespace_is_no_drift_of_the_namespace(stage: Stage) -> None:
    stage.make("premium", "servicebus:Namespace", sku={"name": "Premium", "tier": "Premium", "capacity": 1})
    link = {"name": "bus", "groupIds": ["namespace"], "privateLinkServiceId": stage.id("premium")}
    subnet = {"id": stage.id("endpoints")}
    stage.make("bus-endpoint", "network:PrivateEndpoint", subnet=subnet, privateLinkServiceConnections=[link])

    found = stage.door.refresh(stage.made["premium"])

    assert len(found.outputs["privateEndpointConnections"]) == 1
    assert found.inputs == stage.made["premium"].inputs


def test_a_firewall_that_a_program_no_longer_names_is_opened_again(stage: Stage) -> None:
    account = stage.made["account"]
    inputs = {name: value for name, value in account.inputs.items() if name != "networkRuleSet"}

    outputs = stage.door.update(account, inputs)

    assert outputs["networkRuleSet"] == {
        "bypass": "AzureServices",
        "defaultAction": "Allow",
        "ipRules": [],
        "virtualNetworkRules": [],
    }


CHANGES: tuple[tuple[str, dict[str, Any], list[str]], ...] = (
    ("account", {"isHnsEnabled": True}, ["isHnsEnabled"]),
    ("account", {"location": "northeurope"}, ["location"]),
    ("account", {"minimumTlsVersion": "TLS1_3"}, []),
    ("network", {"location": "northeurope"}, ["location"]),
    (
        "endpoint",
        {"subnet": {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/x/y"}},
        ["subnet.id"],
    ),
    ("endpoint", {"location": "northeurope"}, []),
    ("site", {"kind": "functionapp"}, ["kind"]),
    ("site", {"httpsOnly": False}, []),
    ("plan", {"location": "northeurope"}, ["location"]),
    ("zone", {"tags": {"owner": "integration"}}, []),
    (
        "setting",
        {"resourceUri": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/x/y"},
        ["resourceUri"],
    ),
    ("deadLetters", {"ruleName": "another"}, ["ruleName"]),
)
"""Changed inputs of a resource, and those of them that force a replacement."""


def test_changes_replace_what_the_azure_native_provider_replaces(stage: Stage) -> None:
    for name, change, replaced in CHANGES:
        resource = stage.made[name]

        answer = stage.door.diff(resource, {**resource.inputs, **change})

        assert (name, change, list(answer.replaces)) == (name, change, replaced)


def test_a_location_that_is_left_out_is_no_place_for_a_zone(stage: Stage) -> None:
    group = stage.made["group"].outputs["name"]

    with pytest.raises(grpc.RpcError) as refused:
        stage.door.create("privatedns:PrivateZone", "other", privateZoneName="other.example", resourceGroupName=group)

    assert "The provided location 'westeurope' is not available for resource type" in error_of(refused.value)


def test_the_sdk_s_default_for_the_net_framework_is_refused_on_flex(stage: Stage) -> None:
    site = stage.made["site"]
    config = {**site.inputs["siteConfig"], "netFrameworkVersion": "v4.6"}

    with pytest.raises(grpc.RpcError) as refused:
        stage.door.update(site, {**site.inputs, "siteConfig": config})

    assert "(Site.SiteConfig.NetFrameworkVersion) for Flex Consumption sites is invalid." in error_of(refused.value)


def test_all_is_deleted_in_reverse_order_but_the_subnet_that_the_app_leaves_busy(stage: Stage) -> None:
    kept = []
    for name, resource in reversed(stage.made.items()):
        try:
            stage.door.delete(resource)
        except grpc.RpcError as refused:
            kept.append((name, error_of(refused).partition("Message=")[0]))

    busy = 'Status=400 Code="InUseSubnetCannotBeDeleted" '
    assert kept == [("integration", busy), ("network", busy)]
