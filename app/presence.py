"""Which seats are in the room now, and which have had no phone for a minute."""

HERE_S = 25.0
AWAY_S = 60.0


class Presence:
    """Seats by when they last showed life; one that never did counts from the room's opening."""

    def __init__(self, opened_s: float) -> None:
        self._opened_s = opened_s
        self._heard: dict[str, float] = {}
        self._polled: dict[str, float] = {}
        self._sockets: dict[str, int] = {}
        self._trips: dict[str, tuple[float, int]] = {}

    def enter(self, seat: str, now_s: float) -> None:
        """A socket of this seat opened."""
        self._sockets[seat] = self._sockets.get(seat, 0) + 1
        self._heard[seat] = now_s

    def leave(self, seat: str, now_s: float) -> None:
        """A socket of this seat closed."""
        self._heard[seat] = now_s
        left = self._sockets.get(seat, 0) - 1
        if left > 0:
            self._sockets[seat] = left
        else:
            self._sockets.pop(seat, None)

    def sockets(self, seat: str) -> int:
        """How many sockets this seat has open."""
        return self._sockets.get(seat, 0)

    def heard(self, seat: str, now_s: float) -> None:
        """A socket of this seat showed life."""
        self._heard[seat] = now_s

    def polled(self, seat: str, now_s: float) -> None:
        """The seat showed life without a socket."""
        self._heard[seat] = self._polled[seat] = now_s

    def took(self, seat: str, trip_ms: int, now_s: float) -> None:
        """A socket of this seat says how long its last ping took there and back."""
        self._trips[seat] = (now_s, trip_ms)

    def trips(self, now_s: float) -> dict[str, int]:
        """The trips that were told lately, in ms, by seat."""
        return {seat: ms for seat, (at, ms) in self._trips.items() if at > now_s - HERE_S}

    def is_known(self, seat: str) -> bool:
        """Whether the seat has shown life since the room opened."""
        return seat in self._heard

    def socketed(self) -> set[str]:
        """The seats with an open socket."""
        return set(self._sockets)

    def here(self, now_s: float) -> set[str]:
        """The seats that showed life within 25 seconds by an open socket or by a poll."""
        since = now_s - HERE_S
        found = {seat for seat in self._sockets if self._heard[seat] > since}
        return found | {seat for seat, at in self._polled.items() if at > since}

    def is_away(self, seat: str, now_s: float) -> bool:
        """Whether the seat has had no connection for a minute."""
        return now_s - self._heard.get(seat, self._opened_s) >= AWAY_S
