"""Each of the board's pictures with a full table, the longest words, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from game.model import Action, Answer, BenefitMap, State
from support.browser.chromium import Heard
from support.browser.look import PICTURES
from support.browser.site import Site
from support.browser.wall import (
    LONG_MS,
    SETUP,
    Wall,
    host_of,
    map_of,
    room_of,
    state_at,
    told,
    wall_of,
)
from support.pas import pas_map

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LEAST_PX = 28
FULL = map_of(40)


def with_hands(state: State) -> State:
    """The hands of R1 have been shown: nobody doubts any goal."""
    goals = [node.id for node in state.map.nodes.values() if node.type == "goal"]
    answers = {
        f"confirm_goal:{goal}": {
            seat: Answer(seat=seat, do="confirm_goal", key=goal, first=3 + n % 3)
            for n, seat in enumerate(state.seats)
        }
        for goal in goals
    }
    assert state.round is not None
    return replace(state, round=replace(state.round, answers=answers))


SHOWN = {"estimates": "strips", "hands": "goals"}
"""What a picture is called on the page where that is another word."""
PICTURE: dict[str, State] = {
    "lobby": State(setup=SETUP, seats=room_of(30)),
    "goals": state_at(FULL, 1, "open"),
    "hands": with_hands(state_at(FULL, 1, "revealed", seats=room_of(30))),
    "clusters": state_at(FULL, 2, "revealed"),
    "estimates": state_at(FULL, 5, "revealed"),
    "storm": state_at(FULL, 6, "revealed"),
    "closing": state_at(FULL, 7, "resolved", phase="closed"),
}
NAMED = """(list) => {
  const columns = Map.groupBy(list.children, (one) => one.getBoundingClientRect().left);
  return [...columns.values()].map((all) => [
    all[0].querySelector(".promise-who")?.textContent ?? "",
    ...all.slice(1).flatMap((one) => one.querySelector(".promise-who")?.textContent ?? []),
  ]);
}"""
"""Who is named in each column of promises; an empty name where its first entry has none."""
STILL = "() => document.getAnimations().every((one) => one.playState !== 'running')"
MEASURE = """() => {
  const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const how = { checkVisibilityCSS: true };
  const walk = document.createTreeWalker(document.querySelector(".board"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement;
    const isSeen = parent.checkVisibility(how) && !parent.closest(".visually-hidden");
    if (!text.textContent.trim() || !isSeen) continue;
    const scale = parent.closest("svg")?.getScreenCTM().a ?? 1;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    found.push({
      words: text.textContent.trim(),
      px: (parseFloat(getComputedStyle(parent).fontSize) * scale) / unit,
      isOut: left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1,
    });
  }
  const entries = [...document.querySelectorAll(".turning-entry:not(.is-later)")];
  const boxes = entries.map((one) => one.getBoundingClientRect());
  const foot = document.querySelector(".board-foot").getBoundingClientRect();
  return {
    texts: found,
    overlaps: boxes.flatMap((a, i) => boxes.slice(0, i).filter((b) => meet(a, b))).length,
    below: foot.height ? boxes.filter((box) => box.bottom > foot.top + 2).length : 0,
  };
}"""


@pytest.fixture(scope="module")
def screen(browser: Browser, site: Site) -> Iterator[Wall]:
    """One board, on which each test hangs its own picture."""
    host = host_of(browser, Heard(site.url))
    wall = wall_of(browser, Heard(site.url), host)
    wall.open(told(PICTURE["lobby"], people=30))
    yield wall
    wall.page.context.close()
    host.context.close()


def looked_at(wall: Wall, name: str, language: str, size: tuple[int, int]) -> dict[str, Any]:
    page = wall.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    wall.show(told(PICTURE[name], language, people=30))
    expect(page.locator(f".{SHOWN.get(name, name)}")).to_be_visible()
    page.wait_for_function(STILL, timeout=LONG_MS)
    page.screenshot(path=PICTURES / "board" / f"{name}-{language}-{size[1]}.png", scale="css")
    found: dict[str, Any] = page.evaluate(MEASURE)
    return found


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=["1080p", "720p"])
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", list(PICTURE))
def test_a_picture_is_read_from_the_back_row_and_nothing_is_cut(
    screen: Wall, name: str, language: str, size: tuple[int, int]
) -> None:
    found = looked_at(screen, name, language, size)
    assert [one for one in found["texts"] if one["px"] < LEAST_PX - 0.05] == []
    assert [one for one in found["texts"] if one["isOut"]] == []
    assert found["overlaps"] == 0
    assert found["below"] == 0


def test_the_verdicts_reasons_can_be_read_aloud(screen: Wall) -> None:
    looked_at(screen, "closing", "da", (1920, 1080))
    reasons = screen.page.locator(".verdict-because li")
    assert reasons.count() >= 2
    for reason in reasons.all():
        assert float(reason.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")) >= 34
    expect(screen.page.locator(".verdict-reds .turning-entry").first).to_be_visible()
    expect(screen.page.locator(".promise").first).to_contain_text("2027")


def test_the_board_shows_the_hands_that_the_script_speaks_of(screen: Wall) -> None:
    looked_at(screen, "hands", "da", (1920, 1080))
    goal = screen.page.locator(".goal").first
    expect(goal.locator(".hands")).to_have_count(6)
    expect(goal.locator(".hands").last).to_have_text("5 × 10")
    expect(goal.locator(".goal-state")).to_have_text("Alle står bag")


def test_the_promises_of_a_whole_room_stand_in_two_columns_each_person_named_in_each(
    screen: Wall,
) -> None:
    few = state_at(map_of(22), 7, "resolved", phase="closed")
    screen.page.set_viewport_size({"width": 1920, "height": 1080})
    screen.show(told(few))
    page = screen.page
    expect(page.locator(".closing-promises .promise").first).to_be_visible()
    expect(page.locator(".closing-promises .turning-count")).to_have_count(0)
    lefts = page.locator(".promise").evaluate_all(
        "(all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))]"
    )
    assert len(lefts) == 2
    for names in page.locator(".promises").evaluate(NAMED):
        assert names[0]  # nobody has to look back for whose promise tops the second column
        assert len(names) == len(set(names))
    names = page.locator(".promise-who").all_inner_texts()
    assert len(set(names)) <= len(names) <= len(set(names)) + 1


def test_the_marks_are_explained_whenever_the_map_is_on_the_wall(screen: Wall) -> None:
    page = screen.page
    for width, height in ((1280, 720), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        screen.show(told(state_at(FULL, 5, "briefing"), "en", people=30))
        expect(page.locator(".board-moves li")).to_have_count(2)
        expect(page.locator(".board-moves > p")).to_have_text("Flest point nu")  # what a +21 is
        expect(page.locator(".legend li")).to_have_count(2)
        page.screenshot(path=PICTURES / "board" / f"briefing-{height}.png", scale="css")
        foot = page.locator(".board-foot > *").evaluate_all(
            "(all) => all.map((one) => one.scrollWidth - one.clientWidth)"
        )
        assert max(foot) <= 1


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=["1080p", "720p"])
def test_a_game_that_ended_early_has_its_reds_above_its_next_steps(
    screen: Wall, size: tuple[int, int]
) -> None:
    laid = {key: one for key, one in map_of(4).nodes.items() if one.type in ("goal", "enabler")}
    bare = BenefitMap(nodes=laid, actions={"X18": Action(id="X18", rule="X18")})
    screen.page.set_viewport_size({"width": size[0], "height": size[1]})
    screen.show(told(state_at(bare, 2, "open", phase="closed")))
    expect(screen.page.locator(".closing-promises")).to_contain_text("Ingen har lovet noget endnu.")
    screen.page.screenshot(path=PICTURES / "board" / f"early-{size[1]}.png", scale="css")
    reds = screen.page.locator(".verdict-reds .turning-entry:not(.is-later)").all()
    boxes = [one.bounding_box() or {"y": 0.0, "height": 0.0} for one in reds]
    below = screen.page.locator(".closing-actions h2").bounding_box()
    assert below
    assert max(box["y"] + box["height"] for box in boxes) <= below["y"]


def test_what_is_left_is_called_next_steps(screen: Wall) -> None:
    screen.page.set_viewport_size({"width": 1920, "height": 1080})
    screen.show(told(state_at(pas_map(), 7, "resolved", phase="closed")))
    screen.page.screenshot(path=PICTURES / "board" / "closing-pas-1080.png", scale="css")
    expect(screen.page.locator(".closing-actions h2")).to_have_text("Næste skridt")


def test_every_meter_says_why_it_moved(screen: Wall) -> None:
    held = FULL.assignments
    half = {key: one for n, (key, one) in enumerate(held.items()) if n % 2}
    state = state_at(FULL, 4)
    now = state.round
    assert now is not None
    moved = replace(state, round=replace(now, before=replace(FULL, assignments=half)))
    screen.show(told(moved))
    first = screen.page.locator(".meter").first
    expect(first.locator(".meter-reason")).to_contain_text("ejer")
    expect(first.locator(".meter-reason")).to_have_text(re.compile(r"^\+\d+: .+"))  # so much, why
    room = first.locator(".meter-name").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    assert room
    assert screen.page.locator(".meter-reason").count() == 3


def test_a_contested_estimate_is_a_bar_with_open_ends(screen: Wall) -> None:
    looked_at(screen, "estimates", "da", (1920, 1080))
    bar = screen.page.locator(".strip.is-contested .axis-middle").first
    widths = bar.evaluate(
        "(one) => { const look = getComputedStyle(one);"
        " return [look.borderTopWidth, look.borderLeftWidth, look.borderRightWidth]; }"
    )
    assert widths[0] != "0px"
    assert widths[1:] == ["0px", "0px"]
    expect(screen.page.locator(".strip.is-contested .strip-median b").first).to_have_text("6–11")


def test_the_way_in_can_be_hidden_and_the_ring_says_which_roles_are_missing(
    screen: Wall,
) -> None:
    few = replace(PICTURE["lobby"], seats=room_of(3))
    screen.show(told(few, people=3))
    page: Page = screen.page
    expect(page.locator(".lobby-join img")).to_be_visible()
    missing = page.locator(".lobby-missing li").count()
    assert missing > 2
    expect(page.locator(".ring-place.is-open")).to_have_count(missing)
    screen.show(told(replace(few, view="nojoin"), people=3))
    expect(page.locator(".lobby-join")).to_have_count(0)
