"""When a command is allowed: the table of game.md 2.1, as data.

A moment is `round.step`; R2's revealed step has two: `r2.second` and `r2.vote`. `later` means that
moment and every one after it, closing included; `lobby` is the time before the first round.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.model import State

ROUNDS: Final = ("r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7")
STEPS: Final = ("briefing", "open", "second", "vote", "revealed", "resolved")

MOMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "take_role": ("lobby", "r0.briefing", "r0.open"),
    "shake": ("lobby", "r0.briefing", "r0.open"),
    "confirm_goal": ("r1.open",),
    "play_card": ("r2.open", "r4.open", "r4.revealed"),
    "withdraw_play": ("r2.open", "r3.open", "r4.open", "r6.open"),
    "second": ("r2.second",),
    "vote": ("r2.vote",),
    "propose_change": ("r3.open", "r6.revealed"),
    "propose_edge": ("r3.open", "r6.revealed"),
    "answer_edge": ("r3.revealed", "r6.revealed"),
    "claim": ("r4.open", "r4.revealed", "r6.revealed"),
    "nominate": ("r4.open", "r4.revealed", "r6.revealed"),
    "choose_measure": ("r5.open", "closed"),
    "judge_measure": ("r5.open",),
    "estimate": ("r5.open",),
    "premortem": ("r6.open",),
    "name_disbenefit": ("r6.open",),
    "judge_answer": ("r6.revealed",),
    "play_challenge": ("r6.revealed",),
    "commit": ("r7.open", "closed"),
    "sign": ("r7.open", "closed"),
}
LATER: Final[Mapping[str, tuple[str, str]]] = {
    "accept": ("r4", "revealed"),
    "decline": ("r4", "revealed"),
    "co_sign": ("r4", "revealed"),
    "answer_challenge": ("r6", "revealed"),
    "accept_disbenefit": ("r6", "revealed"),
    "minority_note": ("r2", "resolved"),
}
SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "propose_change": ("r4.revealed", "r6.revealed"),
    "premortem": (),
}
"""The half hour has no R3: who accepts says at once what must change; U1 is its premortem."""
FIRST_WAVE: Final = frozenset({"choose_measure", "judge_measure"})
"""In R5's second wave the named figures are estimated once more, and nothing else is done."""


def moment(state: State) -> str:
    """Where the game is, in the words of the table."""
    if state.phase == "closed":
        return "closed"
    now = state.round
    if now is None:
        return "lobby"
    return f"{now.key}.{now.stage or now.step}"


def is_allowed(state: State, do: str) -> bool:
    """Whether the table lets this command be sent now."""
    if do in LATER:
        return _is_later(state, *LATER[do])
    now = state.round
    if do in FIRST_WAVE and state.phase != "closed" and now is not None and now.wave > 1:
        return False
    moments = MOMENTS.get(do)
    if state.rules.variant == "short30":
        moments = SHORT.get(do, moments)
    return moments is None or moment(state) in moments


def _is_later(state: State, key: str, step: str) -> bool:
    if state.phase == "closed":
        return True
    now = state.round
    if now is None or now.key not in ROUNDS:
        return False
    order = (ROUNDS.index(now.key), STEPS.index(now.stage or now.step))
    return order >= (ROUNDS.index(key), STEPS.index(step))
