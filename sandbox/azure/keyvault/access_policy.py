"""Access policies: who may do what with a vault's content where roles do not decide it.

Source: learn.microsoft.com/azure/key-vault/general/assign-access-policy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import at_most
from sandbox.azure.keyvault.documents import ACCESS_POLICY, VAULT_REST, rule
from sandbox.azure.shorthand import listing, record, text

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

POLICIES_REQUIRED = rule(
    "access-policies-required",
    text="A vault that roles do not decide about has a list of access policies, which may be empty.",
    message="The parameter 'accessPolicies' is required unless 'enableRbacAuthorization' is true or 'createMode' is "
    "'recover'.",
    source=VAULT_REST,
)
POLICY_COUNT = rule(
    "access-policy-count",
    text="A vault has at most 1,024 access policies.",
    message="The vault '{name}' has more than 1024 access policies.",
    source=ACCESS_POLICY,
)

_SUBJECTS = ("keys", "secrets", "certificates", "storage")

ACCESS_POLICIES = listing(
    record(
        {
            "tenantId": text(required=True),
            "objectId": text(required=True),
            "applicationId": text(),
            "permissions": record({subject: listing(text()) for subject in _SUBJECTS}, required=True),
        }
    ),
    default=[],
    constraints=(at_most(POLICY_COUNT, 1_024),),
)


def has_policies(proposal: Proposal) -> bool:
    """Whether the list of access policies is there if it is needed."""
    if proposal.properties["enableRbacAuthorization"] or proposal.given_properties.get("createMode") == "recover":
        return True
    return "accessPolicies" in proposal.given_properties


def permits(vault: Resource, object_id: str, verb: str) -> bool:
    """Whether a vault's access policies permit a principal an operation on secrets."""
    for policy in vault.properties["accessPolicies"]:
        verbs = {each.lower() for each in policy["permissions"].get("secrets", ())}
        if policy["objectId"].lower() == object_id.lower() and verbs & {verb, "all"}:
            return True
    return False
