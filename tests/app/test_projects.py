"""Projects by the API: who is refused first, then what a project is, then its games and maps."""

import json

import pytest
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from app import auth, projects
from app.db import Database
from app.models import Game, Token, Unit
from support.web import PROJECT, a_game, account, bearer


def stranger(database: Database) -> str:
    """A token of somebody in another unit of the same organisation."""
    account(database, "ole@kommune.dk")
    with database.write() as session:
        home = session.exec(auth.select(Unit)).one()
        session.add(Unit(id="u_2", organisation_id=home.organisation_id, name="Teknik"))
    return account(database, "ole@kommune.dk", unit="u_2")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/projects"),
        ("POST", "/api/v1/projects"),
        ("GET", "/api/v1/projects/p_1"),
        ("PATCH", "/api/v1/projects/p_1"),
        ("POST", "/api/v1/projects/p_1/games"),
        ("GET", "/api/v1/projects/p_1/map"),
        ("GET", "/api/v1/projects/p_1/map/versions"),
    ],
)
def test_a_stranger_is_asked_to_sign_in(client: TestClient, method: str, path: str) -> None:
    refused = client.request(method, path, headers={"accept-language": "en"})
    assert refused.status_code == 401
    assert refused.json() == {
        "error": {"code": "sign_in.needed", "text": "Sign in first.", "params": {}}
    }


def test_another_units_project_is_not_there(
    client: TestClient, database: Database, token: str
) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    theirs = bearer(stranger(database))
    for method, path in (("GET", ""), ("PATCH", ""), ("POST", "/games"), ("GET", "/map")):
        body = {} if method != "GET" else None
        refused = client.request(
            method, f"/api/v1/projects/{made}{path}", headers=theirs, json=body
        )
        assert (refused.status_code, refused.json()["error"]["code"]) == (404, "project.not_found")
    assert client.get("/api/v1/projects", headers=theirs).json() == []


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"title": " "}, "title.missing", "title"),
        ({"title": "\u200b\u200b"}, "title.missing", "title"),
        ({"purpose": "\u202e"}, "purpose.missing", "purpose"),
        ({"goals": ["a", "\u3164"]}, "goals.empty", "goals.2"),
        ({"enablers": ["\u2800"]}, "enablers.empty", "enablers.1"),
        ({"title": "x" * 121}, "plan.too_long", "title"),
        ({"purpose": ""}, "purpose.missing", "purpose"),
        ({"goals": []}, "goals.missing", "goals"),
        ({"goals": ["a", "b", "c", "d", "e"]}, "goals.too_many", "goals"),
        ({"goals": ["a", " "]}, "goals.empty", "goals.2"),
        ({"goals": [{"text": "a", "approved_by": "king"}]}, "role.unknown", "goals.1"),
        ({"enablers": ["a"] * 13}, "enablers.too_many", "enablers"),
        ({"roles": ["king"]}, "role.unknown", "roles"),
        ({"months": 0}, "plan.months", "months"),
        ({"cost_dkk": -1}, "plan.cost", "cost_dkk"),
    ],
)
def test_an_unsound_project_is_refused_at_its_field(
    client: TestClient, token: str, change: dict[str, object], code: str, field: str
) -> None:
    refused = client.post("/api/v1/projects", json={**PROJECT, **change}, headers=bearer(token))
    error = refused.json()["error"]
    assert (refused.status_code, error["code"], error["params"]["field"]) == (422, code, field)
    assert error["text"] != code


def test_what_cannot_be_read_is_named(client: TestClient, token: str) -> None:
    for body in ({**PROJECT, "titel": "?"}, {**PROJECT, "months": "many"}):
        refused = client.post("/api/v1/projects", json=body, headers=bearer(token))
        assert refused.status_code == 422
        assert refused.json()["error"]["params"]["at"] in {"titel", "months"}


HALF = "\ud800x"


