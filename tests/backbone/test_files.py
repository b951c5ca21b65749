"""Stack files are read as the engine reads them; the expected values were taken from the engine itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from backbone.settings import engine, files
from backbone.settings.files import StackFileError

if TYPE_CHECKING:
    from pathlib import Path

    from backbone.settings.configuration import Configuration


def _read(folder: Path, text: str | bytes) -> Configuration:
    path = folder / "Pulumi.test.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return files.read(path)


def _value(folder: Path, scalar: str) -> str:
    return _read(folder, f"config:\n  backbone:a: {scalar}\n").raw["backbone:a"]


def _nested(folder: Path, scalar: str) -> Any:
    return json.loads(_read(folder, f"config:\n  backbone:a: {{x: {scalar}}}\n").raw["backbone:a"])["x"]


@pytest.mark.parametrize(
    ("scalar", "top", "nested"),
    [
        ("text", "text", "text"),
        ("yes", "yes", "yes"),
        ("No", "No", "No"),
        ("on", "on", "on"),
        ("OFF", "OFF", "OFF"),
        ("y", "y", "y"),
        ("true", "true", True),
        ("True", "true", True),
        ("TRUE", "true", True),
        ("tRUE", "tRUE", "tRUE"),
        ("false", "false", False),
        ("~", "", None),
        ("null", "", None),
        ("NULL", "", None),
        ("nULL", "nULL", "nULL"),
        ('""', "", ""),
        ("'~'", "~", "~"),
        ('"true"', "true", "true"),
        ('"5"', "5", "5"),
        ("5", "5", 5),
        ("+5", "5", 5),
        ("-5", "-5", -5),
        ("017", "15", 15),
        ("0o17", "15", 15),
        ("08", "8", 8),
        ("0x1F", "31", 31),
        ("-0x1F", "-31", -31),
        ("0b101", "5", 5),
        ("0x", "0x", "0x"),
        ("1_000", "1000", 1000),
        ("1__0", "10", 10),
        ("_1", "_1", "_1"),
        ("1_000.5", "1000.5", 1000.5),
        ("1.50", "1.5", 1.5),
        ("1.0", "1", 1),
        ("5.", "5", 5),
        (".5", "0.5", 0.5),
        ("1e3", "1000", 1000),
        ("1e20", "100000000000000000000", 100000000000000000000),
        ("1e21", "1e+21", 1e21),
        ("0.000001", "0.000001", 0.000001),
        ("0.0000001", "1e-7", 1e-7),
        ("1e400", "1e400", "1e400"),
        ("-0.0", "0", 0),
        ("9223372036854775807", "9223372036854775807", 9223372036854775807),
        ("12345678901234567890", "12345678901234567890", 12345678901234567000),
        ("123456789012345678901234567890", "1.2345678901234568e+29", 1.2345678901234568e29),
        ("1" * 400, "1" * 400, "1" * 400),
        ("-" + "1" * 5000, "-" + "1" * 5000, "-" + "1" * 5000),
        ("1:30", "1:30", "1:30"),
        ("0.1.2", "0.1.2", "0.1.2"),
        ("10.40.0.0/24", "10.40.0.0/24", "10.40.0.0/24"),
        ("2026-01-01", "2026-01-01 00:00:00 +0000 UTC", "2026-01-01 00:00:00 +0000 UTC"),
        ("2026-1-1", "2026-01-01 00:00:00 +0000 UTC", "2026-01-01 00:00:00 +0000 UTC"),
        ("0001-01-01", "0001-01-01 00:00:00 +0000 UTC", "0001-01-01 00:00:00 +0000 UTC"),
        ("2026-01-01T10:00:00Z", "2026-01-01 10:00:00 +0000 UTC", "2026-01-01 10:00:00 +0000 UTC"),
        ("2026-01-01t1:2:3.50+02:00", "2026-01-01 01:02:03.5 +0200 +0200", "2026-01-01 01:02:03.5 +0200 +0200"),
        ("2026-01-01 10:00:00.5", "2026-01-01 10:00:00.5 +0000 UTC", "2026-01-01 10:00:00.5 +0000 UTC"),
        ("2026-01-01T10:00:00", "2026-01-01T10:00:00", "2026-01-01T10:00:00"),
        ("2026-01-01 10:00:00Z", "2026-01-01 10:00:00Z", "2026-01-01 10:00:00Z"),
        ("2025-02-29", "2025-02-29", "2025-02-29"),
        ('"2026-01-01"', "2026-01-01", "2026-01-01"),
        ("!!str 5", "5", "5"),
        ('!!int "5"', "5", 5),
        ("!!float 5", "5", 5),
        ("!!binary aGVsbG8=", "hello", "hello"),
        ("!other 5", "5", "5"),
        ("! 5", "5", "5"),
        ("'it''s'", "it's", "it's"),
        ('"\\u00e9\\x41"', "éA", "éA"),
    ],
)
def test_a_scalar_means_what_it_means_to_the_engine(tmp_path: Path, scalar: str, top: str, nested: Any) -> None:
    assert _value(tmp_path, scalar) == top
    found = _nested(tmp_path, scalar)
    assert (found, type(found)) == (nested, type(nested))


@pytest.mark.parametrize(
    ("key", "text"),
    [("on", "on"), ("5", "5"), ("0x1F", "31"), ("1.50", "1.5"), ("true", "true"), ("~", "<nil>"), ('"~"', "~")],
)
def test_a_key_is_a_text_as_go_prints_it(tmp_path: Path, key: str, text: str) -> None:
    raw = _read(tmp_path, f"config:\n  backbone:a: {{{key}: x}}\n").raw
    assert json.loads(raw["backbone:a"]) == {text: "x"}


@pytest.mark.parametrize(
    ("key", "full"),
    [
        ("workload", "backbone:workload"),
        ("backbone:workload", "backbone:workload"),
        ("backbone:config:workload", "backbone:workload"),
        ("azure-native:location", "azure-native:location"),
    ],
)
def test_a_key_gets_its_project(tmp_path: Path, key: str, full: str) -> None:
    assert dict(_read(tmp_path, f"config:\n  {key}: a\n").raw) == {full: "a"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "encryptionsalt: v1:abc\n",
        "config:\n",
        "config: {}\n",
        "environment: [a]\n",
        "--- \n...\n",
        "~",
    ],
)
def test_a_file_without_configuration_is_empty(tmp_path: Path, text: str) -> None:
    assert dict(_read(tmp_path, text).raw) == {}


def test_structures_come_as_json(tmp_path: Path) -> None:
    text = """\
