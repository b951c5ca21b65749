"""Azure Resource Manager over HTTP, for reading."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, Self
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from backbone.commands.unreachable import UnreachableError
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from urllib.request import OpenerDirector

ADDRESS = "BACKBONE_RESOURCE_MANAGER"
TOKEN = "BACKBONE_ACCESS_TOKEN"  # noqa: S105 - the name of a variable
PUBLIC = "https://management.azure.com"
_TOKEN = re.compile(r"[ -~]+")
"""What can stand in a header; anything else would be shown by the error that it causes."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
TIMEOUT = 30
"""Seconds that one answer may take."""


@dataclass(frozen=True, kw_only=True)
class ResourceManager:
    """Where Resource Manager is, and the token that it is shown.

    Attributes:
        address: Scheme and host.
        token: An access token; never printed.
    """

    address: str
    token: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """Azure's public one unless the environment names another; the token is the environment's or the Azure CLI's.

        Raises:
            UnreachableError: There is no token, or it would be sent in plain text.
        """
        address = (environment.get(ADDRESS) or PUBLIC).rstrip("/")
        if not _is_trusted(address):
            raise UnreachableError(f"{ADDRESS} is {shown(address)}, which is no https address of a host alone")
        token = (environment.get(TOKEN) or _token_of_azure_cli(address)).strip()
        if not _TOKEN.fullmatch(token):
            raise UnreachableError(f"{TOKEN} is no access token")
        return cls(address=address, token=token)

    def list(self, id: str, api_version: str) -> list[dict[str, Any]]:
        """Every item of a collection, over all pages.

        Raises:
            UnreachableError: Resource Manager gave no list.
        """
        found: list[dict[str, Any]] = []
        page: str | None = f"{self.address}{quote(id)}?api-version={api_version}"
        while page:
            if not page.startswith(f"{self.address}/"):
                raise UnreachableError(f"the next page of {id} is at another address, which gets no token")
            answer = self._get(page)
            found += answer.get("value", [])
            page = answer.get("nextLink")
        return found

    def _opener(self) -> OpenerDirector:
        """What sends a request: past any proxy where Resource Manager is on this machine."""
        here = urlsplit(self.address).hostname in LOOPBACK
        return build_opener(_Staying, *((ProxyHandler({}),) if here else ()))

    def _get(self, url: str) -> dict[str, Any]:
        request = Request(url, headers={"Authorization": f"Bearer {self.token}"})  # noqa: S310 - `of` checks the scheme
        try:
            with self._opener().open(request, timeout=TIMEOUT) as answer:
                body: dict[str, Any] = json.load(answer)
        except HTTPError as error:
            raise UnreachableError(_refusal(error)) from None
        except (OSError, HTTPException, ValueError) as error:
            raise UnreachableError(f"{self.address} does not answer ({error})") from None
        return body


class _Staying(HTTPRedirectHandler):
    """Follows no redirection: it would take the token along."""

    def redirect_request(self, *_: object) -> None:
        return None


def _is_trusted(address: str) -> bool:
    """Whether an address is one of a host that may be shown a token: by https, or on this machine."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    alone = parts.netloc and "@" not in parts.netloc and not (parts.path or parts.query or parts.fragment)
    return bool(alone) and (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK))


def _refusal(error: HTTPError) -> str:
    """What Resource Manager says, which names the right that is missing."""
    try:
        with error:
            described = json.load(error)["error"]
        return f"{error.code} {described['code']}: {described['message']}"
    except (ValueError, KeyError, TypeError, OSError):
        return f"Resource Manager answers {error.code}"


def _token_of_azure_cli(address: str) -> str:
    program = shutil.which("az")
    if program is None:
        raise UnreachableError(f"there is no access token: install the Azure CLI and run `az login`, or set {TOKEN}")
    arguments = ("account", "get-access-token", "--resource", f"{address}/", "--query", "accessToken", "-o", "tsv")
    try:
        answer = subprocess.run([program, *arguments], check=False, capture_output=True, text=True, timeout=TIMEOUT * 2)
    except subprocess.TimeoutExpired:
        raise UnreachableError(f"the Azure CLI has not answered for {TIMEOUT * 2} seconds") from None
    if answer.returncode != 0 or not answer.stdout.strip():
        raise UnreachableError("the Azure CLI gives no access token: run `az login`")
    return answer.stdout.strip()
