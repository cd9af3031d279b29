"""What simulated stakeholders do with what they see, and what the command line asks of them."""

import asyncio
from collections.abc import Mapping
from typing import Any, cast

import pytest

from app.rehearsal import answers, crowd, facilitator, options, people, words
from app.rehearsal.stakeholder import Stakeholder
from app.rehearsal.tempers import LEAST, MOST, TEMPERS, dealt, mixed
from app.simulated.client import Client, Entry, at_once
from game.deck import CARDS
from game.roles import ROLES
from game.words import is_activity
from support.process import Run, in_process

View = dict[str, Any]


def person(temper: str, number: int = 0) -> people.Person:
    return people.Person(number, words.name_of(number), "team_lead", TEMPERS[temper], "da")


def ask(do: str, *needs: str, **d: object) -> Mapping[str, Any]:
    return {"ask": f"{do}:n1", "do": do, "d": d, "needs": list(needs), "options": {}}


def view(*asks: Mapping[str, Any], nudged: int = 0, step: str = "open") -> View:
    return {
        "game": {"state": "playing"},
        "round": {"id": "r1", "key": "r1", "step": step, "stage": None, "wave": 1, "ends": None},
        "me": {"waiting": False, "nudged": nudged, "ready": False, "plays_left": 0},
        "hand": [],
        "asks": list(asks),
    }


FIST = ask("confirm_goal", "fist", goal="n1")


@pytest.mark.parametrize("count", [LEAST, 5, 6, 12, 60, MOST])
def test_a_room_has_as_many_as_were_asked_for(count: int) -> None:
    mix = mixed(count)
    assert sum(mix.values()) == count
    assert min(mix.values()) >= (1 if count > len(TEMPERS) else 0)
    assert len(dealt(mix, "seed")) == count


def test_the_same_seed_brings_the_same_people() -> None:
    first, again, other = (people.invited(mixed(60), one, "da", list(ROLES)) for one in "aab")
    assert first == again
    assert first != other
    assert len({one.name for one in first}) == 60


def test_people_take_only_roles_that_are_offered() -> None:
    offered = ["team_lead", "supplier", "citizen_rep"]
    assert {one.role for one in people.invited(mixed(12), "a", "da", offered)} <= set(offered)


def test_the_eager_answer_and_then_are_done() -> None:
    mind = Stakeholder(person("eager"), "seed", 1)
    (move,) = mind.moves(view(FIST))
    assert move[0] == "confirm_goal"
    assert 3 <= move[1]["fist"] <= 5
    mind.sent(move)
    assert mind.moves(view(FIST)) == [("done", {})]  # said once, whatever became of it


def test_the_slow_take_more_than_half_of_the_time_and_the_eager_do_not() -> None:
    for number in range(20):
        slow = Stakeholder(person("slow", number), "seed", 1)
        eager = Stakeholder(person("eager", number), "seed", 1)
        for mind in (slow, eager):
            mind.moves(view(FIST))
        assert 30 <= slow.pace(view(FIST)) < 60  # a step without a clock counts as a minute
        assert eager.pace(view(FIST)) < 3


def test_the_silent_answer_only_what_follows_a_nudge() -> None:
    mind = Stakeholder(person("silent"), "seed", 1)
    assert mind.moves(view(FIST)) == []
    assert mind.moves(view(FIST, nudged=1))[0][0] == "confirm_goal"
    assert mind.moves(view(FIST, nudged=1, step="revealed")) == []


def test_the_contrary_are_against_it() -> None:
    mind = Stakeholder(person("contrary"), "seed", 1)
    (move,) = mind.moves(view(FIST))
    assert move[1]["fist"] <= 1
    chance = mind._chance("x")
    assert answers.answer(mind.person, ask("accept", "by", node="n1"), chance) == (
        "decline",
        {"node": "n1"},
    )
    assert answers.answer(mind.person, ask("sign"), chance) is None
    judged = answers.answer(mind.person, ask("judge_answer", "enough", challenge="u1"), chance)
    assert judged == ("judge_answer", {"challenge": "u1", "enough": False})


def test_whoever_waits_at_the_door_says_nothing() -> None:
    shown = view(FIST)
    shown["me"]["waiting"] = True
    assert Stakeholder(person("eager"), "seed", 1).moves(shown) == []


