"""Kroner: which figures may be shown, and what they add up to (BR10, X8, X10, X16).

Only class C sums to kroner, and A is a line of its own; freed time stays hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from game.benefit_map import Graph, counted, graph, node_number, reach, steps_to_goal
from game.estimates import EXACT, plain, read_signed, read_value
from game.model import BenefitMap, Measure, Node
from game.words import words

CASHABLE: Final = "C"
AVOIDED: Final = "A"
MONEY: Final = ("C", "A")

_SPAN: Final = (
    r"(?:om|i) (?:året|måneden|ugen|dagen)|(?:år|måned|ugent|dag)ligt?"
    r"|(?:a|each|every) (?:year|month|week|day)|yearly|annually|monthly|weekly|daily"
)
_PER: Final = rf"(?: ?(?:/|pr\.|pr |per ) ?(?P<per>.+)| (?P<span>{_SPAN}))?"
"""What a unit is counted per, said in any usual way; `map-amounts.js` reads the same."""
_KRONER: Final = re.compile(
    r"(?P<scale>mia\.?|milliard(?:er)?|mio\.?|mill?\.?|million(?:er)?|m\.?|t\.?|tusinde?|1\.?000)?"
    rf" ?(?:kr\.?|kroner|dkk)(?: ?(?P<after>bn|m|million|k))?{_PER}"
)
_YEARLY: Final = frozenset(
    {"", "år", "yr", "year", "annum", "om året", "årlig", "årligt"}
    | {"a year", "each year", "every year", "yearly", "annually"}
)
_BILLIONS: Final = dict.fromkeys(("mia", "milliard", "milliarder", "bn"), 9)
_MILLIONS: Final = dict.fromkeys(("mio", "mil", "mill", "million", "millioner", "m"), 6)
_SCALES: Final = _BILLIONS | _MILLIONS
_HOURS: Final = re.compile(
    r"(?:(?:årlige|månedlige|ugentlige|daglige|frigjorte|sparede|freed|saved) )?"
    r"(?:(?:mande?|person|arbejds|medarbejder)?timer?|(?:mande?|person)dage?"
    r"|(?:(?:man|person|work|working|staff)[ -]?)?(?:hours?|hrs?)|(?:man|person)[ -]?days?|h"
    r"|min(?:utter|s|utes?)?|sek(?:under)?|sec(?:s|onds?)?"
    r"|årsværk|ftes?|(?:fuldtids)?stilling(?:er)?|fuldtidsansatte)\.?"
    rf"(?: (?:frigjort|sparet|freed|saved))?{_PER}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleCount:
    """Two benefits that count the same kroner: the one nearer the goal keeps them (X8)."""

    keeps: str
    loses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Kroner a year as decimal strings: what the owners promise, and what the room dares plan."""

    planned: str
    cautious: str
    avoided: str
    nodes: tuple[str, ...]
    """The cashable benefits that the sums hold."""


def kroner_factor(unit: str) -> Decimal | None:
    """How many kroner one of the unit is; None for another unit, and for kroner per something."""
    found = _KRONER.fullmatch(unit.strip().casefold())
    if found is None or (found["per"] or found["span"] or "") not in _YEARLY:
        return None
    scale = (found["scale"] or found["after"] or "").rstrip(".")
    return Decimal(1).scaleb(_SCALES.get(scale, 3 if scale else 0), context=EXACT)


def is_kroner(unit: str) -> bool:
    """Whether a unit is money, per something or not."""
    return _KRONER.fullmatch(unit.strip().casefold()) is not None


def is_hours(unit: str) -> bool:
    """Whether a unit is working time, which never becomes kroner by itself (X10)."""
    return _HOURS.fullmatch(unit.strip().casefold()) is not None


def double_counts(benefit_map: BenefitMap) -> tuple[DoubleCount, ...]:
    """X8: pairs in kroner that count the same; only the one nearest the goal keeps them.

    The same indicator and population on two C or A benefits; or a C and a T on one chain.
    """
    links = graph(benefit_map)
    in_kroner = [
        node
        for node in counted(benefit_map, "benefit")
        if node.id in benefit_map.measures and is_kroner(benefit_map.measures[node.id].unit)
    ]
    return tuple(
        _nearer(benefit_map, links, one, other)
        for one, other in combinations(in_kroner, 2)
        if _counts_same(benefit_map, one, other) or _is_one_chain(links, one, other)
    )


