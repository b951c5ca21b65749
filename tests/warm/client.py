"""What the language host starts in place of Python: it hands a program to the server and ends as the program ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys

PROGRAM = "pulumi-language-python-exec"
"""The language host's script that runs a program; everything else is for Python itself."""


def run(python: str, address: str, arguments: list[str]) -> None:
    """Have the server run a program, or become Python."""
    if not any(os.path.basename(each) == PROGRAM for each in arguments[:2]):  # noqa: PTH119 - starts faster
        os.execv(python, [python, *arguments])  # noqa: S606
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    request = json.dumps([arguments, dict(os.environ), os.getcwd()]).encode()  # noqa: PTH109
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        socket.send_fds(connection, [len(request).to_bytes(8)], [0, 1, 2])
        connection.sendall(request)
        program = int.from_bytes(connection.recv(4))
        signal.signal(signal.SIGINT, lambda number, _: os.kill(program, number))
        status = connection.recv(1)
    sys.exit(status[0] if status else 1)
