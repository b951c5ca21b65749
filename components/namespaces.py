"""All namespaces of an installation: the default one and the scale units, which share nothing that carries messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi

from backbone import cautions, remote_subscriptions
from components.namespace import Namespace, NamespaceArgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pulumi_azure_native import managedidentity

    from backbone.settings import NamespaceSettings, Settings
    from components.network import Network
    from components.observability import Observability
    from components.site import Site


@dataclass(frozen=True, kw_only=True)
class NamespacesArgs:
    """What the namespaces are made of.

    Attributes:
        site: Where they are put, unless a scale unit names a resource group of its own.
        settings: What the stack file says.
        network: The network from which they are reached, where they are private.
        observability: Where their logs go.
        sender: The identity that may send to their session queues.
    """

    site: Site
    settings: Settings
    network: Network
    observability: Observability
    sender: managedidentity.UserAssignedIdentity


@dataclass(frozen=True, kw_only=True)
class Namespaces:
    """The namespaces by alias.

    Attributes:
        default: The default namespace.
        units: The scale units by alias.
    """

    default: Namespace
    units: Mapping[str, Namespace]

    @staticmethod
    def declare(args: NamespacesArgs) -> Namespaces:
        """Declare every namespace; none depends on another, so that one can come or go by itself."""
        settings = remote_subscriptions.joined(args.settings)
        for caution in cautions.public(args.settings):
            pulumi.log.info(caution.message)
        return Namespaces(
            default=_declare(args, settings.namespace, args.site),
            units={
                alias: _declare(args, unit, args.site.in_group(unit.resource_group))
                for alias, unit in settings.scale_units.items()
            },
        )

    def __iter__(self) -> Iterator[Namespace]:
        yield self.default
        yield from self.units.values()

    def __getitem__(self, alias: str) -> Namespace:
        return self.default if alias == self.default.alias else self.units[alias]

    @property
    def outputs(self) -> Mapping[str, Mapping[str, pulumi.Output[str]]]:
        """What a user needs to know of each scale unit."""
        return {
            alias: {
                "namespaceHost": unit.host,
                "queue": unit.session_queue,
                "resourceGroup": unit.resource_group,
            }
            for alias, unit in self.units.items()
        }


def _declare(args: NamespacesArgs, settings: NamespaceSettings, site: Site) -> Namespace:
    return Namespace(
        settings.alias,
        NamespaceArgs(
            site=site,
            settings=settings,
            network=args.network,
            observability=args.observability,
            sender=args.sender,
        ),
    )
