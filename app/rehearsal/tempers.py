"""What simulated stakeholders are like, as data, and how a room of them is mixed."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Final

LEAST: Final = 4
MOST: Final = 300


@dataclass(frozen=True, slots=True)
class Temper:
    """How somebody plays. Seconds are those of people; times of a step are parts of what is left.

    `share` is how many of ten they are in a room that nobody mixed.
    """

    id: str
    share: int
    seconds: tuple[float, float]
    waits: tuple[float, float] = (0.0, 0.0)
    needs_nudge: bool = False
    is_against: bool = False
    drops_out: bool = False


TEMPERS: Final[Mapping[str, Temper]] = {
    one.id: one
    for one in (
        Temper("eager", 4, (0.5, 2.5)),
        Temper("slow", 3, (2.0, 6.0), waits=(0.5, 0.8)),
        Temper("silent", 1, (2.0, 6.0), needs_nudge=True),
        Temper("contrary", 1, (2.0, 8.0), is_against=True),
        Temper("dropping_out", 1, (2.0, 8.0), drops_out=True),
    )
}
AWAY_S: Final = (8.0, 75.0)
"""How long a lost line is lost: from hardly noticed to given up by the room."""
STAYS_S: Final = (45.0, 240.0)
NEVER_BACK: Final = 0.2


def mixed(people: int) -> dict[str, int]:
    """A room that nobody mixed: by the shares, one of each first, the rest to the eager."""
    total = sum(one.share for one in TEMPERS.values())
    mix = {one.id: max(people * one.share // total, 1 if people > len(TEMPERS) else 0)
           for one in TEMPERS.values()}  # fmt: skip
    mix["eager"] += people - sum(mix.values())
    return mix


def dealt(mix: Mapping[str, int], seed: str) -> list[Temper]:
    """The tempers in the order in which people come in."""
    every = list(chain.from_iterable(repeat(TEMPERS[name], mix.get(name, 0)) for name in TEMPERS))
    random.Random(f"tempers {seed}").shuffle(every)  # noqa: S311 - so that it can be repeated
    return every
