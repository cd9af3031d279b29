"""Who leads: owner, deputies and the backup code, by the pages and over real sockets."""

import json
from datetime import timedelta
from typing import Any

from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.models import Token, now
from support.web import a_game, account, bearer, browser

Json = dict[str, Any]


def do(client: TestClient, where: str, key: str, do: str, id_: str, **d: object) -> Json:
    frame = {"t": "do", "id": id_, "do": do, "d": d}
    headers = {**bearer(key), "accept": "application/json"}
    answer = client.post(f"/g/{where}/commands?as=facilitator", json=frame, headers=headers)
    found: Json = answer.json()
    return found


def desk(client: TestClient, code: str, key: str) -> Json:
    headers = {**bearer(key), "accept": "application/json"}
    view = client.get(f"/g/{code}/state?as=facilitator", headers=headers).json()["set"]
    return {**view["desk"], "network": view["network"]}


def pass_minutes(client: TestClient, code: str) -> None:
    """Nobody has led for more than a minute, by the room's own clock."""
    rooms = client.app.web.state.rooms  # type: ignore[attr-defined]
    assert client.portal is not None
    room = client.portal.call(rooms.find, code)
    room.presence._opened_s -= 90
    for place in room.presence._heard:
        room.presence._heard[place] -= 90


def named(client: TestClient, game: Json, name: str = "Bo") -> tuple[str, str]:
    """A deputy of the game, and the key in their link."""
    code, owner = game["code"], game["facilitator_token"]
    assert do(client, code, owner, "add_deputy", f"add {name}", name=name)["ok"]
    found = next(one for one in desk(client, code, owner)["deputies"] if one["name"] == name)
    link = client.post(f"/g/{code}/deputies/{found['deputy']}/link", headers=bearer(owner)).json()
    assert link["qr"].startswith("data:image/svg+xml")
    return found["deputy"], link["url"].partition("key=")[2]


def linked_person(client: TestClient, database: Database) -> tuple[str, str, str]:
    """A person without a phone: the game's code, its facilitator's key, and the person's link."""
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    assert do(client, code, owner, "add_proxy", "o1", role="team_lead", name="Ib")["ok"]
    link = client.post(f"/g/{code}/seats/s_01/link", headers=bearer(owner)).json()["url"]
    return code, owner, link


