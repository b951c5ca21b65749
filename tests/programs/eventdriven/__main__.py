"""An event-driven function on a consumption plan: storage keys, a vault with access policies, Application Insights."""

import pulumi
from pulumi_azure_native import (
    applicationinsights,
    authorization,
    keyvault,
    managedidentity,
    operationalinsights,
    resources,
    servicebus,
    storage,
    web,
)

stack = pulumi.get_stack()
me = authorization.get_client_config_output()

rg = resources.ResourceGroup("events-")

sa = storage.StorageAccount(
    "func",
    resource_group_name=rg.name,
    sku=storage.SkuArgs(name="Standard_LRS"),
    kind="StorageV2",
    allow_blob_public_access=False,
    minimum_tls_version="TLS1_2",
)
for name in ("releases", "dead-letters"):
    storage.BlobContainer(name, resource_group_name=rg.name, account_name=sa.name)


def connection_string(args: list[str]) -> str:
    """Put a storage account's first key into a connection string."""
    group, account = args
    keys = storage.list_storage_account_keys(resource_group_name=group, account_name=account)
    return f"DefaultEndpointsProtocol=https;AccountName={account};AccountKey={keys.keys[0].value}"


storage_connection = pulumi.Output.secret(pulumi.Output.all(rg.name, sa.name).apply(connection_string))

bus = servicebus.Namespace("bus", resource_group_name=rg.name, sku={"name": "Basic", "tier": "Basic"})
jobs = servicebus.Queue("jobs", resource_group_name=rg.name, namespace_name=bus.name)
listen = servicebus.NamespaceAuthorizationRule(
    "listen", resource_group_name=rg.name, namespace_name=bus.name, rights=[servicebus.AccessRights.LISTEN]
)
bus_connection = servicebus.list_namespace_keys_output(
    resource_group_name=rg.name, namespace_name=bus.name, authorization_rule_name=listen.name
).primary_connection_string

identity = managedidentity.UserAssignedIdentity("func-id", resource_group_name=rg.name)
logs = operationalinsights.Workspace(
    "logs", resource_group_name=rg.name, sku={"name": "PerGB2018"}, retention_in_days=30
)
insights = applicationinsights.Component(
    "insights",
    resource_group_name=rg.name,
    kind="web",
    application_type=applicationinsights.ApplicationType.WEB,
    workspace_resource_id=logs.id,
)

everything = {"secrets": ["get", "list", "set", "delete", "recover", "purge"]}
vault = keyvault.Vault(
    "vault",
    resource_group_name=rg.name,
    properties=keyvault.VaultPropertiesArgs(
        tenant_id=me.tenant_id,
        sku=keyvault.SkuArgs(family=keyvault.SkuFamily.A, name=keyvault.SkuName.STANDARD),
        access_policies=[
            {"tenant_id": me.tenant_id, "object_id": me.object_id, "permissions": everything},
            {
                "tenant_id": me.tenant_id,
                "object_id": identity.principal_id,
                "permissions": {"secrets": ["get"]},
            },
        ],
    ),
)
secret = keyvault.Secret(
    "bus-connection",
    resource_group_name=rg.name,
    vault_name=vault.name,
    properties={"value": pulumi.Output.secret(bus_connection), "content_type": "connection string"},
    tags={"stack": stack},
)

plan = web.AppServicePlan(
    "plan", resource_group_name=rg.name, kind="functionapp", reserved=True, sku={"name": "Y1", "tier": "Dynamic"}
)
settings = {
    "AzureWebJobsStorage": storage_connection,
    "FUNCTIONS_EXTENSION_VERSION": "~4",
    "FUNCTIONS_WORKER_RUNTIME": "python",
    "APPLICATIONINSIGHTS_CONNECTION_STRING": insights.connection_string,
    "BUS": pulumi.Output.format("@Microsoft.KeyVault(SecretUri={0})", secret.properties.secret_uri),
    "QUEUE": jobs.name,
}
app = web.WebApp(
    "app",
    resource_group_name=rg.name,
    kind="functionapp,linux",
    server_farm_id=plan.id,
    https_only=True,
    identity=web.ManagedServiceIdentityArgs(
        type=web.ManagedServiceIdentityType.USER_ASSIGNED, user_assigned_identities=[identity.id]
    ),
    key_vault_reference_identity=identity.id,
    site_config=web.SiteConfigArgs(
        linux_fx_version="Python|3.12",
        ftps_state="FtpsOnly",
        cors={"allowed_origins": ["https://portal.azure.com"]},
        app_settings=[web.NameValuePairArgs(name=name, value=value) for name, value in settings.items()],
        connection_strings=[
            {"name": "reports", "connection_string": "Server=reports;", "type": web.ConnectionStringType.CUSTOM}
        ],
    ),
)

pulumi.export("endpoint", app.default_host_name.apply(lambda host: f"https://{host}/api"))
pulumi.export("secretUri", secret.properties.secret_uri)
