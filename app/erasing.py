"""A person leaves the record: the name goes, and what is private to them; the chain still holds."""

from collections.abc import Iterator
from datetime import UTC, datetime

import orjson
from sqlalchemy import update
from sqlmodel import Session, col, select

from app.models import Event, Game, Person, Seat


def erase(session: Session, person: str) -> None:
    """Delete a person's name, and the private part of every event that tells of them."""
    seats = session.exec(select(Seat.game_id, Seat.id).where(Seat.person_id == person)).all()
    games = session.exec(  # a note goes on to games that its author never sat in
        select(Game.id)
        .join(Person, col(Person.project_id) == Game.project_id)
        .where(Person.id == person)
    ).all()
    for game in games:
        _erase_private(session, game, {person, *(seat for at, seat in seats if at == game)})
    session.execute(
        update(Person).where(col(Person.id) == person).values(name="", erased_at=datetime.now(UTC))
    )


def _erase_private(session: Session, game: str, marks: set[str]) -> None:
    """Delete what is private in every event of the game that names the person, seat or their plays.

    Texts hang on plays by the plays' ids, so those are looked for too. A private part that several
    share (the seats behind a node) goes as a whole: its digest is over all of it.
    """
    rows = session.exec(
        select(Event.seq, Event.public, Event.private)
        .where(Event.game_id == game, col(Event.private).is_not(None))
        .order_by(col(Event.seq))
    ).all()
    for seq, public, private in rows:
        hidden = orjson.loads(private or "{}")
        if marks.isdisjoint(_words(hidden)) and marks.isdisjoint(_words(orjson.loads(public))):
            continue
        match hidden:
            case {"play": {"id": str() as play}}:
                marks.add(play)
            case _:
                pass
        session.execute(
            update(Event)
            .where(col(Event.game_id) == game, col(Event.seq) == seq)
            .values(private=None, salt=None)
        )


def _words(value: object) -> Iterator[str]:
    """Every string in a JSON value, keys and all."""
    match value:
        case str():
            yield value
        case dict():
            for key, item in value.items():
                yield key
                yield from _words(item)
        case list():
            for item in value:
                yield from _words(item)
        case _:
            pass
