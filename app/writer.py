"""The one thread that writes games: whatever has queued up shares one transaction.

A lone play is stored at once. In a crowd transactions begin some milliseconds apart, the further
the more shared the last one, and what comes meanwhile shares the next: the cost of the disk, and of
the handing over between threads, which is dearer still.
SQL runs on the driver's cursor: through SQLAlchemy a statement takes three times as long.

The queue needs no bound of its own: a game has one batch on its way, and waits for it.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

import structlog
from sqlalchemy import PoolProxiedConnection
from sqlalchemy.engine.interfaces import DBAPICursor

from app import garbage, metrics

IDLE_S = 1.0
APART_S = 0.004
MOST_APART_S = 0.02
"""The time from the beginning of a transaction to the next one: for each batch in it, and at most.

It stays well below what a watcher of a full room waits for a frame.
"""
log = structlog.get_logger(__name__)


class StoreAway(Exception):  # noqa: N818 - named for the code that phones get, `store.away`
    """Nothing of the batch was stored; the same commands may be tried again."""


Rows = dict[str, list[tuple[Any, ...]]]
"""Rows by the statement that writes them."""


@dataclass(slots=True)
class _Job:
    rows: Rows
    done: asyncio.Future[None]
    error: Exception | None = None


class Writer:
    """Makes rows durable. `statements` is every statement there is, in the order to run them.

    `written` is called after each transaction that wrote, on the writer's thread.
    """

    def __init__(
        self,
        connect: Callable[[], PoolProxiedConnection],
        statements: Sequence[str],
        conflict: type[Exception],
        written: Callable[[], None],
    ) -> None:
        self._connect = connect
        self._statements = statements
        self._conflict = conflict
        self._written = written
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._connection: PoolProxiedConnection | None = None

    def start(self) -> None:
        """Begin to take rows."""
        self._thread.start()

    def stop(self) -> None:
        """Write what has been given, then end."""
        self._queue.put(None)
        self._thread.join()

    async def write(self, rows: Rows) -> None:
        """Return when the rows are on the disk; raise StoreAway if none of them is."""
        done = asyncio.get_running_loop().create_future()
        self._queue.put(_Job(rows, done))
        await done

    def _run(self) -> None:
        is_idle, next_s = True, 0.0
        while True:
            try:
                first = self._queue.get(timeout=None if is_idle else IDLE_S)
            except Empty:
                garbage.look()
                is_idle = True
                continue
            early_s = next_s - time.monotonic()
            if early_s > 0:
                time.sleep(early_s)
            jobs, goes_on = self._gather(first)
            next_s = time.monotonic() + min(MOST_APART_S, len(jobs) * APART_S)
            if jobs:
                self._store(jobs)
                _settle(jobs)
            if not goes_on:
                self._disconnect()
                return
            is_idle = False

    def _gather(self, first: _Job | None) -> tuple[list[_Job], bool]:
        """Everything that waits now, and whether more may come."""
        jobs: list[_Job] = []
        job = first
        while job is not None:
            jobs.append(job)
            try:
                job = self._queue.get_nowait()
            except Empty:
                return jobs, True
        return jobs, False

    def _store(self, jobs: list[_Job]) -> None:
        """Store all of them together; if rows collide, each by itself, so that one fails alone."""
        began = time.perf_counter()
        try:
            self._transact(jobs)
        except self._conflict as error:
            if len(jobs) == 1:
                self._fail(jobs, error)
            else:
                for job in jobs:
                    self._store([job])
            return
        except Exception as error:  # noqa: BLE001 - the thread's outermost loop: all must be answered
            self._fail(jobs, error)
            return
        metrics.COMMITS.observe(time.perf_counter() - began)
        metrics.BATCHES_PER_COMMIT.observe(len(jobs))
        if any(job.rows for job in jobs):
            self._written()

    def _transact(self, jobs: list[_Job]) -> None:
        if self._connection is None:
            self._connection = self._connect()
        cursor = self._connection.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        try:
            for statement in self._statements:
                rows = [row for job in jobs for row in job.rows.get(statement, ())]
                if rows:
                    cursor.executemany(statement, rows)
            cursor.execute("COMMIT")
        except BaseException:
            self._roll_back(cursor)
            raise

    def _roll_back(self, cursor: DBAPICursor) -> None:
        try:
            cursor.execute("ROLLBACK")
        except Exception as error:  # noqa: BLE001 - SQLite may have rolled back by itself
            log.warning("store.rollback_failed", error=type(error).__name__)
            self._disconnect()

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _fail(self, jobs: list[_Job], error: Exception) -> None:
        log.error("store.away", batches=len(jobs), exc_info=error)
        metrics.STORE_FAILURES.inc(len(jobs))
        for job in jobs:
            job.error = error


def _settle(jobs: list[_Job]) -> None:
    """Wake those who wait, once for each event loop."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
    for job in jobs:
        by_loop.setdefault(job.done.get_loop(), []).append(job)
    for loop, its_jobs in by_loop.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_resolve, its_jobs)


def _resolve(jobs: list[_Job]) -> None:
    for job in jobs:
        if job.done.done():
            continue
        if job.error is None:
            job.done.set_result(None)
        else:
            away = StoreAway("the database took nothing of this batch")
            away.__cause__ = job.error
            job.done.set_exception(away)
