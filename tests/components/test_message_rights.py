"""Each right to send or receive is at one entity, and nobody who runs manages anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.components import message_table
from tests.components.message_table import ENTITIES, PEOPLE, STACK
from tests.deployment import ROOT
from tools import docs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    import pytest

    from tests.deployment import Deployment

SECURITY = ROOT / "docs" / "security.md"
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
        for principal in ("function", *PEOPLE)
        for action in MANAGES
        for address, scope in scopes.items()
        if stack.world.may(principal, action, scope).allowed
    }
    assert managing == set()
