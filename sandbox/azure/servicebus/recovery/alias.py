"""Aliases (`disasterRecoveryConfigs`): made with a pair, broken, failed over, deleted.

Source: learn.microsoft.com/rest/api/servicebus/controlplane-stable/disaster-recovery-configs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Constraint, Hold
from sandbox.azure.property import Kind
from sandbox.azure.resource_type import Action, Claim, ResourceType
from sandbox.azure.servicebus import names
from sandbox.azure.servicebus.documents import API_VERSIONS, GEO_RECOVERY, NAMES, namespace_rule
from sandbox.azure.servicebus.entity import body
from sandbox.azure.servicebus.recovery.pairing import (
    ALIASES,
    PARTNER,
    ROLE,
    Role,
    counterpart,
    host,
    partner_id,
    role,
)
from sandbox.azure.servicebus.recovery.replication import replicate
from sandbox.azure.servicebus.recovery.rules import CONDITIONS, both
from sandbox.azure.servicebus.recovery.secondary import READ_ONLY, stands_still
from sandbox.azure.shorthand import SUCCEEDED, flag, record, reported, text
from sandbox.azure.view import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import View

ALIAS_NAME = namespace_rule(
    "alias-name",
    text="An alias is a host name, and follows the rules of namespace names.",
    message="The specified alias '{name}' is invalid.",
    source=NAMES,
)
ALIAS_TAKEN = namespace_rule(
    "alias-name-taken",
    text="An alias is a host name: it is taken if a namespace or another alias has it.",
    message="Alias '{name}' is not availble, please use a different name.",
    source="https://github.com/hashicorp/terraform-provider-azurerm/issues/12675",
    wording="azure",
)
STILL_PAIRED = namespace_rule(
    "alias-delete-paired",
    text="An alias is deleted after its pair was broken.",
    message="The alias '{name}' is paired with '{partner}'. Break the pairing before deleting the alias.",
    source=GEO_RECOVERY,
)
NOT_PRIMARY = namespace_rule(
    "alias-break-pairing",
    text="A pair is broken at its primary, and only once.",
    message="The pairing of the alias '{name}' can't be broken here: the namespace's role is '{role}', not 'Primary'.",
    source="https://github.com/hashicorp/terraform-provider-azurerm/pull/19030",
)
NOT_SECONDARY = namespace_rule(
    "alias-failover",
    text="A failover is asked of the secondary.",
    message="The alias '{name}' can't fail over to this namespace: its role is '{role}', not 'Secondary'.",
    source=GEO_RECOVERY,
)
UNSAFE = namespace_rule(
    "alias-safe-failover",
    text="A safe failover needs both namespaces in one subscription.",
    message="The safe failover of the alias '{name}' isn't supported: the namespaces are in different subscriptions.",
    source=GEO_RECOVERY,
)


def _claim(proposal: Proposal) -> str:
    """The host name that an alias takes: its own, or the alternate one of the namespace that gives it its own."""
    return host(proposal.properties.get("alternateName", proposal.name))


def _prepare(proposal: Proposal) -> None:
    proposal.private[ROLE] = Role.PRIMARY


def _pair(proposal: Proposal) -> None:
    """Show the alias at the partner, too, and bring the partner to the primary's state."""
    primary, partner = both(proposal)
    proposal.view.put(
        Resource(
            id=partner.id.child("disasterRecoveryConfigs", proposal.name),
            type=ALIASES,
            api_version=API_VERSIONS[-1],
            body={"properties": {PARTNER: primary.id.text}},
            private={ROLE: Role.SECONDARY},
            created_at=proposal.now,
            updated_at=proposal.now,
        )
    )
    replicate(primary.id, proposal.view)


def _alone(alias: Resource, view: View) -> Resource:
    private = {**alias.private, ROLE: Role.ALONE}
    return replace(alias, body={"properties": {PARTNER: ""}}, private=private, updated_at=view.now)


def _break(alias: Resource, _body: Mapping[str, Any], view: View) -> dict[str, Any]:
    """Both namespaces stand for themselves again; the alias leads to the primary."""
    if role(alias) is not Role.PRIMARY:
        raise NOT_PRIMARY.refusal(name=alias.id.name, role=role(alias))
    _release(alias, view)
    view.put(_alone(alias, view))
    return {}


def _fail_over(alias: Resource, body: Mapping[str, Any], view: View) -> dict[str, Any]:
    """The alias leads to the secondary, which stands for itself; the primary has left the pair."""
    if role(alias) is not Role.SECONDARY:
        raise NOT_SECONDARY.refusal(name=alias.id.name, role=role(alias))
    primary = counterpart(alias, view)
    if primary is None:
        raise LookupError(alias.id.text)
    is_safe = body.get("properties", {}).get("isSafeFailover", False)
    if is_safe and primary.id.subscription.lower() != alias.id.subscription.lower():
        raise UNSAFE.refusal(name=alias.id.name)
    view.remove(primary.id)
    view.put(replace(_alone(alias, view), claim=primary.claim))
    return {}


def _release(alias: Resource, view: View) -> None:
    """An alias has gone at one end of its pair: the other end is none any more."""
    other = counterpart(alias, view)
    if other and role(other) is Role.SECONDARY:
        view.remove(other.id)
    elif other and role(other) is Role.PRIMARY:
        view.put(_alone(other, view))


def _paired(alias: Resource, _view: View) -> Mapping[str, object] | None:
    partner = partner_id(alias)
    return {"partner": partner.name} if partner else None


ALIAS = ResourceType(
    name=ALIASES,
    answers_as="Microsoft.ServiceBus/Namespaces/DisasterRecoveryConfigs",
    api_versions=API_VERSIONS,
    naming=(Constraint(rule=ALIAS_NAME, holds=names.is_namespace_name),),
    claim=Claim(rule=ALIAS_TAKEN, of=_claim),
    body=body(
        {
            "provisioningState": SUCCEEDED,
            "pendingReplicationOperationsCount": reported(Kind.INTEGER, lambda _, __: 0),
            PARTNER: text(),
            "alternateName": names.ALTERNATE_NAME,
            "role": reported(Kind.STRING, lambda alias, _: role(alias).value),
        }
    ),
    conditions=CONDITIONS,
    holds=(Hold(rule=READ_ONLY, by=stands_still), Hold(rule=STILL_PAIRED, by=_paired)),
    prepare=_prepare,
    written=_pair,
    removed=_release,
    actions={
        "breakPairing": Action(run=_break),
        "failover": Action(run=_fail_over, body={"properties": record({"isSafeFailover": flag()})}),
    },
    further_rules=(NOT_PRIMARY, NOT_SECONDARY, UNSAFE),
)
