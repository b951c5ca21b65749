"""Resource Manager over HTTP: paths, queries and tokens lead to the world, and its refusals come back as JSON."""

from __future__ import annotations

import json
from contextlib import closing
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from sandbox.rest.server import ADDRESS, TOKEN, serve
from sandbox.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Ask = Callable[..., tuple[int, Any]]

GROUP = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg"
BUS = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/rest-bus"
BODY = {"location": "westeurope", "sku": {"name": "Standard"}}


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    with closing(World(tmp_path)) as world, serve(world) as door:

        def send(method: str, target: str, body: Any = None, *, token: str | None = door.variables[TOKEN]) -> Any:
            with closing(HTTPConnection(urlsplit(door.variables[ADDRESS]).netloc, timeout=10)) as connection:
                headers = {} if token is None else {"Authorization": f"Bearer {token}"}
                content = body if isinstance(body, bytes | None) else json.dumps(body).encode()
                connection.request(method, target, content, headers)
                answer = connection.getresponse()
                text = answer.read()
                return answer.status, json.loads(text) if text else None

        yield send


def test_a_resource_lives_over_http_as_it_does_in_the_world(ask: Ask) -> None:
    assert ask("PUT", f"{GROUP}?api-version=2024-03-01", {"location": "westeurope"})[0] == 201
    status, made = ask("PUT", f"{BUS}?api-version=2026-01-01", BODY)
    assert (status, made["properties"]["serviceBusEndpoint"]) == (200, "https://rest-bus.servicebus.windows.net:443/")
    assert ask("PATCH", f"{BUS}?api-version=2026-01-01", {"tags": {"a": "b"}})[1]["tags"] == {"a": "b"}
    status, listed = ask("GET", f"{GROUP}/providers/Microsoft.ServiceBus/namespaces?api-version=2026-01-01")
    assert (status, [each["name"] for each in listed["value"]]) == (200, ["rest-bus"])
    rule = f"{BUS}/authorizationRules/RootManageSharedAccessKey/listKeys?api-version=2026-01-01"
    assert ask("POST", rule)[1]["keyName"] == "RootManageSharedAccessKey"
    assert ask("HEAD", f"{BUS}?api-version=2026-01-01") == (204, None)
    assert ask("PUT", f"{BUS}/queues/a%20b?api-version=2026-01-01", {})[0] == 400, "an escaped path is unescaped"
    assert ask("DELETE", f"{BUS}?api-version=2026-01-01") == (200, None)
    assert ask("DELETE", f"{BUS}?api-version=2026-01-01") == (204, None)


@pytest.mark.parametrize(
    ("query", "token", "status", "words"),
    [
        (
            "api-version=2026-01-01",
            "deployer",
            404,
            ("ResourceGroupNotFound", "Resource group 'rg' could not be found."),
        ),
        (
            "api-version=2026-01-01",
            None,
            401,
            ("AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing."),
        ),
        (
            "api-version=2026-01-01",
            "a-stranger",
            403,
            ("AuthorizationFailed", "The client 'a-stranger' with object id"),
        ),
        ("", "deployer", 400, ("MissingApiVersionParameter", "The api-version query parameter")),
        ("api-version=1999-01-01", "deployer", 400, ("NoRegisteredProviderFound", "No registered resource provider")),
        (
            "api-version=2026-01-01&$filter=x",
            "deployer",
            400,
            ("BadRequest", "The query parameter '$filter' is not simulated."),
        ),
    ],
)
def test_a_refusal_has_azures_status_and_words(
    ask: Ask, query: str, token: str, status: int, words: tuple[str, str]
) -> None:
    found, body = ask("GET", f"{BUS}?{query}", token=token)
    code, message = words
    assert (found, body["error"]["code"]) == (status, code)
    assert body["error"]["message"].startswith(message)


@pytest.mark.parametrize("content", [b"{", b"[]"])
def test_what_is_no_json_object_is_refused(ask: Ask, content: bytes) -> None:
    status, body = ask("PUT", f"{GROUP}?api-version=2024-03-01", content)
    assert (status, body["error"]["code"]) == (400, "InvalidRequestContent")
    assert body["error"]["message"].endswith("a JSON object is expected.")
