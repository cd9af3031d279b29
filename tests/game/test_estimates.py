"""BR9, X11, X12: what a room thinks a benefit is worth."""

from __future__ import annotations

import statistics
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import RuleError
from game.estimates import (
    Question,
    is_settled,
    is_thin,
    is_too_few,
    median,
    needs_second_round,
    percentile,
    plain,
    read_date,
    read_signed,
    read_value,
    settle,
)

ONE = Question(node="n1", round=1)
FIRST = "0.5 0.6 0.75 0.75 0.9 1.2 1.5 2.0"
SECOND = "0.6 0.6 0.7 0.75 0.75 0.75 0.8 0.9"

amounts = st.decimals(min_value=0, max_value=10**15 - 1, places=4)


def numbers(text: str) -> list[Decimal]:
    return [Decimal(one) for one in text.split()]


def test_the_first_round_on_the_payroll_budget_is_contested():
    made = settle(ONE, numbers(FIRST), 0)
    assert (made.median, made.q1, made.q3, made.spread) == ("0.825", "0.7125", "1.275", "0.68")
    assert made.contested


def test_the_second_round_on_the_payroll_budget_settles_it_and_plans_with_the_lower_quartile():
    made = settle(Question(node="n1", round=2), numbers(SECOND), 0)
    assert (made.median, made.q1, made.q3, made.spread) == ("0.75", "0.675", "0.7625", "0.12")
    assert made.planning == "0.675"
    assert is_settled(made)


def test_a_disbenefit_is_planned_with_the_upper_quartile():
    made = settle(Question(node="n1", round=1, disbenefit=True), numbers(SECOND), 0)
    assert made.planning == "0.7625"


def test_the_dots_stand_in_order_of_size_without_names():
    assert settle(ONE, numbers("3 1 2.50"), 0).values == ("1", "2.5", "3")


def test_a_spread_of_exactly_one_half_is_not_contested():
    made = settle(ONE, numbers("3 3 4 5 5"), 0)
    assert (made.q1, made.median, made.q3) == ("3", "4", "5")
    assert not made.contested


def test_a_hair_more_than_one_half_is_contested():
    assert settle(ONE, numbers("3 3 4 5.0001 5.0001"), 0).contested


def test_a_median_of_nothing_is_contested_and_has_no_spread():
    made = settle(ONE, numbers("0 0 0"), 0)
    assert made.contested
    assert made.spread is None


def test_half_the_room_not_knowing_is_contested():
    assert settle(ONE, numbers("5 5 5"), 3).contested
    assert not settle(ONE, numbers("5 5 5"), 2).contested


def test_nobody_knowing_is_contested_and_has_no_figures():
    made = settle(ONE, [], 4)
    assert made.contested
    assert (made.median, made.q1, made.q3, made.spread, made.planning) == (None,) * 5


def test_an_unanswered_question_is_neither_contested_nor_settled():
    made = settle(ONE, [], 0)
    assert not made.contested
    assert not is_settled(made)


def test_two_estimates_are_too_few_to_settle_anything_or_to_contest_it():
    made = settle(ONE, numbers("1 9"), 0)
    assert is_too_few(made)
    assert not made.contested
    assert not is_settled(made)


def test_three_tenths_not_knowing_is_thin_evidence():
    assert is_thin(settle(ONE, numbers("5 5 5 5 5 5 5"), 3))
    assert not is_thin(settle(ONE, numbers("5 5 5 5 5 5 5 5"), 3))


def test_everybody_knowing_is_not_thin():
    assert not is_thin(settle(ONE, [], 0))


def test_one_estimate_above_three_medians_is_optimism_in_a_small_room():
    assert settle(ONE, numbers("2 2 2 2 7"), 0).optimism
    assert not settle(ONE, numbers("2 2 2 2 6"), 0).optimism


def test_one_estimate_is_not_optimism_in_a_large_room():
    assert not settle(ONE, [*numbers("2 " * 12), Decimal(7)], 0).optimism


def test_the_upper_decile_above_three_medians_is_optimism_in_a_large_room():
    assert settle(ONE, [*numbers("2 " * 11), Decimal(8), Decimal(8)], 0).optimism


def test_a_business_case_above_the_upper_quartile_is_optimism():
    case = Question(node="n1", round=1, case_value="0.77")
    assert settle(case, numbers(SECOND), 0).optimism
    lower = Question(node="n1", round=1, case_value="0.76")
    assert not settle(lower, numbers(SECOND), 0).optimism


def test_contested_and_optimistic_first_rounds_are_asked_again_but_never_a_second_one():
    assert needs_second_round(settle(ONE, numbers(FIRST), 0))
    assert needs_second_round(settle(ONE, numbers("2 2 2 2 7"), 0))
    assert not needs_second_round(settle(ONE, numbers(SECOND), 0))
    assert not needs_second_round(settle(Question(node="n1", round=2), numbers(FIRST), 0))


def test_a_question_to_few_marks_its_estimate():
    assert settle(Question(node="n1", round=1, thin=True), numbers("1 1 1"), 0).thin
    assert settle(Question(node="n1", round=1, thin=True), [], 0).thin


@pytest.mark.parametrize("text", ["0", "12", "0.5", "123456789012345.1234"])
def test_a_value_travels_as_a_decimal_string(text):
    assert read_value(text) == Decimal(text)


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", ".5", "1.", "1,5", "1e3", "1.23456", "1234567890123456", "١", "1\n"]
)
def test_any_other_text_is_no_value(text):
    with pytest.raises(RuleError) as refused:
        read_value(text)
    assert refused.value.code == "value.format"


def test_a_measure_may_be_negative():
    assert read_signed("-10.5") == Decimal("-10.5")


def test_a_measure_is_still_a_number():
    with pytest.raises(RuleError) as refused:
        read_signed("--1")
    assert refused.value.code == "value.format"


def test_a_day_is_read():
    assert read_date("2026-12-01").isoformat() == "2026-12-01"


@pytest.mark.parametrize("text", ["1 Dec", "2026-13-01", "20261201", "2026-W48-2"])
def test_any_other_text_is_no_day(text):
    with pytest.raises(RuleError) as refused:
        read_date(text)
    assert refused.value.code == "date.format"


def test_figures_are_shown_without_idle_zeros():
    assert plain(Decimal(10)) == "10"
    assert plain(Decimal("4.40")) == "4.4"
    assert plain(Decimal("0.00005")) == "0.0001"


@given(st.lists(amounts, min_size=2))
def test_quartiles_are_those_of_the_inclusive_method(values):
    exact = [Fraction(value) for value in values]
    found = [Fraction(percentile(values, share)) for share in (25, 50, 75)]
    assert found == statistics.quantiles(exact, n=4, method="inclusive")


@given(st.lists(amounts, min_size=1))
def test_the_median_is_that_of_the_statistics_book(values):
    assert Fraction(median(values)) == statistics.median(Fraction(value) for value in values)


@given(st.lists(amounts, min_size=3), st.integers(0, 30))
def test_an_estimate_does_not_depend_on_who_answered_first(values, unknown):
    assert settle(ONE, values, unknown) == settle(ONE, list(reversed(values)), unknown)


@given(st.lists(amounts, min_size=1), st.integers(0, 5))
def test_every_figure_of_an_estimate_may_travel(values, unknown):
    made = settle(ONE, values, unknown)
    for text in (made.median, made.q1, made.q3, made.planning, *made.values):
        read_value(text)
