"""Going through a game: rounds, steps, time (game.md 2.1)."""

from __future__ import annotations

from game import events as ev
from game.deal import seeded
from game.decide import versions
from game.decide.draft import Draft
from game.decide.ready import is_all_ready, is_ready
from game.decide.rounds import MODULES
from game.decide.second_round import second_round
from game.decide.titles import publish_titles
from game.errors import RuleError
from game.model import RoundNow, Stage
from game.variants import RoundPlan


def start(draft: Draft) -> None:
    """Begins the first round of the variant. `game.empty` when nobody has a seat."""
    if draft.state.phase != "lobby":
        raise RuleError("round.step")
    if not draft.players():
        raise RuleError("game.empty")
    draft.add(ev.GameStarted(at=draft.at))
    _begin(draft, draft.variant.rounds[0])


def open_round(draft: Draft) -> None:
    """Opens the round, or from the reveal its second wave, where the variant has one."""
    now = draft.round
    if now.step == "briefing":
        draft.add(ev.RoundOpened(at=draft.at, ends=draft.clock + plan(draft, now).open_s * 1000))
    elif now.step == "revealed" and may_open_wave(draft):
        ends = draft.clock + plan(draft, now).wave_s * 1000
        draft.add(ev.RoundOpened(at=draft.at, ends=ends, wave=now.wave + 1))
    else:
        raise RuleError("round.step")
    MODULES[now.key].opened(draft)


def may_open_wave(draft: Draft) -> bool:
    """Whether there is a second wave here: R2 before the vote, R5 with contested figures."""
    now = draft.round
    if now.wave > 1:
        return False
    if now.key == "r2":
        return draft.variant.effects_wave and now.stage == "second"
    return now.key == "r5" and bool(second_round(draft.state))


def reveal(draft: Draft) -> None:
    """Turns the cards. Where the reveal is skipped (R0, R7) the round is settled at once."""
    now = draft.round
    if now.step != "open":
        raise RuleError("round.step")
    skipped = plan(draft, now).revealed_s == 0
    stage: Stage = ""
    ends = None if skipped else _revealed_ends(draft, now)
    if now.key == "r2":
        stage = "second"
        ends = draft.clock + draft.variant.second_s * 1000
    plays = (play.id for made in now.plays.values() for play in made)
    shown = seeded(draft.state.seed, f"reveal:{now.id}:{now.wave}", plays)
    draft.add(ev.RoundRevealed(at=draft.at, ends=ends, stage=stage, order=shown))
    MODULES[now.key].revealed(draft)
    if skipped:
        settle(draft)


def open_vote(draft: Draft) -> None:
    """Ends the minute for seconding; from now on the benefits are voted on."""
    now = draft.round
    if now.stage != "second":
        raise RuleError("round.step")
    draft.add(ev.StageBegan(stage="vote", ends=_revealed_ends(draft, now)))
    MODULES["r2"].voting(draft)  # type: ignore[attr-defined]  # only R2 votes


def resolve(draft: Draft) -> None:
    """Settles what was revealed. In R2 the vote comes first."""
    now = draft.round
    if now.step != "revealed" or now.stage == "second":
        raise RuleError("round.step")
    settle(draft)


def settle(draft: Draft) -> None:
    """The rules' last word on the round, and a version of the map."""
    now = draft.round
    MODULES[now.key].resolved(draft)
    publish_titles(draft)
    spare = max(0, now.budget_ends - draft.clock)
    draft.add(ev.RoundResolved(at=draft.at, spare_ms=spare))
    versions.write(draft)


def next_round(draft: Draft) -> None:
    """Goes to the next round's briefing."""
    now = draft.round
    if now.step != "resolved":
        raise RuleError("round.step")
    plans = draft.variant.rounds
    ahead = [row for row in plans if row.n > now.n]
    if not ahead:
        raise RuleError("round.last")
    _leave(draft)
    _begin(draft, ahead[0])


