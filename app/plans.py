"""What a facilitator decides before the game, and what is wrong with it, for form and API alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from app.errors import AppError, Plain
from game.model import EnablerText, GoalText
from game.roles import ROLES
from game.variants import VARIANTS
from game.words import tidy

TITLE_LETTERS: Final = 120
PURPOSE_LETTERS: Final = 300
GOAL_LETTERS: Final = 140
ENABLER_LETTERS: Final = 140
MOST_GOALS: Final = 4
MOST_ENABLERS: Final = 12
MOST_DKK: Final = 100_000_000_000
MOST_MONTHS: Final = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A project as it is told before its games; no roles means that all are invited."""

    title: str
    purpose: str
    goals: tuple[GoalText, ...]
    enablers: tuple[EnablerText, ...] = ()
    roles: tuple[str, ...] = ()
    variant: str = "standard75"
    language: str = "da"
    starts_on: date | None = None
    cost_dkk: int | None = None
    months: int | None = None


class Problem(NamedTuple):
    """What is wrong with a field. A row of a list is named by its number, as in `goals.2`."""

    field: str
    code: str
    params: dict[str, Plain]


def tidied(plan: Plan) -> Plan:
    """The plan with its texts as eyes meet them: white space folded, unseen signs gone."""
    return replace(
        plan,
        title=tidy(plan.title),
        purpose=tidy(plan.purpose),
        goals=tuple(replace(one, text=tidy(one.text)) for one in plan.goals),
        enablers=tuple(replace(one, text=tidy(one.text)) for one in plan.enablers),
    )


def problems(plan: Plan) -> Iterator[Problem]:
    """Everything that is wrong, at most one problem for a field."""
    yield from _text("title", plan.title, TITLE_LETTERS)
    yield from _text("purpose", plan.purpose, PURPOSE_LETTERS)
    if not plan.goals:
        yield Problem("goals", "goals.missing", {})
    if len(plan.goals) > MOST_GOALS:
        yield Problem("goals", "goals.too_many", {"most": MOST_GOALS})
    for n, goal in enumerate(plan.goals, start=1):
        yield from _text(f"goals.{n}", goal.text, GOAL_LETTERS)
        if goal.approved_by is not None and goal.approved_by not in ROLES:
            yield Problem(f"goals.{n}", "role.unknown", {"role": goal.approved_by})
    if len(plan.enablers) > MOST_ENABLERS:
        yield Problem("enablers", "enablers.too_many", {"most": MOST_ENABLERS})
    for n, enabler in enumerate(plan.enablers, start=1):
        yield from _text(f"enablers.{n}", enabler.text, ENABLER_LETTERS)
        if enabler.by is not None and not _is_day(enabler.by):
            yield Problem(f"enablers.{n}", "plan.date", {})
    yield from _frame(plan)


def require_sound(plan: Plan) -> None:
    """Refuse a plan for the first thing that is wrong with it."""
    for problem in problems(plan):
        raise AppError(422, problem.code, **{"field": problem.field, **problem.params})


def _frame(plan: Plan) -> Iterator[Problem]:
    unknown = next((role for role in plan.roles if role not in ROLES), None)
    if unknown is not None:
        yield Problem("roles", "role.unknown", {"role": unknown})
    if plan.variant not in VARIANTS:
        yield Problem("variant", "variant.unknown", {"variant": plan.variant})
    if plan.cost_dkk is not None and not 0 <= plan.cost_dkk <= MOST_DKK:
        yield Problem("cost_dkk", "plan.cost", {})
    if plan.months is not None and not 1 <= plan.months <= MOST_MONTHS:
        yield Problem("months", "plan.months", {"most": MOST_MONTHS})


def _text(field: str, text: str, most: int) -> Iterator[Problem]:
    kind = field.partition(".")[0]
    if not tidy(text):
        yield Problem(field, f"{kind}.missing" if kind == field else f"{kind}.empty", {})
    elif len(tidy(text)) > most:
        yield Problem(field, "plan.too_long", {"most": most})


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