def test_a_deputy_looks_on_until_nobody_has_led_for_a_minute(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    person, bo = named(client, game)
    assert do(client, code, bo, "lock", "b1")["code"] == "desk.not_yours"
    assert do(client, code, bo, "take_over", "b2")["code"] == "desk.not_away"
    pass_minutes(client, code)
    assert do(client, code, bo, "take_over", "b3")["ok"]
    assert desk(client, code, bo)["leads"] == person
    assert desk(client, code, bo)["name"] == "Bo"
    assert do(client, code, bo, "lock", "b4")["ok"]
    assert do(client, code, owner, "unlock", "o1")["code"] == "desk.not_yours"


def test_the_owner_takes_back_in_one_tap(client: TestClient, database: Database) -> None:
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    _, bo = named(client, game)
    pass_minutes(client, code)
    assert do(client, code, bo, "take_over", "b1")["ok"]
    assert do(client, code, owner, "take_over", "o1")["ok"]
    assert do(client, code, owner, "take_over", "o1")["ok"], "the same command, the same answer"
    assert do(client, code, owner, "take_over", "o2")["code"] == "desk.yours"
    assert do(client, code, bo, "lock", "b2")["code"] == "desk.not_yours"


def test_of_two_deputies_only_one_gets_the_desk(client: TestClient, database: Database) -> None:
    game = a_game(client, account(database))
    code = game["code"]
    first, bo = named(client, game)
    _, ea = named(client, game, "Ea")
    pass_minutes(client, code)
    assert desk(client, code, bo)["leads"] == ""
    assert do(client, code, bo, "take_over", "b1")["ok"]
    assert do(client, code, ea, "take_over", "e1")["code"] == "desk.not_away"
    assert desk(client, code, ea)["leads"] == first


def test_a_deputy_who_was_taken_off_the_list_is_let_in_nowhere(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    person, bo = named(client, game)
    assert do(client, code, owner, "remove_deputy", "o1", deputy=person)["ok"]
    refused = client.get(f"/g/{code}/state?as=facilitator", headers=bearer(bo))
    assert refused.status_code == 403
    assert client.get(f"/g/{code}/deputy?key={bo}").status_code == 401
    again = client.post(f"/g/{code}/deputies/{person}/link", headers=bearer(owner))
    assert again.status_code == 404


def test_a_colleague_of_the_unit_looks_on_and_needs_the_code(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    colleague = account(database, "ole@kommune.dk")
    assert do(client, code, colleague, "lock", "c1")["code"] == "desk.not_yours"
    pass_minutes(client, code)
    assert do(client, code, colleague, "take_over", "c2")["code"] == "desk.code"
    made = client.post(f"/g/{code}/backup", headers={**bearer(owner), "accept": "text/html"})
    backup = made.text.partition('backup-code">')[2].partition("<")[0]
    assert len(backup) == 19
    pass_minutes(client, code)
    assert do(client, code, colleague, "take_over", "c3", code="forkert")["code"] == "desk.code"
    typed = backup.lower().replace("-", " ")
    assert do(client, code, colleague, "take_over", "c4", code=typed)["ok"]
    assert desk(client, code, colleague)["name"] == "ole"


def test_the_account_that_began_the_game_is_the_owner_on_any_machine(
    client: TestClient, database: Database
) -> None:
    mette = account(database)
    game = a_game(client, mette)
    assert do(client, game["code"], mette, "lock", "m1")["ok"]


def test_the_paper_lets_somebody_in_without_an_account(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    form = client.get(f"/g/{code}/deputy", headers={"accept": "text/html"})
    assert "Reservekoden fra papiret" in form.text
    none_yet = client.post(f"/g/{code}/deputy", data={"backup": "", "name": "Ea"})
    assert none_yet.status_code == 422
    made = client.post(f"/g/{code}/backup", headers={**bearer(owner), "accept": "text/html"})
    backup = made.text.partition('backup-code">')[2].partition("<")[0]
    wrong = client.post(f"/g/{code}/deputy", data={"backup": "ABCD", "name": ""})
    assert wrong.status_code == 422
    assert "Koden er forkert" in wrong.text
    came = client.post(f"/g/{code}/deputy", data={"backup": backup, "name": "Ea"})
    assert (came.status_code, came.headers["location"]) == (303, f"/g/{code}/host")
    page = client.get(f"/g/{code}/host")
    assert page.status_code == 200
    assert "Ea" in [one["name"] for one in desk(client, code, owner)["deputies"]]
    client.cookies.clear()
    client.post(f"/g/{code}/deputy", data={"backup": backup, "name": "Ea"})
    assert client.get(f"/g/{code}/host").status_code == 200
    assert [one["name"] for one in desk(client, code, owner)["deputies"]].count("Ea") == 1


def test_only_who_leads_makes_codes_and_links(client: TestClient, database: Database) -> None:
    game = a_game(client, account(database))
    code = game["code"]
    person, bo = named(client, game)
    assert client.post(f"/g/{code}/backup", headers=bearer(bo)).status_code == 409
    assert client.post(f"/g/{code}/deputies/{person}/link").status_code == 401
    assert client.get(f"/g/{code}/backup", headers=bearer(bo)).status_code == 409


def test_a_deputys_link_opens_the_console_in_a_browser(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database))
    person, bo = named(client, game)
    came = client.get(f"/g/{game['code']}/deputy?key={bo}")
    assert came.headers["location"] == f"/g/{game['code']}/host"
    page = client.get(f"/g/{game['code']}/host")
    facts = json.loads(page.text.partition('id="page">')[2].partition("</script>")[0])
    assert facts["desk"] == person


def test_the_house_closes_a_game_whoever_leads_it(client: TestClient, database: Database) -> None:
    game = a_game(client, account(database))
    _, bo = named(client, game)
    pass_minutes(client, game["code"])
    assert do(client, game["code"], bo, "take_over", "b1")["ok"]
    page = browser(client, database)
    closed = page.post(f"/projects/{game['project']}/games/{game['code']}/close")
    assert closed.status_code == 303


def test_a_person_without_a_phone_confirms_by_a_link(
    client: TestClient, database: Database
) -> None:
    code, owner, link = linked_person(client, database)
    path = link.removeprefix("http://testserver")
    shown = client.get(path, headers={"accept": "text/html"})
    assert "Er du Ib?" in shown.text
    came = client.post(path, headers={"accept": "text/html"})
    assert came.headers["location"] == f"/g/{code}/play"
    assert client.get(f"/g/{code}/play").status_code == 200
    gone = client.post(f"/g/{code}/seats/s_01/link", headers=bearer(owner))
    assert gone.json()["error"]["code"] == "seat.not_proxy"
    assert "Pladsen er din" in client.get(path, headers={"accept": "text/html"}).text
    assert client.get(f"/j/{code}/mine/forkert").status_code == 404


def test_the_link_of_a_person_who_answered_ends_after_a_day(
    client: TestClient, database: Database
) -> None:
    _, _, link = linked_person(client, database)
    assert client.post(link, headers={"accept": "text/html"}).status_code == 303
    with database.write() as session:
        token = session.exec(select(Token).where(Token.kind == "person")).one()
        assert token.expires_at is not None
        assert timedelta(hours=23) < token.expires_at - now() <= timedelta(days=1)
        token.expires_at = now()
        session.add(token)
    assert client.get(link).status_code == 404
    client.cookies.clear()
    assert client.post(link, headers={"accept": "text/html"}).status_code == 404


def test_who_was_taken_out_waits_at_the_door_with_the_same_seat(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    said = {"name": "Ane", "role": "team_lead"}
    first = client.post(f"/api/v1/games/{code}/seats", json=said).json()
    assert do(client, code, owner, "remove_seat", "o1", seat=first["seat"])["ok"]
    again = client.post(
        f"/api/v1/games/{code}/seats", json=said, headers=bearer(first["token"])
    ).json()
    assert again["seat"] == first["seat"]
    view = client.get(f"/g/{code}/state?as=facilitator", headers=bearer(owner)).json()["set"]
    assert [one["waiting"] for one in view["roster"]] == [True]
    assert [one["do"] for one in view["suggestions"]] == ["let_in"]


def test_a_phone_of_a_merged_seat_goes_on_as_the_other(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database))
    code, owner = game["code"], game["facilitator_token"]
    tokens = []
    for name in ("Ane", "Ane igen"):
        said = {"name": name, "role": "team_lead"}
        tokens.append(client.post(f"/api/v1/games/{code}/seats", json=said).json()["token"])
        client.cookies.clear()
    assert do(client, code, owner, "merge_seats", "o1", seats=["s_01", "s_02"])["ok"]
    view = client.get(f"/g/{code}/state?as=player", headers=bearer(tokens[1])).json()["set"]
    assert view["me"]["seat"] == "s_01"
