"""A facilitator, a board and six phones play half an hour's game to its saved map."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app import record
from support.browser.chromium import LAPTOP, SMALL_PHONE, Heard, visit
from support.browser.desk import Desk
from support.browser.look import PICTURES, Looked, too_small, too_wide
from support.browser.phone import Phone, Screen
from support.browser.site import Site, make_project, sign_in, start_game
from support.browser.table import GOODBYE, PEOPLE, Person, Table, board_of, seated

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MORE = (
    Person("Sara Lund", "team_lead", "da"),
    Person("Omar Aziz", "process_owner", "en", SMALL_PHONE),
)
"""Two who play along; their screens are those of the others, and are not looked at again."""


@dataclass
class Played:
    """What is left when the game is over, and what was noticed on the way."""

    table: Table
    heard: Heard
    looked: Looked
    too_wide: set[str]
    too_small: set[str]
    host: Page


@pytest.fixture(scope="module")
def played(browser: Browser, site: Site) -> Iterator[Played]:
    heard, looked = Heard(site.url), Looked(PICTURES / "game")
    host = visit(browser, heard, LAPTOP)
    table = set_up(browser, heard, looked, host)
    wide: set[str] = set()
    small: set[str] = set()

    def look_at_phone(phone: Phone, screen: Screen) -> None:
        name = f"phone {table.desk.round} {phone.language} {screen.kind} {screen.title}"
        shape = f"{table.desk.now} {phone.language} {screen.shape}"
        looked.at(phone.page, name, shape=shape, in_dark=phone.language == "da")
        wide.update(too_wide(phone.page, name))
        small.update(too_small(phone.page, name))

    def look_at_screens() -> None:
        looked.at(table.board, f"board {table.desk.now}")
        looked.at(host, f"console {table.desk.now}")

    for phone in table.phones[: len(PEOPLE)]:
        phone.on_screen = look_at_phone
    expect(host.locator(".person-row")).to_have_count(len(table.phones))
    table.play(lambda: table.desk.is_over, look_at_screens)
    for phone in table.phones:
        expect(phone.page.locator("h1")).to_have_text(GOODBYE[phone.language])
        phone.play()
    look_at_screens()
    look_at_the_project(looked, table, host)
    yield Played(table, heard, looked, wide, small, host)
    table.leave()


def set_up(browser: Browser, heard: Heard, looked: Looked, host: Page) -> Table:
    """From the front page to six people in the lobby, looking at every page on the way."""
    host.goto("/")
    looked.at(host, "page start")
    host.goto("/sign-in")
    looked.at(host, "page sign-in")
    sign_in(host)
    looked.at(host, "page projects none")
    host.goto("/projects/new")
    looked.at(host, "page project form")
    host.get_by_role("button", name="Gem projektet").click()
    looked.at(host, "page project form refused")
    project = make_project(host)
    looked.at(host, "page project before")
    code = start_game(host)
    door = visit(browser, heard, LAPTOP, "en")
    for path in ("/", "/j", "/j?code=AAAAAA", f"/j/{code}"):
        door.goto(path)
        looked.at(door, f"page en {path.replace(code, 'code')}")
    door.context.close()
    board = board_of(browser, heard, host)
    return Table(code, project, Desk(host), board, seated(browser, heard, code, (*PEOPLE, *MORE)))


def look_at_the_project(looked: Looked, table: Table, host: Page) -> None:
    host.goto("/projects")
    looked.at(host, "page projects one")
    host.goto(table.project)
    looked.at(host, "page project after")
    host.goto(f"/j/{table.code}")
    looked.at(host, "page door shut")
    host.goto(table.project)


def test_the_map_is_on_the_projects_page_as_a_drawing_and_as_a_list(played: Played) -> None:
    drawing = played.host.locator("figure.drawing svg")
    expect(drawing).to_be_visible()
    for name in ("Mette Dahl", "Jonas Friis"):
        assert played.host.locator(".outline .entry", has_text=f"Ejer: {name}").count() > 0
    labels = played.host.locator(".outline .lane[class*=tone-] .entry-label").all_inner_texts()
    drawn = drawing.text_content() or ""
    assert len(labels) > 8
    assert [label for label in labels if label not in drawn] == []


def test_every_phone_keeps_what_its_person_promised(played: Played) -> None:
    for phone in played.table.phones[:2]:
        assert phone.page.locator(".own .card").count() > 0
    for phone in played.table.phones:
        assert phone.page.locator(".outline .entry").count() > 8


def test_the_board_closes_with_the_promises(played: Played) -> None:
    expect(played.table.board.get_by_text("Mette Dahl").first).to_be_visible()
    expect(played.table.board.get_by_text("Jonas Friis").first).to_be_visible()


def test_the_record_is_downloaded_and_its_map_follows_from_it(
    played: Played, tmp_path: Path
) -> None:
    link = played.host.get_by_role("link", name=f"Hent {played.table.code}")
    with played.host.expect_download() as downloading:
        link.click()
    kept = tmp_path / "record.json"
    downloading.value.save_as(kept)
    read = record.read(kept.read_bytes())
    maps = list(record.maps(read))
    assert read.game == played.table.code
    assert len(maps) >= 7  # one for each round
    assert all(one.agrees for one in maps)


def test_no_page_complained(played: Played) -> None:
    assert played.heard.complaints == []


def test_nobody_else_was_asked_for_anything(played: Played) -> None:
    assert played.heard.strangers == []


def test_every_screen_is_accessible_in_light_and_in_dark(played: Played) -> None:
    assert len(played.looked.seen) > 70
    assert played.looked.faults == []


def test_no_phone_scrolls_sideways(played: Played) -> None:
    assert played.too_wide == set()


def test_what_is_touched_is_large_enough_to_touch(played: Played) -> None:
    assert played.too_small == set()
