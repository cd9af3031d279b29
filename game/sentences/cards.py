"""Titles and units of cards (`card.B1`, `unit.B1`), and roles (`role.team_lead`)."""

from typing import Final

from game.deck import CARDS
from game.decks.starter import ALONE

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    **{f"card.{card.id}": (card.title.da, card.title.en) for card in CARDS.values()},
    **{
        f"unit.{card.id}.after": (card.unit.da, card.unit.en)
        for card in CARDS.values()
        if card.unit
    },
    **{
        f"unit.{card.id}": ALONE.get(card.unit.da, (card.unit.da, card.unit.en))
        for card in CARDS.values()
        if card.unit
    },
    **{f"role.{card.role}": (card.title.da, card.title.en) for card in CARDS.values() if card.role},
}
