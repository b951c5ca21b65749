"""A fault on purpose: which calls it strikes, how often, and what their callers get."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from sandbox.azure import catalogue
from sandbox.azure.error import AzureError
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from sandbox.world.request import Request

METHODS = ("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE")
"""The methods of calls that a fault can strike."""
_LEAST_ERROR, _MOST_ERROR = 400, 599
_TYPES = {name.lower(): each.name.lower() for each in catalogue.TYPES for name in (each.name, each.title)}
_SAID = {
    408: ("RequestTimeout", "The request timed out."),
    409: ("Conflict", "The request conflicts with another operation on the resource."),
    429: (
        "SubscriptionRequestsThrottled",
        "Number of '{verb}' requests for subscription '{subscription}' exceeded. Please try again later.",
    ),
    500: ("InternalServerError", "The server encountered an internal error. Please retry the request."),
    503: ("ServiceUnavailable", "The service is unavailable. Please retry the request."),
    504: (
        "GatewayTimeout",
        "The gateway did not receive a response from '{provider}' within the specified time period.",
    ),
}
"""What Resource Manager says with a status, as code and message; other statuses go by HTTP's own names."""


class FaultError(ValueError):
    """A fault that means nothing; its text says what to do."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """The next calls of a kind fail, or take their time, or both.

    `FaultError` for what is out of bounds.
    """

    methods: tuple[str, ...] = ()
    """The methods that are struck; none: all."""
    type: str = ""
    """The resource type that is struck, as it stands in ids; empty: all. Letter case is ignored."""
    id: str = ""
    """The resource that is struck; empty: all. Letter case is ignored."""
    times: int = 1
    """How many calls are struck before the fault is used up."""
    status: int | None = None
    """The HTTP status of the error, 400 to 599; None: the call only takes longer."""
    code: str = ""
    """The error's code; empty: what Azure says with the status."""
    message: str = ""
    """The error's message; empty: what Azure says with the status."""
    delay: float = 0.0
    """Seconds that pass before the caller gets an answer; a write that succeeds is in progress meanwhile."""
    loses_answer: bool = False
    """Whether the call is carried out before it fails: only its answer is lost."""

    def __post_init__(self) -> None:
        unknown = [method for method in self.methods if method not in METHODS]
        if unknown:
            raise FaultError(f"there is no method {unknown[0]!r}; the methods are {', '.join(METHODS)}")
        if self.type and self.type.lower() not in _TYPES:
            raise FaultError(
                f"{self.type!r} is not a simulated type; name it as in ids: Microsoft.ServiceBus/namespaces"
            )
        if self.id and not _is_id(self.id):
            raise FaultError(f"an id begins with /subscriptions/; found {self.id!r}")
        if self.times < 1:
            raise FaultError(f"a fault strikes at least once; found {self.times} times")
        if self.delay < 0:
            raise FaultError(f"a delay is a number of seconds from 0; found {self.delay:g}")
        if self.status is not None and not _LEAST_ERROR <= self.status <= _MOST_ERROR:
            raise FaultError(f"an error has an HTTP status from 400 to 599; found {self.status}")
        if self.status is None and (self.loses_answer or not self.delay):
            raise FaultError("a fault without a status is a delay of more than 0 seconds; give one of them")

    def strikes(self, asked: Request) -> bool:
        """Whether a call is one of those that the fault is for."""
        return (
            (not self.methods or asked.method in self.methods)
            and (not self.type or asked.id.type.lower() == _TYPES[self.type.lower()])
            and (not self.id or asked.id.key == ResourceId.parse(self.id).key)
        )

    def refusal(self, asked: Request) -> AzureError:
        """The error that the caller of a struck call gets."""
        status = HTTPStatus.SERVICE_UNAVAILABLE if self.status is None else self.status
        code, message = _SAID.get(status) or _named(status)
        said = message.format(
            provider=asked.type.provider,
            subscription=asked.id.subscription,
            verb="read" if asked.method in {"GET", "HEAD"} else "write",
        )
        return AzureError(status=status, code=self.code or code, message=self.message or said, rule="fault")


def _is_id(text: str) -> bool:
    try:
        return ResourceId.parse(text).segments[0].lower() == "subscriptions"
    except ValueError:
        return False


def _named(status: int) -> tuple[str, str]:
    phrase = next((each.phrase for each in HTTPStatus if each == status), "Error")
    return phrase.replace(" ", ""), f"{phrase}."
