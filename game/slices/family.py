"""Families of slices: what they are made of, so that only what changed is made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.model import Kind, State
from game.say import Value

Parts = tuple[object, ...]
EVERYBODY: frozenset[Kind] = frozenset({"player", "board", "facilitator"})
DESK: frozenset[Kind] = frozenset({"facilitator"})
SHOWN: frozenset[Kind] = frozenset({"facilitator", "board"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Slices of one shape that a kind of viewer may know.

    While everything in `depends(state)` is the same object, the family is unchanged; else each item
    whose parts are not the same objects is made again.
    """

    kinds: frozenset[Kind]
    depends: Callable[[State], Parts]
    items: Callable[[State], Mapping[str, Parts]]
    make: Callable[[State, str], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFamily:
    """Slices that one seat alone may know; each is made again if its parts are other objects."""

    items: Callable[[State, str], Mapping[str, Parts]]
    make: Callable[[State, str, str], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Families of which none can have changed while everything in `depends(state)` is the same."""

    depends: Callable[[State], Parts]
    families: tuple[Family, ...]


def single(
    name: str,
    kinds: frozenset[Kind],
    depends: Callable[[State], Parts],
    make: Callable[[State], Value],
    parts: Callable[[State], Parts] | None = None,
) -> Family:
    """A family of one slice. `parts` may look closer than `depends` and see that it is the same."""
    parts = parts or depends
    return Family(
        kinds=kinds,
        depends=depends,
        items=lambda state: {name: parts(state)},
        make=lambda state, _: make(state),
    )
