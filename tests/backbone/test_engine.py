"""The configuration as the engine hands it over."""

from __future__ import annotations

from backbone.settings import engine


def test_the_engine_hands_its_configuration_over_in_the_environment() -> None:
    given = engine.read({"PULUMI_CONFIG": '{"backbone:a": "1"}', "PULUMI_CONFIG_SECRET_KEYS": '["backbone:a"]'})
    assert (dict(given.raw), set(given.secret_keys)) == ({"backbone:a": "1"}, {"backbone:a"})


def test_without_an_engine_there_is_no_configuration() -> None:
    given = engine.read({"PULUMI_CONFIG": ""})
    assert (dict(given.raw), given.secret_keys) == ({}, frozenset())
