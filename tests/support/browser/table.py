"""A whole room: the facilitator's console, the board, and the participants' phones."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, PHONE, SMALL_PHONE, WALL, Heard, visit
from support.browser.desk import Desk
from support.browser.phone import Hands, Phone
from support.browser.site import TITLE, make_project, sign_in, start_game

LONG_ENOUGH_S = 10
"""So long a facilitator who is told to wait waits for phones that have nothing left to do."""


class Person(NamedTuple):
    """Who sits down with which phone."""

    name: str
    role: str
    language: str
    device: dict[str, Any] = PHONE
    hands: Hands = "finger"


PEOPLE = (
    Person("Mette Dahl", "head_of_operations", "da"),
    Person("Jonas Friis", "unit_manager", "en", SMALL_PHONE),
    Person("Aisha Noor", "budget_holder", "da"),
    Person("Per Holm", "citizen_rep", "en"),
)

GOODBYE = {"da": "Tak for spillet", "en": "Thanks for playing"}


@dataclass
class Table:
    """Everybody in the room."""

    code: str
    project: str
    desk: Desk
    board: Page
    phones: Sequence[Phone]

    def play(
        self, until: Callable[[], bool], before_press: Callable[[], None] = lambda: None
    ) -> None:
        """Everybody does what their screen asks for, and the facilitator goes on, until then."""
        acted = monotonic()
        while not until():
            self.desk.give_time()
            if sum(phone.play() for phone in self.phones):
                acted = monotonic()
            if until():
                return
            waited_long = monotonic() > acted + LONG_ENOUGH_S
            before_press()
            if self.desk.press(anyway=waited_long):
                acted = monotonic()

    def leave(self) -> None:
        """Everybody closes their browser."""
        for page in (self.desk.page, self.board, *(phone.page for phone in self.phones)):
            page.context.close()

    def play_to(self, title: str) -> None:
        """Play until the console's button has this text."""
        self.play(lambda: self.desk.button.inner_text() == title)


def open_table(
    browser: Browser,
    heard: Heard,
    people: Sequence[Person],
    title: str = TITLE,
    variant: str = "short30",
) -> Table:
    """A new project with a game in its lobby, a board on the wall, and everybody in."""
    host = visit(browser, heard, LAPTOP)
    sign_in(host)
    project = make_project(host, title, variant)
    code = start_game(host)
    board = board_of(browser, heard, host)
    return Table(code, project, Desk(host), board, seated(browser, heard, code, people))


def board_of(browser: Browser, heard: Heard, host: Page) -> Page:
    """The board on the machine at the wall, by the link that the project's page gives."""
    console = host.url
    host.get_by_role("link", name="Projektets side").click()
    host.get_by_role("button", name="Hent et link til tavlen").click()
    link = host.locator("a[href*='board?key=']").get_attribute("href") or ""
    board = visit(browser, heard, WALL)
    board.goto(link)
    expect(board).to_have_url(re.compile("/board$"))  # the key is out of the address
    host.goto(console)
    return board


def seated(
    browser: Browser, heard: Heard, code: str, people: Sequence[Person]
) -> tuple[Phone, ...]:
    """The phones of these people, come in by the plain form."""
    phones = []
    for n, (name, role, language, device, hands) in enumerate(people):
        phone = Phone(visit(browser, heard, device, language), name, language, n, hands=hands)
        phone.join(code, role)
        phones.append(phone)
    return tuple(phones)
