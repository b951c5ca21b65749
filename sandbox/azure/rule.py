"""A rule of Azure: what it refuses, where that is written down, and the answer in Azure's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandbox.azure.error import AzureError

Wording = Literal["azure", "ours"]
"""Whose words the message is in: quoted from the source, or ours where no public text was found."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule that Azure enforces.

    `message` may hold fields in braces, filled in when the rule is broken.
    """

    id: str
    text: str
    source: str
    status: int
    code: str
    message: str
    wording: Wording = "azure"
    inner_code: str = ""
    """The code of the inner error, where the answer has one."""
    retry_after: float | None = None
    """Seconds after which the answer advises to try again, where it does."""

    def refusal(self, **fields: object) -> AzureError:
        """The error to raise when this rule is broken."""
        message = self.message.format(**fields)
        return AzureError(
            status=self.status,
            code=self.code,
            message=message,
            rule=self.id,
            inner_code=self.inner_code,
            retry_after=self.retry_after,
        )
