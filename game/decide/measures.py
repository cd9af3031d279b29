"""R5 Måling & tal: how each benefit is counted, and what the room thinks it is worth (GR7, BR9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.benefit_map import end_benefits
from game.deal import sample, seeded
from game.decide.ask import Ask
from game.decide.draft import Draft
from game.decide.measure_asks import ask_estimate, ask_measure
from game.decide.measure_text import read_measure, shows_kroner
from game.decide.titles import show_node
from game.errors import RuleError
from game.estimates import (
    Question,
    needs_second_round,
    plain,
    read_value,
    settle,
)
from game.model import Answer, Node, State
from game.money import exclude_counted_twice, is_hours
from game.ownership import is_line
from game.say import say
from game.variants import variant


def opened(draft: Draft) -> None:
    """Wave 1: who measures and who estimates what. Wave 2: the named figures once more."""
    if draft.round.wave > 1:
        _ask_again(draft)
        return
    nodes = counted_benefits(draft.state)
    asked: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        seat = measurer(draft.state, node)
        if seat is not None:
            asked[f"choose_measure:{node.id}"] = (seat,)
    room = tuple(seat.id for seat in draft.players() if seat.here)
    ranked = rank_for_room(draft.state, nodes)
    by_room = ranked[: draft.variant.room_estimates]
    for node in ranked:
        seats = room if node in by_room else _few(draft, node, room)
        asked[f"estimate:{node.id}"] = seats
    draft.add(ev.Asked(asked=asked))


def counted_benefits(state: State) -> list[Node]:
    """The benefits that count, in the order of making."""
    nodes = state.map.nodes.values()
    return [node for node in nodes if node.type == "benefit" and node.counts]


def rank_for_room(state: State, nodes: list[Node]) -> list[Node]:
    """Class C by importance, then T and end benefits by importance, then the rest (GR7)."""
    ends = {node.id for node in end_benefits(state.map)}

    def place(node: Node) -> tuple[int, tuple[int, int], int]:
        near = node.benefit_class == "T" or node.id in ends
        rank = 0 if node.benefit_class == "C" else 1 if near else 2
        whole, _, half = (node.importance or "0").partition(".")
        return rank, (-int(whole), -len(half)), int(node.id[1:])

    return sorted(nodes, key=place)


def _few(draft: Draft, node: Node, room: tuple[str, ...]) -> tuple[str, ...]:
    """The owner and three seeded others: a thin estimate (GR7)."""
    held = draft.map.assignments.get(node.id)
    owner = (held.seat,) if held and held.state == "accepted" and held.seat in room else ()
    others = [seat for seat in room if seat not in owner]
    size = draft.variant.thresholds.thin_estimators
    return (*owner, *sample(draft.state.seed, f"estimate|{node.id}", others, size))


def measurer(state: State, node: Node) -> str | None:
    """Who is asked for the measure: the accepted owner, the first nominator, a seeded line seat."""
    seats = {seat.id: seat for seat in state.seats.values() if seat.plays}
    held = state.map.assignments.get(node.id)
    if held and held.state == "accepted" and held.seat in seats:
        return held.seat
    if state.nominators.get(node.id) in seats:
        return state.nominators[node.id]
    line = [seat.id for seat in seats.values() if is_line(seat.role)]
    return next(iter(seeded(state.seed, f"measure|{node.id}", line)), None)


def _ask_again(draft: Draft) -> None:
    room = tuple(seat.id for seat in draft.players() if seat.here)
    draft.add(ev.Asked(asked={f"estimate:{node}": room for node in _unsettled(draft.state)}))


def second_round(state: State) -> tuple[str, ...]:
    """The nodes a second wave would ask about; none once there has been one (BR9)."""
    now = state.round
    if now is None or now.key != "r5" or now.step != "revealed" or now.wave > 1:
        return ()
    return _unsettled(state)


def _unsettled(state: State) -> tuple[str, ...]:
    rule = variant(state.rules.variant).second_round
    if rule == "none":
        return ()
    ends = {node.id for node in end_benefits(state.map)} if rule == "end_benefits" else set()
    return tuple(
        node
        for node, made in state.map.estimates.items()
        if state.map.nodes[node].counts
        and state.map.nodes[node].type == "benefit"
        and made[-1].round == 1
        and (needs_second_round(made[-1]) or node in ends)
    )


def revealed(draft: Draft) -> None:
    """The estimates turn into a median and a range, without names (BR9)."""
    now = draft.round
    limit = draft.variant.room_estimates
    room = {node.id for node in rank_for_room(draft.state, counted_benefits(draft.state))[:limit]}
    for question in now.asked:
        do, _, node_id = question.partition(":")
        if do != "estimate":
            continue
        answers = now.answers.get(question, {}).values()
        if not answers:
            continue
        values = [read_value(one.value) for one in answers if one.value is not None]
        measure = draft.map.measures.get(node_id)
        asked = Question(
            node=node_id,
            round=now.wave,
            thin=now.wave == 1 and node_id not in room,
            case_value=measure.case_value if measure else None,
        )
        made = settle(asked, values, len(answers) - len(values))
        draft.add(ev.EstimateSettled(estimate=made))
        draft.tell("BR9.contested" if made.contested else "BR9", node_id)


def resolved(draft: Draft) -> None:
    """Money stands where it may: with a budget line, in kroner, and counted once (X8, X10)."""
    for measure in exclude_counted_twice(draft.map):
        draft.add(ev.MeasureSet(measure=measure, why="X8"))


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Measures to choose, measures to judge, figures to guess; all while the round is open."""
    now = state.round
    if now is None or now.step != "open":
        return ()
    found = []
    for question, seats in now.asked.items():
        do, _, node_id = question.partition(":")
        node = state.map.nodes.get(node_id)
        if seat not in seats or node is None or not node.counts:
            continue
        answered = seat in now.answers.get(question, {})
        if do == "choose_measure" and node_id not in state.map.measures:
            found.append(ask_measure(state, node))
        elif do == "judge_measure" and not answered:
            found.append(_ask_judge(state, node))
        elif do == "estimate" and not answered:
            found.append(ask_estimate(state, node))
    return tuple(found)


