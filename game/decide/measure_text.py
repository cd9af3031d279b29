"""A measure as its owner typed it: read, and refused where it cannot be (GR7, X10, X23)."""

from __future__ import annotations

from game import commands as cm
from game.decide.draft import clean_text
from game.errors import RuleError
from game.estimates import plain, read_date, read_signed, read_value
from game.model import Measure, Node
from game.money import is_kroner

TEXT_LENGTH = 80


def shows_kroner(node: Node, measure: Measure) -> bool:
    """X10: kroner of class C need their budget line; a cost avoided stands on its own line."""
    if not is_kroner(measure.unit):
        return False
    return node.benefit_class == "A" or (node.benefit_class == "C" and bool(measure.budget_line))


def read_measure(command: cm.ChooseMeasure, seat: str) -> Measure:
    """The measure that was typed, with its figures and days as they are kept."""
    if command.direction not in ("up", "down"):
        raise RuleError("measure.direction")

    def text(value: str | None) -> str | None:
        return clean_text(value, TEXT_LENGTH) if value else None

    def number(value: str | None) -> str | None:
        return plain(read_signed(value)) if value else None

    def day(value: str | None) -> str | None:
        return read_date(value).isoformat() if value else None

    measure = Measure(
        node=command.node,
        indicator=clean_text(command.indicator, TEXT_LENGTH),
        unit=clean_text(command.unit, TEXT_LENGTH),
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
        budget_year=text(command.budget_year),
        calculation=text(command.calculation),
        chosen_by=seat,
    )
    _require_base(measure)
    return measure


def _require_base(measure: Measure) -> None:
    """X23: nobody saves more than there is to save from."""
    target, baseline = measure.target, measure.baseline
    if target is None:
        return
    below_nothing = measure.direction == "down" and read_signed(target) < 0
    change = abs(read_signed(target) - read_signed(baseline)) if baseline else None
    above_base = measure.base and change is not None and change > read_value(measure.base)
    if below_nothing or above_base:
        raise RuleError("measure.base")
