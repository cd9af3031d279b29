"""Watchers who know the same, so that a frame is found once and written to all of their lines."""

from array import array
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

from app.frames import Frame, Told, Viewer
from app.line import NOT_NOW, Line, write_to_all


class Watcher(Protocol):
    """A socket, or a waiting poll. `told` says how far it has been told."""

    viewer: Viewer
    told: Told

    @property
    def line(self) -> Line | None:
        """The line it is at the end of, if it is."""

    @property
    def is_behind(self) -> bool:
        """Whether it cannot take a frame now."""

    def take(self, frame: Frame) -> None:
        """Send the frame on; never waits."""

    def dismiss(self, code: int) -> None:
        """End, with a close code of the protocol."""


@dataclass(slots=True)
class Crowd:
    """Watchers of one kind and language who share one `told`."""

    told: Told
    lines: dict[Line, int] = field(default_factory=dict)
    """Those that can be written to at once, each with its `direct`."""
    others: dict[Watcher, None] = field(default_factory=dict)
    _directs: "array[int] | None" = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody is left of it."""
        return not self.lines and not self.others

    def add(self, watcher: Watcher) -> None:
        """Let one more share `told`."""
        line = watcher.line
        if line is None or line.direct == NOT_NOW or watcher.is_behind:
            self.others[watcher] = None
        else:
            self.lines[line] = line.direct
            self._directs = None

    def drop(self, watcher: Watcher) -> bool:
        """Let go of a watcher; whether it was of the crowd."""
        line = watcher.line
        if line is not None and self.lines.pop(line, None) is not None:
            self._directs = None
            return True
        if watcher not in self.others:
            return False
        del self.others[watcher]
        return True

    def write(self, frame: bytes, ahead: Collection[Line]) -> None:
        """Write to all lines but those that are ahead."""
        if self._directs is None:  # numbers side by side: the lines themselves lie far apart
            self._directs = array("i", self.lines.values())
        directs = self._directs[:]
        for line in ahead:
            if line in self.lines:
                directs.remove(self.lines[line])
        rests = write_to_all(directs, frame)
        if rests:
            for line in [line for line, direct in self.lines.items() if direct in rests]:
                line.leave_rest(rests[line.direct])
