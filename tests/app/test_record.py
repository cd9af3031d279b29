import pytest

from app import chain, record
from app.errors import OperatorError
from app.record import Line
from game.events import (
    Event,
    GameClosed,
    GameCreated,
    MapVersioned,
    PlayMade,
    SeatTaken,
    to_parts,
)
from game.evolve import replay
from game.map_json import content_hash, map_bytes, map_content
from game.model import Finding, GoalText, Play, Setup
from game.survey import context
from game.verdict import assess

SETUP = Setup(
    project="p_1", code="K7QF3M", title="Pas", purpose="Enkelt", goals=(GoalText(text="Enkel"),)
)
BEFORE: tuple[Event, ...] = (
    GameCreated(setup=SETUP, seed="hemmeligt"),
    SeatTaken(seat="s_01", person="x_1", role="director"),
    PlayMade(round="r2", play=Play(id="abc", seat="s_01", do="play_card", card="B1")),
)


def versioned(events: tuple[Event, ...], **changes: object) -> MapVersioned:
    """The version the rules would write of the map that these events leave."""
    state = replay(events)
    judged = assess(state.map, context(state))
    fields = {
        "version": 1,
        "round": "r2",
        "engine": "1.0.0",
        "ownership": judged.meters.ownership,
        "realism": judged.meters.realism,
        "citizen_focus": judged.meters.citizen_focus,
        "verdict": judged.verdict,
        "findings": judged.findings,
        "hash": content_hash(map_bytes(map_content(state, judged))),
    }
    return MapVersioned(**{**fields, **changes})


def file_of(*events: Event, game: str = "K7QF3M") -> bytes:
    previous, lines = chain.genesis(game), []
    for event in events:
        public, private = to_parts(event)
        link = chain.link(previous, public, private)
        previous = link.hash
        lines.append(Line(link.public, link.digest, link.hash))
    return record.write(game, lines)


def test_a_record_gives_its_map_without_any_secret() -> None:
    file = file_of(*BEFORE, versioned(BEFORE), GameClosed(at=9))
    assert b"hemmeligt" not in file
    assert b'"play"' not in file
    kept = record.read(file)
    assert kept.events[2] == PlayMade(round="r2", play=None)
    (made,) = record.maps(kept)
    assert made.agrees
    assert b'"engine":"1.0.0"' in made.document()
    assert b'"seq":3' in made.document()
    assert list(record.differences(made)) == []


def test_an_old_record_gives_its_old_map_and_says_what_is_judged_otherwise_today() -> None:
    state = replay(BEFORE)
    judged = assess(state.map, context(state))
    findings = (*judged.findings, Finding(rule="X99", level="amber"))
    content = {**map_content(state, judged), "verdict": "ready"}
    content["findings"] = [
        *content["findings"],
        {"rule": "X99", "level": "amber", "node": None, "params": {}},
    ]
    old = versioned(
        BEFORE, verdict="ready", findings=findings, hash=content_hash(map_bytes(content))
    )
    (made,) = record.maps(record.read(file_of(*BEFORE, old)))
    assert made.agrees
    told = "\n".join(record.differences(made))
    assert 'verdict: "ready" then, "draft" now' in told
    assert "no longer found" in told


def test_a_version_that_does_not_follow_is_seen() -> None:
    (made,) = record.maps(record.read(file_of(*BEFORE, versioned(BEFORE, hash="sha256:0"))))
    assert not made.agrees


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (b'"director"', b'"chair"', "chain breaks at event 2"),
        (b"K7QF3M", b"AAAAAA", "chain breaks at event 1"),
        (b'"digest":"', b'"digest":"zz', "corrupt at event 1"),
        (b'"type":"SeatTaken"', b'"type":1', "chain breaks at event 2"),
        (b"gevinstspil.record/1", b"something/9", "not a record of the kind"),
        (b"]}\n", b"", "cut short"),
    ],
)
def test_a_corrupt_record_is_said_in_a_sentence(old: bytes, new: bytes, sentence: str) -> None:
    with pytest.raises(OperatorError, match=sentence):
        record.read(file_of(*BEFORE).replace(old, new))


def test_an_event_of_a_later_release_is_said_in_a_sentence() -> None:
    public = chain.link(chain.genesis("K7QF3M"), {"type": "Levitated"}, {})
    with pytest.raises(OperatorError, match="corrupt at event 1"):
        record.read(record.write("K7QF3M", [Line(public.public, None, public.hash)]))


def test_events_that_build_on_what_is_not_there_are_said_in_a_sentence() -> None:
    whole = (*BEFORE, versioned(BEFORE), GameClosed(at=9))
    kept = record.read(file_of(*whole[1:]))
    with pytest.raises(OperatorError, match="cannot be followed at event 3"):
        list(record.maps(kept))
