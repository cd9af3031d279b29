import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from queue import Empty, SimpleQueue
from typing import Any

import pytest
from sqlalchemy import text

from app import checkpoint, db
from app.checkpoint import Checkpointer
from app.db import Database
from app.settings import Settings
from app.store import Batch, Store
from game.events import PlayMade
from game.model import Play
from support.rows import add_game

pytestmark = pytest.mark.anyio
AT_MS = 1_795_000_000_000
LOG_BYTES = 300_000
PATIENCE_S = 10
A_WHILE_S = 0.1
"""Time for many a copy, when nothing is to be copied."""


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "EVERY_S", 0.005)


@pytest.fixture
def copied(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], bool]:
    """Whether an event stands in the database itself, its log left out."""
    copy = tmp_path_factory.mktemp("copy") / "without-its-log.sqlite"

    def is_copied() -> bool:
        copy.write_bytes((settings.data / "gevinstspil.sqlite").read_bytes())
        with closing(sqlite3.connect(copy)) as connection:
            try:
                return connection.execute("SELECT 1 FROM event").fetchone() is not None
            except sqlite3.DatabaseError:
                return False  # it is just being written

    return is_copied


@pytest.fixture
def copies(database: Database, monkeypatch: pytest.MonkeyPatch) -> SimpleQueue[None]:
    """Something for each copy that was made."""
    made: SimpleQueue[None] = SimpleQueue()
    real = database.checkpoint
    monkeypatch.setattr(database, "checkpoint", lambda: made.put(real()))
    return made


@pytest.fixture
def begins(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How each copy kept the log from beginning anew."""
    found: list[str] = []
    real = database._copy
    monkeypatch.setattr(database, "_copy", lambda begin: (found.append(begin), real(begin))[1])
    return found


async def play(store: Store, game: str, seq: int) -> None:
    event = PlayMade(round="r2", play=Play(id=f"p{seq}", seat="s_01", do="play_card", card="B1"))
    await store.append(Batch(game, seq, [event], [], {}, AT_MS))


async def test_what_was_played_last_is_copied(
    copies: SimpleQueue[None], store: Store, game: str, copied: Callable[[], bool]
) -> None:
    await play(store, game, 1)
    while not copied():
        copies.get(timeout=PATIENCE_S)


async def test_the_log_is_copied_while_plays_go_on(
    store: Store, game: str, copied: Callable[[], bool]
) -> None:
    async with asyncio.timeout(PATIENCE_S):
        seq = 0
        while not copied():
            seq += 1
            await play(store, game, seq)


async def test_the_log_begins_anew_while_plays_go_on(
    copies: SimpleQueue[None], store: Store, settings: Settings, game: str
) -> None:
    log = settings.data / "gevinstspil.sqlite-wal"
    for seq in range(1, 61):  # some pages each
        await play(store, game, seq)
        copies.get(timeout=PATIENCE_S)
    assert log.stat().st_size < LOG_BYTES


async def test_what_a_page_wrote_is_copied_too(
    copies: SimpleQueue[None], store: Store, database: Database
) -> None:
    copies.get(timeout=PATIENCE_S)  # what was in the log at the start
    add_game(database, "AAAAAA", project="p_a")
    copies.get(timeout=PATIENCE_S)


async def test_nothing_is_copied_when_nothing_was_written(
    game: str, copies: SimpleQueue[None], store: Store
) -> None:
    copies.get(timeout=PATIENCE_S)  # what was in the log at the start
    with pytest.raises(Empty):
        copies.get(timeout=A_WHILE_S)
    await store.load(game)
    with pytest.raises(Empty):
        copies.get(timeout=A_WHILE_S)


def test_who_copies_leaves_new_pages_alone_when_the_log_began_anew(
    database: Database, game: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Late:
        """The connection that copies, when a game is added just before it does."""

        def __init__(self) -> None:
            self.real: Any = database.engine.raw_connection()
            self.cursor = lambda: self
            self.close = self.real.close
            self.fetchall: Any = None

        def execute(self, sql: str) -> None:
            add_game(database, "AAAAAA", project="p_a")
            self.fetchall = self.real.cursor().execute(sql).fetchall

    pages, copied = database._copy("BEGIN")
    assert pages == copied
    connections = iter((database.engine.raw_connection(), Late()))
    monkeypatch.setattr(database, "_raw", lambda: closing(next(connections)))
    anew, copied = database._copy("BEGIN")
    assert copied == 0 < anew < pages


def test_plays_wait_for_a_long_log_that_was_not_copied_whole(
    database: Database, begins: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "LOG_PAGES", 0)
    with database.read() as reader:
        reader.execute(text("SELECT 1 FROM game")).all()
        add_game(database, "AAAAAA", project="p_a")
        database.checkpoint()  # not what the reader must not see
    assert begins == ["BEGIN", "BEGIN IMMEDIATE"]
    database.checkpoint()
    assert begins[2:] == ["BEGIN"]
    monkeypatch.setattr(db, "LOG_PAGES", 10_000)
    with database.read() as reader:
        reader.execute(text("SELECT 1 FROM game")).all()
        add_game(database, "BBBBBB", project="p_b")
        database.checkpoint()
    assert begins[3:] == ["BEGIN"]


def test_a_copy_that_fails_is_made_after_what_is_written_next() -> None:
    copies: SimpleQueue[None] = SimpleQueue()

    def fail() -> None:
        copies.put(None)
        raise sqlite3.OperationalError("disk I/O error")

    written = threading.Event()
    checkpointer = Checkpointer(fail, written)
    checkpointer.start()
    for _ in range(3):
        copies.get(timeout=PATIENCE_S)
        written.set()
    stop(checkpointer)


def test_a_copy_that_is_being_made_is_waited_for() -> None:
    begun, may_end = threading.Event(), threading.Event()

    def copy() -> None:
        begun.set()
        assert may_end.wait(PATIENCE_S)

    checkpointer = Checkpointer(copy, threading.Event())
    checkpointer.start()
    assert begun.wait(PATIENCE_S)
    stopping = threading.Thread(target=checkpointer.stop, daemon=True)
    stopping.start()
    stopping.join(A_WHILE_S)
    assert stopping.is_alive()
    may_end.set()
    stopping.join(PATIENCE_S)
    assert not stopping.is_alive()


def test_it_does_not_wait_for_its_time_when_it_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "EVERY_S", 3600)
    checkpointer = Checkpointer(pytest.fail, threading.Event())
    checkpointer.start()
    stop(checkpointer)


def test_a_store_that_stopped_copies_no_more(database: Database) -> None:
    store = Store(database)
    store.start()
    store.stop()
    assert "checkpointer" not in {thread.name for thread in threading.enumerate()}


def stop(checkpointer: Checkpointer) -> None:
    """Stop it, or fail when it does not."""
    stopping = threading.Thread(target=checkpointer.stop, daemon=True)
    stopping.start()
    stopping.join(PATIENCE_S)
    assert not stopping.is_alive()
