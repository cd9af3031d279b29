"""Time as the live core meets it, so that tests can hold it in their hands."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Protocol


class Timer(Protocol):
    """Something that will be called, unless it is cancelled first."""

    def cancel(self) -> None:
        """Let it not be called."""


class Clock(Protocol):
    """Server time, and calls at a later time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970, as they stand in events."""

    def seconds(self) -> float:
        """Seconds that never go backwards, for measuring."""

    def call_later(self, delay_s: float, call: Callable[[], None]) -> Timer:
        """Call from the event loop after a while."""


class SystemClock:
    """The machine's clock and the running event loop's timers."""

    @staticmethod
    def now_ms() -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    @staticmethod
    def seconds() -> float:
        """Seconds that never go backwards."""
        return time.monotonic()

    @staticmethod
    def call_later(delay_s: float, call: Callable[[], None]) -> Timer:
        """Call from the running event loop."""
        return asyncio.get_running_loop().call_later(delay_s, call)


def rfc3339(at_ms: int) -> str:
    """A time as people's programs read it: UTC, with milliseconds."""
    return f"{_second(at_ms // 1000)}.{at_ms % 1000:03}Z"


@lru_cache(maxsize=16)
def _second(at_s: int) -> str:
    """Every pong says the time, hundreds of them within one second."""
    return datetime.fromtimestamp(at_s, UTC).strftime("%Y-%m-%dT%H:%M:%S")


async def sleep(clock: Clock, delay_s: float) -> None:
    """Wait, by this clock."""
    if delay_s <= 0:
        return
    over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def wake() -> None:
        if not over.done():
            over.set_result(None)

    timer = clock.call_later(delay_s, wake)
    try:
        await over
    finally:
        timer.cancel()
