"""The verdict on a map, and the two cheapest next moves (game.md 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from game.findings import findings
from game.meters import Meters, Score, is_measured, meters, rescored, scores
from game.model import (
    Assignment,
    BenefitMap,
    Challenge,
    Finding,
    Measure,
    Node,
    Verdict,
)
from game.survey import Context, Survey, survey
from game.variants import Costs, Thresholds

What = Literal["measure", "baseline", "plan", "owner", "challenge"]

NUMBERS: Final = Thresholds()
FINE: Final = 1000
"""Gains are compared in thousandths of a point, so that rounding never hides a better move."""
CLEARS: Final[dict[tuple[str, str], What]] = {
    ("X14", "red"): "measure",
    ("X3", "red"): "owner",
    ("X13", "red"): "plan",
}
"""The red findings that a move of the cost table clears."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMove:
    """Something the room can do now: what, on which node, its minutes, the points it gives."""

    what: What
    node: str
    minutes: int
    gain: int
    clears_red: bool
    challenge: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All that the rules judge about a map: its meters, its findings, its verdict."""

    meters: Meters
    findings: tuple[Finding, ...]
    verdict: Verdict


def assess(benefit_map: BenefitMap, context: Context) -> Assessment:
    """Today's rules over a map (game.md 6, 7)."""
    read, found = meters(benefit_map, context), findings(benefit_map, context)
    return Assessment(meters=read, findings=found, verdict=verdict(benefit_map, read, found))


def verdict(benefit_map: BenefitMap, read: Meters, found: tuple[Finding, ...]) -> Verdict:
    """Klar, Betinget or Kladde. A red is never hidden by a high meter.

    A contested node passes only as betinget, settler or no settler (game.md 4).
    """
    red = tuple(one for one in found if one.level == "red")
    contested = any(node.state == "contested" for node in benefit_map.nodes.values())
    if read.lowest() >= NUMBERS.ready and not red and not contested:
        return "ready"
    if read.lowest() >= NUMBERS.conditional and all(is_taken(benefit_map, one) for one in red):
        return "conditional"
    return "draft"


def is_taken(benefit_map: BenefitMap, finding: Finding) -> bool:
    """Whether a red finding has an owner and a date: somebody committed to its action."""
    return any(
        (action.rule, action.node) == (finding.rule, finding.node)
        and action.by is not None
        and (action.seat is not None or action.role is not None)
        for action in benefit_map.actions.values()
    )


def next_moves(
    benefit_map: BenefitMap,
    context: Context,
    found: tuple[Finding, ...],
    costs: Costs,
) -> tuple[NextMove, ...]:
    """The two cheapest next moves: what clears a red first, then gain per minute.

    The gain is found by making the move on the map and reading the meters again.
    """
    view = survey(benefit_map, context)
    clears = {
        (CLEARS[one.rule, one.level], one.node) for one in found if (one.rule, one.level) in CLEARS
    }
    stood = scores(view)
    before = _fine(stood)
    priced = {
        "measure": costs.measure,
        "baseline": costs.baseline,
        "plan": costs.plan,
        "owner": costs.owner,
        "challenge": costs.challenge,
    }
    ranked: list[tuple[bool, int, NextMove]] = []
    for what, node, after, challenge in _possible(view):
        gain = _fine(rescored(view, after, stood)) - before
        red = (what, node.id) in clears
        if gain > 0 or red:
            move = NextMove(
                what=what,
                node=node.id,
                minutes=priced[what],
                gain=(2 * gain + FINE) // (2 * FINE),
                clears_red=red,
                challenge=challenge,
            )
            ranked.append((not red, -(gain * FINE // priced[what]), move))
    ranked.sort(key=lambda one: one[:2])
    return tuple(move for _, _, move in ranked[: NUMBERS.moves])


def _fine(read: tuple[Score, Score, Score]) -> int:
    return sum(score.times(FINE) for score in read)


Tried = tuple[What, Node, BenefitMap, str | None]


def _possible(view: Survey) -> Iterator[Tried]:
    """Every move of the cost table that the map leaves open, as the map would be after it."""
    for node in view.benefits:
        yield from _measuring(view.map, node)
    for node in (*view.benefits, *view.changes, *view.disbenefits):
        assignment = view.map.assignments.get(node.id)
        if assignment is None or assignment.state != "accepted":
            yield ("owner", node, _with_owner(view.map, node), None)
    for challenge in view.map.challenges.values():
        node = view.map.nodes[challenge.node]
        if node.counts and not challenge.is_answered:
            yield ("challenge", node, _with_answer(view.map, challenge), challenge.id)


def _measuring(benefit_map: BenefitMap, node: Node) -> Iterator[Tried]:
    measure = benefit_map.measures.get(node.id)
    if measure is None or not is_measured(benefit_map, node.id):
        known = measure or Measure(node=node.id, indicator="?", unit="?", direction="down")
        whole = replace(
            known, indicator=known.indicator or "?", unit=known.unit or "?", countable=True
        )
        yield ("measure", node, _with_measure(benefit_map, whole), None)
    elif measure.baseline is None:
        based = replace(measure, baseline="0")
        yield ("baseline", node, _with_measure(benefit_map, based), None)
        if measure.baseline_plan is None:
            planned = replace(measure, baseline_plan="?")
            yield ("plan", node, _with_measure(benefit_map, planned), None)


def _with_measure(benefit_map: BenefitMap, measure: Measure) -> BenefitMap:
    return replace(benefit_map, measures={**benefit_map.measures, measure.node: measure})


def _with_owner(benefit_map: BenefitMap, node: Node) -> BenefitMap:
    said = Assignment(node=node.id, role="unit_manager", state="accepted", person=f"new {node.id}")
    return replace(benefit_map, assignments={**benefit_map.assignments, node.id: said})


def _with_answer(benefit_map: BenefitMap, challenge: Challenge) -> BenefitMap:
    met = replace(challenge, state="answered")
    return replace(benefit_map, challenges={**benefit_map.challenges, met.id: met})
