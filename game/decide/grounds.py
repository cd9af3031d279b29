"""What a seat's questions stand on: while it is unchanged, so are they, and need no second look.

A seat's questions follow from what is public and from what the seat did itself, never from what
others do in secret. So a secret play of one seat leaves everybody else's questions as they were.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.kept import latest
from game.model import State

Parts = tuple[object, ...]


@latest
def public(state: State) -> Parts:
    """What everybody's questions may follow from at this moment; parts are compared by identity."""
    now = state.round
    if now is None:
        return (state.phase, state.map.assignments)
    moment = (
        *(state.phase, now.id, now.step, now.stage, now.wave, now.ends),
        *(now.asked, now.limit, state.map.assignments, state.over),
    )
    is_playing = state.phase != "closed"
    if is_playing and (now.key == "r0" or now.stage == "second" or _hands_only(state)):
        return moment
    if is_playing and now.key in {"r1", "r2"}:
        return (*moment, state.map.nodes, state.revoted)
    turned = now.plays if now.step == "revealed" else None
    return (*moment, state.map, state.seats, turned, state.hide_names)


def own(state: State, seat: str) -> Parts:
    """What this seat's questions may follow from beside that."""
    return tuple(mark.get(seat) for mark in marks(state))


def marks(state: State) -> tuple[Mapping[str, object], ...]:
    """The same for every seat: what stands under its id in each of these."""
    now = state.round
    if now is None:
        return (state.seats, {}, {})
    return (state.seats, now.own, now.hands)


def _hands_only(state: State) -> bool:
    """R2 while it is open: nothing is asked, the hand alone is played from."""
    now = state.round
    return now is not None and now.key == "r2" and now.step == "open"