@pytest.mark.parametrize(
    "change",
    [
        {"title": HALF},
        {"purpose": HALF},
        {"goals": [HALF]},
        {"goals": [{"text": HALF}]},
        {"goals": [{"text": "a", "approved_by": HALF}]},
        {"enablers": [HALF]},
        {"enablers": [{"text": HALF}]},
        {"roles": [HALF]},
        {"unit": HALF},
        {HALF: 1},
    ],
)
def test_half_a_character_is_unreadable(
    client: TestClient, token: str, change: dict[str, object]
) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    for method, path, body in (
        ("POST", "/api/v1/projects", {**PROJECT, **change}),
        ("PATCH", f"/api/v1/projects/{made}", change),
        ("POST", f"/api/v1/projects/{made}/games", {"deck": HALF}),
    ):
        refused = client.request(method, path, content=json.dumps(body), headers=bearer(token))
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, "request.unreadable")


@pytest.mark.parametrize("body", ["{", "[" * 60_000, b"\xff"], ids=["cut", "deep", "no utf-8"])
def test_a_body_that_is_no_json_is_unreadable(
    client: TestClient, token: str, body: str | bytes
) -> None:
    headers = {**bearer(token), "content-type": "application/json"}
    refused = client.post("/api/v1/projects", content=body, headers=headers)
    assert refused.status_code == 422
    error = refused.json()["error"]
    assert (error["code"], list(error)) == ("request.unreadable", ["code", "text", "params"])


def test_a_project_is_kept_as_it_was_told(client: TestClient, token: str) -> None:
    told = {**PROJECT, "cost_dkk": 4_000_000, "months": 18, "starts_on": "2027-01-01"}
    made = client.post("/api/v1/projects", json=told, headers=bearer(token))
    assert made.status_code == 201
    read = client.get(f"/api/v1/projects/{made.json()['id']}", headers=bearer(token)).json()
    assert read == made.json()
    assert read["goals"][1] == {"text": "Lavere udgift", "approved_by": "director"}
    assert read["enablers"][1]["by"] == "2027-06-01"
    assert (read["cost_dkk"], read["starts_on"]) == (4_000_000, "2027-01-01")


def test_a_change_leaves_the_rest_alone(client: TestClient, token: str) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()
    path = f"/api/v1/projects/{made['id']}"
    changed = client.patch(path, json={"title": "Pas", "months": 6}, headers=bearer(token)).json()
    assert changed == {**made, "title": "Pas", "months": 6}
    assert client.patch(path, json={"title": None}, headers=bearer(token)).status_code == 422


def test_one_game_at_a_time(client: TestClient, token: str) -> None:
    begun = a_game(client, token)
    again = client.post(
        f"/api/v1/projects/{begun['project']}/games", json={}, headers=bearer(token)
    )
    assert (again.status_code, again.json()["error"]["code"]) == (409, "project.game_open")
    listed = client.get("/api/v1/projects", headers=bearer(token)).json()
    assert [one["open_game"] for one in listed] == [begun["code"]]


def test_a_game_needs_no_body(client: TestClient, token: str) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    begun = client.post(f"/api/v1/projects/{made}/games", headers=bearer(token))
    assert begun.status_code == 201


def test_a_follow_up_is_refused_in_words(client: TestClient, token: str) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    wish = {"kind": "follow_up"}
    refused = client.post(f"/api/v1/projects/{made}/games", json=wish, headers=bearer(token))
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "game.no_follow_up")


def test_a_game_has_a_code_addresses_and_keys(client: TestClient, token: str) -> None:
    begun = a_game(client, token, language="en")
    code = begun["code"]
    assert len(code) == 6
    assert not set(code) & set("0O1IL")
    assert begun["join_url"] == f"http://testserver/j/{code}"
    assert begun["host_url"] == f"http://testserver/g/{code}/host"
    assert begun["board_url"].startswith(f"http://testserver/g/{code}/board?key=")
    facts = client.get(f"/api/v1/games/{code}").json()
    assert (facts["title"], facts["language"]) == (PROJECT["title"], "en")
    for key in (begun["facilitator_token"], begun["board_token"]):
        assert client.get(f"/g/{code}/state", headers=bearer(key)).status_code == 200


