"""Whether a text is an SQL filter or action of Service Bus: found before Azure refuses it."""

from backbone.sql.grammar import require_action, require_filter
from backbone.sql.words import SqlError

__all__ = ["SqlError", "require_action", "require_filter"]
