"""A game over plain HTTP, with the real rules and a real database."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app import auth
from app.db import Database
from app.main import create_app
from app.record import maps, read
from app.settings import Settings
from game import new_game
from game.model import GoalText, Setup

SETUP = Setup(
    project="p_1",
    code="K7QF3M",
    title="Pas",
    purpose="Enkel service",
    organisation="Aarhus",
    goals=(GoalText(text="Enkel service"),),
    roles=("team_lead", "director"),
)
Json = dict[str, Any]


@pytest.fixture
def client(settings: Settings, database: Database, game: str) -> Iterator[TestClient]:
    """Somebody's browser, and a game in its lobby."""
    app = create_app(settings, database)
    with TestClient(app, base_url="http://testserver") as made:
        assert made.portal is not None
        made.portal.call(app.web.state.rooms.begin, game, list(new_game(SETUP, "seed")))
        yield made


@pytest.fixture
def console(database: Database, game: str) -> dict[str, str]:
    """The headers of the game's facilitator."""
    with database.write() as session:
        return bearer(auth.add_game_key(session, "facilitator", game))


def bearer(key: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}"}


def take_seat(client: TestClient, **said: str) -> dict[str, str]:
    """The headers of a new seat; the browser forgets it."""
    asked = {"name": "Ane", "role": "team_lead", **said}
    given = client.post("/api/v1/games/K7QF3M/seats", json=asked)
    assert given.status_code == 201, given.text
    client.cookies.clear()
    return bearer(given.json()["token"])


def do(client: TestClient, who: dict[str, str], do: str, id_: str = "c1", **d: object) -> Any:
    body = {"t": "do", "id": id_, "do": do, "d": d}
    return client.post("/g/K7QF3M/commands", json=body, headers=who)


def state(client: TestClient, who: dict[str, str], **asked: object) -> Json:
    got = client.get("/g/K7QF3M/state", params=asked, headers=who)
    assert got.status_code == 200, got.text
    frame: Json = got.json()
    return frame


def error(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["error"]["code"]


def test_a_code_of_no_game_is_not_found(client: TestClient) -> None:
    assert error(client.get("/api/v1/games/ZZZZZZ")) == (404, "game.not_found")


def test_a_stranger_may_not_look_or_play(client: TestClient) -> None:
    assert error(client.get("/g/ZZZZZZ/state")) == (404, "game.not_found")
    assert error(client.get("/g/K7QF3M/state")) == (401, "game.not_yours")
    assert error(do(client, {}, "done")) == (401, "game.not_yours")
    assert client.get("/api/v1/games/K7QF3M/record").status_code == 401


def test_a_key_to_one_kind_opens_no_other(client: TestClient) -> None:
    ane = take_seat(client)
    got = client.get("/g/K7QF3M/state", params={"as": "facilitator"}, headers=ane)
    assert error(got) == (401, "game.not_yours")


def test_public_facts_come_before_joining(client: TestClient) -> None:
    assert client.get("/api/v1/games/k7qf3m").json() == {
        "code": "K7QF3M",
        "title": "Pas",
        "organisation": "Aarhus",
        "language": "da",
        "state": "lobby",
        "roles": ["team_lead", "director"],
    }


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({"name": "  ", "role": "team_lead"}, 422, "name.missing"),
        ({"name": "x" * 61, "role": "team_lead"}, 422, "name.too_long"),
        ({"name": "Ane", "role": "supplier"}, 409, "role.unknown"),
        ({"name": "Ane"}, 422, "request.unreadable"),
        ({"name": "Ane", "role": "team_lead", "more": 1}, 422, "request.unreadable"),
    ],
)
def test_a_seat_is_refused_with_its_reason(
    client: TestClient, said: Json, status: int, code: str
) -> None:
    assert error(client.post("/api/v1/games/K7QF3M/seats", json=said)) == (status, code)


def test_a_locked_room_lets_nobody_in(client: TestClient, console: dict[str, str]) -> None:
    assert do(client, console, "lock").status_code == 200
    asked = {"name": "Ane", "role": "team_lead"}
    assert error(client.post("/api/v1/games/K7QF3M/seats", json=asked)) == (409, "game.locked")


def test_a_seat_cookie_returns_the_seat_it_opens(client: TestClient) -> None:
    asked = {"name": "Ane", "role": "team_lead"}
    first = client.post("/api/v1/games/K7QF3M/seats", json=asked)
    headers = {"origin": "http://testserver"}
    again = client.post("/api/v1/games/K7QF3M/seats", json=asked, headers=headers)
    assert first.json()["seat"] == again.json()["seat"] == "s_01"
    cookies = first.headers.get_list("set-cookie")
    assert len(cookies) == 3
    assert all("HttpOnly" in one and "SameSite=lax" in one for one in cookies)
    assert client.get("/g/K7QF3M/state").json()["set"]["me"]["name"] == "Ane"


