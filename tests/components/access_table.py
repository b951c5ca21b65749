"""Who may do what in a deployed stack, as the simulated Azure decides it: the table of docs/security.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.world import DEPLOYER, PrincipalType
from tests.components.stacks import PORTAL_PRINCIPAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.world import World

FUNCTION, PORTAL, CONTRIBUTOR, OWNER, ADMINISTRATOR, STRANGER = (
    "function",
    "portal",
    "contributor",
    "group-owner",
    "administrator",
    "stranger",
)
PRINCIPALS = {
    DEPLOYER: "the deployer",
    FUNCTION: "the function",
    PORTAL: "the portal",
    CONTRIBUTOR: "a Contributor",
    OWNER: "an Owner",
    ADMINISTRATOR: "a User Access Administrator",
    STRANGER: "a stranger",
}
"""The columns: names in the simulated Azure, and what the table calls them."""

ROLES = {CONTRIBUTOR: "Contributor", OWNER: "Owner", ADMINISTRATOR: "User Access Administrator", STRANGER: None}
"""Whom the tests make known, and the role that each gets on the stack's resource group."""

PLACES = {
    "group": "Microsoft.Resources/resourceGroups",
    "vault": "Microsoft.KeyVault/vaults",
    "secret": "Microsoft.KeyVault/vaults/secrets",
    "namespace": "Microsoft.ServiceBus/namespaces",
    "queue": "Microsoft.ServiceBus/namespaces/queues",
    "rule": "Microsoft.ServiceBus/namespaces/AuthorizationRules",
    "account": "Microsoft.Storage/storageAccounts",
    "container": "Microsoft.Storage/storageAccounts/blobServices/containers",
    "workspace": "Microsoft.OperationalInsights/workspaces",
    "site": "Microsoft.Web/sites",
    "identity": "Microsoft.ManagedIdentity/userAssignedIdentities",
    "network": "Microsoft.Network/virtualNetworks",
}
"""What the actions are done to, by resource type; a default stack has one of each."""


@dataclass(frozen=True, kw_only=True)
class Right:
    """An action at a place."""

    action: str
    on: str


def _right(on: str, action: str) -> Right:
    return Right(on=on, action=action)


@dataclass(frozen=True, kw_only=True)
class Deed:
    """Something that a principal may want to do, and the rights of which any one is enough."""

    title: str
    by: tuple[Right, ...]


READ = Deed(title="read a secret", by=(_right("secret", "Microsoft.KeyVault/vaults/secrets/getSecret/action"),))
WRITE = Deed(
    title="write a secret",
    by=(
        _right("secret", "Microsoft.KeyVault/vaults/secrets/write"),
        _right("secret", "Microsoft.KeyVault/vaults/secrets/setSecret/action"),
    ),
)
SEND = Deed(title="send to the queue", by=(_right("queue", "Microsoft.ServiceBus/namespaces/messages/send/action"),))
RECEIVE = Deed(
    title="receive from it", by=(_right("queue", "Microsoft.ServiceBus/namespaces/messages/receive/action"),)
)
LIST_KEYS = Deed(
    title="list keys of Service Bus, storage and logs",
    by=(
        _right("rule", "Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action"),
        _right("account", "Microsoft.Storage/storageAccounts/listKeys/action"),
        _right("workspace", "Microsoft.OperationalInsights/workspaces/sharedKeys/action"),
    ),
)
LIST_CALLER_KEYS = Deed(
    title="list the function's own keys, which let callers in",
    by=(_right("site", "Microsoft.Web/sites/host/listkeys/action"),),
)
ASSIGN = Deed(title="assign roles", by=(_right("group", "Microsoft.Authorization/roleAssignments/write"),))
NETWORK = Deed(title="change the vault's network", by=(_right("vault", "Microsoft.KeyVault/vaults/write"),))
DEPLOY = Deed(
    title="deploy code to the function",
    by=(
        _right("site", "Microsoft.Web/sites/write"),
        _right("site", "Microsoft.Web/sites/publish/action"),
        _right("container", "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write"),
    ),
)
DEEDS = (READ, WRITE, SEND, RECEIVE, LIST_KEYS, LIST_CALLER_KEYS, ASSIGN, NETWORK, DEPLOY)


@dataclass(frozen=True, kw_only=True)
class Door:
    """How a principal gives itself a right that it does not hold: what it does for that, and what that needs.

    Attributes:
        how: The sentence of the legend.
        needs: The rights of which all are needed.
        opens: What can be done then; None for all that the function may do.
    """

    how: str
    needs: tuple[Right, ...]
    opens: tuple[Deed, ...] | None


