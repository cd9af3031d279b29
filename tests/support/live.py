"""A real uvicorn on loopback with real clients, in the test's own event loop."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosedError

from app.line import Line
from app.protocol import Credential
from app.rooms import Rooms
from app.sockets import Sockets
from support.fake_clock import FakeClock

Json = dict[str, Any]
CODE = "K7QF3M"


async def authenticate(scope: Any, code: str) -> Sequence[Credential]:
    """Test clients say in a header what they are: `player:s_01 board facilitator:p_deputy`."""
    del code
    said = dict(scope["headers"]).get(b"x-as", b"").decode().split()
    return [_credential(*one.partition(":")[::2]) for one in said]


def _credential(kind: str, which: str) -> Credential:
    if kind == "facilitator":
        return Credential("facilitator", desk=which)
    return Credential(kind, which)  # type: ignore[arg-type]  # a test says what it means


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.serves = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.serves.set()


class Client:
    """One WebSocket, spoken to in frames."""

    def __init__(self, line: ClientConnection, clock: FakeClock) -> None:
        self.line = line
        self.clock = clock
        self.view: Json = {}
        self.seq = 0
        self.epoch: str | None = None

    async def send(self, **frame: object) -> None:
        await self.line.send(json.dumps(frame))

    async def hello(self, **more: object) -> Json:
        """The welcome; the state that follows it has been applied."""
        await self.send(t="hello", v=1, **more)
        welcome = await self.next("welcome")
        self.epoch = welcome["epoch"]
        await self.next("state")
        return welcome

    async def do(self, id_: str, do: str, round_: str | None = None, **d: object) -> None:
        """Send a command, long enough after the last one for its effect to be told at once."""
        self.clock.advance(0.2)
        self.clock.advance(0.006)  # past what the look at the door, once a second, may have told
        await self.send(t="do", id=id_, round=round_, do=do, d=d)

    async def receive(self) -> Json:
        """The next frame, whatever it is; a state has been applied."""
        frame: Json = json.loads(await self.line.recv())
        if frame["t"] == "state":
            assert frame["since"] in (0, self.seq)
            apply(self.view, frame)
            self.seq = frame["seq"]
        return frame

    async def next(self, t: str, when: Callable[[Json], bool] = lambda _: True) -> Json:
        """The next frame of this type."""
        while True:
            frame = await self.receive()
            if frame["t"] == t and when(frame):
                return frame

    async def ack(self, id_: str) -> Json:
        return await self.next("ack", lambda frame: frame["id"] == id_)

    async def closed(self) -> tuple[int, list[Json]]:
        """The close code, and the frames that came before it."""
        frames = []
        try:
            async for text in self.line:
                frames += [json.loads(text)]
        except ConnectionClosedError:
            pass  # the code tells
        return self.line.close_code or 0, frames


def apply(view: Json, frame: Json) -> None:
    """Apply a state frame to a view, as a client does."""
    if frame["since"] == 0:
        view.clear()
    view.update(frame["set"])
    for name in frame["del"]:
        view.pop(name, None)


class Live:
    """Where the server listens."""

    def __init__(self, port: int, rooms: Rooms, sockets: Sockets) -> None:
        self.port = port
        self.rooms = rooms
        self.sockets = sockets
        self.clock = cast("FakeClock", rooms.ports.clock)

    @asynccontextmanager
    async def client(self, said: str, code: str = CODE, **options: Any) -> AsyncIterator[Client]:
        host = f"127.0.0.1:{self.port}"
        options.setdefault("origin", f"http://{host}")
        line = await connect(
            f"ws://{host}/g/{code}/socket",
            additional_headers={"x-as": said},
            ping_interval=None,
            compression=None,
            **options,
        )
        async with line:
            yield Client(line, self.clock)


@asynccontextmanager
async def serving(rooms: Rooms, **options: Any) -> AsyncIterator[Live]:
    """A server of these rooms."""
    sockets = Sockets(rooms, authenticate, **options)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        assert scope["type"] == "websocket"
        await sockets.serve(scope, receive, send, scope["path"].split("/")[2])

    config = uvicorn.Config(
        app,
        ws=Line,
        ws_max_size=65_536,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        lifespan="off",
        log_level="critical",
        timeout_graceful_shutdown=5,
    )
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setsockopt(
        socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384
    )  # so that a slow phone shows soon
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    await server.serves.wait()
    sockets.start()
    try:
        yield Live(listener.getsockname()[1], rooms, sockets)
    finally:
        sockets.stop()
        server.should_exit = True
        await serving
        listener.close()
