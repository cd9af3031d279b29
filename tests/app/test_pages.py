"""The pages: who is sent away, what a form keeps, what a page may load, and both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app import assets, auth
from app.db import Database
from app.i18n import words
from app.models import MapVersion, Person, Seat, now
from app.settings import Settings
from app.templating import softened
from game.map_json import drawn_json, map_bytes
from support.pas import pas_map
from support.web import HOME, HTML, PROJECT, a_game, account, bearer, browser, client_of

TEMPLATES = sorted(Path("templates").rglob("*.*"))
FORM = {
    "title": "Nyt pas",
    "purpose": "Hurtigt pas.",
    "goal.1": "Enkel service",
    "goal.1.approved_by": "director",
    "enabler.2": "MitID-skab",
    "enabler.2.by": "2027-06-01",
    "enabler.2.digital": "1",
    "variant": "short30",
    "language": "da",
    "role.director": "1",
    "role.team_lead": "1",
    "cost_dkk": "1.500.000",
    "months": "18",
}


@pytest.fixture
def client(settings: Settings, database: Database) -> Iterator[TestClient]:
    with client_of(settings, database) as made:
        made.headers.update(HTML)
        yield made


@pytest.fixture
def mette(client: TestClient, database: Database) -> TestClient:
    return browser(client, database)


# --- who is sent away --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/projects", "/projects/new", "/projects/p_1", "/projects/p_1/edit"]
)
def test_a_stranger_is_sent_to_sign_in_and_back(client: TestClient, path: str) -> None:
    sent = client.get(path)
    assert (sent.status_code, sent.headers["location"]) == (303, f"/sign-in?next={path}")


def test_another_sites_form_is_refused(mette: TestClient) -> None:
    for origin in ("https://evil.example", "null"):
        refused = mette.post("/projects/new", data=FORM, headers={"origin": origin})
        assert refused.status_code == 403
    silent = mette.build_request("POST", f"{HOME}/projects/new", data=FORM)
    del silent.headers["origin"]
    assert mette.send(silent).status_code == 403


def test_a_wrong_password_keeps_the_address(client: TestClient, database: Database) -> None:
    account(database)
    sent = {"email": "mette@kommune.dk", "password": "wrong", "next": "/projects"}
    refused = client.post("/sign-in", data=sent)
    assert refused.status_code == 401
    assert 'value="mette@kommune.dk"' in refused.text
    assert 'value="wrong"' not in refused.text


@pytest.mark.parametrize("next_url", ["https://evil.example", "//evil.example", "/\\evil", ""])
def test_signing_in_leads_to_our_own_pages_only(
    client: TestClient, database: Database, next_url: str
) -> None:
    account(database)
    sent = {"email": "mette@kommune.dk", "password": "correct horse", "next": next_url}
    signed_in = client.post("/sign-in", data=sent, headers={"origin": HOME})
    assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/projects")
    cookie = signed_in.headers["set-cookie"]
    assert cookie.startswith("account=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_signing_out_ends_the_browsers_key(mette: TestClient, database: Database) -> None:
    key = mette.cookies["account"]
    assert mette.get("/projects").status_code == 200
    assert mette.post("/sign-out").headers["location"] == "/"
    with database.read() as session:
        assert auth.account_of(session, key) is None


def test_the_first_account_is_made_by_its_link_once(client: TestClient, database: Database) -> None:
    with database.write() as session:
        link = auth.first_link(session) or ""
    assert client.get("/first/guess").status_code == 404
    assert client.get(link).status_code == 200
    told = {"organisation": "Aarhus", "email": "mette", "password": "short"}
    refused = client.post(link, data=told, headers={"origin": HOME})
    assert refused.status_code == 422
    assert 'value="Aarhus"' in refused.text
    assert refused.text.count('aria-invalid="true"') == 2
    told |= {"email": "mette@kommune.dk", "password": "correct horse"}
    assert client.post(link, data=told, headers={"origin": HOME}).status_code == 303
    assert "Aarhus" in client.get("/projects").text
    assert client.get(link).status_code == 404


# --- setting a project up ----------------------------------------------------------------------


def test_an_empty_form_has_a_sentence_at_each_field_that_needs_one(mette: TestClient) -> None:
    refused = mette.post("/projects/new", data={"variant": "short30", "language": "da"})
    assert refused.status_code == 422
    for field in ("title", "purpose"):
        assert f'id="{field}-wrong"' in refused.text
    assert 'id="goal.1-wrong"' in refused.text or 'href="#goal.1"' in refused.text


def test_nothing_that_was_typed_is_lost(mette: TestClient) -> None:
    typed = {**FORM, "title": "", "months": "many", "goal.3": "x" * 141}
    refused = mette.post("/projects/new", data=typed)
    assert refused.status_code == 422
    for kept in ("Hurtigt pas.", "Enkel service", "MitID-skab", "1.500.000", "many", "x" * 141):
        assert kept in refused.text
    assert 'id="goal.3-wrong"' in refused.text
    assert 'value="director" selected' in refused.text
    assert 'name="role.team_lead" value="1" checked' in refused.text
    assert 'name="role.supplier" value="1">' in refused.text


def test_a_project_is_made_and_changed_by_its_form(mette: TestClient, database: Database) -> None:
    made = mette.post("/projects/new", data=FORM)
    assert made.status_code == 303
    path = made.headers["location"]
    program = bearer(account(database))
    read = mette.get(f"/api/v1{path}", headers=program).json()
    assert read["goals"] == [{"text": "Enkel service", "approved_by": "director"}]
    assert [one["text"] for one in read["enablers"]] == ["MitID-skab"]
    assert (read["cost_dkk"], read["months"], read["variant"]) == (1_500_000, 18, "short30")
    assert read["roles"] == ["director", "team_lead"]
    form = mette.get(f"{path}/edit").text
    assert 'value="Enkel service"' in form
    changed = mette.post(f"{path}/edit", data={**FORM, "title": "Pas <b>nu</b>"})
    assert changed.headers["location"] == path
    assert "Pas &lt;b&gt;nu&lt;/b&gt;" in mette.get(path).text


def test_a_version_that_no_database_can_hold_is_unreadable(mette: TestClient) -> None:
    page = mette.post("/projects/new", data=FORM).headers["location"]
    assert mette.get(f"{page.partition('?')[0]}?version={10**23}").status_code == 422


def test_a_game_begins_from_the_page_and_ends_there(mette: TestClient) -> None:
    path = mette.post("/projects/new", data=FORM).headers["location"]
    begun = mette.post(f"{path}/games", data={"variant": "short30"})
    assert begun.status_code == 303
    code = begun.headers["location"].split("/")[2]
    host = mette.get(begun.headers["location"])
    assert host.status_code == 200
    page = mette.get(path).text
    assert code in page
    again = mette.post(f"{path}/games", data={})
    assert again.status_code == 409
    assert 'role="alert"' in again.text
    assert mette.post(f"{path}/games/AAAAAA/close").status_code == 404
    assert mette.post(f"{path}/games/{code}/close").headers["location"] == path
    assert f"/api/v1/games/{code}/record" in mette.get(path).text


# --- what every page is ------------------------------------------------------------------------


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.as_posix())
def test_no_template_holds_a_script_or_a_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text)
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or 'type="application/json"' in script


@pytest.mark.parametrize("path", ["/", "/j", "/sign-in", "/nowhere"])
def test_a_page_loads_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    page = client.get(path)
    policy = page.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert page.headers["x-content-type-options"] == "nosniff"
    for address in re.findall(r'(?:href|src)="([^"]+)"', page.text):
        assert address.startswith(("/", "#"))
        if address.startswith("/static/"):
            got = client.get(address)
            assert got.status_code == 200
            assert "immutable" in got.headers["cache-control"]


def test_a_file_that_is_not_there_is_said(client: TestClient) -> None:
    assert client.get("/static/x/nothing.css").status_code == 404
    assert client.get("/static/x/../../pyproject.toml").status_code == 404
    old = client.get("/static/old/css/tokens.css")
    assert (old.status_code, old.headers["cache-control"]) == (200, "no-cache")
    assert old.headers["content-encoding"] == "gzip"


def test_a_page_speaks_the_readers_language(client: TestClient) -> None:
    assert 'lang="da"' in client.get("/", headers={"accept-language": "fr"}).text
    english = client.get("/", headers={"accept-language": "da;q=0.4, en-GB;q=0.9"})
    assert 'lang="en"' in english.text
    chosen = client.get("/?language=en")
    assert 'lang="en"' in chosen.text
    assert 'lang="en"' in client.get("/", headers={"accept-language": "da"}).text
    assert 'lang="da"' in client.get("/?language=da").text


def test_what_danish_says_with_one_word_may_be_two_in_english() -> None:
    assert [words(one).gettext("Formål|flere") for one in ("da", "en")] == ["Formål", "Goals"]
    assert "Formål|flere" in Path("templates/pages/project.html").read_text()


def test_a_long_word_parts_with_a_hyphen() -> None:
    assert softened("Pas i borgerservicecentre") == "Pas i borger\u00adservice\u00adcentre"
    assert softened("Kort ventetid") == "Kort ventetid"


def test_a_module_is_preloaded_with_all_it_imports() -> None:
    found = assets.modules("js/pages/play.js")
    assert {"js/pages/play.js", "js/lib/wire.js"} < set(found)
    assert len(found) == len(set(found)) <= 13


def test_what_opens_the_line_is_fetched_before_what_draws_and_the_largest_first() -> None:
    found = assets.modules("js/pages/play.js")
    drawing = found.index("js/parts/phone-app.js")
    assert {"js/pages/play.js", "js/lib/wire.js", "js/lib/socket.js"} < set(found[:drawing])
    sizes = [len(assets.asset(name).plain) for name in found[:drawing]]
    assert sizes == sorted(sizes, reverse=True)


def test_the_vendored_module_is_sent_in_the_place_of_the_one_that_names_its_exports() -> None:
    (sent,) = assets.SENT_AS["js/lib/vendor.js"]
    names = (assets.ROOT / "js/lib/vendor.js").read_text()
    assert f'}} from "../../{sent}";' in names
    assert assets.asset("js/lib/vendor.js") == assets.asset(sent)


def test_a_phones_sheets_come_in_one_piece(client: TestClient) -> None:
    sheets = [
        client.get(assets.url(f"css/{name}.css")).text for name in ("tokens", "cards", "phone")
    ]
    joined = client.get(assets.url("css/play.css"))
    assert joined.headers["content-type"] == "text/css; charset=utf-8"
    assert joined.text == "".join(sheets)


def test_the_list_says_what_to_do_when_it_is_empty(mette: TestClient) -> None:
    assert "/projects/new" in mette.get("/projects").text
    mette.post("/projects/new", data=FORM)
    assert PROJECT["title"] not in mette.get("/projects").text
    assert "Nyt pas" in mette.get("/projects").text


def test_the_page_names_who_promised_to_do_something(
    client: TestClient, database: Database
) -> None:
    game = a_game(client, account(database, "ole@kommune.dk"))
    meters = {"ownership": 50, "realism": 50, "citizen_focus": 50}
    judged = {"findings": [], "meters": meters, "verdict": "draft"}
    whole = {**drawn_json(pas_map(), "da"), **judged}
    promise = {**whole["actions"][0], "seat": "s_01", "role": "team_lead"}
    content = map_bytes({**whole, "actions": [promise]})
    with database.write() as session:
        session.add(Person(id="p_bo", project_id=game["project"], name="Bo Friis"))
        session.flush()
        session.add(Seat(game_id=game["code"], id="s_01", person_id="p_bo"))
        made = {"round": "r7", "engine": "1.0.0", "hash": "sha256:0", "at": now()}
        key = {"project_id": game["project"], "version": 1, "game_id": game["code"], "seq": 1}
        session.add(MapVersion(**key, **made, content=content))
    page = browser(client, database).get(f"/projects/{game['project']}").text
    assert ">Bo Friis, teamleder</td>" in page


def test_a_new_project_opens_its_room_at_once(client: TestClient, database: Database) -> None:
    page = browser(client, database)
    typed = {"title": "Pas", "purpose": "Enkel service", "goal.1": "Enkel", "variant": "short30"}
    made = page.post("/projects/new", data={**typed, "open": "1"})
    assert made.status_code == 303
    assert made.headers["location"].endswith("/host")
    assert page.get(made.headers["location"]).status_code == 200
