"""The facilitator's guide: the script on the console, in the order of a game, for paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.cards import Card
from game.deck import deck
from game.say import say
from game.sentences import SENTENCES, word
from game.variants import RoundPlan, Variant

PARTS: Final = (
    "briefing", "open", "wave2", "revealed", "second", "vote", "resolved", "revote",
)  # fmt: skip
"""The parts of a round that have words of their own, as they follow each other."""
TALK_ROUND: Final = "r2"
BUTTONS: Final = {
    "briefing": "next.open.{round}",
    "open": "next.reveal.{round}",
    "wave2": "next.reveal.{round}",
    "revealed": "next.resolve.{round}",
    "second": "next.vote",
    "vote": "next.resolve.{round}",
}
"""What stands on the large button at the end of a part."""
FACES: Final = {
    "role": ("type.role", "role"),
    "change": ("type.change", "change"),
    "measure": ("type.measure", "measure"),
    "challenge": ("type.challenge", "storm"),
}
"""What stands in the band of a card that has no perspective, and its colour."""


@dataclass(frozen=True, slots=True)
class Part:
    """One moment: what to say, why, what goes wrong, and the button that ends it."""

    say: str
    why: str
    pitfalls: str
    next: str
    button: str


@dataclass(frozen=True, slots=True)
class Round:
    """A round of the run sheet with its parts."""

    n: int
    title: str
    minutes: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A card as it lies on the table: its words, its colour, and the unit at its foot."""

    id: str
    family: str
    tone: str
    head: str
    title: str
    foot: str

    @property
    def number(self) -> str:
        """Its number as people read it, which no label of the map can be taken for."""
        return f"{self.id[0]}\N{NON-BREAKING HYPHEN}{self.id[1:]}"


def rounds(plan: Variant, language: str) -> tuple[Round, ...]:
    """The script of a whole game of this length."""
    return tuple(
        Round(
            n=one.n,
            title=_said(f"round.{one.id}", language),
            minutes=one.minutes,
            parts=tuple(_part(one.id, name, language) for name in _parts(plan, one)),
        )
        for one in plan.rounds
    )


def lobby(language: str) -> Part:
    """What is said before the first round."""
    return _words("script.lobby", "next.start", language)


def cards(language: str) -> tuple[Printed, ...]:
    """The starter deck in the order of the book."""
    return tuple(_printed(card, language) for card in deck("starter"))


def _parts(plan: Variant, one: RoundPlan) -> Iterator[str]:
    """The parts this round has in this variant; R2 is revealed in two stages."""
    for name in PARTS:
        is_there = f"script.{one.id}.{name}.say" in SENTENCES
        if name == "wave2":
            is_there = is_there and bool(one.wave_s)
        if name == "revote":
            is_there = is_there and bool(plan.revote_talks)
        if name == "revealed":
            is_there = is_there and one.id != TALK_ROUND and bool(one.revealed_s)
        if is_there:
            yield name


def _part(round_id: str, name: str, language: str) -> Part:
    button = BUTTONS.get(name, "").format(round=round_id)
    return _words(f"script.{round_id}.{name}", button, language)


def _words(script: str, button: str, language: str) -> Part:
    return Part(
        say=_said(f"{script}.say", language),
        why=_said(f"{script}.why", language),
        pitfalls=_said(f"{script}.pitfalls", language),
        next=_said(f"{script}.next", language),
        button=_said(button, language) if button in SENTENCES else "",
    )


def _printed(card: Card, language: str) -> Printed:
    title = card.title.en if language == "en" else card.title.da
    foot = "" if card.unit is None else _said(f"unit.{card.id}", language)
    head, tone = _face(card)
    return Printed(card.id, card.family, tone, _said(head, language), title, foot)


def _face(card: Card) -> tuple[str, str]:
    """What stands in the card's band, by its sentence, and the colour of it."""
    if card.perspective:
        return f"perspective.{card.perspective}", card.perspective
    if card.node_type == "enabler":
        return "type.prerequisite", "enabler"
    return FACES[card.family]


def _said(sentence: str, language: str) -> str:
    return word(say(sentence), language, {})
