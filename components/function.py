"""The function app that injects messages, and the plan it runs on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import web

from backbone import app_settings, naming, routes
from backbone.settings import CallersSettings
from components.host_storage import HostStorage, HostStorageArgs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pulumi_azure_native import managedidentity

    from backbone.settings import Settings
    from components.namespaces import Namespaces
    from components.network import Network
    from components.observability import Observability
    from components.site import Site
    from components.vault import Vault

PYTHON = "3.12"
"""The newest Python that Microsoft's own Flex Consumption samples run."""

INSTANCES = 100
"""The most instances at once: Flex Consumption's default, of 40 to 1,000."""

MEMORY_IN_MEGABYTES = 2048
"""Memory of one instance: Flex Consumption's default, of 512, 2,048 and 4,096."""


@dataclass(frozen=True, kw_only=True)
class FunctionArgs:
    """What the function app is made of.

    Attributes:
        site: Where it is put.
        settings: What the stack file says.
        identity: What it runs as.
        network: The network it looks out through.
        observability: Where its telemetry goes.
        vault: Where it reads queue mappings.
        namespaces: Where its messages go.
    """

    site: Site
    settings: Settings
    identity: managedidentity.UserAssignedIdentity
    network: Network
    observability: Observability
    vault: Vault
    namespaces: Namespaces


