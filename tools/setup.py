"""Sets up what the project needs, inside the checkout: `python3 tools/setup.py`, or `make setup`.

Runs on a bare Python before anything is installed, hence on the standard library alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


def main() -> int:
    """Create or complete the virtual environment and the Pulumi CLI; return the exit status.

    With `--quiet`, what is there already is not mentioned.
    """
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"setup: Python 3.11 or later is needed, this is {found}; name another: make setup PYTHON=python3.12")
        return 1
    sys.path.insert(0, str(ROOT))
    from tools import pulumi_cli, virtualenv  # noqa: PLC0415 - parsed only by a Python that is new enough
    from tools.steps import SetupError, Steps  # noqa: PLC0415 - as above

    steps = Steps(quiet="--quiet" in sys.argv[1:])
    try:
        virtualenv.ensure(ROOT, steps)
        pulumi_cli.ensure(ROOT, steps)
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nsetup: interrupted; run it again to go on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
