"""What `backbone mappings` says where the stack or Azure cannot be asked, and which addresses get no token."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from backbone.__main__ import main
from backbone.commands import stack_state
from backbone.commands.resource_manager import ADDRESS, PUBLIC, TOKEN, ResourceManager
from backbone.commands.unreachable import UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

HERE = "http://127.0.0.1:1"


@contextmanager
def _answering(pages: Mapping[str, Any]) -> Iterator[ResourceManager]:
    """A Resource Manager that answers each path and query with a page; `{here}` in a link is its own address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = pages[self.path]
            body = json.dumps(text).replace("{here}", address).encode() if not isinstance(text, bytes) else text
            self.send_response(500 if isinstance(text, bytes) else text.get("status", 200))
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield ResourceManager.of({ADDRESS: address, TOKEN: "t"})
        finally:
            server.shutdown()
            thread.join()


def test_a_list_is_read_over_all_its_pages() -> None:
    pages = {
        "/a%20b?api-version=1": {"value": [{"name": "one"}], "nextLink": "{here}/more?page=2"},
        "/more?page=2": {"value": [{"name": "two"}]},
    }
    with _answering(pages) as azure:
        assert [each["name"] for each in azure.list("/a b", "1")] == ["one", "two"]


def test_a_next_page_at_another_address_gets_no_token() -> None:
    with (
        _answering({"/a?api-version=1": {"value": [], "nextLink": "https://example.com/more"}}) as azure,
        pytest.raises(UnreachableError, match="the next page of /a is at another address, which gets no token"),
    ):
        azure.list("/a", "1")


def test_a_redirection_is_not_followed() -> None:
    pages = {"/a?api-version=1": {"status": 302}, "/elsewhere": {"value": []}}
    with _answering(pages) as azure, pytest.raises(UnreachableError, match="Resource Manager answers 302"):
        azure.list("/a", "1")


def test_an_answer_that_is_no_refusal_of_azures_is_said_by_its_status() -> None:
    with (
        _answering({"/a?api-version=1": b"<html>"}) as azure,
        pytest.raises(UnreachableError, match="Resource Manager answers 500"),
    ):
        azure.list("/a", "1")


@pytest.mark.parametrize(
    "address",
    [
        "http://management.example.com",
        "ftp://127.0.0.1",
        "management.azure.com",
        "https://",
        "https://host:port",
        "https://host/path",
        "http://[::1",
    ],
)
def test_a_token_is_never_sent_in_plain_text(address: str) -> None:
    with pytest.raises(UnreachableError, match="which is no https address"):
        ResourceManager.of({ADDRESS: address, TOKEN: "t"})


def test_an_address_with_a_password_is_refused_without_it() -> None:
    with pytest.raises(UnreachableError) as caught:
        ResourceManager.of({ADDRESS: "https://me:c2VjcmV0@management.azure.com", TOKEN: "t"})
    assert str(caught.value) == f"{ADDRESS} is [secret], which is no https address of a host alone"


@pytest.mark.parametrize("token", ["c2VjcmV0\nx", "c2VjcmV0é", "c2Vj\x00"])
def test_what_cannot_be_a_token_is_refused_without_being_shown(token: str) -> None:
    with pytest.raises(UnreachableError) as caught:
        ResourceManager.of({TOKEN: token})
    assert str(caught.value) == f"{TOKEN} is no access token"


def test_a_token_may_come_with_the_line_break_of_a_file() -> None:
    assert ResourceManager.of({TOKEN: "t\n", ADDRESS: ""}) == ResourceManager(address=PUBLIC, token="t")  # noqa: S106


@pytest.mark.parametrize("printed", ["no JSON", "[]", '{"deployment": {"resources": [1]}}'])
def test_a_state_that_is_none_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str
) -> None:
    (tmp_path / "pulumi").write_text(f"#!/bin/sh\necho '{printed}'\n", encoding="utf-8")
    (tmp_path / "pulumi").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(UnreachableError, match="`pulumi stack export --stack test` prints no state"):
        stack_state.read("test", tmp_path)


def test_without_a_token_the_sentence_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreachableError, match="install the Azure CLI and run `az login`, or set"):
        ResourceManager.of({})


def test_the_token_of_the_azure_cli_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "az").write_text('#!/bin/sh\nprintf "%s" "$*"\n', encoding="utf-8")
    (tmp_path / "az").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    found = ResourceManager.of({ADDRESS: "https://management.example.cn/"})
    assert found.address == "https://management.example.cn"
    assert found.token.startswith("account get-access-token --resource https://management.example.cn/ ")


def test_nobody_there_is_said_with_the_address() -> None:
    with pytest.raises(UnreachableError, match=f"{HERE} does not answer"):
        ResourceManager.of({ADDRESS: HERE, TOKEN: "t"}).list("/a", "1")


def test_what_is_declared_is_listed_without_a_stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    text = "config:\n  azure-native:location: westeurope\n  backbone:mappings: {Shop: tracking@main, old: disabled}\n"
    (tmp_path / "Pulumi.test.yaml").write_text(text, encoding="utf-8")
    answer = CliRunner().invoke(main, ["mappings", "--stack", "test", "--cwd", str(tmp_path)])
    assert answer.exit_code == 0
    assert answer.stdout == (
        "ID       DECLARED       FOUND  TARGET IN THE VAULT\n"
        "default  tracking@main  ?      -\n"
        "old      disabled       ?      -\n"
        "Shop     tracking@main  ?      -\n"
    )
    assert answer.stderr == "Only what the stack file declares: the Pulumi CLI is not on PATH.\n"


def test_the_stack_must_be_named() -> None:
    answer = CliRunner().invoke(main, ["mappings"])
    assert answer.exit_code == 2
    assert "Missing option '--stack'" in answer.stderr
