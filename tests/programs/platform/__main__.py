"""A platform team's stack: what others own is looked up, the shared subscription is reached by its own provider."""

import uuid

import pulumi
from pulumi_azure_native import Provider, authorization, keyvault, managedidentity, resources, servicebus

config = pulumi.Config("platform")
SHARED = config.require("sharedSubscription")
RECEIVER = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"

client = authorization.get_client_config()
team = resources.get_resource_group(resource_group_name=config.require("group"))

shared = Provider(
    "shared",
    subscription_id=SHARED,
    location="northeurope",
    tenant_id=client.tenant_id,
    client_id=client.client_id,
    client_secret=config.require_secret("clientSecret"),
)
there = pulumi.ResourceOptions(provider=shared)
look_there = pulumi.InvokeOptions(provider=shared)

hub = servicebus.get_namespace_output(
    namespace_name=config.require("hub"), resource_group_name=config.require("hubGroup"), opts=look_there
)
hub_group = resources.ResourceGroup.get(
    "hubGroup", f"/subscriptions/{SHARED}/resourceGroups/{config.require('hubGroup')}", opts=there
)

worker = managedidentity.UserAssignedIdentity("worker", resource_group_name=team.name, location=team.location)

inbox = servicebus.Queue(
    "team-inbox",
    resource_group_name=hub_group.name,
    namespace_name=hub.name,
    requires_session=True,
    opts=pulumi.ResourceOptions(
        provider=shared,
        aliases=[pulumi.Alias(name="inbox"), pulumi.Alias(name="queue", parent=pulumi.ROOT_STACK_RESOURCE)],
    ),
)

role = f"/subscriptions/{SHARED}/providers/Microsoft.Authorization/roleDefinitions/{RECEIVER}"
authorization.RoleAssignment(
    "worker-may-receive",
    scope=inbox.id,
    principal_id=worker.principal_id,
    principal_type=authorization.PrincipalType.SERVICE_PRINCIPAL,
    role_definition_id=role,
)
authorization.RoleAssignment(
    "worker-may-receive-everywhere",
    scope=hub.id,
    role_assignment_name=worker.principal_id.apply(lambda it: str(uuid.uuid5(uuid.NAMESPACE_OID, f"{it}-{RECEIVER}"))),
    principal_id=worker.principal_id,
    principal_type="ServicePrincipal",
    role_definition_id=role,
    opts=there,
)

vault = keyvault.Vault(
    "vault",
    resource_group_name=team.name,
    location=team.location,
    properties={
        "tenant_id": client.tenant_id,
        "sku": {"family": "A", "name": "standard"},
        "enable_rbac_authorization": True,
        "soft_delete_retention_in_days": 7,
    },
)
operators = authorization.RoleDefinition(
    "operators",
    role_name="Queue operators",
    role_type="CustomRole",
    description="May look at queues.",
    scope=f"/subscriptions/{client.subscription_id}",
    assignable_scopes=[f"/subscriptions/{client.subscription_id}"],
    permissions=[
        authorization.PermissionArgs(
            actions=["Microsoft.ServiceBus/namespaces/queues/read"], not_actions=[], data_actions=[]
        )
    ],
)

pulumi.export("hubLocation", hub.location)
pulumi.export("inbox", inbox.id)
pulumi.export("operators", operators.name)
pulumi.export("vaultUri", vault.properties.vault_uri)
