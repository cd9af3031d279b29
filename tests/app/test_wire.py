"""View and delivery (protocol.md 8) over real sockets: real rules, lines and servers that break."""

import asyncio
import random
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import orjson
import pytest

from app.clock import SystemClock
from app.frames import OUTSIDE_SEQ, Frames, Viewer
from app.rooms import Rooms
from app.rulebook import RULEBOOK
from game.model import FACILITATOR
from support.independent_client import Json, SocketClient
from support.independent_play import Player
from support.live import CODE, serving
from support.memory_store import MemoryStore
from tests.game.dsl import ROOM, game

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
SEEDS, OPERATIONS = 50, 100
BEGINNINGS = (
    ("short30", "r0.open", 3),
    ("standard75", "r2.open", 6),
    ("standard60", "r2.vote", 5),
    ("standard75", "r3.open", 2),
    ("short30", "r4.revealed", 6),
    ("standard60", "r5.open", 4),
    ("extended90", "r6.open", 6),
    ("standard75", "r7.open", 5),
)


@cache
def beginning(variant: str, moment: str, seats: int) -> tuple[Any, ...]:
    room = game(ROOM[:seats], variant=variant)
    room.at = SystemClock.now_ms()
    return tuple(room.advance_to(moment).events)


@dataclass(kw_only=True)
class Phone(SocketClient):
    """A client whose line breaks, and which says some things twice."""

    seat: str
    sent: dict[str, Json] = field(default_factory=dict)
    heard: dict[str, Json] = field(default_factory=dict)

    @property
    def headers(self) -> dict[str, str]:
        said = f"player:{self.seat}" if self.kind == "player" else f"{self.kind}:"
        return {**super().headers, "x-as": said}

    async def send(self, frame: Json) -> None:
        self.sent[frame["id"]] = frame
        await super().send(frame)

    def forget_refused(self) -> None:
        """A new life of the server knows what was accepted, not what was refused."""
        accepted = {id_ for id_, answer in self.heard.items() if answer["ok"]}
        self.sent = {id_: frame for id_, frame in self.sent.items() if id_ in accepted}

    async def hear(self, frame: Json) -> None:
        if frame["t"] == "ack" and not frame.get("retry"):
            before = self.heard.setdefault(frame["id"], frame)
            assert before == frame
        await super().hear(frame)


class World:
    """A server, its store, and everybody in the room."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        variant, moment, seats = BEGINNINGS[seed % len(BEGINNINGS)]
        self.store = MemoryStore()
        self.store.events[CODE] = list(beginning(variant, moment, seats))
        kinds = [("board", ""), ("facilitator", FACILITATOR)]
        kinds += [("player", f"s_{n:02d}") for n in range(1, seats + 1)]
        self.phones = [
            Phone(base="", code=CODE, token="x", kind=kind, seat=seat, follow_s=0.01)
            for kind, seat in kinds
        ]
        self.did: Counter[str] = Counter()
        self.commands: set[asyncio.Task[Any]] = set()
        self.server = AsyncExitStack()
        self.rooms: Rooms | None = None

    async def start(self) -> None:
        self.rooms = Rooms(self.store, RULEBOOK)
        live = await self.server.enter_async_context(serving(self.rooms))
        for phone in self.phones:
            phone.base = f"http://127.0.0.1:{live.port}"

    async def stop(self) -> None:
        assert self.rooms is not None
        await self.server.aclose()
        await self.rooms.stop()

    async def operate(self) -> None:
        phone = self.chance.choice(self.phones)
        lot = self.chance.random()
        if lot < 0.01:
            self.did["restarts"] += 1
            await self.stop()
            await self.start()
            for one in self.phones:
                one.forget_refused()
        elif lot < 0.1:
            self.did["cuts"] += 1
            await phone.cut(reset=self.chance.random() < 0.3)
        elif lot < 0.2 and phone.sent:
            self.did["duplicates"] += 1
            await phone.send(self.chance.choice(list(phone.sent.values())))
        else:
            self.act()
        await asyncio.sleep(self.chance.choice((0, 0, 0.001, 0.01)))

    def act(self) -> None:
        """Somebody's next move, or the large button; the answer comes when it will."""
        for phone in self.chance.sample(self.phones, len(self.phones)):
            move = self.move(phone)
            if move is not None:
                self.did["commands"] += 1
                task = asyncio.create_task(phone.do(*move))
                self.commands.add(task)
                task.add_done_callback(self.commands.discard)
                return

    def move(self, phone: Phone) -> tuple[str, Json] | None:
        step = phone.view.slices.get("next")
        if step is not None:
            return (step["do"], step["d"]) if self.chance.random() < 0.2 else None
        found = Player(phone, self.chance).move()
        return None if found is None else (found[0], found[1])

    def whole(self, phone: Phone) -> Json:
        """What this client would see if it came now."""
        state = RULEBOOK.empty
        for event in self.store.events[CODE]:
            state = RULEBOOK.evolve(state, event)
        frames = Frames(RULEBOOK, {})
        frames.refresh(state)
        seat = state.seats.get(phone.seat)
        viewer = Viewer(phone.kind, seat and seat.id, seat.language if seat else "da")
        frame = frames.frame(viewer, 0, 0)
        assert frame is not None
        return lasting(orjson.loads(frame.payload)["set"])

    async def settle(self) -> None:
        """Every command has its answer, and everybody has heard the last of it."""
        while self.commands:
            await asyncio.wait(self.commands)
        for phone in self.phones:
            expected = self.whole(phone)
            await phone.until(lambda: lasting(phone.view.slices) == expected, 5)  # noqa: B023
            assert lasting(phone.view.slices) == expected, phone.seat

    def require_exactly_once(self) -> None:
        """What was accepted stands in the record, at its seq; what was refused does not."""
        kept = self.store.answers.get(CODE, {})
        for phone in self.phones:
            for id_, answer in phone.heard.items():
                self.did["accepted" if answer["ok"] else "refused"] += 1
                assert kept.get((phone.seat, id_)) == answer.get("seq")
        assert len(kept) == self.did["accepted"]


def lasting(slices: Json) -> Json:
    return {name: value for name, value in slices.items() if name not in OUTSIDE_SEQ}


async def play(seed: int) -> Counter[str]:
    world = World(seed)
    await world.start()
    async with asyncio.TaskGroup() as group:
        lines = [group.create_task(phone.run()) for phone in world.phones]
        for _ in range(OPERATIONS):
            await world.operate()
        await world.settle()
        for line in lines:
            line.cancel()
    await world.stop()
    world.require_exactly_once()
    world.did["clients"] = len(world.phones)
    world.did["lines"] = sum(phone.connections for phone in world.phones)
    return world.did


async def test_views_and_answers_hold_whatever_breaks() -> None:
    did: Counter[str] = Counter()
    for seed in range(SEEDS):
        did += await play(seed)
    print(f"{SEEDS} games of {OPERATIONS} operations: {dict(did)}")  # noqa: T201 - the figure
    assert min(did["restarts"], did["cuts"], did["duplicates"], did["refused"]) > 20
