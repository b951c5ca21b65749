"""Where an installation is put: its resource group, and what every resource in it shares."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import resources

from backbone import naming
from components.deployed import Deployed
from components.orphans import Orphans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Site:
    """The place that the components of one installation share.

    Attributes:
        workload: Stem of the physical names.
        location: The region of everything that is not told otherwise.
        resource_group: Name of the resource group.
        group: The resource group, where we made it: what is deleted with it needs no deletion of its own.
        deployed: What the stack had deployed when the program started.
        orphans: What a failed destroy has left in that group.
        suffix: What ends every globally unique name.
        tags: Tags for every taggable resource.
        protect: Whether what holds messages is protected against deletion and replacement.
    """

    workload: str
    location: str
    resource_group: pulumi.Output[str]
    group: pulumi.Resource | None
    deployed: Deployed
    orphans: Orphans
    suffix: pulumi.Output[str]
    tags: Mapping[str, str]
    protect: bool

    @staticmethod
    def declare(settings: Settings) -> Site:
        """Declare the resource group of an installation, unless it exists, and derive the rest."""
        existing, deployed = settings.existing.resource_group, Deployed.read()
        group = _declare_group(settings) if existing is None else None
        name = group.name if group is not None else pulumi.Output.from_input(existing or "")
        return Site(
            workload=settings.workload,
            location=settings.location,
            resource_group=name,
            group=group,
            deployed=deployed,
            orphans=Orphans.find(settings, deployed) if group is not None else Orphans(),
            suffix=_suffix(settings.existing.suffix, name),
            tags=settings.tags,
            protect=settings.protect,
        )

    def in_group(self, name: str | None) -> Site:
        """The same place with an existing resource group, where one is named."""
        return self if name is None else replace(self, resource_group=pulumi.Output.from_input(name), group=None)


def _declare_group(settings: Settings) -> resources.ResourceGroup:
    return resources.ResourceGroup(
        naming.RESOURCE_GROUP,
        location=settings.location,
        tags=dict(settings.tags),
        opts=pulumi.ResourceOptions(protect=settings.protect),
    )


def _suffix(fixed: str | None, group_name: pulumi.Output[str]) -> pulumi.Output[str]:
    return pulumi.Output.from_input(fixed) if fixed is not None else group_name.apply(naming.suffix_of)
