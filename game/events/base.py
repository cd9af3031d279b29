"""What every event has, and how private fields are marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar, dataclass_transform


class Event:
    """Something that happened. Its class name is its type on record."""

    __slots__ = ()
    type: ClassVar[str]


E = TypeVar("E", bound=Event)
EVENTS: dict[str, type[Event]] = {}


def private(*, default: None) -> Any:  # noqa: ANN401 - as dataclasses.field
    """A field of the private part: None once it has been erased (protocol.md 7).

    The default is said at each field because type checkers look for it there.
    """
    return field(default=default, metadata={"private": True})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, private))
def event() -> Callable[[type[E]], type[E]]:
    """Makes a class an event of the record."""

    def register(cls: type[E]) -> type[E]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.type = made.__name__
        EVENTS[made.__name__] = made
        return made

    return register
