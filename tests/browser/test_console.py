"""The console alone runs a whole game: by keyboard, for people without phones, with a deputy."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, Heard, visit
from support.browser.keyboard import press, tab_to
from support.browser.look import PICTURES, Looked, too_wide
from support.browser.site import Site, make_project, sign_in, start_game

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEPS = 60


@pytest.fixture
def host(browser: Browser, site: Site, heard: Heard) -> Iterator[Page]:
    """A facilitator in the console of a new game."""
    page = visit(browser, heard, LAPTOP)
    sign_in(page)
    make_project(page)
    start_game(page)
    expect(page.locator(".next-button")).to_be_visible()
    yield page
    page.context.close()


def add_proxy(page: Page, name: str) -> None:
    """Add somebody without a phone, by keyboard."""
    press(page, page.locator(".lobby-steps").get_by_role("button", name="Tilføj en uden telefon"))
    expect(page.locator(".action-form select").first).to_be_focused()
    expect(page.locator(".action-form button[type=submit]")).to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.locator(".person-row", has_text=name)).to_be_visible()


def test_a_whole_game_is_led_by_keyboard_alone(host: Page, heard: Heard) -> None:
    looked = Looked(PICTURES / "console")
    add_proxy(host, "Ib Jensen")
    button = host.locator(".next-button")
    tab_to(host, button)
    for _ in range(STEPS):
        if button.count() == 0:
            break
        words = button.inner_text()
        looked.at(host, f"console {words}")
        assert too_wide(host, words) == set()
        host.keyboard.press("Enter")
        expect(host.locator(".next")).not_to_contain_text(words, use_inner_text=True) if (
            host.locator(".next.is-asking").count() == 0
        ) else host.keyboard.press("Enter")
        expect(button.or_(host.get_by_text("Spillet er slut."))).not_to_have_text(words)
        if button.count():
            expect(button).to_be_focused()
    expect(host.get_by_text("Spillet er slut.")).to_be_visible()
    assert re.search("/projects/[^/]+$", host.locator(".next-link").get_attribute("href") or "")
    assert looked.faults == []
    assert heard.complaints == []


def test_a_helper_plays_a_printed_card_by_its_number(host: Page, heard: Heard) -> None:
    add_proxy(host, "Ib Jensen")
    button = host.locator(".next-button")
    while button.inner_text() != "Vis kortene":
        words = button.inner_text()
        button.click()
        if host.locator(".next.is-asking").count():
            button.click()
        expect(button).not_to_have_text(words)
    host.get_by_role("tab", name=re.compile("Uden telefon")).click()
    hand = host.locator(".hand-card b").all_inner_texts()
    paper = next(f"B-{n}" for n in range(1, 13) if f"nr. B\N{NON-BREAKING HYPHEN}{n}" not in hand)
    host.get_by_role("button", name="Læg kort nr. …").click()
    host.get_by_label("Kortets nummer").fill(paper.lower())
    host.locator(".action-form button[type=submit]").click()
    host.get_by_role("button", name="Læg kort nr. …").click()
    host.get_by_label("Kortets nummer").fill(paper)
    host.locator(".action-form button[type=submit]").click()
    expect(host.locator(".refusal")).to_contain_text("kort")  # it lies already, in one sentence
    looked = Looked(PICTURES / "console")
    looked.at(host, "console uden telefon")
    assert looked.faults == []
    assert heard.complaints == []


def test_a_deputy_looks_on_and_is_told_when_to_take_over(
    browser: Browser, host: Page, heard: Heard
) -> None:
    host.get_by_role("tab", name="Rummet").click()
    host.get_by_role("button", name="Udnævn en stedfortræder").click()
    host.get_by_label("Navn").fill("Bodil Ø")
    host.locator(".action-form button[type=submit]").click()
    host.get_by_role("button", name="Vis link").click()
    link = host.locator(".link-url a").get_attribute("href") or ""
    deputy = visit(browser, heard, LAPTOP)
    deputy.goto(link)
    expect(deputy).to_have_url(re.compile("/host$"))  # the key is out of the address
    expect(deputy.locator(".desk-line")).to_contain_text("Du kigger med")
    expect(deputy.locator(".next-button")).to_have_count(0)
    expect(host.locator(".deputies li")).to_contain_text("kigger med")
    looked = Looked(PICTURES / "console")
    looked.at(deputy, "console stedfortraeder")
    looked.at(host, "console rummet")
    deputy.reload()
    expect(deputy.locator(".desk-line")).to_contain_text("Du kigger med")
    assert looked.faults == []
    assert heard.complaints == []
    deputy.context.close()


def test_a_text_is_hidden_in_one_tap_and_taken_back_in_one(host: Page) -> None:
    host.get_by_role("tab", name="Liste").click()
    row = host.locator(".outline-row", has_text="Udleveringsskab")
    row.click()
    host.get_by_role("button", name="Skjul overalt").click()
    expect(row).to_have_count(0)
    host.get_by_role("button", name=re.compile("Fortryd: skjulte E2")).click()
    expect(row).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/guide", "/guide/tour", "/guide/short30", "/guide/standard75", "/guide/extended90"]
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_guide_is_clean_and_its_script_fits_one_page(
    browser: Browser, heard: Heard, path: str, language: str
) -> None:
    page = visit(browser, heard, LAPTOP, language)
    page.goto(f"{path}?language={language}")
    looked = Looked(PICTURES / "guide")
    looked.at(page, f"page {path} {language}")
    if path.count("/") == 2 and not path.endswith("tour"):
        made = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page[^s]", made)) == 1
    assert looked.faults == []
    assert heard.complaints == []
    page.context.close()
