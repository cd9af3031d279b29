"""The thread that copies SQLite's log into the database while games go on.

SQLite would do it within a commit, once the log is long, and the plays in that commit would wait
for all of it: half a second at times, for 40 MB. Copied little by little beside the writer it holds
nobody up; the commit after a copy that was whole begins the log anew.
"""

import threading
from collections.abc import Callable

import structlog

EVERY_S = 0.5
log = structlog.get_logger(__name__)


class Checkpointer:
    """Calls `checkpoint` soon after `written` was set, and again while it is."""

    def __init__(self, checkpoint: Callable[[], None], written: threading.Event) -> None:
        self._checkpoint = checkpoint
        self._written = written
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="checkpointer", daemon=True)

    def start(self) -> None:
        """Begin to copy, first what a server that was killed has left in the log."""
        self._written.set()
        self._thread.start()

    def stop(self) -> None:
        """End; what is not copied yet is safe in the log."""
        self._stopped.set()
        self._written.set()
        self._thread.join()

    def _run(self) -> None:
        while self._written.wait() and not self._stopped.wait(EVERY_S):
            self._written.clear()  # before it is copied: what comes meanwhile counts for the next
            try:
                self._checkpoint()
            except Exception as error:  # noqa: BLE001 - it is tried again after the next play
                log.warning("store.checkpoint_failed", error=type(error).__name__)
