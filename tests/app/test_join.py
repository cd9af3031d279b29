"""The door of a game, as a plain form: who stays outside, who comes in, and what is kept."""

import json
import re

import pytest
from starlette.testclient import TestClient

from app import joining
from app.answers import Answer
from app.refusals import sentence
from app.room import Room
from app.turn import Request as Asked
from support.web import HOME, HTML, a_game, bearer

GUEST = {"name": "Mette", "role": "unit_manager", "language": "da", "id": "my-own-id"}


@pytest.fixture
def code(client: TestClient, token: str) -> str:
    made: str = a_game(client, token)["code"]
    client.headers.update({"origin": HOME, **HTML})
    return made


def host(client: TestClient, code: str, token: str, do: str, **d: object) -> None:
    """A move of the facilitator."""
    sent = {"t": "do", "id": f"{do}-{d}", "do": do, "d": d}
    path = f"/g/{code}/commands?as=facilitator"
    assert client.post(path, json=sent, headers=bearer(token)).status_code == 200


def facts(page: str) -> dict[str, object]:
    """The data block of a live page."""
    found = re.search(r'<script type="application/json" id="page">(.*?)</script>', page)
    assert found
    made: dict[str, object] = json.loads(found[1])
    return made


# --- outside -----------------------------------------------------------------------------------


def test_a_wrong_code_is_asked_for_again(client: TestClient, code: str) -> None:
    for path in ("/j?code=AAAAAA", "/j/AAAAAA"):
        refused = client.get(path)
        assert refused.status_code == 404
        assert 'value="AAAAAA"' in refused.text
        assert 'role="alert"' in refused.text
    assert client.get("/g/AAAAAA/play").status_code == 404
    assert client.get(f"/j?code={code.lower()}").headers["location"] == f"/j/{code}"


@pytest.mark.parametrize("between", [" ", "-", " - ", "\u2013", "\u2011"])
def test_a_code_is_known_however_its_groups_are_parted(
    client: TestClient, code: str, between: str
) -> None:
    typed = f"{code[:3]}{between}{code[3:]}"
    asked = client.get("/j", params={"code": typed})
    assert asked.headers["location"] == f"/j/{code}"
    assert client.get(f"/j/{typed}").headers["location"] == f"/j/{code}"


def test_who_has_no_seat_is_sent_to_the_door(client: TestClient, code: str) -> None:
    assert client.get(f"/g/{code}/play").headers["location"] == f"/j/{code}"
    assert client.get(f"/g/{code}/host").headers["location"].startswith("/sign-in")
    assert client.get(f"/g/{code}/board").status_code == 401
    assert client.get(f"/g/{code}/board?key=guess").status_code == 401


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"role": ""}, "role"),
        ({"role": "king"}, "role"),
    ],
)
def test_a_guest_is_told_what_is_missing(
    client: TestClient, code: str, change: dict[str, str], field: str
) -> None:
    refused = client.post(f"/j/{code}", data={**GUEST, **change})
    assert refused.status_code in {409, 422}
    assert f'id="{field}-wrong"' in refused.text
    assert f'<a href="#{field}">' in refused.text  # said at the top too, above the fold
    assert refused.text.count(" autofocus") == 1
    assert 'value="my-own-id"' in refused.text
    assert "seat=" not in refused.headers.get("set-cookie", "")


def test_what_is_kept_is_read_before_sixteen_roles(client: TestClient, code: str) -> None:
    text = client.get(f"/j/{code}").text
    said = ('name="language"', 'name="name"', 'class="kept"', 'name="role"', 'class="actions"')
    places = [text.index(one) for one in said]
    assert places == sorted(places)


def test_a_locked_door_says_so_and_may_be_tried_again(
    client: TestClient, code: str, token: str
) -> None:
    client.post(f"/j/{code}", data={**GUEST, "id": "who-came-first"})
    client.cookies.clear()
    host(client, code, token, "lock")
    for refused in (client.get(f"/j/{code}"), client.post(f"/j/{code}", data=GUEST)):
        assert refused.status_code == 409
        assert f'href="/j/{code}"' in refused.text
        assert "ikke begyndt" in refused.text
    host(client, code, token, "start")
    assert "Spillet er i gang" in client.get(f"/j/{code}").text
    host(client, code, token, "unlock")
    assert client.post(f"/j/{code}", data={**GUEST, "id": "a-new-form"}).status_code == 303


def test_an_ended_game_says_where_its_map_is(client: TestClient, code: str, token: str) -> None:
    client.post(f"/j/{code}", data=GUEST)
    host(client, code, token, "close")
    client.cookies.clear()
    refused = client.get(f"/j/{code}")
    assert refused.status_code == 409
    assert f'href="/j/{code}"' not in refused.text
    assert client.post(f"/j/{code}", data={**GUEST, "id": "another"}).status_code == 409


# --- inside ------------------------------------------------------------------------------------


def test_the_door_says_whose_game_it_is_before_it_asks_for_a_name(
    client: TestClient, code: str
) -> None:
    page = client.get(f"/j/{code}").text
    assert page.index("Nyt pas uden ventetid") < page.index('name="name"')
    assert "<script" not in page


