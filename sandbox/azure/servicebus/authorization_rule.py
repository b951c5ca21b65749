"""Shared access authorization rules of namespaces, queues and topics, and their keys.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-sas.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Condition, Constraint, Quota
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import Action, ResourceType
from sandbox.azure.servicebus import names
from sandbox.azure.servicebus.documents import API_VERSIONS, QUOTAS, SHARED_ACCESS, entity_rule
from sandbox.azure.servicebus.entity import body
from sandbox.azure.servicebus.recovery.pairing import ALIASES
from sandbox.azure.view import Resource, View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

ROOT = "RootManageSharedAccessKey"
"""The rule that comes with each namespace."""
NAMESPACE_RULES = "Microsoft.ServiceBus/namespaces/AuthorizationRules"
"""The access rules of a namespace as a whole."""
_PARENTS = {
    NAMESPACE_RULES: 1,
    "Microsoft.ServiceBus/namespaces/queues/authorizationRules": 2,
    "Microsoft.ServiceBus/namespaces/topics/authorizationRules": 2,
}
"""Each type of authorization rule, and how deep its parent is."""
_OF_ENTITIES = frozenset(name for name, depth in _PARENTS.items() if depth > 1)

RIGHTS_EMPTY = entity_rule(
    "authorization-rule-empty",
    text="An authorization rule grants at least one right.",
    message="Empty access rights.",
    source="https://github.com/Azure/bicep-registry-modules/issues/2908",
)
MANAGE_ALONE = entity_rule(
    "authorization-rule-manage",
    text="The right Manage includes Listen and Send, and they must be named.",
    message="Manage permission must include Listen and Send permissions.",
    source=SHARED_ACCESS,
    wording="ours",
)
RULE_COUNT = entity_rule(
    "authorization-rule-count",
    text="A namespace, queue or topic has at most 12 authorization rules.",
    message="The maximum number of resources of type `AuthorizationRule` has been reached or exceeded.",
    source=QUOTAS,
    sub_code=40300,
    wording="ours",
)

_KEYS = ("primaryKey", "secondaryKey")
_ALL_RIGHTS = ["Listen", "Manage", "Send"]
_RIGHTS = Property(
    kind=Kind.ARRAY,
    required=True,
    items=Property(kind=Kind.STRING, allowed=("Listen", "Send", "Manage")),
    constraints=(Constraint(rule=RIGHTS_EMPTY, holds=lambda rights, _: bool(rights)),),
)


def _new_key() -> str:
    """A key as Azure makes them: 256 random bits in base 64."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _includes_what_manage_includes(proposal: Proposal) -> bool:
    rights = set(proposal.properties["rights"])
    return "Manage" not in rights or rights >= set(_ALL_RIGHTS)


def _make_keys(proposal: Proposal) -> None:
    for key in _KEYS:
        proposal.private.setdefault(key, _new_key())


def _connection_string(rule: Resource, key: str, name: str) -> str:
    """How a client reaches the rule's namespace or entity by the namespace's name or by its alias."""
    entity = f";EntityPath={names.wire_name(rule.id.names[1])}" if rule.type in _OF_ENTITIES else ""
    access = f"SharedAccessKeyName={rule.id.name};SharedAccessKey={rule.private[key]}{entity}"
    return f"Endpoint=sb://{name}.servicebus.windows.net/;{access}"


def _keys(rule: Resource, view: View) -> dict[str, Any]:
    alias = next(view.under(rule.id.ancestor(1), ALIASES), None)
    return {
        **({f"alias{name}": value for name, value in _strings(rule, alias.id.name).items()} if alias else {}),
        **{name[0].lower() + name[1:]: value for name, value in _strings(rule, rule.id.names[0]).items()},
        **{key: rule.private[key] for key in _KEYS},
        "keyName": rule.id.name,
    }


def _strings(rule: Resource, name: str) -> dict[str, str]:
    return {
        "PrimaryConnectionString": _connection_string(rule, "primaryKey", name),
        "SecondaryConnectionString": _connection_string(rule, "secondaryKey", name),
    }


def _list_keys(rule: Resource, _body: Mapping[str, Any], view: View) -> dict[str, Any]:
    return _keys(rule, view)


def _regenerate_keys(rule: Resource, body: Mapping[str, Any], view: View) -> dict[str, Any]:
    key = "primaryKey" if body["keyType"] == "PrimaryKey" else "secondaryKey"
    renewed = replace(rule, private={**rule.private, key: body.get("key") or _new_key()})
    view.put(renewed)
    return _keys(renewed, view)


def add_root_rule(namespace: Proposal) -> None:
    """Make the rule with all rights that comes with a new namespace."""
    namespace.view.put(
        Resource(
            id=namespace.id.child("AuthorizationRules", ROOT),
            type=NAMESPACE_RULES,
            api_version=API_VERSIONS[-1],
            body={"properties": {"rights": list(_ALL_RIGHTS)}},
            private={key: _new_key() for key in _KEYS},
            created_at=namespace.now,
            updated_at=namespace.now,
        )
    )


LIST_KEYS = Action(run=_list_keys)
RULE_BODY = {
    **body({"rights": _RIGHTS}),
    "properties": Property(kind=Kind.OBJECT, required=True, properties={"rights": _RIGHTS}),
}


def _authorization_rule(name: str, depth: int) -> ResourceType:
    return ResourceType(
        name=name,
        answers_as=name.replace("uthorizationRules", "uthorizationrules").replace("/A", "/a"),
        api_versions=API_VERSIONS,
        naming=names.CHILD,
        body=RULE_BODY,
        conditions=(Condition(rule=MANAGE_ALONE, holds=_includes_what_manage_includes),),
        quotas=(
            Quota(
                rule=RULE_COUNT,
                limit=lambda _: 12,
                scope=lambda proposal: proposal.id.ancestor(depth),
                counted=(name,),
            ),
        ),
        prepare=_make_keys,
        actions={
            "listKeys": LIST_KEYS,
            "regenerateKeys": Action(
                run=_regenerate_keys,
                body={
                    "keyType": Property(kind=Kind.STRING, required=True, allowed=("PrimaryKey", "SecondaryKey")),
                    "key": Property(kind=Kind.STRING, access=Access.WRITE_ONLY),
                },
            ),
        },
    )


AUTHORIZATION_RULES = tuple(_authorization_rule(name, depth) for name, depth in _PARENTS.items())
