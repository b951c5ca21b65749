"""The simulated Azure's state, and the one call that leads to it."""

from __future__ import annotations

from sandbox.azure.authorization.evaluator import Decision
from sandbox.azure.error import AzureError
from sandbox.azure.keyvault.data_plane import NoSuchHostError
from sandbox.azure.principal import PrincipalType
from sandbox.world.access import TakenNameError, UnknownAttributeError, UnknownPrincipalError
from sandbox.world.drift import DriftError
from sandbox.world.fault import METHODS, Fault, FaultError
from sandbox.world.group import NotAGroupError, NotAMemberError
from sandbox.world.operations import Answer
from sandbox.world.principal import DEFAULT_SUBSCRIPTION, DEFAULT_TENANT, DEPLOYER, OWNER, Principal
from sandbox.world.registration import UnknownProviderError
from sandbox.world.role_name import UnknownRoleError
from sandbox.world.store import StoreFormatError
from sandbox.world.world import World

__all__ = [
    "DEFAULT_SUBSCRIPTION",
    "DEFAULT_TENANT",
    "DEPLOYER",
    "METHODS",
    "OWNER",
    "Answer",
    "AzureError",
    "Decision",
    "DriftError",
    "Fault",
    "FaultError",
    "NoSuchHostError",
    "NotAGroupError",
    "NotAMemberError",
    "Principal",
    "PrincipalType",
    "StoreFormatError",
    "TakenNameError",
    "UnknownAttributeError",
    "UnknownPrincipalError",
    "UnknownProviderError",
    "UnknownRoleError",
    "World",
]
