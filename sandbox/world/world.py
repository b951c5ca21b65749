"""The simulated Azure: one world of resources behind Resource Manager's door."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sandbox.azure import catalogue
from sandbox.azure.authorization.data_action import is_data_action
from sandbox.azure.authorization.evaluator import Question, decide
from sandbox.azure.error import AzureError
from sandbox.azure.known_actions import is_known
from sandbox.azure.principal import SecurityPrincipal
from sandbox.azure.resource_id import ResourceId
from sandbox.world import access, directory, grant, group, operations, registration, request
from sandbox.world.drift import Drift
from sandbox.world.faults import Faults
from sandbox.world.principal import DEFAULT_SUBSCRIPTION, DEFAULT_TENANT, DEPLOYER, Principal, deployer
from sandbox.world.request_log import RequestLog, redact
from sandbox.world.resource_manager import ResourceManager
from sandbox.world.store import CLOCK_OFFSET, Store
from sandbox.world.vault import VaultDoor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sandbox.azure.authorization.evaluator import Decision
    from sandbox.azure.principal import PrincipalType
    from sandbox.world.operations import Answer
    from sandbox.world.transaction import Transaction


def _now() -> datetime:
    return datetime.now(UTC)


def _move(view: Transaction, interval: timedelta) -> None:
    view.set(CLOCK_OFFSET, (view.setting(CLOCK_OFFSET) or 0) + interval.total_seconds())


class World:
    """Holds resources by id, checks what Azure checks, fills what Azure fills, and says no in Azure's words.

    Nothing is cached between calls: any number of processes may use the same folder at once. `wait` lets the seconds
    of a fault's delay pass.
    """

    def __init__(
        self,
        home: Path,
        *,
        subscription: str = DEFAULT_SUBSCRIPTION,
        tenant: str = DEFAULT_TENANT,
        clock: Callable[[], datetime] = _now,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.deployer: Principal = deployer(subscription, tenant)
        self._store = Store(home / "world.sqlite3", tenant=tenant, clock=clock)
        self._log = RequestLog(home / "requests.jsonl")
        self.faults = Faults(self._store)
        self.drift = Drift(self)
        self._manager = ResourceManager(store=self._store, faults=self.faults, wait=wait)
        self._handed_over: set[str] = set()
        self._hand_over(subscription)

    def call(
        self,
        method: str,
        id: str,
        api_version: str,
        body: Mapping[str, Any] | None = None,
        *,
        principal: str = DEPLOYER,
    ) -> Answer:
        """One request to Resource Manager, decided and kept in one transaction; raises `AzureError` for a refusal."""
        record = {
            "method": method,
            "id": id,
            "api_version": api_version,
            "body": redact(body, request.table_of(method, id)),
        }
        try:
            asked = request.parse(method, id, api_version, body)
            self._hand_over(asked.id.subscription)
            return self._manager.answer(
                asked, principal, lambda answer: self._log.write(**record, status=answer.status)
            )
        except AzureError as error:
            self._log.write(**record, status=error.status, error=error)
            raise

    def may(
        self,
        principal: str,
        action: str,
        scope: str,
        *,
        data: bool | None = None,
        request: Mapping[str, str] | None = None,
    ) -> Decision:
        """Whether a principal, by name or object id, may do an action at a scope, and by which role assignment.

        Whether the action is about data follows from its name unless it is said. `request` tells attributes of the
        request, such as the `roleDefinitionId` and `principalId` of a role assignment; a condition that needs one
        that is not told counts as not fulfilled. `UnknownPrincipalError` for a name that means nobody,
        `UnknownAttributeError` for one that no attribute has, `ValueError` for a scope that is no id.
        """
        place = ResourceId.parse(scope)
        about_data = is_data_action(action) if data is None else data
        with self._store.transaction(write=False) as view:
            object_id = access.resolve(principal, view).object_id
            attributes = access.told(request or {}, view)
            asked = Question(action=action, scope=place, data=about_data, attributes=attributes, is_whole=False)
            return decide(object_id, asked, view)

    def knows(self, action: str) -> bool:
        """Whether any resource type has an action, or any role names it."""
        with self._store.transaction(write=False) as view:
            return is_known(action, view)

    def vault(
        self, name: str, *, principal: str = DEPLOYER, is_private: bool = False, address: str | None = None
    ) -> VaultDoor:
        """The data plane of a vault, called from the internet or (`is_private`) through a private endpoint of it."""
        return VaultDoor(store=self._store, vault=name, principal=principal, is_private=is_private, address=address)

    def add_principal(self, name: str, object_id: str, type: PrincipalType) -> None:
        """Make a principal of the tenant known; `TakenNameError` if another one has the name."""
        with self._store.transaction(write=True) as view:
            access.add(SecurityPrincipal(object_id=object_id, name=name, type=type), view)

    def add_member(self, name: str, member: str) -> None:
        """Put a principal into a group; `NotAGroupError` if it is none."""
        with self._store.transaction(write=True) as view:
            group.join(name, member, view)

    def remove_member(self, name: str, member: str) -> None:
        """Take a principal out of a group; `NotAMemberError` if it is not in it."""
        with self._store.transaction(write=True) as view:
            group.leave(name, member, view)

    def grant(self, principal: str, role: str, scope: str, *, condition: str | None = None) -> str:
        """Let the owner give a principal a role, on a condition if there is one; returns the assignment's id."""
        return grant.grant(self, principal, role, scope, condition)

    def revoke(self, principal: str, role: str, scope: str) -> None:
        """Let the owner take a role away; `UnknownRoleError` if the principal does not hold it there."""
        grant.revoke(self, principal, role, scope)

    def register(self, provider: str, *, subscription: str | None = None) -> None:
        """Register a resource provider; `UnknownProviderError` if there is none of that namespace."""
        with self._store.transaction(write=True) as view:
            registration.register(provider, subscription or self.subscription, view)

    def unregister(self, provider: str, *, subscription: str | None = None) -> None:
        """Take a resource provider's registration away, as if nobody had ever asked for it."""
        with self._store.transaction(write=True) as view:
            registration.unregister(provider, subscription or self.subscription, view)

    @property
    def now(self) -> datetime:
        """The world's time."""
        with self._store.transaction(write=False) as view:
            return view.now

    def advance(self, interval: timedelta) -> None:
        """Move the world's time on, for all who use its folder."""
        with self._store.transaction(write=True) as view:
            _move(view, interval)

    def advance_to(self, moment: datetime) -> None:
        """Move the world's time on to a moment, unless it has come already."""
        with self._store.transaction(write=True) as view:
            _move(view, max(timedelta(), moment - view.now))

    def resources(self) -> list[dict[str, Any]]:
        """Every resource with id, type, API version and body as a GET would return it, sorted by id.

        Without what was there before anybody deployed: the deployer's and the owner's roles.
        """
        with self._store.transaction(write=False) as view:
            return [
                operations.listed(resource, described, view)
                for resource in view.everything()
                if (described := catalogue.described(resource.id))
                and described.is_listed
                and not resource.private.get(directory.GIVEN)
            ]

    def reading(self) -> AbstractContextManager[Transaction]:
        """What the world holds now, for those who only look."""
        return self._store.transaction(write=False)

    def _hand_over(self, subscription: str) -> None:
        """Let a subscription begin when it is first heard of: its owner and the deployer get their roles."""
        if subscription.lower() in self._handed_over:
            return
        with self._store.transaction(write=True) as view:
            directory.hand_over(subscription, self.deployer, view)
        self._handed_over.add(subscription.lower())

    @property
    def subscription(self) -> str:
        """The subscription that a program deploys to unless it says otherwise."""
        return self.deployer.subscription_id

    def close(self) -> None:
        """Close the world's files."""
        self._store.close()
        self._log.close()
