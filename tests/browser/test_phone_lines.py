"""What a phone says of its line in every state; no way of losing the line is a dead end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import SMALL_PHONE, Heard, visit
from support.browser.look import PICTURES, too_small, too_wide
from support.browser.moment import COMING
from support.browser.network import Sockets, portal
from support.browser.phone import Phone
from support.browser.site import Site
from support.browser.table import PEOPLE, Table, open_table

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOLDER: Final = PICTURES / "lines"
RECONNECTED_MS: Final = 30_000

SAID: Final = {
    "da": {
        "connected": "Forbundet",
        "sending": "Sender …",
        "saved": "Gemt ",
        "offline": "Offline – prøver igen",
        "waits": "Offline – sender senere",
        "late": "Kom for sent",
    },
    "en": {
        "connected": "Connected",
        "sending": "Sending …",
        "saved": "Saved ",
        "offline": "Offline – trying again",
        "waits": "Offline – will send later",
        "late": "Came too late",
    },
}


@dataclass
class Room:
    """A table in the round of effects, and the network of each of its phones."""

    table: Table
    sockets: tuple[Sockets, ...]


@pytest.fixture(scope="module")
def room(browser: Browser, site: Site) -> Iterator[Room]:
    opened = open_table(browser, Heard(site.url), PEOPLE[:2])
    opened.play_to("Vis kortene")
    made = []
    for phone in opened.phones:
        sockets = Sockets(phone.page)
        sockets.take()
        phone.page.reload()
        expect(phone.page.locator(".standing.is-good")).to_be_visible()
        made.append(sockets)
    yield Room(opened, tuple(made))
    opened.leave()


@pytest.fixture(autouse=True)
def enough_time(room: Room) -> None:
    room.table.desk.give_time()


def both(room: Room) -> Iterator[tuple[Phone, Sockets, dict[str, str]]]:
    for phone, sockets in zip(room.table.phones, room.sockets, strict=True):
        yield phone, sockets, SAID[phone.language]


def test_a_page_whose_scripts_do_not_come_can_be_asked_for_again(
    browser: Browser, site: Site, room: Room
) -> None:
    for phone, _, _ in both(room):
        page = visit(browser, Heard(site.url), SMALL_PHONE, phone.language)
        page.context.add_cookies(phone.page.context.cookies())  # type: ignore[arg-type]  # as wall_of does
        page.route("**/phone-app.js", lambda route: route.abort())
        page.goto(phone.page.url)
        expect(page.locator("h1")).to_have_text(COMING)
        again = page.locator(".late a")
        expect(again).not_to_be_visible()  # for some seconds
        page.evaluate("document.getAnimations().forEach((one) => one.finish())")
        expect(again).to_be_visible()
        assert too_small(page, "no scripts") == set()
        page.screenshot(path=FOLDER / f"no-scripts-{phone.language}.png", scale="css")
        page.unroute("**/phone-app.js")
        again.tap()
        expect(page.locator(".standing.is-good")).to_be_visible()
        page.context.close()


def look(phone: Phone, name: str) -> None:
    """Keep a picture; nothing is too wide or too small."""
    phone.page.screenshot(path=FOLDER / f"{name}-{phone.language}.png", scale="css")
    assert too_wide(phone.page, name) == set()
    assert too_small(phone.page, name) == set()


def test_a_play_is_sending_then_saved_and_stays_so_after_a_reload(room: Room) -> None:
    for phone, sockets, said in both(room):
        sockets.hold(on=True)
        title = phone.lay_first_card()
        expect(phone.state_line).to_have_text(said["sending"])
        look(phone, "sending")
        phone.page.reload()  # what is on its way survives, and is sent again with its old id
        expect(phone.state_line).to_have_text(said["sending"])
        sockets.hold(on=False)
        phone.page.reload()
        expect(phone.state_line).to_contain_text(said["saved"])
        expect(phone.page.locator(".laid-title", has_text=title)).to_have_count(1)
        phone.page.reload()
        expect(phone.state_line).to_contain_text(said["saved"])


def test_offline_is_told_with_what_waits_and_a_button(room: Room) -> None:
    for phone, _sockets, said in both(room):
        phone.page.context.set_offline(True)
        expect(phone.state_line).to_have_text(said["offline"])
        notice = phone.page.locator(".refusal.is-offline")
        expect(notice.get_by_role("button")).to_be_visible()
        phone.lay_first_card()
        expect(phone.state_line).to_have_text(said["waits"])
        look(phone, "offline")
        phone.page.context.set_offline(False)
        expect(phone.state_line).to_contain_text(said["saved"], timeout=RECONNECTED_MS)
        expect(notice).to_have_count(0)


def test_where_no_socket_gets_through_the_game_goes_by_plain_http(room: Room) -> None:
    for phone, sockets, said in both(room):
        sockets.block(on=True)
        with phone.page.expect_response("**/state?*", timeout=RECONNECTED_MS):
            sockets.end(1012)
        expect(phone.page.locator(".standing.is-good")).to_be_visible(timeout=RECONNECTED_MS)
        laid = phone.page.locator(".laid li").count()
        phone.page.get_by_role("button", name=TAKE_BACK[phone.language]).first.tap()
        expect(phone.page.locator(".laid li")).to_have_count(laid - 1)
        expect(phone.state_line).to_contain_text(said["saved"])
        sockets.block(on=False)
        phone.page.reload()
        expect(phone.page.locator(".standing.is-good")).to_be_visible()


TAKE_BACK = {"da": "Tag tilbage", "en": "Take back"}


@pytest.mark.parametrize("status", [200, 403])
def test_the_door_of_a_wifi_ends_no_game(room: Room, status: int) -> None:
    phone, sockets, said = next(both(room))
    away = portal(phone.page, status=status)
    sockets.block(on=True)
    with phone.page.expect_response("**/state?*", timeout=RECONNECTED_MS):
        sockets.end(1012)  # the call is answered by somebody else
    expect(phone.state_line).to_have_text(said["offline"])
    expect(phone.page.locator(".fan .pick").first).to_be_visible()  # the game is still there
    away()
    sockets.block(on=False)
    expect(phone.page.locator(".standing.is-good")).to_be_visible(timeout=RECONNECTED_MS)


LEADS_TO: Final = {4001: "/g/", 4003: "/g/", 4004: "/j", 4010: "/", 4013: "/g/", 4026: "/g/"}
"""Where the button of each close leads; who has a seat is let in again at the door."""


@pytest.mark.parametrize("code", LEADS_TO)
def test_every_close_is_a_screen_with_a_way_on(room: Room, code: int) -> None:
    for phone, sockets, _said in both(room):
        sockets.end(code)
        button = phone.page.locator(".stage.is-still ~ .foot .button.is-main")
        expect(button).to_have_count(1)
        expect(phone.page.locator(".standing.is-away")).to_be_visible()
        look(phone, f"closed-{code}")
        button.tap()
        expect(button).to_have_count(0)
        path = phone.page.evaluate("location.pathname")
        assert path.startswith(LEADS_TO[code])
        phone.page.goto(f"/g/{room.table.code}/play")
        expect(phone.page.locator(".standing.is-good")).to_be_visible()


@pytest.mark.parametrize("code", [1013, 4008, 4029])
def test_a_close_that_passes_is_told_and_tried_again(room: Room, code: int) -> None:
    phone, sockets, _said = next(both(room))
    sockets.end_each(code)
    sockets.end(code)
    notice = phone.page.locator(".refusal.is-offline")
    expect(notice).to_be_visible()
    expect(notice.get_by_role("button")).to_be_attached()
    sockets.end_each(None)
    expect(phone.page.locator(".standing.is-good")).to_be_visible(timeout=RECONNECTED_MS)
    expect(notice).to_have_count(0)


def test_two_tabs_of_one_seat_are_both_live(room: Room) -> None:
    phone, _sockets, _said = next(both(room))
    other = phone.page.context.new_page()
    other.goto(f"/g/{room.table.code}/play")
    before = phone.page.locator(".laid-title").count()
    phone.lay_first_card()
    for page in (other, phone.page):
        expect(page.locator(".laid-title")).to_have_count(before + 1)
    other.get_by_role("button", name=TAKE_BACK["da"]).first.tap()
    for page in (other, phone.page):
        expect(page.locator(".laid-title")).to_have_count(before)
    other.close()


def test_one_more_phone_gets_the_seat_by_its_code_once(browser: Browser, room: Room) -> None:
    phone, _sockets, _said = next(both(room))
    link = link_of(phone, "Fortsæt på en anden telefon")
    look(phone, "another-phone")
    phone.page.get_by_role("button", name="Luk").tap()
    context = browser.new_context(base_url=phone.page.url, viewport={"width": 390, "height": 844})
    second = context.new_page()
    second.goto(link)
    second.get_by_role("button", name="Fortsæt som Mette Dahl").click()
    laid = phone.page.locator(".laid-title")
    count = laid.count()
    expect(second.locator(".laid-title")).to_have_count(count)
    expect(second.locator(".who-name")).to_contain_text("Mette Dahl")
    second.get_by_role("button", name=TAKE_BACK["da"]).first.click()
    for one in (second.locator(".laid-title"), laid):  # on both, as soon as it is taken back
        expect(one).to_have_count(count - 1)
    context.close()

    late = browser.new_context(locale="da-DK").new_page()
    late.goto(link)
    expect(late.get_by_role("link", name="Til spillets dør")).to_be_visible()
    late.context.close()


def link_of(phone: Phone, words: str) -> str:
    """The address behind the code in the own menu."""
    open_menu(phone.page)
    with phone.page.expect_response("**/phone-link") as answered:
        phone.page.get_by_role("button", name=words).tap()
    expect(phone.page.locator(".move-code")).to_be_visible()
    link: str = answered.value.json()["url"]
    return link


def open_menu(page: Page) -> None:
    page.locator(".who").click()
    expect(page.locator("dialog.menu")).to_be_visible()


def test_what_comes_after_the_flip_is_too_late_and_says_so(room: Room) -> None:
    for _phone, sockets, _said in both(room):
        sockets.hold(on=True)
    for phone, _sockets, said in both(room):
        phone.lay_first_card()
        expect(phone.state_line).to_have_text(said["sending"])
    room.table.desk.press(anyway=True)
    for phone, sockets, said in both(room):
        sockets.release()
        expect(phone.state_line).to_have_text(said["late"])
        expect(phone.page.locator(".refusal")).to_be_visible()
        look(phone, "too-late")
