"""The three meters, 0-100, and what each still lacks (game.md 7).

A meter is a quotient of whole numbers and is rounded once, half up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from game.estimates import EXACT, is_settled
from game.model import BenefitMap, Challenge, Node
from game.ownership import overloaded
from game.survey import Context, Survey, survey
from game.variants import Thresholds

MeterName = Literal["ownership", "realism", "citizen_focus"]

NUMBERS: Final = Thresholds()
EXAMINING: Final = frozenset({"U2", "U12"})
"""The cards that examine an effect on citizens or staff."""
WHOLE: Final = 100
"""A full share, in hundredths: the weights of game.md 7 have at most two decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something a meter would rise by: what is missing, and on which node."""

    meter: MeterName
    what: str
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A meter before rounding: `have` of `want`, never above the cap."""

    have: int
    want: int
    cap: int = 100

    def times(self, scale: int) -> int:
        """So many parts to a point, half up: 1 gives the meter itself, 0-100."""
        return min((200 * scale * self.have + self.want) // (2 * self.want), self.cap * scale)


EMPTY_SCORE: Final = Score(0, 1)


def hundredths(share: Decimal) -> int:
    """A weight of the rules as a whole number."""
    return int(EXACT.multiply(share, Decimal(WHOLE)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meters:
    """The three meters, in whole points."""

    ownership: int
    realism: int
    citizen_focus: int

    def total(self) -> int:
        """The three together."""
        return self.ownership + self.realism + self.citizen_focus

    def lowest(self) -> int:
        """The lowest of the three, which is what a verdict asks for."""
        return min(self.ownership, self.realism, self.citizen_focus)


def is_measured(benefit_map: BenefitMap, node: str) -> bool:
    """Whether a node has an indicator, a unit and a direction, and nobody says it cannot count."""
    measure = benefit_map.measures.get(node)
    return measure is not None and measure.countable and bool(measure.indicator and measure.unit)


def base_count(view: Survey) -> int:
    """N: the benefits that count and those parked by hand, never fewer than four."""
    parked = sum(
        node.type == "benefit" and node.state == "parked" and node.parked_by == "hand"
        for node in view.map.nodes.values()
    )
    return max(NUMBERS.fewest_benefits, len(view.benefits) + parked)


def owned_share(view: Survey, node: Node) -> int:
    """How far a node is owned, in hundredths.

    Accepted 1, nominated and present 1/2, absent 1/4, else 0. A nomination of somebody who holds
    no seat in this game is worth what an absent one is.
    """
    assignment = view.map.assignments.get(node.id)
    if assignment is None or assignment.state == "declined":
        return 0
    if assignment.state == "accepted":
        return WHOLE
    present = assignment.state == "nominated" and assignment.seat in view.context.roles
    return hundredths(NUMBERS.owned_nominated if present else NUMBERS.owned_absent)


def ownership(view: Survey) -> Score:
    """Ejerskab: who has said yes, benefits twice; an owner's sixth benefit counts half."""
    halved = {node for nodes in overloaded(view.map).values() for node in nodes}
    half, have = hundredths(NUMBERS.owned_overload), 0
    for node in view.benefits:
        load = half if node.id in halved else WHOLE
        have += NUMBERS.weight_benefit * load * owned_share(view, node)
    for node in (*view.changes, *view.disbenefits):
        have += NUMBERS.weight_other * WHOLE * owned_share(view, node)
    # With no dis-benefit named, one that nobody owns stands in the divisor.
    others = len(view.changes) + max(1, len(view.disbenefits))
    weight = NUMBERS.weight_benefit * base_count(view) + NUMBERS.weight_other * others
    return Score(have, WHOLE * WHOLE * weight)


def challenges_of(benefit_map: BenefitMap) -> dict[str, tuple[Challenge, ...]]:
    """The challenges on each node."""
    held: dict[str, tuple[Challenge, ...]] = {}
    for challenge in benefit_map.challenges.values():
        held[challenge.node] = (*held.get(challenge.node, ()), challenge)
    return held


def is_challenge_met(challenges: Iterable[Challenge]) -> bool:
    """Whether a node was challenged and every challenge on it is answered (GR8)."""
    held = tuple(challenges)
    return bool(held) and all(one.is_answered for one in held)


def realism_parts(view: Survey, node: Node, held: Iterable[Challenge]) -> Iterator[str]:
    """What a benefit has of that which makes it real, as `Thresholds.realism_*` name it."""
    measure = view.map.measures.get(node.id)
    if measure is not None and is_measured(view.map, node.id):
        yield "measure"
        if measure.baseline is not None:
            yield "baseline"
        elif measure.baseline_plan is not None:
            yield "plan"
    if measure is not None and measure.target is not None and measure.target_date is not None:
        yield "target"
    if view.has_change(node):
        yield "change"
    if is_challenge_met(held):
        yield "challenge"
    estimates = view.map.estimates.get(node.id)
    if estimates and is_settled(estimates[-1]):
        yield "estimate"


REALISM: Final = {
    "measure": hundredths(NUMBERS.realism_measure),
    "baseline": hundredths(NUMBERS.realism_baseline),
    "plan": hundredths(NUMBERS.realism_plan),
    "target": hundredths(NUMBERS.realism_target),
    "change": hundredths(NUMBERS.realism_change),
    "challenge": hundredths(NUMBERS.realism_challenge),
    "estimate": hundredths(NUMBERS.realism_estimate),
}


def realism(view: Survey) -> Score:
    """Realisme: measure, baseline, target, change, challenge and estimate of every benefit."""
    held = challenges_of(view.map)
    have = sum(
        REALISM[part]
        for node in view.benefits
        for part in realism_parts(view, node, held.get(node.id, ()))
    )
    return Score(have, WHOLE * base_count(view))


def examined_among(view: Survey) -> tuple[Node, ...]:
    """The benefits whose effect on people must be examined: C, or T and A where there is no C."""
    cashable = tuple(node for node in view.benefits if node.benefit_class == "C")
    return cashable or tuple(node for node in view.benefits if node.benefit_class in ("T", "A"))


def is_examined(challenges: Iterable[Challenge]) -> bool:
    """Whether "Hvem mister noget?" or "Vil borgeren mærke det?" was answered (U2, U12)."""
    return any(one.card in EXAMINING and one.is_answered for one in challenges)


def has_baseline(benefit_map: BenefitMap, node: str) -> bool:
    """Whether a benefit's measure has its baseline; a plan for one is none."""
    return is_measured(benefit_map, node) and benefit_map.measures[node].baseline is not None


def citizen_focus(view: Survey) -> Score:
    """Borgerfokus: measured citizen end benefits, effects examined, citizen-side baselines."""
    held = challenges_of(view.map)
    measured = sum(
        node.perspective == "citizens" and is_measured(view.map, node.id) for node in view.ends
    )
    asked = examined_among(view)
    examined = sum(is_examined(held.get(node.id, ())) for node in asked)
    citizens = [node for node in view.benefits if node.perspective == "citizens"]
    based = sum(has_baseline(view.map, node.id) for node in citizens)
    wanted = NUMBERS.citizen_measures
    asked_of, citizens_of = max(1, len(asked)), max(1, len(citizens))
    have = (
        hundredths(NUMBERS.citizen_measured) * min(wanted, measured) * asked_of * citizens_of
        + hundredths(NUMBERS.citizen_examined) * (examined if asked else 1) * wanted * citizens_of
        + hundredths(NUMBERS.citizen_baseline) * based * wanted * asked_of
    )
    cap = NUMBERS.citizen_cap if view.is_only_money() else 100
    return Score(have, WHOLE * wanted * asked_of * citizens_of, cap)


def scores(view: Survey) -> tuple[Score, Score, Score]:
    """Ownership, realism, citizen focus before rounding; all 0 where no benefit counts."""
    if not view.benefits:
        return (EMPTY_SCORE, EMPTY_SCORE, EMPTY_SCORE)
    return (ownership(view), realism(view), citizen_focus(view))


def rescored(
    view: Survey, after: BenefitMap, stood: tuple[Score, Score, Score]
) -> tuple[Score, Score, Score]:
    """The scores after a move that adds no node and no edge, from those that stood before it.

    Ownership follows from who owns what, and the other two from all but that.
    """
    if not view.benefits:
        return stood
    seen = replace(view, map=after)
    if after.assignments is view.map.assignments:
        return (stood[0], realism(seen), citizen_focus(seen))
    return (ownership(seen), *stood[1:])


def meters(benefit_map: BenefitMap, context: Context) -> Meters:
    """The three meters of a map, whole points, halves rounded up."""
    one, two, three = scores(survey(benefit_map, context))
    return Meters(ownership=one.times(1), realism=two.times(1), citizen_focus=three.times(1))


def lacks(benefit_map: BenefitMap, context: Context) -> tuple[Lack, ...]:
    """Why the meters are not full: what each lacks, by meter, then in the order of making."""
    view = survey(benefit_map, context)
    return (*_lacks_ownership(view), *_lacks_realism(view), *_lacks_citizen_focus(view))


def _lacks_ownership(view: Survey) -> Iterator[Lack]:
    for node in (*view.benefits, *view.changes, *view.disbenefits):
        if owned_share(view, node) < WHOLE:
            yield Lack(meter="ownership", what="owner", node=node.id)
    if not view.disbenefits:
        yield Lack(meter="ownership", what="disbenefit")


def _lacks_realism(view: Survey) -> Iterator[Lack]:
    held = challenges_of(view.map)
    for node in view.benefits:
        parts = frozenset(realism_parts(view, node, held.get(node.id, ())))
        for what in ("measure", "baseline", "target", "change", "challenge", "estimate"):
            if what not in parts:
                yield Lack(meter="realism", what=what, node=node.id)


def _lacks_citizen_focus(view: Survey) -> Iterator[Lack]:
    held = challenges_of(view.map)
    measured = [node for node in view.ends if node.perspective == "citizens"]
    if sum(is_measured(view.map, node.id) for node in measured) < NUMBERS.citizen_measures:
        yield Lack(meter="citizen_focus", what="measured")
    for node in examined_among(view):
        if not is_examined(held.get(node.id, ())):
            yield Lack(meter="citizen_focus", what="examined", node=node.id)
    for node in view.benefits:
        if node.perspective == "citizens" and not has_baseline(view.map, node.id):
            yield Lack(meter="citizen_focus", what="baseline", node=node.id)
