"""What a stack file means before anything is deployed: load against limits, cost, and the ways out."""

from backbone.plan.plan import Plan, draw_up

__all__ = ["Plan", "draw_up"]
