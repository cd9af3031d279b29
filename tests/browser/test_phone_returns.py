"""A phone that was locked, reloaded or opened without a network; what it does for its person."""

import re
from collections.abc import Iterator
from time import monotonic
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.budget import note
from support.browser.chromium import PHONE, SMALL_PHONE, Heard, visit
from support.browser.look import PICTURES, letters, too_small, too_wide
from support.browser.phone import Phone
from support.browser.site import Site
from support.browser.table import PEOPLE, Person, Table, open_table

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOLDER: Final = PICTURES / "returns"
BACK_S: Final = 2.0
FIRST_CARD_S: Final = 30.0
CITIZEN = Person("Aisha Noor", "citizen_rep", "da", SMALL_PHONE)
SPIES: Final = """
window.seen = {locks: 0, freed: 0, tones: 0};
const lock = () => ({released: false, release() { this.released = true; seen.freed += 1; }});
Object.defineProperty(navigator, "wakeLock", {
  value: {request: async () => { seen.locks += 1; return lock(); }},
});
const Quiet = AudioContext;
window.AudioContext = class extends Quiet {
  createOscillator() { seen.tones += 1; return super.createOscillator(); }
};
"""
KEPT: Final = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys())
      found.push(new URL(request.url).pathname);
  return found;
}"""


@pytest.fixture(scope="module")
def table(browser: Browser, site: Site) -> Iterator[Table]:
    """Two phones in the round of effects; the first one knows what its person has asked it for."""
    opened = open_table(browser, Heard(site.url), (PEOPLE[0], CITIZEN))
    opened.phones[1].n = 2  # who names owners, and takes nothing
    phone = opened.phones[0].page
    phone.context.add_init_script(SPIES)
    phone.reload()
    opened.play_to("Vis kortene")
    yield opened
    opened.leave()


def seen(page: Page, what: str) -> int:
    found: int = page.evaluate(f"window.seen.{what}")
    return found


def menu(page: Page) -> None:
    page.locator(".who").tap()
    expect(page.locator("dialog.menu")).to_be_visible()


def lay_a_card(phone: Phone) -> None:
    laid = phone.page.locator(".laid li").count()
    phone.lay_first_card()
    expect(phone.page.locator(".laid li")).to_have_count(laid + 1)


def test_from_the_link_to_the_first_card_is_a_matter_of_seconds(
    browser: Browser, heard: Heard, table: Table
) -> None:
    page = visit(browser, heard, PHONE)
    began = monotonic()
    page.goto(f"/j/{table.code}")
    page.locator("[name=name]").fill("Ole Bro")
    page.locator("[name=role]").first.check()
    page.locator(".actions button").tap()
    phone = Phone(page, "Ole Bro", "da", 0)
    page.locator(".fan .pick").first.wait_for()
    lay_a_card(phone)
    took = monotonic() - began
    note("from the link to the first card, by a machine", f"{took:.1f} s")
    assert took < FIRST_CARD_S
    page.context.close()


def test_a_phone_that_slept_is_back_in_its_step_at_once(
    browser: Browser, heard: Heard, table: Table
) -> None:
    phone = table.phones[1].page
    page = visit(browser, heard, PHONE)
    page.context.add_cookies(phone.context.cookies())
    page.clock.install()
    page.goto(f"/g/{table.code}/play")
    expect(page.locator(".standing.is-good")).to_be_visible()
    page.evaluate("document.body.dataset.slept = 'yes'")
    page.wait_for_function(
        "() => localStorage.getItem(`gevinstspillet.${location.pathname.split('/')[2]}.met`)"
    )
    woke = monotonic()
    page.clock.fast_forward("05:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".standing.is-good")).to_be_visible()
    expect(page.locator(".stage h1")).to_be_visible()
    took = monotonic() - woke
    note("from a locked phone back to the step", f"{took:.2f} s")
    assert took < BACK_S
    assert page.evaluate("document.body.dataset.slept") == "yes"  # the page itself came back
    page.context.close()


def test_who_was_away_is_met_with_the_round_and_what_is_saved(table: Table) -> None:
    words = {
        "da": r"Velkommen tilbage, .*\. Runde 2, Effekter\. (Dit|Dine \d) kort er gemt\.",
        "en": r"Welcome back, .*\. Round 2, Effects\.",
    }
    for phone in table.phones:
        lay_a_card(phone)
        phone.page.reload()
        card = phone.page.locator(".notice.is-back")
        expect(card).to_have_text(re.compile(words[phone.language]))
        phone.page.screenshot(path=FOLDER / f"back-{phone.n}.png", scale="css")
        card.get_by_role("button").tap()
        expect(card).to_have_count(0)


def test_the_phone_opens_to_its_shell_without_a_network(table: Table) -> None:
    page = table.phones[0].page
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    kept = page.evaluate(KEPT)
    assert "/shell/da" in kept
    assert [path for path in kept if not path.startswith(("/static/", "/shell/"))] == []
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text("Der er ikke noget net")
    expect(page.locator(".standing")).to_have_text("Offline – prøver igen")
    assert "Mette" not in page.content()
    page.screenshot(path=FOLDER / "no-network.png", scale="css")
    page.context.set_offline(False)
    expect(page.locator(".laid li").first).to_be_visible(timeout=30_000)


def test_the_screen_stays_lit_from_the_first_touch_unless_switched_off(table: Table) -> None:
    page = table.phones[0].page
    page.reload()
    page.locator(".fan .pick, .laid li").first.wait_for()
    assert seen(page, "locks") == 0
    page.wait_for_load_state("networkidle")
    menu(page)
    page.wait_for_function("() => window.seen.locks === 1")
    lit = page.get_by_role("switch", name="Hold skærmen tændt")
    expect(lit).to_be_checked()
    lit.tap()
    expect(lit).not_to_be_checked()
    page.wait_for_function("() => window.seen.freed === 1")
    page.reload()
    menu(page)  # remembered on this phone
    expect(page.get_by_role("switch", name="Hold skærmen tændt")).not_to_be_checked()
    assert seen(page, "locks") == 0


def test_sound_is_off_until_it_is_switched_on(table: Table) -> None:
    page = table.phones[0].page
    page.reload()
    menu(page)
    sound = page.get_by_role("switch", name=re.compile("^Lyd"))
    expect(sound).not_to_be_checked()
    expect(page.get_by_role("switch", name=re.compile("^Vibration"))).not_to_be_checked()
    assert seen(page, "tones") == 0
    sound.tap()
    expect(sound).to_be_checked()
    assert seen(page, "tones") > 0  # it is heard at once
    page.get_by_role("switch", name="Vis tiden som en ring").tap()
    page.screenshot(path=FOLDER / "menu.png", scale="css")
    page.get_by_role("button", name="Luk").tap()
    expect(page.locator(".time-ring")).to_be_visible()


def test_more_time_is_asked_for_in_private(table: Table) -> None:
    one, other = table.phones
    before = other.page.locator("#app").inner_text()
    menu(one.page)
    one.page.get_by_role("button", name="Jeg har brug for mere tid").tap()
    expect(one.page.locator("dialog.menu")).to_have_count(0)
    table.desk.page.get_by_role("tab", name="Forslag").click()
    expect(table.desk.page.get_by_text("Giv et minut mere")).to_be_visible()
    menu(one.page)
    expect(one.page.get_by_role("button", name="Du har bedt om mere tid")).to_be_disabled()
    one.page.get_by_role("button", name="Luk").tap()
    assert other.page.locator("#app").inner_text() == before


def test_text_of_twice_the_size_needs_no_sideways_scrolling(table: Table) -> None:
    wide: set[str] = set()
    for phone in table.phones:
        page = phone.page
        with letters(page):
            wide |= too_wide(page, f"hand {phone.n}")
            page.screenshot(path=FOLDER / f"large-hand-{phone.n}.png", scale="css")
            menu(page)
            wide |= too_wide(page, f"menu {phone.n}")
            page.screenshot(path=FOLDER / f"large-menu-{phone.n}.png", scale="css")
            assert too_small(page, "menu") == set()
            page.get_by_role("button", name="Luk").tap()
    assert wide == set()


def test_sound_tells_of_a_new_step(table: Table) -> None:
    page = table.phones[0].page
    heard_before = seen(page, "tones")
    table.desk.press(anyway=True)
    expect(page.locator("h1")).to_have_text("Kortene er vendt")
    page.wait_for_function("(before) => window.seen.tones > before", arg=heard_before)


def test_only_roles_that_may_own_are_offered(table: Table) -> None:
    table.play_to("Videre til Ejerskab")
    for _ in range(2):  # the briefing, and the round itself
        table.desk.press(anyway=True)
    citizen = table.phones[1].page
    later = citizen.get_by_role("button", name="Senere")
    if later.count():
        later.tap()
    citizen.locator(".is-roles .fan .pick").first.tap()
    offered = citizen.locator(".is-roles .choice").all_inner_texts()
    assert "Driftschef" in offered
    assert {"Projektleder", "Budgetansvarlig", "Direktør"} & set(offered) == set()
    expect(citizen.get_by_role("button", name="Jeg tager den")).to_have_count(0)
    citizen.screenshot(path=FOLDER / "roles.png", scale="css")


def test_a_question_that_may_be_left_has_a_way_past_it(table: Table) -> None:
    table.play_to("Videre til Modvind")
    table.desk.press(anyway=True)
    table.desk.press(anyway=True)
    phone = table.phones[1].page
    expect(phone.locator("h1")).to_contain_text("Hvem mister noget")
    phone.get_by_role("button", name="Jeg er færdig").tap()
    expect(phone.locator("h1")).to_have_text("Du er klar")