def test_the_same_client_made_id_returns_the_same_seat(client: TestClient) -> None:
    asked = {"name": "Ane", "role": "team_lead", "id": "0197b3c2"}
    seats = []
    for _ in range(2):
        seats.append(client.post("/api/v1/games/K7QF3M/seats", json=asked).json()["seat"])
        client.cookies.clear()
    assert seats == ["s_01", "s_01"]


def test_two_people_get_two_seats(client: TestClient) -> None:
    assert state(client, take_seat(client))["set"]["me"]["seat"] == "s_01"
    assert state(client, take_seat(client, name="Bo"))["set"]["me"]["seat"] == "s_02"


def test_a_command_is_answered_as_on_the_socket(client: TestClient) -> None:
    ane = take_seat(client)
    ok = do(client, ane, "take_role", role="director")
    assert (ok.status_code, ok.json()["ok"]) == (200, True)
    assert do(client, ane, "take_role", role="director").json() == ok.json()
    refused = do(client, ane, "vote", "c2", node="n1", belief=3)
    assert (refused.status_code, refused.json()["code"]) == (409, "round.step")
    assert refused.json()["text"].startswith("Det kan man ikke")
    unread = client.post("/g/K7QF3M/commands", content='{"id":"c3"', headers=ane)
    assert (unread.status_code, unread.json()["id"]) == (422, "c3")
    unknown = do(client, ane, "no_such_thing", "c4")
    assert (unknown.status_code, unknown.json()["code"]) == (409, "command.unknown")
    not_yours = do(client, ane, "start", "c5")
    assert (not_yours.status_code, not_yours.json()["code"]) == (409, "command.not_yours")


def test_too_many_commands_are_told_to_wait(client: TestClient) -> None:
    ane = take_seat(client)
    answers = [do(client, ane, "more_time", f"c{n}") for n in range(70)]
    late = [answer for answer in answers if answer.status_code == 429]
    assert late
    assert late[0].json()["retry"] is True
    assert late[0].headers["retry-after"] == "1"


def test_state_comes_whole_then_only_what_is_new(client: TestClient) -> None:
    ane, bo = take_seat(client), take_seat(client, name="Bo")
    whole = state(client, ane)
    assert whole["since"] == 0
    assert whole["set"]["game"]["code"] == "K7QF3M"
    position = {"since": whole["seq"], "epoch": whole["epoch"]}
    assert client.get("/g/K7QF3M/state", params=position, headers=ane).status_code == 204
    do(client, bo, "take_role", role="director")
    news = state(client, ane, wait=1, **position)
    assert (news["since"], news["seq"]) == (whole["seq"], whole["seq"] + 1)
    assert "roles" in news["set"]
    assert "game" not in news["set"]
    foreign = state(client, ane, since=whole["seq"], epoch="e_foreign")
    assert foreign["since"] == 0


def test_a_poll_counts_as_being_here(client: TestClient, console: dict[str, str]) -> None:
    ane = take_seat(client)
    state(client, ane)
    room = client.app.web.state.rooms  # type: ignore[attr-defined]
    assert client.portal is not None
    found = client.portal.call(room.find, "K7QF3M")
    assert found.presence.here(found.ports.clock.seconds()) == {"s_01"}


def test_a_removed_seat_is_told_so(client: TestClient, console: dict[str, str]) -> None:
    ane = take_seat(client)
    assert do(client, console, "remove_seat", seat="s_01").status_code == 200
    got = client.get("/g/K7QF3M/state", headers=ane)
    assert error(got) == (403, "seat.removed")


def test_the_record_is_there_when_the_game_is_closed(
    client: TestClient, console: dict[str, str]
) -> None:
    ane = take_seat(client)
    path = "/api/v1/games/K7QF3M/record"
    assert client.get(path, headers=ane).status_code == 403
    assert error(client.get(path, headers=console)) == (409, "game.live")
    assert do(client, console, "start", "c1").status_code == 200
    assert do(client, console, "close", "c2").status_code == 200
    got = client.get(path, headers=console)
    assert got.status_code == 200
    assert all(made.agrees for made in maps(read(got.content)))
    assert "Ane" not in json.dumps(got.json(), ensure_ascii=False)
