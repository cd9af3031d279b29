"""What goes on from one game of a project to the next, as the database has it."""

from typing import Final

import orjson
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from app.models import Event, Game, MapVersion, Person
from app.succession import Standing
from game import events as game_events
from game import replay
from game.model import State

BEGUN: Final = ("GameStarted", "MapTaken")
"""The events by which a game holds its project's map."""


def standing(session: Session, code: str, known: int | None = None) -> Standing:
    """How the game stands to its project; with the newest map where that is past `known`."""
    later, project = aliased(Game), select(Game.project_id).where(Game.id == code)
    of_project = col(MapVersion.project_id).in_(project)
    newest = session.exec(select(func.max(col(MapVersion.version))).where(of_project)).one() or 0
    begun = session.exec(
        select(later.id)
        .join(Game, col(Game.project_id) == later.project_id)
        .join(Event, col(Event.game_id) == later.id)
        .where(Game.id == code, later.created_at > Game.created_at, col(Event.type).in_(BEGUN))
        .limit(1)
    ).one_or_none()
    if known is None or newest <= known:
        return Standing(newest, begun is not None)
    asked = select(MapVersion).where(of_project, MapVersion.version == newest)
    found = session.exec(asked).one()
    last = game_at(session, found.game_id, found.seq)
    content, names = orjson.loads(found.content), names_in(session, code)
    return Standing(newest, begun is not None, content, last, names)


def game_at(session: Session, code: str, seq: int) -> State:
    """The game as it was at `seq`, with what stays out of the map's versions."""
    rows = session.exec(
        select(Event.public, Event.private)
        .where(Event.game_id == code, Event.seq <= seq)
        .order_by(col(Event.seq))
    )
    return replay(read_event(*row) for row in rows)


def names_in(session: Session, code: str) -> dict[str, str]:
    """The names of the people of the game's project, by their ids."""
    people = select(Person.id, Person.name)
    of_project = people.join(Game, col(Game.project_id) == Person.project_id)
    return dict(session.exec(of_project.where(Game.id == code)).all())


def read_event(public: str, private: str | None) -> game_events.Event:
    """The event of a row; what was erased from it is not there."""
    return game_events.from_parts(orjson.loads(public), orjson.loads(private) if private else None)
