"""What the facilitator may do beside the steps (game.md 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.decide import ballots, lobby, measures, moves, ownership, undo, versions
from game.decide.draft import Draft, clean_text
from game.decide.titles import publish_titles
from game.errors import RuleError
from game.ownership import may_own
from game.roles import ROLES

EDITS = frozenset(
    {
        "rename", "reject", "park", "unpark", "set_class", "give_reason", "resolve_contest",
        "add_absent", "undo",
    }
)  # fmt: skip
"""Register edits, which stay open to the facilitator until the next game begins (game.md 1)."""
AFTER_CLOSE = EDITS | {
    "hide_names", "show", "seat_joined", "seat_left", "own_seat", "hand_on",
    "add_deputy", "remove_deputy", "set_backup", "take_desk",
}  # fmt: skip
"""What stays open to the facilitator and the shell after closing."""
DAY_MS = 24 * 60 * 60 * 1000
NAME_LENGTH = 60
POLICIES = ("open", "approve", "closed")
REASON_RULES = ("V14", "X17", "X19")


def _close(draft: Draft, command: cm.Close) -> None:
    """Ends the game at any step; what was not revealed stays secret, the map stands."""
    del command
    if draft.state.round is not None:
        publish_titles(draft)
    draft.add(ev.GameClosed(at=draft.at, until=draft.at + draft.variant.action_days * DAY_MS))
    versions.write(draft)


def _set_lock(*, locked: bool) -> Callable[[Draft, Any], None]:
    def rule(draft: Draft, command: cm.Command) -> None:
        del command
        draft.add(ev.LockSet(locked=locked))

    return rule


def _join_policy(draft: Draft, command: cm.JoinPolicy) -> None:
    if command.policy not in POLICIES:
        raise RuleError("policy.unknown")
    draft.add(ev.JoinPolicySet(policy=command.policy))


def _let_in(draft: Draft, command: cm.LetIn) -> None:
    """Somebody at the door becomes a player, with the hand of the round that is open."""
    if not draft.seat(command.seat).waiting:
        raise RuleError("seat.unknown", seat=command.seat)
    lobby.require_room(draft)
    draft.add(ev.SeatAdmitted(seat=command.seat))
    lobby.deal_in(draft, command.seat)


def _remove_seat(draft: Draft, command: cm.RemoveSeat) -> None:
    seat = draft.seat(command.seat)

    def build(trial: Draft) -> None:
        trial.add(ev.SeatRemoved(seat=seat.id))
        moves.make_absent(trial, seat)

    undo.undoable(draft, command.do, build)


def _merge_seats(draft: Draft, command: cm.MergeSeats) -> None:
    """Two seats of one person: the first that plays stays and takes over what the others own.

    One with a phone stays before one that is played for, or makes that one answer by itself.

    What its role may not own has an absent owner, as when somebody leaves.
    """
    seats = [draft.seat(seat) for seat in dict.fromkeys(command.seats)]
    if len(seats) < 2:
        raise RuleError("merge.not_alike")
    first, *others = sorted(seats, key=lambda one: (not one.plays, one.absent, one.proxy))
    if first.proxy and not all(one.proxy or one.absent for one in others):
        draft.add(ev.SeatOwned(seat=first.id))
    for other in others:
        draft.add(ev.SeatRemoved(seat=other.id, into=first.id))
        for made in tuple(draft.map.assignments.values()):
            if made.seat == other.id and may_own(first.role, draft.map.nodes[made.node]) != "no":
                state = "nominated" if made.state == "absent" and first.plays else made.state
                moved = replace(
                    made, seat=first.id, person=first.person, role=first.role, state=state
                )
                draft.add(ev.AssignmentSet(assignment=moved, why="merge_seats"))
        moves.make_absent(draft, other)


def _require_role(role: str) -> None:
    if role not in ROLES:
        raise RuleError("role.unknown", role=role)


def _set_role(draft: Draft, command: cm.SetRole) -> None:
    seat = draft.seat(command.seat)
    _require_role(command.role)
    moves.set_role(draft, seat, command.role)


def _add_absent(draft: Draft, command: cm.AddAbsent) -> None:
    """A role that is missing gets a place, so that it can be named as owner."""
    _require_role(command.role)
    if command.name:
        clean_text(command.name, NAME_LENGTH)
    seat = lobby.new_seat_id(draft.state)
    taken = ev.SeatTaken(
        seat=seat,
        person=lobby.new_person(draft.state, seat),
        role=command.role,
        language=draft.state.rules.language,
        absent=True,
    )
    undo.undoable(draft, command.do, lambda trial: trial.add(taken))


def _add_proxy(draft: Draft, command: cm.AddProxy) -> None:
    """A person in the room without a phone; the facilitator plays for them."""
    _require_role(command.role)
    clean_text(command.name, NAME_LENGTH)
    lobby.require_room(draft)
    seat = lobby.new_seat_id(draft.state)
    draft.add(
        ev.SeatTaken(
            seat=seat,
            person=lobby.new_person(draft.state, seat),
            role=command.role,
            language=draft.state.rules.language,
            proxy=True,
        )
    )
    lobby.deal_in(draft, seat)


def _nudge(draft: Draft, command: cm.Nudge) -> None:
    draft.add(ev.Nudged(seat=draft.seat(command.seat).id))


def _hide_names(draft: Draft, command: cm.HideNames) -> None:
    draft.add(ev.NamesHidden(on=command.on))


def _show(draft: Draft, command: cm.Show) -> None:
    draft.add(ev.ViewShown(view=command.view[:40]))


def _call_revote(draft: Draft, command: cm.CallRevote) -> None:
    now = draft.round
    if (now.key, now.step) != ("r2", "resolved"):
        raise RuleError("round.step")
    ballots.reopen_ballots(draft, command.nodes)


def _give_reason(draft: Draft, command: cm.GiveReason) -> None:
    if command.rule not in REASON_RULES:
        raise RuleError("reason.not_needed", rule=command.rule)
    text = clean_text(command.text, moves.REASON_LENGTH)
    draft.add(ev.ReasonGiven(rule=command.rule, text=text))


def _undo(draft: Draft, command: cm.Undo) -> None:
    del command
    undo.undo(draft)
    measures.settle_money(draft)


def _resolve_contest(draft: Draft, command: cm.ResolveContest) -> None:
    undo.undoable(draft, command.do, lambda trial: ownership.resolve_contest(trial, command))


def _assign_measure(draft: Draft, command: cm.AssignMeasure) -> None:
    measures.assign_measure(draft, command)


def _move(build: Callable[[Draft, Any], None]) -> Callable[[Draft, Any], None]:
    """A move that can be taken back; which kroner stand follows from what it leaves (X8, X10)."""

    def whole(trial: Draft, command: cm.Command) -> None:
        build(trial, command)
        measures.settle_money(trial)

    def rule(draft: Draft, command: cm.Command) -> None:
        undo.undoable(draft, command.do, lambda trial: whole(trial, command))

    return rule


ROOM: Mapping[type[cm.Command], Any] = {
    cm.Close: _close,
    cm.Lock: _set_lock(locked=True),
    cm.Unlock: _set_lock(locked=False),
    cm.JoinPolicy: _join_policy,
    cm.LetIn: _let_in,
    cm.RemoveSeat: _remove_seat,
    cm.MergeSeats: _merge_seats,
    cm.SetRole: _move(_set_role),
    cm.AddAbsent: _add_absent,
    cm.AddProxy: _add_proxy,
    cm.Nudge: _nudge,
    cm.HideNames: _hide_names,
    cm.Show: _show,
    cm.CallRevote: _call_revote,
    cm.GiveReason: _give_reason,
    cm.ResolveContest: _resolve_contest,
    cm.AssignMeasure: _assign_measure,
    cm.Undo: _undo,
    cm.Park: _move(lambda draft, command: moves.park(draft, command.node)),
    cm.Unpark: _move(lambda draft, command: moves.unpark(draft, command.node)),
    cm.Reject: _move(lambda draft, command: moves.reject(draft, command.node, command.text)),
    cm.Rename: _move(lambda draft, command: moves.rename(draft, command.node, command.title)),
    cm.Retype: _move(lambda draft, command: moves.retype(draft, command.node, command.type)),
    cm.SetClass: _move(lambda draft, command: moves.set_class(draft, command.node, command.class_)),
    cm.NameGhost: _move(lambda draft, command: moves.name_ghost(draft, command.node, command.text)),
    cm.Merge: _move(lambda draft, command: moves.merge(draft, command.nodes)),
    cm.DismissMerge: _move(lambda draft, command: moves.dismiss_merge(draft, command.nodes)),
}
