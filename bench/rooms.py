"""Games to load: rooms in which the effects are open, made by the application's own code.

The load is one that people make, and that everybody sees: a seat plays the last card it may, and
later takes it back. Each is a secret play, stored with its private part; each changes who is ready,
which goes to the whole room, and the hand, which goes to that seat alone. Two seats of each room
wait, so that the round stays open.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app import auth, games, projects
from app.db import Database
from app.games import GameWish
from app.models import Account, Project
from app.opening import opened
from app.plans import Plan
from app.room import Room
from app.rooms import Rooms
from app.rulebook import RULEBOOK
from app.settings import Settings
from app.store import Store
from app.turn import Request
from game import commands as cm
from game.commands import Command
from game.model import FACILITATOR, SHELL, EnablerText, GoalText
from game.roles import ROLES

WAITING: Final = 2
OPEN_S: Final = 36_000
AGAIN_S: Final = 0.05
PLAN: Final = Plan(
    title="Nyt pas uden ventetid",
    purpose="Borgerne får deres pas hurtigt og enkelt",
    goals=(GoalText(text="Enkel og hurtig borgerservice"), GoalText(text="Lavere udgifter")),
    enablers=(EnablerText(text="Digital ansøgning", digital=True),),
)
TO_R2: Final = (
    cm.Start, cm.OpenRound, cm.Reveal, cm.NextRound,
    cm.OpenRound, cm.Reveal, cm.Resolve, cm.NextRound, cm.OpenRound,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LoadedSeat:
    """A seat's key, and the play that it makes and takes back."""

    key: str
    card: str
    play: str


@dataclass(frozen=True, slots=True)
class LoadedRoom:
    """A room and the keys to it."""

    code: str
    facilitator_key: str
    board_key: str
    seats: tuple[LoadedSeat, ...]


def make_rooms(folder: Path, count: int, seats: int) -> list[LoadedRoom]:
    """A data folder with so many games that are being played."""
    return asyncio.run(_make(folder, count, seats))


def write_plan(path: Path, rooms: Sequence[LoadedRoom], *, stuck: int = 0) -> Path:
    """What the driver does in these rooms; in each the last `stuck` seats stop reading."""
    lines = [line for n, room in enumerate(rooms) for line in _connections(n, room, stuck)]
    first = 0
    for room in rooms:
        lines += _commands(room, first, stuck)
        first += len(room.seats) + 2
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


async def _make(folder: Path, count: int, seats: int) -> list[LoadedRoom]:
    with opened(Settings(data=folder)) as database:
        store = Store(database)
        rooms = Rooms(store, RULEBOOK)
        store.start()
        try:
            return await _begin(database, rooms, count, seats)
        finally:
            await rooms.stop()
            store.stop()


async def _begin(database: Database, rooms: Rooms, count: int, seats: int) -> list[LoadedRoom]:
    with database.write() as session:
        account = auth.add_account(session, "bench@gevinstspillet.example", "bench-of-a-day")
        made = [projects.add(session, account, PLAN) for _ in range(count)]
        session.flush()
        for one in (account, *made):
            session.refresh(one)
        session.expunge_all()
    return [await _open(database, rooms, account, project, seats) for project in made]


async def _open(
    database: Database, rooms: Rooms, account: Account, project: Project, seats: int
) -> LoadedRoom:
    wish = GameWish(variant="standard75")
    begun = await games.begin(database, rooms, account, project.id, wish)
    room = await rooms.find(begun.code)
    assert room is not None
    roles = tuple(ROLES)
    await asyncio.gather(
        *(
            _ask(room, SHELL, cm.TakeSeat(role=roles[n % len(roles)]), f"Spiller {n + 1}")
            for n in range(seats)
        )
    )
    for press in TO_R2:
        await _ask(room, FACILITATOR, press())
    await _ask(room, FACILITATOR, cm.Extend(seconds=OPEN_S))
    loaded = await asyncio.gather(
        *(_prepare(room, seat, n < seats - WAITING) for n, seat in enumerate(room.state.seats))
    )
    with database.write() as session:
        keys = [auth.add_game_key(session, "seat", begun.code, seat) for seat in room.state.seats]
    seats_loaded = tuple(LoadedSeat(key, *did) for key, did in zip(keys, loaded, strict=True))
    return LoadedRoom(begun.code, begun.facilitator_key, begun.board_key, seats_loaded)


async def _prepare(room: Room, seat: str, is_playing: bool) -> tuple[str, str]:  # noqa: FBT001
    """Plays all but the last card, and finds out the id that the last play will have."""
    now = room.state.round
    assert now is not None
    if not is_playing:
        return "", ""
    cards = now.hands[seat][: now.limit]
    for card in cards:
        await _ask(room, seat, cm.PlayCard(card=card))
    now = room.state.round
    assert now is not None
    last = now.plays[seat][-1].id
    await _ask(room, seat, cm.WithdrawPlay(play=last))
    return cards[-1], last


async def _ask(room: Room, seat: str, command: Command, name: str | None = None) -> None:
    answer = await room.ask(Request(seat=seat, command=command, name=name))
    while answer.is_retried:
        await asyncio.sleep(AGAIN_S)
        answer = await room.ask(Request(seat=seat, command=command, name=name))
    assert answer.is_accepted, answer


def _connections(n: int, room: LoadedRoom, stuck: int) -> Iterator[str]:
    keys = [(seat.key, "player") for seat in room.seats]
    keys += [(room.board_key, "board"), (room.facilitator_key, "facilitator")]
    for at, (key, kind) in enumerate(keys):
        reads = int(not len(room.seats) - stuck <= at < len(room.seats))
        hello = f'{{"t":"hello","v":1,"as":"{kind}","since":0}}'
        yield f"c {n} {reads} /g/{room.code}/socket {key} {hello}"


def _commands(room: LoadedRoom, first: int, stuck: int) -> Iterator[str]:
    """Everybody plays, then everybody takes it back; the driver goes through it over and over."""
    playing = room.seats[: len(room.seats) - max(stuck, WAITING)]
    for do, argument in (("play_card", "card"), ("withdraw_play", "play")):
        for at, seat in enumerate(playing):
            value = seat.card if do == "play_card" else seat.play
            after = f'","round":"r2","do":"{do}","d":{{"{argument}":"{value}"}}}}'
            yield f'd {first + at} {{"t":"do","id":"\t{after}'
