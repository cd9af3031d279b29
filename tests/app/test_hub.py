"""Who watches is told each change once and in order, whatever their line takes at the moment."""

import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from websockets.protocol import State as LineState
from websockets.server import ServerProtocol

from app import closes
from app.frames import Frame, Frames, Told, Viewer
from app.hub import Hub
from app.line import NOT_NOW, Line
from app.teller import Teller
from game.events import SeatTaken
from game.evolve import replay
from support.fake_clock import FakeClock
from support.fake_game import FAKE, new_game

STATE = re.compile(rb'"since":(\d+),"seq":(\d+)')
ANSWERED = re.compile(rb'<answer>|"seq":\d+')


class End:
    """A board at the end of a real socket. What that does not take now, its transport holds."""

    is_behind = False

    def __init__(self, hub: Hub, *, small: bool = False, seat: str | None = None) -> None:
        self.own, self.theirs = socket.socketpair()
        if small:
            self.own.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
        self.own.setblocking(False)
        self.theirs.setblocking(False)
        self.held = b""
        self.hub = hub
        kind = "player" if seat else "board"
        self.viewer, self.told = Viewer(kind, seat, "da"), Told(kind, "da")
        self.dismissed: list[int] = []
        self.line = Line.__new__(Line)
        self.line.conn = ServerProtocol(state=LineState.OPEN)
        self.line.disconnected = False
        self.line.transport = cast("socket.socket", self)  # type: ignore[assignment]
        self.line.descriptor = self.own.fileno()
        self.line.listener = cast("Line.listener", self)  # type: ignore[name-defined]

    def take(self, frame: Frame) -> None:
        self.line.write(frame.wire)

    def dismiss(self, code: int) -> None:
        self.dismissed.append(code)

    def turned(self) -> None:
        self.hub.turned(self)

    def write(self, data: bytes) -> None:
        self.held += data

    def is_closing(self) -> bool:
        return False

    def get_write_buffer_size(self) -> int:
        return len(self.held)

    def read(self) -> list[tuple[int, int]]:
        """From where to where each frame led that has come since this was last asked."""
        return [(int(since), int(seq)) for since, seq in STATE.findall(self._came())]

    def read_all(self) -> list[str]:
        """The same in short, with the answers between them."""
        return [one.decode() for one in ANSWERED.findall(self._came())]

    def _came(self) -> bytes:
        came, is_all = b"", False
        while not is_all:
            try:
                came += self.theirs.recv(1 << 20)
            except BlockingIOError:
                self.held = self.held[self.own.send(self.held) :] if self.held else b""
                is_all = not self.held
        return came + (self.theirs.recv(1 << 20) if self._has_more() else b"")

    def _has_more(self) -> bool:
        try:
            return bool(self.theirs.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return False


class Room:
    """A hub and the game it tells of."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        seats = [SeatTaken(seat=one, person=f"x_{one}", role="user") for one in ("s_01", "s_02")]
        self.state = replay([*new_game(), *seats])
        self.hub = Hub(Frames(FAKE, {}), self.clock, Teller(lambda tell: tell()), self.state)
        self.ends: list[End] = []

    def end(self, *, small: bool = False, seat: str | None = None) -> End:
        """Somebody who comes in."""
        made = End(self.hub, small=small, seat=seat)
        self.ends.append(made)
        self.hub.add(made)
        self.hub.tell(made, always=True)
        return made

    def change(self) -> int:
        """Something that everybody is told at once; its seq."""
        state = replace(self.state, locked=not self.state.locked, seq=self.state.seq + 1)
        self.state = state
        self.hub.changed(state, at_once=True)
        return state.seq


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    for end in made.ends:
        assert end.dismissed == []
        end.own.close()
        end.theirs.close()


def one_by_one(first: int, last: int) -> list[tuple[int, int]]:
    return [(seq, seq + 1) for seq in range(first, last)]


def test_a_crowd_is_told_each_change_once(room: Room) -> None:
    ends = [room.end() for _ in range(3)]
    began = room.state.seq
    for _ in range(4):
        room.change()
    for end in ends:
        assert end.read() == [(0, began), *one_by_one(began, began + 4)]


def test_who_comes_late_joins_the_crowd_where_it_is(room: Room) -> None:
    first = room.end()
    began = room.state.seq
    room.change()
    late = room.end()
    room.change()
    room.change()
    assert first.read() == [(0, began), *one_by_one(began, began + 3)]
    assert late.read() == [(0, began + 1), *one_by_one(began + 1, began + 3)]


def test_a_line_that_takes_a_part_gets_the_rest_once_and_in_order(room: Room) -> None:
    full, other = room.end(small=True), room.end()
    began = room.state.seq
    while not full.held:  # nobody reads at its other end
        room.change()
    room.change()
    told = [(0, began), *one_by_one(began, room.state.seq)]
    assert full.read() == told
    assert other.read() == told
    room.change()
    assert full.read() == other.read() == [(room.state.seq - 1, room.state.seq)]


def test_who_is_behind_is_told_the_newest_when_it_has_caught_up(room: Room) -> None:
    slow, other = room.end(), room.end()
    room.change()
    slow.read()
    seen = room.state.seq
    slow.is_behind = True
    slow.line.leave_rest(b"")  # nobody is behind whose line takes everything
    room.change()
    room.change()
    assert slow.read() == []
    slow.is_behind = False
    room.hub.tell(slow)
    assert slow.read() == [(seen, seen + 2)]
    room.change()
    assert slow.read() == [(seen + 2, seen + 3)]
    assert other.read()[-3:] == one_by_one(seen, seen + 3)


def test_a_broken_line_harms_nobody_and_a_lost_one_is_never_written_to(room: Room) -> None:
    broken, lost, other = room.end(), room.end(), room.end()
    room.change()
    other.read()
    broken.theirs.close()
    lost.line.descriptor = NOT_NOW
    lost.line.close_sent = True
    lost.read()
    room.change()
    assert broken.held
    assert lost.read() == []
    assert other.read() == [(room.state.seq - 1, room.state.seq)]


def test_who_has_gone_is_told_nothing(room: Room) -> None:
    gone, other = room.end(), room.end()
    room.change()
    gone.read()
    room.hub.remove(gone)
    room.change()
    assert gone.read() == []
    assert other.read()[-1] == (room.state.seq - 1, room.state.seq)


def test_a_crowd_that_nobody_is_left_of_is_told_nothing(room: Room) -> None:
    gone = room.end()
    room.change()
    room.hub.remove(gone)
    asked = room.hub.frames.shared
    made: list[Told] = []
    room.hub.frames.shared = lambda told, **more: made.append(told) or asked(told, **more)  # type: ignore[method-assign, func-returns-value]
    other = room.end()
    other.viewer, other.told = Viewer("facilitator", None, "da"), Told("facilitator", "da")
    made.clear()
    room.change()
    assert {told.kind for told in made} == {"facilitator"}


@pytest.mark.parametrize("seat", [None, "s_01"])
@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize("is_touched", [True, False])
def test_who_asks_is_answered_and_then_told_once_what_came_of_it(
    room: Room,
    monkeypatch: pytest.MonkeyPatch,
    *,
    seat: str | None,
    is_new: bool,
    is_touched: bool,
) -> None:
    asks, other = room.end(seat=seat), room.end(seat="s_02")
    if not is_new:
        room.change()
    for end in room.ends:
        end.read()
    if is_touched:
        monkeypatch.setattr(room.hub.frames, "take_touched", lambda: {"s_01"})
    began = room.state.seq
    for seq in (began + 1, began + 2):
        room.hub.answer(asks.line, b"<answer>")
        room.change()
        assert asks.read_all() == ["<answer>", f'"seq":{seq}']
    assert other.read() == one_by_one(began, began + 2)
    room.hub.release()
    assert asks.read_all() == []


def test_an_answer_that_nothing_comes_of_is_sent_when_it_is_released(room: Room) -> None:
    asks = room.end()
    asks.read()
    room.hub.answer(asks.line, b"<answer>")
    room.hub.answer(asks.line, b"<answer>")
    assert asks.read_all() == []
    room.hub.release()
    assert asks.read_all() == ["<answer>", "<answer>"]


def test_who_is_sent_away_is_answered_before(room: Room) -> None:
    asks = room.end(seat="s_01")
    asks.read()
    room.hub.answer(asks.line, b"<answer>")
    room.hub.dismiss("s_01", closes.REMOVED)
    assert asks.read_all() == ["<answer>"]
    assert asks.dismissed == [closes.REMOVED]
    asks.dismissed.clear()


def test_who_asks_through_a_full_line_is_told_once_and_in_order(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, other = room.end(small=True, seat="s_01"), room.end(seat="s_02")
    monkeypatch.setattr(room.hub.frames, "take_touched", lambda: {"s_01"})
    began = room.state.seq
    while not full.held:  # nobody reads at its other end
        room.change()
    room.hub.answer(full.line, b"<answer>")
    room.change()
    room.change()
    seqs = [f'"seq":{seq}' for seq in range(began, room.state.seq + 1)]
    assert full.read_all() == [*seqs[:-2], "<answer>", *seqs[-2:]]
    assert other.read() == [(0, began), *one_by_one(began, room.state.seq)]


def test_a_mistake_in_what_one_seat_is_shown_keeps_nobody_else_from_theirs(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    board, first, other = room.end(), room.end(seat="s_01"), room.end(seat="s_02")
    for end in room.ends:
        end.read()
    frame = room.hub.frames.frame

    def mistaken(viewer: Viewer, *told: int, always: bool = False) -> Frame | None:
        if viewer.seat == "s_01":
            raise KeyError("n7")
        return frame(viewer, *told, always=always)

    monkeypatch.setattr(room.hub.frames, "frame", mistaken)
    monkeypatch.setattr(room.hub.frames, "take_touched", lambda: ["s_01", "s_02"])
    now = room.change()
    assert board.read() == other.read() == [(now - 1, now)]
    assert first.dismissed == [closes.LATER]
    first.dismissed.clear()
