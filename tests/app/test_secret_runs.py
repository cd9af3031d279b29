"""Secrecy (protocol.md 8) over real sockets: two runs of a server, with one seat's secrets unlike.

Chance, epochs and time are injected, so whatever else the runs tell must be the same to the byte.
"""

from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

import pytest
from structlog.testing import capture_logs

from app import metrics
from app.rooms import Rooms
from app.rulebook import RULEBOOK
from game import commands as cm
from game.decide.ask import Ask
from game.decide.ready import plays_left
from game.events import to_parts
from support.fake_clock import START_MS, FakeClock
from support.live import CODE, Client, Live, serving
from support.memory_store import MemoryStore
from tests.game.dsl import ANSWERS, ROOM, Room, game

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
SECRETIVE, SEATS = "s_01", 5
MOMENTS = [
    *(("standard75", one) for one in ("r1.open", "r2.open", "r2.vote", "r3.open", "r4.open")),
    *(("standard75", one) for one in ("r5.open", "r6.open")),
    *(("short30", one) for one in ("r2.open", "r4.open", "r5.open")),
    ("extended90", "r6.open"),
]
EAGER: dict[str, Any] = {"fist": 5, "belief": 5, "importance": 5, "value": "1", "text": "Vagter"}
SOUR: dict[str, Any] = {
    "fist": 0,
    "belief": None,
    "importance": 0,
    "value": None,
    "text": "Ingen tror på det 😀",
}
OPEN = {"choose_measure", "judge_measure"}
"""In R5 the measures are open, and those are the same in both runs."""
Move = tuple[str, str, dict[str, Any]]


@dataclass
class Run:
    """What everybody but one was told, and what else the server let out."""

    told: dict[str, list[str]] = field(default_factory=dict)
    revealed: dict[str, list[str]] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)
    logs: list[Any] = field(default_factory=list)
    record: list[Any] = field(default_factory=list)


@cache
def until(variant: str, moment: str) -> tuple[Any, ...]:
    """The events of a game that has come to this moment, and the time it is."""
    room = game(ROOM[:SEATS], variant=variant)
    room.at = START_MS
    room.when("s_03", cm.SetLanguage(language="en")).then()
    room.advance_to(moment)
    return tuple(room.events), room.at


def room_at(variant: str, moment: str) -> Room:
    events, at = until(variant, moment)
    room = game(ROOM[:SEATS], variant=variant)
    room.events, room.at = [], at
    room.state = RULEBOOK.empty
    for event in events:
        room.state = RULEBOOK.evolve(room.state, event)
    return room


def wire(command: cm.Command) -> tuple[str, dict[str, Any]]:
    given = {one.name.rstrip("_"): getattr(command, one.name) for one in fields(command)}  # type: ignore[arg-type]  # every command is a dataclass
    return command.do, {name: value for name, value in given.items() if value is not None}


def answer(ask: Ask, mood: dict[str, Any]) -> cm.Command:
    order = -1 if mood is SOUR else 0
    d = dict(ask.d)
    for name in ask.needs:
        options = ask.options.get(name)
        d[name] = options[order][0] if options else {**ANSWERS, **mood}[name]
    return cm.COMMANDS[ask.do](**d)


def script(room: Room, mood: dict[str, Any]) -> Iterator[Move]:
    """What everybody does until nothing is asked; one seat does it in this mood."""
    order, moment = -1 if mood is SOUR else 0, room.moment
    for seat in room.state.seats:
        while plays_left(room.state, seat):
            now = room.state.round
            assert now is not None
            played = {play.card for play in now.plays.get(seat, ())}
            hand = [card for card in now.hands[seat] if card not in played]
            card = hand[order if seat == SECRETIVE else 0]
            more = {"text": "Flere får svar", "perspective": "citizens"} if card == "blank" else {}
            command = cm.PlayCard(card=card, **more)
            room.when(seat, command).then()
            yield seat, *wire(command)
        for _ in range(40):
            asks = [ask for ask in room.asks(seat) if not ask.optional]
            if not asks or room.moment != moment:
                break
            is_secret = seat == SECRETIVE and asks[0].do not in OPEN
            command = answer(asks[0], mood if is_secret else EAGER)
            room.when(seat, command).then()
            yield seat, *wire(command)


async def settle(clients: dict[str, Client], told: dict[str, list[str]]) -> None:
    """Everybody has heard what there was to hear."""
    for name, client in clients.items():
        await client.send(t="ping", k=1)
        frames = told.setdefault(name, [])
        frames.append(str(await client.line.recv()))
        while '"t":"pong"' not in frames[-1]:
            frames.append(str(await client.line.recv()))


def figures() -> dict[str, float]:
    lines = metrics.exposition().decode().splitlines()
    said = (line.rpartition(" ") for line in lines if line.startswith("gevinstspil_"))
    return {name: float(value) for name, _, value in said if "_created" not in name}


async def play(live: Live, moves: list[Move], run: Run, store: MemoryStore) -> None:
    async with AsyncExitStack() as lines:
        clients: dict[str, Client] = {}
        for name in ("board", "facilitator", *(f"s_{n:02d}" for n in range(1, SEATS + 1))):
            said = f"player:{name}" if name.startswith("s_") else f"{name}:"
            clients[name] = await lines.enter_async_context(live.client(said))
            await clients[name].send(t="hello", v=1)
        await settle(clients, run.told)
        before = figures()
        for number, (seat, do, d) in enumerate(moves):
            live.clock.advance(0.25)
            await clients[seat].send(t="do", id=f"c{number}", do=do, d=d)
            await settle(clients, run.told)
            assert f'"id":"c{number}","ok":true' in "".join(run.told[seat]), (do, d)
        after = figures()
        run.record = [to_parts(event)[0] for event in store.events[CODE]]
        run.figures = {name: after[name] - before.get(name, 0) for name in after}
        await clients["facilitator"].send(t="do", id="turn", do=turn(moves), d={})
        await settle(clients, run.revealed)


def turn(moves: list[Move]) -> str:
    return "resolve" if any(do == "vote" for _, do, _ in moves) else "reveal"


async def run_of(variant: str, moment: str, mood: dict[str, Any]) -> Run:
    run, store, clock = Run(), MemoryStore(), FakeClock()
    events, at = until(variant, moment)
    store.events[CODE] = list(events)
    clock.advance((at - START_MS) / 1000)
    *moves, _ = script(room_at(variant, moment), mood)  # the last one would turn the cards
    rooms = Rooms(store, RULEBOOK, clock=clock, epochs=lambda: "e_1")
    with capture_logs() as run.logs:
        async with serving(rooms) as live:
            await play(live, moves, run, store)
    await rooms.stop()
    return run


@pytest.mark.parametrize(("variant", "moment"), MOMENTS)
async def test_the_secrets_of_one_seat_change_no_byte_that_others_get(variant, moment):
    eager, sour = [await run_of(variant, moment, mood) for mood in (EAGER, SOUR)]
    others = [name for name in eager.told if name != SECRETIVE]
    for name in others:
        assert eager.told[name] == sour.told[name], name
    assert eager.told[SECRETIVE] != sour.told[SECRETIVE]
    assert eager.record == sour.record
    assert eager.figures == sour.figures
    assert eager.logs == sour.logs
    frames = sum(len(eager.told[name]) for name in others)
    shown = sum(eager.revealed[name] != sour.revealed[name] for name in others)
    print(f"{variant} {moment}: {frames} frames alike, then {shown} of {len(others)} differ")  # noqa: T201 - the figure
