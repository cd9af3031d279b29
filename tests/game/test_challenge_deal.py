"""Which challenge card hits which benefit (GR8)."""

from __future__ import annotations

from game import commands as cm
from tests.game.dsl import next_game
from tests.game.reached import (
    AVOIDED,
    CALM,
    CHEAP,
    QUICK,
    SPARED,
    Benefit,
    counted,
    now,
    reached,
    small,
)
from tests.game.storms import cards, storm

DAY = "2027-12-01"
CALM_NODE = "Mere ro"


def test_each_benefit_gets_one_card_and_none_comes_twice_until_the_deck_is_out() -> None:
    room = reached("r6.revealed")
    held = list(room.state.map.challenges.values())
    assert sorted(one.node for one in held) == sorted(one.id for one in counted(room, "benefit"))
    usual = [one.card for one in held if one.card not in {"U1", "U2", "U11", "U12"}]
    assert set(usual) == {f"U{number}" for number in range(3, 11)}


def test_cash_is_asked_whether_the_citizen_will_notice_and_the_largest_time_is_halved() -> None:
    shown = cards(storm(CALM, SPARED, CHEAP))
    assert shown[CHEAP[0]] == "U12"
    assert shown[SPARED[0]] == "U11"
    assert shown[CALM_NODE] in {f"U{number}" for number in range(3, 11)}


def test_without_cash_time_freed_and_costs_avoided_are_asked() -> None:
    shown = cards(storm(CALM, SPARED, AVOIDED))
    assert (shown[SPARED[0]], shown[AVOIDED[0]]) == ("U12", "U12")


def test_of_two_that_free_time_the_larger_is_halved() -> None:
    other: Benefit = ("Færre genindtastninger i sagen", "processes", "T")
    room = small(CHEAP, SPARED, other, at="r5.open")
    for name, value in ((SPARED[0], "10"), (other[0], "900")):
        for seat in now(room.state).asked[f"estimate:{room.node(name).id}"]:
            room.when(seat, cm.GiveEstimate(node=room.node(name).id, value=value)).then()
    room.advance_to("r6.revealed")
    assert cards(room)[other[0]] == "U11"


def test_in_a_round_played_again_cash_is_asked_who_loses() -> None:
    room = storm(CHEAP)
    room.advance_to("r7.briefing")
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r6.open")
    room.desk(cm.Reveal()).then()
    held = [one.card for one in room.state.map.challenges.values()]
    assert held == ["U12", "U2"]


def test_when_nobody_named_who_loses_that_card_comes_first() -> None:
    assert "U2" in cards(storm(CALM, CHEAP, loses=None)).values()
    assert cards(storm(CALM, SPARED, CHEAP, loses=None))[CALM_NODE] == "U2"
    assert cards(storm(CHEAP, loses=None)) == {CHEAP[0]: "U2"}
    assert "U2" not in cards(storm(CALM, CHEAP)).values()


def test_the_half_hour_gets_the_premortem_as_a_card() -> None:
    shown = cards(storm(CALM, QUICK, variant="short30"))
    assert "U1" in shown.values()
    both = cards(storm(CALM, QUICK, loses=None, variant="short30"))
    assert set(both.values()) == {"U1", "U2"}


def test_the_premortem_takes_no_place_of_what_must_be_examined() -> None:
    assert cards(storm(CHEAP, variant="short30")) == {CHEAP[0]: "U12"}
    both = cards(storm(SPARED, AVOIDED, loses=None, variant="short30"))
    assert sorted(both.values()) == ["U12", "U2"]


def test_a_card_of_the_next_game_never_takes_the_place_of_one_that_was_carried_to_it() -> None:
    room = storm(CALM, SPARED, CHEAP)
    first, *_, last = room.state.map.challenges.values()
    room.desk(cm.Reject(node=first.node, text="Den tæller ikke med")).then()
    room.desk(cm.Close()).then()
    again = next_game(room)
    carried = set(again.state.map.challenges)
    assert first.id not in carried
    again.advance_to("r6.open")
    again.desk(cm.Reveal()).then()
    held = again.state.map.challenges
    assert held[last.id].card == last.card
    dealt = [one.node for key, one in held.items() if key not in carried]
    assert sorted(dealt) == sorted(node.id for node in counted(again, "benefit"))
