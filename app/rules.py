"""The rules as the live core calls them: one value that is handed to every room.

Rooms and frames ask this instead of importing `game`'s modules, so that they can be tested with a
game of four commands.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.commands import Command
from game.events import Event
from game.model import State
from game.say import Param, Value

Parts = tuple[object, ...]


class SeatFamily(Protocol):
    """Slices that are made alike, such as `node/<id>`; parts are compared by identity."""

    @property
    def items(self) -> Callable[..., Mapping[str, Parts]]:
        """The slices there are by name, each with what it is made from."""

    @property
    def make(self) -> Callable[..., Value]:
        """The value of one slice, not yet worded."""


class Family(SeatFamily, Protocol):
    """Slices that are no seat's own: whole kinds of viewer get them."""

    @property
    def depends(self) -> Callable[..., Parts]:
        """What of the state the whole family is made from."""

    @property
    def kinds(self) -> Collection[str]:
        """The kinds of viewer that get these slices."""


class Group(Protocol):
    """Families of which none can have changed while `depends` gives the same objects."""

    @property
    def depends(self) -> Callable[..., Parts]:
        """What of the state all of them are made from."""

    @property
    def families(self) -> Sequence[Family]:
        """The families."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a room needs of the game. `judge` gives a command's events and the state they leave.

    A seat's slices are unchanged while the parts of `seat_public`, and what stands under the seat
    in each of the `seat_marks`, are the same objects.
    """

    empty: State
    judge: Callable[[State, str, Command, int], tuple[tuple[Event, ...], State]]
    evolve: Callable[[State, Event], State]
    groups: Sequence[Group]
    seat_families: Sequence[SeatFamily]
    seat_public: Callable[[State], Parts]
    seat_marks: Callable[[State], tuple[Mapping[str, object], ...]]
    word: Callable[[Param, str, Mapping[str, str]], str]
    map_bytes: Callable[[State], bytes]
