"""Whether the server takes another command, or says at once that it is busy.

Under twice the load it can carry, a server that queues everything answers everybody late. This one
keeps the queue short, so what it accepts is answered soon, and the rest is told to come again.
"""

from dataclasses import dataclass

MOST_QUEUED = 500
MOST_WAIT_S = 0.05


@dataclass(slots=True)
class Admission:
    """The commands that wait in all rooms of this process, and how long the last ones waited."""

    queued: int = 0
    waited_s: float = 0.0

    def is_busy(self) -> bool:
        """Whether a further command would wait too long."""
        return self.queued >= MOST_QUEUED or (self.queued > 0 and self.waited_s > MOST_WAIT_S)

    def enter(self) -> None:
        """A command was queued."""
        self.queued += 1

    def leave(self, count: int, waited_s: float) -> None:
        """A room took `count` commands, of which the first had waited this long."""
        self.queued -= count
        self.waited_s = waited_s
