"""The words for where the game is: the question to the room, and the facilitator's script."""

from __future__ import annotations

from game.decide.talks import talk
from game.model import RoundNow, State
from game.say import Say, Value, say
from game.sentences import SENTENCES
from game.slices.family import Parts
from game.variants import variant

SCRIPT = ("say", "why", "pitfalls", "next")


def part(state: State, now: RoundNow) -> str:
    """The part of the round that has words of its own, such as `second`, `vote` or `wave2`."""
    if now.step == "open" and now.wave > 1:
        return "wave2"
    if now.stage == "vote" and state.revoted:
        return "revote"
    return now.stage or now.step


def question(state: State, now: RoundNow) -> Say:
    """The one question that the room is asked now."""
    if now.key == "r6" and now.step == "open" and not variant(state.rules.variant).premortem:
        return say("question.r6.short")
    own = f"question.{now.key}.{part(state, now)}"
    return say(own if own in SENTENCES else f"question.{now.key}")


def script_parts(state: State) -> Parts:
    """What the script depends on."""
    now = state.round
    if now is None:
        return (state.phase,)
    told = (state.map, state.log) if now.step == "revealed" else ()
    return (state.phase, state.revoted, now.id, now.step, now.stage, now.wave, *told)


def script(state: State) -> Value:
    """What the facilitator may say now, why, what goes wrong, and the next best move."""
    now = state.round
    if state.phase in {"paused", "closed"}:
        name = f"script.{state.phase}"
    elif now is None:
        name = "script.lobby"
    else:
        name = f"script.{now.key}.{part(state, now)}"
    lines = {line: say(f"{name}.{line}") for line in SCRIPT}
    topic = talk(state) if state.phase == "playing" else None
    return lines if topic is None else {**lines, "next": topic}
