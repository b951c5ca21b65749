"""A resource with a name of the engine's making, in a configured region: another region replaces it, new one first."""

import pulumi
from pulumi_azure_native import managedidentity, resources

group = resources.ResourceGroup("group", resource_group_name="renamed")
managedidentity.UserAssignedIdentity(
    "identity", resource_group_name=group.name, location=pulumi.Config().require("location")
)
