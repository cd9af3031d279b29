"""What the room talks about while a round is face up, and how the console says it (GR6-GR8)."""

from __future__ import annotations

from typing import Any

from game import commands as cm
from game import events as ev
from game.decide.talks import talk
from game.say import Say
from tests.game.dsl import Room, game
from tests.game.reached import CALM, CHEAP, QUICK, now, reached, small

CALM_NODE, QUICK_NODE, CHEAP_NODE = "Mere ro", "Hurtigere svar", "Lavere lønudgift"
DAY = "2027-12-01"


def topics(room: Room) -> list[str]:
    """The labels of what the console suggests to talk about, in order."""
    found = talk(room.state)
    if found is None:
        return []
    shown: Any = dict(found.params)["nodes"]
    return [dict(one.params)["label"] for one in shown]


def labels(room: Room, *nodes: str) -> list[str]:
    return [room.node(node).label for node in nodes]


def vote_importance(room: Room, **importance: int) -> None:
    """Everybody's vote on each benefit, by its words."""
    for ask in [(seat, ask) for seat in room.state.seats for ask in room.asks(seat)]:
        seat, question = ask
        title = room.node(str(question.d["node"])).title or ""
        room.answer(seat, question, importance=importance.get(title.split()[0], 3)).then()


def test_there_is_nothing_to_talk_about_before_the_cards_are_turned() -> None:
    assert talk(game().state) is None
    assert talk(reached("r4.open").state) is None
    assert talk(reached("r3.revealed").state) is None


def test_a_goal_that_somebody_doubts_is_talked_about() -> None:
    room = game().advance_to("r1.open")
    room.when("team_lead", cm.ConfirmGoal(goal="n2", fist=1)).then()
    room.desk(cm.Reveal()).then()
    assert topics(room) == ["G2"]
    assert room.see("facilitator")["script"]["next"] == talk(room.state)
    assert topics(reached("r1.revealed")) == []


def test_orphans_come_first_and_ties_after_them() -> None:
    room = small(CALM, QUICK, CHEAP, at="r4.open")
    for seat in ("unit_manager", "process_owner"):
        room.when(seat, cm.Claim(node=room.node(CALM_NODE).id)).then()
    room.desk(cm.Reveal()).then()
    assert set(topics(room)[:2]) == set(labels(room, QUICK_NODE, CHEAP_NODE))
    assert topics(room)[2:] == labels(room, CALM_NODE)
    held = room.state.map.assignments[room.node(CALM_NODE).id]
    room.when(held.seat or "", cm.Accept(node=held.node, by=DAY)).then()
    assert set(topics(room)) == set(labels(room, QUICK_NODE, CHEAP_NODE))


def test_the_most_important_orphan_comes_first_and_the_clock_holds_so_many() -> None:
    room = game(variant="short30").advance_to("r2.open")
    for seat, (text, row, _) in zip(room.state.seats, (CALM, QUICK, CHEAP), strict=False):
        play = cm.PlayCard(card="blank", text=text, perspective=row)
        room.when(seat, play).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.OpenVote()).then()
    vote_importance(room, Mere=2, Hurtigere=5, Lavere=4)
    for command in (cm.Resolve(), cm.NextRound(), cm.OpenRound(), cm.Reveal()):
        room.desk(command).then()
    assert topics(room) == labels(room, QUICK_NODE, CHEAP_NODE)


def test_when_all_are_owned_the_script_goes_on_as_usual() -> None:
    room = small(CALM, at="r4.open")
    node = room.node(CALM_NODE).id
    room.when("team_lead", cm.Claim(node=node)).then()
    room.desk(cm.Reveal()).then()
    assert talk(room.state) is None
    shown: Say = room.see("facilitator")["script"]["next"]
    assert shown.id == "script.r4.revealed.next"


def test_the_two_widest_spreads_are_talked_about_and_not_again_after_the_second_round() -> None:
    room = small(CALM, QUICK, CHEAP, at="r5.open")
    wide = {CALM_NODE: "199", QUICK_NODE: "999", CHEAP_NODE: "19"}
    for name, far in wide.items():
        node = room.node(name).id
        for number, seat in enumerate(now(room.state).asked[f"estimate:{node}"]):
            value = far if number % 2 else "9"
            room.when(seat, cm.GiveEstimate(node=node, value=value)).then()
    room.desk(cm.Reveal()).then()
    spreads = {one[-1].node: one[-1].spread for one in room.state.map.estimates.values()}
    ranked = sorted(spreads, key=lambda node: float(spreads[node] or 0), reverse=True)
    assert topics(room) == labels(room, *ranked[:2])
    room.desk(cm.OpenRound()).then()
    room.desk(cm.Reveal()).then()
    assert topics(room) == []


def test_four_cards_are_read_aloud_and_in_the_hour_two() -> None:
    assert len(topics(reached("r6.revealed"))) == 4
    assert len(topics(reached("r6.revealed", variant="standard60"))) == 2


def test_a_closed_game_has_nothing_to_talk_about() -> None:
    room = reached("r6.revealed")
    room.desk(cm.Close()).then(ev.GameClosed)
    shown: Say = room.see("facilitator")["script"]["next"]
    assert shown.id == "script.closed.next"


def test_after_closing_owners_have_ten_days_for_what_is_open() -> None:
    room = small(CALM, at="r6.revealed")
    closed = room.desk(cm.Close()).first(ev.GameClosed)
    assert closed.until - closed.at == 10 * 24 * 60 * 60 * 1000
    asks = [ask for seat in room.state.seats for ask in room.see("player", seat)["asks"]]
    assert asks
    assert len({ask["until"] for ask in asks}) == 1
    assert asks[0]["until"] is not None
