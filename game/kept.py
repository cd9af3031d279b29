"""What was worked out about a game and may be thrown away: only ever a quicker way to an answer.

It stands beside the state, never in it: states stay values that nobody changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar
from weakref import ref

from game.model import State
from game.setup import Setup

V = TypeVar("V")


def latest(work: Callable[[State], V]) -> Callable[[State], V]:
    """Remembers the answer for the last state: of one state the same is asked several times."""
    last: tuple[State | None, V | None] = (None, None)

    @wraps(work)
    def found(state: State) -> V:
        nonlocal last
        known_of, known = last
        if known_of is not state:
            known = work(state)
            last = (state, known)
        return known  # type: ignore[return-value]  # None only where V is

    return found


class Kept(Generic[V]):
    """One value for each game, for as long as the game is in memory.

    A game is known by its setup, the one object that all its states share.
    """

    def __init__(self) -> None:
        self._found: dict[int, tuple[ref[Setup], V]] = {}

    def get(self, setup: Setup) -> V | None:
        """The value of this game, if one is kept."""
        found = self._found.get(id(setup))
        return found[1] if found and found[0]() is setup else None

    def put(self, setup: Setup, value: V) -> None:
        """Keep a value in place of the one before."""
        at = id(setup)
        held = self._found.get(at)
        if held is None or held[0]() is not setup:
            made = ref(setup, lambda gone: self._forget(at, gone))
        else:
            made = held[0]
        self._found[at] = (made, value)

    def _forget(self, at: int, gone: ref[Setup]) -> None:
        held = self._found.get(at)
        if held is not None and held[0] is gone:
            del self._found[at]
