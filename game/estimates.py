"""What the room thinks a benefit is worth: quartiles, contested, planning value (BR9, X11, X12).

Figures are exact `Decimal`s. What is shown is rounded half up: a spread to two places, the rest to
four, so that they travel as values do. What is judged is never rounded first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Final

from game.errors import RuleError
from game.model import Estimate
from game.variants import Thresholds

EXACT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
"""Wide enough for every value that may travel, so nothing below is ever rounded by chance."""

NUMBERS: Final = Thresholds()

_VALUE = re.compile(r"[0-9]{1,15}(\.[0-9]{1,4})?")
_SIGNED = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,4})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked: which node, which round of asking, and how its answers are read (BR9)."""

    node: str
    round: int
    disbenefit: bool = False
    thin: bool = False
    """Asked of the owner and three others only (GR7)."""
    case_value: str | None = None
    """The business case's own figure (X11)."""


def read_value(text: str) -> Decimal:
    """A positive value as it travels: 1-15 digits, at most four decimals (game.md 4)."""
    if not _VALUE.fullmatch(text):
        raise RuleError("value.format")
    return Decimal(text)


def read_signed(text: str) -> Decimal:
    """A measure's value as it travels; measures may be negative (game.md 4)."""
    if not _SIGNED.fullmatch(text):
        raise RuleError("value.format")
    return Decimal(text)


def read_date(text: str) -> date:
    """A day as it travels, `2026-12-01`; nothing else is a date to the rules."""
    if not _DAY.fullmatch(text):
        raise RuleError("date.format")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError("date.format") from None


def plain(value: Decimal) -> str:
    """A figure as it travels: at most four decimals, half up, without idle zeros (BR9)."""
    text = format(value.quantize(Decimal("0.0001"), context=EXACT), "f")
    return text.rstrip("0").rstrip(".")


def percentile(values: Sequence[Decimal], hundredths: int) -> Decimal:
    """The value below which so many per cent lie, as PERCENTILE.INC in Excel finds it (BR9)."""
    ordered = sorted(values)
    whole, rest = divmod((len(ordered) - 1) * hundredths, 100)
    low = ordered[whole]
    if rest == 0:
        return low
    step = EXACT.multiply(EXACT.subtract(ordered[whole + 1], low), Decimal(rest).scaleb(-2))
    return EXACT.add(low, step)


def median(values: Sequence[Decimal]) -> Decimal:
    """The middle value, or the mean of the two in the middle (BR9)."""
    return percentile(values, 50)


def spread(q1: Decimal, middle: Decimal, q3: Decimal) -> str | None:
    """(q3 - q1) / median with two places, half up; None when the median is 0 (BR9)."""
    if middle == 0:
        return None
    # floor(100 x + 1/2) in whole numbers: rounding a rounded quotient could round twice.
    doubled = EXACT.add(EXACT.multiply(Decimal(200), EXACT.subtract(q3, q1)), middle)
    hundredths = EXACT.divide_int(doubled, EXACT.multiply(Decimal(2), middle))
    return format(hundredths.scaleb(-2), ".2f")


def is_wide(q1: Decimal, middle: Decimal, q3: Decimal) -> bool:
    """Whether the spread alone makes it contested: 2(q3 - q1) > median, or median 0 (BR9)."""
    part, whole = NUMBERS.spread
    gap = EXACT.multiply(Decimal(whole), EXACT.subtract(q3, q1))
    return middle == 0 or gap > EXACT.multiply(Decimal(part), middle)


def is_unknown(n: int, unknown: int) -> bool:
    """Whether at least half of those who answered said "ved ikke" (BR9)."""
    return unknown > 0 and NUMBERS.unknown_contested.is_reached(unknown, n + unknown)


def is_thin(estimate: Estimate) -> bool:
    """X12: at least 30 % of those who answered said "ved ikke"."""
    unknown = estimate.unknown
    return unknown > 0 and NUMBERS.unknown_thin.is_reached(unknown, estimate.n + unknown)


def is_too_few(estimate: Estimate) -> bool:
    """BR9: fewer than three estimates is "for få"."""
    return estimate.n < NUMBERS.fewest_estimates


def is_settled(estimate: Estimate) -> bool:
    """Whether the room has settled it: enough estimates and not contested (BR9)."""
    return not (estimate.contested or is_too_few(estimate))


def is_optimism(values: Sequence[Decimal], middle: Decimal, q3: Decimal, case: str | None) -> bool:
    """X11: the business case stands above q3, or somebody far above the rest of the room.

    Far is three medians: one estimate where there are at most twelve, else the upper decile.
    """
    if case is not None and read_signed(case) > q3:
        return True
    small = len(values) <= NUMBERS.optimism_room
    top = max(values) if small else percentile(values, 90)
    return top > EXACT.multiply(Decimal(NUMBERS.optimism_factor), middle)


def needs_second_round(estimate: Estimate) -> bool:
    """BR9 and X11: a contested or optimistic first round is asked again, once, never twice."""
    return estimate.round == 1 and (estimate.contested or estimate.optimism)


def settle(question: Question, values: Sequence[Decimal], unknown: int) -> Estimate:
    """BR9: the estimate that these answers make; the planning value is the cautious quartile."""
    n = len(values)
    if not values:
        return Estimate(
            node=question.node,
            round=question.round,
            n=0,
            unknown=unknown,
            median=None,
            q1=None,
            q3=None,
            spread=None,
            planning=None,
            contested=is_unknown(0, unknown),
            thin=question.thin,
        )
    q1, middle, q3 = (percentile(values, share) for share in (25, 50, 75))
    return Estimate(
        node=question.node,
        round=question.round,
        n=n,
        unknown=unknown,
        median=plain(middle),
        q1=plain(q1),
        q3=plain(q3),
        spread=spread(q1, middle, q3),
        planning=plain(q3 if question.disbenefit else q1),
        contested=is_unknown(n, unknown)
        or (n >= NUMBERS.fewest_estimates and is_wide(q1, middle, q3)),
        thin=question.thin,
        optimism=is_optimism(values, middle, q3, question.case_value),
        values=tuple(plain(value) for value in sorted(values)),
    )
