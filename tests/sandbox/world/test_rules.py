from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.azure.catalogue import rules
from sandbox.world import DEPLOYER, AzureError
from tests.sandbox.world import (
    access_cases,
    alert_cases,
    arm_cases,
    condition_cases,
    connection_cases,
    entity_cases,
    filter_cases,
    flex_cases,
    link_cases,
    lock_cases,
    monitor_cases,
    namespace_cases,
    network_cases,
    pair_cases,
    private_link_cases,
    recovery_cases,
    role_cases,
    role_limit_cases,
    site_cases,
    storage_cases,
    subnet_cases,
    subscription_cases,
    traffic_cases,
    value_cases,
    vault_cases,
)
from tests.sandbox.world.scenery import version_of

if TYPE_CHECKING:
    from tests.sandbox.world.case import Call, Case
    from tests.sandbox.world.scenery import Scenery

RULES = rules()
MODULES = (
    arm_cases,
    namespace_cases,
    network_cases,
    access_cases,
    entity_cases,
    value_cases,
    subscription_cases,
    filter_cases,
    role_cases,
    role_limit_cases,
    condition_cases,
    link_cases,
    vault_cases,
    storage_cases,
    subnet_cases,
    private_link_cases,
    connection_cases,
    recovery_cases,
    pair_cases,
    monitor_cases,
    alert_cases,
    site_cases,
    flex_cases,
    lock_cases,
    traffic_cases,
)
CASES = tuple(case for module in MODULES for case in module.CASES)


def _make(azure: Scenery, call: Call) -> None:
    target = azure.only(call.id, call.id)
    version = version_of(target) if call.version is None else call.version
    azure.world.call(call.method, target, version, call.body, principal=call.principal or DEPLOYER)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_accepts_what_is_at_its_bound_and_refuses_what_is_beyond(case: Case, azure: Scenery) -> None:
    for call in case.accepted:
        _make(azure, call)
    case.prepare(azure)
    azure.clock.pass_by(seconds=1)
    before = azure.state()
    message = azure.only(case.message, case.refused.id)

    with pytest.raises(AzureError) as caught:
        _make(azure, case.refused)

    rule = RULES[case.rule]
    error = caught.value
    assert (error.rule, error.status, error.code, error.message) == (rule.id, rule.status, rule.code, message)
    assert str(error) == f"{rule.code}: {message}"
    assert azure.state() == before


def test_every_rule_has_a_case() -> None:
    assert RULES.keys() - {case.rule for case in CASES} == set()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_names_a_public_source_and_says_what_it_is_about(rule: object) -> None:
    assert RULES[rule.id].source.startswith("https://")  # type: ignore[attr-defined]
    assert RULES[rule.id].text.endswith((".", ".)"))  # type: ignore[attr-defined]
