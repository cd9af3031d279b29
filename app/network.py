"""How the lines of a game stand: what the facilitator's network panel shows."""

from collections.abc import Iterable
from dataclasses import dataclass

import orjson

from app.presence import Presence
from game.model import Seat

DESK = "desk/"
STEPS_MS = (250, 500, 1000, 2000, 4000, 8000)
"""Told in steps, so that a line that trembles is no news; below the first nobody feels it."""


@dataclass(frozen=True, slots=True)
class Network:
    """The consoles that are open, who is without a socket, the slowest, who was never seen."""

    desks: tuple[str, ...] = ()
    http: tuple[str, ...] = ()
    slow: tuple[str, int] | None = None
    never: tuple[str, ...] = ()

    def entry(self) -> bytes:
        """The slice as it stands inside `set`, with the comma before it."""
        slow = self.slow and {"seat": self.slow[0], "ms": self.slow[1]}
        value = {
            "desks": self.desks,
            "http": self.http,
            "slow": slow,
            "never": self.never,
        }
        return b',"network":' + orjson.dumps(value)


NO_NETWORK = Network()


def network_of(presence: Presence, seats: Iterable[Seat], here: set[str], now_s: float) -> Network:
    """How the lines stand now: of those who are here, and of seats nobody was ever seen on."""
    desks = sorted(one.removeprefix(DESK) for one in here if one.startswith(DESK))
    people = {one for one in here if not one.startswith(DESK)}
    trips = {seat: ms for seat, ms in presence.trips(now_s).items() if seat in people}
    worst = max(trips, key=lambda seat: (trips[seat], seat), default=None)
    return Network(
        desks=tuple(desks),
        http=tuple(sorted(people - presence.socketed())),
        slow=None if worst is None or trips[worst] < STEPS_MS[0] else (worst, _step(trips[worst])),
        never=tuple(
            seat.id
            for seat in seats
            if seat.plays and not seat.proxy and not seat.shaken and not presence.is_known(seat.id)
        ),
    )


def _step(ms: int) -> int:
    return max(step for step in STEPS_MS if step <= ms)
