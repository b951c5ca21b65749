"""Resource Manager ids taken apart: subscription, group, scope, type and names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from sandbox.azure.lazy import lazy

SUBSCRIPTIONS = "Microsoft.Resources/subscriptions"
RESOURCE_GROUPS = "Microsoft.Resources/subscriptions/resourceGroups"
"""A resource group's type as it stands in ids (its body says `Microsoft.Resources/resourceGroups`)."""


@dataclass(frozen=True)
class ResourceId:
    """An id such as `/subscriptions/…/resourceGroups/…/providers/Microsoft.ServiceBus/namespaces/n/queues/q`.

    An id that ends with a type instead of a name is a *collection*: all resources of that type under its parent.
    """

    segments: tuple[str, ...]
    """The path segments, percent escapes resolved."""

    @classmethod
    def parse(cls, text: str) -> ResourceId:
        """Take an id apart; `ValueError` if it names neither a resource nor a collection."""
        return _parse(text)

    @lazy
    def text(self) -> str:
        """The id as it is written."""
        return f"/{'/'.join(self.segments)}"

    @lazy
    def key(self) -> str:
        """What two spellings of one resource's id have in common: letter case is ignored."""
        segments = [segment.replace("/", "%2F") if "/" in segment else segment for segment in self.segments]
        return f"/{'/'.join(segments)}".lower()

    @lazy
    def _provider_at(self) -> int | None:
        """Index of the last `providers` segment: what follows it is the resource, what precedes it the scope."""
        places = range(0, len(self.segments) - 1, 2)
        return max((index for index in places if self.segments[index].lower() == "providers"), default=None)

    @lazy
    def _tail(self) -> tuple[str, ...]:
        """Types and names in turn, without scope and provider namespace."""
        return self.segments if self._provider_at is None else self.segments[self._provider_at + 2 :]

    @lazy
    def provider(self) -> str:
        """The provider's namespace; Resource Manager's own for subscriptions and groups."""
        return "Microsoft.Resources" if self._provider_at is None else self.segments[self._provider_at + 1]

    @lazy
    def types(self) -> tuple[str, ...]:
        """The type segments, outermost first."""
        return self._tail[0::2]

    @lazy
    def names(self) -> tuple[str, ...]:
        """The names, outermost first."""
        return self._tail[1::2]

    @property
    def name(self) -> str:
        """The resource's own name; a collection has its parent's."""
        return self.names[-1]

    @property
    def type(self) -> str:
        """The full type as written in this id, such as `Microsoft.ServiceBus/namespaces/queues`."""
        return "/".join((self.provider, *self.types))

    @property
    def relative(self) -> str:
        """The id as error messages name it: `Microsoft.ServiceBus/namespaces/n/queues/q`."""
        pairs = zip(self.types, self.names, strict=True)
        return "/".join((self.provider, *(part for pair in pairs for part in pair)))

    @property
    def is_collection(self) -> bool:
        """Whether the id ends with a type."""
        return len(self.types) > len(self.names)

    @lazy
    def scope(self) -> ResourceId | None:
        """What the outermost resource hangs on: a subscription, a group or, for extension resources, any resource."""
        return _made(self.segments[: self._provider_at]) if self._provider_at else None

    @lazy
    def parent(self) -> ResourceId | None:
        """The resource that must exist before this one: the enclosing resource, else the scope."""
        if self.is_collection:
            return self._enclosing(1)
        return self._enclosing(2)

    def _enclosing(self, own: int) -> ResourceId | None:
        return _made(self.segments[:-own]) if len(self._tail) > own else self.scope

    @property
    def subscription(self) -> str:
        """The subscription's GUID; empty where the id is outside any subscription."""
        return self._named("subscriptions", 0)

    @property
    def group(self) -> str:
        """The resource group's name; empty where the id is outside any group."""
        return self._named("resourcegroups", 2)

    def _named(self, word: str, at: int) -> str:
        found = len(self.segments) > at + 1 and self.segments[at].lower() == word
        return self.segments[at + 1] if found else ""

    def ancestor(self, depth: int) -> ResourceId:
        """The enclosing resource that has `depth` pairs of type and name after the provider (1: the outermost)."""
        start = len(self.segments) - len(self._tail)
        return _made(self.segments[: start + 2 * depth])

    def child(self, type_segment: str, name: str) -> ResourceId:
        """The id of a resource under this one."""
        return ResourceId((*self.segments, type_segment, name))


@lru_cache(maxsize=4096)
def _made(segments: tuple[str, ...]) -> ResourceId:
    """An id; the same one for what encloses many, which every call about any of them asks for."""
    return ResourceId(segments)


@lru_cache(maxsize=4096)
def _parse(text: str) -> ResourceId:
    lead, *segments = text.rstrip("/").split("/")
    parsed = ResourceId(tuple(unquote(segment) for segment in segments))
    if lead or not segments or "" in parsed.segments or not parsed.types:
        raise ValueError(text)
    return parsed
