"""The first page: what this is, a field for the code, and the way in for facilitators."""

from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request, Response

from app.callers import Visitor
from app.templating import render
from game.deck import CARDS

router = APIRouter()
SHOWN: Final = ("B2", "P1", "O1", "M1")
"""A card of each perspective."""


@dataclass(frozen=True)
class ShownCard:
    """A card of the deck, as a taste of the game."""

    id: str
    perspective: str


@dataclass(frozen=True)
class Start:
    """The start page."""

    cards: tuple[ShownCard, ...]


@router.get("/")
def start(request: Request, visitor: Visitor) -> Response:
    """The start page."""
    del visitor
    cards = tuple(ShownCard(id_, str(CARDS[id_].perspective)) for id_ in SHOWN)
    return render(request, "pages/start.html", Start(cards))
