"""A project's page on paper, and under the longest title anybody may give it."""

import re

import pytest
from playwright.sync_api import Browser, Page

from support.browser.chromium import LAPTOP, SMALL_PHONE, Heard, visit
from support.browser.look import PICTURES, letters, too_wide
from support.browser.site import Site, make_project, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONGEST = "Arbejdsmarkedsuddannelsesadministrationssagsbehandlingstidsopgørelse på tværs"
SHOWN = """(names) => names.filter((name) =>
  [...document.querySelectorAll(name)].some((one) => one.checkVisibility()))"""


@pytest.fixture
def mette(browser: Browser, site: Site) -> Page:
    page = visit(browser, Heard(site.url), LAPTOP, color_scheme="dark")
    sign_in(page)
    return page


def test_the_longest_word_stays_on_its_page(browser: Browser, site: Site, mette: Page) -> None:
    address = make_project(mette, LONGEST)
    page = visit(browser, Heard(site.url), SMALL_PHONE)
    page.context.add_cookies(mette.context.cookies())
    wide: set[str] = set()
    for path in ("/projects", address, f"{address}/edit"):
        page.goto(path)
        page.screenshot(path=PICTURES / f"longest-{path.rpartition('/')[2]}.png", full_page=True)
        wide |= too_wide(page, path)
        with letters(page):
            wide |= too_wide(page, f"{path} at 200 %")
    page.context.close()
    mette.context.close()
    assert wide == set()


def test_what_can_only_be_pressed_is_not_printed(mette: Page) -> None:
    make_project(mette, "Til papir")
    furniture = [".bar", ".foot", ".play", ".button"]
    assert mette.evaluate(SHOWN, furniture) == furniture
    mette.emulate_media(media="print")
    assert mette.evaluate(SHOWN, furniture) == []
    assert mette.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "oklch(1 0 0)"
    )
    for paper in ("A4", "A3"):
        printed = mette.pdf(format=paper, print_background=False)
        assert len(re.findall(rb"/Type /Page\b", printed)) == 1
    mette.context.close()
