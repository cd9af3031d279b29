"""What a kind of viewer, or a seat, may know: all that leaves the rules (protocol.md 5)."""

from __future__ import annotations

from game.decide import grounds
from game.model import Kind, State
from game.say import Value
from game.slices.desk import DESKTOP, LED, SUGGESTIONS
from game.slices.drawn import DRAWN
from game.slices.family import Family, Group, Parts, SeatFamily
from game.slices.own import OWN
from game.slices.proxies import PROXIES
from game.slices.room import ROOM, ROUND, ready_depends, room_depends
from game.slices.sums import SUMS
from game.slices.why import WHY


def _map_depends(state: State) -> Parts:
    """What the map, and all that is made from it, follows from."""
    now = state.round
    seen = (state.map, state.hide_names, state.view, state.log, state.dismissed, state.phase)
    at = (now and now.step, now and now.key, now and now.slow)
    return (*seen, state.past, state.seats, state.undo, *at)


GROUPS: tuple[Group, ...] = (
    Group(depends=room_depends, families=(*ROOM, *LED)),
    Group(depends=ready_depends, families=(*ROUND, *DESKTOP, *PROXIES)),
    Group(depends=_map_depends, families=(*DRAWN, *SUMS, *SUGGESTIONS, *WHY)),
)
FAMILIES: tuple[Family, ...] = tuple(one for group in GROUPS for one in group.families)
SEAT_FAMILIES: tuple[SeatFamily, ...] = OWN
SEAT_PUBLIC = grounds.public
SEAT_MARKS = grounds.marks
"""A seat's slices are unchanged while `SEAT_PUBLIC` and the seat's entries in `SEAT_MARKS` are."""


def slices(state: State, kind: Kind, seat: str | None = None) -> dict[str, Value]:
    """All slices of this kind of viewer by name, with a seat's own ones; texts are `Say`."""
    shown = {
        name: family.make(state, name)
        for family in FAMILIES
        if kind in family.kinds
        for name in family.items(state)
    }
    if seat is not None:
        shown |= {
            name: family.make(state, seat, name)
            for family in SEAT_FAMILIES
            for name in family.items(state, seat)
        }
    return shown


__all__ = [
    "FAMILIES",
    "GROUPS",
    "SEAT_FAMILIES",
    "SEAT_MARKS",
    "SEAT_PUBLIC",
    "Family",
    "Group",
    "Parts",
    "SeatFamily",
    "slices",
]
