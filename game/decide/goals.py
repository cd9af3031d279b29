"""R1 Formål: confirm or reword each goal, fist 0-5 (GR11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.decide.ask import Ask
from game.decide.draft import Draft, clean_text
from game.decide.labels import next_label
from game.errors import RuleError
from game.model import Answer, Assignment, EnablerText, GoalText, Node, State
from game.say import say
from game.variants import variant
from game.words import words

GOAL_LENGTH = 120


def lay_out_setup(draft: Draft, last: State) -> None:
    """The goals and deliverables set before the game, as nodes; approved goals have their owner.

    What the project's map holds already is not laid out twice, nor what the last game began with
    and has renamed since.
    """
    known = {(node.type, node.title) for node in draft.map.nodes.values()}
    if last.setup is not None:
        known |= {("goal", goal.text) for goal in last.setup.goals}
        known |= {("enabler", enabler.text) for enabler in last.setup.enablers}
    for goal in draft.state.rules.goals:
        if ("goal", goal.text) not in known:
            _lay_out_goal(draft, goal)
    for enabler in draft.state.rules.enablers:
        if ("enabler", enabler.text) not in known:
            _lay_out_enabler(draft, enabler)


def _lay_out_goal(draft: Draft, goal: GoalText) -> None:
    node = Node(
        id=draft.new_node_id(),
        label=next_label(draft.map, "goal"),
        type="goal",
        title=goal.text,
        approved_by=goal.approved_by,
    )
    draft.add(ev.NodeMade(node=node))
    if goal.approved_by:
        made = Assignment(node=node.id, role=goal.approved_by, state="accepted")
        draft.add(ev.AssignmentSet(assignment=made, why="approved"))


def _lay_out_enabler(draft: Draft, enabler: EnablerText) -> None:
    node = Node(
        id=draft.new_node_id(),
        label=next_label(draft.map, "enabler"),
        type="enabler",
        title=enabler.text,
        by=enabler.by,
        digital=enabler.digital,
        external=enabler.external,
    )
    draft.add(ev.NodeMade(node=node))


def goal_nodes(state: State) -> tuple[Node, ...]:
    """The goals, in the order they were set."""
    return tuple(node for node in state.map.nodes.values() if node.type == "goal")


def opened(draft: Draft) -> None:
    """Everybody is asked about every goal."""
    seats = tuple(seat.id for seat in draft.players())
    draft.add(
        ev.Asked(asked={f"confirm_goal:{goal.id}": seats for goal in goal_nodes(draft.state)})
    )


def revealed(draft: Draft) -> None:
    """A goal with a fist below 3 gets a minute's talk (GR11)."""
    low = draft.variant.thresholds.low_fist
    for goal in goal_nodes(draft.state):
        fists = _answers(draft.state, goal.id)
        is_low = any(answer.first is not None and answer.first < low for answer in fists)
        if is_low != goal.low:
            draft.add(ev.NodeSet(node=replace(goal, low=is_low), why="GR11"))


def rewordings(state: State, goal: str) -> tuple[str, ...]:
    """The rewordings shown to the facilitator: the most wished for first, at most three (GR11)."""
    said: dict[str, list[str]] = {}
    for answer in _answers(state, goal):
        if answer.text:
            said.setdefault(" ".join(words(answer.text)), []).append(answer.text)
    ranked = sorted(said.values(), key=lambda texts: (-len(texts), texts[0]))
    shown = variant(state.rules.variant).thresholds.rewordings
    return tuple(texts[0] for texts in ranked[:shown])


def resolved(draft: Draft) -> None:
    """The goal set stands as the facilitator left it."""


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """One question for each goal not yet answered."""
    now = state.round
    if now is None or now.step != "open":
        return ()
    return tuple(
        Ask(
            id=f"confirm_goal:{goal.id}",
            do="confirm_goal",
            d={"goal": goal.id},
            needs=("fist",),
            text=say("ask.confirm_goal", goal=goal.title or ""),
        )
        for goal in goal_nodes(state)
        if seat not in now.answers.get(f"confirm_goal:{goal.id}", {})
    )


def plays_left(state: State, seat: str) -> int:
    """No cards in R1."""
    del state, seat
    return 0


def _answers(state: State, goal: str) -> tuple[Answer, ...]:
    now = state.round
    given = now.answers.get(f"confirm_goal:{goal}", {}) if now else {}
    return tuple(given[seat] for seat in sorted(given))


def _confirm(draft: Draft, seat: str, command: cm.ConfirmGoal) -> None:
    goal = draft.node(command.goal, "goal")
    if not 0 <= command.fist <= 5:
        raise RuleError("vote.range")
    text = clean_text(command.text, GOAL_LENGTH) if command.text else None
    answer = Answer(
        seat=seat,
        do="confirm_goal",
        key=goal.id,
        first=command.fist,
        text=text,
        proxy=draft.seat(seat).proxy,
    )
    draft.add(ev.AnswerGiven(round=draft.round.id, answer=answer))


PLAYERS: Mapping[type[cm.Command], Any] = {cm.ConfirmGoal: _confirm}
