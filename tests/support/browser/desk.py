"""The facilitator at the console, who presses what the console shows."""

import re

from playwright.sync_api import Error, Locator, Page, expect

SOON_MS = 1_000


def reached(button: Locator) -> bool:
    """Press it; False if the last one was ready meanwhile, and the step closed under the finger."""
    try:
        button.click(timeout=SOON_MS)
    except Error:
        if button.count():
            raise
        return False
    return True


class Desk:
    """A console in a browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bar = page.locator(".next")
        self.button = page.locator(".next-button")
        expect(self.bar).to_be_visible()

    @property
    def is_over(self) -> bool:
        """Whether the console offers no next step any more."""
        return self.button.count() == 0

    @property
    def round(self) -> str:
        """The round that is played."""
        place = self.page.locator(".sheet-round.is-now .sheet-title")
        return place.inner_text().partition(",")[0].strip() if place.count() else "before"

    @property
    def now(self) -> str:
        """The round and what comes next, which together name a step."""
        return f"{self.round} {'end' if self.is_over else self.button.inner_text()}"

    def press(self, *, anyway: bool = False) -> bool:
        """Press the large button; False when the console said to wait, which is then done."""
        before = self.bar.inner_text()
        self.button.click()
        expect(self.bar).not_to_have_text(before, use_inner_text=True)
        if self.page.locator(".next.is-asking").count() == 0:
            return True
        if not anyway:
            reached(self.page.get_by_role("button", name=re.compile("Vent lidt|Wait a little")))
            return False
        asked = self.bar.inner_text()
        self.button.click()
        expect(self.bar).not_to_have_text(asked, use_inner_text=True)
        return True

    def give_time(self) -> None:
        """Two minutes more where few are left: a machine may be slower than people are."""
        more = self.page.get_by_role("button", name=re.compile("To minutter mere|Two minutes more"))
        clock = self.page.locator(".clock .timer > [aria-hidden]")
        left = "".join(clock.all_inner_texts())  # no clock, no time to give
        if more.count() and re.match("[01]:", left) and reached(more):
            expect(clock).to_have_text(re.compile("[2-9]:"))
