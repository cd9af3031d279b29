"""A client that knows the protocol's page and nothing else of the server.

It imports nothing of `app` or `game`, on purpose: what it cannot do with httpx, websockets and
`docs/protocol.md`, an outside client cannot do either.
"""

import asyncio
import json
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidMessage

Json: TypeAlias = dict[str, Any]

AGAIN_S = 0.5


# The fields that section 5 promises of every slice, those in brackets left out.
FIELDS = {
    "game": "code title purpose organisation language variant kind state locked",
    "rounds[]": "id n title minutes state",
    "round": "id n step wave ends ready",
    "count": "seats here",
    "roster[]": "seat name role proxy absent",
    "roles": "offered missing",
    "goal": "id label title state low",
    "node": "id label type title state support round ghost",
    "edge": "id from to kind polarity support state",
    "measure": "node indicator unit direction baseline baseline_date target target_date",
    "estimate": "node round n median q1 q3 spread planning contested",
    "assignment": "node role state by co_signed proxy",
    "challenge": "id card node text state",
    "action": "id text done",
    "layout": "width height nodes edges",
    "meters": "ownership realism citizen_focus verdict findings moves",
    "me": "seat name role language plays_left",
    "hand[]": "card family title",
    "plays[]": "play card",
    "asks[]": "ask do d needs options text until",
    "next": "do d text blocked",
    "progress[]": "seat state",
    "suggestions[]": "do d text why",
}


class Deviation(AssertionError):  # noqa: N818 - it is named for what it tells
    """The server did something that the protocol's page does not say."""


def check(name: str, value: Any) -> None:
    """Hold a slice to the fields that it was promised to have."""
    family = name.partition("/")[0]
    for kind, items in ((family, [value]), (family + "[]", value)):
        for item in items if kind in FIELDS and value is not None else ():
            missing = set(FIELDS[kind].split()) - set(item)
            if missing:
                raise Deviation(f"{name} has no {missing}: {item}")


@dataclass
class View:
    """What a client knows: the slices as of `seq`."""

    seq: int = 0
    epoch: str | None = None
    slices: Json = field(default_factory=dict)

    def apply(self, frame: Json) -> None:
        if frame["since"] not in {0, self.seq}:
            raise Deviation(f"a frame since {frame['since']} came to a client at {self.seq}")
        if frame["seq"] < self.seq and frame["since"]:
            raise Deviation(f"a frame of {frame['seq']} came to a client at {self.seq}")
        if frame["since"] == 0:
            self.slices = {}
        for name, value in frame["set"].items():
            check(name, value)
        self.slices.update(frame["set"])
        for name in frame.get("del", ()):
            self.slices.pop(name, None)
        self.seq = frame["seq"]

    def of(self, family: str) -> Json:
        """The slices of a family by id."""
        start = family + "/"
        return {k.removeprefix(start): v for k, v in self.slices.items() if k.startswith(start)}

    @property
    def closed(self) -> bool:
        return bool(self.slices.get("game", {}).get("state") == "closed")


@dataclass(kw_only=True)
class Client:
    """One credential of a game, over whichever transport `run` of its subclass speaks."""

    base: str
    code: str
    token: str
    kind: str
    follow_s: float = 0.5  # how long to wait for the view to follow what was done
    view: View = field(default_factory=View)
    acks: Counter[str] = field(default_factory=Counter)
    refusals: list[tuple[Json, str, int]] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def run(self) -> None:
        """Keep the view up to date until cancelled."""
        raise NotImplementedError

    async def exchange(self, frame: Json) -> Json:
        """The answer to a `do` frame."""
        raise NotImplementedError

    async def everything(self) -> Json:
        """The whole view as the HTTP form gives it."""
        async with httpx.AsyncClient(headers=self.headers, verify=False) as http:
            got = await http.get(f"{self.base}/g/{self.code}/state", params={"as": self.kind})
        if got.status_code != 200:
            raise Deviation(f"state was answered {got.status_code} {got.text}")
        return dict(got.json())

    async def tell(self, frame: Json) -> None:
        async with self.changed:
            self.view.apply(frame)
            self.changed.notify_all()

    async def do(self, name: str, arguments: Json) -> Json:
        """Send a command until it has its answer, then let the view follow."""
        frame: Json = {"t": "do", "id": str(uuid4()), "do": name, "d": arguments}
        if self.view.slices.get("round") is not None:
            frame["round"] = self.view.slices["round"]["id"]
        seen = self.view.seq
        answer = await self.exchange(frame)
        while not answer["ok"] and answer["retry"]:
            await asyncio.sleep(AGAIN_S)
            answer = await self.exchange(frame)
        if answer["id"] != frame["id"]:
            raise Deviation(f"{frame} was answered {answer}")
        self.acks["ok" if answer["ok"] else answer["code"]] += 1
        if answer["ok"]:
            if not await self.until(lambda: self.view.seq >= answer["seq"], self.follow_s):
                self.acks["unfollowed " + name] += 1
        else:
            if not answer["text"]:
                raise Deviation(f"a refusal without a sentence: {answer}")
            self.refusals.append((frame, answer["code"], seen))
            await self.until(lambda: self.view.seq > seen, self.follow_s)
        return answer

    async def until(self, come: Any, seconds: float) -> bool:
        async with self.changed:
            try:
                await asyncio.wait_for(self.changed.wait_for(come), seconds)
            except TimeoutError:
                return False
        return True


