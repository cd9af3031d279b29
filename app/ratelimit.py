"""Two limits: how fast a seat may ask, and how often an address may try wrong codes.

Play is never limited by address: a town hall is one address.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

MOST_ADDRESSES = 10_000


@dataclass(slots=True)
class Bucket:
    """A bucket of tokens that refills with time; each command takes one."""

    size: float = 60.0
    per_second: float = 2.0
    tokens: float = 60.0
    at: float = 0.0

    def take(self, now_s: float) -> bool:
        """Whether there was a token left to take."""
        self.tokens = min(self.size, self.tokens + (now_s - self.at) * self.per_second)
        self.at = now_s
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


@dataclass(slots=True)
class WrongCodes:
    """Wrong codes by address: thirty in ten minutes are mistakes, more is guessing."""

    most: int = 30
    window_s: float = 600.0
    delay_s: float = 2.0
    _tries: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)

    def wrong(self, address: str, now_s: float) -> None:
        """Remember that a code from this address led nowhere."""
        tries = self._tries.setdefault(address, deque(maxlen=self.most + 1))
        self._tries.move_to_end(address)
        tries.append(now_s)
        while len(self._tries) > MOST_ADDRESSES:
            self._tries.popitem(last=False)

    def delay(self, address: str, now_s: float) -> float:
        """How many seconds this address has to wait for an answer about a code; usually none."""
        tries = self._tries.get(address)
        if tries is None:
            return 0.0
        while tries and tries[0] <= now_s - self.window_s:
            tries.popleft()
        if not tries:
            del self._tries[address]
            return 0.0
        return self.delay_s if len(tries) >= self.most else 0.0
