"""Kroner: what may be shown and what adds up (BR10, X8, X10, X16)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from game.money import (
    DoubleCount,
    double_counts,
    is_hours,
    is_kroner,
    kroner_factor,
    planning,
    promised,
    roll_up,
    shows_kroner,
)
from support.maps import drawn, estimate, measure, owner
from support.pas import ID, pas_map

CASH = {"benefit_class": "C", "perspective": "finance"}
FREED = {"benefit_class": "T", "perspective": "finance"}
AVOIDED = {"benefit_class": "A", "perspective": "finance"}


def kroner(node_id, **fields):
    known = {"unit": "kr/år", "baseline": "0", "target": "100", "direction": "up", "kroner": True}
    return measure(node_id, **{**known, "budget_line": "Løn", "budget_year": "2028", **fields})


def signed(node_id, **fields):
    return owner(node_id, co_signed=True, **fields)


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("kr", 1),
        ("kr.", 1),
        ("Kroner", 1),
        ("DKK/yr", 1),
        ("kr/år", 1),
        ("kr. årligt", 1),
        ("kr om året", 1),
        ("kr. pr. år", 1),
        ("kr pr. år", 1),
        ("Kr pr år", 1),
        ("kr. / år", 1),
        ("DKK per year", 1),
        ("DKK a year", 1),
        ("t.kr", 1_000),
        ("tkr.", 1_000),
        ("tusind kr", 1_000),
        ("DKK k", 1_000),
        ("1.000 kr.", 1_000),
        ("mio. kr/år", 1_000_000),
        ("mio. kr. pr. år", 1_000_000),
        ("millioner kroner", 1_000_000),
        ("mill. kr", 1_000_000),
        ("mkr", 1_000_000),
        ("DKK m", 1_000_000),
        ("DKK bn", 1_000_000_000),
        ("mia. kr", 1_000_000_000),
    ],
)
def test_an_amount_of_kroner_is_understood(unit, factor):
    assert is_kroner(unit)
    assert kroner_factor(unit) == factor


@pytest.mark.parametrize("unit", ["kr/anlæg", "kr. pr. sag", "DKK per case", "kr om måneden"])
def test_kroner_per_something_are_money_that_cannot_be_added_up(unit):
    assert is_kroner(unit)
    assert kroner_factor(unit) is None


@pytest.mark.parametrize("unit", ["timer", "krav", "kr prøver", "min/sag", "pr. år", "%", ""])
def test_other_units_are_no_money(unit):
    assert not is_kroner(unit)
    assert kroner_factor(unit) is None


HOURS = """timer, Hours, min/sag, årsværk, FTE, minutter, timer/år, timer pr. år, Timer pr uge,
timer om året, timer i ugen, min pr. sag, min. pr. sag, h/yr, hours per year, hours a week,
mandetimer, arbejdstimer pr. år, man-hours, frigjorte timer, ugentlige timer,
hours saved per year, fuldtidsstillinger"""


@pytest.mark.parametrize("unit", HOURS.replace("\n", " ").split(", "))
def test_hours_are_working_time(unit):
    assert is_hours(unit)
    assert not is_kroner(unit)


@pytest.mark.parametrize("unit", ["kr/time", "antal pr. time", "dage", "timeout", "minus", "%"])
def test_what_is_only_counted_per_hour_is_no_working_time(unit):
    assert not is_hours(unit)


def test_pas_leaves_kroner_on_the_payroll_budget_only():
    made = pas_map()
    money = {ID["P1"]: "kr/år", ID["Ø1"]: "kr/år"}
    measures = {
        key: replace(one, unit=money.get(key, one.unit), kroner=key in money or one.kroner)
        for key, one in made.measures.items()
    }
    made = replace(made, measures=measures)
    assert double_counts(made) == (
        DoubleCount(keeps=ID["Ø2"], loses=ID["P1"]),
        DoubleCount(keeps=ID["Ø2"], loses=ID["Ø1"]),
    )
    assert shows_kroner(made) == {ID["Ø2"]}


def test_pas_plans_with_six_hundred_and_seventy_five_thousand():
    added = roll_up(pas_map())
    assert (added.planned, added.cautious, added.avoided) == ("750000", "675000", "0")
    assert added.nodes == (ID["Ø2"],)


def test_the_same_indicator_and_population_is_counted_once():
    same = {"indicator": "Beløb på konto", "population": "Alle"}
    made = drawn(
        "b1 b2 b3 b4 g1",
        "b1>b2 b2>g1",
        b1=CASH,
        b2=AVOIDED,
        b3=CASH,
        b4={"benefit_class": "N"},
        measures=[
            kroner("b1", **same),
            kroner("b2", **same),
            kroner("b3", **{**same, "population": "Få"}),
            kroner("b4", **same),
        ],
    )
    assert double_counts(made) == (DoubleCount(keeps="b2", loses="b1"),)


def test_without_a_way_to_a_goal_a_benefit_gives_way():
    same = {"indicator": "Beløb"}
    made = drawn(
        "b1 b2 b3 g1",
        "b2>g1",
        b1=CASH,
        b2=CASH,
        b3=CASH,
        measures=[kroner(one, **same) for one in ("b1", "b2", "b3")],
    )
    pairs = {(one.keeps, one.loses) for one in double_counts(made)}
    assert pairs == {("b2", "b1"), ("b2", "b3"), ("b1", "b3")}


def test_freed_time_in_kroner_apart_from_the_chain_is_no_double_count():
    made = drawn("b1 b2", b1=CASH, b2=FREED, measures=[kroner("b1"), kroner("b2")])
    assert double_counts(made) == ()


def test_a_chain_counts_in_either_direction():
    made = drawn(
        "b1 b2 g1", "b1>b2 b2>g1", b1=CASH, b2=FREED, measures=[kroner("b1"), kroner("b2")]
    )
    assert double_counts(made) == (DoubleCount(keeps="b2", loses="b1"),)


def test_kroner_show_only_with_budget_line_and_signature():
    made = drawn(
        "b1 b2 b3 b4 b5 b6 b7",
        b1=CASH,
        b2=CASH,
        b3=CASH,
        b4=CASH,
        b5=AVOIDED,
        b6=FREED,
        b7=CASH,
        measures=[
            kroner("b1"),
            kroner("b2", budget_line=None),
            kroner("b3"),
            measure("b4", unit="timer"),
            kroner("b5"),
            kroner("b6"),
        ],
        assignments=[signed("b1"), signed("b2"), owner("b3"), signed("b4")],
    )
    assert shows_kroner(made) == {"b1", "b5"}


def test_only_accepted_and_owned_benefits_add_up():
    contested = {**CASH, "state": "contested"}
    made = drawn(
        "b1 b2 b3 b4 b5",
        b1=CASH,
        b2=contested,
        b3=CASH,
        b4=AVOIDED,
        b5=AVOIDED,
        measures=[kroner(f"b{n}") for n in range(1, 6)],
        assignments=[
            signed("b1"),
            signed("b2"),
            signed("b3", state="nominated"),
            owner("b4"),
        ],
    )
    added = roll_up(made)
    assert added.nodes == ("b1",)
    assert (added.planned, added.cautious, added.avoided) == ("100", "100", "100")


def test_a_promise_is_the_way_from_baseline_to_target():
    made = drawn(
        "b1 b2 b3 b4",
        measures=[
            kroner("b1", baseline="12.5", target="10", unit="mio. kr"),
            kroner("b2", target=None),
            kroner("b3", baseline=None),
            kroner("b4", unit="kr/anlæg"),
        ],
    )
    assert promised(made, "b1") == Decimal(2_500_000)
    assert [promised(made, one) for one in ("b2", "b3", "b4")] == [0, 0, 0]


def test_the_cautious_figure_is_the_planning_value_where_there_is_one():
    made = drawn(
        "b1 b2 b3 b4",
        measures=[kroner(one) for one in ("b1", "b2", "b3")] + [kroner("b4", unit="kr/anlæg")],
        estimates=[estimate("b1", planning="80"), estimate("b2", planning=None), estimate("b4")],
    )
    assert [planning(made, one) for one in ("b1", "b2", "b3", "b4")] == [80, 100, 100, 0]
