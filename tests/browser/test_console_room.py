"""The console has room for what its reader needs, on the small screen of a meeting room too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, Heard, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOBBY, FIGURES = 0, 3


@pytest.fixture
def page(browser: Browser, heard: Heard) -> Iterator[Page]:
    opened = visit(browser, heard, LAPTOP)
    yield opened
    opened.context.close()


def stood_at(page: Page, scene: int) -> None:
    """The console of this scene alone, as high as its screen."""
    page.goto(f"/styleguide/console?scene={scene}&language=da")
    expect(page.locator(".console")).to_be_visible()
    page.evaluate("document.querySelector('header').remove()")


def test_the_zoom_covers_no_card(page: Page) -> None:
    stood_at(page, FIGURES)
    page.get_by_role("tab", name="Kort").click()
    expect(page.locator(".map-card").first).to_be_visible()
    zoom, seen = (page.locator(one).bounding_box() for one in (".zoom", ".console-map-view"))
    assert zoom
    assert seen
    assert zoom["y"] + zoom["height"] <= seen["y"]
    page.get_by_role("button", name="Større").click()
    expect(page.get_by_role("button", name="Mindre", exact=True)).to_be_enabled()


def test_findings_moves_and_people_are_all_in_sight(page: Page) -> None:
    stood_at(page, FIGURES)
    for move in page.locator(".moves li").all():
        expect(move).to_be_in_viewport(ratio=1)
    for finding in page.locator(".finding").all()[:2]:
        expect(finding).to_be_in_viewport(ratio=1)
    page.locator(".person-row").first.click()
    for person in page.locator(".person-row").all()[:3]:
        expect(person).to_be_in_viewport(ratio=1)
    page.locator(".finding-list").focus()
    page.keyboard.press("End")
    expect(page.locator(".finding").last).to_be_in_viewport(ratio=1)


def test_a_long_name_leaves_room_for_the_role(page: Page) -> None:
    stood_at(page, FIGURES)
    person = page.locator(".person-name:has(span)").first
    person.locator("b").evaluate("one => { one.textContent = 'Cholmondeley '.repeat(5); }")
    row, role = person.bounding_box(), person.locator("span").bounding_box()
    assert row
    assert role
    assert role["x"] + 60 <= row["x"] + row["width"]


def test_what_is_folded_says_so_and_a_script_is_one_row(page: Page) -> None:
    stood_at(page, FIGURES)
    tops = page.locator(".script-note").evaluate_all("all => all.map((one) => one.offsetTop)")
    assert len(tops) == 3
    assert len(set(tops)) == 1
    page.get_by_role("tab", name="Kort").click()
    page.locator(".map-card.tone-citizens").first.click()
    sign = "one => getComputedStyle(one, '::before').content"
    assert "+" in page.locator(".node-why summary").evaluate(sign)
