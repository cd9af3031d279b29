"""What moves and their undo never leave behind: circles, gaps, owners without a seat."""

from __future__ import annotations

from game import commands as cm
from game.benefit_map import closes_cycle
from game.model import SHELL, BenefitMap
from tests.game.dsl import ROOM, Room, game

CHANGES = ("Vagtplanen lægges om nu", "Køen styres anderledes", "Skabet tages i brug")


def has_circle(drawn: BenefitMap) -> bool:
    edges = [edge for edge in drawn.edges.values() if edge.kind == "leads_to"]
    return any(
        closes_cycle((one for one in edges if one.id != edge.id), edge.source, edge.target)
        for edge in edges
    )


def counting(room: Room, kind: str) -> list[str]:
    return [node.id for node in room.nodes(kind) if node.counts]


def test_a_merge_that_would_lead_in_a_circle_leaves_that_arrow_out_and_says_so() -> None:
    room = game().advance_to("r3.open")
    first, second, third = counting(room, "benefit")[:3]
    room.when("s_01", cm.ProposeEdge(from_=first, to=second))
    room.when("s_02", cm.ProposeEdge(from_=second, to=third))
    room.advance_to("r3.revealed")
    room.desk(cm.Merge(nodes=(first, third)))
    assert not has_circle(room.state.map)
    assert room.state.log[-1].rule == "BR7"


def test_a_retype_is_not_undone_once_that_would_lead_in_a_circle() -> None:
    room = game().advance_to("r3.open")
    for at, (text, node) in enumerate(zip(CHANGES, counting(room, "benefit"), strict=False), 1):
        room.when(f"s_0{at}", cm.ProposeChange(node=node, text=text))
    room.advance_to("r6.revealed")
    first, second, third = counting(room, "change")[:3]
    room.when("s_01", cm.ProposeEdge(from_=first, to=second))
    room.when("s_01", cm.ProposeEdge(from_=second, to=third))
    room.desk(cm.Retype(node=second, type="benefit"))
    room.when("s_02", cm.ProposeEdge(from_=third, to=first))
    room.desk(cm.Undo()).refused("undo.too_late")
    assert not has_circle(room.state.map)


def test_one_card_alone_is_no_suggestion_to_dismiss() -> None:
    room = game().advance_to("r3.briefing")
    room.desk(cm.DismissMerge(nodes=("n1",))).refused("merge.not_alike")


def test_an_absent_role_that_was_named_as_an_owner_is_not_undone() -> None:
    room = game().advance_to("r4.open")
    room.desk(cm.Reveal())
    free = next(one for one in counting(room, "benefit") if one not in room.state.map.assignments)
    room.desk(cm.AddAbsent(role="partner"))
    absent = next(seat.id for seat in room.state.seats.values() if seat.absent)
    room.when("s_05", cm.Nominate(node=free, seat=absent))
    room.desk(cm.Undo()).refused("undo.too_late")
    assert absent in room.state.seats


def test_a_proxys_signature_takes_nothing_from_the_budget_holders_own() -> None:
    room = game().advance_to("r4.open")
    node = counting(room, "benefit")[0]
    room.when("head_of_operations", cm.Claim(node=node))
    room.desk(cm.Reveal())
    room.desk(cm.SetClass(node=node, class_="C"))
    room.when("budget_holder", cm.CoSign(node=node))
    room.desk(cm.AddProxy(role="budget_holder", name="Ib"))
    proxy = next(seat.id for seat in room.state.seats.values() if seat.proxy)
    room.desk(cm.PlayFor(seat=proxy, command=cm.CoSign(node=node)))
    assert room.state.map.assignments[node].co_signed


def test_nobody_is_asked_to_accept_what_has_become_a_deliverable() -> None:
    room = game((*ROOM[:7], "system_owner")).advance_to("r4.open")
    node = counting(room, "change")[0]
    room.when("s_05", cm.Nominate(node=node, seat="s_08"))
    room.desk(cm.Reveal())
    assert f"accept:{node}" in {ask.id for ask in room.asks("s_08")}
    room.desk(cm.Retype(node=node, type="enabler"))
    assert f"accept:{node}" not in {ask.id for ask in room.asks("s_08")}


def test_a_deadline_says_nothing_while_the_game_is_paused() -> None:
    room = game().advance_to("r2.open")
    room.desk(cm.Pause())
    assert room.state.round is not None
    room.at = (room.state.round.ends or 0) + 5000
    room.when(SHELL, cm.Deadline(round="r2", step="open")).refused("game.paused")


def test_a_step_lasts_a_day_at_most() -> None:
    room = game().advance_to("r2.open")
    room.desk(cm.Extend(seconds=10**12)).refused("clock.too_long")
    room.desk(cm.Extend(seconds=-(10**30)))
    assert room.state.round is not None
    assert room.state.round.ends == room.at
