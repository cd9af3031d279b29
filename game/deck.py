"""Finding a card: by its id, by its deck, by its title in either language."""

from collections.abc import Mapping
from typing import Final

from game.cards import Card, Text
from game.decks import starter

BLANK: Final = Card(id="blank", family="blank", title=Text("Blankt kort", "Blank card"))

DECKS: Final[Mapping[str, tuple[Card, ...]]] = {"starter": starter.CARDS}

CARDS: Final[Mapping[str, Card]] = {
    card.id: card for card in (*(card for cards in DECKS.values() for card in cards), BLANK)
}

TITLES: Final[Mapping[str, str]] = {
    title: card.id for card in CARDS.values() for title in (card.title.da, card.title.en)
}
"""Card ids by title, in both languages: a blank with such a title joins the card (BR3)."""


def card(card_id: str) -> Card | None:
    """The card with that id, in whatever deck; None when there is none."""
    return CARDS.get(card_id)


def deck(name: str) -> tuple[Card, ...]:
    """All cards of a deck in the order of the book, without the blank."""
    return DECKS[name]


def family(name: str, family_name: str) -> tuple[Card, ...]:
    """The cards of one family of a deck, in the order of the book."""
    return tuple(card for card in DECKS[name] if card.family == family_name)


def card_order(card_id: str | None) -> tuple[bool, str, int]:
    """Where a card stands among others: by letter, then number; own words come last (BR4)."""
    if card_id is None or card_id == BLANK.id:
        return (True, "", 0)
    return (False, card_id[0], int(card_id[1:]))
