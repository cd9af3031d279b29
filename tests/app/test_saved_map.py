"""A saved map in drawing and in words: the passport case, in both languages, with a name erased."""

import orjson
import pytest

from app.map_cards import Action, MapCard
from app.saved_map import SavedMap, saved_map
from game.map_json import drawn_json, judged_json, map_bytes
from game.verdict import assess
from support.pas import ROOM, pas_map


@pytest.fixture(scope="module")
def content() -> bytes:
    drawn = pas_map()
    whole = {**drawn_json(drawn, "da"), **judged_json(assess(drawn, ROOM))}
    assigned = [{**one, "person": f"p_{one['role']}"} for one in whole["assignments"]]
    return map_bytes({**whole, "assignments": assigned})


def card(shown: SavedMap, label: str) -> MapCard:
    return next(one for lane in shown.lanes for one in lane.cards if one.label == label)


def test_every_card_stands_in_the_drawing_and_in_the_outline(content: bytes) -> None:
    shown = saved_map(content, {}, "da")
    drawn = [one.card.label for one in shown.drawing.cards]
    listed = [one.label for lane in shown.lanes for one in lane.cards]
    assert sorted(drawn) == sorted(listed)
    assert len(drawn) == 22
    tones = [lane.tone for lane in shown.lanes]
    assert tones[:2] == ["enabler", "change"]
    assert tones[-1] == "goal"
    for one in shown.drawing.cards:
        assert one.y + one.height <= shown.drawing.height
        assert len(one.lines) <= 5
        assert "".join(one.lines).replace("-", "").replace(" ", "") == bare(one.card.title)


def test_the_meters_and_the_verdict_are_those_of_the_version(content: bytes) -> None:
    shown = saved_map(content, {}, "da")
    assert dict(shown.meters) == {"ownership": 92, "realism": 88, "citizen_focus": 90}
    assert shown.verdict == "conditional"
    assert [one.rule for one in shown.findings if one.level == "red"] == ["X14"]
    assert card(shown, "M1").flags[0].rule == "X14"


def test_an_owner_has_a_name_until_it_is_erased(content: bytes) -> None:
    named = saved_map(content, {"p_unit_manager": "Mette Holm"}, "da")
    owners = [one.owner for lane in named.lanes for one in lane.cards if one.owner]
    assert any(owner.who.startswith("Mette Holm, ") and owner.initials == "MH" for owner in owners)
    nameless = saved_map(content, {}, "da")
    assert "Mette" not in repr(nameless)
    assert {owner.state for owner in owners} >= {"accepted", "nominated", "absent"}


def test_a_parked_card_misses_no_owner(content: bytes) -> None:
    whole = orjson.loads(content)
    parked = [{**one, "state": "parked"} if one["label"] == "B1" else one for one in whole["nodes"]]
    shown = saved_map(map_bytes({**whole, "nodes": parked}), {}, "da")
    assert [(one.label, one.owner) for one in shown.parked] == [("B1", None)]


def test_figures_are_written_as_the_reader_writes_them(content: bytes) -> None:
    assert "3.750" in card(saved_map(content, {}, "da"), "Ø1").figure
    english = saved_map(content, {}, "en")
    assert "3,750" in card(english, "Ø1").figure
    assert card(english, "B2").figure.startswith("? → ")


def test_kroner_stand_only_where_the_rules_let_them(content: bytes) -> None:
    drawn = orjson.loads(content)
    one = next(one for one in drawn["measures"] if one["unit"] == "mio. kr/år")
    shown = card(saved_map(content, {}, "da"), "Ø2")
    assert "0,75" in shown.figure
    assert "0,675" in shown.estimate
    one["kroner"] = False
    hidden = card(saved_map(orjson.dumps(drawn), {}, "da"), "Ø2")
    assert (hidden.figure, hidden.estimate) == ("", "")
    assert hidden.measure.endswith("skrevet under og tæller ét sted")


