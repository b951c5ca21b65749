"""The door to a vault's data plane, as one caller finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.azure.keyvault import data_plane
from sandbox.azure.keyvault.data_plane import Caller
from sandbox.world import access

if TYPE_CHECKING:
    from sandbox.world.store import Store
    from sandbox.world.transaction import Transaction


@dataclass(frozen=True, kw_only=True)
class VaultDoor:
    """A vault's own host, called by a principal; raises `AzureError` for a refusal, `NoSuchHostError` for no vault."""

    store: Store
    vault: str
    principal: str
    is_private: bool
    address: str | None

    def get_secret(self, name: str) -> str:
        """The value of a secret's current version."""
        with self.store.transaction(write=False) as view:
            return data_plane.get_secret(self.vault, name, self._caller(view), view)

    def delete_secret(self, name: str) -> None:
        """Soft-delete a secret."""
        with self.store.transaction(write=True) as view:
            data_plane.delete_secret(self.vault, name, self._caller(view), view)

    def has_deleted_secret(self, name: str) -> bool:
        """Whether there is a soft-deleted secret of that name."""
        with self.store.transaction(write=False) as view:
            return data_plane.has_deleted_secret(self.vault, name, self._caller(view), view)

    def recover_secret(self, name: str) -> None:
        """Bring a soft-deleted secret back."""
        with self.store.transaction(write=True) as view:
            data_plane.recover_secret(self.vault, name, self._caller(view), view)

    def _caller(self, view: Transaction) -> Caller:
        return Caller(principal=access.caller(self.principal, view), is_private=self.is_private, address=self.address)
