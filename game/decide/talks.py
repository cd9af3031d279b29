"""What the room talks about while a round is face up: as much as the clock holds (GR6-GR8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from game.benefit_map import counted
from game.decide import owners
from game.decide.build import by_importance
from game.decide.owner_asks import orphans
from game.decide.second_round import second_round
from game.decide.titles import show_node
from game.model import Node, State
from game.say import Say, say
from game.variants import Variant, variant


def talk(state: State) -> Say | None:
    """What to talk about now and how long; None when there is nothing, or it is not the time."""
    now = state.round
    if now is None or (now.step, now.wave) != ("revealed", 1) or now.key not in TALKS:
        return None
    nodes, seconds = TALKS[now.key](state, variant(state.rules.variant))
    if not nodes:
        return None
    named = tuple(show_node(node) for node in nodes)
    return say(f"script.{now.key}.talk", nodes=named, seconds=seconds)


Found = tuple[Sequence[Node], int]
"""The nodes to talk about, in order, and how many seconds each may take."""


def _doubted_goals(state: State, plan: Variant) -> Found:
    """A goal that somebody gave less than three fingers (GR11)."""
    return [goal for goal in counted(state.map, "goal") if goal.low], plan.goal_talk_s


def _owners(state: State, plan: Variant) -> Found:
    """Orphans first, then ties, the most important first (GR6, BR8)."""
    told = {entry.node for entry in state.log if entry.rule == "BR8"}
    tied = [
        node
        for node in by_importance(state, counted(state.map, "benefit"))
        if node.id in told and owners.is_waiting(state.map, node.id)
    ]
    nodes = [*by_importance(state, orphans(state)), *tied]
    return nodes[: plan.owner_talks], plan.owner_talk_s


def _figures(state: State, plan: Variant) -> Found:
    """The widest spreads among the figures that are asked for again (GR7)."""

    def width(node: str) -> tuple[bool, Decimal]:
        spread = state.map.estimates[node][-1].spread
        return spread is None, Decimal(spread or 0)

    known = (node for node in second_round(state) if node in state.map.estimates)
    widest = sorted(known, key=width, reverse=True)[: plan.estimate_talks]
    return [state.map.nodes[node] for node in widest], plan.estimate_talk_s


def _cards(state: State, plan: Variant) -> Found:
    """The benefits whose challenge cards are read aloud, by importance (GR8)."""
    hit = {one.node for one in state.map.challenges.values()}
    ranked = by_importance(state, counted(state.map, "benefit"))
    return [node for node in ranked if node.id in hit][: plan.cards_read_aloud], 0


TALKS: Mapping[str, Callable[[State, Variant], Found]] = {
    "r1": _doubted_goals,
    "r4": _owners,
    "r5": _figures,
    "r6": _cards,
}
