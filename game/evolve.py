"""The fold: `evolve(state, event) -> state`, and nothing that judges.

Every event ever stored must be accepted; what an erased private part leaves out is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from game import events as ev
from game.evolve_map import MAP_FOLDS
from game.evolve_round import ROUND_FOLDS
from game.fold import put, replace, shared, with_entry
from game.model import EMPTY, Move, PastRound, Seat, State

Fold = Callable[[State, Any], State]


def evolve(state: State, event: ev.Event) -> State:
    """The state after `event`: `seq` is one higher."""
    folded = FOLDS[type(event)](state, event)
    made = replace(state) if folded is state else folded
    put(made, seq=state.seq + 1, undo=_undo(folded, event, state.seq + 1))
    return made


def replay(events: Iterable[ev.Event]) -> State:
    """The state that a stream of events leaves."""
    state = EMPTY
    for event in events:
        state = evolve(state, event)
    return state


def _undo(state: State, event: ev.Event, seq: int) -> Move | None:
    move = state.undo
    if move is None or move.spoiled or seq <= move.until:
        return move
    return replace(move, spoiled=True) if _reached(event, move) & move.touches else move


REACHED: Mapping[str, tuple[str, ...]] = {
    "edge": ("source", "target"),
    "assignment": ("seat",),
    "measure": ("chosen_by",),
    "challenge": ("asked",),
    "note": ("node",),
    "action": ("seat",),
    "play": ("seat",),
    "answer": ("seat",),
}
"""What a later event reaches beside what it is about. A secret play or answer reaches its seat
alone: that somebody played is seen, what was played must not show in a refused undo."""


def _reached(event: ev.Event, move: Move) -> frozenset[str]:
    """The nodes and seats that an event after a move has to do with.

    Once the node that stayed of a merge is asked about, the other would come back unasked.
    """
    if isinstance(event, ev.MoreTimeAsked):
        return frozenset()  # who asked is private
    if isinstance(event, ev.Asked):
        asked = (one.partition(":")[2].split(">") for one in event.asked)
        return frozenset(chain(*asked)) if move.do == "merge" else frozenset()
    found = set(touched(event))
    for name, fields in REACHED.items():
        part = getattr(event, name, None)
        if isinstance(part, str):
            found.update(part.split(">"))
        elif part is not None:
            found.update(getattr(part, one) for one in fields)
    return frozenset(found - {None})


def touched(event: ev.Event) -> frozenset[str]:
    """The node, edge and seat ids an event is about."""
    found = set()
    for name in ("node", "edge", "assignment", "measure", "estimate", "challenge", "seat", "into"):
        part = getattr(event, name, None)
        if isinstance(part, str):
            found.add(part)
        elif part is not None:
            found.update({getattr(part, "id", ""), getattr(part, "node", "")})
    if isinstance(event, ev.MergeDismissed):
        found.update(event.nodes.split("+"))
    return frozenset(found - {""})


def _created(state: State, event: ev.GameCreated) -> State:
    return replace(
        state,
        setup=event.setup,
        seed=event.seed or "",
        version=event.setup.version,
    )


def _seat_taken(state: State, event: ev.SeatTaken) -> State:
    seat = Seat(
        id=shared(event.seat),
        person=event.person,
        role=event.role,
        language=event.language,
        proxy=event.proxy,
        absent=event.absent,
        waiting=event.waiting,
    )
    return replace(
        state, seats=with_entry(state.seats, seat.id, seat), next_seat=state.next_seat + 1
    )


def _seat(**changes: object) -> Fold:
    def fold(state: State, event: ev.Event) -> State:
        found = state.seats[event.seat]  # type: ignore[attr-defined]  # registered for events with a seat
        seat = replace(found, **changes)  # type: ignore[arg-type]  # fields of Seat
        return replace(state, seats=with_entry(state.seats, seat.id, seat))

    return fold


def _role_taken(state: State, event: ev.RoleTaken) -> State:
    return _seat(role=event.role)(state, event)


def _language_set(state: State, event: ev.LanguageSet) -> State:
    return _seat(language=event.language)(state, event)


def _left(state: State, event: ev.RoundLeft) -> State:
    now = state.round
    if now is None:
        return state
    past = PastRound(id=now.id, key=now.key, n=now.n, used_ms=event.used_ms, before=now.before)
    return replace(state, past=(*state.past, past), round=None)


def _seat_removed(state: State, event: ev.SeatRemoved) -> State:
    return _seat(removed=True, here=False, into=event.into)(state, event)


def _deputy_removed(state: State, event: ev.DeputyRemoved) -> State:
    left = tuple(one for one in state.deputies if one != event.person)
    return replace(state, deputies=left, desk="" if state.desk == event.person else state.desk)


def _closed(state: State, event: ev.GameClosed) -> State:
    is_over = is_waiting(state)
    return replace(state, phase="closed", paused_at=None, until=event.until, over=is_over)


def is_waiting(state: State) -> bool:
    """Whether this is a project's next game that has not begun: the map is the last one's yet."""
    return state.phase == "lobby" and state.rules.version > 0 and not state.has_map


def _map_renewed(state: State, event: ev.MapRenewed) -> State:
    return replace(state, version=event.version, map=EMPTY.map, next_node=1, undo=None)


def _nudged(state: State, event: ev.Nudged) -> State:
    return _seat(nudged=state.seats[event.seat].nudged + 1)(state, event)


FOLDS: dict[type[ev.Event], Fold] = {
    ev.GameCreated: _created,
    ev.GameStarted: lambda state, event: replace(state, phase="playing"),
    ev.GameClosed: _closed,
    ev.MapRenewed: _map_renewed,
    ev.MapTaken: lambda state, event: replace(state, has_map=True),
    ev.GameFollowed: lambda state, event: replace(state, over=True),
    ev.SeatTaken: _seat_taken,
    ev.RoleTaken: _role_taken,
    ev.LanguageSet: _language_set,
    ev.Shaken: _seat(shaken=True),
    ev.SeatAdmitted: _seat(waiting=False),
    ev.SeatGone: _seat(here=False),
    ev.SeatBack: _seat(here=True),
    ev.SeatRemoved: _seat_removed,
    ev.SeatKnocked: _seat(removed=False, waiting=True, here=True),
    ev.SeatOwned: _seat(proxy=False),
    ev.SeatSigned: _seat(signed=True),
    ev.Nudged: _nudged,
    ev.LockSet: lambda state, event: replace(state, locked=event.locked),
    ev.JoinPolicySet: lambda state, event: replace(state, join_policy=event.policy),
    ev.NamesHidden: lambda state, event: replace(state, hide_names=event.on),
    ev.DeputyAdded: lambda state, event: replace(state, deputies=(*state.deputies, event.person)),
    ev.DeputyRemoved: _deputy_removed,
    ev.BackupSet: lambda state, event: replace(state, backup=event.digest or ""),
    ev.DeskTaken: lambda state, event: replace(state, desk=event.desk),
    ev.ViewShown: lambda state, event: replace(state, view=event.view),
    ev.RoundLeft: _left,
    **ROUND_FOLDS,
    **MAP_FOLDS,
}