DOORS = {
    "a": Door(how="assigns itself a role, such as Key Vault Secrets User or Owner", needs=ASSIGN.by, opens=DEEDS),
    "b": Door(
        how="changes the vault: takes it off role-based access, writes itself an access policy and opens the network",
        needs=NETWORK.by,
        opens=(READ, WRITE),
    ),
    "c": Door(
        how="deploys code to the function, which runs as the function's identity", needs=DEPLOY.by[:1], opens=None
    ),
    "d": Door(
        how="borrows the function's identity for a machine of its own inside the network",
        needs=(
            _right("identity", "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"),
            _right("network", "Microsoft.Network/virtualNetworks/subnets/join/action"),
        ),
        opens=None,
    ),
    "e": Door(
        how="switches local authentication of the namespace on, after which its keys open it",
        needs=(_right("namespace", "Microsoft.ServiceBus/namespaces/write"), LIST_KEYS.by[0]),
        opens=(SEND, RECEIVE),
    ),
}
"""The doors that a principal can open for itself, by the mark that the table shows."""


def make_known(world: World, group: str) -> None:
    """Make the table's people known, with their roles on the stack's resource group."""
    world.add_principal(PORTAL, PORTAL_PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL)
    for number, (name, role) in enumerate(ROLES.items(), start=0xA1):
        world.add_principal(name, f"00000000-0000-4000-8000-0000000000{number:x}", PrincipalType.USER)
        if role:
            world.grant(name, role, group)


def places(world: World) -> dict[str, str]:
    """The ids of the places of a stack.

    Raises:
        ValueError: The stack has not exactly one of a type.
    """
    held = world.resources()
    found = {}
    for place, wanted in PLACES.items():
        (found[place],) = (each["id"] for each in held if each["type"].lower() == wanted.lower())
    return found


@dataclass(frozen=True, kw_only=True)
class Judge:
    """Answers the table's questions about one stack."""

    world: World
    where: Mapping[str, str]

    def holds(self, principal: str, right: Right) -> bool:
        """Whether a principal holds a right."""
        return self.world.may(principal, right.action, self.where[right.on]).allowed

    def directly(self, principal: str, deed: Deed) -> bool:
        """Whether a principal may do something as it stands."""
        return any(self.holds(principal, right) for right in deed.by)

    def doors(self, principal: str, deed: Deed) -> Iterator[str]:
        """The marks of the doors through which a principal gets to do something."""
        for mark, door in DOORS.items():
            leads_there = self.directly(FUNCTION, deed) if door.opens is None else deed in door.opens
            if leads_there and all(self.holds(principal, right) for right in door.needs):
                yield mark

    def cell(self, principal: str, deed: Deed) -> str:
        """One cell of the table."""
        if self.directly(principal, deed):
            return "directly"
        marks = ", ".join(self.doors(principal, deed))
        return f"by first giving itself the right ({marks})" if marks else "no"


def keys_are_useless(world: World) -> bool:
    """Whether every service whose keys the table speaks of refuses them."""
    bodies = {each["id"]: each["body"] for each in world.resources()}
    namespace, account, workspace = (
        bodies[found]["properties"]
        for place, found in places(world).items()
        if place in {"namespace", "account", "workspace"}
    )
    return (
        namespace["disableLocalAuth"] is True
        and account["allowSharedKeyAccess"] is False
        and workspace["features"]["disableLocalAuth"] is True
    )


def markdown(world: World) -> str:
    """The table with its legend."""
    judge = Judge(world=world, where=places(world))
    useless = " (useless: local authentication is off)" if keys_are_useless(world) else ""
    rows = [["may it …", *PRINCIPALS.values()], ["---"] * (len(PRINCIPALS) + 1)]
    for deed in DEEDS:
        cells = [judge.cell(principal, deed) for principal in PRINCIPALS]
        if deed is LIST_KEYS:
            cells = [cell.replace("directly", f"directly{useless}") for cell in cells]
        rows.append([deed.title, *(f"**{cell}**" if cell.startswith("directly") else cell for cell in cells)])
    legend = [["", "who gives itself the right", "needs"], ["---"] * 3]
    for mark, door in DOORS.items():
        legend.append([mark, door.how, " and ".join(f"`{right.action}`" for right in door.needs)])
    return f"{_table(rows)}\n\n{_table(legend)}\n"


def _table(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