@final
class Function(pulumi.ComponentResource):
    """A Flex Consumption app without keys, passwords or FTP; its code is published later.

    Attributes:
        host: Host name for callers.
    """

    host: pulumi.Output[str]

    def __init__(self, name: str, args: FunctionArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:Function", name, None, opts)
        self._args = args
        self._storage = HostStorage(
            f"{name}-storage",
            HostStorageArgs(site=args.site, settings=args.settings, network=args.network, user=args.identity),
            pulumi.ResourceOptions(parent=self),
        )
        app = self._declare_app(name, self._declare_plan(name))
        policies = {"ftp": web.WebAppFtpAllowed, "scm": web.WebAppScmAllowed}
        for what, policy in policies.items():
            policy(
                f"{name}-{what}",
                name=app.name,
                resource_group_name=args.site.resource_group,
                allow=False,
                opts=pulumi.ResourceOptions(parent=self),
            )
        callers = args.settings.access.callers
        if isinstance(callers, CallersSettings):
            self._declare_authentication(name, app, callers)
        self.host = app.default_host_name
        self.register_outputs({"host": self.host})

    def _declare_plan(self, name: str) -> web.AppServicePlan:
        site = self._args.site
        return web.AppServicePlan(
            name,
            name=site.suffix.apply(partial(naming.function_app_name, site.workload)),
            resource_group_name=site.resource_group,
            location=site.location,
            kind="functionapp",
            reserved=True,
            sku=web.SkuDescriptionArgs(name="FC1", tier="FlexConsumption"),
            tags=dict(site.tags),
            # A plan cannot go before its app does: a new one comes first.
            opts=pulumi.ResourceOptions(parent=self, delete_before_replace=False),
        )

    def _declare_app(self, name: str, plan: web.AppServicePlan) -> web.WebApp:
        args, site = self._args, self._args.site
        return web.WebApp(
            name,
            name=site.suffix.apply(partial(naming.function_app_name, site.workload)),
            resource_group_name=site.resource_group,
            location=site.location,
            kind="functionapp,linux",
            server_farm_id=plan.id,
            identity=web.ManagedServiceIdentityArgs(
                type=web.ManagedServiceIdentityType.USER_ASSIGNED, user_assigned_identities=[args.identity.id]
            ),
            function_app_config=self._runtime(),
            https_only=True,
            client_affinity_enabled=False,
            public_network_access="Enabled",
            virtual_network_subnet_id=args.network.integration_subnet_id,
            key_vault_reference_identity=args.identity.id,
            site_config=self._site_config(),
            tags=dict(site.tags),
            opts=pulumi.ResourceOptions(
                parent=self, delete_before_replace=True, depends_on=[self._storage, *args.vault.ready]
            ),
        )

    def _site_config(self) -> web.SiteConfigArgsDict:
        """A dictionary, as the class would add a .NET version, which Flex Consumption refuses as it does ftpsState."""
        return {
            "app_settings": self._app_settings(),
            "http20_enabled": True,
            "min_tls_version": web.SupportedTlsVersions.SUPPORTED_TLS_VERSIONS_1_2,
            "scm_min_tls_version": web.SupportedTlsVersions.SUPPORTED_TLS_VERSIONS_1_2,
        }

    def _app_settings(self) -> pulumi.Output[list[pulumi.Input[web.NameValuePairArgsDict]]]:
        args = self._args
        ours = pulumi.Output.all(args.vault.uri, self._routes()).apply(lambda known: app_settings.of_backbone(*known))
        hosts = pulumi.Output.all(
            self._storage.account, args.identity.client_id, args.observability.connection_string
        ).apply(lambda known: app_settings.of_host(*known))
        return pulumi.Output.all(ours, hosts).apply(lambda known: _pairs({**known[0], **known[1]}))

    def _routes(self) -> pulumi.Output[str]:
        """The routes, with the hosts of those namespaces alone that a route leads to: others may come and go."""
        declared = routes.declared(self._args.settings)
        aliases = sorted({route.target.address.alias for route in declared})
        hosts = pulumi.Output.all(**{alias: self._args.namespaces[alias].host for alias in aliases})
        return hosts.apply(lambda known: routes.value(declared, known))

    def _runtime(self) -> web.FunctionAppConfigArgs:
        args = self._args
        authentication = web.FunctionsDeploymentStorageAuthenticationArgs(
            type=web.AuthenticationType.USER_ASSIGNED_IDENTITY, user_assigned_identity_resource_id=args.identity.id
        )
        return web.FunctionAppConfigArgs(
            deployment=web.FunctionsDeploymentArgs(
                storage=web.FunctionsDeploymentStorageArgs(
                    type=web.FunctionsDeploymentStorageType.BLOB_CONTAINER,
                    value=self._storage.container_url,
                    authentication=authentication,
                )
            ),
            runtime=web.FunctionsRuntimeArgs(name=web.RuntimeName.PYTHON, version=PYTHON),
            scale_and_concurrency=web.FunctionsScaleAndConcurrencyArgs(
                instance_memory_mb=MEMORY_IN_MEGABYTES, maximum_instance_count=INSTANCES
            ),
        )

    def _declare_authentication(self, name: str, app: web.WebApp, callers: CallersSettings) -> None:
        """Let in only callers with a token for our app registration, and of these only the named ones."""
        directory = web.AzureActiveDirectoryArgs(
            enabled=True,
            registration=web.AzureActiveDirectoryRegistrationArgs(
                client_id=callers.client_id,
                open_id_issuer=pulumi.Output.concat(
                    "https://login.microsoftonline.com/", self._args.identity.tenant_id, "/v2.0"
                ),
            ),
            validation=web.AzureActiveDirectoryValidationArgs(
                allowed_audiences=[callers.client_id, f"api://{callers.client_id}"],
                default_authorization_policy=web.DefaultAuthorizationPolicyArgs(
                    allowed_principals=web.AllowedPrincipalsArgs(identities=list(callers.principals))
                ),
            ),
        )
        web.WebAppAuthSettingsV2(
            f"{name}-callers",
            name=app.name,
            resource_group_name=self._args.site.resource_group,
            platform=web.AuthPlatformArgs(enabled=True),
            global_validation=web.GlobalValidationArgs(
                require_authentication=True,
                unauthenticated_client_action=web.UnauthenticatedClientActionV2.RETURN401,
            ),
            http_settings=web.HttpSettingsArgs(require_https=True),
            identity_providers=web.IdentityProvidersArgs(azure_active_directory=directory),
            opts=pulumi.ResourceOptions(parent=self),
        )


def _pairs(settings: Mapping[str, str]) -> list[pulumi.Input[web.NameValuePairArgsDict]]:
    """App settings as Resource Manager wants them, in an order that does not depend on ours."""
    return [{"name": name, "value": value} for name, value in sorted(settings.items())]
