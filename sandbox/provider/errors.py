"""Errors as the azure-native provider prints them."""

import json
from http import HTTPStatus
from typing import Any

from sandbox.world import AzureError


class ProviderError(Exception):
    """A request that the provider refuses; its text is what the user reads."""


def azure_text(status: int, code: str, message: str) -> str:
    """An error of Azure as the provider reports it: Status=400 Code="BadRequest" Message="..."."""
    return f"Status={status} Code={_quoted(code)} Message={_quoted(message)}"


def error_body(code: str, message: str) -> str:
    """An error of Azure as the body of its answer."""
    return json.dumps({"error": {"code": code, "message": message}}, ensure_ascii=False, separators=(",", ":"))


def data_plane_text(method: str, url: str, error: AzureError) -> str:
    """An error of a service's own host, as the Azure SDK for Go prints it."""
    described: dict[str, Any] = {"code": error.code, "message": error.message}
    if error.inner_code:
        described["innererror"] = {"code": error.inner_code}
    line = "-" * 80
    status = f"{error.status} {HTTPStatus(error.status).phrase}"
    content = json.dumps({"error": described}, indent=2, ensure_ascii=False)
    parts = (f"{method} {url}", line, f"RESPONSE {error.status}: {status}", f"ERROR CODE: {error.code}", line, content)
    return "\n".join((*parts, line, ""))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
