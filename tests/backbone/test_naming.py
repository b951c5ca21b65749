"""Physical names, and names on the wire."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backbone import entities, naming

NAMESPACE_NAME = re.compile(r"[a-zA-Z](?!.*--)[-a-zA-Z0-9]{4,48}[a-zA-Z0-9]")

workloads = st.from_regex(r"[a-z][a-z0-9-]{1,19}", fullmatch=True)
aliases = st.from_regex(r"[a-z][a-z0-9-]{0,19}", fullmatch=True)
suffixes = st.from_regex(r"[a-z0-9]{4,8}", fullmatch=True).filter(lambda suffix: suffix != "mgmt")


@pytest.mark.parametrize(
    ("workload", "alias", "suffix", "name"),
    [
        ("backbone", "main", "1a2b3c4d", "backbone-main-1a2b3c4d"),
        ("ab", "a", "x7k2", "ab-a-x7k2"),
        ("a" * 20, "b" * 20, "1a2b3c4d", f"{'a' * 20}-{'b' * 20}-1a2b3c4d"),
        ("ab-", "a", "x7k2", "ab-a-d1cc-x7k2"),
        ("ab", "a-", "x7k2", "ab-a-7672-x7k2"),
    ],
)
def test_a_namespace_is_named_after_workload_alias_and_suffix(
    workload: str, alias: str, suffix: str, name: str
) -> None:
    assert naming.namespace_name(workload, alias, suffix) == name


def test_a_secondarys_alias_part_ends_in_pair() -> None:
    assert naming.secondary_namespace_name("backbone", "main", "1a2b3c4d") == "backbone-main-pair-1a2b3c4d"


def test_a_name_that_is_cut_carries_a_hash_of_the_whole() -> None:
    first = naming.secondary_namespace_name("a" * 20, "b" * 19 + "c", "1a2b3c4d")
    second = naming.secondary_namespace_name("a" * 20, "b" * 19 + "d", "1a2b3c4d")
    assert len(first) == len(second) == 50
    assert re.fullmatch(r"a{20}-b{10,}-[0-9a-f]{4}-pair-1a2b3c4d", first)
    assert first != second


@given(workloads, aliases, suffixes)
def test_every_name_is_one_that_azure_takes(workload: str, alias: str, suffix: str) -> None:
    for name in (
        naming.namespace_name(workload, alias, suffix),
        naming.secondary_namespace_name(workload, alias, suffix),
    ):
        assert NAMESPACE_NAME.fullmatch(name)
        assert name.endswith(f"-{suffix}")
        assert not name.endswith(("-sb", "-mgmt"))


@given(workloads, st.lists(aliases, min_size=2, max_size=2, unique=True), suffixes)
def test_two_aliases_have_two_names(workload: str, pair: list[str], suffix: str) -> None:
    assert naming.namespace_name(workload, pair[0], suffix) != naming.namespace_name(workload, pair[1], suffix)


def test_the_suffix_is_the_random_end_of_the_resource_groups_name() -> None:
    assert naming.suffix_of("backbone1a2b3c4d") == "1a2b3c4d"


@pytest.mark.parametrize("name", ["rg-platform", "backbone1A2B3C4D", "1a2b3c4", "backbone1a2b3c4d\n", ""])
def test_a_resource_group_without_random_end_needs_a_suffix_in_the_settings(name: str) -> None:
    with pytest.raises(
        ValueError, match=r"set `backbone:existing\.suffix` to say how globally unique names are to end"
    ):
        naming.suffix_of(name)


def test_the_host_is_what_azure_returns() -> None:
    assert naming.host_of("https://bus.servicebus.windows.net:443/") == "bus.servicebus.windows.net"


def test_an_endpoint_without_a_host_is_refused() -> None:
    with pytest.raises(ValueError, match="names no host"):
        naming.host_of("bus.servicebus.windows.net")


def test_a_slash_becomes_a_tilde_in_resource_manager_and_back() -> None:
    assert entities.arm_name("x-servicebus-transfer/0") == "x-servicebus-transfer~0"
    assert entities.wire_name("x-servicebus-transfer~0") == "x-servicebus-transfer/0"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (naming.vault_name("backbone", "1a2b3c4d"), "backbone-1a2b3c4d"),
        (naming.storage_account_name("my-backbone", "1a2b3c4d"), "mybackbone1a2b3c4d"),
        (naming.function_app_name("backbone", "1a2b3c4d"), "backbone-1a2b3c4d"),
        (naming.identity_name("backbone", "1a2b3c4d"), "backbone-function-1a2b3c4d"),
    ],
)
def test_every_type_has_names_of_its_own_form(name: str, expected: str) -> None:
    assert name == expected


@given(workloads, suffixes)
def test_every_global_name_is_one_that_its_type_takes(workload: str, suffix: str) -> None:
    assert re.fullmatch(r"[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]", naming.vault_name(workload, suffix))
    assert re.fullmatch(r"[a-z0-9]{3,24}", naming.storage_account_name(workload, suffix))
    assert re.fullmatch(r"[a-z0-9](?!.*--)[a-z0-9-]{0,58}[a-z0-9]", naming.function_app_name(workload, suffix))
