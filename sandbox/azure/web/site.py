"""Web and function apps.

Source: learn.microsoft.com/azure/templates/microsoft.web/sites.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope, linked_actions
from sandbox.azure.constraint import matching
from sandbox.azure.identity import IDENTITY
from sandbox.azure.network import use
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import Claim, ResourceType
from sandbox.azure.shorthand import always, flag, listing, mapping, record, reported, text, texts, whole
from sandbox.azure.web import site_facts as facts
from sandbox.azure.web import site_rules as rules
from sandbox.azure.web.auth_settings import add_auth_settings
from sandbox.azure.web.documents import API_VERSIONS
from sandbox.azure.web.flex_settings import is_flex, plan_of
from sandbox.azure.web.function_app_config import FUNCTION_APP_CONFIG
from sandbox.azure.web.plan import SITES
from sandbox.azure.web.publishing_policy import add_policies
from sandbox.azure.web.site_config import SITE_CONFIG
from sandbox.azure.web.site_settings import add_settings, apply_config

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View


def _prepare(proposal: Proposal) -> None:
    rules.give_identity(proposal)
    proposal.properties.pop("siteConfig", None)
    proposal.private["flex"] = is_flex(proposal)


def _written(proposal: Proposal) -> None:
    if proposal.existing is None:
        add_policies(proposal)
        add_auth_settings(proposal)
        add_settings(proposal)
    elif proposal.existing.properties.get("virtualNetworkSubnetId") != proposal.properties.get(
        "virtualNetworkSubnetId"
    ):
        _leave_subnet(proposal.existing, proposal.view)
    apply_config(proposal.id, proposal.given_properties.get("siteConfig", {}), proposal.view)


def _leave_subnet(site: Resource, view: View) -> None:
    """A Flex Consumption app leaves a link on its subnet that goes away later."""
    subnet = site.properties.get("virtualNetworkSubnetId")
    if subnet and site.private.get("flex"):
        use.keep_linked(ResourceId.parse(subnet), view)


def _is_reserved(proposal: Proposal) -> Any:
    plan = plan_of(proposal)
    return plan.properties["reserved"] if plan else False


_PROFILE = record({"id": text()})
_PROPERTIES: dict[str, Property] = {
    "state": always("Running"),
    "hostNames": reported(Kind.ARRAY, facts.host_names),
    "repositorySiteName": reported(Kind.STRING, lambda site, _: site.id.name),
    "usageState": always("Normal"),
    "enabled": flag(default=True),
    "enabledHostNames": reported(Kind.ARRAY, facts.enabled_host_names),
    "availabilityState": always("Normal"),
    "hostNameSslStates": listing(
        record(
            {
                **texts(("name", "sslState", "virtualIP", "thumbprint", "hostType")),
                "toUpdate": flag(),
            }
        ),
        access=Access.READ_ONLY,
        computed=facts.ssl_states,
    ),
    "serverFarmId": text(keeps=True, link=linked_actions.JOIN_PLAN),
    "reserved": flag(default=_is_reserved),
    "isXenon": flag(default=False),
    "hyperV": flag(default=False),
    "lastModifiedTimeUtc": reported(Kind.STRING, facts.last_modified),
    "dnsConfiguration": record(
        {
            "dnsServers": listing(text()),
            "dnsAltServer": text(),
            **{name: whole() for name in ("dnsRetryAttemptTimeout", "dnsRetryAttemptCount", "dnsMaxCacheTimeout")},
        },
        default={},
    ),
    "outboundVnetRouting": record(
        dict.fromkeys(
            ("allTraffic", "applicationTraffic", "contentShareTraffic", "imagePullTraffic", "backupRestoreTraffic"),
            flag(default=False),
        ),
        default={},
    ),
    "siteConfig": record(SITE_CONFIG, computed=facts.short_config),
    "functionAppConfig": FUNCTION_APP_CONFIG,
    "daprConfig": record(
        {
            "enabled": flag(),
            "appId": text(),
            "appPort": whole(),
            "httpReadBufferSize": whole(),
            "httpMaxRequestSize": whole(),
            "logLevel": text("info", "debug", "warn", "error"),
            "enableApiLogging": flag(),
        }
    ),
    "workloadProfileName": text(),
    "resourceConfig": record({"cpu": Property(kind=Kind.NUMBER), "memory": text()}),
    "trafficManagerHostNames": reported(Kind.ARRAY, lambda _, __: []),
    "scmSiteAlsoStopped": flag(default=False),
    "hostingEnvironmentProfile": _PROFILE,
    "clientAffinityEnabled": flag(default=lambda proposal: not rules.is_function_app(proposal)),
    "clientAffinityPartitioningEnabled": flag(),
    "clientAffinityProxyEnabled": flag(default=False),
    "clientCertEnabled": flag(default=False),
    "clientCertMode": text("Required", "Optional", "OptionalInteractiveUser", default="Required"),
    "clientCertExclusionPaths": text(),
    "ipMode": text("IPv4", "IPv6", "IPv4AndIPv6", default="IPv4"),
    "endToEndEncryptionEnabled": flag(default=False),
    "sshEnabled": flag(),
    "hostNamesDisabled": flag(default=False),
    "customDomainVerificationId": text(access=Access.READ_ONLY, computed=facts.verification_id),
    "outboundIpAddresses": reported(Kind.STRING, facts.outbound_addresses),
    "possibleOutboundIpAddresses": reported(Kind.STRING, facts.outbound_addresses),
    "containerSize": whole(default=0),
    "dailyMemoryTimeQuota": whole(default=0),
    "cloningInfo": mapping(text(), access=Access.WRITE_ONLY),
    "resourceGroup": reported(Kind.STRING, lambda site, _: site.id.group),
    "defaultHostName": reported(Kind.STRING, facts.host),
    "httpsOnly": flag(default=False),
    "redundancyMode": text("None", "Manual", "Failover", "ActiveActive", "GeoRedundant", default="None"),
    "publicNetworkAccess": text("Enabled", "Disabled", "", keeps=True),
    "privateEndpointConnections": reported(Kind.ARRAY, facts.connections),
    "storageAccountRequired": flag(default=False),
    "keyVaultReferenceIdentity": text(default="SystemAssigned"),
    "autoGeneratedDomainNameLabelScope": text("TenantReuse", "SubscriptionReuse", "ResourceGroupReuse", "NoReuse"),
    "virtualNetworkSubnetId": text(link=linked_actions.JOIN_SUBNET),
    "managedEnvironmentId": text(),
    "sku": reported(Kind.STRING, facts.tier),
}

SITE = ResourceType(
    name=SITES,
    answers_as=SITES,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(rules.NAME, "[0-9A-Za-z](?:[0-9A-Za-z-]{0,58}[0-9A-Za-z])?"),),
    claim=Claim(rule=rules.NAME_TAKEN, of=lambda proposal: f"{proposal.name.lower()}.azurewebsites.net"),
    body={
        **envelope.ENVELOPE,
        "kind": text(default="app", keeps=True),
        "location": envelope.LOCATION,
        "tags": envelope.TAGS,
        "extendedLocation": record({"name": text(), "type": text(access=Access.IGNORED)}),
        "properties": record(_PROPERTIES, default={}),
        "identity": IDENTITY,
    },
    conditions=rules.CONDITIONS,
    prepare=_prepare,
    written=_written,
    removed=_leave_subnet,
)
