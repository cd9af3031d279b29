import pytest
from alembic import command
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError

from app.db import Database, open_database
from app.errors import OperatorError
from app.settings import Settings
from app.upgrade import configuration, is_current, upgrade
from support.rows import add_game


def test_the_migrations_agree_with_the_models(database: Database) -> None:
    with database.writer() as connection, connection.begin():
        command.check(configuration(connection))


def test_a_database_is_upgraded_once(settings: Settings) -> None:
    made = open_database(settings)
    assert not is_current(made)
    assert upgrade(made)
    assert not upgrade(made)
    assert is_current(made)
    made.close()


def test_a_filled_database_goes_down_and_up_again(database: Database, game: str) -> None:
    with database.rebuild() as connection:
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(configuration(connection), "head")
    add_game(database, game, project="p_1")


def test_every_step_keeps_the_rows_that_hang_on_each_other(database: Database, game: str) -> None:
    with database.rebuild() as connection:
        command.downgrade(configuration(connection), "0001")
        connection.execute(
            text(
                "INSERT INTO person (id, project_id, name, created_at)"
                " SELECT 'pe_1', project_id, 'Mette', created_at FROM game"
            )
        )
        connection.execute(
            text("INSERT INTO seat (game_id, id, person_id) SELECT id, 's_01', 'pe_1' FROM game")
        )
    assert upgrade(database)
    with database.read() as session:
        row = session.connection().execute(text("SELECT game_id, id, person_id FROM seat")).one()
    assert tuple(row) == (game, "s_01", "pe_1")
    with pytest.raises(DatabaseError), database.write() as session:
        session.connection().execute(text("DELETE FROM game"))  # seats hang on it again


def test_answers_beside_events_go_back_to_where_the_release_before_looks(
    database: Database, game: str
) -> None:
    told = "SELECT game_id, seat, id, seq FROM command"
    with database.rebuild() as connection:
        connection.execute(
            text(
                "INSERT INTO event (game_id, seq, type, public, hash, at, seat, command)"
                " SELECT id, 1, 'GameStarted', '{}', '', created_at, 's_01', 'one' FROM game"
            )
        )
        command.downgrade(configuration(connection), "0002")
        assert [tuple(row) for row in connection.execute(text(told))] == [(game, "s_01", "one", 1)]
    assert upgrade(database)
    with database.read() as session:
        kept = session.connection().execute(text(told)).all()
    assert [tuple(row) for row in kept] == [(game, "s_01", "one", 1)]


def test_rows_that_refer_to_nothing_stop_an_upgrade(database: Database, game: str) -> None:
    with pytest.raises(OperatorError, match="1 rows of it refer"), database.rebuild() as connection:
        connection.execute(
            text("INSERT INTO seat (game_id, id, person_id) SELECT id, 's_01', 'nobody' FROM game")
        )
    with database.read() as session:
        assert session.connection().execute(text("SELECT count(*) FROM seat")).scalar() == 0


def test_a_start_with_nothing_to_upgrade_reads_no_rows(database: Database, game: str) -> None:
    with database.writer() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("INSERT INTO seat (game_id, id, person_id) VALUES (?, 's_01', '?')", (game,))
        driver.commit()
        driver.execute("PRAGMA foreign_keys = ON")
    assert not upgrade(database)


def test_a_database_from_a_newer_release_is_refused(database: Database) -> None:
    with database.writer() as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(OperatorError, match="newer than this release"):
        upgrade(database)


def test_a_file_that_is_no_database_is_refused(settings: Settings) -> None:
    (settings.data / "gevinstspil.sqlite").write_text("this is a shopping list, not a database\n")
    made = open_database(settings)
    with pytest.raises(OperatorError, match="cannot be opened"):
        upgrade(made)
    made.close()
