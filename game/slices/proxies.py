"""What the facilitator may know of a seat without a phone: enough to play for it (game.md 8)."""

from __future__ import annotations

from collections.abc import Mapping

from game.kept import Kept
from game.model import Seat, State
from game.say import Value
from game.slices.family import DESK, Family, Parts
from game.slices.own import OWN
from game.slices.room import ready_depends

SHOWN = frozenset({"hand", "asks"})
"""Never its answers: the person says them aloud, and they stay secret like all others."""


def _items(state: State) -> Mapping[str, Parts]:
    return {
        f"{name}/{seat.id}": parts
        for seat in _proxies(state)
        for family in OWN
        for name, parts in family.items(state, seat.id).items()
        if name in SHOWN
    }


def _proxies(state: State) -> tuple[Seat, ...]:
    """The seats that are played for; looked for again only when a seat has changed."""
    kept = _LAST.get(state.rules)
    if kept is None or kept[0] is not state.seats:
        found = tuple(seat for seat in state.seats.values() if seat.proxy and seat.plays)
        kept = (state.seats, found)
        _LAST.put(state.rules, kept)
    return kept[1]


_LAST: Kept[tuple[Mapping[str, Seat], tuple[Seat, ...]]] = Kept()


def _make(state: State, name: str) -> Value:
    own, _, seat = name.partition("/")
    family = next(one for one in OWN if own in one.items(state, seat))
    return family.make(state, seat, own)


PROXIES: tuple[Family, ...] = (
    Family(
        kinds=DESK,
        depends=ready_depends,
        items=_items,
        make=_make,
    ),
)
