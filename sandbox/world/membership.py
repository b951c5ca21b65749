"""Who is in which group of the tenant's directory.

Membership is transitive, as role assignments to groups are
(learn.microsoft.com/azure/role-based-access-control/overview#groups-and-transitivity).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

SCHEMA = """
CREATE TABLE memberships (
    member_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    PRIMARY KEY (member_id, group_id)
) WITHOUT ROWID;
"""
_GROUPS = """
WITH RECURSIVE held(group_id) AS (
    SELECT group_id FROM memberships WHERE member_id = ?
    UNION
    SELECT memberships.group_id FROM memberships JOIN held ON memberships.member_id = held.group_id
)
SELECT group_id FROM held
"""


def groups_of(object_id: str, connection: sqlite3.Connection) -> set[str]:
    """The groups that a principal is in, directly or by other groups."""
    return {row[0] for row in connection.execute(_GROUPS, (object_id.lower(),)).fetchall()}


def join(member: str, group: str, connection: sqlite3.Connection) -> None:
    """Put a principal into a group; a second time changes nothing."""
    connection.execute("INSERT OR IGNORE INTO memberships VALUES (?, ?)", (member.lower(), group.lower()))


def leave(member: str, group: str, connection: sqlite3.Connection) -> bool:
    """Take a principal out of a group; False if it was not in it."""
    statement = "DELETE FROM memberships WHERE member_id = ? AND group_id = ?"
    return connection.execute(statement, (member.lower(), group.lower())).rowcount > 0
