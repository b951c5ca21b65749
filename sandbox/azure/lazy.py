"""Properties that are computed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

ValueT = TypeVar("ValueT")


class lazy(Generic[ValueT]):  # noqa: N801 - used as a decorator, as functools.cached_property is
    """A property that is computed when it is first asked for.

    As `functools.cached_property`, without the lock that the latter takes in Python 3.11 at every first access of every
    object: what is computed here may be computed twice, and ids are made by the ten thousand.
    """

    def __init__(self, compute: Callable[[Any], ValueT]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> ValueT: ...
    def __get__(self, instance: object | None, owner: type) -> Self | ValueT:
        """The value, kept in the instance from now on, where it is found without asking here again."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value
