"""One more phone for a seat: a link that works once and soon, as an address and as a QR code."""

from pydantic import BaseModel
from starlette.requests import Request

from app import addresses, auth, qr, seat_links
from app.db import Database
from app.models import now


class PhoneLink(BaseModel):
    """Where the other phone goes, the same as a picture, and how many minutes it stays good."""

    url: str
    qr: str
    minutes: int


def make(request: Request, database: Database, code: str, seat: str) -> PhoneLink:
    """A new link for this seat; the one before it works no more."""
    with database.write() as session:
        key = seat_links.add_phone_link(session, code, seat)
    url = f"{addresses.base(request)}/j/{code}/phone/{key}"
    minutes = int(seat_links.PHONE_LINK_LIVES.total_seconds()) // 60
    return PhoneLink(url=url, qr=qr.picture(url), minutes=minutes)


def seat_of(database: Database, code: str, key: str) -> str | None:
    """The seat that a link still leads to."""
    with database.read() as session:
        link = seat_links.phone_link(session, code, key)
        return link.seat if link else None


def use(database: Database, code: str, key: str) -> str | None:
    """A new key to the link's seat, once; None when the link was used or is too old."""
    with database.write() as session:
        link = seat_links.phone_link(session, code, key)
        if link is None:
            return None
        link.revoked_at = now()
        session.add(link)
        return auth.add_game_key(session, "seat", code, link.seat)
