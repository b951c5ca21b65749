"""The settings of a stack as one typed tree."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Self

from backbone import limits
from backbone.forwarding import Graph
from backbone.settings import domain
from backbone.settings.access import ADDRESS_CASE, AccessSettings
from backbone.settings.alerts import AlertSettings
from backbone.settings.checks.graphs import graphs
from backbone.settings.directory import Directory
from backbone.settings.existing import ExistingSettings
from backbone.settings.field import Setting, empty
from backbone.settings.gathering import Count, LetterCase
from backbone.settings.keys import LOCATION_KEY
from backbone.settings.load import LoadSettings
from backbone.settings.namespace import NamespaceSettings, ScaleUnitSettings
from backbone.settings.network import NetworkSettings
from backbone.settings.pairing import PairedNamespaceSettings
from backbone.settings.parsing import parse
from backbone.settings.prices import PriceSettings
from backbone.settings.remote_subscription import RemoteSubscriptionSettings

TAGS_COUNT = Count(id="tags-count", most=limits.TAGS_PER_RESOURCE, what="a mapping of at most 50 tags")
TAG_CASE = LetterCase(id="tag-letter-case", what="tags whose names differ in more than letter case")
UNIT_CASE = LetterCase(id="unit-letter-case", what="aliases that differ in more than letter case")
MAPPING_CASE = LetterCase(id="mapping-letter-case", what="mapping ids that differ in more than letter case")
REMOTE_CASE = LetterCase(
    id="remote-subscription-letter-case", what="subscriptions whose names differ in more than letter case"
)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that a stack file says, with defaults filled in; made by `parse`."""

    location: Annotated[
        domain.Region,
        Setting(
            "Region of everything that says no other one.",
            key=LOCATION_KEY,
            remedy=f"Say where to deploy: pulumi config set {LOCATION_KEY} westeurope",
        ),
    ]
    workload: Annotated[domain.Workload, Setting("Stem of physical names.")] = "backbone"
    tags: Annotated[
        Mapping[domain.TagName, domain.TagValue], TAGS_COUNT, TAG_CASE, Setting("Tags on every taggable resource.")
    ] = field(default_factory=empty)
    protect: Annotated[
        bool,
        Setting(
            "Whether queues, topics, subscriptions, namespaces, the vault and the resource group are protected against "
            "deletion and replacement."
        ),
    ] = True
    namespace: Annotated[NamespaceSettings, Setting("The default namespace.")]
    scale_units: Annotated[
        Mapping[domain.Alias, ScaleUnitSettings], UNIT_CASE, Setting("Further namespaces by alias.")
    ] = field(default_factory=empty)
    mappings: Annotated[
        Mapping[domain.MappingId, domain.QueueTarget], MAPPING_CASE, Setting("Queues by QueueMappingId.")
    ] = field(default_factory=empty)
    routes: Annotated[
        Mapping[domain.MessageType, domain.EntityAddress], Setting("Queues and topics by message type.")
    ] = field(default_factory=empty)
    subscriptions: Annotated[
        Mapping[domain.SubscriptionName, RemoteSubscriptionSettings],
        REMOTE_CASE,
        Setting("Subscriptions to topics of any namespace for receivers that are elsewhere, by name."),
    ] = field(default_factory=empty)
    paired_namespace: Annotated[
        PairedNamespaceSettings | None, Setting("The secondary of the default namespace; absent: none.")
    ] = None
    access: Annotated[AccessSettings, Setting("Who may do what.")]
    network: Annotated[NetworkSettings, Setting("The virtual network.")]
    existing: Annotated[ExistingSettings, Setting("What is used instead of being made.")]
    alerts: Annotated[AlertSettings, Setting("What is watched, and who is told.")]
    load: Annotated[
        Mapping[domain.EntityAddress, LoadSettings],
        ADDRESS_CASE,
        Setting("The expected load by address, for `backbone plan`."),
    ] = field(default_factory=empty)
    prices: Annotated[PriceSettings, Setting("Prices that replace those of the plan's table.")]

    @classmethod
    def parse(cls, raw: Mapping[str, str], *, secret_keys: Collection[str] = ()) -> Self:
        """Read and check a stack's whole configuration.

        Args:
            raw: Full keys and their values as the Pulumi engine hands them to a program: single values as text,
                lists and mappings as JSON.
            secret_keys: The full keys whose values are, or hold, a secret.

        Raises:
            SettingsError: With every error that was found.
        """
        return parse(cls, raw, secret_keys)

    @cached_property
    def graphs(self) -> tuple[Graph, ...]:
        """Who forwards to whom: a graph for the default namespace and for each scale unit."""
        return tuple(graphs(self))

    @cached_property
    def directory(self) -> Directory:
        """Where addresses lead."""
        return Directory(self)

    @cached_property
    def _remote(self) -> Mapping[str, Mapping[str, RemoteSubscriptionSettings]]:
        found: dict[str, dict[str, RemoteSubscriptionSettings]] = {}
        for name, each in self.subscriptions.items():
            found.setdefault(each.to.alias.casefold(), {})[name] = each
        return found

    def subscriptions_to(self, alias: str) -> Mapping[str, RemoteSubscriptionSettings]:
        """The entries of `subscriptions` that lead to topics of the namespace with this alias, by name."""
        return self._remote.get(alias.casefold(), {})

    def pairing_of(self, alias: str) -> PairedNamespaceSettings | None:
        """How the namespace with this alias is paired, or None."""
        if alias == self.namespace.alias:
            return self.paired_namespace
        declared = self.scale_units[alias].paired_namespace
        return self.paired_namespace if declared is True else declared or None
