"""Who else may lead: the deputy's link, the backup code on paper and the form it opens."""

from dataclasses import dataclass
from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from app import addresses, auth, joining, qr
from app.backup import code_digest, new_code
from app.callers import database_of
from app.clock import sleep
from app.db import Database
from app.errors import AppError
from app.forms import Form, Typed
from app.i18n import language_of
from app.protocol import chosen
from app.ratelimit import WrongCodes
from app.refusals import sentence
from app.room import Room
from app.templating import render
from app.turn import Request as Asked
from game.commands import AddDeputy, SetBackup
from game.model import FACILITATOR, SHELL
from game.words import tidy

router = APIRouter(prefix="/g/{code}")
Key = Annotated[str | None, Query()]


@dataclass(frozen=True)
class Deputy:
    """The form for whoever holds the paper with the backup code."""

    code: str
    title: str
    form: Form


@dataclass(frozen=True)
class Paper:
    """The sheet with a new backup code; before there is one, what it is for."""

    code: str
    title: str
    backup: str = ""
    at: str = ""
    qr: str = ""
    had: bool = False


class Link(BaseModel):
    """A link for one person, as an address and as a picture."""

    url: str
    qr: str


@router.get("/deputy")
async def deputy(request: Request, code: str, key: Key = None) -> Response:
    """A deputy's own link, or the form for the code on paper."""
    room = await joining.room_of(request, code)
    if key is None:
        return render(request, "pages/deputy.html", _form(room, Form()))
    found = auth.credential_of(database_of(request), room.code, key)
    if found is None or found.kind != "facilitator" or room.viewer(found) is None:
        raise AppError(401, "desk.link")
    return _let_in(request, room, key)


@router.post("/deputy")
async def stand_in(request: Request, values: Typed, code: str) -> Response:
    """Whoever has the code on paper becomes a deputy, by name; one of that name already is."""
    room = await joining.room_of(request, code)
    name = tidy(values.get("name", ""))[:60]
    digest = code_digest(values.get("backup", ""))
    wrongs = {}
    if not name:
        wrongs["name"] = sentence("name.missing", {}, language_of(request))
    if not room.state.backup or digest != room.state.backup:
        await _hold_up(request, room)
        wrongs["backup"] = sentence("backup.wrong", {}, language_of(request))
    if wrongs:
        again = _form(room, Form({**values, "backup": values.get("backup", "")}, wrongs))
        return render(request, "pages/deputy.html", again, status=422)
    if name not in _deputies(room):
        answer = await room.ask(Asked(seat=FACILITATOR, command=AddDeputy(name=name), name=name))
        if not answer.is_accepted:
            raise joining.refusal(answer)
    person = _deputies(room)[name]
    key = await anyio.to_thread.run_sync(_new_key, database_of(request), room.code, person)
    return _let_in(request, room, key)


@router.get("/backup")
async def backup(request: Request, code: str) -> Response:
    """What the backup code is for, and the button that makes one."""
    room = await _led(request, code)
    paper = Paper(room.code, room.state.rules.title, had=bool(room.state.backup))
    return render(request, "pages/backup.html", paper)


@router.post("/backup")
async def new_backup(request: Request, code: str) -> Response:
    """The sheet with a new code, told this once; the one before it opens nothing any more."""
    room = await _led(request, code)
    made = new_code()
    answer = await room.ask(Asked(seat=SHELL, command=SetBackup(digest=code_digest(made))))
    if not answer.is_accepted:
        raise joining.refusal(answer)
    at = f"{addresses.base(request)}/g/{room.code}/deputy"
    paper = Paper(room.code, room.state.rules.title, made, at, qr.picture(at))
    return render(request, "pages/backup.html", paper)


@router.post("/deputies/{person}/link")
async def deputy_link(request: Request, code: str, person: str) -> Link:
    """A new link for a deputy, to be sent to them or held up to their camera."""
    room = await _led(request, code)
    if person not in room.state.deputies:
        raise AppError(404, "desk.unknown")
    key = await anyio.to_thread.run_sync(_new_key, database_of(request), room.code, person)
    url = f"{addresses.base(request)}/g/{room.code}/deputy?key={key}"
    return Link(url=url, qr=qr.picture(url))


@router.post("/seats/{seat}/link")
async def person_link(request: Request, code: str, seat: str) -> Link:
    """The link by which a person who is played for confirms what was said for them."""
    room = await _led(request, code)
    held = room.state.seats.get(seat)
    if held is None or held.removed or not held.proxy:
        raise AppError(409, "seat.not_proxy", seat=seat)
    key = await anyio.to_thread.run_sync(_new_person_key, database_of(request), room.code, seat)
    url = f"{addresses.base(request)}/j/{room.code}/mine/{key}"
    return Link(url=url, qr=qr.picture(url))


async def _led(request: Request, code: str) -> Room:
    """The room, for the console that leads it."""
    room = await joining.room_of(request, code)
    credential = chosen(
        await auth.authenticate(request.scope, room.code), "facilitator", room.opens
    )
    if credential is None or room.viewer(credential) is None:
        raise AppError(401, "sign_in.needed")
    if credential.desk != room.state.desk:
        raise AppError(409, "desk.not_yours")
    return room


def _deputies(room: Room) -> dict[str, str]:
    """The deputies by their names: with the code the same person may come in more than once."""
    return {room.names.get(person, ""): person for person in room.state.deputies}


async def _hold_up(request: Request, room: Room) -> None:
    """Who guesses waits longer and longer, as with the games' own codes."""
    wrong: WrongCodes = request.app.state.wrong_codes
    clock, address = room.ports.clock, request.client.host if request.client else ""
    wrong.wrong(address, clock.seconds())
    await sleep(clock, wrong.delay(address, clock.seconds()))


def _let_in(request: Request, room: Room, key: str) -> Response:
    response = RedirectResponse(f"/g/{room.code}/host", 303)
    joining.set_game_cookie(request, response, "deputy", room.code, key)
    return response


def _form(room: Room, form: Form) -> Deputy:
    return Deputy(room.code, room.state.rules.title, form)


def _new_key(database: Database, code: str, person: str) -> str:
    with database.write() as session:
        return auth.add_game_key(session, "deputy", code, person)


def _new_person_key(database: Database, code: str, seat: str) -> str:
    with database.write() as session:
        return auth.add_game_key(session, "person", code, seat)
