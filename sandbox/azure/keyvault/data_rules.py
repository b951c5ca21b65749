"""The rules of a vault's data plane, in Key Vault's words.

Source: learn.microsoft.com/azure/key-vault/general/rest-error-codes.
"""

from __future__ import annotations

from sandbox.azure.keyvault.documents import ERRORS, REST_ERRORS, rule

FORBIDDEN_BY_CONNECTION = rule(
    "data-connection",
    text="A vault without public network access is reached through private endpoints only.",
    status=403,
    code="Forbidden",
    inner_code="ForbiddenByConnection",
    message="Public network access is disabled and request is not from a trusted service nor via an approved private "
    "link.\r\nCaller: {caller}\r\nVault: {vault};location={location}",
    source=ERRORS,
    wording="azure",
)
FORBIDDEN_BY_FIREWALL = rule(
    "data-firewall",
    text="A vault whose firewall denies by default is reached from the addresses that its rules name.",
    status=403,
    code="Forbidden",
    inner_code="ForbiddenByFirewall",
    message="Client address is not authorized and caller is not a trusted service.\r\nClient address: {address}\r\n"
    "Caller: {caller}\r\nVault: {vault};location={location}",
    source=ERRORS,
    wording="azure",
)
FORBIDDEN_BY_RBAC = rule(
    "data-role",
    text="Who works with a vault's secrets holds a role with the data action.",
    status=403,
    code="Forbidden",
    inner_code="ForbiddenByRbac",
    message="Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role "
    "definitions were changed recently, please observe propagation time.\r\nCaller: {caller}\r\nAction: '{action}'\r\n"
    "Resource: '{resource}'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\n"
    "Vault: {vault};location={location}\r\n",
    source=REST_ERRORS,
    wording="azure",
)
FORBIDDEN_BY_POLICY = rule(
    "data-policy",
    text="Where access policies decide, one of them permits the operation.",
    status=403,
    code="Forbidden",
    inner_code="ForbiddenByPolicy",
    message="The user, group or application '{caller}' does not have secrets {verb} permission on key vault "
    "'{vault};location={location}'. For help resolving this issue, please see "
    "https://go.microsoft.com/fwlink/?linkid=2125287",
    source=ERRORS,
    wording="azure",
)
SECRET_DISABLED = rule(
    "data-secret-disabled",
    text="A disabled secret cannot be read.",
    status=403,
    code="Forbidden",
    inner_code="SecretDisabled",
    message="Operation get is not allowed on a disabled secret.",
    source=REST_ERRORS,
    wording="azure",
)
DELETED_SECRET_NOT_FOUND = rule(
    "data-deleted-secret-present",
    text="A deleted secret that is asked for must be soft-deleted.",
    status=404,
    code="SecretNotFound",
    message="Deleted Secret not found: {name}",
    source=REST_ERRORS,
)

RULES = (
    FORBIDDEN_BY_CONNECTION,
    FORBIDDEN_BY_FIREWALL,
    FORBIDDEN_BY_RBAC,
    FORBIDDEN_BY_POLICY,
    SECRET_DISABLED,
    DELETED_SECRET_NOT_FOUND,
)
"""The rules that only the data plane enforces."""
