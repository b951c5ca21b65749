"""Forks for each program that a client sends: `python -m tests.warm.server ADDRESS`."""

from __future__ import annotations

import json
import os
import runpy
import signal
import socket
import sys
import threading
import traceback
from importlib import import_module
from pathlib import Path

from tests.warm.client import PROGRAM

MODULES = (
    "applicationinsights",
    "authorization",
    "keyvault",
    "managedidentity",
    "monitor",
    "network",
    "operationalinsights",
    "privatedns",
    "resources",
    "servicebus",
    "storage",
    "web",
)
"""What most programs import of azure-native."""


def serve(address: str) -> None:
    """Import the SDK, say that it is done, and run programs until killed."""
    for module in MODULES:
        assert import_module(f"pulumi_azure_native.{module}").outputs  # Only use makes a lazy module import itself.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen(64)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            connection, _ = door.accept()
            with connection:
                if os.fork() == 0:
                    door.close()
                    try:
                        _become(connection)
                    finally:
                        os._exit(1)


def _become(connection: socket.socket) -> None:
    """Be the program that the client asks for; end when it does, or when the client is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    size, descriptors, _, _ = socket.recv_fds(connection, 8, 3)
    with connection.makefile("rb") as stream:
        arguments, environment, folder = json.loads(stream.read(int.from_bytes(size)))
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    for output in (sys.stdout, sys.stderr):
        output.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    connection.sendall(os.getpid().to_bytes(4))
    threading.Thread(target=_end_with, args=(connection,), daemon=True).start()
    status = _run(arguments)
    for output in (sys.stdout, sys.stderr):
        output.flush()
    connection.sendall(bytes([status]))
    os._exit(status)


def _end_with(connection: socket.socket) -> None:
    if not connection.recv(1):
        os._exit(1)


def _run(arguments: list[str]) -> int:
    """Run a script as Python does; its exit status."""
    script = next(each for each in arguments if Path(each).name == PROGRAM)
    sys.argv = arguments[arguments.index(script) :]
    sys.path[0] = str(Path(script).parent)
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return (end.code or 0) & 0xFF
        sys.stderr.write(f"{end.code}\n")
        return 1
    except BaseException:  # noqa: BLE001 - as Python itself
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    serve(sys.argv[1])
