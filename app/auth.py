"""Who somebody is: accounts and their passwords, the keys of browsers and programs, keys to a game.

Keys are 256 random bits and kept as SHA-256 only: whoever reads the database can use none of them.
"""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from typing import Literal

import anyio.to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlmodel import Session, col, or_, select
from starlette.datastructures import Headers
from starlette.types import Scope

from app.db import Database
from app.errors import OperatorError
from app.i18n import LANGUAGES
from app.models import Account, ApiToken, Game, Organisation, Project, SignInLink, Token, Unit, now
from app.protocol import Credential
from app.store import Store

KeyKind = Literal["browser", "program"]
GameKind = Literal["facilitator", "deputy", "board", "seat", "person"]

COOKIES: tuple[str, ...] = ("account", "facilitator", "deputy", "board", "seat")
"""A cookie for each kind, so that one browser may be all of them."""
LINK_LIVES = timedelta(days=1)
BROWSER_LIVES = timedelta(days=30)
GAME_KEY_LIVES = timedelta(days=90)
PASSWORD_LETTERS = 10
GAME_KEY = """
SELECT kind, seat FROM token
WHERE hash = ? AND game_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
AND kind NOT IN ('phone_link', 'person')
"""
_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe())


def new_key() -> str:
    """A key nobody can guess."""
    return secrets.token_urlsafe(32)


def key_hash(key: str) -> bytes:
    """What is kept of a key."""
    return sha256(key.encode()).digest()


def new_id(kind: str) -> str:
    """An id that says nothing but what it is for: `p_...` for a project."""
    return f"{kind}_{secrets.token_hex(8)}"


def add_account(session: Session, email: str, password: str) -> Account:
    """The account with this address, made if need be, with this password from now on."""
    email = check_address(email)
    if len(password) < PASSWORD_LETTERS:
        raise OperatorError(f"The password needs at least {PASSWORD_LETTERS} characters.")
    account = session.exec(select(Account).where(Account.email == email)).one_or_none()
    if account is None:
        account = Account(id=new_id("a"), unit_id=_home(session).id, email=email)
    account.password_hash = _hasher.hash(password)
    session.add(account)
    session.flush()
    return account


