"""Where did my card go? What moves explains, ends within five seconds and can be stilled."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from game.model import BenefitMap, Node, RoundNow, State
from support.browser.chromium import Heard
from support.browser.site import Site
from support.browser.wall import LONG_MS, Wall, host_of, map_of, room_of, state_at, told, wall_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST_MS = 5_000
MOVING = """() => document.getAnimations()
  .filter((one) => !(one instanceof CSSAnimation) && !(one instanceof CSSTransition))
  .map((one) => ({
    ms: one.effect.getComputedTiming().endTime,
    turns: one.effect.getTiming().iterations,
    moves: one.effect.getKeyframes().some((frame) => (frame.transform ?? "none") !== "none"),
    node: one.effect.target.dataset.node ?? "" }))"""
STILL = "() => document.getAnimations().every((one) => one.playState !== 'running')"
DRAWN = """() => document.querySelector(".map-place")
  && document.querySelector(".map-drawing")?.getAnimations().length"""
OPENING = """() => [...document.querySelectorAll(".map-drawing [data-drawing]")]
  .map((one) => one.dataset.drawing)"""
SECRET = "Dette kort er hemmeligt til det vendes"


@pytest.fixture(scope="module")
def host(browser: Browser, site: Site) -> Page:
    return host_of(browser, Heard(site.url))


@pytest.fixture
def wall(browser: Browser, heard: Heard, host: Page) -> Iterator[Wall]:
    """A board of its own for each test: what has moved depends on what was there before."""
    made = wall_of(browser, heard, host)
    yield made
    made.page.context.close()
    assert heard.complaints == []


@pytest.fixture
def calm_wall(browser: Browser, heard: Heard, host: Page) -> Iterator[Wall]:
    """The same for somebody who asked for less motion."""
    made = wall_of(browser, heard, host, reduced_motion="reduce")
    yield made
    made.page.context.close()


def played(step: str) -> State:
    """Round 2 with three effects on the table, one of them laid by three people."""
    nodes = [
        benefit("n1", "B1", "citizens", "Kortere ventetid", 3),
        benefit("n2", "P1", "processes", SECRET, 1),
        benefit("n3", "Ø1", "finance", "Lavere lønbudget", 1),
    ]
    made = BenefitMap(nodes={one.id: one for one in nodes} if step != "open" else {})
    seats = room_of(5)
    now = RoundNow(id="r2", key="r2", n=2, step=step, limit=2)  # type: ignore[arg-type]  # a step
    now = replace(now, done=frozenset(seats) if step == "open" else frozenset())
    return replace(state_at(made, 2), seats=seats, round=now)


def benefit(node: str, label: str, row: str, title: str, support: int) -> Node:
    return Node(
        id=node,
        label=label,
        type="benefit",
        title=title,
        perspective=row,  # type: ignore[arg-type]  # one of four
        benefit_class="N",
        state="supported",
        support=support,
    )


def moving(wall: Wall) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = wall.page.evaluate(MOVING)
    return found


def test_cards_lie_face_down_then_turn_together_and_gather(wall: Wall) -> None:
    wall.open(told(played("open"), people=5))
    backs = wall.page.locator(".back.is-down")
    expect(backs).to_have_count(5)
    assert SECRET not in wall.page.content()
    wall.show(told(played("revealed"), people=5))
    expect(wall.page.locator(".effect")).to_have_count(3)
    found = moving(wall)
    assert {one["node"] for one in found if one["node"]} == {"n1", "n2", "n3"}
    # Each of five plays has a back that turns; two of three for one effect fly there and are one.
    assert len([one for one in found if not one["node"]]) == 5
    assert max(one["ms"] for one in found) <= MOST_MS
    assert all(one["turns"] == 1 for one in found)
    expect(wall.page.locator(".is-flying")).to_have_count(0, timeout=MOST_MS)
    expect(wall.page.locator(".effect[data-node=n1] .effect-votes")).to_contain_text("3")


def test_effects_travel_to_their_places_and_the_map_draws_itself(wall: Wall) -> None:
    made = map_of(22)
    wall.open(told(state_at(made, 2, "revealed")))
    expect(wall.page.locator(".effect").first).to_be_visible()
    wall.page.wait_for_function(STILL, timeout=LONG_MS)
    wall.show(told(state_at(made, 2, "resolved")))
    wall.page.wait_for_function(DRAWN)
    found = moving(wall)
    nodes = {one["node"] for one in found} - {""}
    assert {one.id for one in made.nodes.values() if one.type == "benefit"} <= nodes
    assert len(wall.page.evaluate(OPENING)) > 10
    assert max(one["ms"] for one in found) <= MOST_MS


def test_a_new_card_comes_out_of_the_card_it_belongs_to(wall: Wall) -> None:
    made = map_of(22)
    edge = next(one for one in made.edges.values() if made.nodes[one.source].type == "change")
    nodes = {key: one for key, one in made.nodes.items() if key != edge.source}
    kept = {
        key: one for key, one in made.edges.items() if edge.source not in {one.source, one.target}
    }
    wall.open(told(state_at(replace(made, nodes=nodes, edges=kept), 3, view="map")))
    wall.page.wait_for_function(STILL, timeout=LONG_MS)
    wall.show(told(state_at(made, 3, view="map")))
    expect(wall.page.locator(".map-place")).to_have_count(22)
    found = moving(wall)
    assert edge.source in {one["node"] for one in found if one["moves"]}
    assert edge.id in wall.page.evaluate(OPENING)


def test_a_board_that_joins_late_shows_the_picture_as_it_is(wall: Wall) -> None:
    wall.open(told(state_at(map_of(22), 3)))
    expect(wall.page.locator(".map-place")).to_have_count(22)
    assert [one for one in moving(wall) if one["node"]] == []


@pytest.mark.parametrize(
    ("state", "word"), [("parked", "Parkeret"), ("rejected", "Taget af tavlen")]
)
def test_what_leaves_says_so_without_its_words(wall: Wall, state: str, word: str) -> None:
    made = map_of(22)
    gone = next(one for one in made.nodes.values() if one.type == "benefit")
    out = replace(gone, state=state)  # type: ignore[arg-type]  # a state
    wall.open(told(state_at(made, 3, view="map")))
    expect(wall.page.locator(f"[data-node={gone.id}]")).to_have_count(1)
    wall.show(told(state_at(replace(made, nodes={**made.nodes, gone.id: out}), 3, view="map")))
    leaving = wall.page.locator(".leaving")
    expect(leaving).to_have_text(word)
    expect(wall.page.locator(f"[data-node={gone.id}]")).to_have_count(0)
    expect(leaving).to_have_count(0, timeout=MOST_MS)
    wall.show(told(state_at(made, 3, view="map")))
    expect(wall.page.locator(f"[data-node={gone.id}]")).to_have_count(1)  # undone: it comes back


def test_what_is_merged_says_so(wall: Wall) -> None:
    before, after = played("revealed"), played("revealed")
    nodes = dict(after.map.nodes)
    nodes["n1"] = replace(nodes["n1"], support=4)
    del nodes["n3"]
    wall.open(told(before, people=5))
    expect(wall.page.locator(".effect")).to_have_count(3)
    wall.show(told(replace(after, map=BenefitMap(nodes=nodes)), people=5))
    expect(wall.page.locator(".leaving")).to_have_text("Slået sammen")


def test_without_motion_the_same_is_told_by_marks_that_stand_still(calm_wall: Wall) -> None:
    wall = calm_wall
    wall.open(told(played("open"), people=5))
    expect(wall.page.locator(".back.is-down")).to_have_count(5)
    wall.show(told(played("revealed"), people=5))
    expect(wall.page.locator(".effect")).to_have_count(3)
    found = moving(wall)
    assert {one["node"] for one in found} == {"n1", "n2", "n3"}
    assert not any(one["moves"] for one in found)
    assert wall.page.locator(".is-flying").count() == 0


def test_the_last_picture_stays_while_the_line_is_away_and_the_board_comes_back_by_itself(
    wall: Wall,
) -> None:
    wall.open(told(state_at(map_of(22), 3)))
    expect(wall.page.locator(".map-place")).to_have_count(22)
    wall.cut()
    away = wall.page.locator(".board-away")
    expect(away).to_be_visible()
    assert wall.page.locator(".map-place").count() == 22
    expect(away).to_have_count(0, timeout=LONG_MS)
    wall.show(told(state_at(map_of(10), 3)))
    expect(wall.page.locator(".map-place")).to_have_count(10)


def test_a_restarted_server_does_not_blank_the_board(wall: Wall) -> None:
    wall.open(told(state_at(map_of(22), 3)))
    expect(wall.page.locator(".map-place")).to_have_count(22)
    wall.greet("another epoch")
    expect(wall.page.locator(".map-place")).to_have_count(22)
    wall.repeat()
    wall.show(told(state_at(map_of(10), 3)))
    expect(wall.page.locator(".map-place")).to_have_count(10)
