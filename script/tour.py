"""Takes the pictures of the tour anew, from the style guide's scenes of the passport case.

Needs Chromium and what `script/set-up test` installs; writes static/tour. Look at them afterwards.
The lobby is not among them: the style guide has no game, and so no code to scan.
"""

import base64
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.browser.chromium import LOCALES, chromium  # noqa: E402 - a script finds its own tests
from support.browser.site import open_site  # noqa: E402
from support.nursery import Nursery  # noqa: E402

ALONE = """([part, at]) => {
  const one = [...document.querySelectorAll(part)][at];
  for (const head of document.querySelectorAll("body > header")) head.remove();
  Object.assign(one.style, { position: "fixed", inset: 0, zIndex: 9, margin: 0, border: 0,
    inlineSize: "100%", blockSize: "100vh", maxInlineSize: "none", borderRadius: 0 });
}"""
"""The scene alone on the whole screen."""
DRAWN_MS = 1_500


@dataclass(frozen=True)
class Picture:
    """One scene of the style guide: its part, which of that part's scenes, and its size."""

    name: str
    part: str
    selector: str
    scene: int
    width: int = 1280
    height: int = 720


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
    page.wait_for_timeout(DRAWN_MS)
    wire = page.context.new_cdp_session(page)
    shot = wire.send("Page.captureScreenshot", {"format": "webp", "quality": 82})
    page.context.close()
    return base64.b64decode(shot["data"])


def main() -> None:
    """Write every picture in both languages."""
    with Nursery() as nursery, sync_playwright() as running, chromium(running) as browser:
        site = open_site(nursery, Path(tempfile.mkdtemp()))
        for language in LOCALES:
            for picture in PICTURES:
                path = ROOT / "static" / "tour" / f"{picture.name}-{language}.webp"
                path.write_bytes(take(browser, site.url, picture, language))
                print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
