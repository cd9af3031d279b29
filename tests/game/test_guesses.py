"""R5's figures: who estimates what, the second round, what is settled (GR7, BR9)."""

from __future__ import annotations

from typing import Any

import pytest

from game import commands as cm
from game import events as ev
from game import evolve
from game.model import Estimate
from game.sentences import word
from tests.game.dsl import ROOM, Room
from tests.game.reached import (
    AVOIDED,
    CALM,
    CHEAP,
    QUICK,
    SPARED,
    counted,
    edges,
    now,
    reached,
    small,
)

CALM_NODE = "Mere ro"
ALIKE = ("5",) * 8
APART = ("1", "1", "2", "2", "8", "9", "9", "9")


def guess(room: Room, values: tuple[str | None, ...], node: str = CALM_NODE) -> None:
    """Everybody who is asked about the node estimates it, in the order of their seats."""
    asked = now(room.state).asked[f"estimate:{room.node(node).id}"]
    for seat, value in zip(sorted(asked), values, strict=False):
        room.when(seat, cm.GiveEstimate(node=room.node(node).id, value=value)).then()


def guessing(*values: str | None, **given: Any) -> Room:
    """R5's first estimates of calm are given and turned."""
    room = small(CALM, at="r5.open", **given)
    guess(room, values)
    if now(room.state).step == "open":
        room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def settled(room: Room, node: str = CALM_NODE) -> tuple[Estimate, ...]:
    return room.state.map.estimates[room.node(node).id]


def upcoming(room: Room) -> str:
    found: str = room.see("facilitator")["next"]["do"]
    return found


# --- who is asked --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variant", "most"), [("short30", 2), ("standard60", 3), ("standard75", 5)]
)
def test_the_room_estimates_the_first_few_and_an_owner_with_three_others_the_rest(
    variant: str, most: int
) -> None:
    room = reached("r5.open", variant=variant)
    asked = {k: v for k, v in now(room.state).asked.items() if k.startswith("estimate:")}
    sizes = [len(seats) for seats in asked.values()]
    assert sizes[:most] == [len(ROOM)] * most
    assert all(size in (3, 4) for size in sizes[most:])
    assert len(sizes) == len(counted(room, "benefit"))


def test_cash_comes_first_then_time_freed_and_ends_by_importance() -> None:
    room = small(CALM, SPARED, CHEAP, QUICK, at="r5.open")
    first, *_ = (one for one in now(room.state).asked if one.startswith("estimate:"))
    assert first == f"estimate:{room.node(CHEAP[0]).id}"


def test_what_is_neither_cash_nor_time_nor_an_end_is_for_a_few() -> None:
    room = small(CALM, QUICK, at="r3.open")
    calm, quick = room.node(CALM_NODE).id, room.node(QUICK[0]).id
    for seat in ("team_lead", "citizen_rep"):
        room.when(seat, cm.ProposeEdge(from_=calm, to=quick)).then()
    room.state = evolve(room.state, ev.EdgeDropped(edge=f"{calm}>n1"))
    room.advance_to("r5.open")
    assert (calm, quick) in edges(room, "benefit", "benefit")
    asked = now(room.state).asked
    assert len(asked[f"estimate:{quick}"]) == len(ROOM)
    assert len(asked[f"estimate:{calm}"]) in (3, 4)


def test_the_owner_of_a_thin_estimate_is_among_the_few() -> None:
    room = reached("r5.open")
    held = room.state.map.assignments
    few = {
        question.partition(":")[2]: seats
        for question, seats in now(room.state).asked.items()
        if question.startswith("estimate:") and len(seats) < len(ROOM)
    }
    owned = [node for node in few if node in held and held[node].state == "accepted"]
    assert owned
    assert all(held[node].seat in few[node] for node in owned)
    assert all(len(few[node]) == 4 for node in owned)


def test_only_those_who_are_asked_estimate_and_only_values() -> None:
    room = small(CALM, at="r5.open")
    node = room.node(CALM_NODE).id
    room.when("team_lead", cm.GiveEstimate(node=node, value="-1")).refused("value.format")
    room.when("team_lead", cm.GiveEstimate(node="n1", value="1")).refused("estimate.not_asked")


def test_an_estimate_is_secret_and_the_newest_counts() -> None:
    room = small(CALM, at="r5.open")
    node = room.node(CALM_NODE).id
    for value in ("123", "456"):
        room.when("citizen_rep", cm.GiveEstimate(node=node, value=value)).then()
    assert f"estimate:{node}" not in room.ask_ids("citizen_rep")
    for kind in ("board", "facilitator"):
        assert "456" not in str(room.see(kind))
    room.desk(cm.Reveal()).then()
    assert settled(room)[0].values == ("456",)


def test_the_figure_is_asked_for_in_the_unit_of_the_measure() -> None:
    room = small(CALM, at="r5.open")
    node = room.node(CALM_NODE).id

    def unit() -> object:
        (ask,) = (one for one in room.asks("citizen_rep") if one.do == "estimate")
        return dict(ask.text.params)["unit"]

    assert unit().id == "unit.own"  # type: ignore[attr-defined]  # a Say
    seat = now(room.state).asked[f"choose_measure:{node}"][0]
    measure = cm.ChooseMeasure(
        node=node,
        indicator="Tid",
        unit="min",
        direction="down",
        target="5",
        target_date="2027-12-01",
    )
    room.when(seat, measure).then()
    assert word(unit(), "da", {}) == "min"  # type: ignore[arg-type]  # a Say or text


