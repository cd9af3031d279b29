"""The link of a person who was played for: what was said for them, and their own yes to it."""

from collections.abc import Sequence
from dataclasses import dataclass

import anyio.to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app import auth, joining, seat_links
from app.callers import database_of
from app.db import Database
from app.errors import AppError
from app.forms import Typed
from app.i18n import language_of
from app.room import Room
from app.templating import render
from app.turn import Request as Asked
from game.commands import Accept, CoSign, OwnSeat
from game.decide.titles import show_title
from game.estimates import read_date
from game.model import SHELL, Seat, State
from game.sentences import word

router = APIRouter(prefix="/j/{code}/mine/{key}")


@dataclass(frozen=True)
class Promise:
    """A node that somebody promised for this person, as they read it; without a date, a budget."""

    node: str
    label: str
    title: str
    by: object | None


@dataclass(frozen=True)
class Mine:
    """Who it is about, and what was said for them; `is_own` when they have answered already."""

    code: str
    title: str
    name: str
    role: str
    promises: Sequence[Promise]
    is_own: bool


@router.get("")
async def mine(request: Request, code: str, key: str) -> Response:
    """Show it. Opening the page changes nothing: messengers look at links before people do."""
    room, seat = await _held(request, code, key)
    name = room.names.get(seat.person, "")
    shown = Mine(
        code=room.code,
        title=room.state.rules.title,
        name=name,
        role=seat.role,
        promises=promised(room.state, seat, language_of(request), room.names),
        is_own=not seat.proxy,
    )
    return render(request, "pages/mine.html", shown)


@router.post("")
async def confirm(request: Request, values: Typed, code: str, key: str) -> Response:
    """The seat is theirs; with `all` what was promised for them is promised by them."""
    room, seat = await _held(request, code, key)
    said = promised(room.state, seat, "da", {})
    if seat.proxy:
        answer = await room.ask(Asked(seat=SHELL, command=OwnSeat(seat=seat.id)))
        if not answer.is_accepted and answer.code != "seat.not_proxy":  # a second tap was as quick
            raise joining.refusal(answer)
        if values.get("all"):
            for one in said:
                accept = Accept(node=one.node, by=str(one.by)) if one.by else CoSign(node=one.node)
                await room.ask(Asked(seat=seat.id, command=accept))
        await anyio.to_thread.run_sync(_end_links, database_of(request), room.code, seat.id)
    response = RedirectResponse(f"/g/{room.code}/play", 303)
    made = await auth.add_seat_key(request.app.state.store, room.code, seat.id)
    joining.set_game_cookie(request, response, "seat", room.code, made)
    return response


def promised(state: State, seat: Seat, language: str, names: dict[str, str]) -> tuple[Promise, ...]:
    """What was accepted, and what was co-signed, for the person of this seat."""
    found = []
    for held in state.map.assignments.values():
        node = state.map.nodes[held.node]
        is_said = held.seat == seat.id and held.proxy and held.by
        is_signed = held.co_signer == seat.person and not held.co_signed
        if node.counts and (is_said or is_signed):
            title = word(show_title(node), language, names)
            by = read_date(held.by) if is_said and held.by else None
            found.append(Promise(node.id, node.label, title, by))
    return tuple(found)


async def _held(request: Request, code: str, key: str) -> tuple[Room, Seat]:
    """The room, and the seat that the link is about."""
    room = await joining.room_of(request, code)
    seat_id = await anyio.to_thread.run_sync(_seat_of, database_of(request), room.code, key)
    seat = room.state.seats.get(seat_id or "")
    if seat is None or seat.removed:
        raise AppError(404, "link.used")
    return room, seat


def _seat_of(database: Database, code: str, key: str) -> str | None:
    with database.read() as session:
        return seat_links.person_seat(session, code, key)


def _end_links(database: Database, code: str, seat: str) -> None:
    with database.write() as session:
        seat_links.end_person_links(session, code, seat)
