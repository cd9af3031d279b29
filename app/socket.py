"""One socket: reads frames, asks the room, writes answers, and is told what changes."""

from collections.abc import Sequence

import orjson

from app import closes, metrics
from app.answers import Answer, ack
from app.clock import Clock, Timer, rfc3339
from app.frames import Frame, Told, Viewer, text_frame
from app.line import Line
from app.protocol import (
    LIMITS,
    VERSION,
    Credential,
    Do,
    Hello,
    Ping,
    Unreadable,
    chosen,
    parse,
)
from app.room import Room
from app.turn import request_of

SILENT_S = 45.0
BEHIND_S = 10.0
MOST_SOCKETS = 16
"""Of one seat: far more than anybody has tabs, and few enough to serve."""
NOBODY = Viewer("", None, "da")
NOTHING_TOLD = Told("", "da")


class Socket:
    """A listener on its line, and a watcher of its room once it has said hello."""

    __slots__ = (
        "_clock", "_credentials", "_heard_s", "_room", "_slow",
        "is_behind", "line", "told", "viewer",
    )  # fmt: skip

    def __init__(
        self, line: Line, room: Room | None, credentials: Sequence[Credential], clock: Clock
    ) -> None:
        self.line = line
        self._room = room
        self._credentials = credentials
        self._clock = clock
        self._heard_s = clock.seconds()
        self._slow: Timer | None = None
        self.viewer = NOBODY
        self.told = NOTHING_TOLD
        self.is_behind = False

    def heard(self, text: bytes) -> None:
        """Answer one frame."""
        room = self._room
        if room is None:
            return
        self.lives()
        try:
            frame = parse(text)
        except Unreadable as error:
            self._answer(Answer(error.id, code=error.code, params=error.params))
            return
        match frame:
            case Do():
                self._do(room, frame)
            case Ping():
                self._pong(room, frame)
            case Hello():
                self._hello(room, frame)

    def lives(self) -> None:
        """Any frame is life."""
        self._heard_s = self._clock.seconds()
        if self._room is not None and self.viewer.place is not None:
            self._room.presence.heard(self.viewer.place, self._heard_s)

    def heard_too_much(self) -> None:
        """Say that it was too large; its id was in the part that nobody keeps."""
        limit = LIMITS["frame"]
        self._answer(Answer(None, code="command.unreadable", params={"limit": limit}))

    def _do(self, room: Room, frame: Do) -> None:
        request = request_of(frame, self.viewer, self._reply)
        if request is None:
            self._answer(Answer(frame.id, code="command.not_yours", params={"do": frame.do}))
        else:
            room.submit(request)

    def _pong(self, room: Room, frame: Ping) -> None:
        if frame.trip is not None and self.viewer.seat is not None:
            room.presence.took(self.viewer.seat, frame.trip, self._heard_s)
        now = rfc3339(self._clock.now_ms())
        self._write({"t": "pong", "k": frame.k, "now": now, "seq": room.state.seq})

    def _hello(self, room: Room, frame: Hello) -> None:
        if frame.v != VERSION:
            self.dismiss(closes.TOO_OLD)
            return
        credential = chosen(self._credentials, frame.as_, room.opens)
        if credential is None:
            self.dismiss(closes.SIGN_IN)
            return
        viewer = room.viewer(credential)
        if viewer is None:
            self.dismiss(closes.REMOVED)
            return
        self._leave(room)
        if viewer.place is not None and room.presence.sockets(viewer.place) >= MOST_SOCKETS:
            self.dismiss(closes.RATE)
            return
        self.viewer = viewer
        is_known = frame.epoch == room.epoch and frame.since <= room.state.seq
        self.told = Told(viewer.kind, viewer.language, frame.since if is_known else 0)
        self._write(
            {
                "t": "welcome",
                "v": VERSION,
                "epoch": room.epoch,
                "you": _you(viewer),
                "now": rfc3339(self._clock.now_ms()),
                "limits": LIMITS,
            }
        )
        self._enter(room)
        room.hub.tell(self, always=True)

    def take(self, frame: Frame) -> None:
        """Send what has changed."""
        self.line.write(frame.wire)

    def dismiss(self, code: int) -> None:
        """Say why, and close."""
        self.line.write(text_frame(closes.bye(code, self._language)))
        self.line.close(code)

    def stopping(self) -> None:
        """Say that the server stops; uvicorn closes the line."""
        self.line.write(text_frame(closes.bye(closes.RESTART, self._language)))

    def _answer(self, answer: Answer) -> None:
        found = self._answered(answer)
        if found is not None:
            self.line.write(found)

    def _reply(self, answer: Answer) -> None:
        """Answer a command; what it changed for the one who asked comes right behind."""
        found = self._answered(answer)
        if found is not None and self._room is not None:
            self._room.hub.answer(self.line, found)

    def _answered(self, answer: Answer) -> bytes | None:
        (metrics.ACCEPTED if answer.is_accepted else metrics.REFUSED).add(1)
        room = self._room
        return None if room is None else text_frame(ack(answer, room.ports.rules, self._language))

    def _write(self, frame: dict[str, object]) -> None:
        self.line.write(text_frame(orjson.dumps(frame)))

    @property
    def _language(self) -> str:
        if self.viewer is not NOBODY:
            return self.viewer.language
        said = [found.language for found in self._credentials if found.language]
        if said or self._room is None:
            return said[0] if said else "da"
        state = self._room.state
        seats = (state.seats.get(found.seat or "") for found in self._credentials)
        sat = (seat.language for seat in seats if seat is not None)
        return next(sat, state.setup.language if state.setup else "da")

    def filled(self) -> None:
        """The client takes nothing: stop listening to it, and give it ten seconds."""
        if self._slow is None:
            self.is_behind = True
            self.line.hold()
            self._slow = self._clock.call_later(BEHIND_S, self._too_slow)

    def drained(self) -> None:
        """The client has caught up: tell it the newest."""
        if self._slow is None:
            return
        self._slow.cancel()
        self._slow = None
        self.is_behind = False
        self.line.let_go()
        if self._room is not None and self.viewer is not NOBODY:
            self._room.hub.tell(self)

    def turned(self) -> None:
        """The line can be written to at once, or no longer."""
        if self._room is not None:
            self._room.hub.turned(self)

    def _too_slow(self) -> None:
        self.dismiss(closes.TOO_SLOW)
        self.line.let_go()  # so that the other side's goodbye is heard

    def check(self, now_s: float) -> None:
        """Close a line that has been silent too long."""
        if now_s - self._heard_s >= SILENT_S:
            self.dismiss(closes.LATER)

    def closed(self) -> None:
        """The line is gone."""
        if self._slow is not None:
            self._slow.cancel()
            self._slow = None
        if self._room is not None:
            self._leave(self._room)

    def _enter(self, room: Room) -> None:
        metrics.CONNECTIONS.labels(self.viewer.kind).inc()
        room.hub.add(self)
        if self.viewer.place is not None:
            room.presence.enter(self.viewer.place, self._heard_s)
        room.keeper.wake()

    def _leave(self, room: Room) -> None:
        if self.viewer is NOBODY:
            return
        metrics.CONNECTIONS.labels(self.viewer.kind).dec()
        room.hub.remove(self)
        if self.viewer.place is not None:
            room.presence.leave(self.viewer.place, self._clock.seconds())
        room.keeper.wake()
        self.viewer = NOBODY


def _you(viewer: Viewer) -> dict[str, str | None]:
    """Whom a client is taken for; of a console, which one."""
    you = {"seat": viewer.seat, "kind": viewer.kind}
    return {**you, "desk": viewer.desk} if viewer.kind == "facilitator" else you
