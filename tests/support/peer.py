"""Clients that know nothing but the protocol: they play from `hand`, `asks` and `next`, over HTTP.

A command keeps its id until it is answered, through every fault of the line or the server.
"""

import asyncio
import random
import secrets
from dataclasses import dataclass, field
from typing import Any

import httpx

Json = dict[str, Any]
PAUSE_S = 0.02
AGAIN_S = 0.1
ARGUMENTS: Json = {
    "fist": 4,
    "belief": 4,
    "importance": 3,
    "yes": True,
    "enough": True,
    "countable": True,
    "value": "100",
    "text": "En tekst",
    "by": "2027-05-01",
    "indicator": "Tid",
    "unit": "min",
    "direction": "down",
    "baseline": "14",
    "baseline_date": "2026-01-01",
    "target": "8",
    "target_date": "2027-12-01",
}
"""What a peer says where an ask leaves it free."""


@dataclass
class Peer:
    """One credential of a game. `accepted` and `refused` are the ids it had answers for."""

    url: str
    code: str
    token: str
    kind: str
    chance: random.Random
    accepted: dict[str, int] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    view: Json = field(default_factory=dict)
    seq: int = 0
    epoch: str = ""
    is_over: bool = False

    async def play(self, client: httpx.AsyncClient) -> None:
        """Look and act until the game is closed."""
        while not self.is_over:
            await self.look(client)
            if self.view.get("game", {}).get("state") == "closed":
                self.is_over = True
                return
            move = self.next_move() if self.kind == "facilitator" else self.move()
            await self.send(client, *move)
            await asyncio.sleep(PAUSE_S)

    async def look(self, client: httpx.AsyncClient) -> None:
        """Bring the view up to date."""
        asked = {"as": self.kind, "since": self.seq, "epoch": self.epoch}
        answer = await self._ask(client, "GET", "state", params=asked)
        if answer.status_code != 200:
            return
        frame = answer.json()
        if frame["since"] == 0:
            self.view = {}
        self.view.update(frame["set"])
        for name in frame["del"]:
            self.view.pop(name, None)
        self.seq, self.epoch = frame["seq"], frame.get("epoch", self.epoch)

    def next_move(self) -> tuple[str, Json]:
        """What is behind the facilitator's one large button, pressed when it feels like it."""
        button = self.view.get("next")
        patience = 0.98 if button and button["blocked"] else 0.9
        if button is None or self.chance.random() < patience:
            return "set_language", {"language": "da"}
        return button["do"], button["d"]

    def move(self) -> tuple[str, Json]:
        """A card of the hand, an answer to a question, or something harmless."""
        if self.view.get("hand") and self.view.get("me", {}).get("plays_left", 0) > 0:
            card = self.chance.choice(self.view["hand"])["card"]
            if card != "blank":
                return "play_card", {"card": card}
        if self.view.get("asks") and self.chance.random() < 0.8:
            ask = self.chance.choice(self.view["asks"])
            return ask["do"], {**ask["d"], **{name: self._said(ask, name) for name in ask["needs"]}}
        return "set_language", {"language": self.chance.choice(("da", "en"))}

    async def send(self, client: httpx.AsyncClient, do: str, d: Json) -> None:
        """Send a command until it has its answer."""
        id_ = secrets.token_hex(16)
        frame = {"t": "do", "id": id_, "do": do, "d": d}
        while True:
            answer = await self._ask(
                client, "POST", "commands", params={"as": self.kind}, json=frame
            )
            ack = answer.json()
            if ack.get("ok"):
                self.accepted[id_] = ack["seq"]
                return
            if not ack.get("retry"):
                self.refused.add(id_)
                return
            await asyncio.sleep(AGAIN_S)

    def _said(self, ask: Json, name: str) -> object:
        options = ask["options"].get(name)
        return self.chance.choice(options)["value"] if options else ARGUMENTS.get(name)

    async def _ask(
        self, client: httpx.AsyncClient, method: str, path: str, **more: Any
    ) -> httpx.Response:
        while True:
            try:
                return await client.request(
                    method,
                    f"{self.url}/g/{self.code}/{path}",
                    headers={"authorization": f"Bearer {self.token}"},
                    **more,
                )
            except httpx.TransportError:
                await asyncio.sleep(AGAIN_S)
