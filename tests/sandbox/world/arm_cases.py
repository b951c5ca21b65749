"""Cases of Resource Manager's own rules."""

from __future__ import annotations

from sandbox.azure.catalogue import BY_NAME
from sandbox.azure.location import REGIONS
from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import GROUP, NAMESPACES, PREMIUM, STANDARD, SUBSCRIPTION, properties, queue

_BUS_VERSIONS = ", ".join(BY_NAME["microsoft.servicebus/namespaces"].api_versions)
_GROUP_VERSIONS = ", ".join(BY_NAME["microsoft.resources/subscriptions/resourcegroups"].api_versions)
_PREFIX = "The request content was invalid and could not be deserialized: "
_HERE = {"location": "westeurope"}
_NEW = f"{NAMESPACES}/another-bus"
_IDENTITY = f"{GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/me"
_SUBNET = f"{GROUP}/providers/Microsoft.Network/virtualNetworks/v/subnets/s"


def _tags(tags: dict[str, str]) -> dict[str, object]:
    return {**_HERE, "tags": tags}


REQUESTS = (
    Case(
        rule="arm/method",
        accepted=(Call(method="HEAD", id=queue("inbox")),),
        refused=Call(method="PATCH", id=queue("inbox"), body={}),
        message="The requested resource does not support http method 'PATCH'.",
    ),
    Case(
        rule="arm/resource-id",
        accepted=(Call(method="GET", id=GROUP),),
        refused=Call(method="GET", id="/resourceGroups/rg"),
        message="The request did not have a subscription or a valid tenant level resource provider.",
    ),
    Case(
        rule="arm/subscription-id",
        accepted=(put("/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg", _HERE),),
        refused=put("/subscriptions/mine/resourceGroups/rg", _HERE),
        message="The provided subscription identifier 'mine' is malformed or invalid.",
    ),
    Case(
        rule="arm/resource-namespace",
        accepted=(Call(method="GET", id=STANDARD),),
        refused=Call(method="GET", id=f"{GROUP}/providers/Microsoft.ServiceBux/namespaces/standard-bus"),
        message="The resource namespace 'Microsoft.ServiceBux' is invalid.",
    ),
    Case(
        rule="arm/resource-type",
        accepted=(Call(method="GET", id=f"{STANDARD}/QUEUES/inbox"),),
        refused=Call(method="GET", id=f"{STANDARD}/quenes/inbox"),
        message="The resource type 'namespaces/quenes' could not be found in the namespace 'Microsoft.ServiceBus' for "
        "api version '2026-01-01'.",
    ),
    Case(
        rule="arm/api-version-required",
        accepted=(Call(method="GET", id=STANDARD, version="2024-01-01"),),
        refused=Call(method="GET", id=STANDARD, version=""),
        message="The api-version query parameter (?api-version=) is required for all requests.",
    ),
    Case(
        rule="arm/api-version",
        accepted=(Call(method="GET", id=GROUP, version="2021-04-01"),),
        refused=Call(method="GET", id=GROUP, version="2026-01-01"),
        message=f"The api-version '2026-01-01' is invalid. The supported versions are '{_GROUP_VERSIONS}'.",
    ),
    Case(
        rule="arm/provider-api-version",
        accepted=(Call(method="GET", id=STANDARD, version="2021-11-01"),),
        refused=Call(method="PUT", id=_NEW, version="2024-03-01", body=_HERE),
        message="No registered resource provider found for location 'westeurope' and API version '2024-03-01' for type "
        f"'namespaces'. The supported api-versions are '{_BUS_VERSIONS}'. The supported locations are "
        f"'{', '.join(REGIONS)}'.",
    ),
    Case(
        rule="arm/resource-group-required",
        accepted=(Call(method="GET", id=f"{SUBSCRIPTION}/providers/Microsoft.ServiceBus/namespaces"),),
        refused=put(f"{SUBSCRIPTION}/providers/Microsoft.ServiceBus/namespaces/another-bus", _HERE),
        message="The resource type 'namespaces' needs a resource group in its id.",
    ),
    Case(
        rule="arm/resource-group-exists",
        accepted=(put(_NEW, _HERE),),
        refused=put(_NEW.replace("/rg/", "/none/"), _HERE),
        message="Resource group 'none' could not be found.",
    ),
    Case(
        rule="arm/parent-exists",
        accepted=(put(queue("q")),),
        refused=put(queue("q", _NEW)),
        message="Failed to perform 'write' on resource(s) of type 'namespaces/queues', because the parent resource "
        f"'{_NEW}' could not be found.",
    ),
    Case(
        rule="arm/resource-exists",
        accepted=(Call(method="GET", id=queue("INBOX")),),
        refused=Call(method="GET", id=queue("outbox")),
        message="The Resource 'Microsoft.ServiceBus/namespaces/standard-bus/queues/outbox' under resource group 'rg' "
        "was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    ),
    Case(
        rule="arm/authorization",
        accepted=(Call(method="GET", id=STANDARD, principal="deployer"),),
        refused=Call(method="GET", id=STANDARD, principal="stranger"),
        message="The client 'stranger' with object id 'stranger' does not have authorization to perform action "
        f"'Microsoft.ServiceBus/namespaces/read' over scope '{STANDARD}' or the scope is invalid. If access was "
        "recently granted, please refresh your credentials.",
    ),
    Case(
        rule="arm/body-required",
        accepted=(put(queue("q")),),
        refused=Call(method="PUT", id=queue("r")),
        message="The request content is invalid: a JSON object is expected in the body.",
    ),
    Case(
        rule="arm/unknown-property",
        accepted=(put(queue("q"), {"id": queue("q"), "properties": {"messageCount": 7}}),),
        refused=put(queue("r"), properties(maxDeliverycount=7)),
        message=f"{_PREFIX}'Could not find member 'maxDeliverycount' on object of type "
        "'Microsoft.ServiceBus/namespaces/queues'. Path 'properties.maxDeliverycount'.'.",
    ),
    Case(
        rule="arm/property-type",
        accepted=(put(queue("q"), properties(maxDeliveryCount=7.0)),),
        refused=put(queue("r"), properties(maxDeliveryCount="7")),
        message=f"{_PREFIX}'Error converting value \"7\" to type 'System.Int32'. Path 'properties.maxDeliveryCount'.'.",
    ),
    Case(
        rule="arm/enumeration",
        accepted=(put(_NEW, {**_HERE, "sku": {"name": "standard"}}),),
        refused=put(f"{NAMESPACES}/third-bus", {**_HERE, "sku": {"name": "Gold"}}),
        message=f"{_PREFIX}'Requested value 'Gold' was not found. Path 'sku.name'. The allowed values are Basic, "
        "Standard, Premium.'.",
    ),
    Case(
        rule="arm/required-property",
        accepted=(put(f"{STANDARD}/AuthorizationRules/r", properties(rights=["Send"])),),
        refused=put(f"{STANDARD}/AuthorizationRules/s", {"properties": {}}),
        message=f"{_PREFIX}'Required property 'rights' not found in JSON. Path 'properties'.'.",
    ),
)

BODIES = (
    Case(
        rule="arm/location-required",
        accepted=(put(_NEW, _HERE), put(_NEW, {})),
        refused=put(f"{NAMESPACES}/third-bus", {}),
        message="The location property is required for this definition.",
    ),
    Case(
        rule="arm/location-available",
        accepted=(put(_NEW, {"location": "West Europe"}),),
        refused=put(f"{NAMESPACES}/third-bus", {"location": "Atlantis"}),
        message="The provided location 'atlantis' is not available for resource type "
        f"'Microsoft.ServiceBus/namespaces'. List of available regions for the resource type is '{','.join(REGIONS)}'.",
    ),
    Case(
        rule="arm/location-fixed",
        accepted=(put(STANDARD, {"location": "West Europe"}),),
        refused=put(STANDARD, {"location": "northeurope"}),
        message="The resource 'standard-bus' already exists in location 'westeurope' in resource group 'rg'. A "
        "resource with the same name cannot be created in location 'northeurope'. Please select a new resource name.",
    ),
    Case(
        rule="arm/tag-count",
        accepted=(put(STANDARD, _tags({str(n): "" for n in range(50)})),),
        refused=put(STANDARD, _tags({str(n): "" for n in range(51)})),
        message="Too many tags on this resource/resource group. Maximum number of tags allowed - '50'.",
    ),
    Case(
        rule="arm/tag-name-length",
        accepted=(put(GROUP, _tags({"a" * 512: ""})),),
        refused=put(GROUP, _tags({"a" * 513: ""})),
        message="Tag name too large. Following tag name exceeded the maximum length. Maximum allowed length for tag "
        "name - '512' characters.",
    ),
    Case(
        rule="arm/tag-name-characters",
        accepted=(put(GROUP, _tags({"a:b c.d_e": ""})),),
        refused=put(GROUP, _tags({"fine": "", "a/b": "", "c?d": ""})),
        message="The tag names 'a/b,c?d' have reserved characters '<,>,%,&,\\,?,/' or control characters.",
    ),
    Case(
        rule="arm/tag-value-length",
        accepted=(put(GROUP, _tags({"a": "b" * 256})),),
        refused=put(GROUP, _tags({"a": "b" * 257})),
        message=f"Tag value too large. Following tag value '{'b' * 257}' exceeded the maximum length. Maximum allowed "
        "length for tag value - '256' characters.",
    ),
    Case(
        rule="arm/identity-exists",
        accepted=(put(STANDARD, {"identity": {"type": "SystemAssigned"}}),),
        refused=put(STANDARD, {"identity": {"type": "UserAssigned", "userAssignedIdentities": {_IDENTITY: {}}}}),
        message=f"Identity operation for resource '{STANDARD}' failed with error 'Failed to perform resource identity "
        'operation. Status: \'BadRequest\'. Response: \'{"error":{"code":"BadRequest","message":"Resource '
        f"'{_IDENTITY}' was not found.\"}}}}'.'",
    ),
    Case(
        rule="arm/reference",
        accepted=(put(f"{PREMIUM}/networkRuleSets/default", properties(virtualNetworkRules=[])),),
        refused=put(
            f"{PREMIUM}/networkRuleSets/default", properties(virtualNetworkRules=[{"subnet": {"id": _SUBNET}}])
        ),
        message=f"Resource {_SUBNET} referenced by resource default was not found. Please make sure that the "
        "referenced resource exists, and that both resources are in the same region.",
    ),
    Case(
        rule="resources/resource-group-name",
        accepted=(put(f"{SUBSCRIPTION}/resourceGroups/{'g' * 90}", _HERE),),
        refused=put(f"{SUBSCRIPTION}/resourceGroups/ends-with.", _HERE),
        message="The provided resource group name 'ends-with.' is invalid. The name can only be a letter, digit, '-', "
        "'.', '(', ')' or '_', must not end with '.', and has at most 90 characters.",
    ),
    Case(
        rule="resources/resource-group-location-available",
        accepted=(put(f"{SUBSCRIPTION}/resourceGroups/a", {"location": "UK South"}),),
        refused=put(f"{SUBSCRIPTION}/resourceGroups/b", {"location": "uk"}),
        message="The provided location 'uk' is not available for resource group. List of available regions is "
        f"'{','.join(REGIONS)}'.",
    ),
    Case(
        rule="resources/resource-group-location-fixed",
        accepted=(put(GROUP, _HERE),),
        refused=put(GROUP, {"location": "northeurope"}),
        message="Invalid resource group location 'northeurope'. The Resource group already exists in location "
        "'westeurope'.",
    ),
)

CASES = (*REQUESTS, *BODIES)
