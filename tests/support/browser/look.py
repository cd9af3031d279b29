"""Looking at pages: a picture for people, and what axe finds wrong with them."""

import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from support.browser.chromium import LOAD_MS
from support.process import ROOT

PICTURES = ROOT / "build" / "screens"
SERIOUS = {"serious", "critical"}
STANDARD = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
"""What the law asks of us, and a little more; `too_small` measures targets more strictly."""
COLOURS = {"type": "rule", "values": ["color-contrast"]}
"""All that a dark theme can change."""
IN_PLACE = """() => Promise.all(document.getAnimations()
  .filter((one) => one.playState === "running" && one.effect.getTiming().iterations < 9)
  .map((one) => one.finished.then(() => null, () => null)))"""
"""A card that is still turning is paler than it will be."""
RUN = """async ([only, times]) => {
  let moved;
  const note = () => { moved = true; };
  const starts = ["animationstart", "transitionrun"];
  for (const start of starts) document.addEventListener(start, note);
  let found;
  do {
    await (IN_PLACE)();
    moved = false;
    found = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    times -= 1;
  } while (moved && found.violations.length && times);
  for (const start of starts) document.removeEventListener(start, note);
  return found.violations;
}""".replace("IN_PLACE", IN_PLACE)
"""What axe finds, asked again where something began to move while it looked."""
TIMES = 5


@dataclass
class Looked:
    """The screens that were looked at, each once, and what axe says against them."""

    folder: Path
    seen: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def at(self, page: Page, name: str, *, shape: str = "", in_dark: bool = True) -> None:
        """Take a picture of this screen and judge it, if none of its shape or name was seen."""
        slug = slug_of(name)
        if (shape or slug) in self.seen:
            return
        self.seen.add(shape or slug)
        page.evaluate(IN_PLACE)
        self._picture(page, slug)
        self.judge(page, slug)
        if in_dark:
            page.emulate_media(color_scheme="dark")
            self._picture(page, f"{slug}-dark")
            self.judge(page, f"{slug} (dark)", COLOURS)
            page.emulate_media(color_scheme="light")

    def _picture(self, page: Page, name: str) -> None:
        path = self.folder / f"{name}.jpg"
        full = name.startswith("page")
        page.screenshot(
            path=path, type="jpeg", quality=85, scale="css", full_page=full, timeout=LOAD_MS
        )

    def judge(self, page: Page, name: str, only: dict[str, Any] = STANDARD) -> None:
        """Note what axe finds wrong with this screen as it stands now."""
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        for found in page.evaluate(RUN, [only, TIMES]):
            if found["impact"] in SERIOUS:
                self.faults += [f"{name}: {found['id']}: {told(node)}" for node in found["nodes"]]


def told(node: dict[str, Any]) -> str:
    """Which element it is, and what is wrong with it."""
    checks = [*node["any"], *node["all"], *node["none"]]
    words = "; ".join(check["message"] for check in checks)
    return f"{json.dumps(node['target'])} {node['html'][:160]} {words}"


def slug_of(name: str) -> str:
    """A name as a file may have it."""
    plain = name.lower().replace("ø", "oe").replace("æ", "ae").replace("å", "aa")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:90]


LETTERS_PX = 16
"""What a browser writes with when nobody has changed it."""
WIDE = """() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth) return "";
  const clips = (one) => one !== document.body && getComputedStyle(one).overflowX !== "visible";
  const isClipped = (one) => one && (clips(one) || isClipped(one.parentElement));
  const out = [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > root.clientWidth)
    .filter((one) => !isClipped(one.parentElement))
    .map((one) => `<${one.localName} class="${one.getAttribute("class")}">`);
  return `${root.scrollWidth} px of ${root.clientWidth}: ${out.slice(0, 9).join(" ")}`;
}"""
"""A phone that is given a page too wide shows it all, smaller: its `innerWidth` grows with it."""


@contextmanager
def letters(page: Page, times: int = 2) -> Iterator[None]:
    """Text of another size by the browser's own setting, which style sheets ask for, as long as
    this lasts."""
    wire = page.context.new_cdp_session(page)

    def write(size: int) -> None:
        wire.send("Page.setFontSizes", {"fontSizes": {"standard": size}})

    write(LETTERS_PX * times)
    try:
        yield
    finally:
        write(LETTERS_PX)
        wire.detach()


def too_wide(page: Page, name: str) -> set[str]:
    """This screen, if it scrolls sideways, and what sticks out of it."""
    wide = page.evaluate(WIDE)
    return {f"{name}: {wide}"} if wide else set()


SMALL = """() => [...document.querySelectorAll("button, a[href], input, select, textarea, summary")]
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && Math.min(box.width, box.height) < 43.5)
  .map(([one, box]) => `${one.className} ${one.textContent.trim().slice(0, 40)}: `
    + `${Math.round(box.width)} x ${Math.round(box.height)}`)"""


def too_small(page: Page, name: str) -> set[str]:
    """What can be touched on this screen and is less than 44 px wide or high."""
    return {f"{name}: {one}" for one in page.evaluate(SMALL)}
