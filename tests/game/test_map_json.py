"""The map as JSON: the same map, the same bytes (protocol.md 6)."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

from hypothesis import given, settings

from game.map_json import (
    SCHEMA,
    content_hash,
    edge_json,
    map_bytes,
    map_content,
    map_document,
)
from game.meters import Meters
from game.model import Action, BenefitMap, Finding, Seat, Setup, State
from game.verdict import Assessment
from support.maps import challenge, drawn, edge, estimate, measure, owner
from support.pas import ID, SEATS, pas_map
from support.random_maps import maps

SETUP = Setup(project="p_1", code="K7QF3M", title="PAS", purpose="", goals=())
KEYS = "goals nodes edges assignments measures estimates challenges actions meters findings verdict"


def state(made, **setup):
    seats = {key: Seat(id=key, person=f"p_{key}", role=role) for key, role in SEATS.items()}
    return State(setup=replace(SETUP, **setup), map=made, seats=seats, phase="closed", seq=412)


def content(made, **setup):
    return map_content(state(made, **setup))


def test_pas_is_written_with_its_meters_findings_and_verdict():
    written = content(pas_map())
    assert list(written) == KEYS.split()
    assert written["meters"] == {"ownership": 92, "realism": 88, "citizen_focus": 90}
    assert written["verdict"] == "conditional"
    assert written["findings"][0] == {
        "rule": "X14",
        "level": "red",
        "node": ID["M1"],
        "params": {},
    }
    assert written["findings"][-1]["node"] is None


def test_goals_stand_apart_from_the_other_nodes():
    written = content(pas_map())
    assert [one["label"] for one in written["goals"]] == ["G1", "G2"]
    assert len(written["nodes"]) == 20
    assert written["goals"][0]["approved_by"] == "director"


def test_a_node_says_only_what_it_has():
    made = drawn("c1 b1", b1={"groups": ("staff",), "provenance": ("play:1",), "belief": "4"})
    change, benefit = sorted(content(made)["nodes"], key=lambda one: one["type"], reverse=True)
    assert change == {
        "id": "c1",
        "label": "C1",
        "type": "change",
        "title": "title c1",
        "state": "accepted",
        "support": 0,
        "round": "",
        "ghost": False,
        "provenance": [],
    }
    assert benefit["class"] == "N"
    assert benefit["perspective"] == "citizens"
    assert benefit["groups"] == ["staff"]
    assert benefit["provenance"] == ["play:1"]
    assert benefit["belief"] == "4"


def test_an_unrenamed_card_is_written_in_the_games_language():
    made = drawn("b1", b1={"title": None, "card": "P1"})
    assert content(made)["nodes"][0]["title"] == "Kortere sagstid"
    assert content(made, language="en")["nodes"][0]["title"] == "Shorter handling time"


def test_an_arrow_is_written_with_what_made_it_but_shown_without():
    one = edge("c1>d1", provenance=("play:1",), polarity="-")
    made = BenefitMap(nodes=drawn("c1 d1").nodes, edges={one.id: one})
    assert content(made)["edges"] == [{**edge_json(one), "provenance": ["play:1"]}]
    assert edge_json(one) == {
        "id": "c1>d1",
        "from": "c1",
        "to": "d1",
        "kind": "leads_to",
        "polarity": "-",
        "support": 1,
        "state": "dashed",
    }


def test_a_rejected_node_and_all_that_hangs_on_it_is_nowhere():
    made = drawn(
        "b1 b2 g1",
        "b1>g1 b2>g1 b1>b2",
        b2={"state": "rejected", "title": "Hemmelig"},
        assignments=[owner("b2"), owner("b1")],
        measures=[measure("b2"), measure("b1")],
        estimates=[estimate("b2"), estimate("b1")],
        challenges=[challenge("b2"), challenge("b1")],
        actions={
            "a1": Action(id="a1", rule="X14", node="b2"),
            "a2": Action(id="a2", rule="X18"),
            "a3": Action(id="a3", rule="X14", node="b1", seat="s_01", by="2027-01-01"),
        },
    )
    written = content(made)
    assert b'"b2"' not in map_bytes(written)
    assert b"Hemmelig" not in map_bytes(written)
    assert [one["id"] for one in written["edges"]] == ["b1>g1"]
    assert [one["id"] for one in written["actions"]] == ["a2", "a3"]
    for part in ("assignments", "measures", "estimates", "challenges"):
        assert [one["node"] for one in written[part]] == ["b1"]


def test_parked_nodes_are_written():
    assert content(drawn("b1", b1={"state": "parked"}))["nodes"][0]["state"] == "parked"


def test_private_words_are_not_written():
    made = drawn("b1", challenges=[challenge("b1", answer="Hemmeligt svar")])
    assert b"Hemmeligt" not in map_bytes(content(made))


def test_a_measure_says_what_is_missing_and_only_what_else_it_has():
    bare = measure("b1", baseline=None, baseline_plan="2027-02-01")
    written = content(drawn("b1", measures=[bare]))["measures"][0]
    assert written["baseline"] is None
    assert written["baseline_plan"] == "2027-02-01"
    assert "budget_line" not in written


def test_both_rounds_of_an_estimate_are_written_in_order():
    made = drawn("b1")
    twice = (estimate("b1", round=2), estimate("b1", round=1))
    written = content(replace(made, estimates={"b1": twice}))["estimates"]
    assert [one["round"] for one in written] == [1, 2]
    assert "values" not in written[0]


def test_who_was_quickest_does_not_show():
    owners = [owner("b2"), owner("b1", responsible=("s_02",))]
    one = drawn("b1 b2", assignments=owners, measures=[measure("b2"), measure("b1")])
    other = drawn("b1 b2", assignments=owners[::-1], measures=[measure("b1"), measure("b2")])
    assert map_bytes(content(one)) == map_bytes(content(other))


def test_a_recorded_judgement_is_written_as_it_was():
    judged = Assessment(
        meters=Meters(ownership=1, realism=2, citizen_focus=3),
        findings=(Finding(rule="X1", level="amber", node="b1", params=(("a", "b"),)),),
        verdict="ready",
    )
    written = map_content(state(drawn("b1")), judged)
    assert written["meters"] == {"ownership": 1, "realism": 2, "citizen_focus": 3}
    assert written["findings"][0]["params"] == {"a": "b"}
    assert written["verdict"] == "ready"


def test_the_bytes_have_sorted_keys_no_idle_space_and_plain_letters():
    assert map_bytes({"b": "Ø", "a": [1, True, None]}) == '{"a":[1,true,null],"b":"Ø"}'.encode()


def test_the_hash_is_over_exactly_the_bytes():
    assert content_hash(b"{}") == f"sha256:{sha256(b'{}').hexdigest()}"


def test_a_document_holds_the_content_and_what_it_belongs_to():
    here = state(pas_map())
    inside = map_content(here)
    written = map_document(here, inside, version=3, seq=411, engine="1.0.0")
    assert written["schema"] == SCHEMA
    assert (written["project"], written["game"]) == ("p_1", "K7QF3M")
    assert (written["version"], written["seq"], written["engine"]) == (3, 411, "1.0.0")
    assert written["hash"] == content_hash(map_bytes(inside))
    assert {key: written[key] for key in inside} == inside


@settings(max_examples=30)
@given(maps)
def test_reading_and_writing_again_gives_the_same_bytes(made):
    written = map_bytes(content(made))
    assert map_bytes(json.loads(written)) == written