def test_a_card_is_estimated_in_its_own_unit() -> None:
    room = reached("r5.open")
    (ask, *_) = (one for one in room.asks("citizen_rep") if one.do == "estimate")
    node = room.state.map.nodes[str(ask.d["node"])]
    assert dict(ask.text.params)["unit"].id == f"unit.{node.card}"  # type: ignore[union-attr]  # a Say


# --- what is settled -----------------------------------------------------------------------------


def test_alike_estimates_settle_it() -> None:
    room = guessing(*ALIKE)
    (first,) = settled(room)
    assert (first.round, first.contested, first.thin, first.planning) == (1, False, False, "5")
    assert upcoming(room) == "resolve"
    assert [entry.rule for entry in room.state.log if entry.rule.startswith("BR9")] == ["BR9"]


def test_what_a_few_estimated_is_thin() -> None:
    room = reached("r5.revealed")
    few = {key for key, made in room.state.map.estimates.items() if made[-1].thin}
    asked = now(room.state).asked
    assert few == {key for key in room.state.map.estimates if len(asked[f"estimate:{key}"]) <= 4}
    assert few


def test_in_a_room_of_three_nobody_is_too_few() -> None:
    room = small(CALM, at="r5.open", players=ROOM[:3])
    guess(room, ("1", "1", "1"))
    room.desk(cm.Reveal()).then()
    assert not settled(room)[0].thin


def test_a_figure_nobody_answered_is_not_settled() -> None:
    room = small(CALM, at="r5.open")
    room.desk(cm.Reveal()).then()
    assert room.state.map.estimates == {}
    assert upcoming(room) == "resolve"


def test_the_business_case_above_the_room_is_optimism() -> None:
    room = small(CALM, at="r5.open")
    node = room.node(CALM_NODE).id
    seat = now(room.state).asked[f"choose_measure:{node}"][0]
    measure = cm.ChooseMeasure(
        node=node, indicator="Tid", unit="min", direction="up", target="9",
        target_date="2027-12-01", case_value="9",
    )  # fmt: skip
    room.when(seat, measure).then()
    guess(room, ALIKE)
    room.desk(cm.Reveal()).then()
    assert settled(room)[0].optimism
    assert upcoming(room) == "open_round"


# --- the second round ----------------------------------------------------------------------------


def again(**given: Any) -> Room:
    room = guessing(*APART, **given)
    room.desk(cm.OpenRound()).then(ev.RoundOpened, ev.Asked)
    return room


def test_wide_estimates_are_asked_for_again_in_silence() -> None:
    room = again()
    node = room.node(CALM_NODE).id
    assert now(room.state).wave == 2
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "estimate")
    assert (ask.id, ask.text.id) == (f"estimate:{node}", "ask.estimate.again")


def test_the_second_round_stands_beside_the_first_and_there_is_no_third() -> None:
    room = again()
    guess(room, APART)
    if now(room.state).step == "open":
        room.desk(cm.Reveal()).then()
    assert [(one.round, one.contested) for one in settled(room)] == [(1, True), (2, True)]
    assert upcoming(room) == "resolve"
    room.desk(cm.OpenRound()).refused("round.step")


def test_where_nobody_knew_the_second_question_names_no_range() -> None:
    room = guessing(*(None,) * 8)
    assert settled(room)[0].contested
    room.desk(cm.OpenRound()).then()
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "estimate")
    assert ask.text.id == "ask.estimate"


def test_the_half_hour_has_no_second_round() -> None:
    room = guessing(*APART, variant="short30")
    assert settled(room)[0].contested
    room.desk(cm.OpenRound()).refused("round.step")


def test_the_long_game_asks_again_about_every_end_benefit() -> None:
    room = guessing(*ALIKE, variant="extended90")
    assert not settled(room)[0].contested
    assert upcoming(room) == "open_round"


def test_what_was_parked_meanwhile_is_not_asked_again() -> None:
    room = guessing(*APART)
    room.desk(cm.Park(node=room.node(CALM_NODE).id)).then()
    assert upcoming(room) == "resolve"


def test_a_round_played_again_starts_the_figures_afresh() -> None:
    room = again()
    guess(room, ALIKE)
    room.advance_to("r6.briefing")
    room.desk(cm.PreviousRound()).then()
    room.desk(cm.OpenRound()).then()
    guess(room, ("7",) * 8)
    if now(room.state).step == "open":
        room.desk(cm.Reveal()).then()
    assert [(one.round, one.median) for one in settled(room)] == [(1, "7")]


def test_a_cost_avoided_is_no_cash() -> None:
    room = small(AVOIDED, CHEAP, at="r5.open")
    first, *_ = (one for one in now(room.state).asked if one.startswith("estimate:"))
    assert first == f"estimate:{room.node(CHEAP[0]).id}"
