"""R7 Lukning and what stays open after it: actions, signatures, notes, open fields (game.md 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game import evolve
from game.decide.versions import version_bytes
from game.map_json import content_hash
from game.model import Action
from tests.game.dsl import ROOM, Room, game
from tests.game.reached import CALM, CHEAP, QUICK, reached, small

DAY = "2027-12-01"
CALM_NODE, QUICK_NODE = "Mere ro", "Hurtigere svar"
TO_FIGURES = (cm.Reveal(), cm.Resolve(), cm.NextRound(), cm.OpenRound())
"""From R4 while it is open to R5 while it is open; the same again goes on to R6 and to R7."""


def walk(room: Room, *commands: cm.Command) -> Room:
    for command in commands:
        room.desk(command).then()
    return room


def bare(**given: Any) -> Room:
    """R7 is open on a map where the team lead owns calm, and nothing else was said."""
    room = small(CALM, QUICK, at="r4.open", **given)
    node = room.node(CALM_NODE).id
    room.when("team_lead", cm.Claim(node=node)).then()
    room.desk(cm.Reveal()).then()
    room.when("team_lead", cm.Accept(node=node, by=DAY)).then()
    return walk(room, *TO_FIGURES[1:], *TO_FIGURES, *TO_FIGURES)


def actions(room: Room) -> dict[str, Action]:
    return {one.id: one for one in room.state.map.actions.values()}


def waiting(room: Room) -> set[str]:
    return {one.id for one in actions(room).values() if not one.done}


# --- actions -------------------------------------------------------------------------------------


def test_every_red_finding_is_an_action() -> None:
    room = bare()
    quick = room.node(QUICK_NODE).id
    assert {f"X3.{quick}", f"X14.{quick}", "X18.map"} <= waiting(room)
    assert f"X3.{room.node(CALM_NODE).id}" not in waiting(room)


def test_before_the_headwind_is_over_nothing_is_an_action() -> None:
    room = small(CALM, at="r5.resolved")
    assert actions(room) == {}


def test_unanswered_challenges_and_nameless_changes_are_actions() -> None:
    room = small(CALM, at="r3.open")
    command = cm.ProposeEdge(from_="n3", to=room.node(CALM_NODE).id)
    room.when("team_lead", command).then()
    walk(room, *TO_FIGURES, *TO_FIGURES, *TO_FIGURES, *TO_FIGURES)
    (ghost,) = (node.id for node in room.nodes("change") if node.ghost)
    (held,) = room.state.map.challenges
    assert {f"ghost.{ghost}", f"challenge.{held}"} <= waiting(room)
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "commit")
    offered = {text.id for _, text in ask.options["action"]}  # type: ignore[union-attr]  # Say
    assert {"action.ghost", "action.challenge", "finding.X14.next"} <= offered


def test_what_hangs_on_a_parked_benefit_is_no_action() -> None:
    room = bare()
    held = next(iter(room.state.map.challenges.values()))
    room.desk(cm.Park(node=held.node)).then()
    room.desk(cm.Reveal()).then()
    assert f"challenge.{held.id}" not in waiting(room)


def test_what_is_mended_is_done_and_what_breaks_again_is_open_again() -> None:
    room = bare()
    node = room.node(CALM_NODE).id
    action = f"X3.{node}"
    room.when("team_lead", cm.Decline(node=node)).then()
    room.desk(cm.Close()).then()
    assert action in waiting(room)
    room.desk(cm.ResolveContest(node=node, seat=room.seat("unit_manager").id)).then()
    room.when("unit_manager", cm.Accept(node=node, by=DAY)).then()
    assert actions(room)[action].done
    room.when("unit_manager", cm.Decline(node=node)).then()
    assert action in waiting(room)


def test_each_takes_one_action_with_a_date() -> None:
    room = bare()
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "commit")
    first, second = (value for value, _ in ask.options["action"][:2])
    room.when("citizen_rep", cm.Commit(action=first, by="snart")).refused("date.format")
    room.when("citizen_rep", cm.Commit(action=first, by=DAY)).then(ev.ActionSet)
    made = actions(room)[first]
    assert (made.role, made.by) == ("citizen_rep", DAY)
    assert "commit" not in room.ask_ids("citizen_rep")
    room.when("staff_rep", cm.Commit(action=first, by=DAY)).refused("action.taken")
    room.when("staff_rep", cm.Commit(action="X99.n1", by=DAY)).refused("action.unknown")
    room.when("citizen_rep", cm.Commit(action=first, by="2027-11-01")).then()
    room.when("citizen_rep", cm.Commit(action=second, by=DAY)).then()


def test_when_all_is_taken_nobody_is_asked_to_take_more() -> None:
    room = bare(players=ROOM[:4])
    while left := [one for one in actions(room).values() if one.by is None and not one.done]:
        room.when("unit_manager", cm.Commit(action=left[0].id, by=DAY)).then()
    assert not any("commit" in room.ask_ids(seat) for seat in room.state.seats)


def test_a_mended_action_cannot_be_taken() -> None:
    room = bare()
    done = next(iter(actions(room)))
    mended = replace(actions(room)[done], done=True)
    room.state = evolve(room.state, ev.ActionSet(action=mended))
    room.when("staff_rep", cm.Commit(action=done, by=DAY)).refused("action.unknown")


# --- signatures ----------------------------------------------------------------------------------


def test_owners_sign_for_what_they_took() -> None:
    room = bare()
    assert "sign" in room.ask_ids("team_lead")
    assert "sign" not in room.ask_ids("unit_manager")
    room.when("team_lead", cm.Sign()).then(ev.SeatSigned)
    assert "sign" not in room.ask_ids("team_lead")
    room.when("team_lead", cm.Sign()).refused("sign.already")
    room.when("unit_manager", cm.Sign()).refused("sign.nothing")


def test_nobody_signs_for_a_person_without_a_phone() -> None:
    room = small(CALM, at="r4.open")
    node = room.node(CALM_NODE).id
    room.when("team_lead", cm.Claim(node=node)).then()
    room.desk(cm.Reveal()).then()
    room.when("team_lead", cm.Accept(node=node, by=DAY)).then()
    seat = room.desk(cm.AddProxy(role="team_lead", name="Ida")).first(ev.SeatTaken).seat
    walk(room, *TO_FIGURES[1:], *TO_FIGURES, *TO_FIGURES)
    assert "sign" not in room.ask_ids(seat)
    room.desk(cm.PlayFor(seat=seat, command=cm.Sign())).refused("sign.proxy")


# --- notes ---------------------------------------------------------------------------------------


def contested() -> tuple[Room, str]:
    room = game().advance_to("r2.open")
    play = cm.PlayCard(card="blank", text=CALM_NODE, perspective="employees")
    room.when("team_lead", play).then()
    walk(room, cm.Reveal(), cm.OpenVote())
    node = room.node(CALM_NODE).id
    for number, seat in enumerate(list(room.state.seats)):
        room.when(seat, cm.Vote(node=node, belief=5 if number % 2 else 0, importance=3)).then()
    room.desk(cm.Resolve()).then()
    return room, node


def test_a_minority_leaves_a_note_on_what_is_contested() -> None:
    room, node = contested()
    room.when("citizen_rep", cm.MinorityNote(node=node, text="Det sker ikke")).then(ev.NoteAdded)
    signed = cm.MinorityNote(node=node, text="Heller ikke jeg", signed=True)
    room.when("staff_rep", signed).then(ev.NoteAdded)
    room.when("staff_rep", cm.MinorityNote(node=node, text="Nu ordret", signed=True)).then()
    found = {one.text: one.signed_by for one in room.state.map.notes.values()}
    assert found == {"Det sker ikke": None, "Nu ordret": room.seat("staff_rep").person}


def test_a_note_is_short_and_hangs_on_what_is_contested() -> None:
    room, node = contested()
    long = cm.MinorityNote(node=node, text="x" * 141)
    room.when("staff_rep", long).refused("text.too_long", limit=140)
    room.when("staff_rep", cm.MinorityNote(node="n1", text="Nej")).refused("note.not_contested")


def test_a_contested_node_without_a_settler_is_an_action() -> None:
    room, node = contested()
    room.desk(cm.Close()).then()
    assert f"contested.{node}" in waiting(room)


# --- after closing -------------------------------------------------------------------------------


def test_after_closing_owners_fill_in_what_is_open_and_nothing_holds_anybody() -> None:
    room = bare()
    room.desk(cm.Close()).then(ev.GameClosed, ev.MapVersioned)
    node = room.node(CALM_NODE).id
    asks = {ask.id: ask for ask in room.asks("team_lead")}
    assert {f"choose_measure:{node}", "commit", "sign"} <= set(asks)
    assert all(ask.optional for ask in asks.values())


def test_after_closing_a_measure_without_a_baseline_is_asked_for_that_alone() -> None:
    room = bare()
    room.desk(cm.Close()).then()
    node = room.node(CALM_NODE).id
    measure = cm.ChooseMeasure(
        node=node, indicator="Afbrydelser", unit="pr. dag", direction="down", target="3",
        target_date=DAY,
    )  # fmt: skip
    room.when("team_lead", measure).then(ev.MapVersioned)
    (ask,) = (one for one in room.asks("team_lead") if one.do == "choose_measure")
    assert ask.needs == ("baseline",)
    assert ask.d["indicator"] == "Afbrydelser"
    room.answer("team_lead", ask, baseline="9").then(ev.MeasureSet)
    assert room.state.map.measures[node].target == "3"
    assert not any(one.do == "choose_measure" for one in room.asks("team_lead"))


def test_after_closing_a_parked_benefit_is_asked_nothing_about() -> None:
    room = bare()
    room.desk(cm.Close()).then()
    room.desk(cm.Park(node=room.node(CALM_NODE).id)).then()
    assert not any(room.node(CALM_NODE).id in ask for ask in room.ask_ids("team_lead"))
    assert "sign" not in room.ask_ids("team_lead")


# --- versions ------------------------------------------------------------------------------------


def test_every_settled_round_and_the_closing_write_a_version() -> None:
    room = reached("closed", variant="short30")
    versions = [event for event in room.events if isinstance(event, ev.MapVersioned)]
    assert [one.version for one in versions] == list(range(1, len(versions) + 1))
    assert [one.round for one in versions] == ["r0", "r1", "r2", "r4", "r5", "r6", "r7", "r7"]


def test_an_edit_after_closing_writes_a_version_and_a_refusal_does_not() -> None:
    room = small(CALM, CHEAP, at="closed")
    before = room.state.version
    node = room.node(CALM_NODE).id
    room.desk(cm.Rename(node=node, title="Mere arbejdsro")).then(ev.TitleSet, ev.MapVersioned)
    room.desk(cm.Rename(node="n99", title="Nej")).refused("node.unknown")
    room.desk(cm.Show(view="map")).then()
    assert room.state.version == before + 1


def test_a_version_holds_the_bytes_that_its_hash_is_of() -> None:
    room = small(CALM, at="closed")
    newest = room.events[-1]
    assert isinstance(newest, ev.MapVersioned)
    assert content_hash(version_bytes(room.state, newest)) == newest.hash


def test_a_game_closed_in_the_lobby_leaves_a_version_too() -> None:
    made = game().desk(cm.Close()).then(ev.GameClosed, ev.MapVersioned)
    assert made.first(ev.MapVersioned).round == ""
