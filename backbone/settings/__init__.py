"""Settings: the contract with the user. One parser, one typed tree, all errors at once."""

from backbone.settings.access import AccessSettings, CallersSettings, PrincipalSettings
from backbone.settings.alerts import AlertSettings
from backbone.settings.domain import EndpointTarget, EntityStatus, PrincipalType
from backbone.settings.existing import ExistingSettings, PrivateDnsZoneSettings
from backbone.settings.finding import Finding, SettingsError
from backbone.settings.load import LoadSettings
from backbone.settings.mapping_target import MappingTarget
from backbone.settings.namespace import NamespaceSettings, ScaleUnitSettings
from backbone.settings.network import NetworkSettings
from backbone.settings.pairing import PairedNamespaceSettings
from backbone.settings.prices import PriceSettings
from backbone.settings.queue import QueueSettings
from backbone.settings.remote_subscription import RemoteSubscriptionSettings
from backbone.settings.rule import CorrelationFilterSettings, RuleSettings, SqlExpressionSettings
from backbone.settings.sku import Sku
from backbone.settings.topic import ClientAffinitySettings, SubscriptionSettings, TopicSettings
from backbone.settings.tree import Settings

__all__ = [
    "AccessSettings",
    "AlertSettings",
    "CallersSettings",
    "ClientAffinitySettings",
    "CorrelationFilterSettings",
    "EndpointTarget",
    "EntityStatus",
    "ExistingSettings",
    "Finding",
    "LoadSettings",
    "MappingTarget",
    "NamespaceSettings",
    "NetworkSettings",
    "PairedNamespaceSettings",
    "PriceSettings",
    "PrincipalSettings",
    "PrincipalType",
    "PrivateDnsZoneSettings",
    "QueueSettings",
    "RemoteSubscriptionSettings",
    "RuleSettings",
    "ScaleUnitSettings",
    "Settings",
    "SettingsError",
    "Sku",
    "SqlExpressionSettings",
    "SubscriptionSettings",
    "TopicSettings",
]
