"""Cases of the rules about private endpoint connections of namespaces."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import ONLY, Call, Case, put
from tests.sandbox.world.scenery import PREMIUM, properties
from tests.sandbox.world.subnet_cases import ENDPOINT, WITH_SUBNETS, endpoint

CONNECTIONS = f"{PREMIUM}/privateEndpointConnections"
CONNECTION = f"{CONNECTIONS}/{ONLY}"
"""The connection of the one private endpoint that leads to the namespace."""


def asking(target: str = PREMIUM) -> dict[str, Any]:
    """The body of a private endpoint that waits for its approval."""
    body = endpoint(target, "namespace")
    links = body["properties"].pop("privateLinkServiceConnections")
    return {**body, "properties": {**body["properties"], "manualPrivateLinkServiceConnections": links}}


def state(status: str, **more: str) -> dict[str, Any]:
    """The body of a decision about a connection."""
    return properties(privateLinkServiceConnectionState={"status": status, **more})


_ASKED = (*WITH_SUBNETS, put(ENDPOINT, asking()))
_MADE = (*WITH_SUBNETS, put(ENDPOINT, endpoint(PREMIUM, "namespace")))


def _change(before: str, after: str, *made: Call, via: tuple[str, ...] = ()) -> Case:
    return Case(
        rule="servicebus/endpoint-connection-status",
        accepted=(*made, *(put(CONNECTION, state(status)) for status in (*via, before))),
        refused=put(CONNECTION, state(after)),
        message=f"The status of the private endpoint connection '{ONLY}' can't be changed from '{before}' to "
        f"'{after}'.",
    )


CASES = (
    Case(
        rule="servicebus/endpoint-connection-exists",
        accepted=(*_MADE, put(CONNECTION, state("approved"))),
        refused=put(f"{CONNECTIONS}/mine", state("Approved")),
        message="The requested resource mine does not exist.",
    ),
    *(
        Case(
            rule="servicebus/endpoint-connection-endpoint",
            accepted=(*_MADE, put(CONNECTION, properties(privateEndpoint={"id": ENDPOINT.upper()}))),
            refused=put(CONNECTION, properties(privateEndpoint={"id": other})),
            message=f"The private endpoint of the connection '{ONLY}' can't be changed.",
        )
        for other in (f"{ENDPOINT}-2", PREMIUM, "store")
    ),
    _change("Pending", "Disconnected", *_ASKED),
    _change("Approved", "Pending", *_ASKED),
    _change("Approved", "Pending", *_MADE),
    _change("Rejected", "Approved", *_ASKED),
    _change("Rejected", "Approved", *_MADE),
    _change("Disconnected", "Approved", *_MADE, via=("Rejected",)),
)
