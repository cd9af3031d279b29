"""The line to a client: uvicorn's sans-I/O WebSocket, with a short way in and a short way out.

A ready-made frame goes straight to the system, and a message straight to its listener: no queue, no
task switch, no dict for each message. That halves what the fan-out costs. Keep this interface
small: another transport (picows) would be one more file like this one.
"""

import os
from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import Final, Protocol

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, apply_mask  # type: ignore[attr-defined]  # in C where it can be
from websockets.http11 import Request
from websockets.protocol import State

EXTENSION: Final = "gevinstspillet.line"
WHOLE_TEXT: Final = 0x81
MASKED: Final = 0x80
TWO_BYTES: Final = 126
SHORT: Final = 4096
"""Longer messages are rare, and are read the long way."""
NOT_NOW: Final = -1


class Listener(Protocol):
    """What a line tells about itself."""

    def heard(self, text: bytes) -> None:
        """A message came."""

    def lives(self) -> None:
        """A ping of the WebSocket's own came: the client is there, and says nothing."""

    def heard_too_much(self) -> None:
        """A message came that no buffer here holds; the line closes."""

    def filled(self) -> None:
        """The client does not take what is written."""

    def drained(self) -> None:
        """The client has taken it all."""

    def turned(self) -> None:
        """The line's `direct` is another one."""

    def stopping(self) -> None:
        """The server stops; the line closes after what is written now."""


class Line(WebSocketsSansIOProtocol):
    """One WebSocket. Its application finds it in the scope, under `extensions`."""

    listener: Listener | None = None
    descriptor = NOT_NOW
    """Of the line's own socket; none where the transport does more than hand on, as TLS does."""
    direct = NOT_NOW
    """The descriptor while a frame may be written to it past the transport: the line is open and
    the transport holds nothing back that has to go first. Never that of a socket that is gone: its
    number may soon be another's."""
    _close_sent = False

    @property
    def close_sent(self) -> bool:
        """Whether nothing may be written any more."""
        return self._close_sent

    @close_sent.setter
    def close_sent(self, is_sent: bool) -> None:
        self._close_sent = is_sent
        if is_sent:
            self._turn(NOT_NOW)

    def write(self, frame: bytes) -> None:
        """Send a frame that has its header already. Never waits."""
        if self.direct == NOT_NOW:
            self._turn(self._found())
        if self.direct == NOT_NOW:
            self.leave_rest(frame)
            return
        try:
            sent = os.write(self.direct, frame)
        except OSError:
            sent = 0
        if sent != len(frame):
            self.leave_rest(frame[sent:])

    def leave_rest(self, rest: bytes) -> None:
        """Leave to the transport what the system did not take now.

        It also finds out about a line that is broken, and ends it.
        """
        self._turn(NOT_NOW)
        if not self._is_over():
            self.transport.write(rest)

    def _found(self) -> int:
        """What `direct` may be now."""
        if self._is_over() or self.transport.get_write_buffer_size():
            return NOT_NOW
        return self.descriptor

    def _is_over(self) -> bool:
        """Whether a close frame has gone out, or nothing goes out any more."""
        return self.close_sent or self.disconnected or self.transport.is_closing()

    def _turn(self, direct: int) -> None:
        if direct == self.direct:
            return
        self.direct = direct
        if self.listener is not None:
            self.listener.turned()

    def close(self, code: int) -> None:
        """Send a close frame after all that was written, and wait a while for the other side's."""
        if self._is_over():
            return
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.abort)

    def hold(self) -> None:
        """Read nothing more for now: who does not listen is not heard."""
        self.transport.pause_reading()

    def let_go(self) -> None:
        """Read on."""
        self.transport.resume_reading()

    def data_received(self, data: bytes) -> None:
        """Hear a short message that came whole at once, as nearly all do, without parsing further.

        Everything else goes through `websockets`: pieces, control frames, mistakes.
        """
        listener = self.listener
        text = whole_text(data) if listener is not None and self._is_between() else None
        if listener is None or text is None:
            super().data_received(data)
        else:
            listener.heard(text)

    def _is_between(self) -> bool:
        """Whether the next byte begins a message, and messages are still heard.

        Where nothing is under way, the parser of `websockets` waits for the first byte of a frame:
        within one it waits in other steps than `at_eof`, even with an empty buffer.
        """
        conn = self.conn
        is_heard = conn.state is State.OPEN and not self.close_sent
        return is_heard and conn.current_size is None and _waits_in(conn.parser) == "at_eof"

    def handle_connect(self, event: Request) -> None:
        """Hand this line to the application."""
        super().handle_connect(event)
        if self.handshake_initiated and not self.close_sent:
            self.scope["extensions"][EXTENSION] = {"line": self}
            if self.transport.get_extra_info("sslcontext") is None:
                self.descriptor = self.transport.get_extra_info("socket").fileno()

    def send_receive_event_to_app(self) -> None:
        """Pass a whole message on."""
        if self.listener is None:
            super().send_receive_event_to_app()
            return
        text = b"".join(self.frames)
        self.frames = []
        if not self.close_sent:
            self.listener.heard(text)

    def handle_parser_exception(self) -> None:
        """Answer what was too large, then close this half of the line and let the rest run dry.

        Closing all of it at once would reset the line, and the answer would be lost on its way.
        """
        if self.close_sent:
            return
        if self.listener is not None:
            self.listener.heard_too_much()
        self.close_sent = True
        self.queue.put_nowait({"type": "websocket.disconnect", "code": 1009})
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.transport.write_eof()
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """The socket is gone, and its number may soon be another's."""
        self.descriptor = NOT_NOW
        self._turn(NOT_NOW)
        super().connection_lost(exc)

    def handle_ping(self) -> None:
        """Answer a ping; what follows waits for that answer where the transport holds it back."""
        super().handle_ping()
        if self.listener is not None:
            self.listener.lives()
        if self.transport.get_write_buffer_size():
            self._turn(NOT_NOW)

    def handle_close(self, event: Frame) -> None:
        """Answer the other side's goodbye, after which nothing is said."""
        super().handle_close(event)
        self._turn(NOT_NOW)

    def pause_writing(self) -> None:
        """The transport's buffer is full."""
        self._turn(NOT_NOW)
        super().pause_writing()
        if self.listener is not None:
            self.listener.filled()

    def resume_writing(self) -> None:
        """The transport's buffer has drained."""
        super().resume_writing()
        if self.listener is not None:
            self.listener.drained()

    def shutdown(self) -> None:
        """Say goodbye before the server stops."""
        if self.listener is not None and not self.close_sent:
            self.listener.stopping()
        super().shutdown()
        self._turn(NOT_NOW)


