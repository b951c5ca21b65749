"""What Azure reports of an app by itself."""

from __future__ import annotations

import hashlib
import ipaddress
from typing import TYPE_CHECKING, Any

from sandbox.azure.network.connection import endpoint_connections
from sandbox.azure.property import UNSET
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.web.plan_size import tier_of
from sandbox.azure.web.site_settings import config_of

if TYPE_CHECKING:
    from sandbox.azure.view import Resource, View

_SHORT = (
    "numberOfWorkers",
    "linuxFxVersion",
    "acrUseManagedIdentityCreds",
    "alwaysOn",
    "http20Enabled",
    "functionAppScaleLimit",
    "minimumElasticInstanceCount",
)
"""All that an app itself tells of its configuration; the rest is told by `config/web` (pulumi-azure-native #1468)."""
_FIRST_ADDRESS = int(ipaddress.IPv4Address("20.50.0.0"))


def host(site: Resource, _view: View) -> str:
    """The host name under which an app is called."""
    return f"{site.id.name.lower()}.azurewebsites.net"


def _publishing_host(site: Resource) -> str:
    return f"{site.id.name.lower()}.scm.azurewebsites.net"


def host_names(site: Resource, view: View) -> list[str]:
    """All host names under which an app is called."""
    return [host(site, view)]


def enabled_host_names(site: Resource, view: View) -> list[str]:
    """All host names of an app, that for publishing included."""
    return [host(site, view), _publishing_host(site)]


def ssl_states(site: Resource, view: View) -> list[dict[str, Any]]:
    """The certificates of an app's hosts: none of their own."""
    kinds = {host(site, view): "Standard", _publishing_host(site): "Repository"}
    return [{"name": name, "sslState": "Disabled", "toUpdate": False, "hostType": kind} for name, kind in kinds.items()]


def last_modified(site: Resource, _view: View) -> str:
    """When an app was last written; this provider writes no time zone."""
    return site.updated_at.strftime("%Y-%m-%dT%H:%M:%S.%f")


def verification_id(site: Resource, _view: View) -> str:
    """The number by which a subscription proves that a domain is its own."""
    return hashlib.sha256(site.id.subscription.encode()).hexdigest().upper()


def outbound_addresses(site: Resource, _view: View) -> str:
    """The addresses from which an app calls others where no network takes its calls."""
    first = _FIRST_ADDRESS + 4 * (int(hashlib.sha256(site.id.key.encode()).hexdigest()[:4], 16) % 0x3000)
    return ",".join(str(ipaddress.IPv4Address(first + index)) for index in range(4))


def short_config(site: Resource, view: View) -> dict[str, Any]:
    """The part of the configuration that an app itself tells."""
    config = config_of(site.id, view)
    return {name: config[name] for name in _SHORT if name in config}


def tier(site: Resource, view: View) -> Any:
    """The tier of an app's plan."""
    plan = view.find(ResourceId.parse(site.properties["serverFarmId"]))
    return tier_of(plan.body) if plan else UNSET


def connections(site: Resource, view: View) -> list[dict[str, Any]]:
    """The private endpoint connections of an app."""
    return endpoint_connections(site, view, "Microsoft.Web/sites/privateEndpointConnections")
