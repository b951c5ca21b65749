"""`backbone access`: who may do what, from the stack file alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from backbone.__main__ import main
from tests.backbone.stack import GROUP, PORTAL, PRINCIPAL

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

SMALLEST = "config:\n  azure-native:location: westeurope\n"
CALLERS = f"{SMALLEST}  backbone:access: {{callers: {{clientId: {PRINCIPAL}, principals: [{PRINCIPAL}]}}}}\n"
TEXT = """\
WHO                                TYPE              PRINCIPAL  MAY                  AT
the function                       ServicePrincipal  -          read queue mappings  the vault
the function                       ServicePrincipal  -          send                 tracking@main
whoever has a key of the function  -                 -          call                 the function
"""
MARKDOWN = """\
| who | type | principal | may | at |
| --- | --- | --- | --- | --- |
| the function | ServicePrincipal | - | read queue mappings | the vault |
| the function | ServicePrincipal | - | send | tracking@main |
| whoever has a key of the function | - | - | call | the function |
"""


def _run(folder: Path, text: str, *arguments: str) -> Result:
    (folder / "Pulumi.test.yaml").write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["access", "--stack", "test", "--cwd", str(folder), *arguments])


def test_the_rights_of_the_smallest_stack_are_shown_as_a_table(tmp_path: Path) -> None:
    assert _run(tmp_path, SMALLEST).stdout == TEXT
    assert _run(tmp_path, SMALLEST, "--format", "markdown").stdout == MARKDOWN


def test_callers_with_a_token_stand_in_place_of_whoever_has_a_key(tmp_path: Path) -> None:
    listed = json.loads(_run(tmp_path, CALLERS, "--format", "json").stdout)["rights"]
    assert [right for right in listed if right["may"] == "call"] == [
        {"who": "a caller", "principal": PRINCIPAL, "type": None, "may": "call", "at": "the function"}
    ]


def test_a_group_is_told_from_a_user_and_an_application(tmp_path: Path) -> None:
    receivers = f"[{{id: {PRINCIPAL}, type: Group}}, {PORTAL}]"
    text = f"{SMALLEST}  backbone:access: {{receivers: {{tracking@main: {receivers}}}, portal: {PORTAL}}}\n"
    listed = json.loads(_run(tmp_path, text, "--format", "json").stdout)["rights"]
    assert {(right["principal"], right["type"]) for right in listed if right["principal"]} == {
        (PRINCIPAL, "Group"),
        (PORTAL, "ServicePrincipal"),
    }
    assert f"a receiver                         Group             {PRINCIPAL}  receive" in _run(tmp_path, text).stdout


def test_a_wrong_stack_file_ends_with_2(tmp_path: Path) -> None:
    answer = _run(tmp_path, "config: {}\n")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "azure-native:location" in answer.stderr


def test_an_existing_queue_is_listed_once_whatever_its_letter_case(tmp_path: Path) -> None:
    queue = f"{GROUP}/Microsoft.ServiceBus/namespaces/theirs/queues/orders"
    text = f"{SMALLEST}  backbone:mappings: {{one: {queue}, two: {queue.replace('orders', 'ORDERS')}}}\n"
    listed = json.loads(_run(tmp_path, text, "--format", "json").stdout)["rights"]
    places = [right["at"].lower() for right in listed if right["may"] == "send"]
    assert places == ["tracking@main", queue.lower()]
