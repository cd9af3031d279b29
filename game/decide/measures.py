"""R5 Måling & tal: how each benefit is counted, and what the room thinks it is worth (GR7, BR9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from game import commands as cm
from game import events as ev
from game.benefit_map import counted, end_benefits
from game.deal import sample, seeded
from game.decide.ask import Ask
from game.decide.build import by_importance
from game.decide.draft import Draft
from game.decide.measure_asks import ask_estimate, ask_measure
from game.decide.measure_text import read_measure
from game.decide.second_round import second_round
from game.decide.table import is_allowed
from game.decide.titles import show_node
from game.errors import RuleError
from game.estimates import (
    Question,
    plain,
    read_value,
    settle,
)
from game.measure_words import indicator_words, unit_words
from game.model import Answer, Node, NodeType, State
from game.money import double_counts, is_hours, shows_kroner
from game.ownership import is_line
from game.say import say
from game.variants import variant

COUNTED_TYPES: Final[tuple[NodeType, ...]] = ("benefit", "disbenefit")
"""What has a measure and an estimate."""


def opened(draft: Draft) -> None:
    """Wave 1: who measures and who estimates what. Wave 2: the named figures once more."""
    if draft.round.wave > 1:
        _ask_again(draft)
        return
    nodes = counted(draft.map, "benefit")
    asked: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        seat = measurer(draft.state, node)
        if seat is not None:
            asked[f"choose_measure:{node.id}"] = (seat,)
    room = tuple(seat.id for seat in draft.players() if seat.here)
    by_room = _estimated_by_room(draft.state, nodes)
    for node in rank_for_room(draft.state, nodes):
        seats = room if node in by_room else _few(draft, node, room)
        asked[f"estimate:{node.id}"] = seats
    draft.add(ev.Asked(asked=asked))


def rank_for_room(state: State, nodes: Iterable[Node]) -> list[Node]:
    """Class C by importance, then T and end benefits by importance, then the rest (GR7)."""
    ends = {node.id for node in end_benefits(state.map)}

    def place(node: Node) -> int:
        if node.benefit_class == "C":
            return 0
        return 1 if node.benefit_class == "T" or node.id in ends else 2

    return sorted(by_importance(state, nodes), key=place)


def _estimated_by_room(state: State, nodes: Iterable[Node]) -> list[Node]:
    """The first five (60 min: three, 30 min: two) of class C, T and end benefits (GR7)."""
    ends = end_benefits(state.map)
    near = [node for node in nodes if node.benefit_class in ("C", "T") or node in ends]
    return rank_for_room(state, near)[: variant(state.rules.variant).room_estimates]


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
    draft.add(ev.Asked(asked={f"estimate:{node}": room for node in second_round(draft.state)}))


def revealed(draft: Draft) -> None:
    """The estimates turn into a median and a range, without names (BR9)."""
    now = draft.round
    for question, seats in now.asked.items():
        do, _, node_id = question.partition(":")
        answers = now.answers.get(question, {}).values()
        if do != "estimate" or not answers or draft.map.nodes[node_id].type not in COUNTED_TYPES:
            continue
        values = [read_value(one.value) for one in answers if one.value is not None]
        measure = draft.map.measures.get(node_id)
        asked = Question(
            node=node_id,
            round=now.wave,
            thin=_is_few(draft, seats),
            case_value=measure.case_value if measure else None,
            disbenefit=draft.map.nodes[node_id].type == "disbenefit",
        )
        made = settle(asked, values, len(answers) - len(values))
        draft.add(ev.EstimateSettled(estimate=made))
        draft.tell("BR9.contested" if made.contested else "BR9", node_id)


def _is_few(draft: Draft, seats: tuple[str, ...]) -> bool:
    """Whether so few were asked that the estimate is thin: an owner and three others (GR7)."""
    few = draft.variant.thresholds.thin_estimators + 1
    return len(seats) <= few and len(seats) < len(draft.players())


def resolved(draft: Draft) -> None:
    """Money stands where it may: with a budget line, in kroner, and counted once (X8, X10)."""
    settle_money(draft)


def settle_money(draft: Draft) -> None:
    """Hours are no cash (X10); kroner stand where they may (X10, X16), and once (X8)."""
    for node in counted(draft.map, "benefit"):
        measure = draft.map.measures.get(node.id)
        if measure and node.benefit_class == "C" and is_hours(measure.unit):
            draft.add(ev.NodeSet(node=replace(node, benefit_class="T", title=None), why="X10"))
            draft.tell("X10", node.id)
    lost = {pair.loses for pair in double_counts(draft.map)}
    showing = shows_kroner(draft.map)
    for measure in tuple(draft.map.measures.values()):
        is_twice = measure.node in lost
        kroner = measure.node in showing
        if kroner != measure.kroner:
            why = "X8" if is_twice else "X10"
            draft.add(ev.MeasureSet(measure=replace(measure, kroner=kroner), why=why))
        if is_twice and not _is_told(draft.state, "X8", measure.node):
            draft.tell("X8", measure.node)


def _is_told(state: State, rule: str, node: str) -> bool:
    return any((entry.rule, entry.node) == (rule, node) for entry in state.log)


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Measures to choose, measures to judge, figures to guess; all while the round is open."""
    now = state.round
    if now is None or now.step != "open":
        return ()
    found = []
    mine = (question for question, seats in now.asked.items() if seat in seats)
    for question in mine:
        do, _, node_id = question.partition(":")
        node = state.map.nodes.get(node_id)
        if node is None or not node.counts or node.type not in COUNTED_TYPES:
            continue
        if not is_allowed(state, do):
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
        indicator=indicator_words(measure.indicator),
        unit=unit_words(measure.unit),
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
    node, seat = draft.node(command.node, *COUNTED_TYPES), draft.seat(command.seat)
    if seat.absent:
        raise RuleError("seat.unknown", seat=seat.id)
    if draft.round.key != "r5" or not is_allowed(draft.state, "choose_measure"):
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
    node = draft.node(command.node, *COUNTED_TYPES)
    if not _may_measure(draft, seat, node):
        raise RuleError("measure.not_yours")
    measure = read_measure(command, seat, draft.state.rules.language)
    old = draft.map.measures.get(node.id)
    is_new = old is None or (old.indicator, old.unit) != (measure.indicator, measure.unit)
    countable = is_new or old is None or old.countable
    measure = replace(measure, countable=countable, kroner=old is not None and old.kroner)
    draft.add(ev.MeasureSet(measure=measure, why="choose"))
    settle_money(draft)
    now = draft.state.round
    if is_new and draft.state.phase != "closed" and now is not None and now.step == "open":
        _ask_judges(draft, node, seat)


