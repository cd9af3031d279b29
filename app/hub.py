"""Who watches a game, and when they are told.

The first change is told at once; while changes keep coming, watchers get one frame per window, and
only the newest. Somebody who cannot take a frame now is passed over and gets the newest one later.
"""

from typing import Protocol

from app.clock import Clock, Timer
from app.frames import Frame, Frames, Told, Viewer
from game.model import State

WINDOW_MIN_S = 0.005
WINDOW_MAX_S = 0.1
SECONDS_PER_WATCHER = 0.0002  # W = connections / 5 milliseconds


class Watcher(Protocol):
    """A socket, or a waiting poll. `told` says how far it has been told."""

    viewer: Viewer
    told: Told

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
        self._by_seat: dict[str, dict[Watcher, None]] = {}
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
        if watcher.viewer.seat is not None:
            self._by_seat.setdefault(watcher.viewer.seat, {})[watcher] = None

    def remove(self, watcher: Watcher) -> None:
        """Tell a watcher nothing more."""
        self.watchers.pop(watcher, None)
        self._by_seat.get(watcher.viewer.seat or "", {}).pop(watcher, None)

    def dismiss(self, place: str, code: int) -> None:
        """End the watchers of one seat, or of one console."""
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
            self._flush()
        elif self._timer is None:
            self._timer = self._clock.call_later(wait_s, self._flush)

    def tell(self, watcher: Watcher, *, always: bool = False) -> None:
        """Bring one watcher up to date."""
        self._refresh()
        viewer, told = watcher.viewer, watcher.told
        frame = self.frames.frame(viewer, told.seq, told.outside, always=always)
        if frame is not None:
            watcher.told = self.frames.abreast(viewer.kind, viewer.language)
            watcher.take(frame)

    def _flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._told_at = self._clock.seconds()
        if not self.watchers:
            return
        self._refresh()
        self._tell_touched()
        news: dict[Told, tuple[Frame | None, Told]] = {}
        for watcher in tuple(self.watchers):
            if watcher.is_behind:
                continue
            told = watcher.told
            try:
                frame, after = news[told]
            except KeyError:
                frame, after = news[told] = self._news(told)
            if frame is not None:
                watcher.told = after
                watcher.take(frame)

    def _tell_touched(self) -> None:
        """Tell those first who have slices of their own that may have changed."""
        for seat in self.frames.take_touched():
            for watcher in tuple(self._by_seat.get(seat, ())):
                if not watcher.is_behind:
                    self.tell(watcher)

    def _news(self, told: Told) -> tuple[Frame | None, Told]:
        return self.frames.shared(told), self.frames.abreast(told.kind, told.language)

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
            watcher.told = Told(viewer.kind, seat.language)

    def _window_s(self) -> float:
        return min(WINDOW_MAX_S, max(WINDOW_MIN_S, len(self.watchers) * SECONDS_PER_WATCHER))
