"""Moves of the facilitator's that can be taken back, and taking the latest back (game.md 2.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from game import events as ev
from game.benefit_map import closes_cycle
from game.decide.draft import Draft
from game.errors import RuleError
from game.evolve import touched
from game.fold import without
from game.model import BenefitMap, Edge, Move, State

V = TypeVar("V")


def undoable(draft: Draft, do: str, build: Callable[[Draft], None]) -> None:
    """Makes the move and marks it, so that `undo` knows what was before."""
    trial = Draft(draft.state, draft.at)
    build(trial)
    touches = frozenset[str]().union(*(touched(event) for event in trial.events))
    count = len(trial.events)
    draft.add(ev.MoveBegan(do=do, touches=tuple(sorted(touches)), events=count), *trial.events)


def undo(draft: Draft) -> None:
    """Reverses the latest move; `undo.too_late` when a later event touched the same parts.

    It is too late also when an arrow drawn since would lead in a circle with one that comes back,
    and `game.full` when somebody who was taken out would come back to a room filled since.
    """
    move = draft.state.undo
    if move is None:
        raise RuleError("undo.nothing")
    if move.spoiled:
        raise RuleError("undo.too_late")
    now, before, touches = draft.map, move.before.map, move.touches
    nodes = _back(before.nodes, now.nodes, touches)
    edges = _arrows_back(now, move)
    gone = _gone(draft.state, move)
    if _lead_in_a_circle(edges, without(now.edges, *gone)):
        raise RuleError("undo.too_late")
    if not has_room(draft.state, move):
        raise RuleError("game.full")
    draft.add(
        ev.Undone(
            do=move.do,
            nodes=tuple(replace(node, title=None) for node in nodes),
            edges=tuple(edges),
            assignments=_back(before.assignments, now.assignments, touches),
            seats=_back(move.before.seats, draft.state.seats, touches),
            gone=gone,
        )
    )


def has_room(state: State, move: Move) -> bool:
    """Whether there is room for those whom taking the move back would bring back."""
    was = move.before.seats
    back = [one for one in move.touches if one in was and was[one].plays]
    back = [one for one in back if not state.seats[one].plays]
    here = sum(seat.plays for seat in state.seats.values())
    return not back or here + len(back) <= state.rules.capacity


def _back(was: Mapping[str, V], now: Mapping[str, V], touches: frozenset[str]) -> tuple[V, ...]:
    """What the move touched and made another, or took away, as it was."""
    return tuple(one for key, one in was.items() if key in touches and now.get(key) != one)


def _gone(state: State, move: Move) -> tuple[str, ...]:
    touches = move.touches
    now, before = state.map, move.before.map
    gone = [key for key in now.nodes if key in touches and key not in before.nodes]
    gone += [
        key
        for key, edge in now.edges.items()
        if key not in before.edges and _is_about(edge, touches)
    ]
    gone += [
        f"assignment/{key}"
        for key in now.assignments
        if key in touches and key not in before.assignments
    ]
    gone += [key for key in state.seats if key in touches and key not in move.before.seats]
    gone += [
        key for key in state.dismissed - move.before.dismissed if set(key.split("+")) <= touches
    ]
    return tuple(gone)


def _arrows_back(now: BenefitMap, move: Move) -> list[Edge]:
    return [
        edge
        for key, edge in move.before.map.edges.items()
        if now.edges.get(key) != edge and _is_about(edge, move.touches)
    ]


def _lead_in_a_circle(back: list[Edge], now: Mapping[str, Edge]) -> bool:
    """Whether arrows that come back would make something its own effect (V7)."""
    stay = {**now, **{edge.id: edge for edge in back}}.values()
    return any(
        edge.kind == "leads_to" and closes_cycle(stay, edge.source, edge.target) for edge in back
    )


def _is_about(edge: Edge, touches: frozenset[str]) -> bool:
    return bool({edge.id, edge.source, edge.target} & touches)
