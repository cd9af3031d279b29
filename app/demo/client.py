"""One simulated person over a real socket: keeps the view, sends moves, waits for their answers."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import uuid
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from app.demo.view import Move, View, moment

SETTLE_S = 0.3
"""How long a client waits for the state behind an ack: nothing it sees may have changed."""

Policy = Callable[[View], list[Move]]
Pace = Callable[[View], float]


class Client:
    """A seat, or the facilitator, that plays by a policy until the game says what it waits for.

    `is_idle` is the moment in which it last had nothing to say: others may wait for that.
    """

    def __init__(self, url: str, token: str, kind: str, policy: Policy, pace: Pace) -> None:
        self.view: dict[str, Any] = {}
        self.is_idle = ""
        self.refused: list[str] = []
        self._url, self._token, self._kind = url, token, kind
        self._policy, self._pace = policy, pace
        self._seq = 0
        self._acks: dict[str, dict[str, Any]] = {}
        self._changed = asyncio.Event()

    async def play(self) -> None:
        """Plays until cancelled, or until the server says goodbye."""
        headers = {"Authorization": f"Bearer {self._token}"}
        async with connect(self._url, additional_headers=headers, compression=None) as socket:
            hello = {"t": "hello", "v": 1, "as": self._kind, "since": 0}
            await socket.send(json.dumps(hello))
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._read(socket))
                tasks.create_task(self._act(socket))

    async def _read(self, socket: ClientConnection) -> None:
        async for text in socket:
            frame = json.loads(text)
            if frame["t"] == "state":
                if frame["since"] == 0:
                    self.view.clear()
                self.view |= frame.get("set", {})
                for name in frame.get("del", []):
                    self.view.pop(name, None)
                self._seq = frame["seq"]
            elif frame["t"] == "ack":
                self._acks[frame["id"]] = frame
            self._changed.set()

    async def _act(self, socket: ClientConnection) -> None:
        while True:
            wanted = self._policy(self.view) if "game" in self.view else []
            if not wanted:
                if "game" in self.view:
                    self.is_idle = moment(self.view)
                await self._wait()
                continue
            self.is_idle = ""
            await asyncio.sleep(self._pace(self.view))
            still = self._policy(self.view)
            if still and still[0] == wanted[0]:
                await self._send(socket, *wanted[0])

    async def _wait(self, limit_s: float = 1.0) -> None:
        try:
            await asyncio.wait_for(self._changed.wait(), limit_s)
        except TimeoutError:
            return
        self._changed.clear()

    async def _send(self, socket: ClientConnection, do: str, d: dict[str, Any]) -> None:
        """Sends one command and waits for its answer, and for the state that shows it."""
        command = str(uuid.uuid4())
        now = self.view.get("round") or {}
        given = {name: value for name, value in d.items() if value is not None}
        frame = {"t": "do", "id": command, "round": now.get("id"), "do": do, "d": given}
        await socket.send(json.dumps(frame))
        while command not in self._acks:
            await self._wait()
        ack = self._acks.pop(command)
        if not ack["ok"]:
            self.refused.append(f"{do}: {ack['code']}")
            await asyncio.sleep(SETTLE_S)
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SETTLE_S):
                while self._seq < ack["seq"]:
                    await self._wait()


def watchable(seed: str) -> Pace:
    """People take their time: a second or three for a move, longer when there is much to see."""
    chance = random.Random(seed)  # noqa: S311 - a play for the eyes, nothing to guess

    def pace(view: View) -> float:
        step = moment(view).partition(".")[2]
        slow = {"revealed": 2.0, "resolved": 4.0, "briefing": 2.0, "second": 1.5}
        return slow.get(step, 1.0) * chance.uniform(0.6, 1.4)

    return pace


def at_once(view: View) -> float:
    """No time at all."""
    del view
    return 0.0
