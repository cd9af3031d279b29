"""A whole room: the facilitator's console, the board, and the participants' phones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, PHONE, SMALL_PHONE, WALL, Heard, visit
from support.browser.desk import Desk
from support.browser.phone import Phone
from support.browser.site import make_project, sign_in, start_game

LONG_ENOUGH = 3
"""So often a facilitator who is asked to wait waits for phones that have nothing left to do."""


class Person(NamedTuple):
    """Who sits down with which phone."""

    name: str
    role: str
    language: str
    device: dict[str, Any] = PHONE


PEOPLE = (
    Person("Mette Dahl", "head_of_operations", "da"),
    Person("Jonas Friis", "unit_manager", "en", SMALL_PHONE),
    Person("Aisha Noor", "budget_holder", "da"),
    Person("Per Holm", "citizen_rep", "en"),
)


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
        asked_to_wait = 0
        while not until():
            self.desk.give_time()
            for phone in self.phones:
                phone.play()
            if until():
                return
            before_press()
            went_on = self.desk.press(anyway=asked_to_wait == LONG_ENOUGH)
            asked_to_wait = 0 if went_on else asked_to_wait + 1

    def play_to(self, title: str) -> None:
        """Play until the console's button has this text."""
        self.play(lambda: self.desk.button.inner_text() == title)


def open_table(
    browser: Browser, heard: Heard, people: Sequence[Person], title: str = "Nyt pas uden ventetid"
) -> Table:
    """A new project with a game in its lobby, a board on the wall, and everybody in."""
    host = visit(browser, heard, LAPTOP)
    sign_in(host)
    project = make_project(host, title)
    code = start_game(host)
    return Table(
        code, project, Desk(host), board_of(host, code), seated(browser, heard, code, people)
    )


def board_of(host: Page, code: str) -> Page:
    """The board, opened from the console."""
    with host.context.expect_page() as opened:
        host.get_by_role("link", name="Åbn tavlen").first.click()
    board = opened.value
    board.set_viewport_size(WALL["viewport"])
    expect(board).to_have_url(f"/g/{code}/board")
    return board


def seated(
    browser: Browser, heard: Heard, code: str, people: Sequence[Person]
) -> tuple[Phone, ...]:
    """The phones of these people, come in by the plain form."""
    phones = []
    for n, (name, role, language, device) in enumerate(people):
        phone = Phone(visit(browser, heard, device, language), name, language, n)
        phone.join(code, role)
        phones.append(phone)
    return tuple(phones)
