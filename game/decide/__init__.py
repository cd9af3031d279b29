"""`decide`: what a command makes happen, or why it is refused.

Guards first (who, when), then the module of the command's subject builds events on a draft. Nothing
is changed: the same state, seat, command and time give the same events.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game import commands as cm
from game import events as ev
from game.carry import Content
from game.decide import (
    changes,
    closing,
    console,
    desk,
    effects,
    goals,
    headwind,
    links,
    lobby,
    measures,
    ownership,
    steps,
    succession,
    versions,
)
from game.decide.draft import Draft
from game.decide.table import is_allowed
from game.errors import RuleError
from game.model import EMPTY, FACILITATOR, SHELL, Setup, State

PlayerRule = Callable[[Draft, str, Any], None]
RoomRule = Callable[[Draft, Any], None]

PLAYERS: Mapping[type[cm.Command], PlayerRule] = {
    **lobby.PLAYERS,
    **goals.PLAYERS,
    **effects.PLAYERS,
    **changes.PLAYERS,
    **links.PLAYERS,
    **ownership.PLAYERS,
    **measures.PLAYERS,
    **headwind.PLAYERS,
    **closing.PLAYERS,
}
ROOM: Mapping[type[cm.Command], RoomRule] = {
    cm.Start: lambda draft, command: steps.start(draft),
    cm.OpenRound: lambda draft, command: steps.open_round(draft),
    cm.Reveal: lambda draft, command: steps.reveal(draft),
    cm.OpenVote: lambda draft, command: steps.open_vote(draft),
    cm.Resolve: lambda draft, command: steps.resolve(draft),
    cm.NextRound: lambda draft, command: steps.next_round(draft),
    cm.PreviousRound: lambda draft, command: steps.previous_round(draft),
    cm.Pause: lambda draft, command: steps.pause(draft),
    cm.Resume: lambda draft, command: steps.resume(draft),
    cm.Extend: lambda draft, command: steps.extend(draft, command.seconds),
    cm.StopClock: lambda draft, command: steps.stop_clock(draft),
    cm.Deadline: lambda draft, command: steps.deadline(draft, command.round, command.step),
    **lobby.ROOM,
    **console.ROOM,
    **desk.ROOM,
    **succession.ROOM,
}


def decide(state: State, seat: str, command: cm.Command, at: int) -> tuple[ev.Event, ...]:
    """The events that `command` from `seat` makes happen at server time `at` (ms).

    `seat` is a seat id, `FACILITATOR` or `SHELL`. Raises `RuleError` when the rules refuse it.
    """
    return judge(state, seat, command, at)[0]


def judge(
    state: State, seat: str, command: cm.Command, at: int
) -> tuple[tuple[ev.Event, ...], State]:
    """The same events, and the state they leave: deciding has folded them already."""
    draft = Draft(state, at)
    if isinstance(command, cm.PlayFor) and seat == FACILITATOR:
        if not draft.seat(command.seat).proxy:
            raise RuleError("seat.not_proxy", seat=command.seat)
        _play(draft, command.seat, command.command)
    elif seat in (FACILITATOR, SHELL):
        _arrange(draft, seat, command)
    else:
        _play(draft, seat, command)
    steps.close_if_all_ready(draft)
    versions.keep_edits(draft)
    return tuple(draft.events), draft.state


def _arrange(draft: Draft, seat: str, command: cm.Command) -> None:
    allowed = cm.CONSOLE if seat == FACILITATOR else cm.SHELL_ONLY
    rule = ROOM.get(type(command))
    if command.do not in allowed or rule is None:
        raise RuleError("command.not_yours", do=command.do)
    if draft.state.phase == "closed" and command.do not in console.AFTER_CLOSE:
        raise RuleError("game.closed")
    if draft.state.over and command.do in console.EDITS:
        raise RuleError("game.followed")
    rule(draft, command)


def _play(draft: Draft, seat_id: str, command: cm.Command) -> None:
    rule = PLAYERS.get(type(command))
    if command.do not in cm.PLAYER or rule is None:
        raise RuleError("command.not_yours", do=command.do)
    seat = draft.seat(seat_id)
    if seat.absent:
        raise RuleError("seat.unknown", seat=seat_id)
    if seat.waiting and command.do not in lobby.ALWAYS:
        raise RuleError("seat.waiting")
    if draft.state.phase == "paused" and command.do not in lobby.ALWAYS:
        raise RuleError("game.paused")
    if draft.state.over and command.do not in lobby.ALWAYS:
        raise RuleError("game.followed")
    if draft.state.phase == "closed" and not is_allowed(draft.state, command.do):
        raise RuleError("game.closed")
    if not is_allowed(draft.state, command.do):
        raise RuleError("round.step")
    rule(draft, seat_id, command)


def new_game(
    setup: Setup, seed: str, newest: Content | None = None, last: State = EMPTY
) -> tuple[ev.Event, ...]:
    """The first events of a game: its setup, the newest map, and what the setup adds to it.

    `newest` is the content of the project's newest map version, None before its first game; `last`
    is the game that wrote it, as it was then.
    """
    draft = Draft(State(), 0)
    draft.add(ev.GameCreated(setup=setup, seed=seed))
    succession.lay_out(draft, newest, last)
    return tuple(draft.events)


__all__ = ["decide", "judge", "new_game"]
