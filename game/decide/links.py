"""Arrows: proposed by one, asked of others, drawn without cycles (BR5-BR7, BR13, GR5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.benefit_map import (
    closes_cycle,
    counted,
    direct,
    edge_id,
    graph,
    may_draw,
    node_number,
    polarity,
    reach,
    reaches_goal,
)
from game.deal import sample
from game.decide import activity
from game.decide.ask import Ask
from game.decide.build import groups_of, make_play, node_tie, put_play
from game.decide.draft import Draft
from game.decide.labels import ghost_label
from game.decide.titles import show_node
from game.edges import make_edge
from game.errors import RuleError
from game.model import Answer, Edge, EdgeKind, Node, Play, State
from game.say import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An arrow that some seats proposed; `is_flipped` when they drew it the other way (BR5)."""

    source: str
    target: str
    kind: EdgeKind
    seats: frozenset[str]
    plays: tuple[str, ...] = ()
    is_flipped: bool = False


def gather(plays: Iterable[tuple[Play, str, str, EdgeKind]], drawn: State) -> list[Proposal]:
    """Proposals out of plays (play, from, to, kind): turned the legal way, one for each arrow.

    Best supported first, then from, then to (BR7). An arrow that a retype has made illegal since
    it was played is left out.
    """
    found: dict[tuple[str, str, EdgeKind], Proposal] = {}
    nodes = drawn.map.nodes
    for play, source, target, kind in plays:
        ends = (nodes[source].type, nodes[target].type)
        if not may_draw(*ends, kind):
            continue
        flips = direct(*ends, kind) == "flipped"
        start, end = (target, source) if flips else (source, target)
        old = found.get((start, end, kind))
        found[start, end, kind] = Proposal(
            source=start,
            target=end,
            kind=kind,
            seats=(old.seats if old else frozenset()) | {play.seat},
            plays=(*(old.plays if old else ()), play.id),
            is_flipped=flips or (old is not None and old.is_flipped),
        )
    return sorted(
        found.values(),
        key=lambda one: (-len(one.seats), node_number(one.source), node_number(one.target)),
    )


def draw(draft: Draft, proposals: Sequence[Proposal]) -> None:
    """Draws what may be drawn and asks others about it (BR6); a cycle is skipped and told (BR7).

    The half hour asks nobody about arrows: there they are solid (game.md 2).
    """
    asked: dict[str, tuple[str, ...]] = {}
    for one in proposals:
        if direct(*_types(draft, one), one.kind) == "ghost":
            _draw_ghost(draft, one)
            continue
        if closes_cycle(draft.map.edges.values(), one.source, one.target):
            draft.tell("BR7", one.source, source=one.source, target=one.target)
            continue
        question = _draw_one(draft, one)
        if question:
            asked[f"answer_edge:{edge_id(one.source, one.target)}"] = question
    if asked:
        draft.add(ev.Asked(asked=asked))
    activity.hear_arrows(draft, (one.target for one in proposals if one.is_flipped))


def settle_answers(draft: Draft) -> None:
    """BR6: solid at 60 % of the answers; no answers or fewer: dashed."""
    for question in tuple(draft.round.asked):
        do, _, edge_key = question.partition(":")
        edge = draft.map.edges.get(edge_key)
        if do != "answer_edge" or edge is None:
            continue
        answers = draft.round.answers.get(question, {}).values()
        yes = sum(answer.first or 0 for answer in answers)
        share = draft.variant.thresholds.edge_solid
        is_solid = len(answers) > 0 and share.is_reached(yes, len(answers))
        draft.add(
            ev.EdgeLinked(edge=replace(edge, state="solid" if is_solid else "dashed"), why="BR6")
        )
        if not is_solid:
            draft.tell("BR6.dashed", edge.source, source=edge.source, target=edge.target)


def reach_goals(draft: Draft) -> None:
    """BR13: a benefit that reaches no goal is led to the goal most of its plays named.

    Those farthest down come first, so that what leads to them needs no arrow of its own.
    """
    goals = [node for node in draft.map.nodes.values() if node.type == "goal"]
    after = graph(draft.map).after
    benefits = counted(draft.map, "benefit")
    for node in sorted(benefits, key=lambda one: len(reach(one.id, after))):
        if reaches_goal(draft.map, node.id):
            continue
        named = Counter(draft.state.goal_votes.get(node.id, {}).values())
        goal = min(goals, key=lambda one: (-named[one.id], _goal_tie(draft, one, named))).id
        edge = make_edge(node.id, goal, round_id=draft.round.id, provenance=("rule:BR13",))
        draft.add(ev.EdgeLinked(edge=edge, why="BR13"))
        draft.tell("BR13", node.id, goal=goal)


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """'Fører det ene til det andet?' for each arrow this seat is asked about."""
    now = state.round
    if now is None or now.step != "revealed":
        return ()
    found = []
    for question, seats in now.asked.items():
        edge = state.map.edges.get(question.removeprefix("answer_edge:"))
        if edge is None or seat not in seats or seat in now.answers.get(question, {}):
            continue
        source, target = state.map.nodes[edge.source], state.map.nodes[edge.target]
        if not (source.counts and target.counts):
            continue
        name = "ask.answer_edge.mitigates" if edge.kind == "mitigates" else "ask.answer_edge"
        text = say(name, source=show_node(source), target=show_node(target))
        found.append(
            Ask(id=question, do="answer_edge", d={"edge": edge.id}, needs=("yes",), text=text)
        )
    return tuple(found)


