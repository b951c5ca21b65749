"""A proposal decided: completed, held against every rule of its type, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import completion

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource


def decide(proposal: Proposal, api_version: str) -> Resource:
    """Write the proposed resource, or raise Azure's error."""
    completion.complete(proposal)
    completion.check(proposal)
    claim = _claim(proposal)
    if proposal.type.prepare:
        proposal.type.prepare(proposal)
    resource = proposal.outcome(api_version, claim)
    proposal.view.put(resource)
    if proposal.type.written:
        proposal.type.written(proposal)
    return resource


def _claim(proposal: Proposal) -> str | None:
    if proposal.type.claim is None:
        return None
    claim = proposal.type.claim.of(proposal)
    holder = proposal.view.holder(claim)
    if holder and holder.id.key != proposal.id.key:
        raise proposal.type.claim.rule.refusal(name=proposal.name)
    return claim
