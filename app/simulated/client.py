"""One simulated person over a real socket: keeps the view, sends moves, waits for their answers."""

from __future__ import annotations

import asyncio
import contextlib
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from app.simulated.view import Move, View, moment

SETTLE_S = 0.3
"""How long a client waits for the state behind an ack: nothing it sees may have changed."""
AGAIN_S = 1.0
"""How long it waits before it sends again what a busy server did not take."""
PING_S = 10.0
BACKOFF_S = (0.3, 0.6, 1.2, 2.4, 4.8, 8.0)
CONNECT_S = 20.0

Policy = Callable[[View], list[Move]]
Pace = Callable[[View], float]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where somebody comes in: the game's live line, a key, and as what."""

    url: str
    token: str
    kind: str


class Client:
    """A seat, or the facilitator, that plays by a policy until the game says what it waits for.

    `is_idle` is the moment in which it last had nothing to say: others may wait for that.
    `sent` is told of each move that goes off.
    """

    def __init__(self, entry: Entry, policy: Policy, pace: Pace, *, look_s: float = 0.0) -> None:
        self.view: dict[str, Any] = {}
        self.is_idle = ""
        self.sent: Callable[[Move], None] = _nobody
        self.refused: list[str] = []
        self._entry = entry
        self._policy, self._pace = policy, pace
        self._look_s = look_s  # how long it looks at what is new before it thinks
        self._seq = 0
        self._epoch: str | None = None
        self._acks: dict[str, dict[str, Any]] = {}
        self._unanswered: dict[str, bytes] = {}
        self._changed, self._moved = asyncio.Event(), asyncio.Event()
        self._line: ClientConnection | None = None
        self._away_s: float | None = 0.0
        self._is_over = False

    async def play(self) -> None:
        """Plays until cancelled, or until the server has nothing more for it."""
        headers = {"Authorization": f"Bearer {self._entry.token}"}
        failed = 0
        while not self._is_over:
            try:
                async with connect(
                    self._entry.url,
                    additional_headers=headers,
                    compression=None,
                    ping_interval=None,
                    open_timeout=CONNECT_S,
                    max_size=None,
                ) as self._line:
                    failed = 0
                    await self._converse(self._line)
            except (ConnectionClosed, InvalidHandshake, InvalidMessage, OSError, TimeoutError):
                failed += 1
            self._line = None
            if self._away_s is None:
                return
            backoff_s = BACKOFF_S[min(failed, len(BACKOFF_S) - 1)]
            await asyncio.sleep(self._away_s or backoff_s * random.random())  # noqa: S311 - jitter
            self._away_s = 0.0

    def cut(self, away_s: float | None) -> None:
        """Lose the line, and come back after a while; None is never."""
        self._away_s = away_s
        if self._line is not None:
            self._line.transport.abort()
        elif away_s is None:
            self._is_over = True

    async def _converse(self, line: ClientConnection) -> None:
        hello = {
            "t": "hello",
            "v": 1,
            "as": self._entry.kind,
            "since": self._seq,
            "epoch": self._epoch,
        }
        await line.send(orjson.dumps(hello).decode())
        for frame in self._unanswered.values():
            await line.send(frame.decode())
        doing = [
            asyncio.create_task(one) for one in (self._read(line), self._act(line), _ping(line))
        ]
        try:
            done, _ = await asyncio.wait(doing, return_when=asyncio.FIRST_COMPLETED)
            for one in done:
                one.result()
        finally:
            for one in doing:
                one.cancel()
            await asyncio.gather(*doing, return_exceptions=True)

    async def _read(self, line: ClientConnection) -> None:
        async for text in line:
            frame = orjson.loads(text)
            match frame["t"]:
                case "welcome":
                    self._epoch = frame["epoch"]
                case "state":
                    self._apply(frame)
                case "ack":
                    self._unanswered.pop(frame["id"], None)
                    self._acks[frame["id"]] = frame
                    self._changed.set()
                case "bye":
                    self._is_over = frame["retry_ms"] is None
                case _:
                    pass

    def _apply(self, frame: dict[str, Any]) -> None:
        before = moment(self.view) if "game" in self.view else None
        if frame["since"] == 0:
            self.view.clear()
        self.view |= frame.get("set", {})
        for name in frame.get("del", []):
            self.view.pop(name, None)
        self._seq = frame["seq"]
        self._changed.set()
        if before != moment(self.view):
            self._moved.set()

    async def _act(self, line: ClientConnection) -> None:
        while True:
            wanted = self._policy(self.view) if "game" in self.view else []
            if not wanted:
                if "game" in self.view:
                    self.is_idle = moment(self.view)
                await self._wait()
                await asyncio.sleep(self._look_s)
                continue
            self.is_idle = ""
            await self._think(self._pace(self.view))
            still = self._policy(self.view)
            if still and still[0] == wanted[0]:
                self.sent(wanted[0])
                await self._send(line, *wanted[0])

    async def _think(self, seconds: float) -> None:
        """Take this long, or until the game goes to another moment."""
        self._moved.clear()
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._moved.wait()

    async def _wait(self, limit_s: float = 1.0) -> None:
        # Not `wait_for`: it forgets that it was cancelled if the event comes at the same time.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit_s):
                await self._changed.wait()
                self._changed.clear()

    async def _send(self, line: ClientConnection, do: str, d: dict[str, Any]) -> None:
        """Sends one command and waits for its answer, and for the state that shows it."""
        command = str(uuid.uuid4())
        now = self.view.get("round") or {}
        given = {name: value for name, value in d.items() if value is not None}
        frame = orjson.dumps(
            {"t": "do", "id": command, "round": now.get("id"), "do": do, "d": given}
        )
        ack = await self._answer(line, command, frame)
        while ack.get("retry"):
            await asyncio.sleep(AGAIN_S)
            ack = await self._answer(line, command, frame)
        if not ack["ok"]:
            self.refused.append(f"{do}: {ack['code']}")
            await asyncio.sleep(SETTLE_S)
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SETTLE_S):
                while self._seq < ack["seq"]:
                    await self._wait()

    async def _answer(self, line: ClientConnection, command: str, frame: bytes) -> dict[str, Any]:
        self._unanswered[command] = frame
        await line.send(frame.decode())
        while command not in self._acks:
            await self._wait()
        return self._acks.pop(command)


def _nobody(move: Move) -> None:
    del move


async def _ping(line: ClientConnection) -> None:
    while True:
        await asyncio.sleep(PING_S * random.uniform(0.8, 1.0))  # noqa: S311 - never all at once
        await line.send('{"t":"ping","k":1}')


def at_once(view: View) -> float:
    """No time at all."""
    del view
    return 0.0
