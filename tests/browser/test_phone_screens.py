"""What stands on a phone's screens in the moments that are hard to fit or to word."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from support.browser.chromium import Heard
from support.browser.moment import moment
from support.browser.phone import Phone
from support.browser.site import Site
from support.browser.table import PEOPLE, open_table

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SIZES: Final = ("small", "large")
CO_SIGN: Final = (461, "s_06")
SIGN: Final = (733, "s_03")


@pytest.fixture(scope="module")
def phones(browser: Browser, site: Site) -> Iterator[tuple[Phone, ...]]:
    """Somebody at the table in Danish, somebody in English: the pages to tell scenes to."""
    table = open_table(browser, Heard(site.url), PEOPLE[:2])
    yield tuple(table.phones)
    table.leave()


NOT_NOW: Final = {"da": "Ikke nu", "en": "Not now"}
WAITS: Final = {"da": "Ét spørgsmål venter", "en": "One question is waiting"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at", [CO_SIGN, SIGN])
def test_a_signature_may_wait_and_is_asked_for_again(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], at: tuple[int, str], size: str
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, at, size) as now:
            title = now.page.locator("h1").inner_text()
            now.picture(f"signature-{at[0]}")
            assert now.page.locator(".foot .button.is-main").count() == 2  # equally large
            now.page.get_by_role("button", name=NOT_NOW[phone.language]).tap()
            expect(now.page.locator(".stage.is-calm")).to_be_visible()
            now.picture(f"signature-{at[0]}-later")
            assert now.sent == ["done"]
            now.page.get_by_role("button", name=WAITS[phone.language]).tap()
            expect(now.page.locator("h1")).to_have_text(title)
    assert heard.complaints == []
