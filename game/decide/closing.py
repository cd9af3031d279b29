"""R7 Lukning, and what stays open after it: actions with a date, signatures, notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.deal import play_id
from game.decide import challenges, measure_asks, owner_asks
from game.decide.ask import Ask
from game.decide.draft import Draft, clean_text
from game.decide.titles import action_text, show_node
from game.errors import RuleError
from game.estimates import read_date
from game.findings import findings
from game.model import Action, Note, State
from game.say import say
from game.survey import context


def opened(draft: Draft) -> None:
    """Every red finding, ghost and unanswered challenge is an action that waits for somebody."""
    sync_actions(draft)


def revealed(draft: Draft) -> None:
    """R7 has no reveal."""


def resolved(draft: Draft) -> None:
    """The verdict is written with the map's version."""


def plays_left(state: State, seat: str) -> int:
    """No cards in R7."""
    del state, seat
    return 0


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """One action each with a date; owners sign."""
    now = state.round
    if now is None or now.step != "open":
        return ()
    return (*_commit_asks(state, seat), *_sign_asks(state, seat))


def asks_after(state: State, seat: str) -> tuple[Ask, ...]:
    """What an owner may still fill in from the phone after closing (game.md 2)."""
    measures = [
        measure_asks.ask_measure(state, node)
        for held in state.map.assignments.values()
        if held.seat == seat
        and held.state == "accepted"
        and (node := state.map.nodes[held.node]).type == "benefit"
        and node.counts
        and measure_asks.is_measure_open(state, node)
    ]
    found = (
        *owner_asks.revealed_asks(state, seat, is_later=True),
        *measures,
        *challenges.answer_asks(state, seat),
        *_commit_asks(state, seat),
        *_sign_asks(state, seat),
    )
    return tuple(replace(ask, optional=True) for ask in found)


def _commit_asks(state: State, seat: str) -> tuple[Ask, ...]:
    waiting = [one for one in state.map.actions.values() if not one.done and one.by is None]
    has_one = any(one.seat == seat for one in state.map.actions.values())
    if not waiting or has_one:
        return ()
    options = tuple((one.id, action_text(state.map, one)) for one in waiting)
    return (
        Ask(
            id="commit",
            do="commit",
            needs=("action", "by"),
            options={"action": options},
            text=say("ask.commit", action=options[0][1]),
        ),
    )


def _sign_asks(state: State, seat: str) -> tuple[Ask, ...]:
    owned, person = _owned(state, seat), state.seats[seat]
    if not owned or person.signed or person.proxy:
        return ()
    titles = tuple(show_node(state.map.nodes[node]) for node in owned)
    return (Ask(id="sign", do="sign", text=say("ask.sign", nodes=titles)),)


def _owned(state: State, seat: str) -> list[str]:
    held = state.map.assignments.values()
    return [
        one.node
        for one in held
        if one.seat == seat and one.state == "accepted" and state.map.nodes[one.node].counts
    ]


def sync_actions(draft: Draft) -> None:
    """Every red finding makes an action, once R6 is over; what is mended is done (game.md 6)."""
    seen = context(draft.state)
    if not seen.is_over("r6"):
        return
    wanted = {
        f"{one.rule}.{one.node or 'map'}": Action(id="", rule=one.rule, node=one.node)
        for one in findings(draft.map, seen)
        if one.level == "red"
    }
    for node in draft.map.nodes.values():
        if node.ghost and node.counts:
            wanted[f"ghost.{node.id}"] = Action(id="", rule="ghost", node=node.id)
    for held in draft.map.challenges.values():
        if not held.is_answered and draft.map.nodes[held.node].counts:
            wanted[f"challenge.{held.id}"] = Action(id="", rule="challenge", node=held.node)
    for action_id, action in wanted.items():
        old = draft.map.actions.get(action_id)
        if old is None or old.done:
            made = replace(old or action, id=action_id, done=False)
            draft.add(ev.ActionSet(action=made))
    for action in tuple(draft.map.actions.values()):
        if action.id not in wanted and not action.done:
            draft.add(ev.ActionSet(action=replace(action, done=True)))


def _commit(draft: Draft, seat_id: str, command: cm.Commit) -> None:
    action, seat = draft.map.actions.get(command.action), draft.seat(seat_id)
    if action is None or action.done:
        raise RuleError("action.unknown")
    if action.seat not in (None, seat_id):
        raise RuleError("action.taken")
    by = read_date(command.by).isoformat()
    draft.add(ev.ActionSet(action=replace(action, seat=seat_id, role=seat.role, by=by)))


def _sign(draft: Draft, seat_id: str, command: cm.Sign) -> None:
    del command
    seat = draft.seat(seat_id)
    if seat.proxy:
        raise RuleError("sign.proxy")
    if not _owned(draft.state, seat_id):
        raise RuleError("sign.nothing")
    if seat.signed:
        raise RuleError("sign.already")
    draft.add(ev.SeatSigned(seat=seat_id))


def _minority_note(draft: Draft, seat_id: str, command: cm.MinorityNote) -> None:
    node = draft.node(command.node)
    if node.state != "contested":
        raise RuleError("note.not_contested")
    text = clean_text(command.text, draft.variant.thresholds.note_length)
    note = Note(
        id=play_id(draft.state.seed, "minority", 1, seat_id, node.id),
        node=node.id,
        kind="minority",
        text=None,
        signed_by=draft.seat(seat_id).person if command.signed else None,
    )
    draft.add(ev.NoteAdded(note=note, text=text))


PLAYERS: Mapping[type[cm.Command], Any] = {
    cm.Commit: _commit,
    cm.Sign: _sign,
    cm.MinorityNote: _minority_note,
}