config:
  backbone:tags: {owner: integration, "quoted": 'it''s'}
  backbone:alerts:
    emails: [a@example.com, b@example.com]
  backbone:namespace: '{"sku": "Premium"}'
  backbone:load: {}
"""
    raw = _read(tmp_path, text).raw
    assert json.loads(raw["backbone:tags"]) == {"owner": "integration", "quoted": "it's"}
    assert json.loads(raw["backbone:alerts"]) == {"emails": ["a@example.com", "b@example.com"]}
    assert raw["backbone:namespace"] == '{"sku": "Premium"}'
    assert raw["backbone:load"] == "{}"


def test_anchors_and_merges_are_followed(tmp_path: Path) -> None:
    text = """\
one: &one {k: 1, z: 9}
two: &two {k: 2, w: 3}
config:
  backbone:a: {<<: [*one, *two], z: 2}
  backbone:b: {z: 2, <<: *one}
  backbone:c: *two
"""
    raw = _read(tmp_path, text).raw
    assert json.loads(raw["backbone:a"]) == {"k": 1, "w": 3, "z": 2}
    assert json.loads(raw["backbone:b"]) == {"k": 1, "z": 2}
    assert json.loads(raw["backbone:c"]) == {"k": 2, "w": 3}


def test_the_engine_reads_the_first_document_only(tmp_path: Path) -> None:
    raw = _read(tmp_path, "---\nconfig: {backbone:a: 1}\n---\nconfig: {backbone:a: 2}\n").raw
    assert dict(raw) == {"backbone:a": "1"}


def test_windows_line_ends_and_a_byte_order_mark_are_nothing_special(tmp_path: Path) -> None:
    raw = _read(tmp_path, "\ufeffconfig:\r\n  backbone:a: |\r\n    x\r\n    y\r\n").raw
    assert dict(raw) == {"backbone:a": "x\ny\n"}


def test_encrypted_values_are_named_and_not_kept(tmp_path: Path) -> None:
    text = """\
config:
  backbone:a: {secure: "v1:abc:def"}
  backbone:b: {x: [{secure: "v1:abc:def"}]}
  backbone:c: {secure: 5}
  backbone:d: {secure: a, more: b}
