"""Functions that the provider answers itself: who calls, and with which token.

Source: pulumi-azure-native provider/pkg/provider/provider.go. Without credentials to exchange for one, the token is a
JSON Web Token without a signature: its claims are the deployer's, and no real service accepts it.
"""

import base64
import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from sandbox.provider.operations import Instance

_RESOURCE_MANAGER = "https://management.azure.com/"
_LIFETIME = timedelta(hours=1)
_HEADER = {"typ": "JWT", "alg": "none"}


def client_config(instance: Instance, _arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The deployer's ids, and the subscription of the instance."""
    deployer = instance.world.deployer
    return {
        "clientId": deployer.client_id,
        "objectId": deployer.object_id,
        "subscriptionId": instance.subscription_id,
        "tenantId": deployer.tenant_id,
    }


def client_token(instance: Instance, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """A token of the deployer for an endpoint, Resource Manager unless one is named."""
    deployer = instance.world.deployer
    with instance.world.reading() as view:
        now = view.now
    claims = {
        "aud": arguments.get("endpoint") or _RESOURCE_MANAGER,
        "iss": f"https://sts.windows.net/{deployer.tenant_id}/",
        "iat": int(now.timestamp()),
        "nbf": int(now.timestamp()),
        "exp": int((now + _LIFETIME).timestamp()),
        "appid": deployer.client_id,
        "idtyp": "app",
        "oid": deployer.object_id,
        "sub": deployer.object_id,
        "tid": deployer.tenant_id,
        "ver": "1.0",
    }
    return {"token": f"{_encoded(_HEADER)}.{_encoded(claims)}."}


def _encoded(part: Mapping[str, Any]) -> str:
    text = json.dumps(part, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


FUNCTIONS: Mapping[str, Callable[[Instance, Mapping[str, Any]], dict[str, Any]]] = MappingProxyType(
    {
        "azure-native:authorization:getClientConfig": client_config,
        "azure-native:authorization:getClientToken": client_token,
    }
)
"""The functions by token."""
