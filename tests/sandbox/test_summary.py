"""What a user is told after a deployment."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from sandbox import summary
from sandbox.workspace import Workspace

HOST = "backbone-shipments-37013b55.servicebus.windows.net"
OUTPUTS = {
    "mappingIds": ["default", "shipments"],
    "scaleUnits": {"shipments": {"queue": "tracking", "namespaceHost": HOST}},
    "pairing": {},
    "count": 2,
    "protected": True,
}
SHOWN = f"""\
Outputs
  count       2
  mappingIds  default, shipments
  pairing     none
  protected   true
  scaleUnits
    shipments
      namespaceHost  {HOST}
      queue          tracking
"""


def _printed(columns: int) -> str:
    console = Console(width=columns)
    with console.capture() as capture:
        console.print(summary.after_up(Workspace(root=Path(), stack="dev"), [], OUTPUTS), crop=False)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def test_outputs_within_outputs_stand_on_lines_of_their_own() -> None:
    assert SHOWN in _printed(80)


def test_a_narrow_terminal_gets_whole_values_to_copy() -> None:
    assert SHOWN in _printed(40)
