"""A measure as its owner typed it: read, and refused where it cannot be (GR7, X10, X23)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from game import commands as cm
from game.decide.draft import clean_text
from game.deck import CARDS
from game.errors import RuleError
from game.estimates import plain, read_date, read_signed, read_value
from game.measure_words import kept_indicator, kept_unit
from game.model import Measure

TEXT_LENGTH = 80
BUDGET_YEARS: Final = re.compile(r"(?P<first>20[0-9]{2})(?: ?[-–/] ?(?P<second>(?:20)?[0-9]{2}))?")
"""One year of this century, or two with a dash or a slash; the second may be short."""


def read_measure(command: cm.ChooseMeasure, seat: str, language: str) -> Measure:
    """The measure that was typed, with its figures, days and words of the deck as they are kept."""
    if command.direction not in ("up", "down"):
        raise RuleError("measure.direction")
    card = CARDS.get(command.card or "")
    if command.card is not None and (card is None or card.family != "measure"):
        raise RuleError("card.wrong_family")

    def text(value: str | None) -> str | None:
        return clean_text(value, TEXT_LENGTH) if value else None

    def number(value: str | None) -> str | None:
        return plain(read_signed(value)) if value else None

    def day(value: str | None) -> str | None:
        return read_date(value).isoformat() if value else None

    measure = Measure(
        node=command.node,
        indicator=kept_indicator(clean_text(command.indicator, TEXT_LENGTH), language),
        unit=kept_unit(clean_text(command.unit, TEXT_LENGTH), language),
        direction="up" if command.direction == "up" else "down",
        card=command.card,
        baseline=number(command.baseline),
        baseline_date=day(command.baseline_date),
        baseline_plan=day(command.baseline_plan),
        target=plain(read_signed(command.target)),
        target_date=read_date(command.target_date).isoformat(),
        population=text(command.population),
        base=number(command.base),
        case_value=number(command.case_value),
        conversion=text(command.conversion),
        budget_line=text(command.budget_line),
        budget_year=_budget_year(text(command.budget_year)),
        calculation=text(command.calculation),
        chosen_by=seat,
    )
    _require_base(measure, read_signed(command.target))
    return measure


def _budget_year(text: str | None) -> str | None:
    """V12: the year whose budget falls, or two years in a row of it (2027, 2027-2028, 2027/28)."""
    if text is None:
        return None
    found = BUDGET_YEARS.fullmatch(text)
    if found is None:
        raise RuleError("measure.budget_year")
    first, second = found["first"], found["second"]
    if second is not None and int(second) % 100 != (int(first) + 1) % 100:
        raise RuleError("measure.budget_year")
    return text


def _require_base(measure: Measure, target: Decimal) -> None:
    """X23: nobody saves more than there is to save from."""
    if measure.direction == "down" and target < 0:
        raise RuleError("measure.base")
    if measure.base is None or measure.baseline is None:
        return
    if abs(target - read_signed(measure.baseline)) > read_value(measure.base):
        raise RuleError("measure.base")
