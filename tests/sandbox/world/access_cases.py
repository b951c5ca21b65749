"""Cases of the rules about shared access authorization rules."""

from __future__ import annotations

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import STANDARD, properties


def _rule(name: str, parent: str = STANDARD) -> str:
    return f"{parent}/AuthorizationRules/{name}"


_INBOX = f"{STANDARD}/queues/inbox"
ACCESS = (
    Case(
        rule="servicebus/authorization-rule-empty",
        accepted=(put(_rule("a"), properties(rights=["Listen"])),),
        refused=put(_rule("a"), properties(rights=[])),
        message="SubCode=40000. Empty access rights.",
    ),
    Case(
        rule="servicebus/authorization-rule-manage",
        accepted=(put(_rule("a"), properties(rights=["manage", "send", "listen"])),),
        refused=put(_rule("a"), properties(rights=["Manage", "Send"])),
        message="SubCode=40000. Manage permission must include Listen and Send permissions.",
    ),
    Case(
        rule="servicebus/authorization-rule-count",
        accepted=tuple(put(_rule(f"r{n}"), properties(rights=["Send"])) for n in range(11)),
        refused=put(_rule("r11"), properties(rights=["Send"])),
        message="SubCode=40300. The maximum number of resources of type `AuthorizationRule` has been reached or "
        "exceeded.",
    ),
    Case(
        rule="servicebus/authorization-rule-count",
        accepted=tuple(put(_rule(f"r{n}", _INBOX), properties(rights=["Send"])) for n in range(12)),
        refused=put(_rule("r12", _INBOX), properties(rights=["Send"])),
        message="SubCode=40300. The maximum number of resources of type `AuthorizationRule` has been reached or "
        "exceeded.",
    ),
    Case(
        rule="arm/enumeration",
        accepted=(
            Call(method="POST", id=f"{_rule('RootManageSharedAccessKey')}/listKeys"),
            Call(
                method="POST",
                id=f"{_rule('RootManageSharedAccessKey')}/regenerateKeys",
                body={"keyType": "PrimaryKey"},
            ),
        ),
        refused=Call(
            method="POST", id=f"{_rule('RootManageSharedAccessKey')}/regenerateKeys", body={"keyType": "Both"}
        ),
        message="The request content was invalid and could not be deserialized: 'Requested value 'Both' was not found. "
        "Path 'keyType'. The allowed values are PrimaryKey, SecondaryKey.'.",
    ),
)
CASES = ACCESS
