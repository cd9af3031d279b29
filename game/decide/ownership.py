"""R4 Ejerskab: claims and nominations, secret first; then owners say yes or no (GR6, BR8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.benefit_map import counted
from game.decide import changes, links, measures, owners
from game.decide.ask import Ask
from game.decide.build import all_plays, by_importance, make_play, put_play
from game.decide.draft import Draft
from game.decide.owner_asks import open_asks, revealed_asks
from game.deck import CARDS
from game.errors import RuleError
from game.estimates import read_date
from game.model import Answer, Assignment, Node, Seat, State
from game.ownership import (
    ANSWERED_TYPES,
    OWNED_TYPES,
    is_owned,
    is_tie,
    may_accept_disbenefit,
    may_co_sign,
    may_own,
    require_owner,
)
from game.variants import variant


def opened(draft: Draft) -> None:
    """Nothing is dealt: everybody may claim or name an owner, in secret."""


def revealed(draft: Draft) -> None:
    """Each node gets the one who claimed it, else the one most people named (BR8)."""
    plays = all_plays(draft.state, "claim", "nominate")
    for node_id in dict.fromkeys(play.node or "" for play in plays):
        node = draft.map.nodes[node_id]
        if node.type not in OWNED_TYPES or not node.counts or is_owned(draft.map, node_id):
            continue
        about = [play for play in plays if play.node == node_id]
        claims = owners.read_claims(draft, node, [one for one in about if one.do == "claim"])
        named = owners.most_named(draft, node, [one for one in about if one.do == "nominate"])
        if claims:
            give(draft, node, claims[0].seat, [one.seat for one in claims[1:]], about[0].seat)
            if len(claims) > 1 and is_tie(claims[0], claims[1]) and _is_important(draft, node):
                draft.tell("BR8", node_id)
        elif named:
            _nominate(draft, node, *named, nominator=about[0].seat)


def resolved(draft: Draft) -> None:
    """Owners stand as they answered; the half hour leads its benefits to goals here (BR13)."""
    if draft.variant.round("r3") is None:
        links.reach_goals(draft)


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """One claim or nomination while open; then the answers only owners can give."""
    now = state.round
    if now is not None and now.step == "open":
        return open_asks(state, seat)
    if now is None or now.step != "revealed":
        return ()
    return (*revealed_asks(state, seat), *_change_asks(state, seat))


def plays_left(state: State, seat: str) -> int:
    """Role cards may be played, but nobody waits for them."""
    del state, seat
    return 0


def play_role_card(draft: Draft, seat: str, command: cm.PlayCard) -> None:
    """A role card on a benefit nominates that role."""
    card = CARDS.get(command.card)
    if card is None or card.role is None:
        raise RuleError("card.wrong_family")
    if command.target is None:
        raise RuleError("node.unknown", node="")
    _name(draft, seat, cm.Nominate(node=command.target, role=card.role))


def resolve_contest(draft: Draft, command: cm.ResolveContest) -> None:
    """Names who settles a contested node by a date, or who of two claimants is asked (BR8).

    One of two who claimed a node that is contested as well is named for both.
    """
    node, seat = draft.node(command.node), draft.seat(command.seat)
    by = None if command.by is None else read_date(command.by).isoformat()
    rivals = () if is_owned(draft.map, node.id) else owners.claimants(draft.map, node.id)
    if node.state == "contested":
        if by is None:
            raise RuleError("date.missing")
        settled = replace(node, settler=seat.id, settle_by=by, title=None)
        draft.add(ev.NodeSet(node=settled, why="resolve_contest"))
        held = draft.map.assignments.get(node.id)
        is_asked = held is not None and (held.seat, held.state) == (seat.id, "nominated")
        if seat.id not in rivals or is_asked or may_own(seat.role, node) == "no":
            return
    if not node.counts:
        raise RuleError("round.step")
    require_owner(seat.role, draft.node(node.id, *ANSWERED_TYPES))
    if is_owned(draft.map, node.id):
        raise RuleError("owner.taken", node=node.id)
    give(draft, draft.map.nodes[node.id], seat.id, rivals, None)


def _claim(draft: Draft, seat: str, command: cm.Claim) -> None:
    node = _ownable(draft, command.node)
    require_owner(draft.seat(seat).role, node)
    if draft.round.step == "open":
        put_play(draft, make_play(draft, seat, "claim", node=node.id))
        return
    first, *others = owners.rank_claimants(draft, node, seat)
    give(draft, node, first, others, seat)


def _name(draft: Draft, seat: str, command: cm.Nominate) -> None:
    node = _ownable(draft, command.node)
    if command.seat is None and command.role is None:
        raise RuleError("owner.missing")
    named = draft.seat(command.seat) if command.seat else None
    role = named.role if named else command.role or ""
    owners.require_role(role)
    require_owner(role, node)
    if draft.round.step == "open":
        to_seat = named.id if named else None
        play = make_play(draft, seat, "nominate", node=node.id, to_seat=to_seat, role=role)
        put_play(draft, play)
        return
    held = draft.map.assignments.get(node.id)
    if held is not None and held.state == "nominated":
        raise RuleError("owner.taken", node=node.id)
    _nominate(draft, node, named or owners.seat_of_role(draft.state, role), role, nominator=seat)


def _ownable(draft: Draft, node_id: str) -> Node:
    """A node on the table that somebody may take: nobody has accepted it yet."""
    node = draft.node(node_id, *OWNED_TYPES)
    if not node.counts:
        raise RuleError("node.parked", node=node_id)
    if is_owned(draft.map, node_id):
        raise RuleError("owner.taken", node=node_id)
    return node


def give(draft: Draft, node: Node, seat: str, others: Sequence[str], nominator: str | None) -> None:
    """The claimant is nominated and asked; other claimants become responsible beside (BR8)."""
    person = draft.state.seats[seat]
    made = Assignment(
        node=node.id,
        role=person.role,
        state="nominated" if person.plays else "absent",
        person=person.person,
        seat=seat,
        responsible=tuple(one for one in others if one != seat),
        provenance=("rule:BR8", owners.CLAIMED),
    )
    draft.add(ev.AssignmentSet(assignment=made, why="BR8.claim", nominator=nominator))
    measures.settle_money(draft)  # another owner's cash is not signed for


def _nominate(
    draft: Draft, node: Node, seat: Seat | None, role: str, *, nominator: str | None
) -> None:
    """A nomination owns nothing until it is accepted; of somebody absent it cannot be."""
    made = Assignment(
        node=node.id,
        role=seat.role if seat else role,
        state="nominated" if seat and seat.plays else "absent",
        person=seat.person if seat else None,
        seat=seat.id if seat else None,
        provenance=("rule:BR8",),
    )
    draft.add(ev.AssignmentSet(assignment=made, why="BR8.nominated", nominator=nominator))
    measures.settle_money(draft)


def _is_important(draft: Draft, node: Node) -> bool:
    """Whether the node is among the three most important: only their ties are talked through."""
    ranked = by_importance(draft.state, counted(draft.map, "benefit"))
    return node in ranked[: draft.variant.thresholds.talked_through]


def _accept(draft: Draft, seat_id: str, command: cm.Accept) -> None:
    node, seat = draft.node(command.node, *ANSWERED_TYPES), draft.seat(seat_id)
    by = read_date(command.by).isoformat()
    held = draft.map.assignments.get(node.id)
    if held is None and owners.may_lead(draft.state, seat_id, node):
        held = Assignment(
            node=node.id,
            role=seat.role,
            state="nominated",
            person=seat.person,
            seat=seat_id,
            provenance=("rule:GR6",),
        )
    if held is None or held.seat != seat_id or held.state not in ("nominated", "absent"):
        raise RuleError("owner.not_asked")
    require_owner(seat.role, node)
    made = replace(held, state="accepted", by=by, proxy=False)
    if seat.proxy:
        made = replace(held, state="nominated", by=by, proxy=True)
    draft.add(ev.AssignmentSet(assignment=made, why="accept"))


def _decline(draft: Draft, seat: str, command: cm.Decline) -> None:
    node = draft.node(command.node)
    held = draft.map.assignments.get(node.id)
    if held is None and owners.may_lead(draft.state, seat, node):
        answer = Answer(seat=seat, do="lead_change", key=node.id, first=0)
        draft.add(ev.AnswerGiven(round=draft.round.id, answer=answer))
        return
    if held is None or held.seat != seat or held.state == "declined":
        raise RuleError("owner.not_asked")
    draft.add(ev.AssignmentSet(assignment=replace(held, state="declined", by=None), why="decline"))


def _co_sign(draft: Draft, seat_id: str, command: cm.CoSign) -> None:
    node, seat = draft.node(command.node, "benefit"), draft.seat(seat_id)
    if node.benefit_class != "C":
        raise RuleError("co_sign.not_cash")
    if not may_co_sign(seat.role, node):
        raise RuleError("co_sign.not_budget_holder")
    held = draft.map.assignments.get(node.id)
    if held is None:
        raise RuleError("owner.missing")
    if seat.proxy and held.co_signed:
        return  # what the budget holder said with their own hand stands
    signed = replace(held, co_signed=not seat.proxy, co_signer=seat.person)
    draft.add(ev.AssignmentSet(assignment=signed, why="co_sign"))
    measures.settle_money(draft)


def _accept_disbenefit(draft: Draft, seat_id: str, command: cm.AcceptDisbenefit) -> None:
    """V11: its owner, or a director, says that we live with it."""
    node, seat = draft.node(command.node, "disbenefit"), draft.seat(seat_id)
    held = draft.map.assignments.get(node.id)
    owns = held is not None and held.seat == seat_id and held.state == "accepted"
    if not may_accept_disbenefit(seat.role, node, owns=owns):
        raise RuleError("disbenefit.not_yours")
    draft.add(ev.NodeSet(node=replace(node, accepted_as_is=True, title=None), why="V11"))


def _change_asks(state: State, seat: str) -> tuple[Ask, ...]:
    """The half hour: who accepted a benefit is asked at once what must change (game.md 2)."""
    if variant(state.rules.variant).round("r3") is not None:
        return ()
    found = []
    for node_id, held in state.map.assignments.items():
        node = state.map.nodes[node_id]
        is_mine = held.seat == seat and held.state == "accepted" and node.type == "benefit"
        if is_mine and not owners.changes_before(state, node_id):
            found.append(changes.ask_change(state, node))
    return tuple(found)


PLAYERS: Mapping[type[cm.Command], Any] = {
    cm.Claim: _claim,
    cm.Nominate: _name,
    cm.Accept: _accept,
    cm.Decline: _decline,
    cm.CoSign: _co_sign,
    cm.AcceptDisbenefit: _accept_disbenefit,
}
