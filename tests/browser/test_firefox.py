"""Half an hour's game in Firefox: phones, console and board, and Chromium sees the same."""

from contextlib import suppress
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as TooLate

from support.browser.chromium import LAPTOP, WALL, Heard, visit
from support.browser.crowd import crowd
from support.browser.look import PICTURES
from support.browser.site import Site
from support.browser.table import GOODBYE, Person, open_table

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE: Final[dict[str, Any]] = {"viewport": {"width": 390, "height": 844}}
"""Firefox has neither touch nor a phone's screen when it is driven from outside."""
PEOPLE: Final = (
    Person("Mette Dahl", "head_of_operations", "da", PHONE, "mouse"),
    Person("Jonas Friis", "unit_manager", "en", PHONE, "mouse"),
)
SIMULATED: Final = 4
CONSOLE: Final = (".map-title", ".meter-figure", ".outline-title", ".script-say p", ".person-name")
BOARD: Final = (".meter-figure",)
"""Its lanes and lists turn by themselves, each board's in its own time."""
SHOWN: Final = """(looks) => JSON.stringify(looks.map((look) =>
  [...document.querySelectorAll(look)].map((one) => one.textContent.trim()).sort()))"""
SAME: Final = f"([looks, expected]) => ({SHOWN})(looks) === expected"
LOOKS_AGAIN: Final = 12
ONE_LOOK_MS: Final = 2_000


def same(one: Page, other: Page, looks: tuple[str, ...]) -> None:
    """Both browsers show the same words, as soon as both have drawn the newest."""
    shown = ""
    for _ in range(LOOKS_AGAIN):
        shown = one.evaluate(SHOWN, list(looks))
        with suppress(TooLate):
            other.wait_for_function(SAME, arg=[list(looks), shown], timeout=ONE_LOOK_MS)
            return
    assert other.evaluate(SHOWN, list(looks)) == shown


def test_a_whole_game_in_firefox_looks_as_it_does_in_chromium(
    firefox: Browser, browser: Browser, site: Site, heard: Heard
) -> None:
    table = open_table(firefox, heard, PEOPLE)
    host, board = table.desk.page, table.board
    desk_2, board_2 = (visit(browser, heard, device) for device in (LAPTOP, WALL))
    for page, own in ((desk_2, host), (board_2, board)):
        page.context.add_cookies(own.context.cookies())  # type: ignore[arg-type]  # as test_access does
        page.goto(own.url)
    compared: set[str] = set()

    def compare() -> None:
        step = table.desk.now
        if step in compared:
            return
        compared.add(step)
        same(host, desk_2, CONSOLE)
        same(board, board_2, BOARD)

    with crowd(site.url, table.code, SIMULATED):
        expect(host.locator(".person-row")).to_have_count(SIMULATED + len(PEOPLE))
        table.play(lambda: table.desk.button.inner_text() == "Vis kortene", compare)
        phone = table.phones[0].page
        phone.reload()
        notice = phone.locator(".notice.is-back")
        expect(notice).to_contain_text("Velkommen tilbage, Mette Dahl.")
        notice.get_by_role("button").click()
        table.play(lambda: table.desk.is_over, compare)
        for one in table.phones:
            expect(one.page.locator("h1")).to_have_text(GOODBYE[one.language])
            assert one.page.locator(".own .card").count() > 0
        same(board, board_2, BOARD)
    assert len(compared) > 15
    assert heard.complaints == []
    assert heard.strangers == []
    for name, page in (("console", host), ("board", board), ("phone", phone)):
        # The driver's own style for pictures is blocked by our policy, as it should be.
        page.screenshot(path=PICTURES / "firefox" / f"{name}.png")
    table.leave()
    for page in (desk_2, board_2):
        page.context.close()