def write_to_all(directs: Sequence[int], frame: bytes) -> dict[int, bytes]:
    """Hand a frame to the system for each of these lines, known by their `direct`.

    Gives what is left of it for those that it did not take whole. It runs in C from number to
    number and looks at no line: in a full house that is most of what a frame costs.
    """
    sent: list[int] = []
    writes = map(os.write, directs, repeat(frame))
    while len(sent) < len(directs):
        try:
            sent.extend(writes)
        except OSError:
            sent.append(0)
    size = len(frame)
    if sum(sent) == size * len(sent):
        return {}
    return {one: frame[n:] for one, n in zip(directs, sent, strict=True) if n != size}


def _waits_in(parser: object) -> str:
    """The innermost step in which a parser of `websockets` waits for more; they are nested."""
    step = parser
    while (inner := getattr(step, "gi_yieldfrom", None)) is not None:
        step = inner
    return getattr(step, "__name__", "")


def whole_text(data: bytes) -> bytes | None:
    """The text, if this is one masked text frame, short and whole (RFC 6455, 5.2)."""
    if len(data) < 6 or data[0] != WHOLE_TEXT or not data[1] & MASKED:
        return None
    size, at = data[1] - MASKED, 2
    if size >= TWO_BYTES:
        size, at = int.from_bytes(data[2:4]), 4 if size == TWO_BYTES else 0
    if not at or size > SHORT or len(data) != at + 4 + size:
        return None
    return apply_mask(data[at + 4 :], data[at : at + 4])


def line_of(scope: Mapping[str, object]) -> Line | None:
    """The line of a scope; None when the server was not started with this protocol."""
    extensions = scope.get("extensions")
    found = extensions.get(EXTENSION) if isinstance(extensions, Mapping) else None
    line = found.get("line") if isinstance(found, Mapping) else None
    return line if isinstance(line, Line) else None
