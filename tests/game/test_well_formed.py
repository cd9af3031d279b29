"""V1-V15: what a well-formed map has."""

from __future__ import annotations

from game import well_formed as v
from game.survey import Context, survey
from support.maps import drawn, measure, owner


def broken(rule, ids, arrows="", **parts):
    """The nodes a rule speaks of; None is the whole map."""
    return [one.node for one in rule(survey(drawn(ids, arrows, **parts), Context()))]


def test_v1_a_map_without_a_goal_is_told():
    assert broken(v.v1, "b1") == [None]
    assert broken(v.v1, "g1") == []


def test_v2_a_benefit_that_reaches_no_goal_is_told():
    assert broken(v.v2, "b1 b2 b3 g1", "b1>b2 b2>g1") == ["b3"]


def test_v3_a_benefit_without_a_change_is_told():
    assert broken(v.v3, "b1 b2 b3 c1", "c1>b1 b1>b2") == ["b3"]


def test_v3_is_silent_where_a_ghost_stands():
    assert broken(v.v3, "b1 c1", "c1>b1", c1={"ghost": True}) == []


def test_v4_a_change_that_leads_nowhere_is_told():
    arrows = "c1>c2 c2>b1 c3~d1 c4>d1"
    assert broken(v.v4, "b1 c1 c2 c3 c4 d1", arrows) == ["c4"]


def test_v5_a_deliverable_that_no_change_uses_is_told():
    arrows = "e1>e2 e2>c1 e3>d1"
    assert broken(v.v5, "e1 e2 e3 e4 c1 d1", arrows, e4={"external": True}) == ["e3"]


def test_v8_a_director_is_only_a_fallback():
    owners = [owner("b1", "director"), owner("b2"), owner("b3", "chair", state="nominated")]
    assert broken(v.v8, "b1 b2 b3", assignments=owners) == ["b1"]


def test_v9_a_change_that_nobody_leads_is_told():
    owners = [owner("c1"), owner("c2", state="declined"), owner("c4", state="absent")]
    assert broken(v.v9, "c1 c2 c3 c4", assignments=owners) == ["c2", "c3"]


def test_v10_a_measure_that_is_not_whole_is_told():
    measures = [
        measure("b1"),
        measure("b2", indicator=""),
        measure("b3", unit=""),
        measure("b4", target=None),
        measure("b5", target_date=None),
        measure("b6", countable=False),
        measure("b7", baseline=None),
    ]
    found = broken(v.v10, "b1 b2 b3 b4 b5 b6 b7 b8", measures=measures)
    assert found == ["b2", "b3", "b4", "b5", "b6"]


def test_v11_a_disbenefit_needs_an_owner_and_an_answer():
    found = broken(
        v.v11,
        "c1 d1 d2 d3 d4",
        "c1~d1 c1~d3",
        d2={"accepted_as_is": True},
        assignments=[owner("d1"), owner("d2"), owner("d4")],
    )
    assert found == ["d3", "d4"]


def test_v12_a_cashable_benefit_names_budget_line_and_year():
    cash = {"benefit_class": "C"}
    measures = [
        measure("b1", budget_line="Løn", budget_year="2028"),
        measure("b2", budget_line="Løn"),
        measure("b3", budget_year="2028"),
    ]
    found = broken(v.v12, "b1 b2 b3 b4 b5", b1=cash, b2=cash, b3=cash, b4=cash, measures=measures)
    assert found == ["b2", "b3", "b4"]


def late(ids, arrows, **parts):
    return [node.id for node in v.late(survey(drawn(ids, arrows, **parts), Context()))]


def test_v13_a_change_before_its_deliverable_is_late():
    owners = [owner("c1", by="2027-02-01"), owner("c2", by="2027-03-01")]
    by = {"by": "2027-03-01"}
    assert late("e1 c1 c2", "e1>c1 e1>c2", e1=by, assignments=owners) == ["c1"]


def test_v13_a_benefit_before_its_change_is_late():
    found = late(
        "c1 b1 b2 b3",
        "c1>b1 c1>b2 b3>b2 c1>b3",
        assignments=[owner("c1", by="2028-01-01"), owner("b3", by="2028-02-01")],
        measures=[measure("b1"), measure("b2", target_date="2028-01-01")],
    )
    assert found == ["b1"]


def test_v13_what_has_no_date_is_never_late():
    assert late("e1 c1 b1", "e1>c1 c1>b1", e1={"by": "2027-03-01"}, measures=[measure("b1")]) == []


def test_v14_somebody_must_say_why_no_citizen_gains():
    staff = {"perspective": "employees"}
    assert broken(v.v14, "b1 g1", "b1>g1", b1=staff) == [None]
    assert broken(v.v14, "b1 g1", "b1>g1") == []
    assert broken(v.v14, "b1 g1", "b1>g1", b1=staff, reasons={"V14": "kun internt"}) == []


def test_v14_is_silent_where_the_map_is_only_money():
    assert broken(v.v14, "b1 g1", "b1>g1", b1={"perspective": "finance"}) == []


def test_v15_a_node_that_hangs_alone_is_told_once():
    ids, arrows = "g1 g2 b1 b2 c1 d1 d2 e1 e2", "c1>b1 b1>g1 c1~d1"
    assert broken(v.v15, ids, arrows, e2={"external": True}) == ["g2", "d2", "e2"]
