"""What a simulated stakeholder answers to a question of the game, given its temper."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from app.rehearsal import words
from app.rehearsal.people import Person

Ask = Mapping[str, Any]
MONTHS: Final[Mapping[str, tuple[int, int]]] = {
    "by": (3, 12), "target_date": (12, 24), "baseline_date": (-6, -1), "baseline_plan": (1, 3),
}  # fmt: skip
"""How many months from now a date may lie."""
SIZES: Final = (5, 10, 40, 120, 750)
MANY: Final = {"nodes", "seats"}
REFUSES: Final = {"claim", "co_sign", "sign", "commit"}
"""What somebody who is against it all leaves unanswered."""


def answer(person: Person, ask: Ask, chance: random.Random) -> tuple[str, dict[str, Any]] | None:
    """The command that answers, or None for a question that this person lets lie."""
    do, given = ask["do"], dict(ask["d"])
    if person.temper.is_against:
        if do in REFUSES:
            return None
        if do == "accept":
            return ("decline", given)
    for name in ask["needs"]:
        given[name] = _argument(person, ask, name, chance)
    return do, given


def _argument(person: Person, ask: Ask, name: str, chance: random.Random) -> object:
    if name in ask["options"]:
        values = [one["value"] for one in ask["options"][name]]
        return chance.sample(values, min(2, len(values))) if name in MANY else chance.choice(values)
    if name in MONTHS:
        return _month(chance.randint(*MONTHS[name]))
    is_against = person.temper.is_against
    match name:
        case "fist" | "belief":
            return chance.randint(0, 1) if is_against else chance.choice((3, 4, 4, 5))
        case "importance":
            return chance.randint(0, 2) if is_against else chance.choice((2, 3, 4, 5))
        case "yes" | "enough" | "countable" | "signed":
            return not is_against and chance.random() < 0.85
        case "value":
            return _figure(person, ask, chance)
        case "baseline" | "target" | "base" | "case_value" | "population":
            return _planned(name, ask)
        case "direction":
            return "up"
        case "budget_year":
            return str(_today().year + 2)
        case "text":
            what = ask["do"]
        case _:
            what = name
    return chance.choice(words.texts(person.language, what, is_against=is_against))


def _figure(person: Person, ask: Ask, chance: random.Random) -> str | None:
    """An estimate: people are near each other, save those who do not know and those against."""
    about = _size(ask)
    if person.temper.is_against:
        return str(about * 4)
    if chance.random() < 0.1 and ask["do"] == "estimate":
        return None
    return str(round(about * chance.choice((0.8, 0.9, 1, 1, 1.1, 1.2))))


def _planned(name: str, ask: Ask) -> str:
    about = _size(ask)
    is_down = ask["d"].get("direction") == "down"
    return str({"baseline": about, "target": round(about * (0.6 if is_down else 1.4))}.get(
        name, about * 10
    ))  # fmt: skip


def _size(ask: Ask) -> int:
    """About how much is in question: the same for everybody who is asked about this card."""
    about = ask["d"].get("node") or ask["d"].get("challenge")
    return random.Random(str(about)).choice(SIZES)  # noqa: S311 - nothing to guess


def _today() -> date:
    return datetime.now(UTC).date()


def _month(ahead: int) -> str:
    """The first of a month, so many months from now."""
    today = _today()
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    return date(year, month + 1, 1).isoformat()
