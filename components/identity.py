"""The identity that the function runs as: the one principal that may read queue mappings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import managedidentity

from backbone import naming

if TYPE_CHECKING:
    from components.site import Site


def declare_identity(name: str, site: Site) -> managedidentity.UserAssignedIdentity:
    """Declare a user-assigned identity, which exists before anything that it is given a role on."""
    return managedidentity.UserAssignedIdentity(
        name,
        resource_name_=site.suffix.apply(partial(naming.identity_name, site.workload)),
        resource_group_name=site.resource_group,
        location=site.location,
        tags=dict(site.tags),
        opts=pulumi.ResourceOptions(delete_before_replace=True),
    )
