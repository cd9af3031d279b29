"""Every meter says why it stands where it stands, and a verdict why it is no better (game.md 7)."""

from __future__ import annotations

from game.meters import meters
from game.model import PastRound, RoundNow, Seat, Setup, State
from game.sentences import word
from game.slices.reasons import because, reasons
from game.survey import context
from game.verdict import assess
from support.maps import drawn, owner
from support.pas import ROOM, pas_map

SEATS = {"s_01": Seat(id="s_01", person="p_1", role="unit_manager", language="da")}
SETUP = Setup(project="p_1", code="K7QF3M", title="PAS", purpose="", goals=())
BENEFITS = "b1 b2 b3 b4 b5"


def at(now, *before):
    """A state whose newest maps at the beginning of a round are these."""
    first, *others = before or (None,)
    current = RoundNow(id="r4", key="r4", n=4, before=first) if first else None
    past = tuple(PastRound(id="r3", key="r3", n=3, used_ms=0, before=one) for one in others)
    return State(setup=SETUP, map=now, round=current, past=past, seats=SEATS)


def told(state, language="da"):
    """What each meter says, and by how much it moved."""
    found = reasons(state, meters(state.map, context(state)))
    return {name: (one["delta"], word(one["text"], language, {})) for name, one in found.items()}


def test_a_meter_that_rose_names_what_is_no_longer_missing():
    before = drawn(BENEFITS)
    now = drawn(BENEFITS, assignments=[owner("b1"), owner("b2")])
    delta, text = told(at(now, before))["ownership"]
    assert delta > 0
    assert text == "B1 og B2 har fået ejer"
    assert told(at(now, before), "en")["ownership"][1] == "B1 and B2 have an owner now"


def test_of_many_the_first_is_named_and_the_rest_counted():
    now = drawn(BENEFITS, assignments=[owner(one) for one in BENEFITS.split()])
    assert told(at(now, drawn(BENEFITS)))["ownership"][1] == "B1 og 4 til har fået ejer"


def test_a_meter_that_fell_names_what_is_missing_since():
    before = drawn("b1 b2", assignments=[owner("b1"), owner("b2")])
    now = drawn("b1 b2", assignments=[owner("b1")])
    delta, text = told(at(now, before))["ownership"]
    assert delta < 0
    assert text == "B2 mangler ejer"


def test_a_meter_that_has_not_moved_says_what_it_would_rise_by():
    now = drawn("b1 b2", assignments=[owner("b1")])
    assert told(at(now, now))["ownership"] == (0, "B2 mangler ejer")
    assert told(at(now, now))["citizen_focus"] == (0, "B1 og B2 mangler nulpunkt")


def test_before_anything_moved_in_this_round_the_last_round_speaks():
    now = drawn("b1", assignments=[owner("b1")])
    assert told(at(now, now, drawn("b1")))["ownership"][1] == "B1 har fået ejer"


def test_a_game_in_its_lobby_has_moved_nothing():
    assert told(at(drawn("b1")))["ownership"] == (0, "B1 mangler ejer")


def test_a_meter_may_move_though_nothing_is_missing_more_or_less():
    before = drawn(BENEFITS, assignments=[owner("b1")])
    nodes = "b1 b2 b3 b4 b5 b6"
    overloaded = [owner(one) for one in nodes.split()]
    shared = [*overloaded[:5], owner("b6", role="team_lead")]
    now, then = drawn(nodes, assignments=overloaded), drawn(nodes, assignments=shared)
    assert told(at(now, then))["ownership"][1] == "Der er kommet flere huller i kortet"
    assert told(at(then, now))["ownership"][1] == "Der er færre huller i kortet"
    assert told(at(before, before))["ownership"][0] == 0


def test_a_reason_without_a_node_is_a_sentence_of_its_own():
    parts = {"assignments": [owner("b1"), owner("b2"), owner("b3"), owner("b4"), owner("d1")]}
    before = drawn("b1 b2 b3 b4", assignments=parts["assignments"][:-1])
    now = drawn("b1 b2 b3 b4 d1", **parts)
    assert told(at(now, now))["ownership"] == (0, "Intet mangler")
    assert told(at(now, before))["ownership"][1] == "En ulempe er nævnt"


def grounds(made, here=ROOM, language="da"):
    judged = assess(made, here)
    said = because(made, judged.meters, judged.findings, judged.verdict)
    return [word(one, language, {}) for one in said]


def test_a_draft_says_which_meters_are_too_low_and_what_nobody_has_taken():
    said = grounds(drawn("b1 g1", "b1>g1"))
    assert "Ejerskab er 0. Et betinget klart kort kræver 50." in said
    assert any("mangler en, der tager" in one for one in said)


def test_a_map_the_room_is_split_about_says_about_which():
    said = grounds(drawn("b1", b1={"state": "contested"}))
    assert "Rummet er delt om B1." in said


def test_the_passport_map_says_what_stands_between_it_and_ready():
    said = grounds(pas_map())
    assert said
    assert all(one.endswith(".") for one in said)
    assert not any("Ejerskab" in one for one in said)


def test_a_ready_map_says_that_nothing_stands_in_its_way():
    made = pas_map()
    judged = assess(made, ROOM)
    (said,) = because(made, judged.meters, (), "ready")
    assert word(said, "da", {}) == "Alle tre målere er mindst 70, og intet er rødt."
