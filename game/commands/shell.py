"""What only the shell asks: time passing, people coming and going."""

from __future__ import annotations

from game.commands.base import SHELL_ONLY, Command, command


@command("take_seat", SHELL_ONLY)
class TakeSeat(Command):
    """Somebody came in; the shell keeps the name."""

    role: str
    language: str = "da"
    person: str | None = None


@command("deadline", SHELL_ONLY)
class Deadline(Command):
    """The step's time, and its grace, ran out."""

    round: str
    step: str


@command("seat_joined", SHELL_ONLY)
class SeatJoinedAgain(Command):
    """A seat's phone is back."""

    seat: str


@command("seat_left", SHELL_ONLY)
class SeatGone(Command):
    """A seat had no phone for a minute."""

    seat: str


@command("take_over", SHELL_ONLY)
class TakeOver(Command):
    """A deputy takes the console over."""

    code: str