def previous_round(draft: Draft) -> None:
    """Plays the round before once more: everything stays, plays are made afresh."""
    now = draft.round
    behind = [row for row in draft.variant.rounds if row.n < now.n]
    if not behind:
        raise RuleError("round.first")
    _leave(draft)
    _begin(draft, behind[-1])


def deadline(draft: Draft, round_id: str, step: str) -> None:
    """Time and its grace ran out: reveal, or the vote after seconding, or resolve."""
    now = draft.round
    if draft.state.phase != "playing":
        raise RuleError("game.paused")
    if (now.id, now.stage or now.step) != (round_id, step) or now.ends is None:
        raise RuleError("round.step")
    if draft.at < now.ends or (_is_waited_for(draft) and draft.at < (now.closes or 0)):
        raise RuleError("round.not_over")
    if now.step == "open":
        reveal(draft)
    elif now.stage == "second":
        open_vote(draft)
    else:
        resolve(draft)


def pause(draft: Draft) -> None:
    """Stops the clock."""
    if draft.state.phase != "playing":
        raise RuleError("round.step")
    draft.add(ev.Paused(at=draft.at))


def resume(draft: Draft) -> None:
    """Starts the clock with the rest of the time."""
    since = draft.state.paused_at
    if since is None:
        raise RuleError("round.step")
    stood, now = draft.at - since, draft.round
    draft.add(
        ev.Resumed(
            at=draft.at,
            ends=None if now.ends is None else now.ends + stood,
            budget_ends=now.budget_ends + stood,
        )
    )


def extend(draft: Draft, seconds: int) -> None:
    """Lengthens (or with a negative number shortens) the step; never to before now."""
    now = draft.round
    if now.step not in ("open", "revealed"):
        raise RuleError("round.step")
    # A clock that was stopped begins anew from here.
    ends = max(draft.clock, (draft.clock if now.ends is None else now.ends) + seconds * 1000)
    if ends > draft.clock + draft.variant.thresholds.longest_step_s * 1000:
        raise RuleError("clock.too_long")
    draft.add(ev.Extended(ends=ends, budget_ends=max(now.budget_ends, ends)))


def stop_clock(draft: Draft) -> None:
    """Takes the step's time away: it lasts until the facilitator goes on."""
    if draft.round.ends is None:
        raise RuleError("clock.stopped")
    draft.add(ev.ClockStopped())


def close_if_all_ready(draft: Draft) -> None:
    """Everybody ready closes *open*, never *revealed* (game.md 2.1).

    After the end of the step only those are waited for who asked for more time.
    """
    state = draft.state
    now = state.round
    if state.phase != "playing" or now is None or now.step != "open":
        return
    is_over = now.grace_ends is not None and now.ends is not None and draft.at >= now.ends
    if is_all_ready(state) or (is_over and not _is_waited_for(draft)):
        reveal(draft)


def _is_waited_for(draft: Draft) -> bool:
    """Whether somebody who asked for more time is still here and not ready."""
    seats = (draft.state.seats[seat] for seat in draft.round.slow)
    return any(one.here and not is_ready(draft.state, one.id) for one in seats)


def plan(draft: Draft, now: RoundNow) -> RoundPlan:
    """The variant's plan of the round being played."""
    return next(row for row in draft.variant.rounds if row.id == now.key)


def _revealed_ends(draft: Draft, now: RoundNow) -> int:
    """The reveal has what is left of the round's minutes, and at least its own seconds' half."""
    return max(draft.clock + plan(draft, now).revealed_s * 500, now.budget_ends)


def _begin(draft: Draft, row: RoundPlan) -> None:
    times = sum(1 for past in draft.state.past if past.key == row.id) + 1
    draft.add(
        ev.RoundBegan(
            round=row.id if times == 1 else f"{row.id}.{times}",
            key=row.id,
            n=row.n,
            at=draft.at,
            budget_ends=draft.clock + row.minutes * 60_000 + draft.state.spare_ms,
        )
    )


def _leave(draft: Draft) -> None:
    now = draft.round
    draft.add(ev.RoundLeft(round=now.id, used_ms=max(0, draft.at - now.began)))
