"""The reference table of the settings."""

from __future__ import annotations

import re

from backbone.settings import reference
from tests.backbone.stack import LOCATION, errors

TABLE = reference.markdown().splitlines()
ALIAS = (
    "an alias of 1 to 20 lower-case letters, digits and hyphens that begins with a letter (for example shipments), and "
    "an alias other than default, which would be ambiguous (for example main)"
)
ROWS = {row.split("`")[1]: row for row in TABLE[2:]}


def test_every_row_has_four_cells() -> None:
    assert TABLE[:2] == ["| setting | meaning | may be | default |", "|---|---|---|---|"]
    assert [row for row in TABLE if len(re.split(r"(?<!\\)\|", row)) != 6] == []


def test_every_setting_has_one_row() -> None:
    assert len(ROWS) == len(TABLE) - 2
    spelt_out = {row.path.replace("<key>", "<name>") for row in reference.constraints() if not row.key}
    keys = {path for path in spelt_out if not path.endswith((">", "]"))}
    elsewhere = re.compile(
        r"backbone:(scaleUnits\.<name>\.(queues|topics|pairedNamespace)|access\.(receivers|senders)"
        r"|namespace\.topics\.<name>\.subscriptions\.<name>\.rules|subscriptions\.<name>\.rules\.<name>\.action)\b."
    )
    assert {path for path in keys if path not in ROWS and not elsewhere.match(path)} == set()
    assert set(ROWS) <= keys


def test_a_row_says_what_the_setting_means_may_be_and_is_otherwise() -> None:
    assert ROWS["backbone:namespace.sku"] == (
        "| `backbone:namespace.sku` | Tier of the namespace; cannot be changed later. "
        "| one of Standard, Premium (for example Premium) | `Standard` |"
    )
    assert ROWS["azure-native:location"].endswith("| an Azure region (for example westeurope) | required |")


def test_what_is_not_supported_yet_is_marked() -> None:
    assert "*Not supported yet.*" in ROWS["backbone:pairedNamespace"]
    assert "*Not supported yet.*" not in ROWS["backbone:existing.suffix"]


def test_a_record_that_stands_twice_is_spelt_out_once() -> None:
    assert "keys as in `backbone:namespace.queues.<name>`" in ROWS["backbone:scaleUnits.<name>.queues"]
    assert "backbone:scaleUnits.<name>.queues.<name>.lockDuration" not in ROWS


def test_every_example_is_one_that_its_constraint_accepts() -> None:
    for row in reference.constraints():
        if row.constraint is not None and row.constraint.example is not None:
            row.constraint.apply(row.constraint.example)


def test_the_defaults_in_the_table_are_the_settings() -> None:
    texts = {"backbone:workload": "backbone", "backbone:protect": "true"}
    for path, text in texts.items():
        assert ROWS[path].endswith(f"| `{text}` |")
        assert errors({**LOCATION, path: text}) == []


def test_a_cell_says_what_each_key_each_value_and_all_together_may_be() -> None:
    cells = {path: row.split(" | ")[2].split("<br>") for path, row in ROWS.items()}
    assert cells["backbone:alerts.emails"] == [
        "a list; each item: an e-mail address (for example operations@example.com)",
        "together: a list of at most 1000 e-mail addresses",
        "together: each e-mail address once",
    ]
    assert cells["backbone:scaleUnits"] == [
        "a mapping",
        f"each key: {ALIAS}",
        "each value: the keys below",
        "together: aliases that differ in more than letter case",
    ]
    assert cells["backbone:access.callers"] == ["key", "or the keys below"]


def test_the_overview_has_every_supported_outermost_key_once_and_what_is_in_it() -> None:
    rows = [row.split(" | ") for row in reference.overview().splitlines()[2:]]
    outermost = {path for path in ROWS if "." not in path} - {"backbone:pairedNamespace"}
    assert sorted(row[0].strip("|` ") for row in rows) == sorted(outermost)
    found = {row[0].strip("|` "): row[2].removesuffix(" |") for row in rows}
    assert found["backbone:workload"] == "`backbone`"
    assert found["azure-native:location"] == "required"
    assert found["backbone:subscriptions"] == "`to`, `receiver`, `rules`"
    assert "`resourceGroup`" in found["backbone:scaleUnits"]
    assert "pairedNamespace" not in found["backbone:scaleUnits"]
