"""Large pages for the heap, where Linux gives them to who asks.

With every command a full house touches another room's objects, all over the heap. In pages of 4 KB
the processor then spends a sixth of its time finding out where they are; in pages of 2 MB it hardly
has to look (`docs/decisions/0008-the-heap-lies-in-large-pages.md`). Elsewhere, and where whoever
runs the machine has set them to `never`, nothing happens.
"""

import ctypes
import mmap
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

SETTING: Final = Path("/sys/kernel/mm/transparent_hugepage/enabled")
STRETCHES: Final = Path("/proc/self/smaps")
HELD: Final = Path("/proc/self/statm")
PAGE_KB: Final = mmap.PAGESIZE >> 10
HUGE: Final = 2 << 20
FULL: Final = 0.9
"""A stretch with less of it in use, as a thread's stack, would take memory for nothing."""
LOOK_S: Final = 5.0
GROWN_KB: Final = 16 << 10
MADV_COLLAPSE: Final = 25
"""Since Linux 6.1; an older one refuses it, and all stays as it is."""
STRETCH: Final = re.compile(
    r"^([0-9a-f]+)-([0-9a-f]+) rw-p 0+ 00:00 0 *(?:\[heap\])?\n"
    r"(?:[A-Z].*\n)*?Rss: +(\d+) kB\n(?:[A-Z].*\n)*?AnonHugePages: +(\d+) kB$",
    re.MULTILINE,
)


class Stretch(NamedTuple):
    """Memory of ours, from address to address; how much of it is in use, and in large pages."""

    start: int
    end: int
    held_kb: int
    huge_kb: int

    @property
    def room(self) -> tuple[int, int]:
        """Where its first large page would begin, and the last one end."""
        return -(-self.start // HUGE) * HUGE, self.end // HUGE * HUGE

    @property
    def is_worth_it(self) -> bool:
        """Whether it has room for a large page, is full, and is in small ones."""
        start, end = self.room
        size_kb = (self.end - self.start) >> 10
        return start < end and self.huge_kb < FULL * self.held_kb and self.held_kb > FULL * size_kb


def stretches(smaps: str) -> Iterator[Stretch]:
    """The stretches of memory in this text that belong to no file."""
    for found in STRETCH.finditer(smaps):
        start, end, held_kb, huge_kb = found.groups()
        yield Stretch(int(start, 16), int(end, 16), int(held_kb), int(huge_kb))


def collapse() -> None:
    """Put what is full of small pages into large ones; what cannot be moved stays where it is."""
    advise = ctypes.CDLL(None).madvise
    advise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    for stretch in stretches(STRETCHES.read_text(encoding="ascii", errors="replace")):
        if stretch.is_worth_it:
            start, end = stretch.room
            advise(start, end - start, MADV_COLLAPSE)


def keep() -> None:
    """Begin to look, from time to time, whether the heap has grown, for as long as we live."""
    if SETTING.exists() and "[never]" not in SETTING.read_text(encoding="ascii"):
        threading.Thread(target=_keep, name="huge pages", daemon=True).start()


def looked(known_kb: int) -> int:
    """How much we hold; what is full is in large pages if it is well above what was known."""
    held_kb = int(HELD.read_text(encoding="ascii").split()[1]) * PAGE_KB
    if held_kb <= known_kb + GROWN_KB:
        return known_kb
    collapse()
    return held_kb


def _keep() -> None:
    known_kb = 0
    while True:
        time.sleep(LOOK_S)
        known_kb = looked(known_kb)
