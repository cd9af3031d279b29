"""A participant: answers whatever the phone shows, by finger, by mouse or by keyboard."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Literal

from playwright.sync_api import Error, Locator, Page, expect

from support.browser.keyboard import press, tab_to

MOST_SLIPS = 3
"""So often the screen may move on under somebody's hands before they get through."""
IDLE = ("is-briefing", "is-calm", "is-still")
TEXTS = {
    "da": "Vi har prøvet det i ét område, og det virkede",
    "en": "We tried it in one district and it worked",
}
Hands = Literal["finger", "mouse", "keyboard"]
WORDS = ("kind", "title", "text")
SCALE = ".scale:not(:has([aria-pressed=true]))"
CHOICE = "fieldset.field:has(.choice):not(:has([aria-pressed=true]))"
YEAR = ("Budgetår", "Budget year")
LINE = ".field input.input:not([type=date]), .field textarea"
READ = """([scale, choice, line]) => {
  const all = (look) => [...document.querySelectorAll(look)].filter((one) => one.checkVisibility());
  const empty = (look) => all(look).filter((one) => one.value === "").length;
  const stage = document.querySelector(".stage");
  return {
    kind: stage.className.replace("stage", "").trim(),
    title: stage.querySelector("h1").innerText,
    text: stage.innerText,
    picks: all(".fan .pick").length,
    roles: all(".is-roles .fan").length,
    others: all(".seconded").length,
    buttons: all(".foot .button").length,
    main: all(".foot .button.is-main:enabled").length,
    scales: all(scale).length,
    choices: all(choice).length,
    dates: empty("input[type=date]"),
    lines: empty(line),
    bids: empty(".bid-figure"),
  };
}"""
LAID = """(before) => document.querySelectorAll(".laid li").length > before
  || !document.querySelector(".fan, .is-writing")"""
MOVED_ON = """(before) => document.querySelector(".stage")?.innerText !== before
  && document.querySelector(".standing.is-good")"""


@dataclass(frozen=True)
class Screen:
    """What a phone shows: counts of what is there, and of what is still empty."""

    kind: str
    title: str
    text: str
    picks: int
    roles: int
    others: int
    buttons: int
    main: int
    scales: int
    choices: int
    dates: int
    lines: int
    bids: int

    @property
    def shape(self) -> str:
        """What screens that differ in words alone have in common."""
        there = {name: bool(held) for name, held in asdict(self).items() if name not in WORDS}
        return f"{self.kind} {sorted(name for name, is_there in there.items() if is_there)}"


