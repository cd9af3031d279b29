"""Folds of the events of a round: steps, time, plays, answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game import events as ev
from game.fold import V, replace, with_entry
from game.model import RoundNow, State

Fold = Callable[[State, Any], State]


def _round(fold: Callable[[RoundNow, Any], RoundNow]) -> Fold:
    """A fold of the round being played; without one the event changes nothing."""

    def folded(state: State, event: ev.Event) -> State:
        return state if state.round is None else replace(state, round=fold(state.round, event))

    return folded


def _began(state: State, event: ev.RoundBegan) -> State:
    now = RoundNow(
        id=event.round,
        key=event.key,
        n=event.n,
        began=event.at,
        budget_ends=event.budget_ends,
        before=state.map,
    )
    return replace(state, round=now)


def _opened(now: RoundNow, event: ev.RoundOpened) -> RoundNow:
    first = event.wave == 1
    return replace(
        now,
        asked=now.asked if first else _without_estimates(now.asked),
        answers=now.answers if first else _without_estimates(now.answers),
        step="open",
        stage="",
        ends=event.ends,
        wave=event.wave,
        done=frozenset(),
        slow=frozenset(),
        grace_ends=None,
        plays=now.plays if first else {},
        began=event.at if first else now.began,
    )


def _without_estimates(questions: Mapping[str, V]) -> Mapping[str, V]:
    """A second wave asks for estimates afresh; the first ones stand in `EstimateSettled`."""
    return {key: value for key, value in questions.items() if not key.startswith("estimate:")}


def _revealed(now: RoundNow, event: ev.RoundRevealed) -> RoundNow:
    return replace(_anew(now), step="revealed", stage=event.stage, ends=event.ends)


def _stage(now: RoundNow, event: ev.StageBegan) -> RoundNow:
    return replace(_anew(now), stage=event.stage, ends=event.ends)


def _anew(now: RoundNow) -> RoundNow:
    """The round at a new step, which nobody is done with or slow at yet."""
    return replace(now, done=frozenset(), slow=frozenset(), grace_ends=None)


def _resolved(state: State, event: ev.RoundResolved) -> State:
    if state.round is None:
        return state
    now = replace(_anew(state.round), step="resolved", stage="", ends=None)
    return replace(state, round=now, spare_ms=event.spare_ms)


def _done(now: RoundNow, event: ev.DoneSaid) -> RoundNow:
    own = with_entry(now.own, event.seat, event)
    return replace(now, done=now.done | {event.seat}, own=own)


def _slow(now: RoundNow, event: ev.MoreTimeAsked) -> RoundNow:
    if event.seat is None:
        return replace(now, grace_ends=event.until)
    own = with_entry(now.own, event.seat, event)
    return replace(now, slow=now.slow | {event.seat}, grace_ends=event.until, own=own)


def _dealt(now: RoundNow, event: ev.HandsDealt) -> RoundNow:
    return replace(now, hands={**now.hands, **(event.hands or {})}, limit=event.limit)


def _asked(now: RoundNow, event: ev.Asked) -> RoundNow:
    return replace(now, asked={**now.asked, **event.asked})


def _play_made(now: RoundNow, event: ev.PlayMade) -> RoundNow:
    play = event.play
    if play is None:
        return now
    made = (*now.plays.get(play.seat, ()), play)
    own = with_entry(now.own, play.seat, event)
    return replace(now, plays=with_entry(now.plays, play.seat, made), own=own)


def _play_withdrawn(now: RoundNow, event: ev.PlayWithdrawn) -> RoundNow:
    if event.seat is None:
        return now
    kept = tuple(play for play in now.plays.get(event.seat, ()) if play.id != event.play)
    own = with_entry(now.own, event.seat, event)
    return replace(now, plays=with_entry(now.plays, event.seat, kept), own=own)


def _answered(now: RoundNow, event: ev.AnswerGiven) -> RoundNow:
    answer = event.answer
    if answer is None:
        return now
    question = f"{answer.do}:{answer.key}"
    given = with_entry(now.answers.get(question, {}), answer.seat, answer)
    own = with_entry(now.own, answer.seat, event)
    return replace(now, answers=with_entry(now.answers, question, given), own=own)


def _revoted(state: State, event: ev.Revoted) -> State:
    now = state.round
    if now is None:
        return state
    questions = {f"vote:{node}" for node in event.nodes}
    kept = {key: given for key, given in now.answers.items() if key not in questions}
    asked = {key: seats for key, seats in now.asked.items() if not key.startswith("vote:")}
    again = replace(now, answers=kept, asked=asked, wave=now.wave + 1)
    return replace(state, round=again, revoted=state.revoted | set(event.nodes))


def _paused(state: State, event: ev.Paused) -> State:
    return replace(state, phase="paused", paused_at=event.at)


def _resumed(state: State, event: ev.Resumed) -> State:
    now = state.round
    if now is not None:
        grace = None
        if now.grace_ends is not None and now.ends is not None and event.ends is not None:
            grace = now.grace_ends + event.ends - now.ends
        now = replace(now, ends=event.ends, budget_ends=event.budget_ends, grace_ends=grace)
    return replace(state, phase="playing", paused_at=None, round=now)


def _extended(now: RoundNow, event: ev.Extended) -> RoundNow:
    """Time for everybody takes the place of what was asked for; whoever needs more asks again."""
    ends, budget_ends = event.ends, event.budget_ends
    return replace(now, ends=ends, budget_ends=budget_ends, slow=frozenset(), grace_ends=None)


ROUND_FOLDS: dict[type[ev.Event], Fold] = {
    ev.RoundBegan: _began,
    ev.RoundOpened: _round(_opened),
    ev.RoundRevealed: _round(_revealed),
    ev.StageBegan: _round(_stage),
    ev.RoundResolved: _resolved,
    ev.DoneSaid: _round(_done),
    ev.MoreTimeAsked: _round(_slow),
    ev.HandsDealt: _round(_dealt),
    ev.Asked: _round(_asked),
    ev.PlayMade: _round(_play_made),
    ev.PlayWithdrawn: _round(_play_withdrawn),
    ev.AnswerGiven: _round(_answered),
    ev.Revoted: _revoted,
    ev.Paused: _paused,
    ev.Resumed: _resumed,
    ev.Extended: _round(_extended),
    ev.ClockStopped: _round(lambda now, event: replace(now, ends=None, grace_ends=None)),
}
