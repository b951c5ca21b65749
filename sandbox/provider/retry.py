"""How the provider repeats a request that Azure could not answer.

Source: pulumi-azure-native, provider/pkg/azure/client_azcore.go, on top of the retry policy of azcore
(sdk/azcore/runtime/policy_retry.go): three repetitions, 20, 60 and 120 seconds apart where the answer advises nothing
else. The policy's jitter of -20 to +30 % is left out. Nobody waits: waiting moves the world's time on.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sandbox.world import Answer, AzureError, World

DELAYS = (20.0, 60.0, 120.0)
"""Seconds before each repetition, where the answer has no Retry-After."""
LONGEST_DELAY = 120.0
"""Seconds; a Retry-After beyond it is not obeyed, the error stands."""
_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})
_CONFLICT = 409
_ANOTHER_OPERATION = "AnotherOperationInProgress"


def call(world: World, method: str, id: str, api_version: str, body: Mapping[str, Any] | None = None) -> Answer:
    """One request, repeated while Azure says that it may go better later; raises the last answer's `AzureError`."""
    for delay in DELAYS:
        try:
            return world.call(method, id, api_version, body)
        except AzureError as error:
            wanted = error.retry_after or delay
            if not is_transient(error) or wanted > LONGEST_DELAY:
                raise
            world.advance_to(world.now + timedelta(seconds=wanted))
    return world.call(method, id, api_version, body)


def is_transient(error: AzureError) -> bool:
    """Whether the provider repeats a request that was answered so."""
    return error.status in _TRANSIENT or (error.status == _CONFLICT and error.code == _ANOTHER_OPERATION)
