"""R6 Modvind: premortem and dis-benefits in silence, then challenges answered aloud (GR8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.deal import seeded
from game.decide import challenges, changes, links, owner_asks
from game.decide.ask import Ask
from game.decide.ballots import park_by_rule
from game.decide.build import all_plays, back_node, find_node, group_plays, make_node, make_play
from game.decide.draft import Draft, clean_text
from game.decide.titles import show_node, show_title
from game.edges import make_edge
from game.errors import RuleError
from game.model import PERSPECTIVES, Assignment, Node, Note, Perspective, State
from game.say import say
from game.variants import variant

DISBENEFIT_LENGTH = 80


def opened(draft: Draft) -> None:
    """Each phone is asked why one of the benefits never came; the half hour has U1 instead."""
    if not draft.variant.premortem:
        return
    load: Counter[str] = Counter()
    asked: dict[str, tuple[str, ...]] = {}
    nodes = [n.id for n in draft.map.nodes.values() if n.type == "benefit" and n.counts]
    for seat in draft.players():
        order = seeded(draft.state.seed, f"premortem|{seat.id}", nodes)
        for node in sorted(order, key=lambda one: load[one])[:1]:
            load[node] += 1
            asked[f"premortem:{node}"] = (*asked.get(f"premortem:{node}", ()), seat.id)
    draft.add(ev.Asked(asked=asked))


def revealed(draft: Draft) -> None:
    """Premortem texts hang on their nodes, dis-benefits stand on the map, cards hit benefits."""
    _hang_notes(draft)
    for group in group_plays(all_plays(draft.state, "name_disbenefit")):
        node = find_node(draft, group.key, "disbenefit")
        seats = {play.seat for play in group.plays}
        if node is None:
            perspective = group.plays[0].perspective
            blank = Node(id="", label="", type="disbenefit", perspective=perspective)
            node = make_node(draft, group, blank)
        else:
            back_node(draft, node, seats)
        for play in group.plays:
            if play.node:
                put_behind(draft, node, play.node)
    _keep_short(draft)
    challenges.deal(draft)


def _hang_notes(draft: Draft) -> None:
    plays = all_plays(draft.state, "premortem")
    for node in dict.fromkeys(play.node or "" for play in plays):
        for group in group_plays([play for play in plays if play.node == node]):
            note = Note(
                id=group.plays[0].id,
                node=node,
                kind="premortem",
                text=None,
                support=len({play.seat for play in group.plays}),
            )
            draft.add(ev.NoteAdded(note=note, text=group.plays[0].text))


def put_behind(draft: Draft, disbenefit: Node, change: str) -> None:
    """The change a dis-benefit comes from; its owner is asked to take that too (GR8)."""
    edge = make_edge(change, disbenefit.id, state="solid", round_id=draft.round.id)
    if edge.id not in draft.map.edges:
        draft.add(ev.EdgeLinked(edge=edge, why="GR8"))
    held = draft.map.assignments.get(change)
    if held is None or held.state != "accepted" or disbenefit.id in draft.map.assignments:
        return
    made = Assignment(
        node=disbenefit.id,
        role=held.role,
        state="nominated",
        person=held.person,
        seat=held.seat,
        provenance=("rule:GR8",),
    )
    draft.add(ev.AssignmentSet(assignment=made, why="GR8"))


def _keep_short(draft: Draft) -> None:
    """GR5: at most six dis-benefits stay, by support."""
    named = [n for n in draft.map.nodes.values() if n.type == "disbenefit" and n.counts]
    ranked = sorted(named, key=lambda one: (-one.support, int(one.id[1:])))
    for node in ranked[draft.variant.disbenefits :]:
        park_by_rule(draft, node, "GR5")


def resolved(draft: Draft) -> None:
    """What judges said of the answers; what is not answered becomes an action."""
    links.settle_answers(draft)
    challenges.settle(draft)


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """The silent questions while open; then the answers, the judgements and the new owners."""
    now = state.round
    if now is None:
        return ()
    if now.step == "open":
        return _open_asks(state, seat)
    if now.step != "revealed":
        return ()
    return (
        *challenges.asks(state, seat),
        *links.asks(state, seat),
        *owner_asks.revealed_asks(state, seat),
        *_disbenefit_asks(state, seat),
    )


def _open_asks(state: State, seat: str) -> tuple[Ask, ...]:
    now = state.round
    plays = now.plays.get(seat, ()) if now else ()
    found = []
    for question, seats in (now.asked if now else {}).items():
        node = state.map.nodes.get(question.removeprefix("premortem:"))
        said = any(play.do == "premortem" and node and play.node == node.id for play in plays)
        if node is not None and seat in seats and not said and node.counts:
            found.append(
                Ask(
                    id=question,
                    do="premortem",
                    d={"node": node.id},
                    needs=("text",),
                    text=say("ask.premortem", node=show_node(node)),
                )
            )
    if not any(play.do == "name_disbenefit" for play in plays):
        rows = tuple((one, say(f"perspective.{one}")) for one in PERSPECTIVES)
        found.append(
            Ask(
                id="name_disbenefit",
                do="name_disbenefit",
                needs=("text", "perspective"),
                options={"perspective": rows, "node": _behind(state)},
                text=say("ask.name_disbenefit"),
                optional=True,
            )
        )
    return tuple(found)


def _behind(state: State) -> tuple[tuple[str, Any], ...]:
    nodes = state.map.nodes.values()
    return tuple((n.id, show_title(n)) for n in nodes if n.type == "change" and n.counts)


def _disbenefit_asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Whoever owns a dis-benefit is asked whether we can live with it, and how to soften it."""
    found = []
    for held in state.map.assignments.values():
        node = state.map.nodes[held.node]
        is_mine = held.seat == seat and held.state == "accepted" and node.type == "disbenefit"
        if not is_mine or not node.counts or node.accepted_as_is or _is_mitigated(state, node.id):
            continue
        found.append(
            Ask(
                id=f"accept_disbenefit:{node.id}",
                do="accept_disbenefit",
                d={"node": node.id},
                text=say("ask.accept_disbenefit", node=show_node(node)),
                optional=True,
            )
        )
        if variant(state.rules.variant).mitigations:
            found.append(replace(changes.ask_change(state, node), optional=True))
    return tuple(found)


