"""What is declared to the Pulumi engine, and how it is wired and secured."""

from components.access import let_principals_in
from components.alerts import Alerts, AlertsArgs
from components.existing import ExistingQueues
from components.function import Function, FunctionArgs
from components.identity import declare_identity
from components.mapping import MappingsArgs, declare_mappings
from components.namespaces import Namespaces, NamespacesArgs
from components.network import Network, NetworkArgs
from components.observability import Observability, ObservabilityArgs
from components.site import Site
from components.stack import read_settings
from components.type_aliases import drop_versioned_aliases
from components.vault import Vault, VaultArgs

__all__ = [
    "Alerts",
    "AlertsArgs",
    "ExistingQueues",
    "Function",
    "FunctionArgs",
    "MappingsArgs",
    "Namespaces",
    "NamespacesArgs",
    "Network",
    "NetworkArgs",
    "Observability",
    "ObservabilityArgs",
    "Site",
    "Vault",
    "VaultArgs",
    "declare_identity",
    "declare_mappings",
    "drop_versioned_aliases",
    "let_principals_in",
    "read_settings",
]