"""
    found = _read(tmp_path, text)
    assert found.secret_keys == {"backbone:a", "backbone:b"}
    assert [found.raw[key] for key in sorted(found.secret_keys)] == ["[secret]", "[secret]"]
    assert json.loads(found.raw["backbone:c"]) == {"secure": 5}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "config:\n  backbone:a: 1\n  backbone:a: 2\n",
            "line 3, column 3: the key backbone:a stands in line 2 already.",
        ),
        ("config:\n  backbone:a:\n    x: 1\n    x: 2\n", "line 4, column 5: the key x stands in line 3 already."),
        ("config: {}\nconfig: {}\n", "line 2, column 1: the key config stands in line 1 already."),
        ("config:\n\tbackbone:a: 1\n", "line 2, column 1: found character that cannot start any token."),
        ("config:\n  backbone:a: b: c\n", "line 2, column 16: mapping values are not allowed in this context."),
        ("config:\n  backbone:a: [1, 2\n", "line 3, column 1: did not find expected ',' or ']'."),
        ("config:\n  backbone:a: *nope\n", "line 2, column 15: the anchor nope is not known here."),
        ("config:\n  backbone:a: &x [*x]\n", "line 2, column 19: the anchor x is not known here."),
        ("config:\n  backbone:a: {<<: 5}\n", "line 2, column 16: << takes a mapping or a list of mappings."),
        ("config:\n  backbone:a: {? [1] : 2}\n", "line 2, column 18: a key is a single value."),
        ("config:\n  backbone:a: .inf\n", "line 2, column 15: this number is not finite."),
        ("config:\n  backbone:a: !!int text\n", "line 2, column 15: this is no int."),
        ("config:\n  backbone:a: !!binary '*'\n", "line 2, column 15: this is no text in base 64."),
        (
            f"config:\n  backbone:a: {'[' * 99}{']' * 99}\n",
            "line 2, column 113: mappings and lists are more than 100 deep here.",
        ),
        (
            f"a: &a [{'x, ' * 99}x]\nb: &b [{'*a, ' * 9}*a]\nc: &c [{'*b, ' * 9}*b]\nd: [{'*c, ' * 9}*c]\n",
            "line 4, column 5: aliases repeat too much of this document.",
        ),
        ("- a\n", "line 1, column 1: a stack file is a mapping with the key config."),
        ("config: [a]\n", "line 1, column 1: config is a mapping from keys to values."),
    ],
)
def test_what_the_engine_cannot_read_is_refused_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(StackFileError) as caught:
        _read(tmp_path, text)
    assert str(caught.value) == f"{tmp_path / 'Pulumi.test.yaml'}, {sentence}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("config:\n  backbone:a: a\x01b\n", " holds a character that YAML does not allow; remove it."),
        (b"config:\n  backbone:a: caf\xe9\n", " is not UTF-8 text (byte 26); save it as UTF-8."),
        (
            "config:\n  a:b:c: 1\n",
            " has the key a:b:c, which is not of the form <project>:<name>; rename it.",
        ),
        (
            "config:\n  backbone:a: 1\n  a: 2\n",
            " says backbone:a twice, with and without its prefix; remove one of them.",
        ),
    ],
)
def test_what_the_engine_would_not_take_is_refused(tmp_path: Path, text: str | bytes, sentence: str) -> None:
    with pytest.raises(StackFileError) as caught:
        _read(tmp_path, text)
    assert str(caught.value) == f"{tmp_path / 'Pulumi.test.yaml'}{sentence}"


def test_a_file_that_does_not_exist_is_to_be_created(tmp_path: Path) -> None:
    with pytest.raises(StackFileError, match=r"does not exist; create the stack with: pulumi stack init none\. For"):
        files.read(tmp_path / "Pulumi.none.yaml")


def test_the_smallest_stack_file_is_enough(tmp_path: Path) -> None:
    assert _read(tmp_path, f"{files.SMALLEST}\n").raw == {"azure-native:location": "westeurope"}


def test_a_folder_in_place_of_a_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StackFileError) as caught:
        files.read(tmp_path)
    assert str(caught.value) == f"{tmp_path} cannot be read: Is a directory."


def test_a_document_may_be_deep_and_repeat_itself_as_far_as_the_engine_takes_it(tmp_path: Path) -> None:
    deep = "[" * 98 + "]" * 98
    often = ", ".join(["*a"] * 98)
    raw = _read(tmp_path, f"a: &a {{k: 1}}\nconfig:\n  backbone:a: {deep}\n  backbone:b: [{often}]\n").raw
    assert raw["backbone:a"] == deep
    assert json.loads(raw["backbone:b"]) == [{"k": 1}] * 98


def test_an_error_never_shows_a_secret_of_the_file(tmp_path: Path) -> None:
    key = "SharedAccessKey=c2VjcmV0"
    for text in (
        f"config:\n  {key}: 1\n  {key}: 2\n",
        f"config:\n  a:b:{key}: 1\n",
        f"config:\n  {key}: 1\n  backbone:{key}: 2\n",
    ):
        with pytest.raises(StackFileError) as caught:
            _read(tmp_path, text)
        assert "c2VjcmV0" not in str(caught.value)
        assert "[secret]" in str(caught.value)


def test_the_engine_hands_its_configuration_over_in_the_environment() -> None:
    given = engine.read({"PULUMI_CONFIG": '{"backbone:a": "1"}', "PULUMI_CONFIG_SECRET_KEYS": '["backbone:a"]'})
    assert (dict(given.raw), set(given.secret_keys)) == ({"backbone:a": "1"}, {"backbone:a"})


def test_without_an_engine_there_is_no_configuration() -> None:
    given = engine.read({"PULUMI_CONFIG": ""})
    assert (dict(given.raw), given.secret_keys) == ({}, frozenset())