@dataclass(kw_only=True)
class SocketClient(Client):
    """The socket, resuming where it was whenever the line is cut."""

    waiting: dict[str, tuple[Json, asyncio.Future[Json]]] = field(default_factory=dict)
    line: ClientConnection | None = None
    connections: int = 0
    reset: bool = False  # the next hello asks for everything

    async def run(self) -> None:
        while True:
            address = f"{self.base.replace('http', 'ws', 1)}/g/{self.code}/socket"
            try:
                async with connect(
                    address, additional_headers=self.headers, open_timeout=20
                ) as line:
                    await self.listen(line)
            except (ConnectionClosed, OSError, InvalidMessage):
                await asyncio.sleep(0.01)  # cut, or between two lives of the server
            self.line = None

    async def listen(self, line: ClientConnection) -> None:
        hello: Json = {"t": "hello", "v": 1, "as": self.kind, "since": self.view.seq}
        if self.view.epoch:
            hello["epoch"] = "e_foreign" if self.reset else self.view.epoch
        await line.send(json.dumps(hello))
        welcome = json.loads(await line.recv())
        if welcome["t"] == "bye" and welcome["code"] == 1012:
            return
        if welcome["t"] != "welcome" or welcome["you"]["kind"] != self.kind:
            raise Deviation(f"hello was answered {welcome}")
        state = json.loads(await line.recv())
        if state["t"] != "state" or (self.reset and state["since"]):
            raise Deviation(f"welcome was followed by {state}")
        self.view.epoch, self.reset = welcome["epoch"], False
        await self.tell(state)
        self.connections += 1
        self.line = line
        for frame, _ in list(self.waiting.values()):
            await line.send(json.dumps(frame))
        async for text in line:
            await self.hear(json.loads(text))

    async def hear(self, frame: Json) -> None:
        match frame["t"]:
            case "state":
                await self.tell(frame)
            case "ack":
                if frame["id"] in self.waiting:
                    self.waiting.pop(frame["id"])[1].set_result(frame)
            case "pong" | "bye":
                pass
            case _:
                raise Deviation(f"no such frame: {frame}")

    async def exchange(self, frame: Json) -> Json:
        answer = asyncio.get_running_loop().create_future()
        self.waiting[frame["id"]] = (frame, answer)
        await self.send(frame)
        return dict(await answer)

    async def send(self, frame: Json) -> None:
        """Send, if there is a line; what is lost is sent again by the next one."""
        if self.line is not None:
            with suppress(ConnectionClosed):
                await self.line.send(json.dumps(frame))

    async def cut(self, *, reset: bool) -> None:
        """Lose the line, whatever is under way."""
        if self.line is not None:
            self.reset = reset
            line, self.line = self.line, None
            line.transport.abort()


@dataclass(kw_only=True)
class FormClient(Client):
    """The HTTP form alone."""

    http: httpx.AsyncClient

    async def run(self) -> None:
        while True:
            query = {"as": self.kind, "since": str(self.view.seq), "wait": "25"}
            if self.view.epoch:
                query["epoch"] = self.view.epoch
            got = await self.http.get(
                f"{self.base}/g/{self.code}/state", params=query, headers=self.headers
            )
            if got.status_code == 204:
                continue
            if got.status_code != 200:
                raise Deviation(f"state was answered {got.status_code} {got.text}")
            frame = got.json()
            self.view.epoch = frame.get("epoch", self.view.epoch)
            await self.tell(frame)

    async def exchange(self, frame: Json) -> Json:
        got = await self.http.post(
            f"{self.base}/g/{self.code}/commands",
            params={"as": self.kind},
            json=frame,
            headers=self.headers,
        )
        answer: Json = got.json()
        good = {200} if answer.get("ok") else {409, 422, 429, 503}
        if got.status_code not in good:
            raise Deviation(f"{frame} was answered {got.status_code} {got.text}")
        return answer
