"""Conditions of role assignments (ABAC, version 2.0): read from their text, and judged against one request.

Source: learn.microsoft.com/azure/role-based-access-control/conditions-format.
"""

from __future__ import annotations

from sandbox.azure.authorization.condition.circumstances import Circumstances
from sandbox.azure.authorization.condition.expression import Expression
from sandbox.azure.authorization.condition.grammar import parse
from sandbox.azure.authorization.condition.tokens import MalformedConditionError

__all__ = ["Circumstances", "Expression", "MalformedConditionError", "parse"]
