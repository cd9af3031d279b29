import pytest

from game.variants import FOLLOW_UP, HALF, QUARTER, THREE_FIFTHS, VARIANTS, variant

EVERY = pytest.mark.parametrize("one", VARIANTS.values(), ids=list(VARIANTS))


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        ("short30", [2, 3, 7, 6, 5, 4, 3]),
        ("standard60", [3, 4, 12, 9, 11, 9, 8, 4]),
        ("standard75", [4, 5, 14, 9, 14, 14, 10, 5]),
        ("extended90", [4, 5, 17, 10, 15, 20, 14, 5]),
    ],
)
def test_the_minutes_are_those_of_the_book(name, minutes):
    plan = variant(name)
    assert [row.minutes for row in plan.rounds] == minutes
    assert sum(minutes) == plan.minutes == int(name[-2:])


@EVERY
def test_rounds_keep_their_ids_and_numbers(one):
    assert all(row.id == f"r{row.n}" for row in one.rounds)
    assert [row.n for row in one.rounds] == sorted(row.n for row in one.rounds)


def test_the_half_hour_plays_changes_within_ownership():
    short = variant("short30")
    assert short.round("r3") is None
    assert short.round("r4").n == 4
    assert not short.asks_about_edges
    assert not short.premortem


@EVERY
def test_the_timers_of_a_round_leave_time_for_briefing_and_recap(one):
    revote_s = one.revote_s + one.revote_talks * one.revote_talk_s
    for row in one.rounds:
        used_s = row.open_s + row.revealed_s + row.wave_s + (revote_s if row.id == "r2" else 0)
        assert used_s <= row.minutes * 60 - 30, row.id


@EVERY
def test_lobby_and_closing_have_no_reveal_and_all_others_do(one):
    assert {row.id for row in one.rounds if not row.revealed_s} == {"r0", "r7"}


@EVERY
def test_windows_and_talks_fit_into_their_timers(one):
    assert one.second_s < one.round("r2").revealed_s
    assert one.owner_talks * one.owner_talk_s <= one.round("r4").revealed_s
    assert one.estimate_talks * one.estimate_talk_s <= one.round("r5").revealed_s


@EVERY
def test_a_second_wave_has_time_just_where_it_is_played(one):
    assert bool(one.round("r2").wave_s) == one.effects_wave
    assert bool(one.round("r5").wave_s) == (one.second_round != "none")


@EVERY
def test_every_perspective_finds_its_place_among_those_voted_and_kept(one):
    assert 4 * one.voted_per_perspective <= one.voted_nodes
    assert 4 * one.benefits_per_perspective <= one.benefits
    assert one.benefits <= one.voted_nodes


def test_the_numbers_that_differ_by_variant():
    short, hour, standard, extended = VARIANTS.values()
    assert [one.room_estimates for one in VARIANTS.values()] == [2, 3, 5, 5]
    assert [one.owner_talks for one in VARIANTS.values()][:2] == [2, 5]
    assert [one.cards_read_aloud for one in VARIANTS.values()][1:] == [2, 4, 4]
    assert [one.revote_talks for one in VARIANTS.values()] == [0, 1, 2, 2]
    assert (short.round("r4").open_s, hour.round("r4").open_s) == (60, 90)
    assert (short.voted_nodes, standard.voted_nodes) == (12, 24)
    assert (short.benefits, standard.benefits) == (6, 12)
    assert extended.second_round == "end_benefits"
    assert extended.mitigations
    assert not standard.mitigations


@EVERY
def test_the_weights_of_each_meter_sum_to_one(one):
    weights = one.thresholds
    realism = (
        weights.realism_measure
        + weights.realism_baseline
        + weights.realism_target
        + weights.realism_change
        + weights.realism_challenge
        + weights.realism_estimate
    )
    citizens = weights.citizen_measured + weights.citizen_examined + weights.citizen_baseline
    assert realism == citizens == 1


def test_a_share_is_compared_without_dividing():
    assert THREE_FIFTHS.is_reached(3, of=5)
    assert not THREE_FIFTHS.is_reached(2, of=4)
    assert HALF.is_reached(1, of=2)
    assert not HALF.is_exceeded(1, of=2)
    assert QUARTER.is_exceeded(2, of=7)


def test_a_follow_up_has_six_rounds_in_half_an_hour_to_three_quarters():
    assert [row.id for row in FOLLOW_UP] == ["f1", "f2", "f3", "f4", "f5", "f6"]
    assert 30 <= sum(row.minutes for row in FOLLOW_UP) <= 45
    assert all(row.open_s + row.revealed_s < row.minutes * 60 for row in FOLLOW_UP)
