"""However a message is cut on its way, it is heard once and as it was."""

import asyncio
import socket
from collections.abc import Iterator
from typing import cast

import pytest
from websockets.frames import Frame, Opcode
from websockets.protocol import Protocol, State
from websockets.server import ServerProtocol

from app.line import NOT_NOW, Line, Listener


class Ears:
    """A listener that keeps what it heard."""

    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self.turns = 0
        self.pings = 0

    def heard(self, text: bytes) -> None:
        self.texts.append(bytes(text))

    def turned(self) -> None:
        self.turns += 1

    def lives(self) -> None:
        self.pings += 1


@pytest.fixture
def line() -> Line:
    made = Line.__new__(Line)
    made.conn = ServerProtocol(state=State.OPEN)
    made.conn.receive_data(b"")
    made.frames, made.close_sent = [], False
    made.listener = cast("Listener", Ears())
    return made


def sent(text: bytes, opcode: Opcode = Opcode.TEXT, *, fin: bool = True) -> bytes:
    """A client's frame."""
    return Frame(opcode, text, fin=fin).serialize(mask=True)


def heard(line: Line) -> list[bytes]:
    return cast("Ears", line.listener).texts


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 4096, 4097, 8000])
@pytest.mark.parametrize("cut", [None, 1, 2, 4, 6, 8, 20])
def test_a_message_cut_anywhere_is_heard_whole(line: Line, size: int, cut: int | None) -> None:
    texts = [b"x" * size, b"next"]
    for text in texts:
        frame = sent(text)
        for part in (frame,) if cut is None else (frame[:cut], frame[cut:]):
            if part:
                line.data_received(part)
    assert heard(line) == texts


@pytest.mark.parametrize("size", [0, 125, 126, 4096])
def test_a_short_whole_message_is_heard_without_the_parser(
    line: Line, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.data_received(sent(b"x" * 4097))  # the parser has been at work, and is done
    monkeypatch.delattr(Protocol, "receive_data")
    line.data_received(sent(b"x" * size))
    line.data_received(sent(b"next"))
    assert heard(line)[1:] == [b"x" * size, b"next"]


def test_two_messages_at_once_are_both_heard(line: Line) -> None:
    line.data_received(sent(b"one") + sent(b"two"))
    line.data_received(sent(b"three"))
    assert heard(line) == [b"one", b"two", b"three"]


def test_a_message_in_pieces_is_heard_as_one(line: Line) -> None:
    line.data_received(sent(b"first ", fin=False))
    line.data_received(sent(b"second", Opcode.CONT))
    line.data_received(sent(b"after"))
    assert heard(line) == [b"first second", b"after"]


def test_a_body_that_looks_like_a_message_is_a_body(line: Line) -> None:
    body = sent(b"{}")
    head = bytes((0x81, 0x80 | len(body))) + bytes(4)  # a mask of zeros changes nothing
    line.data_received(head)
    line.data_received(body)
    line.data_received(sent(b"after"))
    assert heard(line) == [body, b"after"]


class Held:
    """A transport that holds back all it is given until `go_on`."""

    def __init__(self, own: socket.socket) -> None:
        self.own = own
        self.held = b""
        self.closing = False

    def write(self, data: bytes) -> None:
        self.held += data

    def is_closing(self) -> bool:
        return self.closing

    def get_write_buffer_size(self) -> int:
        return len(self.held)

    def go_on(self) -> None:
        self.held = self.held[self.own.send(self.held) :]


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.setblocking(False)
        yield ours, theirs


@pytest.fixture
def held(line: Line, ends: tuple[socket.socket, socket.socket]) -> Held:
    made = Held(ends[0])
    line.transport = cast("asyncio.Transport", made)  # type: ignore[assignment]
    line.descriptor, line.disconnected = ends[0].fileno(), False
    return made


def taken(end: socket.socket) -> bytes:
    """All that has come."""
    found = b""
    while True:
        try:
            found += end.recv(1 << 20)
        except BlockingIOError:
            return found


def test_a_frame_goes_out_at_once(
    line: Line, held: Held, ends: tuple[socket.socket, socket.socket]
) -> None:
    line.write(b"first")
    line.write(b"second")
    assert (taken(ends[1]), held.held) == (b"firstsecond", b"")


def test_a_frame_waits_behind_what_the_transport_holds(
    line: Line, held: Held, ends: tuple[socket.socket, socket.socket]
) -> None:
    held.write(b"before ")
    line.write(b"after ")
    assert taken(ends[1]) == b""
    held.go_on()
    line.write(b"last")
    assert taken(ends[1]) == b"before after last"


def test_a_client_that_takes_nothing_gets_all_of_it_later_and_in_order(
    line: Line, held: Held, ends: tuple[socket.socket, socket.socket]
) -> None:
    frames = [b"%07d," % n * 1_000 for n in range(300)]
    for frame in frames:
        line.write(frame)
    assert held.held
    came = b""
    while held.held:
        came += taken(ends[1])
        held.go_on()
    assert came + taken(ends[1]) == b"".join(frames)


def test_a_broken_line_is_left_to_the_transport(
    line: Line, held: Held, ends: tuple[socket.socket, socket.socket]
) -> None:
    ends[1].close()
    line.write(b"lost")
    assert held.held == b"lost"


def test_behind_tls_nothing_goes_past_the_transport(
    line: Line, held: Held, ends: tuple[socket.socket, socket.socket]
) -> None:
    line.descriptor = NOT_NOW
    line.write(b"secret")
    assert (taken(ends[1]), held.held) == (b"", b"secret")


def test_nothing_is_written_into_the_middle_of_an_answered_ping(
    line: Line, held: Held, ends: tuple[socket.socket, socket.socket]
) -> None:
    line.write(b"before ")
    line.frames, line.read_paused = [], False
    line.conn.receive_data(sent(b"ping", Opcode.PING))
    line.handle_ping()  # the transport holds the answer back
    pong = held.held
    assert b"ping" in pong
    assert cast("Ears", line.listener).pings == 1
    line.write(b"after")
    held.go_on()
    assert taken(ends[1]) == b"before " + pong + b"after"


def test_nothing_follows_a_close_frame(
    line: Line, held: Held, ends: tuple[socket.socket, socket.socket]
) -> None:
    line.write(b"before")
    held.closing = True
    line.leave_rest(b"")
    line.write(b"after")
    assert (taken(ends[1]), held.held, line.direct) == (b"before", b"", NOT_NOW)
