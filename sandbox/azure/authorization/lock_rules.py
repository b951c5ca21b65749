"""The rules about management locks, in Azure's words."""

from __future__ import annotations

from sandbox.azure.authorization.documents import rule

_LOCKS = "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources"
_REST = "https://learn.microsoft.com/rest/api/resources/management-locks/create-or-update-by-scope"

LOCK_NAME = rule(
    "lock-name",
    text="A lock's name has at most 260 characters and none of <, >, %, &, :, \\, ?, /.",
    code="LockNameInvalid",
    message="The lock name '{name}' is invalid. It can have at most 260 characters and cannot contain <, >, %, &, :, "
    "\\, ?, / or control characters.",
    source=_REST,
    wording="ours",
)
LOCK_NOTES = rule(
    "lock-notes",
    text="A lock's notes have at most 512 characters.",
    code="LockNotesInvalid",
    message="The notes of the lock '{name}' have more than 512 characters.",
    source=_REST,
    wording="ours",
)
LOCK_NOT_FOUND = rule(
    "lock-present",
    text="A lock that is read must exist.",
    status=404,
    code="LockNotFound",
    message="The lock '{name}' could not be found.",
    source="https://github.com/pulumi/pulumi-azure-native/issues/4482",
)
SCOPE_LOCKED = rule(
    "scope-locked",
    text="What is locked, lies in something locked, or has something locked in it, is not deleted; what is read-only "
    "is not written, and takes no POST.",
    status=409,
    code="ScopeLocked",
    message="The scope '{scope}' cannot perform {verb} operation because following scope(s) are locked: '{locked}'. "
    "Please remove the lock and try again.",
    source=_LOCKS,
)
