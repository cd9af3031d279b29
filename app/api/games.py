"""A game over plain HTTP: its facts, a seat in it, commands, state, and its record."""

from typing import Annotated, Literal

import anyio.to_thread
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app import auth, closes, joining, phone_link, record
from app.answers import Answer, ack
from app.callers import database_of
from app.errors import AppError
from app.frames import Viewer
from app.joining import Joining
from app.phone_link import PhoneLink
from app.poll import Gone, state_frame
from app.protocol import Kind, Unreadable, chosen, parse_do
from app.room import Room
from app.store import Store
from app.turn import request_of
from game.roles import ROLES

router = APIRouter(tags=["games"])
JSON = "application/json"
As = Annotated[Kind | None, Query(alias="as")]


class Facts(BaseModel):
    """What anybody with the code may know before joining."""

    code: str
    title: str
    organisation: str
    language: str
    state: Literal["lobby", "playing", "paused", "closed"]
    roles: list[str]


class SeatAsked(BaseModel):
    """Somebody at the door. The same `id` again gets the same seat."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=400)
    role: str = Field(max_length=64)
    language: Literal["da", "en"] | None = None
    id: str | None = Field(default=None, min_length=1, max_length=58)


class SeatGiven(BaseModel):
    """A seat and the token that opens it, for clients that keep no cookies."""

    seat: str
    token: str


class StateAsked(BaseModel):
    """What a client has, and how long it will wait for more."""

    as_: Kind | None = Field(default=None, alias="as")
    since: int = Field(default=0, ge=0)
    epoch: str | None = None
    wait: float = Field(default=0, ge=0)


@router.get("/api/v1/games/{code}")
async def facts(request: Request, code: str) -> Facts:
    """The public facts of a game."""
    room = await joining.room_of(request, code)
    setup = room.state.rules
    return Facts(
        code=room.code,
        title=setup.title,
        organisation=setup.organisation,
        language=setup.language,
        state=room.state.phase,
        roles=list(setup.roles or ROLES),
    )


@router.post("/api/v1/games/{code}/seats", status_code=201)
async def take_seat(request: Request, response: Response, code: str, asked: SeatAsked) -> SeatGiven:
    """A seat for whoever asks; the one they have, if they have one."""
    said = Joining(asked.name, asked.role, asked.language, asked.id)
    joined = await joining.join(request, code, said)
    joining.set_game_cookie(request, response, "seat", code.upper(), joined.token)
    return SeatGiven(seat=joined.seat, token=joined.token)


@router.post("/g/{code}/commands")
async def command(request: Request, code: str, as_: As = None) -> Response:
    """The HTTP form of `do`: the frame is the body, the ack the answer."""
    room, viewer = await _viewer(request, code, as_)
    rules = room.ports.rules
    try:
        frame = parse_do(await request.body())
    except Unreadable as error:
        unread = Answer(error.id, code=error.code, params=error.params)
        status = 409 if error.code == "command.unknown" else 422
        return Response(ack(unread, rules, viewer.language), status, media_type=JSON)
    asked = request_of(frame, viewer)
    if asked is None:
        answer = Answer(frame.id, code="command.not_yours", params={"do": frame.do})
    else:
        answer = await room.ask(asked)
    status = 200 if answer.is_accepted else joining.STATUS.get(answer.code, 409)
    headers = {"retry-after": "1"} if answer.is_retried else None
    return Response(ack(answer, rules, viewer.language), status, headers, JSON)


@router.get("/g/{code}/state")
async def state(request: Request, code: str, asked: Annotated[StateAsked, Query()]) -> Response:
    """The HTTP form of `state`: one frame, or 204 when nothing came while it waited."""
    room, viewer = await _viewer(request, code, asked.as_)
    try:
        frame = await state_frame(room, viewer, asked.since, asked.epoch, asked.wait)
    except Gone as gone:
        raise _gone(gone.code) from None
    if frame is None:
        return Response(status_code=204)
    return Response(frame, media_type=JSON)


@router.post("/g/{code}/phone-link", status_code=201)
async def one_more_phone(request: Request, code: str) -> PhoneLink:
    """A link that gives the asker's own seat to one more phone, once."""
    room, viewer = await _viewer(request, code, "player")
    seat = viewer.seat or ""
    return await anyio.to_thread.run_sync(
        phone_link.make, request, database_of(request), room.code, seat
    )


@router.get("/api/v1/games/{code}/record")
async def record_file(request: Request, code: str) -> Response:
    """The whole record of a closed game: public parts, digests of the private ones, the chain."""
    room = await joining.room_of(request, code)
    credentials = await auth.authenticate(request.scope, room.code)
    if chosen(credentials, "facilitator") is None:
        raise AppError(401 if not credentials else 403, "sign_in.needed")
    if room.state.phase != "closed":
        raise AppError(409, "game.live")
    store: Store = request.app.state.store
    file = record.write(room.code, await store.lines(room.code))
    name = f'attachment; filename="{room.code}.record.json"'
    return Response(file, media_type=JSON, headers={"content-disposition": name})


async def _viewer(request: Request, code: str, kind: Kind | None) -> tuple[Room, Viewer]:
    """The room, and how this request looks at it."""
    room = await joining.room_of(request, code)
    credentials = await auth.authenticate(request.scope, room.code)
    if chosen(credentials, kind) is None:
        raise AppError(401, "game.not_yours")
    credential = chosen(credentials, kind, room.opens)
    viewer = room.viewer(credential) if credential else None
    if viewer is None:
        raise _gone(closes.REMOVED)
    return room, viewer


def _gone(code: int) -> AppError:
    """A close code as HTTP tells it."""
    if code == closes.REMOVED:
        return AppError(403, "seat.removed")
    if code == closes.NO_GAME:
        return AppError(404, "game.not_found")
    return AppError(503, "limit.busy")
