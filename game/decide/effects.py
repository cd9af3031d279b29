"""R2 Effekter: secret plays, the flip, seconds, votes (GR1-GR3, GR10, BR1-BR4, BR11, X1, X21)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.deal import cards_each, count_dealt, deal_hand, deal_hands, plays_each, tie
from game.decide import activity, ballots
from game.decide.ask import Ask
from game.decide.build import (
    Group,
    all_plays,
    back_node,
    find_node,
    group_plays,
    make_node,
    make_play,
)
from game.decide.draft import Draft, clean_text
from game.deck import CARDS, family
from game.edges import goal_edge
from game.errors import RuleError
from game.model import PERSPECTIVES, Node, Play, State


def opened(draft: Draft) -> None:
    """Hands are dealt once, when the round opens; a second wave plays on with the same hands.

    Who came between the waves gets a hand with the second one (GR4).
    """
    seats = tuple(seat.id for seat in draft.players())
    if draft.round.wave > 1:
        for seat in seats:
            deal_late(draft, seat)
        return
    hands = deal_hands(draft.state.seed, seats, _families(draft.state))
    draft.add(ev.HandsDealt(limit=plays_each(len(seats)), hands=hands))


def deal_late(draft: Draft, seat: str) -> None:
    """A late joiner gets a full hand of the least dealt cards; who comes back has theirs (GR1)."""
    now = draft.round
    if seat in now.hands:
        return
    dealt, each = count_dealt(now.hands), cards_each(len(draft.players()))
    hand = deal_hand(draft.state.seed, seat, _families(draft.state), dealt, each)
    draft.add(ev.HandsDealt(limit=now.limit, hands={seat: hand}))


def revealed(draft: Draft) -> None:
    """The plays flip together and become benefits (BR1-BR4), each with the goal it serves."""
    for group in group_plays(all_plays(draft.state, "play_card")):
        node = find_node(draft, group.key, "benefit")
        named = {play.seat: play.target for play in group.plays if play.target}
        if node is None:
            node = _make_benefit(draft, group)
        back_node(draft, node, {play.seat for play in group.plays}, named)
        link_goal(draft, node.id)


def link_goal(draft: Draft, node: str) -> None:
    """The goal most players named becomes a solid edge (GR1); ties in BR1 order."""
    votes = Counter(draft.state.goal_votes.get(node, {}).values())
    if not votes:
        return
    seed = draft.state.seed
    goal = min(votes, key=lambda one: (-votes[one], tie(seed, one)))
    edge = goal_edge(node, goal, support=votes[goal], state="solid", round_id=draft.round.id)
    old = [
        one.id
        for one in draft.map.edges.values()
        if one.source == node and one.target != goal and "rule:GR1" in one.provenance
    ]
    draft.add(*(ev.EdgeDropped(edge=one, why="GR1") for one in old))
    draft.add(ev.EdgeLinked(edge=edge, why="GR1"))


def voting(draft: Draft) -> None:
    """At most 24 nodes are put to the vote; the rest are parked with their text kept (GR10)."""
    ballots.open_ballots(draft)


def resolved(draft: Draft) -> None:
    """What the votes decide, and the shopping list kept short (BR11)."""
    ballots.settle_votes(draft)


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Two taps for each benefit on this seat's ballot."""
    return ballots.asks(state, seat)


def plays_left(state: State, seat: str) -> int:
    """How many cards this seat may still play in this wave (GR1)."""
    now = state.round
    if now is None or now.step != "open" or seat not in now.hands:
        return 0
    played = len(now.plays.get(seat, ()))
    left = now.limit - played
    if len(now.hands[seat]) - played >= left:  # so many cards are left at least
        return max(0, left)
    return min(left, len(playable(state, seat)))


def playable(state: State, seat: str) -> tuple[str, ...]:
    """The cards of this seat's hand that it has not played in this wave."""
    now = state.round
    if now is None:
        return ()
    played = {play.card for play in now.plays.get(seat, ())}
    return tuple(card for card in now.hands.get(seat, ()) if card not in played)


def _families(state: State) -> dict[str, tuple[str, ...]]:
    effects = family(state.rules.deck, "effect")
    return {
        row: tuple(card.id for card in effects if card.perspective == row) for row in PERSPECTIVES
    }


def _make_benefit(draft: Draft, group: Group) -> Node:
    card = CARDS[group.card] if group.card else None
    perspective = card.perspective if card else group.plays[0].perspective
    node = Node(
        id="",
        label="",
        type="benefit",
        card=None if card else "blank",
        perspective=perspective,
        benefit_class=(card.benefit_class if card else None) or "Q",
        state="proposed",
        provenance=("rule:BR2",) if card else ("rule:BR3",),
    )
    made = make_node(draft, group, node)
    activity.hear(draft, made)
    return made


def play_card(draft: Draft, seat: str, command: cm.PlayCard) -> None:
    """One card, face down: from the hand, with plays left, and words if it is the blank."""
    if draft.round.key == "r4":
        from game.decide import ownership  # noqa: PLC0415 - R4 plays role cards by the same command

        ownership.play_role_card(draft, seat, command)
        return
    now = draft.round
    if command.card not in now.hands.get(seat, ()) and not _is_on_paper(draft, seat, command.card):
        raise RuleError("card.not_in_hand", card=command.card)
    if command.card in {play.card for play in now.plays.get(seat, ())}:
        raise RuleError("card.played", card=command.card)
    if not plays_left(draft.state, seat):
        raise RuleError("plays.none_left")
    if command.target is not None:
        draft.node(command.target, "goal")
    draft.add(ev.PlayMade(round=now.id, play=_read_play(draft, seat, command)))


def _is_on_paper(draft: Draft, seat: str, card: str) -> bool:
    """Who has no phone may hold any printed effect card; a helper types in its id."""
    is_effect = any(one.id == card for one in family(draft.state.rules.deck, "effect"))
    return is_effect and draft.seat(seat).proxy


def _read_play(draft: Draft, seat: str, command: cm.PlayCard) -> Play:
    if command.card != "blank":
        return make_play(draft, seat, "play_card", card=command.card, target=command.target)
    text = clean_text(command.text, draft.variant.thresholds.blank_length)
    if command.perspective not in PERSPECTIVES:
        raise RuleError("perspective.missing")
    return make_play(
        draft,
        seat,
        "play_card",
        card="blank",
        text=text,
        perspective=command.perspective,
        target=command.target,
    )


def _withdraw(draft: Draft, seat: str, command: cm.WithdrawPlay) -> None:
    made = draft.round.plays.get(seat, ())
    if command.play not in {play.id for play in made}:
        raise RuleError("play.unknown")
    draft.add(ev.PlayWithdrawn(round=draft.round.id, play=command.play, seat=seat))


def _second(draft: Draft, seat: str, command: cm.Second) -> None:
    node = draft.node(command.node, "benefit")
    if seat in draft.state.supporters.get(node.id, frozenset()):
        raise RuleError("second.own", node=node.id)
    if node.counts:
        raise RuleError("round.step")
    if node.state == "parked" and node.parked_by != "rule":
        raise RuleError("node.parked", node=node.id)
    back_node(draft, replace(node, state="proposed"), {seat})


PLAYERS: Mapping[type[cm.Command], Any] = {
    cm.PlayCard: play_card,
    cm.WithdrawPlay: _withdraw,
    cm.Second: _second,
    cm.Vote: ballots.vote,
}
