"""What every round can do, and which module does it."""

from __future__ import annotations

from typing import Protocol

from game.decide import changes, closing, effects, goals, headwind, lobby, measures, ownership
from game.decide.ask import Ask
from game.decide.draft import Draft
from game.model import State


class Round(Protocol):
    """The module of a round."""

    def opened(self, draft: Draft) -> None:
        """What the rules add when the round, or a wave of it, opens: hands, questions."""

    def revealed(self, draft: Draft) -> None:
        """What the rules build from the plays when they are turned."""

    def resolved(self, draft: Draft) -> None:
        """What the rules settle from votes and answers."""

    def asks(self, state: State, seat: str) -> tuple[Ask, ...]:
        """The questions this seat may answer now."""

    def plays_left(self, state: State, seat: str) -> int:
        """How many cards of the hand this seat may still play."""


MODULES: dict[str, Round] = {
    "r0": lobby,
    "r1": goals,
    "r2": effects,
    "r3": changes,
    "r4": ownership,
    "r5": measures,
    "r6": headwind,
    "r7": closing,
}
