import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from app.db import Database, lock, open_database, prepare_folder
from app.errors import OperatorError
from app.models import Organisation
from app.settings import Settings

HOLDER = """
import sys, pathlib
from app.db import lock
with lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_every_commit_reaches_the_disk(database: Database) -> None:
    with database.read() as session:
        connection = session.connection()
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_of_it(database: Database) -> None:
    with database.write() as writing:
        writing.add(Organisation(id="o_1", name="Aarhus"))
        writing.flush()
        with database.read() as reading:
            assert reading.get(Organisation, "o_1") is None
    with database.read() as reading:
        assert reading.get_one(Organisation, "o_1").created_at.tzinfo is not None


def test_a_reader_changes_nothing(database: Database) -> None:
    with database.read() as session:
        session.add(Organisation(id="o_1", name="Aarhus"))
        session.flush()
    with database.read() as session:
        assert session.get(Organisation, "o_1") is None


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OperatorError, match="Choose another folder with --data"):
        prepare_folder(tmp_path / "file" / "data")


def test_a_second_server_is_refused_until_the_first_dies(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(OperatorError, match=f"process {holder.pid}"), lock(tmp_path):
            pass
        holder.kill()
    with lock(tmp_path):
        pass


def test_a_lock_file_that_cannot_be_opened_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "gevinstspil.lock").mkdir()
    with pytest.raises(OperatorError, match="Is a directory"), lock(tmp_path):
        pass


def test_a_database_that_is_not_sqlite_is_refused_in_a_sentence() -> None:
    settings = Settings(database_url="postgresql://localhost/games")
    with pytest.raises(OperatorError, match="keeps its games in SQLite"):
        open_database(settings)


@pytest.mark.parametrize("url", ["sqlite:", "sqlite://x", "sqlite:///", "sqlite:///:memory:"])
def test_an_address_without_a_file_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(OperatorError, match="names no file: give it an address like sqlite:////"):
        open_database(Settings(database_url=url))


def test_what_cannot_be_stored_is_not_told_in_the_log(database: Database) -> None:
    with database.write() as session, pytest.raises(OperationalError) as failed:
        session.connection().execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "secret"})
    assert "secret" not in str(failed.value)
