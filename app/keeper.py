"""What happens in a room without anybody's command: time runs out, people come and go."""

from typing import TYPE_CHECKING

from app.answers import Answer
from app.clock import Timer
from app.network import DESK, network_of
from game.commands import Deadline, SeatGone, SeatJoinedAgain
from game.model import State

if TYPE_CHECKING:
    from app.room import Room

GRACE_S = 3.0
AGAIN_S = 1.0
SOON_S = 1.0
"""When somebody came or went, the door is looked at; together with others who do meanwhile."""
LATER_S = 3.0
"""How often it is looked at otherwise: for those whom nothing was heard of lately."""


class Keeper:
    """A room's watch over the clock and the door."""

    def __init__(self, room: "Room") -> None:
        self._room = room
        self._clock = room.ports.clock
        self._moment = moment(room.state)
        self._deadline: Timer | None = None
        self._tick: Timer | None = None
        self._tick_s = 0.0
        self._reported: dict[str, bool] = {}

    def start(self) -> None:
        """Begin to watch."""
        self._arm()
        self._look()

    def stop(self) -> None:
        """Watch no more."""
        for timer in (self._deadline, self._tick):
            if timer is not None:
                timer.cancel()
        self._deadline = self._tick = None

    def follow(self) -> bool:
        """Keep up with the room's state; whether the game went to another step."""
        before, self._moment = self._moment, moment(self._room.state)
        if before == self._moment:
            return False
        self._arm()
        self.wake()
        return True

    def wake(self) -> None:
        """Somebody came or went: look at the door soon, and go on looking while there is reason."""
        self._look_within(SOON_S)

    def _look_within(self, wait_s: float) -> None:
        at_s = self._clock.seconds() + wait_s
        if self._tick is not None and self._tick_s <= at_s:
            return
        if self._tick is not None:
            self._tick.cancel()
        self._tick, self._tick_s = self._clock.call_later(wait_s, self._look), at_s

    def _arm(self) -> None:
        """Set the timer for the end of the step that is now."""
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        state = self._room.state
        if state.phase == "playing" and state.round is not None and state.round.ends is not None:
            self._arm_at(state.round.ends)

    def _arm_at(self, at_ms: int) -> None:
        left_s = (at_ms - self._clock.now_ms()) / 1000 + GRACE_S
        self._deadline = self._clock.call_later(max(0.0, left_s), self._time_is_up)

    def _time_is_up(self) -> None:
        self._deadline = None
        now = self._room.state.round
        if now is not None:
            command = Deadline(round=now.id, step=now.stage or now.step)
            self._room.tell_rules(command, self._deadline_answered)

    def _deadline_answered(self, answer: Answer) -> None:
        """A deadline that could not be stored is sent again, one that is waited with when it may.

        Any other that was refused came too late.
        """
        now = self._room.state.round
        if self._deadline is not None or now is None:
            return
        if answer.is_retried:
            self._deadline = self._clock.call_later(AGAIN_S, self._time_is_up)
        elif answer.code == "round.not_over" and now.closes is not None:
            self._arm_at(now.closes)

    def _look(self) -> None:
        """Who is here, for the people's screens and, while the game is played, for the rules."""
        self._tick = None
        room, now_s = self._room, self._clock.seconds()
        here = room.presence.here(now_s)
        seats = {one for one in here if not one.startswith(DESK)}
        network = network_of(room.presence, room.state.seats.values(), here, now_s)
        is_news = room.hub.frames.set_here(seats)
        if room.hub.frames.set_network(network) or is_news:
            room.hub.nudge()
        is_open = _is_open(room.state)
        if room.state.phase == "playing":
            self._report(here, now_s, is_open=is_open)
        if here or is_open or room.hub.watchers:
            self._look_within(LATER_S)

    def _report(self, here: set[str], now_s: float, *, is_open: bool) -> None:
        """Tell the rules who left and who came back; once for each time it changes.

        Who left counts in an open step alone, who came back at once: votes are dealt after it.
        """
        room = self._room
        for seat in room.state.seats.values():
            if not seat.plays or seat.proxy:
                continue
            is_here = seat.id in here
            is_gone = is_open and not is_here and room.presence.is_away(seat.id, now_s)
            if seat.here and is_gone:
                self._report_once(seat.id, is_here=False)
            elif not seat.here and is_here:
                self._report_once(seat.id, is_here=True)

    def _report_once(self, seat: str, *, is_here: bool) -> None:
        if self._reported.get(seat) is is_here:
            return
        self._reported[seat] = is_here

        def answered(answer: Answer) -> None:
            # The state tells from now on; a report that was not stored is made again.
            del answer
            self._reported.pop(seat, None)

        command = SeatJoinedAgain(seat=seat) if is_here else SeatGone(seat=seat)
        self._room.tell_rules(command, answered)


def _is_open(state: State) -> bool:
    return state.phase == "playing" and state.round is not None and state.round.step == "open"


def moment(state: State) -> tuple[object, ...]:
    """Where the game is; a change of it is told at once."""
    now = state.round
    if now is None:
        return (state.phase,)
    return (state.phase, now.id, now.step, now.stage, now.wave, now.ends)