def test_a_guest_gets_a_seat_and_goes_to_play(client: TestClient, code: str) -> None:
    came = client.post(f"/j/{code}", data=GUEST)
    assert (came.status_code, came.headers["location"]) == (303, f"/g/{code}/play")
    cookies = [one for one in came.headers.get_list("set-cookie") if one.startswith("seat=")]
    assert all("HttpOnly" in one and "SameSite=lax" in one for one in cookies)
    assert any(f"Path=/g/{code}" in one for one in cookies)
    page = client.get(f"/g/{code}/play")
    assert facts(page.text)["as"] == "player"
    assert client.get(f"/j/{code}").headers["location"] == f"/g/{code}/play"


def test_pressing_twice_gives_one_seat(client: TestClient, code: str, token: str) -> None:
    client.post(f"/j/{code}", data=GUEST)
    client.cookies.clear()
    client.post(f"/j/{code}", data=GUEST)
    state = client.get(f"/g/{code}/state?as=facilitator", headers=bearer(token)).json()
    assert [one["name"] for one in state["set"]["roster"]] == ["Mette"]


def test_who_was_taken_out_asks_to_come_back_in_one_tap(
    client: TestClient, code: str, token: str
) -> None:
    client.post(f"/j/{code}", data=GUEST)
    host(client, code, token, "start")
    host(client, code, token, "remove_seat", seat="s_01")
    host(client, code, token, "lock")
    page = client.get(f"/j/{code}").text
    assert "Bed om at komme ind igen" in page
    assert 'type="radio"' not in page
    assert "<strong>Mette</strong>" in page
    asked = client.post(f"/j/{code}")  # the phone's own button sends the same
    assert (asked.status_code, asked.headers["location"]) == (303, f"/g/{code}/play")
    state = client.get(f"/g/{code}/state?as=facilitator", headers=bearer(token)).json()
    assert [one["waiting"] for one in state["set"]["roster"]] == [True]


def test_a_busy_moment_gives_who_was_taken_out_no_second_seat(
    client: TestClient, code: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post(f"/j/{code}", data=GUEST)
    host(client, code, token, "start")
    host(client, code, token, "remove_seat", seat="s_01")

    async def no_answer(room: Room, asked: Asked) -> Answer:
        del room, asked
        return Answer("", code="store.away")

    with monkeypatch.context() as away:
        away.setattr(joining, "_ask_patiently", no_answer)
        refused = client.post(f"/j/{code}")
    assert refused.status_code == 503
    assert "Du er taget ud af spillet" in refused.text
    assert sentence("store.away", {}, "da") in refused.text
    assert client.post(f"/j/{code}").headers["location"] == f"/g/{code}/play"
    state = client.get(f"/g/{code}/state?as=facilitator", headers=bearer(token)).json()
    assert len(state["set"]["roster"]) == 1


def test_the_same_id_after_being_taken_out_waits_at_the_door(
    client: TestClient, code: str, token: str
) -> None:
    asked = {"name": "Mette", "role": "unit_manager", "language": "en", "id": "my-own-id"}
    client.post(f"/api/v1/games/{code}/seats", json=asked)
    client.cookies.clear()
    host(client, code, token, "start")
    host(client, code, token, "remove_seat", seat="s_01")
    again = client.post(f"/api/v1/games/{code}/seats", json=asked).json()
    assert again["seat"] == "s_01"
    client.cookies.clear()
    state = client.get(f"/g/{code}/state", headers=bearer(again["token"])).json()
    assert state["set"]["me"]["waiting"]


def test_an_empty_form_from_anybody_else_leads_to_the_door(client: TestClient, code: str) -> None:
    sent = client.post(f"/j/{code}")
    assert (sent.status_code, sent.headers["location"]) == (303, f"/j/{code}")


def test_a_phone_speaks_its_own_language(client: TestClient, code: str) -> None:
    client.post(f"/j/{code}", data={**GUEST, "language": "en"})
    page = client.get(f"/g/{code}/play")
    found = facts(page.text)
    assert found["language"] == "en"
    assert 'lang="en"' in page.text
    assert isinstance(found["strings"], dict)
    assert found["strings"]["Prøv igen"] == "Try again"


# --- the other surfaces ------------------------------------------------------------------------


def test_a_boards_link_is_kept_and_taken_out_of_the_address(client: TestClient, token: str) -> None:
    begun = a_game(client, token)
    first = client.get(begun["board_url"], headers=HTML)
    assert (first.status_code, first.headers["location"]) == (303, f"/g/{begun['code']}/board")
    board = client.get(first.headers["location"], headers=HTML)
    assert facts(board.text)["as"] == "board"
    assert client.get(f"/g/{begun['code']}/host", headers=HTML).status_code == 303


def test_the_facilitators_key_opens_the_console(client: TestClient, token: str) -> None:
    begun = a_game(client, token)
    path = f"/g/{begun['code']}/host"
    assert client.get(f"{path}?key={begun['board_token']}", headers=HTML).status_code == 303
    assert client.get(path, headers=HTML).headers["location"].startswith("/sign-in")
    client.get(f"{path}?key={begun['facilitator_token']}", headers=HTML)
    found = facts(client.get(path, headers=HTML).text)
    assert found["as"] == "facilitator"
    assert found["project_url"] == f"/projects/{begun['project']}"
    assert client.get(f"/g/{begun['code']}/board", headers=HTML).status_code == 200


def test_the_join_address_is_a_qr_code(client: TestClient, code: str) -> None:
    drawn = client.get(f"/g/{code}/qr.svg")
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.text.startswith("<?xml")
