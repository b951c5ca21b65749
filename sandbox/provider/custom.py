"""Custom resources: where the azure-native provider does other than put, get and delete through Resource Manager.

Source: pulumi-azure-native, provider/pkg/resources/customresources: custom_keyvault.go and
custom_servicebus_defaultrule.go.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sandbox.provider.errors import ProviderError, data_plane_text
from sandbox.world import AzureError, NoSuchHostError, World

_VAULT_HOST = "vault.azure.net"
_NOT_FOUND = 404


@dataclass(frozen=True, kw_only=True)
class CustomResource:
    """What the provider does of its own; the first two functions are asked with a resource's path parameters.

    `recover` says whether something deleted that stood in the way of a creation was brought back. `delete` stands in
    for the DELETE request. `doubt` is asked with the id of a resource that a read did not find, and the API version:
    it raises ProviderError where that does not mean that the resource is gone.
    """

    recover: Callable[[World, Mapping[str, str]], bool] | None = None
    delete: Callable[[World, Mapping[str, str]], None] | None = None
    doubt: Callable[[World, str, str], None] | None = None


def _recover_secret(world: World, parameters: Mapping[str, str]) -> bool:
    """Recover a soft-deleted secret of the name; that the vault does not let the caller look is only logged."""
    vault, name = world.vault(parameters["vaultName"]), parameters["secretName"]
    try:
        if not vault.has_deleted_secret(name):
            return False
    except (AzureError, NoSuchHostError):
        return False
    try:
        vault.recover_secret(name)
    except AzureError as error:
        text = data_plane_text("POST", _deleted_secret_url(parameters), error)
        raise ProviderError(f"failed to recover soft-deleted secret {name}: {text}") from error
    return True


def _delete_secret(world: World, parameters: Mapping[str, str]) -> None:
    """Delete a secret through the vault's own host, which the caller may be shut out of."""
    try:
        world.vault(parameters["vaultName"]).delete_secret(parameters["secretName"])
    except AzureError as error:
        if error.status != _NOT_FOUND:
            raise ProviderError(data_plane_text("DELETE", _secret_url(parameters), error)) from error
    except NoSuchHostError as error:
        text = f'Delete "{_secret_url(parameters)}": dial tcp: lookup {error}: no such host'
        raise ProviderError(text) from error


def _doubt_default_rule(world: World, id: str, api_version: str) -> None:
    """Azure does not always show a rule that is there: while its subscription stands the provider takes it for that."""
    try:
        world.call("GET", id.removesuffix("/rules/$Default"), api_version)
    except AzureError as error:
        if error.status == _NOT_FOUND:
            return
        raise
    raise ProviderError(
        f'could not read $Default rule "{id}" even though its parent subscription still exists; this is a known Azure '
        "API limitation after modifying the rule's filter (see "
        "https://github.com/pulumi/pulumi-azure-native/issues/4489) and should resolve on its own - try again shortly"
    )


def _secret_url(parameters: Mapping[str, str]) -> str:
    return f"https://{parameters['vaultName']}.{_VAULT_HOST}/secrets/{parameters['secretName']}"


def _deleted_secret_url(parameters: Mapping[str, str]) -> str:
    return f"https://{parameters['vaultName']}.{_VAULT_HOST}/deletedsecrets/{parameters['secretName']}/recover"


CUSTOM: Mapping[str, CustomResource] = {
    "azure-native:keyvault:Secret": CustomResource(recover=_recover_secret, delete=_delete_secret),
    "azure-native:servicebus:DefaultRule": CustomResource(doubt=_doubt_default_rule),
}
