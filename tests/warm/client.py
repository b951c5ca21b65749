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
    if arguments[:1] == ["--version"] or arguments[:3] == ["-m", "pip", "list"]:
        _answer(python, os.path.dirname(address), arguments)  # noqa: PTH120 - starts faster
    if not any(os.path.basename(each) == PROGRAM for each in arguments[:2]):  # noqa: PTH119
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


def _answer(python: str, folder: str, arguments: list[str]) -> None:
    """Say again what Python has answered before: the language host asks for the same packages in every command."""
    known = f"{folder}/{' '.join(arguments).replace('/', '')}"
    if not os.path.exists(known):  # noqa: PTH110
        import subprocess  # noqa: PLC0415 - takes a while, and is needed once

        answer = subprocess.run([python, *arguments], check=True, stdout=subprocess.PIPE).stdout
        new = f"{known} {os.getpid()}"
        with open(new, "wb") as file:  # noqa: PTH123
            file.write(answer)
        os.replace(new, known)  # noqa: PTH105
    with open(known, "rb") as file:  # noqa: PTH123
        sys.stdout.buffer.write(file.read())
    sys.exit()
