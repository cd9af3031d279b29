"""One more phone for a seat: who may ask for the link, what it gives, and how often."""

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.models import Token, now
from support.web import HOME, HTML, a_game, account, bearer


@pytest.fixture
def code(client: TestClient, database: Database) -> str:
    made: str = a_game(client, account(database))["code"]
    client.headers.update({"origin": HOME})
    return made


@pytest.fixture
def seat(client: TestClient, code: str) -> str:
    """The token of Mette's seat; the client itself is somebody else's browser."""
    asked = {"name": "Mette Dahl", "role": "unit_manager", "language": "en"}
    taken = client.post(f"/api/v1/games/{code}/seats", json=asked)
    client.cookies.clear()
    token: str = taken.json()["token"]
    return token


def link_for(client: TestClient, code: str, seat: str) -> str:
    """The path of a new link."""
    made = client.post(f"/g/{code}/phone-link", headers=bearer(seat))
    assert made.status_code == 201, made.text
    url: str = made.json()["url"]
    assert url.startswith(f"{HOME}/j/{code}/phone/")
    assert made.json()["qr"].startswith("data:image/svg+xml")
    return url.removeprefix(HOME)


def test_only_a_seat_of_the_game_may_ask(client: TestClient, code: str, database: Database) -> None:
    refused = client.post(f"/g/{code}/phone-link")
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "game.not_yours")
    other = bearer(account(database, "other@kommune.dk"))
    assert client.post(f"/g/{code}/phone-link", headers=other).status_code == 401


def test_a_link_gives_the_seat_to_one_more_phone_once(
    client: TestClient, code: str, seat: str
) -> None:
    path = link_for(client, code, seat)
    for _ in range(2):  # looking uses nothing up
        page = client.get(path, headers=HTML)
        assert page.status_code == 200
        assert "Mette Dahl" in page.text
        assert 'lang="en"' in page.text
    went = client.post(path)
    assert (went.status_code, went.headers["location"]) == (303, f"/g/{code}/play")
    state = client.get(f"/g/{code}/state?as=player").json()
    first = client.get(f"/g/{code}/state?as=player", headers=bearer(seat)).json()
    assert state["set"]["me"] == first["set"]["me"]  # both phones are live
    client.cookies.clear()
    again = client.post(path, headers=HTML)
    assert again.status_code == 410
    assert f'href="/j/{code}"' in again.text
    assert "seat" not in again.cookies


def test_a_newer_link_ends_the_one_before(client: TestClient, code: str, seat: str) -> None:
    old, new = link_for(client, code, seat), link_for(client, code, seat)
    assert client.get(old, headers=HTML).status_code == 410
    assert client.get(new, headers=HTML).status_code == 200


def test_a_link_is_good_for_minutes_and_for_its_game_alone(
    client: TestClient, code: str, seat: str, database: Database
) -> None:
    path = link_for(client, code, seat)
    with database.write() as session:
        link = session.exec(select(Token).where(Token.kind == "phone_link")).one()
        link.expires_at = now()
        session.add(link)
    assert client.post(path, headers=HTML).status_code == 410
    assert client.get(f"/j/{code}/phone/guess", headers=HTML).status_code == 410
    assert client.get("/j/AAAAAA/phone/guess", headers=HTML).status_code == 404


def test_a_link_opens_nothing_by_itself(client: TestClient, code: str, seat: str) -> None:
    key = link_for(client, code, seat).rpartition("/")[2]
    assert client.get(f"/g/{code}/state", headers=bearer(key)).status_code == 401


def test_who_was_removed_gets_no_link_and_is_let_in_by_none(
    client: TestClient, code: str, seat: str, database: Database
) -> None:
    path = link_for(client, code, seat)
    state = client.get(f"/g/{code}/state?as=player", headers=bearer(seat)).json()
    remove = {"t": "do", "id": "1", "do": "remove_seat", "d": {"seat": state["set"]["me"]["seat"]}}
    host = bearer(account(database))
    removed = client.post(f"/g/{code}/commands?as=facilitator", json=remove, headers=host)
    assert removed.status_code == 200, removed.text
    assert client.post(f"/g/{code}/phone-link", headers=bearer(seat)).status_code == 403
    assert client.get(path, headers=HTML).status_code == 410
    assert client.post(path, headers=HTML).status_code == 410
