"""What is counted and in what unit, in the reader's language where it is the deck's own words.

Both are kept as text, in the game's language. Left as the card has them, they are shown like a
card's title: in the language of whoever reads (game.md 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.cards import Card, Text
from game.deck import CARDS
from game.say import Say, say


def indicator_words(text: str) -> Say | str:
    """An indicator: a measure card's title is the reader's, other words stand as they are."""
    card = _INDICATORS.get(text)
    return text if card is None else say(f"card.{card.id}")


def unit_words(text: str) -> Say | str:
    """A unit after a figure: one of the deck's is the reader's, others stand as they are."""
    unit = _UNITS.get(text)
    return text if unit is None else say(f"unit.{unit[0]}.after")


def kept_indicator(text: str, language: str) -> str:
    """An indicator as it is kept: who reads another language sends the deck's words in that."""
    card = _INDICATORS.get(text)
    return text if card is None else _in(card.title, language)


def kept_unit(text: str, language: str) -> str:
    """A unit as it is kept, in the game's language where it is the deck's."""
    unit = _UNITS.get(text)
    return text if unit is None else _in(unit[1], language)


def _in(text: Text, language: str) -> str:
    return text.en if language == "en" else text.da


_INDICATORS: Final[Mapping[str, Card]] = {
    title: card
    for card in CARDS.values()
    if card.family == "measure"
    for title in (card.title.da, card.title.en)
}
_UNITS: Final[Mapping[str, tuple[str, Text]]] = {
    unit: (card.id, card.unit)
    for card in CARDS.values()
    if card.unit
    for unit in (card.unit.da, card.unit.en)
}
"""The deck's units in either language, each with a card that has it."""
