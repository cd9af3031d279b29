"""What must be true before a process may serve games, in the order in which it is made true."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.db import Database, lock, open_database, prepare_folder
from app.settings import Settings
from app.upgrade import is_current, readable, upgrade


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """The database, held by this process alone and brought up to the code."""
    prepare_folder(settings.data)
    with lock(settings.data):
        database = open_database(settings)
        try:
            upgrade(database)
            yield database
        finally:
            database.close()


@contextmanager
def beside(settings: Settings) -> Iterator[Database]:
    """The database for a short errand, whether or not a server runs on it."""
    prepare_folder(settings.data)
    database = open_database(settings)
    try:
        with readable():
            if not is_current(database):
                with lock(settings.data):
                    upgrade(database)
            yield database
    finally:
        database.close()
