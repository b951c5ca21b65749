"""Lists that Azure keeps in any order are compared by what tells their items apart."""

from typing import Any

import pytest

from sandbox.provider.diff import Change
from tests.sandbox.provider.test_diff import compared, outcome


def _settings(**values: str) -> dict[str, Any]:
    return {"siteConfig": {"appSettings": [{"name": name, "value": value} for name, value in values.items()]}}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (_settings(B="2", A="1"), []),
        (_settings(B="3", A="1"), [("siteConfig.appSettings[0].value", Change.UPDATE, False)]),
        (_settings(C="3", A="1", B="2"), [("siteConfig.appSettings[0]", Change.ADD, False)]),
        (_settings(B="2"), [("siteConfig.appSettings[0]", Change.DELETE, False)]),
    ],
)
def test_settings_are_compared_by_name_and_not_by_place(
    after: dict[str, Any], expected: list[tuple[str, Change, bool]]
) -> None:
    assert outcome(compared("web:WebApp", _settings(A="1", B="2"), after)) == expected


def test_an_access_policy_with_other_permissions_is_another_one() -> None:
    def policies(*permissions: str) -> dict[str, Any]:
        found = [{"tenantId": "t", "objectId": each, "permissions": {"secrets": [each]}} for each in permissions]
        return {"properties": {"accessPolicies": found}}

    changed = policies("get", "list")
    changed["properties"]["accessPolicies"][1]["permissions"] = {"secrets": ["set"]}

    assert outcome(compared("keyvault:Vault", policies("get", "list"), policies("list", "get"))) == []
    assert outcome(compared("keyvault:Vault", policies("get", "list"), changed)) == [
        ("properties.accessPolicies[1]", Change.ADD, False),
        ("properties.accessPolicies[1]", Change.DELETE, False),
    ]


def test_other_lists_are_compared_by_place() -> None:
    before = {"logs": [{"category": "A", "enabled": True}, {"category": "B", "enabled": True}]}
    after = {"logs": [{"category": "B", "enabled": True}]}

    assert outcome(compared("monitor:DiagnosticSetting", before, after)) == [
        ("logs[0].category", Change.UPDATE, False),
        ("logs[1]", Change.DELETE, False),
    ]
