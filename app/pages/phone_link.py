"""Where the link of "continue on another phone" leads: who one will be, and one button.

Opening the page uses nothing up: cameras and messengers look at links before people do.
"""

from dataclasses import dataclass

import anyio.to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app import joining, phone_link
from app.callers import database_of
from app.i18n import remember_language
from app.protocol import Credential
from app.room import Room
from app.templating import render

router = APIRouter()


@dataclass(frozen=True)
class OneMore:
    """Who goes on here; without a name the link leads nowhere any more."""

    code: str
    title: str
    name: str = ""
    role: str = ""


@router.get("/j/{code}/phone/{key}")
async def ask(request: Request, code: str, key: str) -> Response:
    """Ask whether this phone is to go on as the person of the seat."""
    room = await joining.room_of(request, code)
    database = database_of(request)
    seat = await anyio.to_thread.run_sync(phone_link.seat_of, database, room.code, key)
    return _page(request, room, seat)


@router.post("/j/{code}/phone/{key}")
async def go_on(request: Request, code: str, key: str) -> Response:
    """Give this browser the seat, once."""
    room = await joining.room_of(request, code)
    database = database_of(request)
    seat = await anyio.to_thread.run_sync(phone_link.seat_of, database, room.code, key)
    viewer = room.viewer(Credential("player", seat)) if seat else None
    if viewer is None:
        return _page(request, room, None)
    made = await anyio.to_thread.run_sync(phone_link.use, database, room.code, key)
    if made is None:
        return _page(request, room, None)
    response = RedirectResponse(f"/g/{room.code}/play", 303)
    joining.set_game_cookie(request, response, "seat", room.code, made)
    remember_language(request, response, viewer.language)
    return response


def _page(request: Request, room: Room, seat: str | None) -> Response:
    held = room.state.seats.get(seat or "")
    title = room.state.rules.title
    if held is None or held.removed:
        return render(request, "pages/phone_link.html", OneMore(room.code, title), status=410)
    name = room.names.get(held.person, "")
    shown = OneMore(room.code, title, name, held.role)
    return render(request, "pages/phone_link.html", shown, language=held.language)
