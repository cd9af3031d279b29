"""What only the shell asks: time passing, people coming and going."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.commands.base import SHELL_ONLY, Command, command
from game.model import EMPTY, State


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


@command("knock", SHELL_ONLY)
class Knock(Command):
    """Somebody who was taken out asks to come back."""

    seat: str


@command("own_seat", SHELL_ONLY)
class OwnSeat(Command):
    """A person who was played for has opened their link: the seat is theirs from now on."""

    seat: str


@command("set_backup", SHELL_ONLY)
class SetBackup(Command):
    """A backup code was made; the rules know it by its SHA-256 alone."""

    digest: str


@command("take_desk", SHELL_ONLY)
class TakeDesk(Command):
    """Somebody asks to lead from `desk`, while who leads now has been away for a minute or not."""

    desk: str
    leads: str
    is_away: bool
    digest: str = ""


@command("take_map", SHELL_ONLY)
class TakeMap(Command):
    """The project's next game begins, or is closed without having begun.

    `content` is the newest map's where its version is past the one the lobby was laid out from,
    `last` the game that wrote it, as it was then.
    """

    begins: bool
    version: int = 0
    content: Mapping[str, Sequence[Mapping[str, Any]]] | None = None
    last: State = EMPTY


@command("hand_on", SHELL_ONLY)
class HandOn(Command):
    """The project's next game has begun: it holds the map from now on."""
