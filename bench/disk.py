"""Whether the disk stands still: nobody who stores can answer then, and no run counts."""

import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PAGE: Final = b"\0" * 4096
EVERY_S: Final = 0.02
STILL_S: Final = 0.05
"""An append takes half a millisecond; this is a disk that serves somebody else."""
MOST_AGAIN: Final = 20


@dataclass(slots=True)
class Disk:
    """What a small append now and then has met. `left` is how many runs may be made again."""

    left: int = MOST_AGAIN
    _stills: list[float] = field(default_factory=list)
    _is_over: threading.Event = field(default_factory=threading.Event)

    def spoils_since(self, began_s: float) -> bool:
        """Whether it stood still since then (monotonic), and a run may be made again for it."""
        is_spoilt = self.left > 0 and any(ended_s > began_s for ended_s in self._stills)
        self.left -= is_spoilt
        return is_spoilt

    def watch(self, folder: Path) -> None:
        """Append until it is over."""
        with tempfile.TemporaryFile(dir=folder) as file:
            while not self._is_over.wait(EVERY_S):
                file.write(PAGE)
                file.flush()
                began_s = time.monotonic()
                os.fdatasync(file.fileno())
                ended_s = time.monotonic()
                if ended_s - began_s > STILL_S:
                    self._stills.append(ended_s)

    def stop(self) -> None:
        """Watch no more."""
        self._is_over.set()


@contextmanager
def watched(folder: Path) -> Iterator[Disk]:
    """The disk that this folder lies on, watched meanwhile."""
    disk = Disk()
    thread = threading.Thread(target=disk.watch, args=(folder,), name="disk", daemon=True)
    thread.start()
    try:
        yield disk
    finally:
        disk.stop()
        thread.join()
