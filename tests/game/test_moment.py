"""The words for where the game is."""

from dataclasses import replace

import pytest

from game.model import RoundNow, Setup, State
from game.say import say
from game.sentences import SENTENCES
from game.slices.moment import question, script, script_parts
from game.variants import VARIANTS

SETUP = Setup(project="p", code="K7QF3M", title="Pas", purpose="Nemt", goals=())


def in_round(key, step="open", stage="", wave=1, variant="standard75"):
    now = RoundNow(id=key, key=key, n=int(key[1]), step=step, stage=stage, wave=wave)
    return State(setup=replace(SETUP, variant=variant), phase="playing", round=now)


def asked(state):
    return question(state, state.round)


def test_a_round_asks_its_own_question():
    assert asked(in_round("r4")) == say("question.r4")


def test_each_part_of_the_effects_asks_a_question_of_its_own():
    assert asked(in_round("r2", "revealed", "second")) == say("question.r2.second")
    assert asked(in_round("r2", "revealed", "vote")) == say("question.r2.vote")
    assert asked(in_round("r2", wave=2)) == say("question.r2.wave2")
    again = replace(in_round("r2", "revealed", "vote"), revoted=frozenset({"n7"}))
    assert asked(again) == say("question.r2.revote")


def test_without_a_premortem_the_headwind_asks_who_loses():
    assert asked(in_round("r6")) == say("question.r6")
    assert asked(in_round("r6", variant="short30")) == say("question.r6.short")
    assert asked(in_round("r6", "revealed", variant="short30")) == say("question.r6.revealed")


def test_the_script_speaks_in_the_lobby_in_a_pause_and_when_all_is_over():
    assert script(State())["say"] == say("script.lobby.say")
    assert script(State(phase="paused"))["next"] == say("script.paused.next")
    assert script(State(phase="closed"))["why"] == say("script.closed.why")


def test_the_script_changes_when_what_it_depends_on_changes():
    assert script_parts(State()) == ("lobby",)
    assert script_parts(in_round("r2")) != script_parts(in_round("r2", wave=2))


MOMENTS = [
    (plan.id, step, stage, wave)
    for plan in VARIANTS["extended90"].rounds
    for step, stage, wave in [
        ("briefing", "", 1),
        ("open", "", 1),
        *([("revealed", "", 1)] if plan.revealed_s and plan.id != "r2" else []),
        *([("revealed", "second", 1), ("revealed", "vote", 1)] if plan.id == "r2" else []),
        *([("open", "", 2)] if plan.wave_s else []),
        ("resolved", "", 1),
    ]
]


@pytest.mark.parametrize(("key", "step", "stage", "wave"), MOMENTS)
def test_there_are_words_for_every_moment_of_the_longest_game(key, step, stage, wave):
    state = in_round(key, step, stage, wave)
    assert asked(state).id in SENTENCES
    assert all(line.id in SENTENCES for line in script(state).values())
