"""Stack files are read as the engine reads them; the expected values were taken from the engine itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from backbone.settings import files
from tests.backbone.stack_files import read

if TYPE_CHECKING:
    from pathlib import Path


def _value(folder: Path, scalar: str) -> str:
    return read(folder, f"config:\n  backbone:a: {scalar}\n").raw["backbone:a"]


def _nested(folder: Path, scalar: str) -> Any:
    return json.loads(read(folder, f"config:\n  backbone:a: {{x: {scalar}}}\n").raw["backbone:a"])["x"]


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
    raw = read(tmp_path, f"config:\n  backbone:a: {{{key}: x}}\n").raw
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
    assert dict(read(tmp_path, f"config:\n  {key}: a\n").raw) == {full: "a"}


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
    assert dict(read(tmp_path, text).raw) == {}


def test_structures_come_as_json(tmp_path: Path) -> None:
    text = """\
config:
  backbone:tags: {owner: integration, "quoted": 'it''s'}
  backbone:alerts:
    emails: [a@example.com, b@example.com]
  backbone:namespace: '{"sku": "Premium"}'
  backbone:load: {}
"""
    raw = read(tmp_path, text).raw
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
    raw = read(tmp_path, text).raw
    assert json.loads(raw["backbone:a"]) == {"k": 1, "w": 3, "z": 2}
    assert json.loads(raw["backbone:b"]) == {"k": 1, "z": 2}
    assert json.loads(raw["backbone:c"]) == {"k": 2, "w": 3}


def test_the_engine_reads_the_first_document_only(tmp_path: Path) -> None:
    raw = read(tmp_path, "---\nconfig: {backbone:a: 1}\n---\nconfig: {backbone:a: 2}\n").raw
    assert dict(raw) == {"backbone:a": "1"}


def test_windows_line_ends_and_a_byte_order_mark_are_nothing_special(tmp_path: Path) -> None:
    raw = read(tmp_path, "\ufeffconfig:\r\n  backbone:a: |\r\n    x\r\n    y\r\n").raw
    assert dict(raw) == {"backbone:a": "x\ny\n"}


def test_encrypted_values_are_named_and_not_kept(tmp_path: Path) -> None:
    text = """\
config:
  backbone:a: {secure: "v1:abc:def"}
  backbone:b: {x: [{secure: "v1:abc:def"}]}
  backbone:c: {secure: 5}
  backbone:d: {secure: a, more: b}
"""
    found = read(tmp_path, text)
    assert found.secret_keys == {"backbone:a", "backbone:b"}
    assert [found.raw[key] for key in sorted(found.secret_keys)] == ["[secret]", "[secret]"]
    assert json.loads(found.raw["backbone:c"]) == {"secure": 5}


def test_the_smallest_stack_file_is_enough(tmp_path: Path) -> None:
    assert read(tmp_path, f"{files.SMALLEST}\n").raw == {"azure-native:location": "westeurope"}


def test_a_document_may_be_deep_and_repeat_itself_as_far_as_the_engine_takes_it(tmp_path: Path) -> None:
    deep = "[" * 98 + "]" * 98
    often = ", ".join(["*a"] * 98)
    raw = read(tmp_path, f"a: &a {{k: 1}}\nconfig:\n  backbone:a: {deep}\n  backbone:b: [{often}]\n").raw
    assert raw["backbone:a"] == deep
    assert json.loads(raw["backbone:b"]) == [{"k": 1}] * 98
