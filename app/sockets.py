"""`GET /g/{code}/socket`: the live line of phones, consoles and boards, as plain ASGI."""

from collections.abc import Awaitable, Callable, Sequence

from starlette.types import Receive, Scope, Send

from app import closes, garbage
from app.clock import Clock, Timer, sleep
from app.line import line_of
from app.origin import is_own
from app.protocol import Credential
from app.ratelimit import WrongCodes
from app.rooms import Rooms
from app.socket import Socket

SWEEP_S = 5.0
Authenticate = Callable[[Scope, str], Awaitable[Sequence[Credential]]]
"""What a request may be in the game of this code; empty for a stranger."""


class Sockets:
    """All open sockets of this process, and the door they come in by."""

    def __init__(
        self,
        rooms: Rooms,
        authenticate: Authenticate,
        *,
        wrong_codes: WrongCodes | None = None,
        public_url: str | None = None,
    ) -> None:
        self._rooms = rooms
        self._authenticate = authenticate
        self._wrong_codes = wrong_codes or WrongCodes()
        self._public_url = public_url
        self._open: set[Socket] = set()
        self._opened = 0
        self._sweep_timer: Timer | None = None

    @property
    def _clock(self) -> Clock:
        return self._rooms.ports.clock

    def start(self) -> None:
        """Begin to close lines that have fallen silent."""
        self._sweep_timer = self._clock.call_later(SWEEP_S, self._sweep)

    def stop(self) -> None:
        """Watch no more; uvicorn closes the lines."""
        if self._sweep_timer is not None:
            self._sweep_timer.cancel()
            self._sweep_timer = None

    async def serve(self, scope: Scope, receive: Receive, send: Send, code: str) -> None:
        """Serve one socket until it closes."""
        await receive()  # websocket.connect
        line = line_of(scope)
        if line is None or not is_own(scope["headers"], self._public_url):
            await send({"type": "websocket.close", "code": 1008})
            return
        credentials = await self._authenticate(scope, code)
        room = await self._rooms.find(code)
        if room is None:
            await self._hold_up(scope)
        socket = Socket(line, room, credentials, self._clock)
        line.listener = socket
        await send({"type": "websocket.accept"})
        self._note(socket)
        try:
            if room is None:
                socket.dismiss(closes.NO_GAME)
            elif not credentials:
                socket.dismiss(closes.SIGN_IN)
            while (await receive())["type"] != "websocket.disconnect":
                pass
        finally:
            self._open.discard(socket)
            socket.closed()

    def _note(self, socket: Socket) -> None:
        self._open.add(socket)
        self._opened += 1
        if self._opened % garbage.LINES == 0:
            garbage.look()

    async def _hold_up(self, scope: Scope) -> None:
        """Let an address wait that tries one wrong code after the other."""
        address = (scope.get("client") or ("",))[0]
        self._wrong_codes.wrong(address, self._clock.seconds())
        await sleep(self._clock, self._wrong_codes.delay(address, self._clock.seconds()))

    def _sweep(self) -> None:
        self._sweep_timer = self._clock.call_later(SWEEP_S, self._sweep)
        now_s = self._clock.seconds()
        for socket in tuple(self._open):
            socket.check(now_s)
