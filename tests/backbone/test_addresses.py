"""Addresses: queue@alias, topic@alias, topic@alias/subscription."""

from __future__ import annotations

import pytest

from backbone.addresses import Address, nearest


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tracking@main", Address(entity="tracking", alias="main")),
        ("a/b@main", Address(entity="a/b", alias="main")),
        ("orders@main/shipments", Address(entity="orders", alias="main", subscription="shipments")),
        ("a/b@main/s", Address(entity="a/b", alias="main", subscription="s")),
    ],
)
def test_an_address_is_read_and_written(text: str, address: Address) -> None:
    assert Address.parse(text) == address
    assert str(address) == text


@pytest.mark.parametrize("text", ["", "tracking", "@main", "tracking@", "orders@main/", "orders@/s"])
def test_an_address_with_a_part_missing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no address such as tracking@main or orders@main/shipments"):
        Address.parse(text)


def test_letter_case_means_nothing_in_an_address() -> None:
    assert Address.parse("Orders@Main/S").folded() == Address.parse("orders@main/s")


def test_the_likeliest_address_comes_first() -> None:
    candidates = ("tracking@main", "tracking@shipments", "inbox@main")
    assert nearest("Trackin@shipment", candidates) == ("tracking@shipments", "tracking@main")
    assert nearest("zzz", candidates) == ()
