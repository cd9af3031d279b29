"""Whoever has no mouse, no wide screen or no script comes in all the same."""

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, SMALL_PHONE, Heard, visit
from support.browser.desk import Desk
from support.browser.keyboard import press, tab_to
from support.browser.look import PICTURES, letters, slug_of, too_wide
from support.browser.phone import Phone
from support.browser.site import Site, make_project, sign_in, start_game

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def host(browser: Browser, site: Site) -> Page:
    """A facilitator in the console of a game in its lobby."""
    page = visit(browser, Heard(site.url), LAPTOP)
    sign_in(page)
    make_project(page)
    start_game(page)
    return page


@pytest.fixture
def code(host: Page) -> str:
    return host.url.split("/")[-2]


def test_a_keyboard_is_enough_to_join_and_to_lay_a_card(
    browser: Browser, heard: Heard, host: Page, code: str
) -> None:
    page = visit(browser, heard, LAPTOP)
    page.goto(f"/j/{code}")
    tab_to(page, page.locator("[name=name]"), wraps=False)
    page.keyboard.type("Kirsten Lund")
    tab_to(page, page.locator("[name=role]").first, wraps=False)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    press(page, page.locator(".actions button"), wraps=False)
    expect(page.locator(".nametag-role")).to_have_text("Driftschef")

    desk, phone = Desk(host), Phone(page, "Kirsten Lund", "da", 0)
    while desk.button.inner_text() != "Vis kortene":
        desk.press(anyway=True)
    expect(page.locator(".fan .pick").nth(1)).to_be_visible()
    expect(page.locator("h1")).to_be_focused()  # the step changed
    press(page, page.locator(".fan .pick").nth(1), wraps=False)
    expect(page.locator(".fan .pick").nth(1)).to_have_attribute("aria-pressed", "true")
    press(page, phone.main, wraps=False)
    expect(page.locator(".laid li")).to_have_count(1)
    assert page.evaluate("document.activeElement !== document.body")  # nobody is lost
    assert heard.complaints == []
    page.context.close()


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_page_scrolls_sideways_on_the_narrowest_phone(
    browser: Browser, site: Site, host: Page, code: str, language: str
) -> None:
    page = visit(browser, Heard(site.url), SMALL_PHONE, language)
    page.context.add_cookies(host.context.cookies())
    wide: set[str] = set()
    project = host.get_by_role("link", name="Projektets side").get_attribute("href") or ""
    for path in (
        *("/", "/j", f"/j/{code}", "/projects", "/projects/new", "/projects/organisation"),
        *(project, f"{project}/edit", "/nowhere"),
    ):
        page.goto(f"{path}?language={language}")
        name = f"{language} {path.replace(project, 'project').replace(code, 'code')}"
        page.screenshot(
            path=PICTURES / "narrow" / f"{slug_of(name)}.png", scale="css", full_page=True
        )
        wide |= too_wide(page, name)
        with letters(page):
            wide |= too_wide(page, f"{name} at 200 %")
    page.context.close()
    assert wide == set()


def test_a_seat_is_taken_without_script(browser: Browser, heard: Heard, code: str) -> None:
    page = visit(browser, heard, SMALL_PHONE, java_script_enabled=False)
    page.goto(f"/j/{code}")
    page.get_by_role("button", name="Gå med i spillet").click()
    expect(page.locator("#role-wrong")).to_be_visible()  # a sentence at the field
    page.locator("[name=name]").fill("Ulla Thorsen")
    page.locator("[name=role][value=team_lead]").check()
    page.get_by_role("button", name="Gå med i spillet").click()
    expect(page).to_have_url(f"/g/{code}/play")
    # Chromium's switch stops scripts, yet keeps hidden what is meant for browsers without any.
    assert "Spillet kører med JavaScript" in page.content()
    page.context.close()


def test_no_page_allows_what_is_inline(
    browser: Browser, heard: Heard, host: Page, code: str
) -> None:
    for path in ("/", "/j", f"/j/{code}", "/projects", f"/g/{code}/host", f"/g/{code}/board"):
        answered = host.request.get(path)
        assert answered.ok
        policy = answered.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert policy.startswith("default-src 'none'")
