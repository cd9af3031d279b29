"""What the facilitator may know of a seat without a phone: enough to play for it (game.md 8)."""

from __future__ import annotations

from collections.abc import Mapping

from game.model import State
from game.say import Value
from game.slices.family import DESK, Family, Parts
from game.slices.own import OWN

SHOWN = frozenset({"hand", "asks"})
"""Never its answers: the person says them aloud, and they stay secret like all others."""


def _items(state: State) -> Mapping[str, Parts]:
    return {
        f"{name}/{seat.id}": parts
        for seat in state.seats.values()
        if seat.proxy and seat.plays
        for family in OWN
        for name, parts in family.items(state, seat.id).items()
        if name in SHOWN
    }


def _make(state: State, name: str) -> Value:
    own, _, seat = name.partition("/")
    family = next(one for one in OWN if own in one.items(state, seat))
    return family.make(state, seat, own)


PROXIES: tuple[Family, ...] = (
    Family(
        kinds=DESK,
        depends=lambda state: (state.round, state.map, state.seats, state.phase),
        items=_items,
        make=_make,
    ),
)