def check_password(session: Session, email: str, password: str) -> Account | None:
    """The account these belong to. A stranger's address takes as long as a wrong password."""
    account = session.exec(
        select(Account).where(Account.email == email.strip().lower())
    ).one_or_none()
    try:
        _hasher.verify((account and account.password_hash) or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return None
    return account


def add_key(session: Session, account: Account, kind: KeyKind) -> str:
    """A new key to an account: a browser's ends by itself, a program's when it is revoked."""
    key = new_key()
    expires_at = now() + BROWSER_LIVES if kind == "browser" else None
    session.add(
        ApiToken(hash=key_hash(key), account_id=account.id, kind=kind, expires_at=expires_at)
    )
    return key


def add_token(session: Session, email: str) -> str:
    """A new key for the programs of an account, by its address."""
    email = check_address(email)
    account = session.exec(select(Account).where(Account.email == email)).one_or_none()
    if account is None:
        raise OperatorError(f"There is no account {email}: make it with `gevinstspil user add`.")
    return add_key(session, account, "program")


def account_of(session: Session, key: str) -> Account | None:
    """The account that a key opens."""
    return session.exec(
        select(Account)
        .join(ApiToken, col(ApiToken.account_id) == Account.id)
        .where(
            ApiToken.hash == key_hash(key),
            col(ApiToken.revoked_at).is_(None),
            or_(col(ApiToken.expires_at).is_(None), col(ApiToken.expires_at) > now()),
        )
    ).one_or_none()


def revoke_key(session: Session, key: str) -> None:
    """Sign a browser out, or a program."""
    found = session.get(ApiToken, key_hash(key))
    if found is not None and found.revoked_at is None:
        found.revoked_at = now()
        session.add(found)


def has_accounts(session: Session) -> bool:
    """Whether anybody may sign in."""
    return session.exec(select(col(Account.id)).limit(1)).first() is not None


def first_link(session: Session) -> str | None:
    """The path that makes the first account, once; None when there is an account."""
    if has_accounts(session):
        return None
    key = new_key()
    session.add(SignInLink(hash=key_hash(key), expires_at=now() + LINK_LIVES))
    return f"/first/{key}"


def is_link_good(session: Session, key: str) -> bool:
    """Whether a link to make the first account may still be used."""
    link = session.get(SignInLink, key_hash(key))
    return link is not None and link.used_at is None and link.expires_at > now()


def use_first_link(session: Session, key: str, email: str, password: str) -> Account | None:
    """The first account, made by its link; None when the link was used or is too old."""
    if has_accounts(session) or not is_link_good(session, key):
        return None
    account = add_account(session, email, password)
    for link in session.exec(select(SignInLink).where(col(SignInLink.used_at).is_(None))):
        link.used_at = now()
        session.add(link)
    return account


def add_game_key(session: Session, kind: GameKind, game: str, seat: str | None = None) -> str:
    """A new key to a game, as its facilitator, its board or one of its seats."""
    key, token = game_key(kind, game, seat)
    session.add(token)
    return key


async def add_seat_key(store: Store, game: str, seat: str) -> str:
    """A new key to a seat, stored with whatever else is on its way to the disk."""
    key, token = game_key("seat", game, seat)
    await store.keep_key(token)
    return key


async def authenticate(scope: Scope, code: str) -> Sequence[Credential]:
    """What a request may be in the game of this code; empty for a stranger.

    A thousand phones may come back at once, so a key to the game is looked up right here: one row
    by its primary key costs less than the way to a thread. Accounts are few and take that way.
    """
    database: Database = scope["app"].state.db
    headers, game = Headers(scope=scope), code.upper()
    found: list[Credential] = []
    others: list[str] = []
    for key in keys_of(headers):
        credential = credential_of(database, game, key)
        if credential is None:
            others.append(key)
        else:
            found.append(credential)
    if others:
        found += await anyio.to_thread.run_sync(_facilitators, database, game, others)
    found.sort(key=_rank)
    asked = _cookies(headers).get("language")
    language = asked if asked in LANGUAGES else None
    found = [one if one.seat else replace(one, language=language) for one in found]
    return tuple(dict.fromkeys(found))


def credential_of(database: Database, game: str, key: str) -> Credential | None:
    """What a key to a game opens in it."""
    row = database.row(GAME_KEY, key_hash(key), game, database.stamp(now()))
    if row is None:
        return None
    kind, seat = row
    if kind == "deputy":
        return Credential("facilitator", desk=seat)
    return Credential("player" if kind == "seat" else kind, seat)


def _rank(credential: Credential) -> int:
    """Of several consoles a browser may open, the owner's comes first, then a deputy's."""
    return 2 if credential.name else 1 if credential.desk else 0


def keys_of(headers: Headers) -> Iterator[str]:
    """Every key a request brings: its Bearer token, else its cookies."""
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        yield bearer.strip()
        return
    cookies = _cookies(headers)
    yield from (cookies[name] for name in COOKIES if name in cookies)


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def game_key(
    kind: GameKind | Literal["phone_link"], game: str, seat: str | None
) -> tuple[str, Token]:
    """A new key to a game, and what is kept of it, not yet stored."""
    key = new_key()
    expires_at = now() + GAME_KEY_LIVES
    return key, Token(hash=key_hash(key), kind=kind, game_id=game, seat=seat, expires_at=expires_at)


def _facilitators(database: Database, game: str, keys: Iterable[str]) -> list[Credential]:
    """Which consoles the keys open that are to accounts of the unit whose game it is.

    Who began the game leads it; a game that nobody is known to have begun is led by any of them.
    """
    with database.read() as session:
        row = session.exec(
            select(Project.unit_id, Game.account_id)
            .join(Game, col(Game.project_id) == Project.id)
            .where(Game.id == game)
        ).one_or_none()
        if row is None:
            return []
        unit, owner = row
        accounts = [found for key in keys if (found := account_of(session, key)) is not None]
        return [_console(one, owner) for one in accounts if one.unit_id == unit]


def _console(account: Account, owner: str | None) -> Credential:
    if owner in (None, account.id):
        return Credential("facilitator")
    name = account.name or account.email.partition("@")[0]
    return Credential("facilitator", desk=account.id, name=name)


def check_address(email: str) -> str:
    """The e-mail address as it is kept, or a sentence that says it is none."""
    email = email.strip().lower()
    name, _, host = email.partition("@")
    if not name or "." not in host or not email.isprintable() or " " in email:
        said = email.encode(errors="replace").decode() or "Nothing"
        raise OperatorError(f"{said} is not an e-mail address.")
    return email


def _home(session: Session) -> Unit:
    """The unit that accounts belong to until somebody makes another."""
    unit = session.exec(select(Unit).order_by(col(Unit.created_at))).first()
    if unit is None:
        organisation = Organisation(id=new_id("o"), name="")
        session.add(organisation)
        session.flush()
        unit = Unit(id=new_id("u"), organisation_id=organisation.id, name="")
        session.add(unit)
        session.flush()
    return unit