def test_a_map_that_is_not_there_yet_is_said(client: TestClient, token: str) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    refused = client.get(f"/api/v1/projects/{made}/map", headers=bearer(token))
    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "map.not_found")
    path = f"/api/v1/projects/{made}/map/versions"
    assert client.get(path, headers=bearer(token)).json() == []


def test_a_version_that_no_database_can_hold_is_unreadable(client: TestClient, token: str) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    for version in (2**31, 10**23):
        path = f"/api/v1/projects/{made}/map?version={version}"
        refused = client.get(path, headers=bearer(token))
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, "request.unreadable")
    for huge in ({"cost_dkk": 10**23}, {"months": 10**23}):
        body = {**PROJECT, **huge}
        assert client.post("/api/v1/projects", json=body, headers=bearer(token)).status_code == 422


def test_a_read_token_reads_the_map_of_its_project(
    client: TestClient, database: Database, token: str
) -> None:
    made = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    key = auth.new_key()
    with database.write() as session:
        session.add(Token(hash=auth.key_hash(key), kind="read", project_id=made))
    path = f"/api/v1/projects/{made}"
    assert client.get(f"{path}/map/versions", headers=bearer(key)).status_code == 200
    assert client.get(path, headers=bearer(key)).status_code == 401
    assert client.get("/api/v1/projects/p_other/map", headers=bearer(key)).status_code == 401


def test_texts_are_kept_as_eyes_meet_them(client: TestClient, token: str) -> None:
    said = {
        "title": "a\u202eb\u200b\n\nx\u0000y",
        "goals": ["g\u202eh\n i"],
        "enablers": [{"text": "e\u202e\u0000f"}],
    }
    made = client.post("/api/v1/projects", json={**PROJECT, **said}, headers=bearer(token)).json()
    assert made["title"] == "ab xy"
    assert made["goals"][0]["text"] == "gh i"
    assert made["enablers"][0]["text"] == "ef"


def test_a_store_that_does_not_answer_is_asked_again(
    client: TestClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("insert", {}, Exception("database is locked"))

    monkeypatch.setattr(projects, "add", away)
    refused = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token))
    assert (refused.status_code, refused.json()["error"]["code"]) == (503, "store.away")
    assert refused.headers["retry-after"] == "1"


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"enablers": [{"text": "Kiosk", "by": "i morgen"}]}, "enablers.1.by"),
        ({"cost_dkk": "mange"}, "cost_dkk"),
        ({"goals": [7]}, "goals.1"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_field(
    client: TestClient, token: str, change: dict[str, object], at: str
) -> None:
    refused = client.post("/api/v1/projects", json={**PROJECT, **change}, headers=bearer(token))
    assert refused.status_code == 422
    assert refused.json()["error"]["params"] == {"at": at}


def test_a_body_that_is_no_json_is_named_so(client: TestClient, token: str) -> None:
    headers = {**bearer(token), "content-type": "application/json"}
    refused = client.post("/api/v1/projects", content=b'{"title"', headers=headers)
    assert refused.json()["error"]["params"] == {"at": "body"}


def test_a_games_facilitator_reads_the_map_of_its_project_and_of_no_other(
    client: TestClient, database: Database, token: str
) -> None:
    made = a_game(client, token)
    with database.read() as session:
        own = session.exec(auth.select(Game)).one().project_id
    other = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    key = bearer(made["facilitator_token"])
    assert client.get(f"/api/v1/projects/{own}/map/versions", headers=key).status_code == 200
    assert client.get(f"/api/v1/projects/{other}/map/versions", headers=key).status_code == 401
    board = bearer(made["board_token"])
    assert client.get(f"/api/v1/projects/{own}/map/versions", headers=board).status_code == 401
