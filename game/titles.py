"""The words of a node in one language, for papers and for comparing (game.md 3)."""

from __future__ import annotations

from game.deck import CARDS
from game.model import Node


def title_of(node: Node, language: str) -> str:
    """A node's own words, else its card's title in that language; empty for an unnamed ghost."""
    if node.title is not None:
        return node.title
    card = CARDS.get(node.card or "")
    if card is None:
        return ""
    return card.title.en if language == "en" else card.title.da
