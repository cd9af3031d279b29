"""A clock that stands until a test moves it."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

START_MS = 1_795_000_000_000


@dataclass(order=True)
class FakeTimer:
    at_s: float
    order: int
    call: Callable[[], None] = field(compare=False)
    is_cancelled: bool = field(default=False, compare=False)

    def cancel(self) -> None:
        self.is_cancelled = True


class FakeClock:
    """Calls what falls due, in order, while it is moved on."""

    def __init__(self) -> None:
        self._now_s = 0.0
        self._timers: list[FakeTimer] = []
        self._made = 0

    def now_ms(self) -> int:
        return START_MS + round(self._now_s * 1000)

    def seconds(self) -> float:
        return self._now_s

    def call_later(self, delay_s: float, call: Callable[[], None]) -> FakeTimer:
        self._made += 1
        timer = FakeTimer(self._now_s + delay_s, self._made, call)
        heapq.heappush(self._timers, timer)
        return timer

    def advance(self, seconds: float) -> None:
        until_s = self._now_s + seconds
        while self._timers and self._timers[0].at_s <= until_s:
            timer = heapq.heappop(self._timers)
            self._now_s = max(self._now_s, timer.at_s)
            if not timer.is_cancelled:
                timer.call()
        self._now_s = until_s
