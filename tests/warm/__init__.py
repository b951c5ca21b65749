"""A Python that has imported the SDK already, for the many programs that the tests run.

More than half of what a `pulumi up` of a small stack takes is the import of azure-native. The language host starts each
program with PULUMI_PYTHON_CMD; here that is a client of a server that has imported the SDK and forks for each program.
What the program is, and what runs it, is the same. Benchmarks do without.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from sandbox.leash import leashed

COMMAND = "PULUMI_PYTHON_CMD"
CLIENT = """#!{python} -IS
import sys

sys.path.insert(0, {folder!r})
from client import run

run({python!r}, {address!r}, sys.argv[1:])
"""


@cache
def variables() -> dict[str, str]:
    """Variables for the engine, none where forking is not safe; the server lives as long as this process."""
    if sys.platform != "linux":
        return {}
    folder = Path(tempfile.mkdtemp(prefix="warm-"))
    address = str(folder / "socket")
    server = subprocess.Popen(
        leashed([sys.executable, "-m", "tests.warm.server", address]),
        cwd=Path(__file__).resolve().parent.parent.parent,
        stdout=subprocess.PIPE,
    )
    assert server.stdout is not None
    server.stdout.readline()
    client = folder / "python"
    here = str(Path(__file__).resolve().parent)
    client.write_text(CLIENT.format(python=sys.executable, folder=here, address=address), encoding="utf-8")
    client.chmod(0o700)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(server.kill)
    return {COMMAND: str(client)}
