"""Hints that a game has moved on.

The database decides: a hint that is lost costs time, never a play.
"""

from collections.abc import Callable
from typing import Protocol

Hear = Callable[[str, int], None]


class Bus(Protocol):
    """Tells other processes `(game, seq)`, and hears it from them."""

    def publish(self, game: str, seq: int) -> None:
        """Hint that the game's record now ends at `seq`."""

    def listen(self, hear: Hear) -> None:
        """Call `hear` for every hint from another process."""

    async def close(self) -> None:
        """Hear no more."""


class LocalBus:
    """The bus of a process that is alone with its database: there is nobody to tell."""

    def __init__(self) -> None:
        self._hear: list[Hear] = []

    def publish(self, game: str, seq: int) -> None:
        """Nobody else plays these games; listeners are for other processes' hints."""

    def listen(self, hear: Hear) -> None:
        """Keep the listener, for the bus that replaces this one keeps it too."""
        self._hear.append(hear)

    async def close(self) -> None:
        """Forget the listeners."""
        self._hear.clear()
