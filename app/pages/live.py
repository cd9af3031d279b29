"""The three live surfaces: thin pages that load their scripts, and the QR code to come in by."""

import io
from dataclasses import dataclass
from typing import Annotated, Final, Literal

import anyio.to_thread
import segno
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from app import addresses, assets, auth, joining
from app.callers import database_of
from app.db import Database
from app.errors import AppError
from app.i18n import browser_strings, chosen_language
from app.protocol import Credential, Kind, chosen
from app.room import Room
from app.templating import render

router = APIRouter()
Surface = Literal["play", "host", "board"]
KINDS: Final[dict[Surface, Kind]] = {"play": "player", "host": "facilitator", "board": "board"}
SHEETS: Final[dict[Surface, tuple[str, ...]]] = {
    "play": ("play",),
    "host": ("tokens", "fonts", "base", "cards", "map", "console"),
    "board": ("tokens", "fonts", "base", "cards", "map", "board"),
}
"""The phone's first load is small: no fonts, and one sheet (`assets.JOINED`)."""
Key = Annotated[str | None, Query()]


@dataclass(frozen=True)
class Live:
    """A live surface; `facts` is what its scripts read."""

    surface: Surface
    title: str
    sheets: tuple[str, ...]
    entry: str
    facts: dict[str, object]
    is_rehearsal: bool = False


@router.get("/g/{code}/play")
async def play(request: Request, code: str) -> Response:
    """The phone, for who has a seat; others come in by the door."""
    room = await joining.room_of(request, code)
    credential = chosen(await auth.authenticate(request.scope, room.code), "player")
    viewer = room.viewer(credential) if credential else None
    if viewer is None:
        return RedirectResponse(f"/j/{room.code}", 303)
    return _live(request, room, "play", viewer.language)


@router.get("/g/{code}/host")
async def host(request: Request, code: str, key: Key = None) -> Response:
    """The console, for the game's facilitator."""
    room = await joining.room_of(request, code)
    if key is not None:
        return await _exchanged(request, room, "facilitator", key)
    credentials = await auth.authenticate(request.scope, room.code)
    credential = chosen(credentials, "facilitator", room.opens)
    if credential is None or room.viewer(credential) is None:
        raise AppError(401, "sign_in.needed")
    return _live(request, room, "host", _language(request, room), credential.desk)


@router.get("/g/{code}/board")
async def board(request: Request, code: str, key: Key = None) -> Response:
    """The board, for who has its link; the facilitator's own browser gets one here."""
    room = await joining.room_of(request, code)
    if key is not None:
        return await _exchanged(request, room, "board", key)
    credentials = await auth.authenticate(request.scope, room.code)
    response = _live(request, room, "board", _language(request, room))
    if chosen(credentials, "board") is None:
        if chosen(credentials, "facilitator") is None:
            raise AppError(401, "board.link")
        made = await anyio.to_thread.run_sync(_new_board_key, database_of(request), room.code)
        joining.set_game_cookie(request, response, "board", room.code, made)
    return response


@router.get("/g/{code}/qr.svg")
async def qr(request: Request, code: str) -> Response:
    """The join address as a QR code."""
    room = await joining.room_of(request, code)
    drawn = io.BytesIO()
    made = segno.make(addresses.of_game(request, room.code).join, error="m")
    made.save(drawn, kind="svg", border=2, dark="#1b2338", light="#ffffff", omitsize=True)
    headers = {"cache-control": "private, max-age=300"}
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers=headers)


def _live(
    request: Request, room: Room, surface: Surface, language: str, desk: str = ""
) -> Response:
    at = addresses.of_game(request, room.code)
    facts: dict[str, object] = {
        "code": room.code,
        "language": language,
        "build": assets.build(),
        "as": KINDS[surface],
        "strings": browser_strings(language, surface) if language != "da" else {},
        "join_url": at.join,
    }
    if surface == "host":
        facts["desk"] = desk
        facts["board_url"] = at.board
        facts["project_url"] = f"/projects/{room.state.rules.project}"
    is_rehearsal = room.state.rules.kind == "rehearsal"
    live = Live(
        is_rehearsal=is_rehearsal,
        surface=surface,
        title=room.state.rules.title,
        sheets=(*SHEETS[surface], "rehearsal") if is_rehearsal else SHEETS[surface],
        entry=f"js/pages/{surface}.js",
        facts=facts,
    )
    return render(request, "live.html", live, language=language)


def _language(request: Request, room: Room) -> str:
    """What this reader has chosen, else the language of the game."""
    return chosen_language(request) or room.state.rules.language


async def _exchanged(
    request: Request, room: Room, kind: Literal["facilitator", "board"], key: str
) -> Response:
    """Keep the link's key as a cookie, and take it out of the address."""
    if auth.credential_of(database_of(request), room.code, key) != Credential(kind):
        raise AppError(401, "board.link" if kind == "board" else "sign_in.needed")
    response = RedirectResponse(request.url.path, 303)
    joining.set_game_cookie(request, response, kind, room.code, key)
    return response


def _new_board_key(database: Database, code: str) -> str:
    with database.write() as session:
        return auth.add_game_key(session, "board", code)
