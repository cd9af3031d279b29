"""The map on the board is read from eight metres, however large it is, however long its words."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from game.model import BenefitMap
from support.browser.chromium import Heard
from support.browser.look import PICTURES
from support.browser.site import Site
from support.browser.wall import LONG_MS, Wall, host_of, map_of, state_at, told, wall_of
from support.pas import pas_map

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCREENS = [(1920, 1080), (1280, 720), (3840, 2160)]
SIZES = [10, 22, 40, 60]
LEAST_PX = 28
MOST_WORDS = 40

MEASURE = """() => {
  const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
  const how = { checkVisibilityCSS: true, checkOpacity: true };
  const seen = (one) => one.checkVisibility(how) && !one.closest(".visually-hidden");
  const flat = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const view = flat(document.querySelector(".board-map-view").getBoundingClientRect());
  const cards = [...document.querySelectorAll(".map-place")].map((one) => ({
    id: one.dataset.node,
    isOff: one.classList.contains("is-off"),
    box: flat(one.getBoundingClientRect()),
    title: one.querySelector(".map-title")?.textContent,
  }));
  const walk = document.createTreeWalker(document.querySelector(".board"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement;
    if (!text.textContent.trim() || !seen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const card = parent.closest(".map-card");
    texts.push({
      words: text.textContent.trim(),
      px: parseFloat(getComputedStyle(parent).fontSize) / unit,
      box: flat(range.getBoundingClientRect()),
      rows: [...range.getClientRects()].map(flat),
      card: card && flat(card.getBoundingClientRect()),
      isFoot: Boolean(parent.closest(".board-foot")),
      isTitle: Boolean(parent.closest(".map-place, .effect, .storm-card, .promise")),
    });
  }
  const lines = [...document.querySelectorAll(".map-edge")].map((one) => {
    const matrix = one.getScreenCTM(), length = one.getTotalLength();
    const steps = Math.max(2, Math.ceil(length / 3));
    return Array.from({ length: steps + 1 }, (_, i) => {
      const at = one.getPointAtLength((length * i) / steps).matrixTransform(matrix);
      return [at.x, at.y];
    });
  });
  return { unit, view, cards, texts, lines };
}"""


@pytest.fixture(scope="module")
def host(browser: Browser, site: Site) -> Page:
    return host_of(browser, Heard(site.url))


@pytest.fixture(scope="module")
def screen(browser: Browser, site: Site, host: Page) -> Iterator[Wall]:
    """One board, on which each test hangs its own map."""
    wall = wall_of(browser, Heard(site.url), host)
    wall.open(told(state_at(map_of(10), 3, "briefing")))
    yield wall
    wall.page.context.close()


STILL = """(frames) => {
  const moves = document.getAnimations().some((one) =>
    one.playState === "running" && one.effect.getTiming().iterations === 1);
  const stands = [innerWidth, innerHeight];
  for (const one of document.querySelectorAll(".board *")) {
    const { x, y, width, height } = one.getBoundingClientRect();
    stands.push(x, y, width, height, getComputedStyle(one).fontSize);
  }
  const now = stands.join();
  window.same = !moves && window.last === now ? (window.same ?? 0) + 1 : 0;
  window.last = now;
  return window.same >= frames;
}"""
STILL_FRAMES = 12


def measured(wall: Wall) -> dict[str, Any]:
    """What stands where, once nothing moves and the board has drawn itself for its screen."""
    wall.page.evaluate("() => { window.same = 0; }")
    wall.page.wait_for_function(STILL, arg=STILL_FRAMES, timeout=LONG_MS)
    found: dict[str, Any] = wall.page.evaluate(MEASURE)
    return found


def hung(wall: Wall, made: BenefitMap, size: tuple[int, int]) -> dict[str, Any]:
    """This map on a screen of this size."""
    wall.page.set_viewport_size({"width": size[0], "height": size[1]})
    wall.show(told(state_at(made, 6, "briefing")))
    expect(wall.page.locator(".map-place")).to_have_count(len(made.nodes))
    found = measured(wall)
    path = PICTURES / "board" / f"map-{len(made.nodes)}-{size[1]}.png"
    wall.page.screenshot(path=path, scale="css")
    return found


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    beside = one["right"] <= other["left"] or other["right"] <= one["left"]
    apart = one["bottom"] <= other["top"] or other["bottom"] <= one["top"]
    return not (beside or apart)


def holds(outer: dict[str, float], inner: dict[str, float]) -> bool:
    return (
        inner["left"] >= outer["left"] - 1
        and inner["top"] >= outer["top"] - 1
        and inner["right"] <= outer["right"] + 1
        and inner["bottom"] <= outer["bottom"] + 1
    )


@pytest.mark.parametrize("pixels", SCREENS, ids=lambda one: f"{one[1]}p")
@pytest.mark.parametrize("size", SIZES)
def test_every_word_of_the_longest_titles_is_read_from_the_back_row(
    screen: Wall, size: int, pixels: tuple[int, int]
) -> None:
    found = hung(screen, map_of(size), pixels)
    small = [one for one in found["texts"] if one["px"] < LEAST_PX - 0.05]
    assert small == []
    boxes = [one["box"] for one in found["cards"]]
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
    cut = [one for one in found["texts"] if one["card"] and not holds(one["card"], one["box"])]
    assert cut == []
    clipped = [
        one["title"]
        for one in found["cards"]
        if not one["isOff"] and not holds(found["view"], one["box"])
    ]
    assert clipped == []
    assert sum(not one["isOff"] for one in found["cards"]) >= 3


def test_the_marks_on_the_map_are_told_in_the_foot(screen: Wall) -> None:
    screen.page.set_viewport_size({"width": 1920, "height": 1080})
    screen.show(told(state_at(map_of(22), 7, "resolved", view="map")))
    expect(screen.page.locator(".legend")).to_contain_text("Uafklaret")
    expect(screen.page.locator(".legend")).to_contain_text("Mangler")
    expect(screen.page.locator(".legend")).to_contain_text("Omstridt")
    sizes = screen.page.locator(".legend > li").evaluate_all(
        "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= LEAST_PX


@pytest.mark.parametrize("size", SIZES)
def test_no_arrow_runs_through_a_card(screen: Wall, size: int) -> None:
    found = hung(screen, map_of(size), (1920, 1080))
    inner = [shrunk(one["box"], 2) for one in found["cards"]]
    assert len(found["lines"]) > size / 3
    through = [
        (x, y)
        for line in found["lines"]
        for x, y in line
        if any(b["left"] < x < b["right"] and b["top"] < y < b["bottom"] for b in inner)
    ]
    assert through == []


def shrunk(box: dict[str, float], by: float) -> dict[str, float]:
    return {
        "left": box["left"] + by,
        "top": box["top"] + by,
        "right": box["right"] - by,
        "bottom": box["bottom"] - by,
    }


@pytest.mark.parametrize(("n", "step"), [(3, "resolved"), (4, "revealed"), (5, "briefing")])
def test_the_wall_says_no_more_than_forty_words_besides_its_cards(
    screen: Wall, n: int, step: str
) -> None:
    screen.show(told(state_at(pas_map(), n, step)))
    expect(screen.page.locator(".board-round")).to_contain_text(str(n))
    texts = [one["words"] for one in measured(screen)["texts"] if not one["isTitle"]]
    words = [word for text in texts for word in text.split() if any(map(str.isalpha, word))]
    assert len(words) <= MOST_WORDS, words


@pytest.mark.parametrize("step", ["briefing", "resolved"])
@pytest.mark.parametrize("pixels", SCREENS[:2], ids=lambda one: f"{one[1]}p")
def test_nothing_in_the_bottom_line_stands_on_anything_else(
    screen: Wall, step: str, pixels: tuple[int, int]
) -> None:
    screen.page.set_viewport_size({"width": pixels[0], "height": pixels[1]})
    screen.show(told(state_at(map_of(40), 6, step)))
    reasons = screen.page.locator(".meter-reason")
    expect(reasons).to_have_count(3 if step == "resolved" else 0)
    texts = [one for one in measured(screen)["texts"] if one["isFoot"]]
    boxes = [shrunk(row, 3) for one in texts for row in one["rows"]]
    assert len(boxes) > 8
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert max(one["right"] for one in boxes) < pixels[0]


def test_the_parts_of_a_large_map_show_every_card_of_the_rounds_lane(
    browser: Browser, heard: Heard, host: Page
) -> None:
    made = map_of(40)
    wall = wall_of(browser, heard, host)
    wall.page.clock.install()
    wall.open(told(state_at(made, 4, "resolved")))
    seen: set[str] = set()
    overview = wall.page.locator(".overview")
    parts = int(str(overview.get_attribute("aria-label")).split()[3])
    for _ in range(parts):
        seen |= {
            one.get_attribute("data-node") or ""
            for one in wall.page.locator(".map-place:not(.is-off)").all()
        }
        wall.page.clock.run_for(14_000)
    wall.page.context.close()
    assert {one.id for one in made.nodes.values() if one.type == "benefit"} <= seen


def test_the_console_steers_what_the_board_shows(
    browser: Browser, heard: Heard, host: Page
) -> None:
    made = map_of(60)
    wall = wall_of(browser, heard, host)
    wall.open(told(state_at(made, 4, "resolved", view="lane/change/2 nojoin theme/projector")))
    page = wall.page
    assert page.locator(".join-corner").count() == 0
    assert page.locator("html").get_attribute("data-theme") == "projector"
    assert page.locator(".map-place:not(.is-off) .tone-change").count() > 0
    wall.show(told(state_at(made, 4, "resolved", view="node/n1")))
    page.locator(".map-place[data-node=n1]:not(.is-off)").wait_for()
    assert page.locator(".join-corner").count() == 1
    assert page.locator("html").get_attribute("data-theme") is None
    wall.show(told(state_at(made, 4, "resolved", view="map")))
    page.locator(".board-map.is-whole").wait_for()
    assert page.locator(".map-place.is-off").count() == 0
    assert page.locator(".overview").count() == 0
    page.context.close()


def test_on_paper_the_whole_map_stands_on_one_sheet(
    browser: Browser, heard: Heard, host: Page
) -> None:
    wall = wall_of(browser, heard, host)
    wall.open(told(state_at(map_of(40), 4, "resolved")))
    page = wall.page
    page.emulate_media(media="print")
    expect(page.locator(".board-map.is-whole")).to_be_visible()
    expect(page.locator(".map-place.is-off")).to_have_count(0)
    expect(page.locator(".join-corner")).to_be_hidden()
    drawn = page.pdf(prefer_css_page_size=True, print_background=True)
    assert drawn.count(b"/Type /Page\n") == 1
    page.context.close()