def _is_mitigated(state: State, node: str) -> bool:
    edges = state.map.edges.values()
    return any(edge.target == node and edge.kind == "mitigates" for edge in edges)


def plays_left(state: State, seat: str) -> int:
    """No hand in R6: challenge cards are dealt to benefits."""
    del state, seat
    return 0


def _premortem(draft: Draft, seat: str, command: cm.Premortem) -> None:
    node = draft.node(command.node)
    text = clean_text(command.text, draft.variant.thresholds.note_length)
    play = make_play(draft, seat, "premortem", node=node.id, text=text)
    draft.add(ev.PlayMade(round=draft.round.id, play=play))


def _name_disbenefit(draft: Draft, seat: str, command: cm.NameDisbenefit) -> None:
    text = clean_text(command.text, DISBENEFIT_LENGTH)
    if command.perspective not in PERSPECTIVES:
        raise RuleError("perspective.unknown")
    behind = draft.node(command.node, "change", "enabler").id if command.node else None
    perspective: Perspective = next(one for one in PERSPECTIVES if one == command.perspective)
    play = make_play(
        draft, seat, "name_disbenefit", text=text, perspective=perspective, node=behind
    )
    draft.add(ev.PlayMade(round=draft.round.id, play=play))


PLAYERS: Mapping[type[cm.Command], Any] = {
    cm.Premortem: _premortem,
    cm.NameDisbenefit: _name_disbenefit,
    cm.PlayChallenge: challenges.play,
    cm.AnswerChallenge: challenges.answer,
    cm.JudgeAnswer: challenges.judge,
}
