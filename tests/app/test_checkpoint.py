import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from queue import SimpleQueue

import pytest

from app import checkpoint, db
from app.checkpoint import Checkpointer
from app.db import Database, open_database
from app.settings import Settings
from app.store import Batch, Store
from game.events import PlayMade
from game.model import Play

pytestmark = pytest.mark.anyio
AT_MS = 1_795_000_000_000
LOG_PAGES = 100
PAGE_BYTES = 4096
PATIENCE_S = 10


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
def short_log(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store whose log begins anew after 400 KB."""
    monkeypatch.setattr(db, "AUTOCHECKPOINT_PAGES", LOG_PAGES)
    with closing(open_database(settings)) as database:
        store = Store(database)
        store.start()
        yield store
        store.stop()


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
    settings: Settings, short_log: Store, game: str
) -> None:
    log = settings.data / "gevinstspil.sqlite-wal"
    longest = 0
    for seq in range(1, 1_001):  # some pages each
        await play(short_log, game, seq)
        longest = max(longest, log.stat().st_size)
    assert 0 < longest < 8 * LOG_PAGES * PAGE_BYTES


def test_a_copy_that_fails_is_made_after_what_is_written_next() -> None:
    copies: SimpleQueue[None] = SimpleQueue()

    def fail() -> None:
        copies.put(None)
        raise sqlite3.OperationalError("disk I/O error")

    checkpointer = Checkpointer(fail)
    checkpointer.start()
    for _ in range(2):
        checkpointer.written()
        copies.get(timeout=PATIENCE_S)
    checkpointer.stop()


@pytest.mark.parametrize("is_written", [False, True])
def test_it_ends_at_once(monkeypatch: pytest.MonkeyPatch, *, is_written: bool) -> None:
    monkeypatch.setattr(checkpoint, "EVERY_S", 3600)
    checkpointer = Checkpointer(pytest.fail)
    checkpointer.start()
    if is_written:
        checkpointer.written()
    checkpointer.stop()
