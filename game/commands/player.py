"""What a player may ask."""

from __future__ import annotations

from game.commands.base import PLAYER, Command, command


@command("take_role", PLAYER)
class TakeRole(Command):
    """Changes the role a seat plays with."""

    role: str


@command("set_language", PLAYER)
class SetLanguage(Command):
    """Changes the language a seat reads."""

    language: str


@command("shake", PLAYER)
class Shake(Command):
    """The warm-up tap."""


@command("more_time", PLAYER)
class MoreTime(Command):
    """The step waits a minute past its end for this seat; nobody hears who asked."""


@command("confirm_goal", PLAYER)
class ConfirmGoal(Command):
    """Confirms a goal with a fist of 0-5, or rewords it (R1)."""

    goal: str
    fist: int
    text: str | None = None


@command("play_card", PLAYER)
class PlayCard(Command):
    """Plays an effect card or the blank (R2), or a role card on a benefit (R4)."""

    card: str
    text: str | None = None
    perspective: str | None = None
    target: str | None = None


@command("withdraw_play", PLAYER)
class WithdrawPlay(Command):
    """Takes a play back before the reveal."""

    play: str


@command("second", PLAYER)
class Second(Command):
    """Supports a face-up card (GR2)."""

    node: str


@command("vote", PLAYER)
class Vote(Command):
    """Belief and importance of a benefit, 0-5, or None for ved ikke."""

    node: str
    belief: int | None = None
    importance: int | None = None


@command("propose_change", PLAYER)
class ProposeChange(Command):
    """Who must do what differently, for `node` to happen (GR5)."""

    node: str
    card: str | None = None
    text: str | None = None


@command("propose_edge", PLAYER)
class ProposeEdge(Command):
    """Says that one node leads to, or mitigates, another."""

    from_: str
    to: str
    kind: str = "leads_to"


@command("answer_edge", PLAYER)
class AnswerEdge(Command):
    """Answers 'Fører det ene til det andet?' (BR6)."""

    edge: str
    yes: bool


@command("claim", PLAYER)
class Claim(Command):
    """'Jeg tager den': nominates oneself (GR6)."""

    node: str


@command("nominate", PLAYER)
class Nominate(Command):
    """Names a seat, or a role, as owner (GR6)."""

    node: str
    seat: str | None = None
    role: str | None = None


@command("accept", PLAYER)
class Accept(Command):
    """'Jeg høster den senest': takes a nomination on, by a date."""

    node: str
    by: str


@command("decline", PLAYER)
class Decline(Command):
    """Says no to a nomination."""

    node: str


@command("co_sign", PLAYER)
class CoSign(Command):
    """The budget holder signs a class C benefit."""

    node: str


@command("choose_measure", PLAYER)
class ChooseMeasure(Command):
    """How a benefit is counted (GR7)."""

    node: str
    indicator: str
    unit: str
    direction: str
    target: str
    target_date: str
    card: str | None = None
    baseline: str | None = None
    baseline_date: str | None = None
    baseline_plan: str | None = None
    population: str | None = None
    base: str | None = None
    case_value: str | None = None
    conversion: str | None = None
    budget_line: str | None = None
    budget_year: str | None = None
    calculation: str | None = None


@command("estimate", PLAYER)
class GiveEstimate(Command):
    """The size of a benefit in its unit, or None for ved ikke (BR9)."""

    node: str
    value: str | None = None


@command("premortem", PLAYER)
class Premortem(Command):
    """Why the benefit never came (R6)."""

    node: str
    text: str


@command("play_challenge", PLAYER)
class PlayChallenge(Command):
    """Holds a challenge card against a node."""

    card: str
    node: str


@command("answer_challenge", PLAYER)
class AnswerChallenge(Command):
    """The owner's answer to a challenge."""

    challenge: str
    text: str
    nodes: tuple[str, ...] = ()
    role: str | None = None
    value: str | None = None


@command("judge_answer", PLAYER)
class JudgeAnswer(Command):
    """Whether an answer is enough (GR8)."""

    challenge: str
    enough: bool


@command("judge_measure", PLAYER)
class JudgeMeasure(Command):
    """Whether a measure can be counted."""

    node: str
    countable: bool


@command("name_disbenefit", PLAYER)
class NameDisbenefit(Command):
    """Names who loses something (R6)."""

    text: str
    perspective: str
    node: str | None = None


@command("accept_disbenefit", PLAYER)
class AcceptDisbenefit(Command):
    """Its owner or a director lives with a dis-benefit (V11)."""

    node: str


@command("minority_note", PLAYER)
class MinorityNote(Command):
    """What a minority wants kept beside a contested node."""

    node: str
    text: str
    signed: bool = False


@command("commit", PLAYER)
class Commit(Command):
    """Takes an action on, with a date (R7)."""

    action: str
    by: str


@command("sign", PLAYER)
class Sign(Command):
    """Signs for what one owns (R7)."""


@command("done", PLAYER)
class Done(Command):
    """Has no more to add in this step."""


@command("record_actual", PLAYER)
class RecordActual(Command):
    """A measured value (follow-up)."""

    node: str
    value: str
    date: str
    source: str


@command("confirm", PLAYER)
class ConfirmNode(Command):
    """An owner still owns it (follow-up)."""

    node: str


@command("hand_over", PLAYER)
class HandOver(Command):
    """Another seat is asked to take it over (follow-up)."""

    node: str
    seat: str


@command("close_benefit", PLAYER)
class CloseBenefit(Command):
    """Ends a benefit, with the reason (follow-up)."""

    node: str
    reason: str
