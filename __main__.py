"""A session-ordered messaging backbone on Azure Service Bus: read the settings, build, export."""

import os

import pulumi

import components as part
from backbone import mappings

settings = part.read_settings(os.environ)
theirs = part.ExistingQueues.find(settings, os.environ)
part.drop_versioned_aliases()
site = part.Site.declare(settings)
identity = part.declare_identity("function", site)
watch = part.Observability("observability", part.ObservabilityArgs(site=site, settings=settings, publisher=identity))
net = part.Network("network", part.NetworkArgs(site=site, settings=settings))
namespaces = part.Namespaces.declare(
    part.NamespacesArgs(site=site, settings=settings, network=net, observability=watch, sender=identity)
)
vault = part.Vault(
    "vault", part.VaultArgs(site=site, settings=settings, network=net, observability=watch, reader=identity)
)
part.declare_mappings(
    part.MappingsArgs(site=site, settings=settings, vault=vault, namespaces=namespaces, theirs=theirs, sender=identity)
)
part.let_principals_in(settings, namespaces, vault=vault, function=identity)
function = part.Function(
    "function",
    part.FunctionArgs(
        site=site,
        settings=settings,
        network=net,
        observability=watch,
        identity=identity,
        vault=vault,
        namespaces=namespaces,
    ),
)
alerts = part.AlertsArgs(
    site=site, settings=settings.alerts, observability=watch, namespaces=namespaces, vault=vault, reader=identity
)
part.Alerts("alerts", alerts)

pulumi.export("resourceGroup", site.resource_group)
pulumi.export("namespaceHost", namespaces.default.host)
pulumi.export("queue", namespaces.default.session_queue)
pulumi.export("vaultUri", vault.uri)
pulumi.export("functionHost", function.host)
pulumi.export("mappingIds", mappings.ids(settings))
pulumi.export("scaleUnits", namespaces.outputs)
