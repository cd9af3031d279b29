"""A phone in any moment of the recorded game: the real page, and a line that tells it a scene."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from app.scenes import Scene, slices_of
from support.browser.chromium import PHONE, SMALL_PHONE, Heard, visit
from support.browser.look import PICTURES
from support.browser.phone import Phone
from support.browser.wall import LONG_MS, NOW, Wall

DEVICES = {"small": SMALL_PHONE, "large": PHONE}
FOLDER = PICTURES / "moments"
COMING = re.compile("Et øjeblik …|One moment …")
SHOWN = """(one) => {
  const box = one.getBoundingClientRect();
  const foot = document.querySelector(".foot")?.getBoundingClientRect();
  const isInFoot = one.closest(".foot");
  return box.top >= 0 && box.bottom <= (isInFoot || !foot ? innerHeight : foot.top) + 0.5;
}"""
"""Whether a thing is wholly on the screen, and not under the foot."""


class Moment(Wall):
    """A phone's page, what it is told, and what it has sent."""

    def __init__(self, page: Page, code: str, seat: str, language: str) -> None:
        super().__init__(page, code)
        self.seat = seat
        self.language = language
        self.sent: list[str] = []

    def greet(self, epoch: str) -> None:
        """Say who the server is, and who sits here."""
        limits = {"ping_s": 10, "dead_s": 20, "frame": 8192}
        you = {"seat": self.seat, "kind": "player"}
        hello = {"t": "welcome", "v": 1, "epoch": epoch, "you": you, "now": NOW, "limits": limits}
        for line in self._lines:
            line.send(json.dumps(hello))

    def _heard(self, line: WebSocketRoute, text: str) -> None:
        frame = json.loads(text)
        if frame["t"] == "do":
            self.sent.append(frame["do"])
            line.send(json.dumps({"t": "ack", "id": frame["id"], "ok": True, "seq": self._seq}))
        else:
            super()._heard(line, text)

    def open(self, shown: Mapping[str, Any]) -> None:
        """The page with this state on it."""
        self.show(shown)
        self.page.goto(f"/g/{self.code}/play", timeout=LONG_MS)
        expect(self.page.locator(".standing.is-good")).to_be_visible()
        expect(self.page.locator("h1")).not_to_have_text(COMING)

    def picture(self, name: str) -> None:
        """Keep what is on the screen."""
        width = (self.page.viewport_size or {"width": 0})["width"]
        path = FOLDER / f"{name}-{width}-{self.language}.png"
        self.page.screenshot(path=path, scale="css")

    def is_shown(self, look: str) -> bool:
        """Whether all of these are on the screen without scrolling, and at least one is there."""
        found = self.page.locator(look).all()
        return bool(found) and all(one.evaluate(SHOWN) for one in found)


@contextmanager
def moment(
    browser: Browser,
    heard: Heard,
    phone: Phone,
    at: tuple[int, str],
    size: str = "small",
    **over: Any,
) -> Iterator[Moment]:
    """What a seat would see after so many events, `over` laid on top, on a phone of this size."""
    seq, seat = at
    code = phone.page.url.split("/")[-2]
    page = visit(browser, heard, DEVICES[size], phone.language, reduced_motion="reduce")
    page.context.add_cookies(phone.page.context.cookies())  # type: ignore[arg-type]  # as wall_of does
    shown = slices_of(Scene("", "phone", seq, seat), phone.language)
    made = Moment(page, code, seat, phone.language)
    made.open(laid_over(shown, over))
    yield made
    page.context.close()


def laid_over(shown: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The same slices; a field of `over` that is itself a mapping changes only what it names."""
    changed = {
        name: {**shown[name], **one} if isinstance(one, Mapping) else one
        for name, one in over.items()
    }
    return {**shown, **changed}
