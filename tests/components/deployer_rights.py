"""What a deployer needs: the actions that a stack's control-plane calls were decided by, as a custom role."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sandbox.azure.link import linked
from sandbox.world import AzureError, World, request

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALWAYS_REGISTERED = frozenset({"Microsoft.Authorization", "Microsoft.Resources"})


def actions(calls: Iterable[Mapping[str, Any]]) -> list[str]:
    """The actions that calls of the request log were decided by, those on what they refer to included, sorted."""
    found = set()
    for call in calls:
        try:
            asked = request.parse(call["method"], call["id"], call["apiVersion"], call["body"])
        except AzureError:
            continue
        found.add(asked.permission)
        found |= {each.full_action(target) for each, target in linked(asked.type.body, asked.body or {}, asked.id)}
    return sorted(found)


def providers(calls: Iterable[Mapping[str, Any]], world: World) -> list[str]:
    """The resource providers that a stack needs registered: of what it calls, and of what its subnets are lent to."""
    lent = {
        each["properties"]["serviceName"].partition("/")[0]
        for held in world.resources()
        if held["type"] == "Microsoft.Network/virtualNetworks/subnets"
        for each in held["body"]["properties"]["delegations"]
    }
    called = {action.partition("/")[0] for action in actions(calls)}
    return sorted((called | lent) - ALWAYS_REGISTERED)


def role(needed: Iterable[str]) -> dict[str, Any]:
    """A custom role with these actions."""
    return {
        "Name": "Backbone deployer",
        "IsCustom": True,
        "Description": "Deploys, changes and destroys a backbone; sees no message and no secret.",
        "Actions": sorted(needed),
        "NotActions": [],
        "DataActions": [],
        "NotDataActions": [],
        "AssignableScopes": ["/subscriptions/<subscription id>"],
    }


def role_markdown(needed: Iterable[str]) -> str:
    """The role, in the form that `az role definition create` takes."""
    return f"```json\n{json.dumps(role(needed), indent=2)}\n```\n"


def providers_markdown(names: Iterable[str]) -> str:
    """The command that registers resource providers."""
    lines = [f"az provider register --namespace {name}" for name in names]
    return "\n".join(["```sh", *lines, "```"]) + "\n"
