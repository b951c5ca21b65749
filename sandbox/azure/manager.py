"""Resource Manager's own rules: what holds for every request, whatever provider it goes to."""

from __future__ import annotations

from sandbox.azure.link import LINKED_NOT_AUTHORIZED
from sandbox.azure.rule import Rule

_TROUBLESHOOTING = "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting"
_COMMON_ERRORS = f"{_TROUBLESHOOTING}/common-deployment-errors"
_ROLES = "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting"
METHOD_NOT_ALLOWED = Rule(
    id="arm/method",
    text="A resource answers only the methods that its provider implements.",
    source="https://learn.microsoft.com/rest/api/azure/",
    status=405,
    code="MethodNotAllowed",
    message="The requested resource does not support http method '{method}'.",
)
INVALID_ID = Rule(
    id="arm/resource-id",
    text="An id is a path of alternating types and names.",
    source="https://learn.microsoft.com/rest/api/azure/",
    status=400,
    code="MissingSubscription",
    message="The request did not have a subscription or a valid tenant level resource provider.",
)
INVALID_SUBSCRIPTION = Rule(
    id="arm/subscription-id",
    text="A subscription is named by a GUID.",
    source=_COMMON_ERRORS,
    status=400,
    code="InvalidSubscriptionId",
    message="The provided subscription identifier '{subscription}' is malformed or invalid.",
)
INVALID_NAMESPACE = Rule(
    id="arm/resource-namespace",
    text="The provider's namespace must exist.",
    source=f"{_TROUBLESHOOTING}/error-register-resource-provider",
    status=404,
    code="InvalidResourceNamespace",
    message="The resource namespace '{provider}' is invalid.",
)
INVALID_TYPE = Rule(
    id="arm/resource-type",
    text="The provider must have the resource type.",
    source=f"{_TROUBLESHOOTING}/error-invalid-template",
    status=404,
    code="InvalidResourceType",
    message="The resource type '{type}' could not be found in the namespace '{provider}' for api version "
    "'{api_version}'.",
)
MISSING_API_VERSION = Rule(
    id="arm/api-version-required",
    text="Every request names an API version.",
    source="https://learn.microsoft.com/rest/api/azure/",
    status=400,
    code="MissingApiVersionParameter",
    message="The api-version query parameter (?api-version=) is required for all requests.",
)
INVALID_API_VERSION = Rule(
    id="arm/api-version",
    text="An API version of Resource Manager's own types must be one that it supports.",
    source=_COMMON_ERRORS,
    status=400,
    code="InvalidApiVersionParameter",
    message="The api-version '{api_version}' is invalid. The supported versions are '{supported}'.",
)
NO_REGISTERED_PROVIDER = Rule(
    id="arm/provider-api-version",
    text="An API version of a provider's type must be one that the provider supports.",
    source=f"{_TROUBLESHOOTING}/error-register-resource-provider",
    status=400,
    code="NoRegisteredProviderFound",
    message="No registered resource provider found for location '{location}' and API version '{api_version}' for type "
    "'{type}'. The supported api-versions are '{supported}'. The supported locations are '{locations}'.",
)
GROUP_REQUIRED = Rule(
    id="arm/resource-group-required",
    text="A tracked resource lives in a resource group.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/overview",
    status=400,
    code="MissingResourceGroup",
    message="The resource type '{type}' needs a resource group in its id.",
    wording="ours",
)
GROUP_NOT_FOUND = Rule(
    id="arm/resource-group-exists",
    text="The resource group must exist.",
    source=f"{_TROUBLESHOOTING}/error-not-found",
    status=404,
    code="ResourceGroupNotFound",
    message="Resource group '{group}' could not be found.",
)
PARENT_NOT_FOUND = Rule(
    id="arm/parent-exists",
    text="The enclosing resource must exist.",
    source=f"{_TROUBLESHOOTING}/error-parent-resource",
    status=404,
    code="ParentResourceNotFound",
    message="Failed to perform '{verb}' on resource(s) of type '{type}', because the parent resource '{parent}' could "
    "not be found.",
)
NOT_FOUND = Rule(
    id="arm/resource-exists",
    text="A resource that is read must exist.",
    source=f"{_TROUBLESHOOTING}/error-not-found",
    status=404,
    code="ResourceNotFound",
    message="The Resource '{resource}' under resource group '{group}' was not found. For more details please go to "
    "https://aka.ms/ARMResourceNotFoundFix",
)
NOT_AUTHORIZED = Rule(
    id="arm/authorization",
    text="The caller must hold a role that allows the action at the scope.",
    source=_ROLES,
    status=403,
    code="AuthorizationFailed",
    message="The client '{client}' with object id '{object}' does not have authorization to perform action '{action}' "
    "over scope '{scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.",
)
CONDITION_NOT_FULFILLED = Rule(
    id="arm/authorization-condition",
    text="A role that is given on a condition allows only what fulfils it.",
    source=_ROLES,
    status=403,
    code="AuthorizationFailed",
    message="The client '{client}' with object id '{object}' does not have authorization or an ABAC condition not "
    "fulfilled to perform action '{action}' over scope '{scope}' or the scope is invalid. If access was recently "
    "granted, please refresh your credentials.",
)
NOT_REGISTERED = Rule(
    id="arm/provider-registered",
    text="A subscription must be registered for a provider before it can use the provider's resources.",
    source=f"{_TROUBLESHOOTING}/error-register-resource-provider",
    status=409,
    code="MissingSubscriptionRegistration",
    message="The subscription is not registered to use namespace '{provider}'. See https://aka.ms/rps-not-found for "
    "how to register subscriptions.",
)
MALFORMED_BODY = Rule(
    id="arm/body-required",
    text="A request that writes has a body.",
    source=_COMMON_ERRORS,
    status=400,
    code="InvalidRequestContent",
    message="The request content is invalid: a JSON object is expected in the body.",
    wording="ours",
)
UNKNOWN_PROPERTY = Rule(
    id="arm/unknown-property",
    text="A body has only properties that the resource type has.",
    source=_COMMON_ERRORS,
    status=400,
    code="InvalidRequestContent",
    message="The request content was invalid and could not be deserialized: 'Could not find member '{member}' on "
    "object of type '{type}'. Path '{path}'.'.",
)
WRONG_TYPE = Rule(
    id="arm/property-type",
    text="A property's value has the property's type.",
    source=_COMMON_ERRORS,
    status=400,
    code="InvalidRequestContent",
    message="The request content was invalid and could not be deserialized: 'Error converting value {value} to type "
    "'{type}'. Path '{path}'.'.",
)
UNKNOWN_VALUE = Rule(
    id="arm/enumeration",
    text="A property with a list of allowed values has one of them.",
    source=_COMMON_ERRORS,
    status=400,
    code="InvalidRequestContent",
    message="The request content was invalid and could not be deserialized: 'Requested value '{value}' was not found. "
    "Path '{path}'. The allowed values are {allowed}.'.",
    wording="ours",
)
REQUIRED_PROPERTY = Rule(
    id="arm/required-property",
    text="A property that is required is given.",
    source=_COMMON_ERRORS,
    status=400,
    code="InvalidRequestContent",
    message="The request content was invalid and could not be deserialized: 'Required property '{member}' not found in "
    "JSON. Path '{path}'.'.",
)
RULES = (
    METHOD_NOT_ALLOWED,
    INVALID_ID,
    INVALID_SUBSCRIPTION,
    INVALID_NAMESPACE,
    INVALID_TYPE,
    MISSING_API_VERSION,
    INVALID_API_VERSION,
    NO_REGISTERED_PROVIDER,
    GROUP_REQUIRED,
    GROUP_NOT_FOUND,
    PARENT_NOT_FOUND,
    NOT_FOUND,
    NOT_AUTHORIZED,
    CONDITION_NOT_FULFILLED,
    LINKED_NOT_AUTHORIZED,
    NOT_REGISTERED,
    MALFORMED_BODY,
    UNKNOWN_PROPERTY,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    REQUIRED_PROPERTY,
)
"""The rules that are asked of every request, before any type's own."""
