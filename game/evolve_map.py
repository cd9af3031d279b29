"""Folds of the events that make the benefit map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game import events as ev
from game import evolve_merge
from game.fold import replace, with_entry, without
from game.model import BenefitMap, LogEntry, Move, State

Fold = Callable[[State, Any], State]


def _map(fold: Callable[[BenefitMap, Any], BenefitMap]) -> Fold:
    def folded(state: State, event: ev.Event) -> State:
        return replace(state, map=fold(state.map, event), edited=state.phase == "closed")

    return folded


def _node_made(state: State, event: ev.NodeMade) -> State:
    node = event.node
    if event.text is not None:
        node = replace(node, title=event.text)
    now = state.round
    if now is not None:
        now = replace(now, fresh=(*now.fresh, node.id))
    return replace(
        state,
        map=replace(state.map, nodes=with_entry(state.map.nodes, node.id, node)),
        next_node=max(state.next_node, int(node.id[1:]) + 1),
        round=now,
        edited=state.phase == "closed",
    )


def _node_set(drawn: BenefitMap, event: ev.NodeSet) -> BenefitMap:
    node = event.node
    before = drawn.nodes.get(node.id)
    if before is not None:
        node = replace(node, title=before.title)
    return replace(drawn, nodes=with_entry(drawn.nodes, node.id, node))


def _titled(drawn: BenefitMap, event: ev.TitleSet) -> BenefitMap:
    node = replace(drawn.nodes[event.node], title=event.title)
    return replace(drawn, nodes=with_entry(drawn.nodes, node.id, node))


def _title_set(state: State, event: ev.TitleSet) -> State:
    before, titled = state.map.nodes[event.node], _map(_titled)(state, event)
    if before.title in (None, event.title):
        return titled
    olds = (*state.former.get(before.id, ()), before)
    return replace(titled, former=with_entry(state.former, before.id, olds))


def _supporters(state: State, event: ev.SupportersSet) -> State:
    if event.seats is None:
        return state
    behind = frozenset(event.seats)
    goals = {**state.goal_votes.get(event.node, {}), **(event.goals or {})}
    now = state.round
    if now is not None:
        news = behind ^ state.supporters.get(event.node, frozenset())
        now = replace(now, own={**now.own, **dict.fromkeys(news, event)})
    return replace(
        state,
        round=now,
        supporters=with_entry(state.supporters, event.node, behind),
        goal_votes=with_entry(state.goal_votes, event.node, goals),
    )


def _edge_linked(drawn: BenefitMap, event: ev.EdgeLinked) -> BenefitMap:
    return replace(drawn, edges=with_entry(drawn.edges, event.edge.id, event.edge))


def _edge_dropped(drawn: BenefitMap, event: ev.EdgeDropped) -> BenefitMap:
    return replace(drawn, edges=without(drawn.edges, event.edge))


def _assignment_set(drawn: BenefitMap, event: ev.AssignmentSet) -> BenefitMap:
    made = event.assignment
    return replace(drawn, assignments=with_entry(drawn.assignments, made.node, made))


def _assigned(state: State, event: ev.AssignmentSet) -> State:
    folded = _map(_assignment_set)(state, event)
    node = event.assignment.node
    if event.nominator is None or node in state.nominators:
        return folded
    return replace(folded, nominators=with_entry(state.nominators, node, event.nominator))


def _measure_set(drawn: BenefitMap, event: ev.MeasureSet) -> BenefitMap:
    made = event.measure
    return replace(drawn, measures=with_entry(drawn.measures, made.node, made))


def _estimate(drawn: BenefitMap, event: ev.EstimateSettled) -> BenefitMap:
    made = event.estimate
    kept = tuple(old for old in drawn.estimates.get(made.node, ()) if old.round < made.round)
    return replace(drawn, estimates=with_entry(drawn.estimates, made.node, (*kept, made)))


def _parts_cleared(drawn: BenefitMap, event: ev.PartsCleared) -> BenefitMap:
    parts, node = event.parts, event.node
    return replace(
        drawn,
        assignments=without(drawn.assignments, node) if "owner" in parts else drawn.assignments,
        measures=without(drawn.measures, node) if "measure" in parts else drawn.measures,
        estimates=without(drawn.estimates, node) if "estimates" in parts else drawn.estimates,
    )


def _challenge(drawn: BenefitMap, event: ev.ChallengeSet) -> BenefitMap:
    made = event.challenge
    if event.text is not None:
        made = replace(made, answer=event.text)
    return replace(drawn, challenges=with_entry(drawn.challenges, made.id, made))


def _held(state: State, event: ev.ChallengeSet) -> State:
    """A new answer is judged afresh: what was said of the one before it counts no more."""
    now, made = state.round, event.challenge
    if now is not None and made.state == "answered":
        now = replace(now, answers=without(now.answers, f"judge_answer:{made.id}"))
    return replace(_map(_challenge)(state, event), round=now)


def _action(drawn: BenefitMap, event: ev.ActionSet) -> BenefitMap:
    return replace(drawn, actions=with_entry(drawn.actions, event.action.id, event.action))


def _note(drawn: BenefitMap, event: ev.NoteAdded) -> BenefitMap:
    note = event.note if event.text is None else replace(event.note, text=event.text)
    return replace(drawn, notes=with_entry(drawn.notes, note.id, note))


def _reason(drawn: BenefitMap, event: ev.ReasonGiven) -> BenefitMap:
    return replace(drawn, reasons=with_entry(drawn.reasons, event.rule, event.text))


def _dismissed(state: State, event: ev.MergeDismissed) -> State:
    return replace(state, dismissed=state.dismissed | {event.nodes})


def _applied(state: State, event: ev.RuleApplied) -> State:
    entry = LogEntry(seq=state.seq + 1, rule=event.rule, node=event.node, params=event.params)
    return replace(state, log=(*state.log, entry))


def _move_began(state: State, event: ev.MoveBegan) -> State:
    move = Move(
        do=event.do,
        touches=frozenset(event.touches),
        until=state.seq + 1 + event.events,
        before=replace(state, undo=None),
    )
    return replace(state, undo=move)


def _undone(state: State, event: ev.Undone) -> State:
    move = state.undo
    if move is None:
        return state
    # Titles come back from the state before the move: the event never repeats a player's words.
    was = move.before
    before = was.map.nodes
    back = {
        node.id: replace(node, title=before[node.id].title) if node.id in before else node
        for node in event.nodes
    }
    drawn = replace(
        evolve_merge.parts_before(state.map, was.map, move.touches),
        nodes=without({**state.map.nodes, **back}, *event.gone),
        edges=without({**state.map.edges, **{e.id: e for e in event.edges}}, *event.gone),
        assignments=without(
            {**state.map.assignments, **{a.node: a for a in event.assignments}},
            *(gone.removeprefix("assignment/") for gone in event.gone if "/" in gone),
        ),
    )
    seats = {**state.seats, **{seat.id: seat for seat in event.seats}}
    dismissed = state.dismissed - set(event.gone)
    return replace(
        evolve_merge.secrets_before(state, was, move.touches),
        map=drawn,
        seats=without(seats, *event.gone),
        dismissed=dismissed,
        undo=None,
        edited=state.phase == "closed",
    )


def _versioned(state: State, event: ev.MapVersioned) -> State:
    return replace(state, version=event.version, edited=False)


MAP_FOLDS: dict[type[ev.Event], Fold] = {
    ev.NodeMade: _node_made,
    ev.NodeSet: _map(_node_set),
    ev.TitleSet: _title_set,
    ev.NodeMerged: evolve_merge.merged,
    ev.SupportersSet: _supporters,
    ev.EdgeLinked: _map(_edge_linked),
    ev.EdgeDropped: _map(_edge_dropped),
    ev.AssignmentSet: _assigned,
    ev.MeasureSet: _map(_measure_set),
    ev.EstimateSettled: _map(_estimate),
    ev.PartsCleared: _map(_parts_cleared),
    ev.ChallengeSet: _held,
    ev.ActionSet: _map(_action),
    ev.NoteAdded: _map(_note),
    ev.ReasonGiven: _map(_reason),
    ev.MergeDismissed: _dismissed,
    ev.RuleApplied: _applied,
    ev.MoveBegan: _move_began,
    ev.Undone: _undone,
    ev.MapVersioned: _versioned,
}
