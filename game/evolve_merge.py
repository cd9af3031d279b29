"""Folds of two nodes into one, and back: all that hung on the one hangs on the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from game import events as ev
from game.fold import with_entry, without
from game.model import (
    Answer,
    Assignment,
    BenefitMap,
    Challenge,
    Note,
    Play,
    RoundNow,
    State,
)

V = TypeVar("V")

STRENGTH = ("declined", "absent", "nominated", "accepted")
"""Which of two assignments stays when their nodes become one: the later of these."""
ANEW = ("estimate", "vote")
"""What a second wave or a re-vote asks afresh."""


def merged(state: State, event: ev.NodeMerged) -> State:
    """The node is gone; its supporters, owner, figures, challenges and questions go over."""
    gone, into = event.node, event.into
    behind = state.supporters.get(into, frozenset()) | state.supporters.get(gone, frozenset())
    goals = {**state.goal_votes.get(gone, {}), **state.goal_votes.get(into, {})}
    first = state.nominators.get(into, state.nominators.get(gone))
    nominators = without(state.nominators, gone)
    olds = (*state.former.get(into, ()), state.map.nodes[gone], *state.former.get(gone, ()))
    return replace(
        state,
        map=_merged_map(state.map, gone, into),
        round=None if state.round is None else _merged_round(state.round, gone, into),
        supporters=without(with_entry(state.supporters, into, behind), gone),
        goal_votes=without(with_entry(state.goal_votes, into, goals), gone),
        nominators=nominators if first is None else with_entry(nominators, into, first),
        former=without(with_entry(state.former, into, olds), gone),
    )


def _merged_map(drawn: BenefitMap, gone: str, into: str) -> BenefitMap:
    return replace(
        drawn,
        nodes=without(drawn.nodes, gone),
        assignments=_one_owner(drawn, gone, into),
        measures=_kept(drawn.measures, gone, into, lambda one: replace(one, node=into)),
        estimates=_kept(
            drawn.estimates,
            gone,
            into,
            lambda made: tuple(replace(one, node=into) for one in made),
        ),
        challenges=_moved(drawn.challenges, gone, into),
        notes=_moved(drawn.notes, gone, into),
    )


def _one_owner(drawn: BenefitMap, gone: str, into: str) -> Mapping[str, Assignment]:
    held = drawn.assignments
    theirs, ours = held.get(gone), held.get(into)
    if theirs is None:
        return held
    rest = without(held, gone)
    if ours is not None and STRENGTH.index(ours.state) >= STRENGTH.index(theirs.state):
        return rest
    return with_entry(rest, into, replace(theirs, node=into))


def _kept(
    parts: Mapping[str, V], gone: str, into: str, rewrite: Callable[[V], V]
) -> Mapping[str, V]:
    if gone not in parts:
        return parts
    rest = without(parts, gone)
    return rest if into in parts else with_entry(rest, into, rewrite(parts[gone]))


Hung = TypeVar("Hung", Challenge, Note)


def _moved(parts: Mapping[str, Hung], gone: str, into: str) -> Mapping[str, Hung]:
    return {key: replace(one, node=into) if one.node == gone else one for key, one in parts.items()}


def _merged_round(now: RoundNow, gone: str, into: str) -> RoundNow:
    """Plays and questions of the round being played are about the node that stays."""

    def renamed(question: str) -> str:
        do, _, about = question.partition(":")
        ends = (into if one == gone else one for one in about.split(">"))
        return f"{do}:{'>'.join(ends)}" if about else question

    asked: dict[str, tuple[str, ...]] = {}
    for question, seats in now.asked.items():
        name = renamed(question)
        asked[name] = tuple(dict.fromkeys((*asked.get(name, ()), *seats)))
    answers: dict[str, Mapping[str, Answer]] = {}
    for question, given in now.answers.items():
        name = renamed(question)
        answers[name] = {**given, **answers.get(name, {})}
    plays = {
        seat: tuple(_play_about(play, gone, into) for play in made)
        for seat, made in now.plays.items()
    }
    return replace(now, asked=asked, answers=answers, plays=plays)


def _play_about(play: Play, gone: str, into: str) -> Play:
    if gone not in (play.node, play.target):
        return play
    node, target = (into if one == gone else one for one in (play.node, play.target))
    return replace(play, node=node, target=target)


def parts_before(drawn: BenefitMap, before: BenefitMap, touches: frozenset[str]) -> BenefitMap:
    """The map with what hangs on the touched nodes as it was before a move (`Undone`)."""
    return replace(
        drawn,
        measures=_back(drawn.measures, before.measures, touches),
        estimates=_back(drawn.estimates, before.estimates, touches),
        challenges=_hung_back(drawn.challenges, before.challenges, touches),
        notes=_hung_back(drawn.notes, before.notes, touches),
    )


def _back(
    now: Mapping[str, V], before: Mapping[str, V], touches: frozenset[str]
) -> Mapping[str, V]:
    return {**without(now, *touches), **{key: one for key, one in before.items() if key in touches}}


def _hung_back(
    now: Mapping[str, Hung], before: Mapping[str, Hung], touches: frozenset[str]
) -> Mapping[str, Hung]:
    return {key: before.get(key, one) if one.node in touches else one for key, one in now.items()}


def secrets_before(state: State, was: State, touches: frozenset[str]) -> State:
    """The state with what is kept of the touched nodes beside the map, as before a move."""
    now, then = state.round, was.round
    comes_back = touches & (was.map.nodes.keys() - state.map.nodes.keys())
    if comes_back and now is not None and then is not None and now.id == then.id:
        now = _round_before(now, then, touches)
    return replace(
        state,
        round=now,
        supporters=_back(state.supporters, was.supporters, touches),
        goal_votes=_back(state.goal_votes, was.goal_votes, touches),
        nominators=_back(state.nominators, was.nominators, touches),
        former=_back(state.former, was.former, touches),
    )


def _round_before(now: RoundNow, was: RoundNow, touches: frozenset[str]) -> RoundNow:
    """Questions are put as before; what was answered since stays with the node it was asked about.

    What a new wave or a re-vote asks afresh does not come back.
    """

    def is_about(question: str) -> bool:
        do, _, about = question.partition(":")
        is_over = now.wave > was.wave and do in ANEW
        return not is_over and not touches.isdisjoint(about.split(">"))

    answers = {key: given for key, given in was.answers.items() if is_about(key)}
    old = {answer for given in answers.values() for answer in given.values()}
    for question, given in now.answers.items():
        since = {seat: answer for seat, answer in given.items() if answer not in old}
        if since:
            answers[question] = {**answers.get(question, {}), **since}
    stay = {key: seats for key, seats in now.asked.items() if not is_about(key)}
    played = {play.id: play for made in was.plays.values() for play in made}
    return replace(
        now,
        asked={
            key: seats
            for key, seats in {**was.asked, **stay}.items()
            if key in stay or is_about(key)
        },
        answers=answers,
        plays={
            seat: tuple(played.get(play.id, play) for play in made)
            for seat, made in now.plays.items()
        },
    )