def _counts_same(benefit_map: BenefitMap, one: Node, other: Node) -> bool:
    if not (one.benefit_class in MONEY and other.benefit_class in MONEY):
        return False
    mine, theirs = benefit_map.measures[one.id], benefit_map.measures[other.id]
    return _subject(mine) == _subject(theirs)


def _subject(measure: Measure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is counted, and among whom."""
    return words(measure.indicator), words(measure.population or "")


def _is_one_chain(links: Graph, one: Node, other: Node) -> bool:
    if {one.benefit_class, other.benefit_class} != {"C", "T"}:
        return False
    return other.id in reach(one.id, links.after) or one.id in reach(other.id, links.after)


def _nearer(benefit_map: BenefitMap, links: Graph, one: Node, other: Node) -> DoubleCount:
    def far(node: Node) -> tuple[bool, int, bool, tuple[int, str]]:
        steps = steps_to_goal(benefit_map, links, node.id)
        cashable = node.benefit_class == CASHABLE
        return (steps is None, steps or 0, not cashable, node_number(node.id))

    keeps, loses = sorted((one, other), key=far)
    return DoubleCount(keeps=keeps.id, loses=loses.id)


def shows_kroner(benefit_map: BenefitMap) -> frozenset[str]:
    """The benefits whose kroner may be shown (X8, X10, X16).

    Cashable with a budget line and the budget holder's signature, or cost avoided; and not what
    another benefit counts already.
    """
    lost = {pair.loses for pair in double_counts(benefit_map)}
    return frozenset(
        node.id
        for node in counted(benefit_map, "benefit")
        if node.id not in lost and _may_show(benefit_map, node)
    )


def _may_show(benefit_map: BenefitMap, node: Node) -> bool:
    measure = benefit_map.measures.get(node.id)
    if measure is None or not is_kroner(measure.unit):
        return False
    if node.benefit_class == AVOIDED:
        return True
    assignment = benefit_map.assignments.get(node.id)
    signed = assignment is not None and assignment.co_signed
    return node.benefit_class == CASHABLE and bool(measure.budget_line) and signed


def roll_up(benefit_map: BenefitMap) -> Money:
    """BR10: what adds up: accepted, owned, signed cashable benefits, each indicator once."""
    cashable = tuple(_summed(benefit_map, CASHABLE))
    avoided = tuple(_summed(benefit_map, AVOIDED))
    return Money(
        planned=_total(promised(benefit_map, node) for node in cashable),
        cautious=_total(planning(benefit_map, node) for node in cashable),
        avoided=_total(planning(benefit_map, node) for node in avoided),
        nodes=cashable,
    )


def _summed(benefit_map: BenefitMap, benefit_class: str) -> Iterator[str]:
    showing = shows_kroner(benefit_map)
    for node in counted(benefit_map, "benefit"):
        assignment = benefit_map.assignments.get(node.id)
        owned = assignment is not None and assignment.state == "accepted"
        accepted = node.state == "accepted" and node.benefit_class == benefit_class
        if accepted and owned and node.id in showing:
            yield node.id


def _total(amounts: Iterator[Decimal]) -> str:
    total = Decimal(0)
    for amount in amounts:
        total = EXACT.add(total, amount)
    return plain(total)


def promised(benefit_map: BenefitMap, node: str) -> Decimal:
    """What a benefit's measure promises in kroner: from baseline to target; 0 while unknown."""
    measure = benefit_map.measures[node]
    factor = kroner_factor(measure.unit)
    if factor is None or measure.target is None or measure.baseline is None:
        return Decimal(0)
    change = EXACT.subtract(read_signed(measure.target), read_signed(measure.baseline))
    return EXACT.multiply(abs(change), factor)


def planning(benefit_map: BenefitMap, node: str) -> Decimal:
    """The cautious kroner of a benefit: its planning value, else what is promised (BR9)."""
    factor = kroner_factor(benefit_map.measures[node].unit)
    estimates = benefit_map.estimates.get(node)
    value = estimates[-1].planning if estimates else None
    if factor is None or value is None:
        return promised(benefit_map, node)
    return EXACT.multiply(read_value(value), factor)
