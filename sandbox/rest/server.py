"""The HTTP server of Resource Manager's REST door."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Self

from sandbox.rest.request import answer
from sandbox.world import DEPLOYER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from sandbox.world import World

ADDRESS = "BACKBONE_RESOURCE_MANAGER"
TOKEN = "BACKBONE_ACCESS_TOKEN"  # noqa: S105 - the name of a variable
METHODS = ("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE")


class RestServer:
    """A running door; leaving its context closes it."""

    def __init__(self, world: World) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(world))
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def variables(self) -> Mapping[str, str]:
        """The environment variables by which a client finds the door, as the deployer."""
        return {ADDRESS: f"http://127.0.0.1:{self._server.server_port}", TOKEN: DEPLOYER}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def serve(world: World) -> RestServer:
    """Open the door on a free port of the loopback address."""
    return RestServer(world)


def _handler(world: World) -> type[BaseHTTPRequestHandler]:
    """The class that the library's server makes an object of for each connection."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the world keeps a log of its calls."""

        def _answer(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            reply = answer(
                world,
                self.command,
                self.path,
                authorization=self.headers.get("Authorization", ""),
                content=content,
            )
            body = b"" if reply.body is None or self.command == "HEAD" else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    for method in METHODS:
        setattr(Handler, f"do_{method}", Handler._answer)  # noqa: SLF001 - it is this function's own class
    return Handler
