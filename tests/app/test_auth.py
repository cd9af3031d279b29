import asyncio
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlmodel import select

from app import auth
from app.db import Database
from app.errors import OperatorError
from app.models import Account, SignInLink, Token, Unit, now
from app.protocol import Credential
from app.store import Store

PASSWORD = "correct horse"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash that costs nothing; what it should cost is argon2's own business."""
    hasher = auth.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(auth, "_hasher", hasher)
    monkeypatch.setattr(auth, "_NOBODY", hasher.hash("nobody"))


def scope(database: Database, *, bearer: str = "", **cookies: str) -> dict[str, object]:
    headers = [
        (b"cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()).encode())
    ]
    if bearer:
        headers.append((b"authorization", f"Bearer {bearer}".encode()))
    app = SimpleNamespace(state=SimpleNamespace(db=database))
    return {"type": "http", "headers": headers, "app": app}


def test_only_the_right_password_signs_in(database: Database) -> None:
    with database.write() as session:
        auth.add_account(session, "Mette@Kommune.dk ", PASSWORD)
    with database.read() as session:
        assert auth.check_password(session, "mette@kommune.dk", PASSWORD) is not None
        assert auth.check_password(session, "mette@kommune.dk", "wrong horse") is None
        assert auth.check_password(session, "ole@kommune.dk", PASSWORD) is None


def test_the_same_address_again_gets_another_password(database: Database) -> None:
    with database.write() as session:
        auth.add_account(session, "mette@kommune.dk", PASSWORD)
        auth.add_account(session, "mette@kommune.dk", "another horse")
        assert len(session.exec(select(Account)).all()) == 1
        assert auth.check_password(session, "mette@kommune.dk", PASSWORD) is None


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        ("mette", PASSWORD, "not an e-mail address"),
        ("", PASSWORD, "not an e-mail address"),
        ("mette@kommune.dk", "short", "at least 10 characters"),
    ],
)
def test_a_bad_account_is_said_in_a_sentence(
    database: Database, email: str, password: str, sentence: str
) -> None:
    with database.write() as session, pytest.raises(OperatorError, match=sentence):
        auth.add_account(session, email, password)


def test_a_key_opens_its_account_until_it_is_revoked(database: Database) -> None:
    with database.write() as session:
        account = auth.add_account(session, "mette@kommune.dk", PASSWORD)
        key = auth.add_key(session, account, "browser")
        assert auth.account_of(session, key) == account
        assert auth.account_of(session, auth.new_key()) is None
        auth.revoke_key(session, key)
        assert auth.account_of(session, key) is None


def test_a_browsers_key_ends_by_itself(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.write() as session:
        account = auth.add_account(session, "mette@kommune.dk", PASSWORD)
        browser = auth.add_key(session, account, "browser")
        program = auth.add_token(session, "mette@kommune.dk")
        monkeypatch.setattr(auth, "now", lambda: now() + timedelta(days=365))
        assert auth.account_of(session, browser) is None
        assert auth.account_of(session, program) == account


def test_nobody_gets_a_token_without_an_account(database: Database) -> None:
    with database.write() as session, pytest.raises(OperatorError, match="no account"):
        auth.add_token(session, "ole@kommune.dk")


def test_the_first_account_is_made_once(database: Database) -> None:
    with database.write() as session:
        link = auth.first_link(session)
        assert link is not None
        key = link.removeprefix("/first/")
        assert auth.use_first_link(session, "guess", "ole@kommune.dk", PASSWORD) is None
        assert auth.use_first_link(session, key, "mette@kommune.dk", PASSWORD) is not None
        assert auth.use_first_link(session, key, "ole@kommune.dk", PASSWORD) is None
        assert auth.first_link(session) is None


def test_an_old_link_makes_no_account(database: Database) -> None:
    with database.write() as session:
        key = (auth.first_link(session) or "").removeprefix("/first/")
        link = session.exec(select(SignInLink)).one()
        link.expires_at = now()
        assert auth.use_first_link(session, key, "mette@kommune.dk", PASSWORD) is None


@pytest.mark.anyio
async def test_a_key_to_a_game_opens_that_game_alone(database: Database, game: str) -> None:
    with database.write() as session:
        seat = auth.add_game_key(session, "seat", game, "s_01")
        board = auth.add_game_key(session, "board", game)
    assert await auth.authenticate(scope(database), game) == ()
    assert await auth.authenticate(scope(database, seat="guess"), game) == ()
    both = await auth.authenticate(scope(database, seat=seat, board=board), game.lower())
    assert set(both) == {Credential("player", "s_01"), Credential("board")}
    assert await auth.authenticate(scope(database, seat=seat), "AAAAAA") == ()
    assert await auth.authenticate(scope(database, bearer=board), game) == (Credential("board"),)


@pytest.mark.anyio
@pytest.mark.parametrize(("asked", "read"), [("en", "en"), ("da", "da"), ("x1", None), ("", None)])
async def test_a_board_reads_a_language_of_ours(
    database: Database, game: str, asked: str, read: str | None
) -> None:
    with database.write() as session:
        board = auth.add_game_key(session, "board", game)
    found = await auth.authenticate(scope(database, board=board, language=asked), game)
    assert found == (Credential("board", language=read),)


@pytest.mark.anyio
async def test_a_class_gets_its_keys_at_once(database: Database, store: Store, game: str) -> None:
    seats = [f"s_{number:02}" for number in range(1, 31)]
    keys = await asyncio.gather(*(auth.add_seat_key(store, game, seat) for seat in seats))
    for seat, key in zip(seats, keys, strict=True):
        found = await auth.authenticate(scope(database, seat=key), game)
        assert found == (Credential("player", seat),)


@pytest.mark.anyio
async def test_a_revoked_key_opens_nothing(database: Database, game: str) -> None:
    with database.write() as session:
        key = auth.add_game_key(session, "board", game)
        session.flush()
        session.get_one(Token, auth.key_hash(key)).revoked_at = now()
    assert await auth.authenticate(scope(database, board=key), game) == ()


@pytest.mark.anyio
async def test_an_account_facilitates_the_games_of_its_unit(database: Database, game: str) -> None:
    with database.write() as session:
        account = auth.add_account(session, "mette@kommune.dk", PASSWORD)
        key = auth.add_key(session, account, "browser")
    assert await auth.authenticate(scope(database, account=key), game) == (
        Credential("facilitator"),
    )
    with database.write() as session:
        session.add(Unit(id="u_2", organisation_id="o_1", name="Teknik"))
        session.flush()
        account.unit_id = "u_2"
        session.merge(account)
    assert await auth.authenticate(scope(database, account=key), game) == ()
