"""X1-X24: the mistakes that the engine catches (game.md 6)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from game import findings as x
from game.findings import findings
from game.model import BenefitMap
from game.survey import ROUNDS, Context, survey
from support.maps import drawn, estimate, measure, owner
from support.pas import ID, ROOM, pas_map

CASH = {"benefit_class": "C"}


def found(rule, ids, arrows="", context=None, **parts):
    """(level, node) of what a rule says."""
    view = survey(drawn(ids, arrows, **parts), context or Context())
    return [(one.level, one.node) for one in rule(view)]


def labelled(made):
    return [
        (one.rule, one.level, made.nodes[one.node].label if one.node else None)
        for one in findings(made, ROOM)
    ]


def test_pas_has_one_red_and_five_amber_findings():
    assert labelled(pas_map()) == [
        ("X14", "red", "M1"),
        ("X13", "amber", "B2"),
        ("X13", "amber", "M2"),
        ("X5", "amber", "M2"),
        ("X5", "amber", "C4"),
        ("X19", "amber", None),
    ]


def test_pas_needs_an_owner_of_a_change_that_switches_the_old_way_off():
    made = pas_map()
    off = replace(made.nodes[ID["C1"]], card="C2")
    made = replace(made, nodes={**made.nodes, off.id: off})
    assert ("X19", "amber", None) not in labelled(made)


def test_an_empty_map_has_nothing_against_it_before_the_first_round():
    assert findings(BenefitMap(), Context(rounds_over=frozenset())) == ()


def test_what_is_told_follows_the_rounds():
    made = drawn("b1 g1", "b1>g1")
    told = [
        {one.rule for one in findings(made, Context(rounds_over=frozenset(ROUNDS[: n + 1])))}
        for n in range(len(ROUNDS))
    ]
    assert all(one <= other for one, other in pairwise(told))
    assert told[0] == {"X24"}
    assert "V3" in told[3]
    assert "X3" in told[4]
    assert "X14" in told[5]
    assert "X18" in told[6]


def test_red_findings_come_first():
    levels = [one.level for one in findings(drawn("b1", b1={"title": "Bedre drift"}), Context())]
    assert levels == sorted(levels, reverse=True)


def test_a_contested_node_needs_somebody_who_settles_it_by_a_date():
    contested = {"state": "contested"}
    settled = {"state": "contested", "settler": "s_01", "settle_by": "2027-01-01"}
    undated = {"state": "contested", "settler": "s_01"}
    said = found(x.contested, "b1 b2 b3 b4", b1=contested, b2=settled, b3=undated)
    assert said == [("red", "b1"), ("red", "b3")]


def test_x2_a_vague_title_is_told_and_a_card_never_is():
    vague = {"title": "Bedre service"}
    card = {"title": None, "card": "B1"}
    assert found(x.x2, "b1 b2 b3", b1=vague, b2=card) == [("amber", "b1")]


def test_x3_nobody_named_or_everybody_declined_is_red():
    owners = [owner("b1"), owner("b2", state="declined"), owner("b4", state="absent")]
    assert found(x.x3, "b1 b2 b3 b4", assignments=owners) == [("red", "b2"), ("red", "b3")]


def test_x5_a_nomination_and_an_absent_owner_are_amber():
    owners = [owner("b1", state="nominated"), owner("c1", state="absent"), owner("b2")]
    assert found(x.x5, "b1 b2 c1", assignments=owners) == [("amber", "b1"), ("amber", "c1")]


def test_x5_takes_the_place_of_v9():
    made = drawn("c1 b1 g1", "c1>b1 b1>g1", assignments=[owner("c1", state="absent")])
    rules = {one.rule for one in findings(made, Context()) if one.node == "c1"}
    assert rules == {"X5"}


def test_x6_a_ghost_is_a_miracle_gap():
    assert found(x.x6, "c1 c2 b1", "c1>b1", c1={"ghost": True}) == [("amber", "c1")]


def test_x9_near_titles_in_one_perspective_are_told_once():
    same = {"title": "Færre fejl i alle sager"}
    other = {"title": "Færre fejl i sager"}
    third = {"title": "færre fejl sager"}
    far = {"title": "færre fejl sager", "perspective": "finance"}
    said = found(x.x9, "b1 b2 b3 b4", b1=same, b2=other, b3=third, b4=far)
    assert said == [("amber", "b2"), ("amber", "b3")]


def test_x9_is_silent_where_the_facilitator_said_no():
    title = {"title": "Færre fejl i sager"}
    context = Context(dismissed=frozenset({"b1+b2"}))
    assert found(x.x9, "b1 b2", context=context, b1=title, b2=title) == []


def test_x11_optimism_in_the_room_or_in_the_business_case_is_told():
    measures = [measure("b1", case_value="6"), measure("b2", case_value="5"), measure("b5")]
    estimates = [
        estimate("b1"),
        estimate("b2"),
        estimate("b3", optimism=True),
        estimate("b5"),
        estimate("b6", q3=None),
    ]
    measures.append(measure("b6", case_value="6"))
    said = found(x.x11, "b1 b2 b3 b4 b5 b6", measures=measures, estimates=estimates)
    assert said == [("amber", "b1"), ("amber", "b3")]


def test_x12_many_who_do_not_know_are_thin_evidence():
    estimates = [estimate("b1", n=7, unknown=3), estimate("b2")]
    assert found(x.x12, "b1 b2 b3", estimates=estimates) == [("amber", "b1")]


def test_x13_a_missing_baseline_is_amber_and_red_where_kroner_hang_on_it():
    measures = [
        measure("b1"),
        measure("b2", baseline=None),
        measure("b3", baseline=None),
        measure("b4", baseline=None, baseline_plan="2027-02-01"),
    ]
    said = found(x.x13, "b1 b2 b3 b4 b5", b3=CASH, b4=CASH, measures=measures)
    assert said == [("amber", "b2"), ("red", "b3"), ("amber", "b4")]


def test_x14_a_benefit_that_nobody_measures_is_red():
    assert found(x.x14, "b1 b2", measures=[measure("b1")]) == [("red", "b2")]


def test_x15_a_benefit_before_its_change_is_amber():
    owners = [owner("c1", by="2029-01-01")]
    said = found(x.x15, "c1 b1", "c1>b1", assignments=owners, measures=[measure("b1")])
    assert said == [("amber", "b1")]


def test_x16_kroner_need_the_budget_holders_signature():
    owners = [owner("b1", co_signed=True), owner("b2")]
    said = found(x.x16, "b1 b2 b3 b4", b1=CASH, b2=CASH, b3=CASH, assignments=owners)
    assert said == [("red", "b2"), ("red", "b3")]


def test_x17_only_money_takes_the_place_of_v14():
    made = drawn("b1 g1", "b1>g1", b1={"perspective": "finance"})
    rules = {one.rule for one in findings(made, Context())}
    assert "X17" in rules
    assert "V14" not in rules
    assert found(x.x17, "b1 g1", "b1>g1") == []


def test_x18_a_map_without_a_disbenefit_is_red():
    assert found(x.x18, "b1") == [("red", None)]
    assert found(x.x18, "d1") == []


def test_x19_something_digital_must_switch_the_old_way_off():
    digital = {"digital": True}
    assert found(x.x19, "e1", e1=digital) == [("amber", None)]
    assert found(x.x19, "e1 c1", e1=digital, c1={"card": "C2"}) == []
    for words in ("Gammel løsning er slukket", "old solution switched off!"):
        assert found(x.x19, "e1 c1", e1=digital, c1={"title": words}) == []
    assert found(x.x19, "e1 c1", e1=digital, c1={"title": "Vagtplan"}) == [("amber", None)]
    assert found(x.x19, "e1") == []


def test_x20_thirteen_benefits_are_a_shopping_list():
    twelve = " ".join(f"b{n}" for n in range(12))
    assert found(x.x20, twelve) == []
    assert found(x.x20, f"{twelve} b12") == [("amber", None)]


def test_x21_one_voice_is_told_while_the_benefit_waits():
    waiting = {"one_voice": True, "state": "proposed"}
    heard = {"one_voice": True, "state": "accepted"}
    many = {"state": "supported"}
    change = {"one_voice": True, "state": "supported"}
    said = found(x.x21, "b1 b2 b3 c1", b1=waiting, b2=heard, b3=many, c1=change)
    assert said == [("amber", "b1")]


def test_x22_the_sixth_benefit_of_an_owner_is_told():
    ids = [f"b{n}" for n in range(1, 8)]
    said = found(x.x22, " ".join(ids), assignments=[owner(one) for one in ids])
    assert said == [("amber", "b6")]


def test_x24_a_room_without_operations_is_red():
    assert found(x.x24, "b1") == [("red", None)]
    assert found(x.x24, "b1", context=Context(roles={"s_01": "team_lead"})) == []


def test_no_node_is_told_the_same_thing_twice():
    made = drawn("g1 b1 b2 c1 d1 e1", "c1>b1", e1={"digital": True})
    said = [(one.rule, one.node) for one in findings(made, Context())]
    assert len(said) == len(set(said))
