"""What simulated stakeholders say, in Danish and English, and what they are called.

Few texts on purpose: what is the same is gathered into one card, as in a room of people.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Texts = Mapping[str, tuple[str, ...]]

NAMES: Final = (
    "Anne", "Bent", "Camilla", "David", "Emine", "Finn", "Gitte", "Hassan", "Ida", "Jens",
    "Karen", "Lars", "Mette", "Niels", "Olga", "Peter", "Rikke", "Søren", "Tina", "Ulla",
    "Viggo", "Yusuf", "Zenia", "Ægir", "Øjvind", "Åse", "Birgit", "Carl", "Dorte", "Erik",
)  # fmt: skip
MARK: Final = "(sim)"
"""Behind every name, so that nobody is taken for a person."""

TEXTS: Final[Mapping[str, Texts]] = {
    "da": {
        "play_card": (
            "Færre henvendelser om det samme",
            "Mere ro i hverdagen for medarbejderne",
            "Borgerne får svar første gang",
        ),
        "propose_change": (
            "Opgaven flyttes til et fælles team",
            "Borgeren ordner det selv hjemmefra",
            "Vagtplanen følger, hvornår folk kommer",
            "Der er hjælp til dem, der ikke kan selv",
        ),
        "premortem": (
            "Ingen lagde vagtplanen om",
            "Borgerne kendte ikke den nye løsning",
            "Ingen målte, hvordan det gik før",
        ),
        "name_disbenefit": (
            "Sværere for dem, der ikke er digitale",
            "Mere travlt i de første måneder",
            "Mindre kontakt mellem borger og medarbejder",
        ),
        "answer_challenge": (
            "Vi har talt det igennem med driften og skrevet det ind i planen.",
            "Det følger vi op på i ledelsen hver måned.",
        ),
        "indicator": ("Tid pr. sag, stikprøve", "Andel løst første gang", "Antal henvendelser"),
        "unit": ("min", "%", "antal"),
        "conversion": ("Timerne går til borgere, der behøver hjælp",),
        "budget_line": ("Løn, borgerservice",),
        "calculation": ("10.000 sager × 5 min",),
    },
    "en": {
        "play_card": (
            "Fewer calls about the same thing",
            "Calmer days for the staff",
            "Citizens get an answer the first time",
        ),
        "propose_change": (
            "The task moves to a shared team",
            "Citizens do it themselves from home",
            "The rota follows when people come",
            "There is help for those who cannot do it alone",
        ),
        "premortem": (
            "Nobody changed the rota",
            "Citizens did not know the new way",
            "Nobody measured how it was before",
        ),
        "name_disbenefit": (
            "Harder for those who are not digital",
            "Busier in the first months",
            "Less contact between citizens and staff",
        ),
        "answer_challenge": (
            "We have talked it through with operations and put it in the plan.",
            "Management follows up on it every month.",
        ),
        "indicator": ("Time per case, sample", "Share solved the first time", "Number of calls"),
        "unit": ("min", "%", "count"),
        "conversion": ("The hours go to citizens who need help",),
        "budget_line": ("Payroll, citizen services",),
        "calculation": ("10,000 cases × 5 min",),
    },
}
AGAINST: Final[Mapping[str, Texts]] = {
    "da": {
        "propose_change": ("Alt bliver, som det er",),
        "premortem": ("Projektet løste et problem, vi ikke havde",),
        "name_disbenefit": ("Dobbeltarbejde, som ingen har tid til",),
        "answer_challenge": ("Det ved vi ikke.",),
    },
    "en": {
        "propose_change": ("Everything stays as it is",),
        "premortem": ("The project solved a problem we did not have",),
        "name_disbenefit": ("Double work that nobody has time for",),
        "answer_challenge": ("We do not know.",),
    },
}


def name_of(number: int) -> str:
    """The name of the person who comes in as this number, counted from 0."""
    again = number // len(NAMES)
    return " ".join([NAMES[number % len(NAMES)], *([chr(64 + again)] if again else []), MARK])


def texts(language: str, what: str, *, is_against: bool) -> tuple[str, ...]:
    """What somebody might write for this."""
    said = TEXTS["en" if language == "en" else "da"]
    against = AGAINST["en" if language == "en" else "da"]
    return against.get(what, said[what]) if is_against else said[what]
