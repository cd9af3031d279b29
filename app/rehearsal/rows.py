"""What a rehearsal leaves in the database, and how it is taken away again.

It is kept under a copy of the project, in a unit of its own where nobody has an account. So no
list, no page and no read token of the real project can come upon it.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app import projects
from app.auth import new_id
from app.models import (
    Command,
    Event,
    Game,
    MapVersion,
    Organisation,
    Person,
    Project,
    Seat,
    Token,
    Unit,
)

KIND: Final = "rehearsal"


def add_copy(session: Session, project: Project) -> Project:
    """A copy of the project that nobody sees."""
    organisation = Organisation(id=new_id("o"), name="")
    session.add(organisation)
    session.flush()
    unit = Unit(id=new_id("u"), organisation_id=organisation.id, name="")
    session.add(unit)
    session.flush()
    copy = Project(id=new_id("p"), unit_id=unit.id, title="", purpose="")
    projects.change(session, copy, projects.plan_of(project))
    return copy


def kept(session: Session) -> list[str]:
    """The codes of all rehearsals that are in the database."""
    return list(session.exec(select(Game.id).where(Game.kind == KIND)))


def throw_away(session: Session, code: str) -> None:
    """Delete a rehearsal with everything that hangs on it; a real game is left alone."""
    game = session.get(Game, code)
    if game is None or game.kind != KIND:
        return
    project = session.get_one(Project, game.project_id)
    unit = session.get_one(Unit, project.unit_id)
    for table in (MapVersion, Event, Command, Seat, Token):
        session.execute(delete(table).where(col(table.game_id) == code))
    session.execute(delete(Person).where(col(Person.project_id) == project.id))
    for row in (game, project, unit):
        session.delete(row)
        session.flush()
    session.delete(session.get_one(Organisation, unit.organisation_id))