@dataclass
class Phone:
    """One phone, the person's language, and how far they are in their own plan."""

    page: Page
    name: str
    language: str
    n: int
    done: set[str] = field(default_factory=set)
    hands: Hands = "finger"
    on_screen: Callable[["Phone", Screen], None] = lambda phone, screen: None

    def join(self, code: str, role: str) -> None:
        """Come in by the code and the plain form."""
        self.page.goto("/j")
        self.page.locator("[name=code]").fill(code.lower())
        self.touch(self.page.locator("form.code-form button"))
        self.page.locator("[name=name]").fill(self.name)
        self.page.locator(f"[name=role][value={role}]").check()
        self.page.locator(f"[name=language][value={self.language}]").check()
        self.touch(self.page.locator(".actions button"))
        expect(self.page).to_have_url(f"/g/{code}/play")
        expect(self.page.locator(".nametag-name")).to_have_text(self.name)

    def touch(self, one: Locator) -> None:
        """Press what is on the screen."""
        match self.hands:
            case "finger":
                one.tap()
            case "mouse":
                one.click()
            case "keyboard":
                press(self.page, one)

    def write(self, one: Locator, text: str) -> None:
        """Fill in an empty field."""
        if self.hands == "keyboard":
            tab_to(self.page, one)
            self.page.keyboard.type(text)
        else:
            one.fill(text)

    def write_day(self, one: Locator) -> None:
        """Fill in an empty day; the first of January, typed, is the same in every order."""
        if self.hands == "keyboard":
            self.write(one, "01012026")
        else:
            one.fill("2026-01-01")

    @property
    def state_line(self) -> Locator:
        """The line that is always there: connected, sending, saved, offline."""
        return self.page.locator(".standing")

    @property
    def main(self) -> Locator:
        """The strongest buttons of the screen that can be pressed."""
        return self.page.locator(".foot .button.is-main:enabled")

    def read(self) -> Screen:
        """What is on the screen now."""
        return Screen(**self.page.evaluate(READ, [SCALE, CHOICE, LINE]))

    def play(self, most: int = 60) -> int:
        """Do what the screens ask for until they ask for nothing; how much that was."""
        slips = 0
        for acts in range(most):
            screen = self.read()
            self.on_screen(self, screen)
            try:
                did = self.act(screen)
            except (Error, AssertionError):
                # The last one to be ready closes the step under everybody's fingers; the next
                # question may have the same title.
                slips += 1
                if slips > MOST_SLIPS or self.read().text == screen.text:
                    raise
                continue
            if not did:
                return acts
        raise AssertionError(f"{self.name} is never done: {self.read().text}")

    def act(self, screen: Screen) -> bool:
        """One thing that this screen invites to; False when it invites to nothing new."""
        if "is-lobby" in screen.kind:
            return self._once("lobby", self._wave)
        if any(one in screen.kind for one in IDLE):
            return False
        if screen.others:
            return self._once("second", self._second)
        if screen.roles:
            return self._name_an_owner(screen)
        if screen.picks:
            return self._lay_a_card(screen)
        if not screen.buttons:
            return False
        self.answer()
        return True

    def answer(self) -> None:
        """Fill in what the question asks for and send it."""
        self.fill_in()
        if not self.main.count():
            foot = self.page.locator(".foot").inner_text()
            raise AssertionError(f"{self.name} is stuck at {self.read().title}: {foot}")
        self.send(self.main.first)

    def send(self, button: Locator) -> None:
        """Press a button that answers; wait until it is saved and the screen has moved on."""
        before = self.read().text
        self.touch(button)
        self.page.wait_for_function(MOVED_ON, arg=before)

    def lay_first_card(self) -> str:
        """Choose the first card and lay it, without waiting for an answer: its title."""
        card = self.page.locator(".fan .pick").first
        title = card.locator(".card-title").inner_text()
        card.tap()
        self.main.tap()
        return title

    # --- one screen each ------------------------------------------------------------------------

    def _once(self, what: str, act: Callable[[], None]) -> bool:
        if what in self.done:
            return False
        self.done.add(what)
        act()
        return True

    def _wave(self) -> None:
        self.touch(self.page.locator(".practice .flip"))
        if self.main.count():
            self.touch(self.main)
            expect(self.page.locator(".nametag.is-shaken")).to_be_visible()

    def _second(self) -> None:
        others = self.page.locator(".seconded .button")
        if before := others.count():
            self.touch(others.first)
            expect(others).to_have_count(before - 1)

    def _lay_a_card(self, screen: Screen) -> bool:
        laid = self.page.locator(".laid li").count()
        own = self.page.locator(".foot .pair:has(.button + .button) .button").first
        if self.n == 0 and "own card" not in self.done and own.count():
            self.done.add("own card")
            self.touch(own)
        else:
            self.touch(self.page.locator(".fan .pick").nth(self.n % screen.picks))
        self.answer()
        # The answer comes first; the card leaves the hand with the next frame.
        self.page.wait_for_function(LAID, arg=laid)
        return True

    def _name_an_owner(self, screen: Screen) -> bool:
        """Who works in operations takes two benefits, the others name who should; then enough."""
        may_own = self.n < 2
        for at, act in enumerate(("first owner", "second owner")):
            if act in self.done:
                continue
            self.done.add(act)
            self.touch(self.page.locator(".fan .pick").nth((self.n + 2 * at) % screen.picks))
            if not may_own:
                roles = self.page.locator(".field .choice")
                self.touch(roles.nth(self.n % roles.count()))
            self.touch(self.main.first if may_own else self.main.last)
            expect(self.page.locator(".pick[aria-pressed=true]")).to_have_count(0)
            expect(self.page.locator(".standing.is-good")).to_be_visible()
            return True
        self.send(self.page.locator(".foot > .button").last)
        return True

    # --- filling in -----------------------------------------------------------------------------

    def fill_in(self) -> None:
        """Fill in what is empty, until nothing is; an answer may make new questions appear."""
        for _ in range(8):
            screen = self.read()
            for _ in range(screen.scales):
                self.touch(self.page.locator(SCALE).first.locator(".step").nth(5 - self.n % 2))
            for _ in range(screen.choices):
                options = self.page.locator(CHOICE).first.locator(".choice")
                count = options.count()
                if not count:  # the room has moved on meanwhile
                    break
                self.touch(options.nth(self.n % count))
            if screen.dates:
                self._date()
            if screen.lines:
                self._write()
            if screen.bids:
                self._bid()
            if not any((screen.scales, screen.choices, screen.dates, screen.lines, screen.bids)):
                break
        if not screen.main:
            self._choose_another()

    def _choose_another(self) -> None:
        """A second option where one is not enough."""
        others = self.page.locator("fieldset.field .choice[aria-pressed=false]")
        if others.count():
            self.touch(others.first)

    def _date(self) -> None:
        for one in self.page.locator("input[type=date]:visible").all():
            chips = one.locator("xpath=..").locator(".chip")
            if one.input_value():
                continue
            if chips.count():
                self.touch(chips.nth(self.n % chips.count()))
            else:
                self.write_day(one)

    def _write(self) -> None:
        for one in self.page.locator(LINE).locator("visible=true").all():
            if one.input_value() == "":
                self.write(one, self._words_for(one))

    def _words_for(self, field: Locator) -> str:
        if field.get_attribute("inputmode") == "decimal":
            return str(14 - self.n)
        label = field.locator("xpath=..").locator("label").first
        is_year = label.count() and label.inner_text() in YEAR
        return "2028" if is_year else TEXTS[self.language]

    def _bid(self) -> None:
        """A bid on the number pad, key by key."""
        for digit in str(12 + 3 * self.n):
            self.touch(self.page.locator(".pad .key", has_text=digit).first)
