"""A session-ordered messaging backbone on Azure Service Bus: read the settings, build, export."""

import os

import pulumi

import components as part
from backbone import mappings

settings = part.read_settings(os.environ)

site = part.Site.declare(settings)
identity = part.declare_identity("function", site)
watch = part.Observability("observability", part.ObservabilityArgs(site=site, settings=settings, publisher=identity))
net = part.Network("network", part.NetworkArgs(site=site, settings=settings))
namespace = part.Namespace(
    settings.namespace.alias,
    part.NamespaceArgs(site=site, settings=settings.namespace, network=net, observability=watch, sender=identity),
)
vault = part.Vault(
    "vault", part.VaultArgs(site=site, settings=settings, network=net, observability=watch, reader=identity)
)
part.declare_mappings(
    part.MappingsArgs(site=site, settings=settings, vault=vault, namespace=namespace, sender=identity)
)
function = part.Function(
    "function",
    part.FunctionArgs(site=site, settings=settings, network=net, observability=watch, identity=identity, vault=vault),
)
part.Alerts(
    "alerts",
    part.AlertsArgs(
        site=site,
        settings=settings.alerts,
        observability=watch,
        namespace=namespace,
        vault=vault,
        reader=identity,
    ),
)

pulumi.export("resourceGroup", site.resource_group)
pulumi.export("namespaceHost", namespace.host)
pulumi.export("queue", namespace.session_queue)
pulumi.export("vaultUri", vault.uri)
pulumi.export("functionHost", function.host)
pulumi.export("mappingIds", mappings.ids(settings))
