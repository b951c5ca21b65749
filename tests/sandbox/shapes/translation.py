"""Bodies of Resource Manager as instances of the SDK's classes, and those as the engine sends them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tests.sandbox.shapes.sdk_class import Member, args_class, members

if TYPE_CHECKING:
    from tests.sandbox.shapes.sdk_types import SdkType

RENAMED: Mapping[str, Mapping[str, str]] = {
    "storage.StorageAccount": {
        "networkAcls": "networkRuleSet",
        "supportsHttpsTrafficOnly": "enableHttpsTrafficOnly",
        "isNfsV3Enabled": "enableNfsV3",
    },
    "storage.Encryption": {"identity": "encryptionIdentity", "keyvaultproperties": "keyVaultProperties"},
    "storage.EncryptionIdentity": {
        "userAssignedIdentity": "encryptionUserAssignedIdentity",
        "federatedIdentityClientId": "encryptionFederatedIdentityClientId",
    },
    "storage.KeyVaultProperties": {"keyname": "keyName", "keyversion": "keyVersion", "keyvaulturi": "keyVaultUri"},
    "storage.IPRule": {"value": "iPAddressOrRange"},
    "storage.VirtualNetworkRule": {"id": "virtualNetworkResourceId"},
    "authorization.RoleDefinition": {"type": "roleType"},
    "keyvault.SecretAttributes": {"nbf": "notBefore", "exp": "expires"},
}
"""Members that the SDK calls otherwise than Resource Manager does, by SDK class."""
NAMES_ONLY = frozenset({"userAssignedIdentities"})
"""Maps of Resource Manager of which the SDK wants only the names."""
PREAMBLE = frozenset({"id", "name", "type", "systemData"})
"""What a body may repeat of the address, and no SDK class has."""


class UntranslatableError(Exception):
    """The SDK has no class, or no member, for what a body says."""


def inputs(described: SdkType, parameters: Mapping[str, str], body: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs by which a program asks for a body at an address.

    Raises:
        UntranslatableError: The body says something that the SDK cannot say.
    """
    cls = args_class(described)
    given = {**{name: value for name, value in parameters.items() if name in members(cls)}, **_wire(cls, body)}
    return _sent(cls, given)


def member_of(cls: type, name: str) -> Member | None:
    """The member of an SDK class that stands for a member of a body."""
    base = re.sub(r"(Init)?(Args|Response)$", "", cls.__name__)
    wanted = RENAMED.get(f"{cls.__module__.split('.')[1]}.{base}", {}).get(name, name)
    found = members(cls)
    return found.get(wanted) or found.get(_in_camel_case(wanted))


def _in_camel_case(name: str) -> str:
    """`ApplicationId`, `Application_Type` and `odata.type` as the SDK spells them."""
    words = re.split(r"[_.]", name)
    return "".join((words[0][:1].lower() + words[0][1:], *(word[:1].upper() + word[1:] for word in words[1:])))


def _wire(cls: type, body: Mapping[str, Any], *, outermost: bool = True) -> dict[str, Any]:
    """The members of a body by the SDK's names; what stands under `properties` moves up where the SDK has it there."""
    found: dict[str, Any] = {}
    for name, value in body.items():
        member = member_of(cls, name)
        if member is not None:
            found[member.wire] = _value(member, value)
        elif name == "properties" and isinstance(value, Mapping):
            found |= _wire(cls, value, outermost=False)
        elif not (outermost and name in PREAMBLE):
            raise UntranslatableError(f"{cls.__name__} has no {name}")
    return found


def _value(member: Member, value: Any) -> Any:
    if member.wire in NAMES_ONLY and isinstance(value, Mapping):
        return list(value)
    if isinstance(value, list):
        return [_object(member.classes, each) if isinstance(each, Mapping) else each for each in value]
    if isinstance(value, Mapping) and member.is_map:
        return {
            name: _object(member.classes, each) if isinstance(each, Mapping) else each for name, each in value.items()
        }
    return _object(member.classes, value) if isinstance(value, Mapping) else value


def _object(classes: Iterable[type], value: Mapping[str, Any]) -> dict[str, Any]:
    """The first of the classes that can say what a body says."""
    failure = UntranslatableError(f"no class for {value}")
    for cls in classes:
        try:
            found = _sent(cls, _wire(cls, value))
        except UntranslatableError as error:
            failure = error
        else:
            if all(found[name] == given for name, given in _wire(cls, value).items() if isinstance(given, str)):
                return found
    raise failure


def _sent(cls: type, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the SDK sends of a class's instance; where the class refuses to be made, the plain dictionary."""
    named = {each.wire: each.python for each in members(cls).values()}
    try:
        made = cls(**{named[name]: value for name, value in given.items()})
    except TypeError:
        return dict(given)
    values = vars(made)
    return {wire: _plain(values[python]) for wire, python in named.items() if values.get(python) is not None}


def _plain(value: Any) -> Any:
    return value.value if hasattr(value, "value") else value
