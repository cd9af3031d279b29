"""Phones lose their network and servers their power; nobody loses a play."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, expect

from support.browser.chromium import Heard
from support.browser.look import PICTURES
from support.browser.site import Site
from support.browser.table import PEOPLE, Table, open_table

pytestmark = [pytest.mark.browser, pytest.mark.slow]
RECONNECTED_MS = 30_000
"""Longer than the silence that a phone waits out before it calls a line dead."""
ALL_CARDS = 8


@pytest.fixture(scope="module")
def table(browser: Browser, site: Site) -> Iterator[Table]:
    """Two phones with four cards each to lay, in the round of effects; the tests lay some."""
    opened = open_table(browser, Heard(site.url), PEOPLE[:2])
    opened.play_to("Vis kortene")
    yield opened
    opened.leave()


def cards_played(site: Site, table: Table) -> int:
    """How many plays of cards the server has kept."""
    path = site.folder / "gevinstspil.sqlite"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        found = database.execute(
            "SELECT count(*) FROM event WHERE game_id = ? AND type = 'PlayMade'"
            " AND json_extract(public, '$.round') = 'r2'",
            (table.code,),
        )
        return int(found.fetchone()[0])


def test_a_play_made_offline_is_kept_sent_and_accepted_once(site: Site, table: Table) -> None:
    phone, other = table.phones
    before = cards_played(site, table)
    phone.page.context.set_offline(True)
    expect(phone.state_line).to_have_text("Offline – prøver igen")
    title = phone.lay_first_card()
    expect(phone.state_line).to_have_text("Offline – sender senere")
    phone.page.screenshot(path=PICTURES / "interruptions" / "phone-offline.png", scale="css")
    other.lay_first_card()  # the room goes on meanwhile
    expect(other.page.locator(".laid li")).to_have_count(1)
    assert cards_played(site, table) == before + 1

    phone.page.context.set_offline(False)
    expect(phone.state_line).to_contain_text("Gemt", timeout=RECONNECTED_MS)
    expect(phone.page.locator(".laid-title", has_text=title)).to_have_count(1)
    phone.page.reload()
    expect(phone.page.locator(".laid-title", has_text=title)).to_have_count(1)
    expect(phone.page.locator(".notice.is-back")).to_contain_text("Velkommen tilbage, Mette Dahl.")
    assert cards_played(site, table) == before + 2


def test_a_play_made_offline_outlives_the_page(site: Site, table: Table) -> None:
    phone, _ = table.phones
    before = cards_played(site, table)
    phone.page.context.set_offline(True)
    expect(phone.state_line).to_contain_text("Offline")
    title = phone.lay_first_card()
    expect(phone.state_line).to_have_text("Offline – sender senere")
    phone.page.goto("about:blank")  # the battery died
    phone.page.context.set_offline(False)
    phone.page.goto(f"/g/{table.code}/play")
    expect(phone.page.locator(".laid-title", has_text=title)).to_have_count(1)
    assert cards_played(site, table) == before + 1


def test_a_killed_server_comes_back_and_the_game_goes_on(site: Site, table: Table) -> None:
    phone = table.phones[0]
    before = cards_played(site, table)
    screens = {"phone": phone.page, "console": table.desk.page, "board": table.board}
    lost = table.desk.page.locator(".line.is-down"), table.board.get_by_text("Ingen forbindelse")
    site.kill()
    for one in table.phones:
        expect(one.state_line).to_contain_text("Offline")
    for mark in lost:
        expect(mark).to_be_visible()
    title = phone.lay_first_card()
    for name, page in screens.items():
        page.screenshot(path=PICTURES / "interruptions" / f"{name}-server-gone.png", scale="css")

    site.start()
    for one in table.phones:
        expect(one.page.locator(".standing.is-good")).to_be_visible(timeout=RECONNECTED_MS)
    for mark in lost:
        expect(mark).to_have_count(0, timeout=RECONNECTED_MS)
    expect(phone.page.locator(".laid-title", has_text=title)).to_have_count(1)
    assert cards_played(site, table) == before + 1
    table.play_to("Videre til Ejerskab")  # the round is played to its end
    assert cards_played(site, table) == ALL_CARDS
