"""Who may send to and receive from what, besides each session queue, to which its namespace lets the function send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pulumi_azure_native import authorization

from backbone import grants
from backbone.roles import Role
from components.grant import grant
from components.portal import let_portal_in

if TYPE_CHECKING:
    import pulumi
    from pulumi_azure_native import managedidentity

    from backbone.settings import Settings
    from components.existing import ExistingQueues
    from components.namespaces import Namespaces
    from components.vault import Vault


def let_function_send(settings: Settings, namespaces: Namespaces, sender: managedidentity.UserAssignedIdentity) -> None:
    """Let the function send to each mapped queue and each route's target."""
    for target in grants.of_function(settings):
        namespace = namespaces[target.address.alias]
        if target.address != namespace.session_address:
            grant(
                f"{target.address}-sender",
                Role.SERVICE_BUS_DATA_SENDER,
                to=sender.principal_id,
                on=namespace.entity_id(target.address),
                parent=namespace,
            )


def let_function_send_to_existing(
    existing: ExistingQueues, sender: managedidentity.UserAssignedIdentity, *, parent: pulumi.Resource
) -> None:
    """Let the function send to each existing queue that a mapping leads to, and to nothing else of its namespace."""
    for name, queue in sorted({queue.grant_name: queue for queue in existing.found.values()}.items()):
        grant(
            name,
            Role.SERVICE_BUS_DATA_SENDER,
            to=sender.principal_id,
            on=queue.id,
            parent=parent,
            provider=existing.provider(queue),
        )


def let_principals_in(
    settings: Settings, namespaces: Namespaces, *, vault: Vault, function: managedidentity.UserAssignedIdentity
) -> None:
    """Let the stack file's portal in, and its receivers and senders receive and send, each at the entity it names."""
    let_portal_in(settings, namespaces, vault=vault, function=function)
    for given in grants.of_principals(settings):
        namespace = namespaces[given.on.address.alias]
        grant(
            given.name,
            given.role,
            to=given.to.id,
            on=namespace.entity_id(given.on.address),
            parent=namespace,
            principal_type=authorization.PrincipalType(given.to.type.value),
        )
