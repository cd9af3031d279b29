"""The database: how it is opened, who may write, and the lock that keeps a second server out."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any, TextIO

from sqlalchemy import Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlmodel import Session
from sqlmodel.sql.sqltypes import UTCDateTime

from app.errors import OperatorError
from app.settings import Settings

DatabaseAway = OperationalError
"""The database does not answer now, and may in a moment."""
BUSY_TIMEOUT_S = 5
LOG_PAGES = 10_000
"""40 MB of log: if the checkpointer never catches up with the plays, they wait for it then."""

CACHE_KB = 16_384
"""Of who writes: the ends of hundreds of games, so that none is read again before it is written."""


class Database:
    """One engine with two kinds of session: readers never wait, writers take the lock at once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.written = Event()
        """Set whenever something has been written: to be cleared by who copies the log."""
        self._lookups: PoolProxiedConnection | None = None
        self._bind = UTCDateTime().dialect_impl(engine.dialect).bind_processor(engine.dialect)
        self._writing = engine.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one snapshot; what it changed is thrown away."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that holds the write lock and commits at the end."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    def writer(self) -> Connection:
        """A connection whose transactions take the write lock at once."""
        return self._writing.connect()

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """A transaction that may make tables anew: what refers to what is checked at its end."""
        with self.writer() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys = OFF")  # does nothing within a transaction
            try:
                with connection.begin():
                    yield connection
                    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                    if broken:
                        raise OperatorError(
                            f"The database was left as it was: {len(broken)} rows of it refer to"
                            f" rows that are not there, the first in the table {broken[0][0]}."
                            " Restore a backup, or ask the makers."
                        )
            finally:
                driver.execute("PRAGMA foreign_keys = ON")

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The one row of a lookup by primary key, on the event loop's own connection."""
        if self._lookups is None:
            self._lookups = self.engine.raw_connection()
        cursor = self._lookups.cursor()
        cursor.execute(sql, values)
        found: tuple[Any, ...] | None = cursor.fetchone()
        return found

    def connect(self) -> PoolProxiedConnection:
        """The driver's own connection, for the store's writer thread."""
        connection = self.engine.raw_connection()
        connection.cursor().execute(f"PRAGMA cache_size = -{CACHE_KB}")
        return connection

    def checkpoint(self) -> None:
        """Copy the log into the database. Writers wait for it only when the log is long."""
        pages, copied = self._copy("BEGIN")
        if copied < pages > LOG_PAGES:
            self._copy("BEGIN IMMEDIATE")

    def _copy(self, begin: str) -> tuple[int, int]:
        """Copy what nobody reads in its older form; how many pages the log has, and are copied.

        Meanwhile a transaction of our own keeps the log from beginning anew: SQLite before 3.51.3
        may then take new pages for copied ones (https://sqlite.org/wal.html#the_wal_reset_bug).
        """
        with self._raw() as ours, self._raw() as copier:
            holding, copying = ours.cursor(), copier.cursor()
            holding.execute(begin)
            try:
                holding.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
                copying.execute("PRAGMA wal_checkpoint(PASSIVE)")
                _, pages, copied = copying.fetchall()[0]
            finally:
                holding.execute("ROLLBACK")
        return pages, copied

    def _raw(self) -> closing[PoolProxiedConnection]:
        return closing(self.engine.raw_connection())

    def is_reachable(self) -> bool:
        """Whether the database answers."""
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("SELECT 1")
        except SQLAlchemyError:
            return False
        return True

    @property
    def conflict(self) -> type[Exception]:
        """What the driver raises when a row is against a constraint."""
        error: type[Exception] = self.engine.dialect.loaded_dbapi.IntegrityError
        return error

    def stamp(self, at: datetime) -> object:
        """An instant as the driver takes it for a time column."""
        return self._bind(at) if self._bind else at

    def close(self) -> None:
        """Close every connection that nobody else holds."""
        if self._lookups is not None:
            self._lookups.close()
        self.engine.dispose()


def open_database(settings: Settings) -> Database:
    """The database of these settings; nothing is read yet."""
    url = settings.database
    if not url.startswith("sqlite:"):
        raise OperatorError(
            "This release keeps its games in SQLite: leave GEVINSTSPIL_DATABASE_URL unset,"
            " or give it an address that begins with sqlite:///."
        )
    if url.partition("sqlite:///")[2].partition("?")[0] in {"", ":memory:"}:
        raise OperatorError(
            "GEVINSTSPIL_DATABASE_URL names no file: give it an address like"
            " sqlite:////var/lib/gevinstspil/gevinstspil.sqlite, or leave it unset."
        )
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_TIMEOUT_S},
        pool_size=8,
        hide_parameters=True,  # what people wrote in secret stays out of the log
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    database = Database(engine)
    event.listen(engine, "commit", lambda _connection: database.written.set())
    return database


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "wal_autocheckpoint = 0",  # see `Database.checkpoint`
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin in earnest: the driver would wait for the first write, which may be too late."""
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql(options.get("begin", "BEGIN"))


def prepare_folder(folder: Path) -> None:
    """Make the data folder, or say why it cannot be used."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OperatorError(
            f"Cannot write to the data folder {folder}: {error.strerror}. "
            "Choose another folder with --data."
        ) from error


def _lock_file(path: Path) -> TextIO:
    try:
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise OperatorError(
            f"Cannot open the lock file {path}: {error.strerror}. "
            "Remove it while no server runs, or choose another folder with --data."
        ) from error


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the data folder for this process. The kernel lets go when the process dies."""
    with _lock_file(folder / "gevinstspil.lock") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            holder = file.read().strip()
            raise OperatorError(
                f"The data folder {folder} is in use by another server"
                f"{f' (process {holder})' if holder else ''}. "
                "Stop that one first, or choose another folder with --data."
            ) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
