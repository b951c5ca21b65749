"""Where the entities of a namespace are declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pulumi

    from components.site import Site


@dataclass(frozen=True, kw_only=True)
class Place:
    """What all entities of one namespace share.

    Attributes:
        site: Where the namespace is.
        namespace: Its name.
        parent: The component that the entities belong to.
    """

    site: Site
    namespace: pulumi.Output[str]
    parent: pulumi.Resource
