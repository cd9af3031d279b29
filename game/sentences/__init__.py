"""Danish and English for everything the rules say.

A sentence is written once per language, with placeholders: `{node}` takes a value, and
`{n|gevinst|gevinster}` takes its first form when n is one (or holds one thing), else the second.
What people wrote themselves is put in as it stands and never read as a placeholder.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, assert_never

from game.say import Name, Param, Say
from game.sentences import (
    asks,
    cards,
    desk,
    findings,
    findings_late,
    moves,
    reasons,
    recap,
    refusals,
    refusals_map,
    rounds,
    rules,
    script_changes,
    script_closing,
    script_effects,
    script_figures,
    script_start,
    words,
)

Pair = tuple[str, str]

MISSING: Final = "–"
PLACEHOLDER: Final = re.compile(r"\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}")
AND: Final = {"da": " og ", "en": " and "}
MARKS: Final = {"da": str.maketrans(",.-", ".,−"), "en": str.maketrans("-", "−")}
MONTHS: Final = {
    "da": (
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def merged(modules: Iterable[Mapping[str, Pair]]) -> dict[str, Pair]:
    """All sentences by id; two sentences with one id are a mistake of ours."""
    sentences: dict[str, Pair] = {}
    for module in modules:
        twice = sentences.keys() & module.keys()
        if twice:
            raise ValueError(f"sentences written twice: {sorted(twice)}")
        sentences.update(module)
    return sentences


SENTENCES: Final = merged(
    module.SENTENCES
    for module in (
        asks,
        cards,
        desk,
        findings,
        findings_late,
        moves,
        reasons,
        recap,
        refusals,
        refusals_map,
        rounds,
        rules,
        script_changes,
        script_closing,
        script_effects,
        script_figures,
        script_start,
        words,
    )
)


def word(value: Param, language: str, names: Mapping[str, str]) -> str:
    """The value as a reader of that language meets it: Danish unless the language is English."""
    tongue = "en" if language == "en" else "da"
    match value:
        case Say():
            return _sentence(value, tongue, names)
        case Name(person):
            return names.get(person, MISSING)
        case tuple():
            return _list([word(item, tongue, names) for item in value], tongue)
        case date():
            return _date(value, tongue)
        case Decimal():
            return _grouped(value, tongue)
        case int():
            # Years and counts are easier to read whole; grouping starts at 10,000.
            return str(value) if 0 <= value < 10_000 else _grouped(value, tongue)
        case str():
            return value
        case _:
            assert_never(value)


def _sentence(said: Say, tongue: str, names: Mapping[str, str]) -> str:
    """The sentence with its placeholders filled; an id that nobody wrote stands as it is."""
    begin, rest = _pieces(said.id, tongue)
    if not rest:
        return begin
    params = dict(said.params)
    words = [begin]
    for name, one, more, text in rest:
        value = params.get(name)
        if value is None:
            words.append(MISSING)
        elif one is None:
            words.append(word(value, tongue, names))
        else:
            words.append(one if _is_one(value) else more)
        words.append(text)
    return "".join(words)


@lru_cache(maxsize=8192)
def _pieces(sentence: str, tongue: str) -> tuple[str, tuple[tuple[str, str | None, str, str], ...]]:
    """How a sentence begins; then each placeholder, with its forms, and the text behind it."""
    if sentence not in SENTENCES:
        return sentence, ()
    begin, *rest = PLACEHOLDER.split(SENTENCES[sentence][tongue == "en"])
    return begin, tuple(zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True))


def _is_one(value: Param) -> bool:
    return len(value) == 1 if isinstance(value, tuple) else value == 1


def _list(items: list[str], tongue: str) -> str:
    if len(items) < 2:
        return "".join(items) or MISSING
    return ", ".join(items[:-1]) + AND[tongue] + items[-1]


def _date(day: date, tongue: str) -> str:
    dot = "." if tongue == "da" else ""
    return f"{day.day}{dot} {MONTHS[tongue][day.month - 1]} {day.year}"


def _grouped(number: Decimal | int, tongue: str) -> str:
    return f"{Decimal(number):,f}".translate(MARKS[tongue])
