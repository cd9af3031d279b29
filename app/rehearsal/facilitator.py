"""An automatic facilitator: presses on, nudges who says nothing, and does not wait for ever."""

from __future__ import annotations

import time

from app.simulated.view import Move, View, moment

WAITS_S = 60.0
NUDGES_S = 25.0
SECONDS = {"briefing": 3.0, "revealed": 6.0, "resolved": 5.0}
LEAST_HERE = (9, 10)


class Facilitator:
    """What it sends now; `speed` is how many times faster than people it is."""

    def __init__(self, people: int, speed: float) -> None:
        self._people = people
        self._speed = speed
        self._place: tuple[object, ...] = ()
        self._since_s = time.monotonic()
        self._nudged: set[str] = set()

    def moves(self, view: View) -> list[Move]:
        """The large button, once it may be pressed, has been waited for long enough, or never."""
        upcoming = view.get("next")
        if upcoming is None:
            return []
        now = view.get("round") or {}
        place = (view["game"]["state"], *(now.get(one) for one in ("id", "step", "stage", "wave")))
        if place != self._place:
            self._place, self._since_s = place, time.monotonic()
            self._nudged.clear()
        waited_s = (time.monotonic() - self._since_s) * self._speed
        press: Move = (upcoming["do"], upcoming["d"])
        if moment(view) == "lobby":
            part, whole = LEAST_HERE
            is_full = view["count"]["seats"] * whole >= self._people * part
            return [press] if is_full and (self._is_all_here(view) or waited_s > WAITS_S) else []
        if not upcoming["blocked"]:
            return [press]
        if waited_s > WAITS_S:
            return [press]
        return self._nudges(view) if waited_s > NUDGES_S else []

    def pace(self, view: View) -> float:
        """How long it lets the room look at what is new."""
        step = (view.get("round") or {}).get("step", "")
        if moment(view) != "lobby" and view["next"] and view["next"]["blocked"]:
            return 0.2 / self._speed
        return SECONDS.get(step, 1.0) / self._speed

    def sent(self, move: Move) -> None:
        """Whoever has been nudged is not nudged again in this step."""
        if move[0] == "nudge":
            self._nudged.add(move[1]["seat"])

    def _is_all_here(self, view: View) -> bool:
        return int(view["count"]["seats"]) >= self._people

    def _nudges(self, view: View) -> list[Move]:
        thinking = [one["seat"] for one in view["progress"] if one["state"] == "thinking"]
        return [("nudge", {"seat": seat}) for seat in thinking if seat not in self._nudged]
