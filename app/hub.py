"""Who watches a game, and when they are told.

The first change is told at once; while changes keep coming, watchers get one frame per window, and
only the newest. Somebody who cannot take a frame now is passed over and gets the newest one later.
"""

from typing import Protocol

from app.clock import Clock, Timer
from app.frames import Frame, Frames, Viewer
from game.model import State

WINDOW_MIN_S = 0.005
WINDOW_MAX_S = 0.1
SECONDS_PER_WATCHER = 0.0002  # W = connections / 5 milliseconds


class Watcher(Protocol):
    """A socket, or a waiting poll. `seq` and `outside` say what it has been told."""

    viewer: Viewer
    seq: int
    outside: int

    @property
    def is_behind(self) -> bool:
        """Whether it cannot take a frame now."""

    def take(self, frame: Frame) -> None:
        """Send the frame on; never waits."""

    def dismiss(self, code: int) -> None:
        """End, with a close code of the protocol."""


class Hub:
    """The watchers of one game."""

    def __init__(self, frames: Frames, clock: Clock, state: State) -> None:
        self.frames = frames
        self.watchers: dict[Watcher, None] = {}
        self._clock = clock
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
        self.watchers[watcher] = None

    def remove(self, watcher: Watcher) -> None:
        """Tell a watcher nothing more."""
        self.watchers.pop(watcher, None)

    def dismiss(self, kind: str, seat: str | None, code: int) -> None:
        """End the watchers of one seat, or of one kind that has no seats."""
        for watcher in tuple(self.watchers):
            if (watcher.viewer.kind, watcher.viewer.seat) == (kind, seat):
                watcher.dismiss(code)

    def changed(self, state: State, *, at_once: bool = False) -> None:
        """Note the new state, and tell it now or when the window ends."""
        self._state = state
        self.nudge(at_once=at_once)

    def nudge(self, *, at_once: bool = False) -> None:
        """Something is new: tell it now or when the window ends."""
        wait_s = self._told_at + self._window_s() - self._clock.seconds()
        if at_once or wait_s <= 0:
            self._flush()
        elif self._timer is None:
            self._timer = self._clock.call_later(wait_s, self._flush)

    def tell(self, watcher: Watcher, *, always: bool = False) -> None:
        """Bring one watcher up to date."""
        self._refresh()
        frames = self.frames
        frame = frames.frame(watcher.viewer, watcher.seq, watcher.outside, always=always)
        if frame is not None:
            watcher.seq, watcher.outside = frames.seq, frames.outside
            watcher.take(frame)

    def _flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._told_at = self._clock.seconds()
        if not self.watchers:
            return
        self._refresh()
        frames = self.frames
        frame_for, seq, outside = frames.frame, frames.seq, frames.outside
        for watcher in tuple(self.watchers):
            if watcher.is_behind:
                continue
            frame = frame_for(watcher.viewer, watcher.seq, watcher.outside)
            if frame is not None:
                watcher.seq, watcher.outside = seq, outside
                watcher.take(frame)

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
            watcher.viewer = Viewer(viewer.kind, viewer.seat, seat.language)
            watcher.seq = 0

    def _window_s(self) -> float:
        return min(WINDOW_MAX_S, max(WINDOW_MIN_S, len(self.watchers) * SECONDS_PER_WATCHER))
