"""The door of a game: a code, a name and a role, as a plain form that needs no script."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app import auth, forms, joining
from app.errors import AppError
from app.forms import Typed
from app.i18n import LANGUAGES, chosen_language, language_of, remember_language, words
from app.joining import Joined, Joining
from app.protocol import Credential, chosen
from app.refusals import sentence
from app.room import Room
from app.templating import render
from game.roles import ROLES

router = APIRouter()
FIELDS: Final = {"name.missing": "name", "name.too_long": "name", "role.unknown": "role"}
"""Where a refusal stands in the form; any other stands above it."""


@dataclass(frozen=True)
class Door:
    """What stands on the door before anybody says a name."""

    code: str
    title: str
    purpose: str
    organisation: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Code:
    """The page that asks for a code."""

    code: str = ""
    wrong: str = ""


@dataclass(frozen=True)
class Join:
    """The form of the door."""

    door: Door
    form: forms.Form


@dataclass(frozen=True)
class Shut:
    """A door that is not open now, and why."""

    door: Door
    title: str
    text: str
    may_retry: bool


@router.get("/j")
async def ask_code(request: Request, code: str = "") -> Response:
    """Ask for the code, or go to its door."""
    asked = joining.plain_code(code)
    if not asked:
        return render(request, "pages/code.html", Code())
    try:
        room = await joining.room_of(request, asked)
    except AppError as refusal:
        wrong = sentence(refusal.code, refusal.params, language_of(request))
        return render(request, "pages/code.html", Code(asked, wrong), status=404)
    return RedirectResponse(f"/j/{room.code}", 303)


@router.get("/j/{code}")
async def door(request: Request, code: str) -> Response:
    """The form, the game itself for who has a seat, or why the door is shut."""
    asked = joining.plain_code(code)
    try:
        room = await joining.room_of(request, asked)
    except AppError as refusal:
        wrong = sentence(refusal.code, refusal.params, language_of(request))
        return render(request, "pages/code.html", Code(asked, wrong), status=404)
    if code != room.code:  # a key is kept for the address as it is written
        return RedirectResponse(f"/j/{room.code}", 303)
    credentials = await auth.authenticate(request.scope, room.code)
    credential = chosen(credentials, "player")
    if credential is not None and room.viewer(credential) is not None:
        return RedirectResponse(f"/g/{room.code}/play", 303)
    known = _taken_out(room, credentials)
    if known:
        return render(request, "pages/back.html", Join(_door(room), forms.Form(known)))
    reason = _shut_by(room)
    if reason:
        return _shut(request, room, reason)
    values = {"id": secrets.token_hex(16), "language": _language(request, room)}
    return render(request, "pages/join.html", Join(_door(room), forms.Form(values)))


@router.post("/j/{code}")
async def come_in(request: Request, values: Typed, code: str) -> Response:
    """Take a seat, and go to it; an empty form is one tap of somebody who was taken out."""
    room = await joining.room_of(request, code)
    if not values:
        return await _come_back(request, room)
    spoken = values.get("language")
    language = spoken if spoken in LANGUAGES else _language(request, room)
    values["language"] = language
    values["id"] = values.get("id", "")[:58] or secrets.token_hex(16)
    if not values.get("role"):
        _ = words(language_of(request)).gettext
        wrongs = {"role": _("Vælg den rolle, der ligner din mest.")}
        if not values.get("name"):
            wrongs = {"name": sentence("name.missing", {}, language_of(request)), **wrongs}
        return _again(request, room, values, wrongs, 422)
    said = Joining(values.get("name", ""), values["role"], language, values["id"])
    try:
        joined = await joining.join(request, room.code, said)
    except AppError as refusal:
        if _shut_by(room):
            return _shut(request, room, _shut_by(room))
        text = sentence(refusal.code, refusal.params, language_of(request))
        wrongs = {FIELDS.get(refusal.code, "game"): text}
        return _again(request, room, values, wrongs, refusal.status)
    return _to_game(request, room, joined, language)


async def _come_back(request: Request, room: Room) -> Response:
    """Ask for the seat that this browser was taken out of; anybody else goes to the door."""
    known = _taken_out(room, await auth.authenticate(request.scope, room.code))
    if not known:
        return RedirectResponse(f"/j/{room.code}", 303)
    try:
        joined = await joining.join(request, room.code, Joining(**known))
    except AppError as refusal:
        wrongs = {"game": sentence(refusal.code, refusal.params, language_of(request))}
        again = Join(_door(room), forms.Form(known, wrongs))
        return render(request, "pages/back.html", again, status=refusal.status)
    return _to_game(request, room, joined, known["language"])


def _to_game(request: Request, room: Room, joined: Joined, language: str) -> Response:
    response = RedirectResponse(f"/g/{room.code}/play", 303)
    joining.set_game_cookie(request, response, "seat", room.code, joined.token)
    remember_language(request, response, language)
    return response


def _again(
    request: Request, room: Room, values: dict[str, str], wrongs: dict[str, str], status: int
) -> Response:
    again = Join(_door(room), forms.Form(values, wrongs))
    return render(request, "pages/join.html", again, status=status)


def _taken_out(room: Room, credentials: Sequence[Credential]) -> dict[str, str]:
    """What the form of whoever was taken out would say; empty for everybody else."""
    seat = joining.taken_out(room, credentials)
    name = room.names.get(seat.person) if seat else None
    if not seat or not name:
        return {}
    return {"name": name, "role": seat.role, "language": seat.language}


def _door(room: Room) -> Door:
    setup = room.state.rules
    roles = setup.roles or tuple(ROLES)
    return Door(room.code, setup.title, setup.purpose, setup.organisation, roles)


def _language(request: Request, room: Room) -> str:
    """What this reader has chosen or the browser prefers, else the language of the game."""
    if chosen_language(request) or request.headers.get("accept-language"):
        return language_of(request)
    return room.state.rules.language


def _shut_by(room: Room) -> str:
    """Why nobody new can come in now; empty while the door is open."""
    state = room.state
    if state.phase == "closed":
        return "closed"
    if state.locked or state.join_policy == "closed":
        return "locked"
    is_full = sum(seat.plays for seat in state.seats.values()) >= state.rules.capacity
    return "full" if is_full else ""


def _shut(request: Request, room: Room, reason: str) -> Response:
    _ = words(language_of(request)).gettext
    title, text = {
        "closed": (
            _("Spillet er slut"),
            _("Kortet er gemt hos projektet. Spørg spilstyreren, hvis du vil se det."),
        ),
        "locked": (
            _("Døren er låst"),
            _("Spillet er i gang, og døren er låst. Bed spilstyreren om at låse op."),
        ),
        "full": (
            _("Alle pladser er taget"),
            _("Sid sammen med en, der er med, eller bed spilstyreren om en plads."),
        ),
    }[reason]
    if reason == "locked" and room.state.phase == "lobby":
        text = _(
            "Spillet er ikke begyndt, men døren er lukket for nu. Bed spilstyreren om at åbne."
        )
    shut = Shut(_door(room), title, text, may_retry=reason != "closed")
    return render(request, "pages/shut.html", shut, status=409)
