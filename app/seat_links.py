"""Links that lead one person to a seat: on one more phone, or to what was said for them."""

from datetime import timedelta

from sqlmodel import Session, col, select

from app.auth import game_key, key_hash
from app.models import Token, now

PHONE_LINK_LIVES = timedelta(minutes=10)
PERSON_LINK_STAYS = timedelta(days=1)
"""After its person's yes: to come back by it from a messenger's browser to their own."""


def add_phone_link(session: Session, game: str, seat: str) -> str:
    """A key that gives one more phone this seat, once and soon; the seat's earlier ones end."""
    for link in session.exec(
        select(Token).where(
            Token.game_id == game,
            Token.seat == seat,
            Token.kind == "phone_link",
            col(Token.revoked_at).is_(None),
        )
    ):
        link.revoked_at = now()
        session.add(link)
    key, token = game_key("phone_link", game, seat)
    token.expires_at = now() + PHONE_LINK_LIVES
    session.add(token)
    return key


def phone_link(session: Session, game: str, key: str) -> Token | None:
    """The link for one more phone, while it is still good."""
    return session.exec(
        select(Token).where(
            Token.hash == key_hash(key),
            Token.game_id == game,
            Token.kind == "phone_link",
            col(Token.revoked_at).is_(None),
            col(Token.expires_at) > now(),
        )
    ).one_or_none()


def person_seat(session: Session, game: str, key: str) -> str | None:
    """The seat that the link of a person without a phone is about, while it is good."""
    return session.exec(
        select(Token.seat).where(
            Token.hash == key_hash(key),
            Token.game_id == game,
            Token.kind == "person",
            col(Token.revoked_at).is_(None),
            col(Token.expires_at) > now(),
        )
    ).one_or_none()


def end_person_links(session: Session, game: str, seat: str) -> None:
    """The person has answered: let their links open this seat for a day more, and no longer."""
    last = now() + PERSON_LINK_STAYS
    for link in session.exec(
        select(Token).where(
            Token.game_id == game,
            Token.seat == seat,
            Token.kind == "person",
            col(Token.expires_at) > last,
        )
    ):
        link.expires_at = last
        session.add(link)
