"""Which of azure-native's type aliases the resources of this program keep.

azure-native gives every resource an alias for each API version under which a program may have declared it (a queue has
14). This program has never declared one by version, and Pulumi's SDK turns each alias of each resource into a URN:
without them, 300 scale units preview in two thirds of the time.
"""

from __future__ import annotations

import copy
import re

import pulumi

VERSIONED_TYPE = re.compile(r"azure-native:\w+/v\d{8}\w*:\w+")
"""A type with its API version, such as `azure-native:servicebus/v20240101:Queue`."""


def drop_versioned_aliases() -> None:
    """Declare every resource after this without the aliases that name an API version.

    Aliases without a version stay: by them a resource is still the same one when azure-native has renamed its type.
    """
    pulumi.runtime.register_stack_transformation(without_versions)


def without_versions(args: pulumi.ResourceTransformationArgs) -> pulumi.ResourceTransformationResult | None:
    """The options of a resource, less the aliases for API versions; None where it has no aliases at all."""
    if not args.opts.aliases:
        return None
    opts = copy.copy(args.opts)
    opts.aliases = [alias for alias in args.opts.aliases if not _names_a_version(alias)]
    return pulumi.ResourceTransformationResult(args.props, opts)


def _names_a_version(alias: object) -> bool:
    type_ = alias.type_ if isinstance(alias, pulumi.Alias) else None
    return isinstance(type_, str) and VERSIONED_TYPE.fullmatch(type_) is not None
