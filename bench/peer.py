"""The peer: bare uvicorn that tells the room what one of it says. No rules, no store, no roles.

It answers in the frames of our protocol, of the size that ours have under the same load, so that
the same driver reads both. Its settings are those of our own server where both have them.
"""

import socket
from collections import defaultdict
from typing import Any, Final

import orjson
import uvicorn
from starlette.types import Receive, Scope, Send

ROUND: Final = {
    "id": "r2", "key": "r2", "n": 2, "title": "Effekter",
    "question": "Hvad bliver mere, mindre eller hurtigere – for hvem?",
    "step": "open", "stage": "", "wave": 1, "ends": "2026-11-18T11:10:10.000Z",
}  # fmt: skip


class Room:
    """Who is connected, and how much has been said."""

    def __init__(self) -> None:
        self.sends: dict[object, Send] = {}
        self.seq = 0

    def frame(self) -> str:
        """What changed, for everybody."""
        shown = {"round": {**ROUND, "ready": [self.seq % 30, 30]}}
        frame = {"t": "state", "since": self.seq - 1, "seq": self.seq, "set": shown, "del": []}
        return orjson.dumps(frame).decode()


rooms: defaultdict[str, Room] = defaultdict(Room)


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one socket until it closes, as a first version of such a server would."""
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})
    room = rooms[scope["path"]]
    key = object()
    try:
        while (message := await receive())["type"] == "websocket.receive":
            await _heard(room, key, orjson.loads(message["text"]), send)
    finally:
        room.sends.pop(key, None)


async def _heard(room: Room, key: object, frame: dict[str, Any], send: Send) -> None:
    if frame["t"] == "do":
        room.seq += 1
        ack = {"t": "ack", "id": frame["id"], "ok": True, "seq": room.seq}
        await send({"type": "websocket.send", "text": orjson.dumps(ack).decode()})
        text = room.frame()
        for other in tuple(room.sends.values()):
            await other({"type": "websocket.send", "text": text})
    elif frame["t"] == "hello":
        await send({"type": "websocket.send", "text": '{"t":"welcome","v":1}'})
        room.sends[key] = send
        await send({"type": "websocket.send", "text": room.frame()})
    else:
        pong = {"t": "pong", "k": frame["k"], "seq": room.seq}
        await send({"type": "websocket.send", "text": orjson.dumps(pong).decode()})


class Server(uvicorn.Server):
    """Says when it serves, as ours does."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        assert sockets is not None
        print(f"ready http://127.0.0.1:{sockets[0].getsockname()[1]}", flush=True)


def main() -> None:
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        backlog=4096,
        timeout_graceful_shutdown=1,
    )
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
