"""The facilitator's guide on pages: a page for each length, the cards, and a short tour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from app import guide, qr
from app.callers import Visitor
from app.errors import AppError
from app.guide import Part, Printed, Round
from app.i18n import language_of
from app.templating import render
from game.variants import VARIANTS

router = APIRouter(prefix="/guide")


@dataclass(frozen=True)
class Contents:
    """What there is to read and to print."""

    variants: Mapping[str, int]
    code: str


@dataclass(frozen=True)
class Sheet:
    """The script of one length, on one page of paper."""

    variant: str
    minutes: int
    lobby: Part
    rounds: Sequence[Round]


@dataclass(frozen=True)
class Square:
    """A QR code as it is drawn: its side, and the path of its dark squares."""

    side: int
    path: str


@dataclass(frozen=True)
class Deck:
    """The cards for a room without phones, each with its QR code."""

    cards: Sequence[tuple[Printed, Square]]


@dataclass(frozen=True)
class Tour:
    """The passport case from the table to the verdict, in pictures; `language` is theirs."""

    language: str
    code: str


@router.get("")
def contents(request: Request, account: Visitor, game: str = "") -> Response:
    """The way to all of it."""
    del account
    minutes = {name: one.minutes for name, one in VARIANTS.items()}
    return render(request, "pages/guide.html", Contents(minutes, game.upper()[:12]))


@router.get("/tour")
def tour(request: Request, account: Visitor, game: str = "") -> Response:
    """Two minutes through board, console and phone."""
    del account
    shown = Tour(language_of(request), game.upper()[:12])
    return render(request, "pages/tour.html", shown)


@router.get("/cards")
def cards(request: Request, account: Visitor) -> Response:
    """The deck to print and cut."""
    del account
    found = guide.cards(language_of(request))
    squares = [(card, Square(*qr.path(card.id))) for card in found]
    return render(request, "pages/guide_cards.html", Deck(squares))


@router.get("/{variant}")
def sheet(request: Request, account: Visitor, variant: str) -> Response:
    """The script of this length."""
    del account
    plan = VARIANTS.get(variant)
    if plan is None:
        raise AppError(404, "page.not_found")
    language = language_of(request)
    page = Sheet(variant, plan.minutes, guide.lobby(language), guide.rounds(plan, language))
    return render(request, "pages/guide_sheet.html", page)
