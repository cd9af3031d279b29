import pytest
from alembic import command
from sqlalchemy import inspect, text

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
    with database.writer() as connection, connection.begin():
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(configuration(connection), "head")
    add_game(database, game, project="p_1")


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
