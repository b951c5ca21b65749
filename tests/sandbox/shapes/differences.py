"""Every difference between the tables of the simulated Azure and the SDK that is meant."""

from __future__ import annotations

from tests.sandbox.shapes.differences_answered import UNANSWERED, UNREAD
from tests.sandbox.shapes.differences_asked import COMPUTED, LAXER, STRICTER, UNKNOWN

DECLARED = (*UNKNOWN, *STRICTER, *LAXER, *COMPUTED, *UNANSWERED, *UNREAD)
