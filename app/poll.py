"""The HTTP form of `state`: a watcher that waits for one frame and is gone."""

import asyncio

from app.frames import Frame, Told, Viewer
from app.room import Room

MOST_WAIT_S = 25.0


class Gone(Exception):  # noqa: N818 - what happened, not what went wrong
    """The viewer was taken out of the game while it waited. `code` is a close code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Poll:
    """A watcher that takes the first frame there is."""

    __slots__ = ("_taken", "is_behind", "told", "viewer")
    line = None

    def __init__(self, viewer: Viewer, seq: int, outside: int) -> None:
        self.viewer = viewer
        self.told = Told(viewer.kind, viewer.language, seq, outside)
        self.is_behind = False
        self._taken: asyncio.Future[Frame | None] = asyncio.get_running_loop().create_future()

    def take(self, frame: Frame) -> None:
        """Keep the frame, and take no other."""
        self.is_behind = True
        self._settle(frame)

    def dismiss(self, code: int) -> None:
        """End the waiting."""
        if not self._taken.done():
            self._taken.set_exception(Gone(code))

    def give_up(self) -> None:
        """Nothing came."""
        self._settle(None)

    async def taken(self) -> Frame | None:
        """The frame, or None when nothing came."""
        return await self._taken

    def _settle(self, frame: Frame | None) -> None:
        if not self._taken.done():
            self._taken.set_result(frame)


async def state_frame(
    room: Room, viewer: Viewer, since: int, epoch: str | None, wait_s: float
) -> bytes | None:
    """What is new since `since`, waiting for it a while; None when nothing is.

    The frame says its epoch, for here is no welcome to say it.
    """
    wait_s = max(0.0, min(wait_s, MOST_WAIT_S))
    clock = room.ports.clock
    if viewer.place is not None:
        room.presence.polled(viewer.place, clock.seconds() + wait_s)
    room.keeper.wake()
    is_known = epoch == room.epoch and 0 < since <= room.state.seq
    # Who waits is told of plays alone: who comes and goes stands beside, in the frame that comes.
    outside = room.hub.frames.version(viewer.kind) if is_known else 0
    poll = Poll(viewer, since if is_known else 0, outside)
    room.hub.tell(poll)
    if not is_known or wait_s == 0:
        poll.give_up()
    room.hub.add(poll)
    timer = clock.call_later(wait_s, poll.give_up)
    try:
        frame = await poll.taken()
    finally:
        timer.cancel()
        room.hub.remove(poll)
    return None if frame is None else _with_epoch(frame.payload, room.epoch)


def _with_epoch(payload: bytes, epoch: str) -> bytes:
    return b'{"t":"state","epoch":"%b"%b' % (epoch.encode(), payload.removeprefix(STATE))


STATE = b'{"t":"state"'
