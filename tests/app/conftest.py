"""What the shell's tests share: a real database in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.db import Database, open_database
from app.settings import Settings
from app.store import Store
from app.upgrade import upgrade
from support.rows import add_game
from support.web import account, client_of


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path)


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    """An empty database, made by the migrations."""
    made = open_database(settings)
    upgrade(made)
    yield made
    made.close()


@pytest.fixture
def game(database: Database) -> str:
    """The code of a game that has no events yet."""
    add_game(database, "K7QF3M", project="p_1")
    return "K7QF3M"


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    made = Store(database)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def client(settings: Settings, database: Database) -> Iterator[TestClient]:
    """A client of the whole app, on the empty database."""
    with client_of(settings, database) as made:
        yield made


@pytest.fixture
def token(database: Database) -> str:
    """A facilitator's token for the HTTP interface."""
    return account(database)
