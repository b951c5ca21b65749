"""Cases of the rules about management locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import GROUP, STANDARD, TOPIC, properties, queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sandbox.world.scenery import Scenery

INBOX = queue("inbox")
ROOT = f"{STANDARD}/authorizationRules/RootManageSharedAccessKey"


def lock(scope: str, name: str = "keep") -> str:
    """The id of a lock."""
    return f"{scope}/providers/Microsoft.Authorization/locks/{name}"


def locked(scope: str, level: str = "CanNotDelete") -> Callable[[Scenery], None]:
    """Lock a scope, as the owner."""

    def prepare(azure: Scenery) -> None:
        azure.world.drift.lock(scope, level)

    return prepare


def refusal(scope: str, verb: str, *where: str) -> str:
    """Azure's words for what a lock forbids."""
    return (
        f"The scope '{scope}' cannot perform {verb} operation because following scope(s) are locked: "
        f"'{','.join(where)}'. Please remove the lock and try again."
    )


def _scope_locked(*accepted: Call, prepare: Callable[[Scenery], None], refused: Call, message: str) -> Case:
    return Case(rule="authorization/scope-locked", accepted=accepted, prepare=prepare, refused=refused, message=message)


CASES = (
    Case(
        rule="authorization/lock-name",
        accepted=(put(lock(GROUP, "n" * 260), properties(level="ReadOnly")),),
        refused=put(lock(GROUP, "n" * 261), properties(level="ReadOnly")),
        message=f"The lock name '{'n' * 261}' is invalid. It can have at most 260 characters and cannot contain <, >, "
        "%, &, :, \\, ?, / or control characters.",
    ),
    Case(
        rule="authorization/lock-notes",
        accepted=(put(lock(GROUP), properties(level="CanNotDelete", notes="n" * 512)),),
        refused=put(lock(GROUP), properties(level="CanNotDelete", notes="n" * 513)),
        message="The notes of the lock 'keep' have more than 512 characters.",
    ),
    Case(
        rule="authorization/lock-present",
        accepted=(put(lock(GROUP), properties(level="CanNotDelete")), Call(method="GET", id=lock(GROUP, "KEEP"))),
        refused=Call(method="GET", id=lock(GROUP, "other")),
        message="The lock 'other' could not be found.",
    ),
    _scope_locked(
        Call(method="DELETE", id=TOPIC),
        prepare=locked(STANDARD),
        refused=Call(method="DELETE", id=INBOX),
        message=refusal(INBOX, "delete", STANDARD),
    ),
    _scope_locked(
        prepare=locked(INBOX),
        refused=Call(method="DELETE", id=GROUP),
        message=refusal(GROUP, "delete", INBOX),
    ),
    _scope_locked(
        put(INBOX, properties(maxDeliveryCount=3)),
        prepare=locked(GROUP, "ReadOnly"),
        refused=put(INBOX, properties(maxDeliveryCount=4)),
        message=refusal(INBOX, "write", GROUP),
    ),
    _scope_locked(
        Call(method="POST", id=f"{ROOT}/listKeys", body={}),
        prepare=locked(STANDARD, "ReadOnly"),
        refused=Call(method="POST", id=f"{ROOT}/listKeys", body={}),
        message=refusal(ROOT, "write", STANDARD),
    ),
)
