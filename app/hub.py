"""Who watches a game, and when they are told.

The first change is told at once; while changes keep coming, watchers get one frame per window, and
only the newest. Somebody who cannot take a frame now is passed over and gets the newest one later.

Those of one kind and language who know the same are a crowd: a frame is found once for all of them,
and how far they are told is noted once. Who just came, was behind, or was told something alone
walks by themselves until they know what their crowd knows.
"""

from collections.abc import Collection

import structlog

from app import closes
from app.clock import Clock, Timer
from app.crowd import Crowd, Watcher
from app.frames import Frame, Frames, Told, Viewer
from app.line import Line
from app.teller import Teller
from game.model import State

log = structlog.get_logger(__name__)
WINDOW_MIN_S = 0.005
WINDOW_MAX_S = 0.1
SECONDS_PER_WATCHER = 0.0002  # W = connections / 5 milliseconds
_Key = tuple[str, str]
"""The kind and the language of a crowd."""


class Hub:
    """The watchers of one game."""

    def __init__(self, frames: Frames, clock: Clock, teller: Teller, state: State) -> None:
        self.frames = frames
        self.watchers: dict[Watcher, None] = {}
        self._crowds: dict[_Key, Crowd] = {}
        self._alone: dict[Watcher, None] = {}
        self._by_seat: dict[str, dict[Watcher, None]] = {}
        self._answers: dict[Line, bytes] = {}
        self._clock = clock
        self._teller = teller
        self._is_due = False
        """Whether the teller has this hub on its list."""
        self._found: list[tuple[Watcher, Frame | None]] = []
        """Who is told first, and what; None for those who have to be told by themselves."""
        self._state = state
        self._told_at = float("-inf")
        self._timer: Timer | None = None

    def close(self) -> None:
        """Tell nobody anything any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def add(self, watcher: Watcher) -> None:
        """Begin to tell a watcher what changes."""
        self.watchers[watcher] = self._alone[watcher] = None
        if watcher.viewer.seat is not None:
            self._by_seat.setdefault(watcher.viewer.seat, {})[watcher] = None

    def remove(self, watcher: Watcher) -> None:
        """Tell a watcher nothing more."""
        self.watchers.pop(watcher, None)
        self._alone.pop(watcher, None)
        self._leave_crowd(watcher)
        self._by_seat.get(watcher.viewer.seat or "", {}).pop(watcher, None)

    def answer(self, line: Line, frame: bytes) -> None:
        """Answer a command: in one piece with what came of it, or by `release`.

        Who asks is answered, and then told what came of it: both in one piece cost half.
        """
        self._answers[line] = self._answers.get(line, b"") + frame

    def release(self) -> None:
        """Send the answers, unless there is something to tell with them now."""
        if not self._is_due:
            self._release()

    def _release(self) -> None:
        while self._answers:
            line, frame = self._answers.popitem()
            line.write(frame)

    def turned(self, watcher: Watcher) -> None:
        """A watcher's line can be written to at once, or no longer."""
        crowd = self._crowd_of(watcher)
        if crowd is not None and crowd.drop(watcher):
            crowd.add(watcher)

    def dismiss(self, place: str, code: int) -> None:
        """End the watchers of one seat, or of one console."""
        self._release()
        for watcher in tuple(self.watchers):
            if watcher.viewer.place == place:
                watcher.dismiss(code)

    def changed(self, state: State, *, at_once: bool = False) -> None:
        """Note the new state, and tell it now or when the window ends."""
        self._state = state
        self.nudge(at_once=at_once)

    def nudge(self, *, at_once: bool = False) -> None:
        """Something is new: tell it now or when the window ends."""
        wait_s = self._told_at + self._window_s() - self._clock.seconds()
        if at_once or wait_s <= 0:
            self._come_due()
        elif self._timer is None:
            self._timer = self._clock.call_later(wait_s, self._come_due)

    def _come_due(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._is_due:
            self._is_due = True
            self._told_at = self._clock.seconds()
            self._teller.add(self)

    def tell(self, watcher: Watcher, *, always: bool = False) -> None:
        """Bring one watcher up to date."""
        self._refresh()
        told = watcher.told
        frame = self.frames.frame(watcher.viewer, told.seq, told.outside, always=always)
        if frame is not None:
            self._set_apart(watcher)
            self.frames.note(watcher.told)
            self._hand(watcher, frame)

    def _hand(self, watcher: Watcher, frame: Frame) -> None:
        """Give a watcher a frame, behind the answer that waits for one."""
        line = watcher.line
        if line is not None and line in self._answers:
            line.write(self._answers.pop(line) + frame.wire)
        else:
            watcher.take(frame)

    def find(self) -> None:
        """Find what the watchers are told, those first who have slices of their own."""
        if not self.watchers:
            return
        self._refresh()
        for seat in self.frames.take_touched():
            for watcher in tuple(self._by_seat.get(seat, ())):
                if not watcher.is_behind:
                    self._find_for(watcher)
        for crowd in self._crowds.values():
            if not crowd.is_empty:
                self.frames.shared(crowd.told)  # which remembers it until it is sent

    def _find_for(self, watcher: Watcher) -> None:
        told, line, crowd = watcher.told, watcher.line, self._crowd_of(watcher)
        is_crowds = line is not None and crowd is not None and line in crowd.lines
        try:
            frame = self.frames.shared(told) if is_crowds else None
            if frame is not None:
                frame = self.frames.frame(watcher.viewer, told.seq, told.outside)
        except Exception:
            # A mistake of ours in what one seat is shown must not keep the others from theirs.
            log.exception("hub.find_failed", kind=watcher.viewer.kind)
            self._dismiss(watcher)
        else:
            self._found.append((watcher, frame))

    def _dismiss(self, watcher: Watcher) -> None:
        self._release()
        watcher.dismiss(closes.LATER)

    def send(self) -> None:
        """Tell what was found."""
        found, self._found = self._found, []
        self._is_due = False
        try:
            ahead = self._tell_first(found)
            for key, crowd in self._crowds.items():
                self._tell_crowd(crowd, ahead.get(key, ()))
            for watcher in tuple(self._alone):
                if not watcher.is_behind:
                    self._tell_alone(watcher)
        finally:
            self._release()

    def _tell_first(self, found: list[tuple[Watcher, Frame | None]]) -> dict[_Key, list[Line]]:
        """Gives the lines that are ahead of their crowds now, and will be level with them."""
        ahead: dict[_Key, list[Line]] = {}
        for watcher, frame in found:
            if frame is None or watcher.line is None:  # the crowd, if it has one, stays behind
                try:
                    self.tell(watcher)
                except Exception:
                    log.exception("hub.tell_failed", kind=watcher.viewer.kind)
                    self._dismiss(watcher)
            else:
                self._hand(watcher, frame)
                key = (watcher.told.kind, watcher.told.language)
                ahead.setdefault(key, []).append(watcher.line)
        return ahead

    def _tell_crowd(self, crowd: Crowd, ahead: Collection[Line]) -> None:
        frame = None if crowd.is_empty else self.frames.shared(crowd.told)
        if frame is None:
            return
        others = tuple(crowd.others)  # a line that is full now becomes one of them
        asked = [line for line in self._answers if line in crowd.lines]
        for line in asked:
            line.write(self._answers.pop(line) + frame.wire)
        crowd.write(frame.wire, (*ahead, *asked))
        for watcher in others:
            if watcher.is_behind:
                self._set_apart(watcher)
            elif watcher.line not in ahead:
                self._hand(watcher, frame)
        self.frames.note(crowd.told)

    def _tell_alone(self, watcher: Watcher) -> None:
        """Tell what it does not know; who then knows what its crowd knows joins it."""
        told = watcher.told
        frame = self.frames.shared(told)
        if frame is not None:
            self.frames.note(told)
            self._hand(watcher, frame)
        crowd = self._crowd_of(watcher)
        if crowd is None or crowd.is_empty:
            crowd = self._crowds[told.kind, told.language] = Crowd(told)
        if crowd.told.is_level(told):
            watcher.told = crowd.told
            crowd.add(watcher)
            del self._alone[watcher]

    def _set_apart(self, watcher: Watcher) -> None:
        """Let a watcher walk by itself from where it is now."""
        told = watcher.told
        self._leave_crowd(watcher)
        watcher.told = Told(told.kind, told.language, told.seq, told.outside)
        if watcher in self.watchers:
            self._alone[watcher] = None

    def _crowd_of(self, watcher: Watcher) -> Crowd | None:
        """The crowd it is of, or would be."""
        return self._crowds.get((watcher.told.kind, watcher.told.language))

    def _leave_crowd(self, watcher: Watcher) -> None:
        crowd = self._crowd_of(watcher)
        if crowd is not None:
            crowd.drop(watcher)

    def _refresh(self) -> None:
        before, state = self.frames.state, self._state
        if before is state:
            return
        self.frames.refresh(state)
        if before.seats is not state.seats:
            for watcher in self.watchers:
                self._follow_language(watcher)

    def _follow_language(self, watcher: Watcher) -> None:
        """A player reads the language of the seat; in another language everything is new."""
        viewer = watcher.viewer
        seat = self._state.seats.get(viewer.seat or "")
        if viewer.kind == "player" and seat is not None and seat.language != viewer.language:
            self._leave_crowd(watcher)
            watcher.viewer = Viewer(viewer.kind, viewer.seat, seat.language)
            watcher.told = Told(viewer.kind, seat.language)
            self._alone[watcher] = None

    def _window_s(self) -> float:
        return min(WINDOW_MAX_S, max(WINDOW_MIN_S, len(self.watchers) * SECONDS_PER_WATCHER))
