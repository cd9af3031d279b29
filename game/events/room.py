"""What happens in the room: people, rounds, steps, time."""

from __future__ import annotations

from collections.abc import Mapping

from game.events.base import Event, event, private
from game.model import Setup, Stage


@event()
class GameCreated(Event):
    """A game began for a project. The seed is private: play ids are made from it (BR1)."""

    setup: Setup
    seed: str | None = private(default=None)


@event()
class GameStarted(Event):
    """The lobby closed behind those who came; the first round follows."""

    at: int


@event()
class GameClosed(Event):
    """The game ended; its stream stays open for promises and register edits.

    `until` (ms) is when owners are expected to have filled in what is open; nothing ends by itself.
    """

    at: int
    until: int | None = None


@event()
class SeatTaken(Event):
    """Somebody, or a role that is missing, got a seat."""

    seat: str
    person: str
    role: str
    language: str = "da"
    proxy: bool = False
    absent: bool = False
    waiting: bool = False


@event()
class SeatAdmitted(Event):
    """The facilitator let somebody in who was waiting at the door."""

    seat: str


@event()
class RoleTaken(Event):
    """A seat plays with another role."""

    seat: str
    role: str


@event()
class LanguageSet(Event):
    """A seat reads another language."""

    seat: str
    language: str


@event()
class Shaken(Event):
    """A seat tapped the warm-up."""

    seat: str


@event()
class SeatGone(Event):
    """A seat had no phone for a minute."""

    seat: str


@event()
class SeatBack(Event):
    """A seat's phone came back."""

    seat: str


@event()
class SeatRemoved(Event):
    """The facilitator took a seat out, or merged it into another (`into`)."""

    seat: str
    into: str | None = None


@event()
class SeatKnocked(Event):
    """Somebody who was taken out waits at the door again, with the seat they had."""

    seat: str


@event()
class SeatOwned(Event):
    """A person who was played for has a phone now, and answers for themselves."""

    seat: str


@event()
class DeputyAdded(Event):
    """Somebody may take the game over; the name stands beside, under `person`."""

    person: str


@event()
class DeputyRemoved(Event):
    """Somebody may not take the game over any more."""

    person: str


@event()
class BackupSet(Event):
    """The game has a backup code, or another one; its digest opens nothing."""

    digest: str | None = private(default=None)


@event()
class DeskTaken(Event):
    """The game is led from another console: a deputy's, or the owner's, which is empty."""

    desk: str


@event()
class SeatSigned(Event):
    """An owner signed for what they own."""

    seat: str


@event()
class DoneSaid(Event):
    """A seat has no more to add in this step."""

    seat: str


@event()
class MoreTimeAsked(Event):
    """Somebody needs more time: the step waits for them until then. Who it was is private."""

    until: int
    seat: str | None = private(default=None)


@event()
class Nudged(Event):
    """The facilitator reminded a seat, quietly."""

    seat: str


@event()
class LockSet(Event):
    """The room was locked or unlocked."""

    locked: bool


@event()
class JoinPolicySet(Event):
    """Who may come in late."""

    policy: str


@event()
class NamesHidden(Event):
    """Roles stand for names, or names are back."""

    on: bool


@event()
class ViewShown(Event):
    """What phones and the board look at."""

    view: str


@event()
class RoundBegan(Event):
    """A round instance is in briefing."""

    round: str
    key: str
    n: int
    at: int
    budget_ends: int


@event()
class RoundOpened(Event):
    """The round (or a wave of it) takes plays until `ends`."""

    at: int
    ends: int | None
    wave: int = 1


@event()
class RoundRevealed(Event):
    """The cards are turned. `order` is the seeded order of the plays, by play id (GR3)."""

    at: int
    ends: int | None
    stage: Stage = ""
    order: tuple[str, ...] = ()


@event()
class StageBegan(Event):
    """Within a revealed round: the vote begins."""

    stage: Stage
    ends: int | None


@event()
class RoundResolved(Event):
    """The rules have settled the round; unused time goes to the next one."""

    at: int
    spare_ms: int = 0


@event()
class RoundLeft(Event):
    """The round instance is over."""

    round: str
    used_ms: int


@event()
class Paused(Event):
    """The clock stands."""

    at: int


@event()
class Resumed(Event):
    """The clock goes on; `ends` and the round's budget moved by the time it stood."""

    at: int
    ends: int | None
    budget_ends: int


@event()
class Extended(Event):
    """The step's time was changed by the facilitator."""

    ends: int
    budget_ends: int


@event()
class ClockStopped(Event):
    """The step has no time any more; it ends when somebody ends it."""


@event()
class HandsDealt(Event):
    """Hands by seat. Dealt once, by rule, when the round opens (GR1)."""

    limit: int
    """How many plays each seat has; set when the round opens, kept for late joiners."""
    hands: Mapping[str, tuple[str, ...]] | None = private(default=None)


@event()
class Asked(Event):
    """Who is asked what: question (`"vote:n7"`) -> seats. Chosen by rule, seeded."""

    asked: Mapping[str, tuple[str, ...]]
