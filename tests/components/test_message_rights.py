"""Each right to send or receive is at one entity, and nobody who runs manages anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import access_list
from backbone.access_list import Verb
from backbone.roles import Role
from tests.backbone.stack import parse
from tests.components import message_table
from tests.components.message_table import ENTITIES, PEOPLE, STACK
from tests.deployment import ROOT
from tools import docs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    import pytest

    from sandbox.world import World
    from tests.deployment import Deployment

SECURITY = ROOT / "docs" / "security.md"
RUNNING = tuple(name for name in PEOPLE if name != "portal")
MANAGES = (
    "Microsoft.ServiceBus/namespaces/write",
    "Microsoft.ServiceBus/namespaces/queues/write",
    "Microsoft.ServiceBus/namespaces/queues/delete",
    "Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action",
    "Microsoft.Authorization/roleAssignments/write",
)


def test_rights_over_units_are_those_of_the_documentation_and_no_running_identity_manages_anything(
    deploy: Callable[[Mapping[str, Any]], Deployment], request: pytest.FixtureRequest
) -> None:
    stack = deploy(STACK)
    message_table.make_known(stack.world)
    stack.up()
    scopes = message_table.ids(stack.world)
    assert set(scopes) == set(ENTITIES)

    text = SECURITY.read_text(encoding="utf-8")
    wanted = docs.filled(text, {"messages": message_table.markdown(stack.world)})
    if request.config.getoption("--update-golden"):
        SECURITY.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, "read the difference; if it is wanted, run with --update-golden"

    managing = {
        (principal, action, address)
        for principal in ("function", *RUNNING)
        for action in MANAGES
        for address, scope in scopes.items()
        if stack.world.may(principal, action, scope).allowed
    }
    assert managing == set()
    assert _decided(stack.world, scopes) == _listed()


DECIDED_BY = {
    Verb.READ_MAPPINGS: "Microsoft.KeyVault/vaults/secrets/getSecret/action",
    Verb.WRITE_MAPPINGS: "Microsoft.KeyVault/vaults/secrets/write",
    Verb.WRITE_QUEUES: "Microsoft.ServiceBus/namespaces/queues/write",
    Verb.LET_FUNCTION_SEND: "Microsoft.Authorization/roleAssignments/write",
    Verb.SEND: message_table.ACTIONS["send"],
    Verb.RECEIVE: message_table.ACTIONS["receive"],
}
"""What Azure asks for; calls of the function are no matter of roles."""
ASKED = {"roleDefinitionId": Role.SERVICE_BUS_DATA_SENDER.value, "principalId": "function"}


def _is_done_there(action: str, scope: str) -> bool:
    """Whether an action can be done to a resource: one of its own provider's, or the giving of roles."""
    provider = action.partition("/")[0]
    return provider == "Microsoft.Authorization" or f"/providers/{provider}/" in scope


def _decided(world: World, entities: Mapping[str, str]) -> set[tuple[str, Verb, str]]:
    """What the simulated Azure lets whom do where: with entities, with whole namespaces and with the vault."""
    places = dict(entities)
    for each in world.resources():
        if each["type"] == "Microsoft.KeyVault/vaults":
            places[access_list.VAULT] = each["id"]
        if each["type"] == "Microsoft.ServiceBus/namespaces" and "/backbone-" in each["id"]:
            places[f"@{each['id'].rpartition('/')[2].split('-')[1]}"] = each["id"]
    found = set()
    for principal in ("function", *PEOPLE):
        for verb, action in DECIDED_BY.items():
            asked = ASKED if verb is Verb.LET_FUNCTION_SEND else None
            allowed = {
                at
                for at, scope in places.items()
                if _is_done_there(action, scope) and world.may(principal, action, scope, request=asked).allowed
            }
            above = {at for at in allowed if "@" in at[1:] and f"@{at.partition('@')[2].partition('/')[0]}" in allowed}
            found |= {(principal, verb, at) for at in allowed - above}
    return found


def _listed() -> set[tuple[str, Verb, str]]:
    """What `backbone access` says of the same stack file."""
    names = {object_id: name for name, (object_id, _) in PEOPLE.items()}
    rights = access_list.rights(parse(STACK))
    return {
        (names[right.principal] if right.principal else "function", right.may, right.at)
        for right in rights
        if right.may is not Verb.CALL
    }