def test_a_scale_stands_in_brackets_and_a_range_only_where_there_is_one(content: bytes) -> None:
    drawn = orjson.loads(content)
    one = next(one for one in drawn["measures"] if one["unit"] == "1–5")
    found = next(found for found in drawn["estimates"] if found["node"] == one["node"])
    shown = card(saved_map(content, {}, "da"), "B3")
    assert "4,0 → 4,4 (1–5)" in shown.measure
    assert shown.estimate == "4,5 (4,5–5,5)"
    one["unit"] = "1.000 sager"
    told = card(saved_map(orjson.dumps(drawn), {}, "da"), "B3").estimate
    assert told == "4,5 1.000 sager (4,5–5,5)"
    one["unit"] = "1–5"
    found |= {"planning": "4.5", "q1": "4.5", "q3": "4.5"}
    assert card(saved_map(orjson.dumps(drawn), {}, "da"), "B3").estimate == "4,5"


def test_the_decks_measures_and_units_are_read_in_the_readers_language(content: bytes) -> None:
    drawn = orjson.loads(content)
    own, decks = drawn["measures"][0], drawn["measures"][1]
    own |= {"indicator": "Ro ved skranken", "unit": "timer om ugen", "target": "5"}
    decks |= {"indicator": "Frigjorte timer", "unit": "timer", "target": "5"}
    shown = saved_map(orjson.dumps(drawn), {}, "en")
    cards = {one.id: one for lane in shown.lanes for one in lane.cards}
    said = cards[decks["node"]].measure
    assert said.startswith("Hours freed: ")
    assert "5 hours" in said
    said = cards[own["node"]].measure
    assert said.startswith("Ro ved skranken: ")
    assert "5 timer om ugen" in said


def test_a_finding_says_what_why_and_what_to_do(content: bytes) -> None:
    for language, word in (("da", "måling"), ("en", "measure")):
        red = saved_map(content, {}, language).findings[0]
        assert "M1" in red.text
        assert word in red.text.lower()
        assert red.why
        assert red.next


def test_a_disbenefit_with_an_owner_is_not_told_to_find_one(content: bytes) -> None:
    drawn = orjson.loads(content)
    found = {"rule": "V11", "level": "amber", "node": "n20", "params": {}}
    drawn |= {"findings": [found], "assignments": []}
    (said,) = saved_map(orjson.dumps(drawn), {}, "da").findings
    assert said.next.startswith("Find en ejer til D1")
    held = {"node": "n20", "role": "unit_manager", "state": "accepted", "by": None}
    drawn["assignments"] = [held]
    (said,) = saved_map(orjson.dumps(drawn), {}, "da").findings
    assert said.next.startswith("Afbød D1")
    assert "ejer" not in said.why


def promised(content: bytes, names: dict[str, str], **changes: object) -> list[Action]:
    """What the page lists of one action, taken on by the team lead unless it is changed."""
    drawn = orjson.loads(content)
    (one,) = drawn["actions"]
    drawn["actions"] = [{**one, "seat": "s_07", "role": "team_lead", **changes}]
    return list(saved_map(orjson.dumps(drawn), names, "da", {"s_07": "p_bo"}).actions)


def test_who_promised_something_is_named_as_on_the_board(content: bytes) -> None:
    (named,) = promised(content, {"p_bo": "Bo Friis"})
    assert named.who == "Bo Friis, teamleder"
    (erased,) = promised(content, {})
    assert erased.who == "Teamleder"
    (alone,) = promised(content, {"p_bo": "Bo Friis"}, role=None)
    assert alone.who == "Bo Friis"


def test_what_mended_itself_is_not_listed_among_what_was_agreed_on(content: bytes) -> None:
    nobody = {"seat": None, "role": None, "by": None}
    assert promised(content, {}, **nobody, done=True) == []
    (waits,) = promised(content, {}, **nobody, done=False)
    assert (waits.who, waits.done) == ("", False)
    (kept,) = promised(content, {}, done=True)
    assert (kept.who, kept.done) == ("Teamleder", True)


def bare(title: str) -> str:
    """Its letters alone: a title stands whole on its card, parted by line breaks and hyphens."""
    return title.replace("-", "").replace(" ", "")