def test_a_room_agrees_on_most_figures_and_the_contrary_on_none() -> None:
    asked = ask("estimate", "value", node="n7")
    minds = [Stakeholder(person("eager", n), "seed", 1) for n in range(40)]
    given = [answers.answer(one.person, asked, one._chance("e")) for one in minds]
    figures = [float(one[1]["value"]) for one in given if one and one[1]["value"] is not None]
    assert 25 < len(figures) < 40
    assert max(figures) <= 2 * min(figures)
    against = answers.answer(person("contrary"), asked, minds[0]._chance("e"))
    assert against is not None
    assert float(against[1]["value"]) > 2 * max(figures)


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_they_say_can_stand_on_a_card(language: str) -> None:
    said = words.TEXTS[language]
    assert said.keys() == words.TEXTS["da"].keys()
    assert words.AGAINST[language].keys() <= said.keys()
    assert all(len(text) <= 60 for text in said["play_card"])
    assert not any(is_activity(text) for text in said["play_card"])
    assert all(len(text) <= 80 for text in said["propose_change"])
    assert set(people.TABLE) <= set(ROLES)
    assert all(CARDS[card].family == "challenge" for card in ("U2", "U4", "U7", "U8"))


def test_the_automatic_facilitator_nudges_before_it_presses_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(facilitator.time, "monotonic", lambda: now[0])
    mind = facilitator.Facilitator(4, 1)
    shown = view()
    shown |= {
        "next": {"do": "reveal", "d": {}, "blocked": "3 of 4"},
        "count": {"seats": 4},
        "progress": [{"seat": "s1", "state": "thinking"}, {"seat": "s2", "state": "ready"}],
    }
    assert mind.moves(shown) == []
    now[0] += facilitator.NUDGES_S + 1
    assert mind.moves(shown) == [("nudge", {"seat": "s1"})]
    mind.sent(("nudge", {"seat": "s1"}))
    assert mind.moves(shown) == []
    now[0] += facilitator.WAITS_S
    assert mind.moves(shown) == [("reveal", {})]


def test_one_who_cannot_play_leaves_the_others_playing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    came = []

    async def take_seat(url: str, code: str, said: Mapping[str, str]) -> str:
        del url, code
        came.append(said["id"])
        raise KeyError("seat")

    monkeypatch.setattr(crowd.door, "take_seat", take_seat)
    monkeypatch.setattr(crowd.door, "call", offer_roles)
    asyncio.run(crowd.play(crowd.Crowd("http://nowhere", "K7QF3M", mixed(4), "a", "da", 100)))
    assert sorted(came) == ["sim-0", "sim-1", "sim-2", "sim-3"]
    assert capsys.readouterr().err.count("KeyError") == 4


async def offer_roles(method: str, url: str) -> Mapping[str, Any]:
    del method, url
    return {"roles": list(ROLES)}


async def end_as_the_state_comes() -> bool:
    client = Client(Entry("ws://nowhere", "", "player"), lambda view: [], at_once)
    acting = asyncio.create_task(client._act(cast("Any", None)))
    await asyncio.sleep(0)
    client._changed.set()
    acting.cancel()
    done, _ = await asyncio.wait({acting}, timeout=2)
    return acting in done


def test_whoever_is_ended_as_the_state_comes_ends() -> None:
    assert asyncio.run(end_as_the_state_comes())


def test_tempers_are_read_as_they_are_written() -> None:
    assert options.mix_of(None, "eager=3, dropping-out=1,eager=1") == {
        "eager": 4,
        "dropping_out": 1,
    }
    assert options.mix_of(7, None) == mixed(7)
    assert sum(options.mix_of(None, None).values()) == options.USUAL


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.delenv("GEVINSTSPIL_TOKEN", raising=False)

    return in_process(monkeypatch, capsys, "rehearse")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--people", "3"], "A rehearsal has 4 to 300 people, not 3."),
        (["--people", "301"], "A rehearsal has 4 to 300 people, not 301."),
        (["--people", "many"], "Invalid value for '--people'"),
        (["--temper", "angry=4"], "--temper has no 'angry=4'"),
        (["--temper", "eager"], "--temper has no 'eager'"),
        (["--temper", ""], "--temper has no ''"),
        (["--temper", "eager=4", "--people", "5"], "--temper adds up to 4, --people says 5"),
        (["--variant", "long"], "There is no variant long"),
        (["--language", "sv"], "There is no language sv"),
        (["--speed", "1000"], "--speed is from 0.1 to 100 times, not 1000."),
        (["--project", "p_1"], "name it with --server"),
        (["--server", "http://127.0.0.1:1"], "with --project"),
        (["--server", "http://127.0.0.1:1", "--project", "p_1"], "with --token"),
        (
            ["--server", "http://127.0.0.1:1", "--project", "p_1", "--token", "t"],
            "Nothing answers at http://127.0.0.1:1",
        ),
        (["--server", "here", "--project", "p_1", "--token", "t"], "Nothing answers at here"),
    ],
)
def test_what_stands_in_the_way_is_one_sentence(
    run: Run, arguments: list[str], sentence: str
) -> None:
    code, out, said = run(*arguments)
    assert (code, out) == (2, "")
    assert sentence in said
    assert said.count("\n") == 1
