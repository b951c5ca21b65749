from typing import Any

import pytest

from sandbox.provider.refresh import corrected


@pytest.mark.parametrize(
    ("inputs", "before", "after", "expected"),
    [
        ({"lock": "PT60S"}, {"lock": "PT1M"}, {"lock": "PT1M"}, {"lock": "PT60S"}),
        ({"lock": "PT60S"}, {"lock": "PT1M"}, {"lock": "PT2M"}, {"lock": "PT2M"}),
        ({}, {"lock": "PT1M"}, {"lock": "PT1M"}, {}),
        ({}, {"lock": "PT1M"}, {"lock": "PT2M"}, {"lock": "PT2M"}),
        ({}, {}, {"forwardTo": "x"}, {"forwardTo": "x"}),
        ({"forwardTo": "x"}, {"forwardTo": "x"}, {}, {}),
        ({"name": "kept"}, {}, {}, {"name": "kept"}),
        (
            {"sku": {"name": "standard"}},
            {"sku": {"name": "Standard", "capacity": 1}},
            {"sku": {"name": "Standard", "capacity": 2}},
            {"sku": {"name": "standard", "capacity": 2}},
        ),
        ({"tags": {"a": "1"}}, {"tags": {"a": "1"}}, {"tags": {"a": "1", "b": "2"}}, {"tags": {"a": "1", "b": "2"}}),
        (
            {"rules": [{"mask": "1"}, {"mask": "2"}]},
            {"rules": [{"mask": "1", "action": "Allow"}, {"mask": "2", "action": "Allow"}]},
            {"rules": [{"mask": "1", "action": "Allow"}, {"mask": "3", "action": "Allow"}, {"mask": "4"}]},
            {"rules": [{"mask": "1"}, {"mask": "3"}, {"mask": "4"}]},
        ),
        ({"rules": [{"mask": "1"}]}, {"rules": [{"mask": "1"}]}, {"rules": []}, {"rules": []}),
    ],
)
def test_only_what_changed_in_azure_reaches_the_inputs(
    inputs: dict[str, Any],
    before: dict[str, Any],
    after: dict[str, Any],
    expected: dict[str, Any],
) -> None:
    assert corrected(inputs, before, after) == expected
