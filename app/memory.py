"""The answers a room has given, so that the same command with the same id gets the same answer."""

from collections.abc import Mapping
from itertools import takewhile

from app.answers import Answer
from app.clock import Clock
from app.turn import Key, Request, Turn
from game.events import Event, SeatTaken

REFUSED_S = 600.0
NONE: Mapping[str, int] = {}


class Memory:
    """Accepted commands for ever, refused ones for ten minutes."""

    def __init__(self, clock: Clock, accepted: Mapping[Key, int]) -> None:
        self._clock = clock
        self._accepted: dict[str, dict[str, int]] = {}
        self._note(accepted)
        self._refused: dict[Key, tuple[float, Answer]] = {}
        self._seats: dict[int, str] = {}

    @property
    def refusals(self) -> int:
        """How many refused commands are remembered."""
        return len(self._refused)

    def answer(self, request: Request) -> Answer | None:
        """The answer this command has had before, if it is still remembered."""
        key = request.key
        if key is None:
            return None
        seat, id_ = key
        seq = self._accepted.get(seat, NONE).get(id_)
        if seq is not None:
            return Answer(request.id, seq)
        until_s, refused = self._refused.get(key, (0.0, None))
        return refused if self._clock.seconds() < until_s else None

    def keep(self, turn: Turn) -> None:
        """Remember the answers of a turn that has been stored."""
        self._note(turn.accepted)
        now_s = self._clock.seconds()
        for key in list(takewhile(lambda old: self._refused[old][0] <= now_s, self._refused)):
            del self._refused[key]
        for key, answer in turn.refused.items():
            self._refused.pop(key, None)
            self._refused[key] = (now_s + REFUSED_S, answer)
        for at, event in enumerate(turn.events, turn.first_seq):
            self.note_seat(event, at)

    def _note(self, accepted: Mapping[Key, int]) -> None:
        """Remember them by seat: a pair for each would be one more thing to look through."""
        for (seat, id_), seq in accepted.items():
            self._accepted.setdefault(seat, {})[id_] = seq

    def note_seat(self, event: Event, seq: int) -> None:
        """Remember which event gave a seat, so that an answer leads back to it."""
        match event:
            case SeatTaken():
                self._seats[seq] = event.seat
            case _:
                pass

    def seat_at(self, seq: int) -> str:
        """The seat that was given last, up to this answer's `seq`."""
        return self._seats[max(at for at in self._seats if at <= seq)]