def plays_left(state: State, seat: str) -> int:
    """No cards in R5."""
    del state, seat
    return 0


def _ask_judge(state: State, node: Node) -> Ask:
    measure = state.map.measures[node.id]
    text = say(
        "ask.judge_measure",
        node=show_node(node),
        indicator=measure.indicator,
        unit=measure.unit,
    )
    return Ask(
        id=f"judge_measure:{node.id}",
        do="judge_measure",
        d={"node": node.id},
        needs=("countable",),
        text=text,
    )


def assign_measure(draft: Draft, command: cm.AssignMeasure) -> None:
    """The facilitator asks another seat for a benefit's measure (GR7)."""
    node, seat = draft.node(command.node, "benefit", "disbenefit"), draft.seat(command.seat)
    if draft.round.key != "r5" or draft.round.step != "open":
        raise RuleError("round.step")
    draft.add(ev.Asked(asked={f"choose_measure:{node.id}": (seat.id,)}))


def _may_measure(draft: Draft, seat: str, node: Node) -> bool:
    held = draft.map.assignments.get(node.id)
    if held is not None and held.seat == seat and held.state == "accepted":
        return True
    now = draft.state.round
    if now is not None and now.key == "r5":
        return seat in now.asked.get(f"choose_measure:{node.id}", ())
    return measurer(draft.state, node) == seat


def _choose(draft: Draft, seat: str, command: cm.ChooseMeasure) -> None:
    node = draft.node(command.node, "benefit", "disbenefit")
    if not _may_measure(draft, seat, node):
        raise RuleError("measure.not_yours")
    measure = read_measure(command, seat)
    if node.benefit_class == "C" and is_hours(measure.unit):
        draft.add(ev.NodeSet(node=replace(node, benefit_class="T", title=None), why="X10"))
        draft.tell("X10", node.id)
        node = draft.map.nodes[node.id]
    measure = replace(measure, kroner=shows_kroner(node, measure))
    draft.add(ev.MeasureSet(measure=measure, why="choose"))
    now = draft.state.round
    if draft.state.phase != "closed" and now is not None and now.step == "open":
        others = [one.id for one in draft.players() if one.here and one.id != seat]
        size = draft.variant.thresholds.measure_judges
        judges = sample(draft.state.seed, f"judge|{node.id}", others, size)
        draft.add(ev.Asked(asked={f"judge_measure:{node.id}": judges}))


def _judge(draft: Draft, seat: str, command: cm.JudgeMeasure) -> None:
    node = draft.node(command.node)
    if seat not in draft.round.asked.get(f"judge_measure:{node.id}", ()):
        raise RuleError("measure.not_asked")
    answer = Answer(seat=seat, do="judge_measure", key=node.id, first=int(command.countable))
    draft.add(ev.AnswerGiven(round=draft.round.id, answer=answer))
    judged = draft.round.answers[f"judge_measure:{node.id}"].values()
    countable = all(one.first for one in judged)
    measure = draft.map.measures[node.id]
    if measure.countable != countable:
        draft.add(ev.MeasureSet(measure=replace(measure, countable=countable), why="judge"))


def _estimate(draft: Draft, seat: str, command: cm.GiveEstimate) -> None:
    node = draft.node(command.node)
    if seat not in draft.round.asked.get(f"estimate:{node.id}", ()):
        raise RuleError("estimate.not_asked")
    value = None if command.value is None else plain(read_value(command.value))
    answer = Answer(
        seat=seat, do="estimate", key=node.id, value=value, proxy=draft.seat(seat).proxy
    )
    draft.add(ev.AnswerGiven(round=draft.round.id, answer=answer))


PLAYERS: Mapping[type[cm.Command], Any] = {
    cm.ChooseMeasure: _choose,
    cm.JudgeMeasure: _judge,
    cm.GiveEstimate: _estimate,
}
