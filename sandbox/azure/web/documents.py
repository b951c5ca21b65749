"""The public documents in which the rules of App Service and Azure Functions are written down."""

from __future__ import annotations

from sandbox.azure.rule import Rule, Wording

API_VERSIONS = (
    "2021-02-01",
    "2022-03-01",
    "2022-09-01",
    "2023-01-01",
    "2023-12-01",
    "2024-04-01",
    "2024-11-01",
    "2025-05-01",
)
"""Versions of the REST API (learn.microsoft.com/azure/templates/microsoft.web/sites)."""

_LEARN = "https://learn.microsoft.com/azure"
FLEX = f"{_LEARN}/azure-functions/flex-consumption-plan"
FLEX_HOW_TO = f"{_LEARN}/azure-functions/flex-consumption-how-to"
FLEX_DEPRECATIONS = f"{_LEARN}/azure-functions/functions-app-settings#flex-consumption-plan-deprecations"
INFRASTRUCTURE_AS_CODE = f"{_LEARN}/azure-functions/functions-infrastructure-as-code"
NETWORKING = f"{_LEARN}/azure-functions/functions-networking-options#subnets"
NAMES = f"{_LEARN}/azure-resource-manager/management/resource-name-rules#microsoftweb"
PLANS = f"{_LEARN}/app-service/overview-hosting-plans"
TEMPLATES = f"{_LEARN}/templates/microsoft.web"
FLEX_SAMPLES = "https://github.com/Azure-Samples/azure-functions-flex-consumption-samples/issues/7"


def web_rule(
    id: str,
    *,
    text: str,
    message: str,
    source: str,
    code: str = "BadRequest",
    status: int = 400,
    wording: Wording = "ours",
) -> Rule:
    """A rule of the web provider."""
    return Rule(id=f"web/{id}", text=text, source=source, status=status, code=code, message=message, wording=wording)
