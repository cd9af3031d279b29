"""What moves and their undo never leave behind: circles, gaps, owners without a seat."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from game import commands as cm
from game import events as ev
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


def calm(goal: str | None = None) -> cm.Command:
    return cm.PlayCard(card="blank", text="Mere ro", perspective="employees", target=goal)


def in_words(room: Room) -> str:
    return next(node.id for node in room.nodes("benefit") if node.title == "Mere ro")


def free_pair(room: Room) -> tuple[str, str]:
    """Two benefits with no arrow between them that may get one."""
    edges = room.state.map.edges
    return next(
        (one, other)
        for one, other in permutations(counting(room, "benefit"), 2)
        if f"{one}>{other}" not in edges and not closes_cycle(edges.values(), one, other)
    )


def counting(room: Room, kind: str) -> list[str]:
    return [node.id for node in room.nodes(kind) if node.counts]


def arrows_of(room: Room, node: str) -> set[str]:
    return {edge for edge in room.state.map.edges if node in edge.split(">")}


def reword(node: str) -> cm.Command:
    return cm.Rename(node=node, title="Nyt navn")


def cash(node: str) -> cm.Command:
    return cm.SetClass(node=node, class_="C")


@pytest.mark.parametrize("move", [reword, cash])
def test_an_undo_takes_no_arrow_that_was_turned_since(move: Callable[[str], cm.Command]) -> None:
    room = game().advance_to("r3.open")
    node = counting(room, "benefit")[0]
    before = arrows_of(room, node)
    room.desk(move(node)).then(ev.MoveBegan)
    room.advance_to("r3.revealed")
    drawn = arrows_of(room, node)
    assert before < drawn
    room.desk(cm.Undo()).refused("undo.too_late")
    assert arrows_of(room, node) == drawn


def test_an_undo_takes_no_arrow_that_was_drawn_in_the_open_since() -> None:
    room = game().advance_to("r6.revealed")
    cause, effect = free_pair(room)
    room.desk(reword(effect)).then()
    room.when("s_01", cm.ProposeEdge(from_=cause, to=effect)).then(ev.EdgeLinked)
    room.desk(cm.Undo()).refused("undo.too_late")
    assert f"{cause}>{effect}" in room.state.map.edges


def test_an_undo_brings_no_arrow_back_that_was_taken_away_since() -> None:
    room = game(variant="extended90").advance_to("r2.open")
    room.when("s_01", calm("n1")).then()
    room.desk(cm.Reveal()).then()
    node = in_words(room)
    assert arrows_of(room, node) == {f"{node}>n1"}
    room.desk(reword("n1")).then()
    room.desk(cm.OpenRound()).then()
    room.when("s_02", calm("n2")).then()
    room.when("s_03", calm("n2")).then()
    room.desk(cm.Reveal()).then(ev.EdgeDropped)
    room.desk(cm.Undo()).refused("undo.too_late")
    assert arrows_of(room, node) == {f"{node}>n2"}


def test_an_arrow_between_others_leaves_the_undo_as_it_was() -> None:
    room = game().advance_to("r6.revealed")
    cause, effect = free_pair(room)
    room.desk(reword("n1")).then()
    room.when("s_01", cm.ProposeEdge(from_=cause, to=effect)).then(ev.EdgeLinked)
    room.desk(cm.Undo()).then(ev.Undone)
    assert f"{cause}>{effect}" in room.state.map.edges


def test_a_note_on_the_node_makes_undo_too_late() -> None:
    room = game().advance_to("r2.vote")
    node = room.nodes("benefit")[0].id
    for number, seat in enumerate(room.state.seats):
        room.when(seat, cm.Vote(node=node, belief=5 if number % 2 else 0, importance=3)).then()
    room.desk(cm.Resolve()).then()
    room.desk(reword(node)).then()
    room.when("s_01", cm.MinorityNote(node=node, text="Det sker ikke")).then(ev.NoteAdded)
    room.desk(cm.Undo()).refused("undo.too_late")


def test_a_role_is_not_undone_once_its_seat_has_played_or_answered() -> None:
    room = game().advance_to("r2.open")
    room.desk(cm.SetRole(seat="s_01", role="director")).then()
    room.when("s_02", calm()).then()
    assert room.see("facilitator")["undo"]["do"] == "set_role"
    room.when("s_01", calm()).then()
    room.desk(cm.Undo()).refused("undo.too_late")
    room.advance_to("r5.open")
    seat, ask = next((s, a) for s in room.state.seats for a in room.asks(s) if a.do == "estimate")
    room.desk(cm.SetRole(seat=seat, role="director")).then()
    room.answer(seat, ask).then(ev.AnswerGiven)
    room.desk(cm.Undo()).refused("undo.too_late")


def test_what_a_secret_vote_or_arrow_is_about_does_not_show_in_the_undo() -> None:
    room = game().advance_to("r2.vote")
    node = room.nodes("benefit")[0].id
    room.desk(reword(node)).then()
    room.when("s_01", cm.Vote(node=node, belief=5, importance=3)).then(ev.AnswerGiven)
    assert room.see("facilitator")["undo"]["do"] == "rename"
    room.desk(cm.Undo()).then(ev.Undone)
    room.advance_to("r3.open")
    cause, effect = free_pair(room)
    room.desk(reword(effect)).then()
    room.when("s_01", cm.ProposeEdge(from_=cause, to=effect)).then(ev.PlayMade)
    room.desk(cm.Undo()).then(ev.Undone)
    room.desk(cm.Reveal()).then()
    assert f"{cause}>{effect}" in room.state.map.edges


def test_the_undo_does_not_tell_who_asked_for_more_time() -> None:
    room = game().advance_to("r2.open")
    room.desk(cm.SetRole(seat="s_01", role="director")).then()
    room.when("s_01", cm.MoreTime()).then(ev.MoreTimeAsked)
    assert room.see("facilitator")["undo"]["do"] == "set_role"


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
