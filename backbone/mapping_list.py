"""Queue mappings side by side: what the stack file declares, and what is in the vault."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from backbone import mappings
from backbone.arm_ids import ArmId
from backbone.entities import wire_name
from backbone.roles import Role
from backbone.settings.mapping_target import QUEUE_TYPE, WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backbone.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A QueueMappingId, declared or found or both; never its value.

    Attributes:
        id: As declared, else in lower case, as the vault has it.
        declared: What it leads to as written in the stack file, or None for an id that the file does not have.
        found: Whether the vault holds it; None where nobody could look.
        target: Resource id of the queue in the secret's tag.
        enabled: Whether the secret can be read.
        granted: Whether the function may send to the target; None where there is none, or nobody could look.
        note: What is to be done or known, as a sentence; empty if nothing.
    """

    id: str
    declared: str | None
    found: bool | None = None
    target: str | None = None
    enabled: bool | None = None
    granted: bool | None = None
    note: str = ""

    def document(self) -> dict[str, Any]:
        """The mapping for JSON."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class Secret:
    """A mapping's secret as Resource Manager shows it.

    Attributes:
        target: Resource id of the queue in its tag.
        enabled: Whether it can be read.
    """

    target: str | None
    enabled: bool

    @staticmethod
    def parse(listed: Iterable[Mapping[str, Any]]) -> dict[str, Secret]:
        """The mappings among a vault's secrets, by QueueMappingId in lower case."""
        found = {}
        for each in listed:
            mapping_id = mappings.id_in_vault(each["name"])
            if mapping_id is not None:
                enabled = (each.get("properties", {}).get("attributes") or {}).get("enabled", True)
                found[mapping_id] = Secret(target=(each.get("tags") or {}).get(mappings.TARGET), enabled=bool(enabled))
        return found


def short(target: str) -> str:
    """A queue's resource id as queue@namespace, which is enough as namespaces' names are unique; all else as it is."""
    try:
        queue = ArmId.parse(target)
    except ValueError:
        return target
    return f"{wire_name(queue.names[1])}@{queue.names[0]}" if queue.is_of(QUEUE_TYPE) else target


def may_send(assignments: Iterable[Mapping[str, Any]], sender: str, target: str) -> bool:
    """Whether one of the role assignments is Data Sender for the sender at a queue or above it."""
    return any(
        it["properties"]["principalId"].casefold() == sender.casefold()
        and it["properties"]["roleDefinitionId"].rpartition("/")[2].casefold() == Role.SERVICE_BUS_DATA_SENDER.value
        and f"{target}/".casefold().startswith(f"{it['properties']['scope'].rstrip('/')}/".casefold())
        for it in assignments
    )


def declared(settings: Settings) -> dict[str, Listed]:
    """The mappings of a stack file by QueueMappingId in lower case, before anybody has looked into the vault."""
    return {
        each.id.lower(): Listed(id=each.id, declared=str(each.queue) if each.queue else each.existing or WITHDRAWN)
        for each in mappings.declared(settings)
    }


def joined(
    declared: Mapping[str, Listed], secrets: Mapping[str, Secret], granted: Mapping[str, bool | str]
) -> tuple[Listed, ...]:
    """Both sides by QueueMappingId.

    Args:
        declared: What the stack file declares.
        secrets: What the vault holds.
        granted: For each target in lower case whether the function may send to it, or why that cannot be seen.
    """
    return tuple(_joined(key, declared.get(key), secrets.get(key), granted) for key in sorted({*declared, *secrets}))


def _joined(key: str, declared: Listed | None, secret: Secret | None, granted: Mapping[str, bool | str]) -> Listed:
    name, written = (declared.id, declared.declared) if declared else (key, None)
    if secret is None:
        return Listed(id=name, declared=written, found=False, note="not deployed yet; `pulumi up` does it")
    right = granted.get((secret.target or "").lower()) if secret.enabled else None
    return Listed(
        id=name,
        declared=written,
        found=True,
        target=secret.target,
        enabled=secret.enabled,
        granted=right if isinstance(right, bool) else None,
        note=_note(secret, right, written),
    )


def _note(secret: Secret, right: bool | str | None, written: str | None) -> str:
    if isinstance(right, str):
        return f"whether the function may send there cannot be seen: {right}"
    if right is False:
        others = "let whoever wrote the mapping give it, or declare the mapping and run `pulumi up`"
        remedy = others if written is None else "run `pulumi up`"
        return f"the function may not send there: Azure Service Bus Data Sender is missing; {remedy}"
    if secret.enabled and secret.target is None:
        return "its secret has no tag `target`, so that nobody sees where it leads"
    if written is None:
        return "not in the stack file"
    return "the next `pulumi up` changes it to what is declared" if _differs(secret, written) else ""


def _differs(secret: Secret, written: str) -> bool:
    """Whether a deployment is due, as far as it can be seen: where an address leads only `pulumi up` knows."""
    if written == WITHDRAWN or not secret.enabled:
        return secret.enabled or written != WITHDRAWN
    return written.startswith("/") and written.casefold() != (secret.target or "").casefold()
