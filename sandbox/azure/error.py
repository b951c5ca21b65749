"""The error that the simulated Azure answers with."""

from __future__ import annotations


class AzureError(Exception):
    """A refusal in Azure's words: HTTP status, error code and message."""

    def __init__(
        self,
        *,
        status: int,
        code: str,
        message: str,
        rule: str,
        inner_code: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.inner_code = inner_code
        """The code of the inner error; empty where the answer has none."""
        self.retry_after = retry_after
        """Seconds after which the answer advises to try again (its Retry-After header); None where it has none."""
        self.rule = rule
        """Id of the rule that was broken (`sandbox.azure.catalogue`); not part of Azure's answer."""
