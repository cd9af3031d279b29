"""Bringing a database up to the code: at every start, and by `gevinstspil migrate`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from app.db import Database
from app.errors import OperatorError

MIGRATIONS = Path(__file__).parent.parent / "migrations"


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(database: Database) -> bool:
    """Upgrade the database to the newest revision; whether there was anything to do.

    A database from a newer release is refused: this code does not know what stands in it.
    """
    with readable():
        if is_current(database):
            return False
        with database.rebuild() as connection:
            command.upgrade(configuration(connection), "head")
    return True


@contextmanager
def readable() -> Iterator[None]:
    """Say in a sentence that the file is no database, or not a whole one."""
    try:
        yield
    except DatabaseError as error:
        raise OperatorError(f"The database cannot be opened: {error.orig}.") from error


def is_current(database: Database) -> bool:
    """Whether the database is at the newest revision."""
    with database.read() as session:
        return _current(session.connection()) == _head()


def _head() -> str | None:
    return ScriptDirectory.from_config(configuration()).get_current_head()


def _current(connection: Connection) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        return None
    try:
        ScriptDirectory.from_config(configuration()).get_revision(revision)
    except (CommandError, ResolutionError) as error:
        raise OperatorError(
            f"The database is newer than this release (revision {revision}): "
            "start the release that made it, or restore a backup."
        ) from error
    return revision
