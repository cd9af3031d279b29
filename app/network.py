"""How the lines of a game stand: what the facilitator's network panel shows."""

from dataclasses import dataclass

import orjson

from app.clock import rfc3339
from app.presence import Presence

DESK = "desk/"
STEPS_MS = (250, 500, 1000, 2000, 4000, 8000)
"""Told in steps, so that a line that trembles is no news; below the first nobody feels it."""


@dataclass(frozen=True, slots=True)
class Network:
    """The consoles that are open, who is without a socket, the slowest, the last save in ms."""

    desks: tuple[str, ...] = ()
    http: tuple[str, ...] = ()
    slow: tuple[str, int] | None = None
    saved: int | None = None

    def entry(self) -> bytes:
        """The slice as it stands inside `set`, with the comma before it."""
        slow = self.slow and {"seat": self.slow[0], "ms": self.slow[1]}
        saved = None if self.saved is None else rfc3339(self.saved)
        value = {"desks": self.desks, "http": self.http, "slow": slow, "saved": saved}
        return b',"network":' + orjson.dumps(value)


NO_NETWORK = Network()


def network_of(presence: Presence, here: set[str], now_s: float, saved: int | None) -> Network:
    """How the lines of those who are here stand now."""
    desks = sorted(one.removeprefix(DESK) for one in here if one.startswith(DESK))
    seats = {one for one in here if not one.startswith(DESK)}
    trips = {seat: ms for seat, ms in presence.trips(now_s).items() if seat in seats}
    worst = max(trips, key=lambda seat: (trips[seat], seat), default=None)
    slow = None if worst is None or trips[worst] < STEPS_MS[0] else (worst, _step(trips[worst]))
    return Network(tuple(desks), tuple(sorted(seats - presence.socketed())), slow, saved)


def _step(ms: int) -> int:
    return max(step for step in STEPS_MS if step <= ms)
