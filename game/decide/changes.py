"""R3 Forandringer: who must do what differently; links, lanes, ghosts (GR5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from game import commands as cm
from game import events as ev
from game.deal import seeded
from game.decide import links
from game.decide.ask import Ask, Options
from game.decide.ballots import park_by_rule
from game.decide.build import (
    all_plays,
    back_node,
    find_node,
    group_plays,
    make_node,
    make_play,
    node_tie,
    play_key,
    put_play,
)
from game.decide.draft import Draft, clean_text
from game.decide.titles import show_node
from game.deck import CARDS, family
from game.errors import RuleError
from game.model import EdgeKind, Node, NodeType, Play, Seat, State
from game.say import say

CHANGE_LENGTH = 80
CHANGED_FOR: Final[tuple[NodeType, ...]] = ("benefit", "enabler", "disbenefit")
"""What a change may be proposed for."""


def opened(draft: Draft) -> None:
    """Each benefit goes to two or three phones, each deliverable to its share of them (GR5)."""
    seats = [seat for seat in draft.players() if seat.here]
    nodes = draft.map.nodes.values()
    benefits = [node.id for node in nodes if node.type == "benefit" and node.counts]
    enablers = [node.id for node in nodes if node.type == "enabler" and node.counts]
    limits = draft.variant.thresholds
    few = limits.asked_per_benefit_least if len(benefits) > len(seats) else limits.asked_per_benefit
    asked = _spread(draft, seats, benefits, few)
    if enablers:
        most = limits.enablers_per_phone_small_room if len(seats) < limits.small_room else 1
        share = max(1, -(-len(seats) // len(enablers)))
        asked |= _spread(draft, seats, enablers, share, most)
    draft.add(ev.Asked(asked=asked))


def _spread(
    draft: Draft, seats: Sequence[Seat], nodes: Sequence[str], each: int, most: int | None = None
) -> dict[str, tuple[str, ...]]:
    """Each node to `each` seats, the least asked first, and to nobody who has `most` already.

    But somebody is always asked.
    """
    load: Counter[str] = Counter()
    asked = {}
    for node in nodes:
        order = seeded(draft.state.seed, f"change|{node}", [seat.id for seat in seats])
        ranked = sorted(order, key=lambda seat: load[seat])
        free = [seat for seat in ranked if most is None or load[seat] < most]
        chosen = free[:each] or ranked[:1]
        load.update(chosen)
        asked[f"propose_change:{node}"] = tuple(chosen)
    return asked


def revealed(draft: Draft) -> None:
    """Changes stand on the map, each target an arrow; others are asked about the arrows (BR6)."""
    arrows: list[tuple[Play, str, str, EdgeKind]] = []
    for group in group_plays(all_plays(draft.state, "propose_change")):
        node = find_node(draft, group.key, "change")
        if node is None:
            made = Node(id="", label="", type="change", provenance=("rule:GR5",))
            node = make_node(draft, group, made)
        else:
            back_node(draft, node, {play.seat for play in group.plays})
        arrows += [(play, *_ends(draft, node.id, play.node or "")) for play in group.plays]
    arrows += [
        (play, play.node or "", play.target or "", play.kind)
        for play in all_plays(draft.state, "propose_edge")
    ]
    links.draw(draft, links.gather(arrows, draft.state))
    _keep_short(draft)


def _ends(draft: Draft, change: str, node: str) -> tuple[str, str, EdgeKind]:
    """Which way the arrow of a proposed change goes, by what it was proposed for."""
    kind = draft.map.nodes[node].type
    if kind == "enabler":
        return node, change, "leads_to"
    return change, node, "mitigates" if kind == "disbenefit" else "leads_to"


def _keep_short(draft: Draft) -> None:
    """GR5: at most 12 changes stay: one for each benefit first, then by benefits reached."""
    nodes = draft.map.nodes
    changes = [n for n in nodes.values() if n.type == "change" and n.counts and not n.ghost]
    excess = len(changes) - draft.variant.changes
    if excess <= 0:
        return
    reached = {one.id: _benefits_after(draft, one.id) for one in changes}
    ranked = sorted(
        changes,
        key=lambda one: (-len(reached[one.id]), -one.support, node_tie(draft.state, one)),
    )
    first: list[Node] = []
    served: set[str] = set()
    for one in ranked:
        if reached[one.id] - served:
            first.append(one)
            served |= reached[one.id]
    rest = [one for one in ranked if one not in first]
    for one in (*first, *rest)[draft.variant.changes :]:
        park_by_rule(draft, one, "GR5")


def _benefits_after(draft: Draft, change: str) -> set[str]:
    """The benefits that count and that a change leads straight to."""
    nodes, edges = draft.map.nodes, draft.map.edges.values()
    after = [nodes[edge.target] for edge in edges if edge.source == change]
    return {node.id for node in after if node.type == "benefit" and node.counts}


def resolved(draft: Draft) -> None:
    """Arrows get their state, and every benefit a way to a goal (BR6, BR13)."""
    links.settle_answers(draft)
    links.reach_goals(draft)


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """What must change, while open; whether one thing leads to another, once revealed."""
    now = state.round
    if now is None or now.step != "open":
        return links.asks(state, seat)
    said = {play.node for play in now.plays.get(seat, ())}
    return tuple(
        ask_change(state, node)
        for question, seats in now.asked.items()
        if seat in seats
        and (node := state.map.nodes[question.removeprefix("propose_change:")]).counts
        and node.type in CHANGED_FOR
        and node.id not in said
    )


def ask_change(state: State, node: Node) -> Ask:
    """The question about one node, with the change cards to choose from."""
    names = {"enabler": "ask.propose_change_enabler", "disbenefit": "ask.propose_change_disbenefit"}
    return Ask(
        id=f"propose_change:{node.id}",
        do="propose_change",
        d={"node": node.id},
        needs=("text",),
        options={"card": change_cards(state)},
        text=say(names.get(node.type, "ask.propose_change"), node=show_node(node)),
    )


def change_cards(state: State) -> Options:
    """The change cards of the deck, prerequisites left out."""
    cards = family(state.rules.deck, "change")
    return tuple((card.id, say(f"card.{card.id}")) for card in cards if card.node_type == "change")


def plays_left(state: State, seat: str) -> int:
    """Changes are asked for, not played from a hand."""
    del state, seat
    return 0


def _read(draft: Draft, seat: str, command: cm.ProposeChange) -> Play:
    """The proposed change: a card of the deck, or words of one's own."""
    node = draft.node(command.node, *CHANGED_FOR)
    if command.text is None and command.card is not None:
        card = CARDS.get(command.card)
        if card is None or card.node_type != "change":
            raise RuleError("card.wrong_family")
        play = make_play(draft, seat, "propose_change", node=node.id, card=card.id)
    else:
        text = clean_text(command.text, CHANGE_LENGTH)
        play = make_play(draft, seat, "propose_change", node=node.id, text=text)
    _require_on_table(draft, play)
    return play


def _require_on_table(draft: Draft, play: Play) -> None:
    """What the facilitator parked comes back by the facilitator's hand alone."""
    found = find_node(draft, play_key(play), "change")
    if found is not None and found.state == "parked" and found.parked_by != "rule":
        raise RuleError("node.parked", node=found.id)


def _add(draft: Draft, play: Play) -> None:
    """A change that is proposed in the open (R6, the half hour): it stands on the map at once."""
    (group,) = group_plays([play])
    node = find_node(draft, group.key, "change")
    if node is None:
        node = make_node(draft, group, Node(id="", label="", type="change"))
    elif play.seat not in draft.state.supporters.get(node.id, frozenset()):
        node = back_node(draft, node, {play.seat})
    source, target, kind = _ends(draft, node.id, play.node or "")
    proposals = links.gather([(play, source, target, kind)], draft.state)
    links.draw(draft, proposals)


def _propose(draft: Draft, seat: str, command: cm.ProposeChange) -> None:
    play = _read(draft, seat, command)
    if draft.round.step == "revealed":
        _add(draft, play)
        return
    put_play(draft, play)


PLAYERS: Mapping[type[cm.Command], Any] = {cm.ProposeChange: _propose}
