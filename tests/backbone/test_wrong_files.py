"""What is no stack file is refused in one sentence, with its place, as the engine would refuse it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backbone.settings import files
from backbone.settings.files import StackFileError
from tests.backbone.stack_files import read

if TYPE_CHECKING:
    from pathlib import Path


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
        read(tmp_path, text)
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
        read(tmp_path, text)
    assert str(caught.value) == f"{tmp_path / 'Pulumi.test.yaml'}{sentence}"


def test_a_file_that_does_not_exist_is_to_be_created(tmp_path: Path) -> None:
    with pytest.raises(StackFileError, match=r"does not exist; create the stack with: pulumi stack init none\. For"):
        files.read(tmp_path / "Pulumi.none.yaml")


def test_a_folder_in_place_of_a_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StackFileError) as caught:
        files.read(tmp_path)
    assert str(caught.value) == f"{tmp_path} cannot be read: Is a directory."


def test_an_error_never_shows_a_secret_of_the_file(tmp_path: Path) -> None:
    key = "SharedAccessKey=c2VjcmV0"
    for text in (
        f"config:\n  {key}: 1\n  {key}: 2\n",
        f"config:\n  a:b:{key}: 1\n",
        f"config:\n  {key}: 1\n  backbone:{key}: 2\n",
    ):
        with pytest.raises(StackFileError) as caught:
            read(tmp_path, text)
        assert "c2VjcmV0" not in str(caught.value)
        assert "[secret]" in str(caught.value)
