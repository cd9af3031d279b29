"""A facilitator rehearses: presses the button, sees the room fill, leads it, and throws it away."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, SMALL_PHONE, WALL, Heard, visit
from support.browser.look import too_wide
from support.browser.site import make_project, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FILLING_MS = 20_000


@pytest.fixture
def desk(browser: Browser, heard: Heard) -> Page:
    page = visit(browser, heard, LAPTOP)
    sign_in(page)
    return page


def test_a_room_fills_is_marked_and_is_thrown_away(
    browser: Browser, heard: Heard, desk: Page
) -> None:
    project = make_project(desk)
    desk.get_by_role("link", name="Øv", exact=True).click()
    desk.get_by_role("button", name="Start øvelsen").click()
    expect(desk).to_have_url(re.compile("/g/[0-9A-Z]{6}/host$"))
    code = desk.url.split("/")[-2]
    expect(desk.get_by_text("Øvelse · intet bliver gemt")).to_be_visible()
    expect(desk.get_by_text("12 af 12 er her")).to_be_visible(timeout=FILLING_MS)

    wall = desk.context.new_page()
    wall.set_viewport_size(WALL["viewport"])
    wall.goto(f"/g/{code}/board")
    expect(wall.get_by_text("Øvelse · intet bliver gemt")).to_be_visible()
    expect(wall.get_by_text("(sim)").first).to_be_visible()

    phone = visit(browser, heard, SMALL_PHONE, "en")
    phone.goto(f"/j/{code}")
    phone.locator("[name=name]").fill("Ida")
    phone.locator("[name=role]").first.check(force=True)
    phone.locator(".actions button").click()
    expect(phone.get_by_text("Rehearsal · nothing is kept")).to_be_visible()
    assert not too_wide(phone, "phone")

    desk.get_by_role("button", name="Start spillet").click()
    expect(desk.get_by_role("button", name="Start spillet")).to_be_hidden()

    desk.goto(project)
    expect(desk.get_by_text("12 simulerede deltagere")).to_be_visible()
    desk.get_by_role("link", name="Gå til øvelsen").click()
    desk.get_by_role("button", name="Slut øvelsen").click()
    expect(desk).to_have_url(project)
    expect(desk.get_by_role("link", name="Øv", exact=True)).to_be_visible()
    expect(desk.get_by_text(code)).to_have_count(0)
    expect(wall.get_by_text("Der er intet spil med den kode.")).to_be_visible()
    expect(phone.get_by_text("There is no game")).to_be_visible()
    assert heard.complaints == []
    assert heard.strangers == []


def test_the_form_fits_a_small_phone_and_says_what_is_wrong(
    browser: Browser, heard: Heard, desk: Page
) -> None:
    project = make_project(desk)
    desk.set_viewport_size(SMALL_PHONE["viewport"])
    desk.goto(f"{project}/rehearsal")
    assert not too_wide(desk, "form")
    for name in ("Ivrige", "Langsomme", "Tavse", "Modvillige", "Falder ud"):
        desk.get_by_label(name).fill("0")
    desk.get_by_label("Ivrige").fill("3")
    desk.get_by_role("button", name="Start øvelsen").click()
    expect(desk.get_by_role("alert")).to_have_text("Vælg fra 4 til 300 deltagere til øvelsen.")
    expect(desk.get_by_label("Ivrige")).to_have_value("3")
    assert heard.complaints == []
