"""What a kind of viewer, or a seat, may know: all that leaves the rules (protocol.md 5)."""

from __future__ import annotations

from game.decide import grounds
from game.model import Kind, State
from game.say import Value
from game.slices.desk import DESKTOP
from game.slices.drawn import DRAWN
from game.slices.family import Family, Parts, SeatFamily
from game.slices.own import OWN
from game.slices.proxies import PROXIES
from game.slices.room import ROOM
from game.slices.sums import SUMS
from game.slices.why import WHY

FAMILIES: tuple[Family, ...] = (*ROOM, *DRAWN, *SUMS, *DESKTOP, *WHY, *PROXIES)
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
    "SEAT_FAMILIES",
    "SEAT_MARKS",
    "SEAT_PUBLIC",
    "Family",
    "Parts",
    "SeatFamily",
    "slices",
]
