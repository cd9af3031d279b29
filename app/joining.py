"""Coming into a game: a name and a role become a seat, and the seat a key."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from app import auth
from app.answers import Answer
from app.clock import sleep
from app.errors import AppError
from app.protocol import Credential
from app.ratelimit import WrongCodes
from app.room import Room
from app.rooms import Rooms
from app.turn import Request as Asked
from game.commands import Knock, TakeSeat
from game.model import SHELL, Seat
from game.words import tidy

MOST_LETTERS = 60
STATUS = {"limit.rate": 429, "limit.busy": 503, "store.away": 503}
"""How HTTP says what a client may send again; every other refusal is a conflict."""
WAITS_S = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
"""At the door a busy moment is waited out: a form is not sent again by itself."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What somebody says at the door. `id` is made by the client, so that it may knock again."""

    name: str
    role: str
    language: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """A seat, and a new key to it."""

    seat: str
    token: str


def plain_code(typed: str) -> str:
    """A code as people write it, in groups or with a dash, as it is."""
    return "".join(letter for letter in typed if letter.isalnum()).upper()[:12]


async def room_of(request: Request, code: str) -> Room:
    """The room of a code, or 404; who tries many wrong codes waits for each answer."""
    rooms: Rooms = request.app.state.rooms
    room = await rooms.find(code)
    if room is None:
        wrong: WrongCodes = request.app.state.wrong_codes
        clock, address = rooms.ports.clock, request.client.host if request.client else ""
        wrong.wrong(address, clock.seconds())
        await sleep(clock, wrong.delay(address, clock.seconds()))
        raise AppError(404, "game.not_found")
    return room


async def join(request: Request, code: str, joining: Joining) -> Joined:
    """The seat of whoever asks: the one they have, the one they got by this id, or a new one."""
    room = await room_of(request, code)
    name = tidy(joining.name)
    if not name:
        raise AppError(422, "name.missing")
    if len(name) > MOST_LETTERS:
        raise AppError(422, "name.too_long")
    credentials = await auth.authenticate(request.scope, room.code)
    out = taken_out(room, credentials)
    seat = _held_seat(room, credentials) or (await _knock(room, out) if out else None)
    seat = seat or await _take_seat(room, name, joining)
    found = room.state.seats[seat]
    if found.removed and not found.into:  # the same id again, of somebody taken out meanwhile
        await _knock(room, found)
    return Joined(seat, await auth.add_seat_key(request.app.state.store, room.code, seat))


def set_game_cookie(
    request: Request, response: Response, kind: auth.GameKind, code: str, key: str
) -> None:
    """Let this browser keep a key, for the paths of this game and nothing else."""
    public_url = request.app.state.settings.public_url or str(request.url)
    for path in (f"/g/{code}", f"/j/{code}", f"/api/v1/games/{code}"):
        response.set_cookie(
            kind,
            key,
            path=path,
            max_age=int(auth.GAME_KEY_LIVES.total_seconds()),
            httponly=True,
            samesite="lax",
            secure=public_url.startswith("https:"),
        )


def _held_seat(room: Room, credentials: Sequence[Credential]) -> str | None:
    """The seat that the asker has a key to already."""
    for credential in credentials:
        if credential.kind == "player" and room.viewer(credential) is not None:
            return credential.seat
    return None


def taken_out(room: Room, credentials: Sequence[Credential]) -> Seat | None:
    """The seat that the asker was taken out of, and may ask to come back to."""
    seats = (room.state.seats.get(credential.seat or "") for credential in credentials)
    out = (seat for seat in seats if seat is not None and seat.removed and not seat.into)
    return None if room.state.phase == "closed" else next(out, None)


async def _knock(room: Room, seat: Seat) -> str | None:
    """The seat that somebody was taken out of: it waits at the door until they are let in."""
    answer = await _ask_patiently(room, Asked(seat=SHELL, command=Knock(seat=seat.id)))
    if answer.code in STATUS:  # a second seat is no way out of a busy moment
        raise refusal(answer)
    return None if room.state.seats[seat.id].removed else seat.id


async def _take_seat(room: Room, name: str, joining: Joining) -> str:
    language = joining.language or room.state.rules.language
    command = TakeSeat(role=joining.role, language=language, person=auth.new_id("p"))
    id_ = f"join:{joining.id or secrets.token_hex(16)}"
    answer = await _ask_patiently(room, Asked(seat=SHELL, command=command, id=id_, name=name))
    if not answer.is_accepted:
        raise refusal(answer)
    return room.memory.seat_at(answer.seq)


async def _ask_patiently(room: Room, asked: Asked) -> Answer:
    answer = await room.ask(asked)
    for wait_s in WAITS_S:
        if answer.code != "limit.busy":
            break
        await sleep(room.ports.clock, wait_s)
        answer = await room.ask(asked)
    return answer


def refusal(answer: Answer) -> AppError:
    """A refused answer as HTTP tells it."""
    return AppError(STATUS.get(answer.code, 409), answer.code, **answer.params)
