"""An HTTP request to Resource Manager, answered by the simulated Azure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from sandbox.azure.rule import Rule
from sandbox.world import AzureError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.world import World

API_VERSION = "api-version"
SCHEME = "bearer "

NO_TOKEN = Rule(
    id="arm/token",
    text="Every request shows an access token.",
    source="https://learn.microsoft.com/rest/api/azure/",
    status=401,
    code="AuthenticationFailed",
    message="Authentication failed. The 'Authorization' header is missing.",
)
UNKNOWN_QUERY = Rule(
    id="arm/query",
    text="The simulated Azure understands no other query parameter than the API version.",
    source="https://learn.microsoft.com/rest/api/azure/",
    status=400,
    code="BadRequest",
    message="The query parameter '{name}' is not simulated.",
    wording="ours",
)
NO_JSON = Rule(
    id="arm/json",
    text="A body is a JSON object.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors",
    status=400,
    code="InvalidRequestContent",
    message="The request content was invalid and could not be deserialized: a JSON object is expected.",
    wording="ours",
)


RULES = (NO_TOKEN, UNKNOWN_QUERY, NO_JSON)
"""What is asked of a request before it is a call."""


class Reply(NamedTuple):
    """Status and body of an HTTP answer."""

    status: int
    body: Mapping[str, Any] | None


def answer(world: World, method: str, target: str, *, authorization: str, content: bytes) -> Reply:
    """Call the world, and put a refusal into the form in which Resource Manager sends it.

    Args:
        world: The simulated Azure.
        method: The HTTP method.
        target: Path and query.
        authorization: The header of that name; its token is the name or the object id of who calls.
        content: The body as it came.
    """
    try:
        address = urlsplit(target)
        principal = _principal(authorization)
        version = _api_version(address.query)
        found = world.call(method, unquote(address.path), version, _body(content), principal=principal)
    except AzureError as error:
        described: dict[str, Any] = {"code": error.code, "message": error.message}
        if error.inner_code:
            described["innererror"] = {"code": error.inner_code}
        return Reply(error.status, {"error": described})
    return Reply(found.status, found.body)


def _principal(authorization: str) -> str:
    if not authorization.lower().startswith(SCHEME):
        raise NO_TOKEN.refusal()
    return authorization[len(SCHEME) :].strip()


def _api_version(query: str) -> str:
    given = dict(parse_qsl(query, keep_blank_values=True))
    version = given.pop(API_VERSION, "")
    for name in given:
        raise UNKNOWN_QUERY.refusal(name=name)
    return version


def _body(content: bytes) -> Mapping[str, Any] | None:
    if not content:
        return None
    try:
        body = json.loads(content)
    except ValueError:
        raise NO_JSON.refusal() from None
    if not isinstance(body, dict):
        raise NO_JSON.refusal()
    return body
