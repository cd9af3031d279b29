"""What the judging rules know of a game."""

from __future__ import annotations

from game.model import PastRound, RoundNow, Seat, Setup, State
from game.survey import Context, context, survey
from support.maps import drawn

SETUP = Setup(project="p_1", code="K7QF3M", title="PAS", purpose="", goals=())


def state(**fields):
    return State(**{"setup": SETUP, **fields})


def past(key):
    return PastRound(id=key, key=key, n=int(key[1:]), used_ms=0)


def test_in_the_lobby_no_round_is_over():
    assert context(state()).rounds_over == frozenset()


def test_a_round_is_over_once_it_is_resolved():
    now = RoundNow(id="r2", key="r2", n=2, step="revealed")
    assert not context(state(past=(past("r0"), past("r1")), round=now)).is_over("r2")
    done = RoundNow(id="r2", key="r2", n=2, step="resolved")
    assert context(state(past=(past("r0"), past("r1")), round=done)).is_over("r2")


def test_a_round_that_the_half_hour_leaves_out_is_over_with_the_next():
    assert context(state(past=(past("r2"), past("r4")))).is_over("r3")


def test_playing_a_round_again_does_not_open_the_later_ones():
    again = RoundNow(id="r2.2", key="r2", n=2)
    assert context(state(past=(past("r2"), past("r3")), round=again)).is_over("r3")


def test_a_closed_game_has_every_round_behind_it():
    assert context(state(phase="closed")).is_over("r7")


def test_a_follow_up_starts_from_a_whole_map():
    setup = Setup(project="p", code="K", title="", purpose="", goals=(), kind="follow_up")
    assert context(state(setup=setup)).is_over("r7")


def test_the_room_is_who_plays():
    seats = {
        "s_01": Seat(id="s_01", person="p_1", role="team_lead"),
        "s_02": Seat(id="s_02", person="p_2", role="director", absent=True),
        "s_03": Seat(id="s_03", person="p_3", role="director", removed=True),
    }
    assert context(state(seats=seats)).roles == {"s_01": "team_lead"}
    assert context(state(seats=seats)).has_operations()


def test_a_room_of_staff_has_no_operations():
    assert not Context(roles={"s_01": "staff_rep"}).has_operations()


def test_a_survey_sorts_what_counts():
    view = survey(
        drawn(
            "g1 b1 b2 c1 c2 d1 e1",
            "c1>b1 c2>b2 b1>b2 b2>g1",
            c2={"ghost": True},
            d1={"state": "parked"},
        ),
        Context(),
    )
    names = [
        [node.id for node in part]
        for part in (view.goals, view.benefits, view.ends, view.changes, view.ghosts)
    ]
    assert names == [["g1"], ["b1", "b2"], ["b2"], ["c1"], ["c2"]]
    assert view.disbenefits == ()
    assert [node.id for node in view.enablers] == ["e1"]


def test_a_survey_follows_the_arrows():
    made = drawn("b1 b2 c1", "c1>b1 b1>b2")
    view = survey(made, Context())
    assert {node.id for node in view.upstream(made.nodes["b2"])} == {"b1", "c1"}
    assert {node.id for node in view.downstream(made.nodes["c1"])} == {"b1", "b2"}
    assert view.has_change(made.nodes["b2"])


def test_benefits_that_end_with_money_only_are_only_money():
    arrows, money = "b1>g1", {"perspective": "finance"}
    assert survey(drawn("b1 g1", arrows, b1=money), Context()).is_only_money()
    assert not survey(drawn("b1 g1", arrows), Context()).is_only_money()
    assert not survey(drawn("g1"), Context()).is_only_money()
