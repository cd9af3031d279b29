"""The style guide shows every part in every theme and both languages, and shuts nobody out."""

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import LAPTOP, SMALL_PHONE, Heard, visit
from support.browser.look import PICTURES, Looked, letters, too_wide
from support.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
THEMES = ("light", "dark", "projector")
DRAWN = {
    "look": (".guide-tone", 12),
    "cards": (".card-back", 10),
    "map": (".map-card", 24),
    "phone": (".guide-phone .stage", 18),
    "board": (".guide-wall .board", 10),
    "console": (".console .next-button", 1),
}
"""What each part is made of, and how many of them."""
PATIENCE_MS = 60_000
"""The pictures are long ones."""
NARROW = [part for part in DRAWN if part != "console"]
"""The console is a desk; how it stands on a phone is told by its own tests."""
IN_PLACE = """() => Promise.all(
  document.getAnimations().filter((one) => one.effect.getTiming().iterations < 9)
    .map((one) => one.finished.catch(() => {})))"""
MOVES = """() => [...document.querySelectorAll(".phone, .phone *")]
  .filter((one) => getComputedStyle(one).animationName !== "none")
  .map((one) => one.outerHTML.slice(0, 60))"""


def opened(page: Page, part: str, theme: str, language: str, scene: int = 0) -> None:
    """Go there, and wait until all of it is drawn and stands still."""
    page.goto(f"/styleguide/{part}?theme={theme}&language={language}&scene={scene}")
    selector, count = DRAWN[part]
    expect(page.locator(selector)).to_have_count(count)
    expect(page.get_by_text("Et øjeblik …")).to_have_count(0)
    page.evaluate(IN_PLACE)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("part", DRAWN)
def test_every_part_is_drawn_in_every_theme_and_axe_finds_nothing(
    browser: Browser, heard: Heard, part: str, language: str
) -> None:
    (PICTURES / "styleguide").mkdir(parents=True, exist_ok=True)
    page = visit(browser, heard, LAPTOP, language, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE_MS)
    looked = Looked(PICTURES / "styleguide")
    for theme in THEMES:
        opened(page, part, theme, language)
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        looked.at(page, f"page {part} {theme} {language}", in_dark=False)
    page.context.close()
    assert looked.faults == []
    assert heard.complaints == []
    assert heard.strangers == []


@pytest.mark.parametrize("times", [1, 2])
def test_the_guide_never_scrolls_sideways(browser: Browser, site: Site, times: int) -> None:
    page = visit(browser, Heard(site.url), SMALL_PHONE, "da", reduced_motion="reduce")
    wide: set[str] = set()
    for part in NARROW:
        opened(page, part, "light", "da")
        with letters(page, times):
            wide |= too_wide(page, f"{part} at {times * 100} %")
    page.context.close()
    assert wide == set()


def test_nothing_moves_on_a_phone_of_somebody_who_asked_for_less_motion(
    browser: Browser, heard: Heard
) -> None:
    page = visit(browser, heard, LAPTOP, "da", reduced_motion="reduce")
    opened(page, "phone", "light", "da")
    expect(page.locator(".is-turned > li").first).to_be_visible()  # it turns for everybody else
    assert page.evaluate(MOVES) == []
    page.context.close()


def test_all_moments_of_the_console_can_be_seen(browser: Browser, heard: Heard) -> None:
    page = visit(browser, heard, LAPTOP, "da", reduced_motion="reduce")
    says = set()
    for scene in range(4):
        opened(page, "console", "light", "da", scene)
        says.add(page.locator(".script-say p").first.inner_text())
    page.context.close()
    assert len(says) == 4
    assert heard.complaints == []


def test_a_projector_sees_white_ground_whatever_its_computer_prefers(
    browser: Browser, heard: Heard
) -> None:
    page = visit(browser, heard, LAPTOP, "da", color_scheme="dark")
    page.goto("/styleguide/look?theme=projector")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "oklch(1 0 0)"
    page.goto("/styleguide/look")
    assert page.evaluate(ground) != "oklch(1 0 0)"
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "oklch(1 0 0)"
    page.context.close()
