"""A plan as JSON, for programs: documented in docs/plan.md, and versioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backbone.settings.path import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backbone.plan.plan import NamespacePlan, Plan
    from backbone.settings import Finding

SCHEMA_VERSION = 1
"""Goes up when a program that reads the document would have to change."""


def document(plan: Plan) -> dict[str, Any]:
    """The plan of a stack file that is right."""
    return {
        **_head(),
        "namespaces": [_namespace(each, plan) for each in plan.namespaces],
        "cost": {
            "perMonth": _number(plan.costs.per_month),
            "currency": plan.prices.currency,
            "notIncluded": list(plan.not_included),
            "parts": {part: _number(cost) for part, cost in plan.costs.parts.items()},
            "alternatives": {
                each.sku.value: {
                    "perMonth": None if each.per_month is None else _number(each.per_month),
                    "messagingUnits": dict(each.messaging_units),
                    "short": list(each.short),
                }
                for each in plan.alternatives
            },
        },
        "chains": [{"path": list(chain.path), "hops": chain.hops} for chain in plan.chains],
        "chainsLeftOut": plan.chains_left_out,
        "assumptions": list(plan.assumptions),
        "errors": [],
        "warnings": [{"path": written(each.path), "message": each.message} for each in plan.cautions],
        "remarks": [{"path": written(each.path), "message": each.message} for each in plan.remarks],
        "remedies": [
            {
                "namespace": remedy.alias,
                "remedy": remedy.kind.value,
                "creditsPerSecond": _number(remedy.credits),
                "number": remedy.number,
                "messagingUnits": remedy.messaging_units,
                "solves": remedy.solves,
                "text": remedy.text,
            }
            for each in plan.namespaces
            for remedy in each.remedies
        ],
    }


def failure(findings: Iterable[Finding]) -> dict[str, Any]:
    """What is wrong with a stack file, in the shape of a plan that says nothing else."""
    errors = [
        {"path": each.path, "expected": each.expected, "found": each.found, "message": each.message}
        for each in findings
    ]
    return {
        **_head(),
        "namespaces": [],
        "cost": None,
        "chains": [],
        "chainsLeftOut": 0,
        "assumptions": [],
        "errors": errors,
        "warnings": [],
        "remarks": [],
        "remedies": [],
    }


def _head() -> dict[str, Any]:
    return {"schemaVersion": SCHEMA_VERSION}


def _namespace(each: NamespacePlan, plan: Plan) -> dict[str, Any]:
    capacity, alias = each.capacity, each.settings.alias
    return {
        "alias": alias,
        "sku": each.settings.sku.value,
        "messagingUnits": each.settings.messaging_units,
        "entities": capacity.entities.used,
        "entityLimit": capacity.entities.limit,
        "connections": {
            "expected": _number(capacity.connections.used),
            "limit": capacity.connections.limit,
        },
        "storage": {"megabytes": _number(capacity.storage.used), "limit": capacity.storage.limit},
        "credits": {
            "perSecond": _number(capacity.steps.credits),
            "limit": capacity.credits.limit,
            "parts": {
                "send": _number(capacity.steps.send),
                "filters": _number(capacity.steps.filters),
                "receive": _number(capacity.steps.receive),
                "forward": _number(capacity.steps.forward),
            },
        },
        "throughput": {
            "ingress": _number(capacity.ingress.used),
            "egress": _number(capacity.egress.used),
            "limit": capacity.ingress.limit,
        },
        "operations": {
            "perMessage": {str(to): _number(steps.send + steps.forward) for to, steps in each.per_message.items()},
            "receivesPerMessage": {str(to): _number(steps.receive) for to, steps in each.per_message.items()},
            "perMonth": _number(capacity.operations),
        },
        "cost": {"perMonth": _number(plan.costs.namespaces[alias])},
        "isOver": capacity.is_over,
    }


def _number(value: float) -> float:
    """A figure without the noise of its computation: whole where it is whole."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