def _ask_judges(draft: Draft, node: Node, owner: str) -> None:
    """Two others say whether a new measure can be counted; those who judged one before, last."""
    question = f"judge_measure:{node.id}"
    said = draft.round.answers.get(question, {})
    others = [one.id for one in draft.players() if one.here and one.id != owner]
    order = seeded(draft.state.seed, f"judge|{node.id}", others)
    judges = sorted(order, key=lambda one: one in said)
    size = draft.variant.thresholds.measure_judges
    draft.add(ev.Asked(asked={question: tuple(judges[:size])}))


def _judge(draft: Draft, seat: str, command: cm.JudgeMeasure) -> None:
    node = draft.node(command.node)
    question = f"judge_measure:{node.id}"
    if node.type not in COUNTED_TYPES or seat not in draft.round.asked.get(question, ()):
        raise RuleError("measure.not_asked")
    answer = Answer(seat=seat, do="judge_measure", key=node.id, first=int(command.countable))
    draft.add(ev.AnswerGiven(round=draft.round.id, answer=answer))
    judges = draft.round.asked[question]
    judged = draft.round.answers[question]
    countable = all(judged[one].first for one in judges if one in judged)
    measure = draft.map.measures[node.id]
    if measure.countable != countable:
        draft.add(ev.MeasureSet(measure=replace(measure, countable=countable), why="judge"))


def _estimate(draft: Draft, seat: str, command: cm.GiveEstimate) -> None:
    node = draft.node(command.node)
    asked = draft.round.asked.get(f"estimate:{node.id}", ())
    if node.type not in COUNTED_TYPES or seat not in asked:
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
