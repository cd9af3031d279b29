"""The set-up form of a project: its fields as they are typed, and the plan that they make.

A list is a fixed number of lines, so that the form needs no script; empty lines are left out.
Fields are named `goal.1`, `goal.1.approved_by`, `enabler.3.by`, `role.director`.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from app.plans import MOST_ENABLERS, MOST_GOALS, Plan, Problem
from game.model import EnablerText, GoalText
from game.roles import ROLES

LINES_SHOWN: Final = 6
LINES_SPARE: Final = 2


def values_of(plan: Plan | None) -> dict[str, str]:
    """A plan as the form shows it; a new one invites every role."""
    if plan is None:
        return {"variant": "standard75", "language": "da", **{f"role.{one}": "1" for one in ROLES}}
    values = {
        "title": plan.title,
        "purpose": plan.purpose,
        "variant": plan.variant,
        "language": plan.language,
        "starts_on": plan.starts_on.isoformat() if plan.starts_on else "",
        "cost_dkk": "" if plan.cost_dkk is None else str(plan.cost_dkk),
        "months": "" if plan.months is None else str(plan.months),
    }
    for n, goal in enumerate(plan.goals, start=1):
        values |= {f"goal.{n}": goal.text, f"goal.{n}.approved_by": goal.approved_by or ""}
    for n, enabler in enumerate(plan.enablers, start=1):
        values |= {f"enabler.{n}": enabler.text, f"enabler.{n}.by": enabler.by or ""}
        values |= {f"enabler.{n}.digital": "1"} if enabler.digital else {}
        values |= {f"enabler.{n}.external": "1"} if enabler.external else {}
    return values | {f"role.{role}": "1" for role in plan.roles or ROLES}


def read(values: dict[str, str]) -> tuple[Plan, list[Problem]]:
    """The plan in what was typed, and what could not be read of it."""
    unread: list[Problem] = []
    roles = tuple(role for role in ROLES if values.get(f"role.{role}"))
    plan = Plan(
        title=values.get("title", ""),
        purpose=" ".join(values.get("purpose", "").split()),
        goals=tuple(
            GoalText(
                text=values.get(f"goal.{n}", ""),
                approved_by=values.get(f"goal.{n}.approved_by") or None,
            )
            for n in filled(values, "goal", MOST_GOALS)
        ),
        enablers=tuple(
            EnablerText(
                text=values.get(f"enabler.{n}", ""),
                by=values.get(f"enabler.{n}.by") or None,
                digital=bool(values.get(f"enabler.{n}.digital")),
                external=bool(values.get(f"enabler.{n}.external")),
            )
            for n in filled(values, "enabler", MOST_ENABLERS)
        ),
        roles=() if len(roles) == len(ROLES) else roles,
        variant=values.get("variant", ""),
        language="en" if values.get("language") == "en" else "da",
        starts_on=_day(values.get("starts_on", ""), unread),
        cost_dkk=_number("cost_dkk", "plan.cost", values, unread),
        months=_number("months", "plan.months", values, unread),
    )
    return plan, unread


def filled(values: dict[str, str], name: str, most: int) -> Iterator[int]:
    """The numbers of the lines in which anything stands."""
    for n in range(1, most + 1):
        if any(values.get(f"{name}.{n}{part}") for part in ("", ".by", ".approved_by")):
            yield n


def field_of(problem: str, values: dict[str, str]) -> str:
    """The form's name for a plan's field: `goals.2` is the second line that is not empty."""
    kind, _, n = problem.partition(".")
    one = {"goals": "goal", "enablers": "enabler"}.get(kind)
    if one is None:
        return problem
    if not n:
        return f"{one}.1"
    lines = list(filled(values, one, MOST_ENABLERS))
    return f"{one}.{lines[int(n) - 1]}"


def lines_shown(values: dict[str, str], most: int) -> int:
    """How many lines of deliverables to show: those in use and some more."""
    last = max(filled(values, "enabler", most), default=0)
    return min(most, max(LINES_SHOWN, last + LINES_SPARE))


def _day(text: str, unread: list[Problem]) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        unread.append(Problem("starts_on", "plan.date", {}))
        return None


def _number(name: str, code: str, values: dict[str, str], unread: list[Problem]) -> int | None:
    """A whole number, however its thousands are set apart."""
    text = values.get(name, "").replace(".", "").replace(" ", "").replace("\u00a0", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        unread.append(Problem(name, code, {"most": 240}))
        return None
    return int(text)
