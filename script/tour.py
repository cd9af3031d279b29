"""Takes the pictures of the tour anew, from the style guide's scenes of the passport case.

Needs Chromium and what `script/set-up test` installs; writes static/tour. Look at them afterwards.
The lobby is told to the board of a real game, as the style guide has no code to scan; its address
is made up, so that no picture leads to the machine that took it.
"""

import base64
import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import segno
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from app.qr import COLOURS  # noqa: E402 - a script finds its own tests
from app.scenes import BOARDS, slices_of  # noqa: E402
from support.browser.chromium import LOCALES, Heard, chromium  # noqa: E402
from support.browser.site import open_site  # noqa: E402
from support.browser.wall import host_of, wall_of  # noqa: E402
from support.nursery import Nursery  # noqa: E402

ALONE = """([part, at]) => {
  const one = [...document.querySelectorAll(part)][at];
  for (const head of document.querySelectorAll("body > header")) head.remove();
  Object.assign(one.style, { position: "fixed", inset: 0, zIndex: 9, margin: 0, border: 0,
    inlineSize: "100%", blockSize: "100vh", maxInlineSize: "none", borderRadius: 0 });
}"""
"""The scene alone on the whole screen."""
DRAWN_MS = 1_500
ADDRESS = "https://spil.kommune.example"
ENDS = "2027-01-01T09:03:20.000Z"
"""Some minutes from what these boards believe is now."""
SIZE = (1280, 720)


@dataclass(frozen=True)
class Picture:
    """One scene of the style guide: its part, which of that part's scenes, and its size."""

    name: str
    part: str
    selector: str
    scene: int
    width: int = SIZE[0]
    height: int = SIZE[1]


PICTURES = (
    Picture("console", "console", ".console", 2),
    Picture("phone", "phone", ".guide-phone", 3, 390, 760),
    Picture("board", "board", ".guide-wall", 8),
    Picture("verdict", "board", ".guide-wall", 9),
)


def take(browser: Browser, home: str, picture: Picture, language: str) -> bytes:
    """The picture as WebP, which Chromium writes itself."""
    size = {"width": picture.width, "height": picture.height}
    page = browser.new_page(
        base_url=home,
        viewport=size,
        locale=LOCALES[language],
        timezone_id="Europe/Copenhagen",
        reduced_motion="reduce",
    )
    page.goto(f"/styleguide/{picture.part}?theme=light&language={language}&scene={picture.scene}")
    at = 0 if picture.part == "console" else picture.scene
    page.locator(picture.selector).nth(at).wait_for()
    page.evaluate(ALONE, [picture.selector, at])
    return shot_of(page)


def lobby(browser: Browser, home: str, host: Page, language: str) -> bytes:
    """The board of a game that has not begun, everybody in, at an address that nobody has."""
    wall = wall_of(browser, Heard(home), host, SIZE, reduced_motion="reduce")
    away = f"{ADDRESS}/j/{wall.code}"

    def readdress(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(f"{home}/j/{wall.code}", away))

    wall.page.route("**/board?*", readdress)
    code = io.BytesIO()
    segno.make(away, error="m").save(code, kind="svg", border=2, omitsize=True, **COLOURS)
    drawn = {"body": code.getvalue(), "content_type": "image/svg+xml"}
    wall.page.route("**/qr.svg", lambda route: route.fulfill(**drawn))
    shown = slices_of(BOARDS[0], language)
    wall.show({**shown, "round": {**shown["round"], "ends": ENDS}})
    wall.page.goto(f"/g/{wall.code}/board?language={language}&theme=light")
    wall.page.locator(".lobby-join img").wait_for()
    return shot_of(wall.page)


def shot_of(page: Page) -> bytes:
    """What is on the page when all of it is drawn; the page is closed."""
    page.wait_for_timeout(DRAWN_MS)
    wire = page.context.new_cdp_session(page)
    shot = wire.send("Page.captureScreenshot", {"format": "webp", "quality": 82})
    page.context.close()
    return base64.b64decode(shot["data"])


def main() -> None:
    """Write every picture in both languages."""
    with Nursery() as nursery, sync_playwright() as running, chromium(running) as browser:
        site = open_site(nursery, Path(tempfile.mkdtemp()))
        host = host_of(browser, Heard(site.url))
        for language in LOCALES:
            keep("lobby", language, lobby(browser, site.url, host, language))
            for picture in PICTURES:
                keep(picture.name, language, take(browser, site.url, picture, language))


def keep(name: str, language: str, picture: bytes) -> None:
    """Write one picture where the tour looks for it."""
    path = ROOT / "static" / "tour" / f"{name}-{language}.webp"
    path.write_bytes(picture)
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
