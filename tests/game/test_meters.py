"""The three meters and what they lack (game.md 7)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.meters import Lack, Meters, Score, hundredths, lacks, meters, scores
from game.survey import Context, survey
from game.variants import Thresholds
from support.maps import challenge, drawn, estimate, measure, owner
from support.pas import ID, ROOM, measured_m1, pas_map

HERE = Context(roles={"s_01": "unit_manager"})
CASH = {"benefit_class": "C"}


def read(ids, arrows="", context=HERE, **parts):
    return meters(drawn(ids, arrows, **parts), context)


def shares(made, context=HERE):
    """Each meter as (have, want) reduced to hundredths."""
    return [one.times(1) for one in scores(survey(made, context))]


def test_pas_reads_ninety_two_eighty_eight_and_ninety():
    assert meters(pas_map(), ROOM) == Meters(ownership=92, realism=88, citizen_focus=90)


def test_pas_ownership_is_twenty_three_of_twenty_five():
    score = scores(survey(pas_map(), ROOM))[0]
    assert score.have * 25 == score.want * 23


def test_pas_realism_is_seven_point_nine_of_nine():
    score = scores(survey(pas_map(), ROOM))[1]
    assert score.have * 90 == score.want * 79


def test_a_measure_for_m1_lifts_realism():
    made = pas_map()
    made = replace(made, measures={**made.measures, ID["M1"]: measured_m1()})
    assert meters(made, ROOM) == Meters(ownership=92, realism=93, citizen_focus=90)


def test_without_benefits_everything_is_nothing():
    assert read("g1 c1 d1", assignments=[owner("c1"), owner("d1")]).total() == 0


def test_halves_are_rounded_up():
    assert Score(1, 200).times(1) == 1
    assert Score(99, 20000).times(1) == 0
    assert Score(1, 8).times(10) == 125


def test_a_cap_holds_on_every_scale():
    assert Score(1, 1, cap=40).times(1) == 40
    assert Score(1, 1, cap=40).times(1000) == 40_000


def test_the_lowest_meter_is_what_counts_for_a_verdict():
    assert Meters(ownership=3, realism=2, citizen_focus=1).lowest() == 1


def test_an_owner_counts_by_how_far_they_have_said_yes():
    # Four benefits at least stand in the divisor, and one unowned dis-benefit: 2 * 4 + 1 = 9.
    assert read("b1", assignments=[owner("b1")]).ownership == 22
    nominated = owner("b1", state="nominated", seat="s_01")
    assert read("b1", assignments=[nominated]).ownership == 11
    elsewhere = owner("b1", state="nominated", seat="s_77")
    assert read("b1", assignments=[elsewhere]).ownership == 6
    assert read("b1", assignments=[owner("b1", state="absent")]).ownership == 6
    assert read("b1", assignments=[owner("b1", state="declined")]).ownership == 0


def test_changes_and_disbenefits_weigh_one_and_ghosts_nothing():
    owners = [owner("c1"), owner("d1")]
    assert read("b1 c1 d1", assignments=owners).ownership == 20
    assert read("b1 c1 c2 d1", c2={"ghost": True}, assignments=owners).ownership == 20


def test_the_sixth_benefit_of_one_owner_counts_half():
    ids = [f"b{n}" for n in range(1, 7)]
    # 2 * 6 + 1 = 13 in the divisor, 5 * 2 + 1 = 11 above it.
    assert read(" ".join(ids), assignments=[owner(one) for one in ids]).ownership == 85


def test_what_the_facilitator_parked_counts_as_nothing_and_what_a_rule_parked_does_not_count():
    ids = " ".join(f"b{n}" for n in range(1, 6))
    by_hand = {"state": "parked", "parked_by": "hand"}
    by_rule = {"state": "parked", "parked_by": "rule"}
    early = {"state": "parked", "parked_by": "hand_in_r2"}
    four = [owner(f"b{n}") for n in range(1, 5)]
    assert read(ids, b5=by_hand, assignments=four).ownership == 73
    assert read(ids, b5=by_rule, assignments=four).ownership == 89
    assert read(ids, b5=early, assignments=four).ownership == 89


def realism(**parts):
    """The realism of one benefit, in points of its own hundred."""
    made = drawn("b1 c1", "c1>b1", **parts)
    return shares(made)[1] * 4


def test_realism_grows_with_each_thing_a_benefit_has():
    bare = measure("b1", baseline=None, target=None)
    assert realism() == 20
    assert realism(measures=[bare]) == 40
    assert realism(measures=[replace(bare, baseline="1")]) == 60
    assert (
        realism(measures=[replace(bare, baseline_plan="2027-02-01")]) == 52
    )  # 12.5 is shown as 13
    assert realism(measures=[replace(bare, target="1", target_date=None)]) == 40
    assert realism(measures=[measure("b1")]) == 72  # 17.5 is shown as 18
    assert realism(challenges=[challenge("b1")]) == 40
    assert realism(estimates=[estimate("b1")]) == 32  # 7.5 is shown as 8


def test_a_baseline_counts_only_with_a_measure_that_can_be_counted():
    assert realism(measures=[measure("b1", countable=False, target=None)]) == 20
    assert realism(measures=[measure("b1", unit="", target=None)]) == 20


def test_a_contested_estimate_or_an_open_challenge_gives_nothing():
    assert realism(estimates=[estimate("b1", contested=True)]) == 20
    assert realism(challenges=[challenge("b1", state="open")]) == 20
    both = [challenge("b1"), challenge("b1", "U2", state="not_enough")]
    assert realism(challenges=both) == 20


def test_a_ghost_is_no_change_in_the_chain():
    made = drawn("b1 c1", "c1>b1", c1={"ghost": True})
    assert shares(made)[1] == 0


def test_two_measured_citizen_end_benefits_are_enough():
    ids, arrows = "b1 b2 b3 g1", "b1>g1 b2>g1 b3>g1"
    bare = [measure(f"b{n}", baseline=None) for n in (1, 2, 3)]
    # Without a cashable, freed or avoided benefit nothing must be examined: 30 points.
    assert read(ids, arrows).citizen_focus == 30
    assert read(ids, arrows, measures=bare[:1]).citizen_focus == 50
    assert read(ids, arrows, measures=bare[:2]).citizen_focus == 70
    assert read(ids, arrows, measures=bare).citizen_focus == 70


def test_baselines_on_the_citizens_side_count_by_their_share():
    ids, arrows = "b1 b2 g1", "b1>g1 b2>g1"
    measures = [measure("b1"), measure("b2", baseline=None, baseline_plan="2027-02-01")]
    assert read(ids, arrows, measures=measures).citizen_focus == 85


def test_cashable_benefits_must_be_examined():
    ids, arrows, cash = "b1 b2 b3 g1", "b1>g1 b2>g1 b3>g1", {**CASH, "perspective": "finance"}
    freed = {"benefit_class": "T", "perspective": "finance"}
    noticed = [challenge("b2", "U12")]
    assert read(ids, arrows, b2=cash, b3=cash, challenges=noticed).citizen_focus == 15
    assert read(ids, arrows, b2=cash, b3=freed, challenges=noticed).citizen_focus == 30
    assert read(ids, arrows, b2=freed, b3=freed, challenges=noticed).citizen_focus == 15
    open_one = [challenge("b2", "U12", state="open"), challenge("b3", "U9")]
    assert read(ids, arrows, b2=cash, b3=cash, challenges=open_one).citizen_focus == 0


def test_only_money_is_capped():
    money = {"perspective": "finance"}
    made = drawn(
        "b1 b2 g1",
        "b1>b2 b2>g1",
        b2=money,
        measures=[measure("b1"), measure("b2")],
    )
    assert meters(made, HERE).citizen_focus == 40


def test_without_a_citizen_benefit_the_last_part_is_nothing():
    staff = {"perspective": "employees"}
    assert read("b1 g1", "b1>g1", b1=staff, measures=[measure("b1")]).citizen_focus == 30


def test_the_room_is_told_what_each_meter_lacks():
    found = lacks(pas_map(), ROOM)
    assert found == (
        Lack(meter="ownership", what="owner", node=ID["M2"]),
        Lack(meter="ownership", what="owner", node=ID["C4"]),
        Lack(meter="realism", what="baseline", node=ID["B2"]),
        Lack(meter="realism", what="measure", node=ID["M1"]),
        Lack(meter="realism", what="baseline", node=ID["M1"]),
        Lack(meter="realism", what="target", node=ID["M1"]),
        Lack(meter="realism", what="baseline", node=ID["M2"]),
        Lack(meter="realism", what="challenge", node=ID["M2"]),
        Lack(meter="realism", what="challenge", node=ID["Ø1"]),
        Lack(meter="citizen_focus", what="baseline", node=ID["B2"]),
    )


def test_the_room_is_told_of_a_missing_disbenefit_and_unexamined_kroner():
    found = lacks(drawn("b1 g1", "b1>g1", b1=CASH), HERE)
    assert Lack(meter="ownership", what="disbenefit") in found
    assert Lack(meter="citizen_focus", what="measured") in found
    assert Lack(meter="citizen_focus", what="examined", node="b1") in found


def test_the_weights_of_realism_make_one_whole():
    numbers = Thresholds()
    whole = (
        numbers.realism_measure,
        numbers.realism_baseline,
        numbers.realism_target,
        numbers.realism_change,
        numbers.realism_challenge,
        numbers.realism_estimate,
    )
    assert sum(map(hundredths, whole)) == 100


@given(
    st.lists(st.sampled_from(["accepted", "nominated", "absent", "declined"]), max_size=9),
    st.sets(st.integers(0, 8)),
)
def test_every_meter_stays_between_nothing_and_a_hundred(states, measured):
    ids = [f"b{n}" for n in range(len(states))]
    owners = [owner(one, state=state) for one, state in zip(ids, states, strict=True)]
    made = drawn(
        " ".join([*ids, "g1"]),
        " ".join(f"{one}>g1" for one in ids),
        assignments=owners,
        measures=[measure(f"b{n}") for n in measured if n < len(ids)],
    )
    found = meters(made, HERE)
    assert all(0 <= one <= 100 for one in (found.ownership, found.realism, found.citizen_focus))
