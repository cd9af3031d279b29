"""Every longer game with six simulated phones and one real one, down to 320 px and up to 200 %.

The first of them is played by keyboard alone.
"""

from dataclasses import dataclass, field
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, LOAD_MS, SMALL_PHONE, Heard
from support.browser.crowd import crowd
from support.browser.look import PICTURES, Looked, letters, slug_of, too_wide
from support.browser.phone import IDLE, Phone, Screen
from support.browser.site import Site
from support.browser.table import GOODBYE, Person, Table, open_table

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SIMULATED: Final = 6
NARROW: Final = [(320, 568), (768, 1024)]
"""Where a console may have to stand: the phone of a facilitator in need, and a tablet."""
KEPT: Final = Looked(PICTURES / "variants")
"""A screen that one game has shown is not looked at again in the next."""


@dataclass
class Watch:
    """Looks at every screen of one game that no game before it had."""

    table: Table
    console: str
    wide: set[str] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    unanswered: str = ""

    def phone(self, phone: Phone, screen: Screen) -> None:
        """A screen of the phone: narrow, with large letters, and to axe."""
        shape = f"{self.table.desk.now} {phone.language} {screen.shape}"
        if shape in KEPT.seen:
            return
        name = f"phone {self.table.desk.round} {phone.language} {screen.kind} {screen.title}"
        KEPT.at(phone.page, name, shape=shape)
        self.wide |= too_wide(phone.page, name)
        self._large(phone.page, name)

    def screens(self) -> None:
        """The console at its desk, narrow and in large letters, and the board; nobody is stuck."""
        for phone in self.table.phones:
            screen = phone.read()
            waits = screen.main and not any(one in screen.kind for one in (*IDLE, "is-lobby"))
            if waits and screen.text == self.unanswered:
                self.stuck.add(screen.text)
            self.unanswered = screen.text if waits else ""
        step = self.table.desk.now
        name = f"console {self.console} {step}"
        if slug_of(name) in KEPT.seen:
            return
        KEPT.at(self.table.desk.page, name)
        self._narrow(self.table.desk.page, name)
        self._large(self.table.desk.page, name)
        KEPT.at(self.table.board, f"board {step}")

    def _narrow(self, page: Page, name: str) -> None:
        for width, height in NARROW:
            page.set_viewport_size({"width": width, "height": height})
            self._fits(page, name, f"at {width} px")
            KEPT.judge(page, f"{name} at {width} px")
        page.set_viewport_size(LAPTOP["viewport"])

    def _large(self, page: Page, name: str) -> None:
        with letters(page):
            self._fits(page, name, "at 200 %")
            KEPT.judge(page, f"{name} at 200 %")

    def _fits(self, page: Page, name: str, how: str) -> None:
        self.wide |= too_wide(page, f"{name} {how}")
        picture = PICTURES / "variants" / f"{slug_of(name)}-{slug_of(how)}.jpg"
        page.screenshot(path=picture, type="jpeg", scale="css", timeout=LOAD_MS)


@pytest.mark.parametrize(
    ("variant", "console", "person"),
    [
        ("standard60", "da", Person("Ole Bro", "citizen_rep", "da", SMALL_PHONE)),
        ("standard75", "en", Person("Ole Bro", "unit_manager", "en", SMALL_PHONE)),
        ("extended90", "da", Person("Ole Bro", "head_of_operations", "da", SMALL_PHONE)),
    ],
)
def test_a_whole_game_reaches_its_map_on_every_screen(
    browser: Browser, site: Site, heard: Heard, variant: str, console: str, person: Person
) -> None:
    table = open_table(browser, heard, (person,), f"Nyt pas, {variant}", variant)
    host, (phone,) = table.desk.page, table.phones
    phone.n = {"citizen_rep": 2, "unit_manager": 1}.get(person.role, 0)
    for page, surface in ((host, "host"), (table.board, "board")):
        page.goto(f"/g/{table.code}/{surface}?language={console}")
    watch = Watch(table, console)
    phone.on_screen = watch.phone
    phone.hands = "keyboard" if variant == "standard60" else "finger"
    with crowd(site.url, table.code, SIMULATED):
        expect(host.locator(".person-row")).to_have_count(SIMULATED + 1)
        table.play(lambda: table.desk.is_over, watch.screens)
        expect(phone.page.locator("h1")).to_have_text(GOODBYE[person.language])
        phone.play()
        watch.screens()
        assert phone.page.locator(".outline .entry").count() > 8
        expect(table.board.get_by_text("(sim)").first).to_be_visible()  # who promised what
    host.goto(table.project)
    expect(host.locator("figure.drawing svg")).to_be_visible()
    assert watch.stuck == set()
    assert watch.wide == set()
    assert KEPT.faults == []
    assert heard.complaints == []
    assert heard.strangers == []
    table.leave()
