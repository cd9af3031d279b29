"""What players put forward in secret: seat and value stay in the private part for ever."""

from __future__ import annotations

from collections.abc import Mapping

from game.events.base import Event, event, private
from game.model import Answer, Play


@event()
class PlayMade(Event):
    """Somebody played; who and what is private."""

    round: str
    play: Play | None = private(default=None)


@event()
class PlayWithdrawn(Event):
    """Somebody took a play back."""

    round: str
    play: str | None = private(default=None)
    seat: str | None = private(default=None)


@event()
class AnswerGiven(Event):
    """Somebody answered a question: a fist, a vote, a yes, an estimate, a judgement."""

    round: str
    answer: Answer | None = private(default=None)


@event()
class SupportersSet(Event):
    """Which seats stand behind a node; the number and the role groups are on the node."""

    node: str
    seats: tuple[str, ...] | None = private(default=None)
    goals: Mapping[str, str] | None = private(default=None)