def read_edge(draft: Draft, command: cm.ProposeEdge) -> EdgeKind:
    """The kind of the arrow asked for; refused where no way of drawing it is legal."""
    source, target = draft.node(command.from_), draft.node(command.to)
    if command.kind not in ("leads_to", "mitigates"):
        raise RuleError("edge.illegal")
    kind: EdgeKind = "mitigates" if command.kind == "mitigates" else "leads_to"
    if source.id == target.id:
        raise RuleError("edge.illegal")
    direct(source.type, target.type, kind)
    if edge_id(source.id, target.id) in draft.map.edges:
        raise RuleError("edge.exists")
    return kind


def _propose(draft: Draft, seat: str, command: cm.ProposeEdge) -> None:
    kind = read_edge(draft, command)
    play = make_play(draft, seat, "propose_edge", node=command.from_, target=command.to, kind=kind)
    if draft.round.step == "revealed":
        draw(draft, gather([(play, command.from_, command.to, kind)], draft.state))
        return
    made = draft.round.plays.get(seat, ())
    if sum(one.do == "propose_edge" for one in made) >= draft.variant.thresholds.free_links:
        raise RuleError("edge.free_used")
    put_play(draft, play)


def _answer(draft: Draft, seat: str, command: cm.AnswerEdge) -> None:
    question = f"answer_edge:{command.edge}"
    if command.edge not in draft.map.edges:
        raise RuleError("edge.unknown")
    if seat not in draft.round.asked.get(question, ()):
        raise RuleError("edge.not_asked")
    answer = Answer(
        seat=seat,
        do="answer_edge",
        key=command.edge,
        first=int(command.yes),
        proxy=draft.seat(seat).proxy,
    )
    draft.add(ev.AnswerGiven(round=draft.round.id, answer=answer))


def _goal_tie(draft: Draft, goal: Node, named: Counter[str]) -> str:
    """BR1 between goals that were named as often; where none was named, the first goal."""
    return node_tie(draft.state, goal) if named[goal.id] else ""


def _types(draft: Draft, one: Proposal) -> tuple[Any, Any]:
    nodes = draft.map.nodes
    return nodes[one.source].type, nodes[one.target].type


def _is_said_again(old: Edge, one: Proposal) -> bool:
    """The same words of the same seats: they weigh no more than the first time (BR2)."""
    return {f"play:{play}" for play in one.plays} <= set(old.provenance)


def _draw_one(draft: Draft, one: Proposal) -> tuple[str, ...]:
    """Draws one arrow; gives the seats that are to be asked about it, none when it is settled."""
    old = draft.map.edges.get(edge_id(one.source, one.target))
    if old is not None and _is_said_again(old, one):
        return ()
    limits, groups = draft.variant.thresholds, groups_of(draft.state, one.seats)
    is_solid = not draft.variant.asks_about_edges or len(groups) >= limits.edge_groups
    others = [seat.id for seat in draft.players() if seat.id not in one.seats and seat.here]
    size = min(limits.edge_asked, len(others))
    edge = replace(
        make_edge(
            one.source,
            one.target,
            kind=one.kind,
            support=len(one.seats),
            state="solid" if is_solid else "dashed",
            round_id=draft.round.id,
            provenance=(
                *(f"play:{play}" for play in one.plays),
                *(("rule:BR5",) if one.is_flipped else ()),
                "rule:BR6",
            ),
        ),
        flipped=one.is_flipped,
        polarity=polarity(*_types(draft, one)),
    )
    if old is not None:
        edge = replace(
            old,
            support=old.support + len(one.seats),
            state="solid" if is_solid else old.state,
            provenance=(*old.provenance, *edge.provenance),
            flipped=old.flipped or one.is_flipped,
        )
    draft.add(ev.EdgeLinked(edge=edge, why="BR6"))
    if one.is_flipped:
        draft.tell("BR5.flipped", one.source, source=one.source, target=one.target)
    if edge.state == "solid":
        return ()
    return sample(draft.state.seed, f"edge|{edge.id}", others, size)


def _draw_ghost(draft: Draft, one: Proposal) -> None:
    """BR5, X6: a deliverable does not make a benefit by itself; the room names the change."""
    twin = next(
        (
            edge.target
            for edge in draft.map.edges.values()
            if edge.source == one.source
            and edge_id(edge.target, one.target) in draft.map.edges
            and draft.map.nodes[edge.target].ghost
        ),
        None,
    )
    if twin is not None:
        return
    ghosts = sum(node.ghost and node.counts for node in draft.map.nodes.values())
    is_kept = ghosts < draft.variant.ghosts
    ghost = Node(
        id=draft.new_node_id(),
        label=ghost_label(draft.map),
        type="change",
        ghost=True,
        state="accepted" if is_kept else "parked",
        parked_by=None if is_kept else "rule",
        support=len(one.seats),
        groups=groups_of(draft.state, one.seats),
        round=draft.round.id,
        provenance=(*(f"play:{play}" for play in one.plays), "rule:BR5"),
    )
    draft.add(ev.NodeMade(node=ghost))
    for source, target in ((one.source, ghost.id), (ghost.id, one.target)):
        edge = make_edge(
            source,
            target,
            support=len(one.seats),
            round_id=draft.round.id,
            provenance=("rule:BR5",),
        )
        draft.add(ev.EdgeLinked(edge=edge, why="BR5"))
    draft.tell("BR5.ghost", ghost.id, source=one.source, target=one.target)


PLAYERS: Mapping[type[cm.Command], Any] = {cm.ProposeEdge: _propose, cm.AnswerEdge: _answer}
