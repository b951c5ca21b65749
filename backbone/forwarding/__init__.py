"""Who forwards to whom in a namespace: one model for settings, components, policies and plan. Pure."""

from backbone.forwarding.caution import Caution
from backbone.forwarding.chain import Chain
from backbone.forwarding.entity import Entity, Property
from backbone.forwarding.forward import Forward
from backbone.forwarding.graph import Graph
from backbone.forwarding.paths import Paths

__all__ = ["Caution", "Chain", "Entity", "Forward", "Graph", "Paths", "Property"]
