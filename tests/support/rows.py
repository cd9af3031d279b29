"""Rows that other rows hang on."""

from app.db import Database
from app.models import Game, Organisation, Project, Unit


def add_game(database: Database, code: str, *, project: str) -> None:
    """A game row, with the project, unit and organisation above it."""
    with database.write() as session:
        if session.get(Organisation, "o_1") is None:
            session.add(Organisation(id="o_1", name="Aarhus"))
            session.flush()
            session.add(Unit(id="u_1", organisation_id="o_1", name="Borgerservice"))
            session.flush()
        session.add(Project(id=project, unit_id="u_1", title="Pas", purpose="Enkel service"))
        session.flush()
        session.add(Game(id=code, project_id=project))
