"""When Python looks for garbage: nobody is served meanwhile.

What a play makes goes by itself; only lines that open, and pages, leave anything to find. So we
look when some lines have opened and when nobody waits, and not whenever Python would: in a full
house that took a tenth of a second every ten, and found nothing
(`docs/decisions/0009-garbage-is-looked-for-when-nobody-waits.md`).
"""

import gc
from typing import Final

THRESHOLDS: Final = (100_000, 1, 1_000)
"""Far more than the plays of a full house have on their way; all of memory next to never, since
that walks every connection."""
LINES: Final = 200
"""After so many that have opened: what they made is looked through in some ten milliseconds."""


def keep_off() -> None:
    """Look once, then leave alone what is there by now and lives for ever."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)


def look() -> None:
    """Look through what is young, and count the rest as old."""
    gc.collect(1)
