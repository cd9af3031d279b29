"""Challenge cards: who answers them, and whether the answer is enough (GR8)."""

from __future__ import annotations

from dataclasses import replace

from game import commands as cm
from game import events as ev
from game.benefit_map import counted
from game.cards import Need
from game.deal import sample
from game.decide.ask import Ask
from game.decide.challenge_deal import hold
from game.decide.challenge_effects import EFFECTS
from game.decide.challenge_text import challenge_text
from game.decide.draft import Draft, clean_text
from game.decide.measures import measurer
from game.decide.titles import show_node, show_title
from game.deck import CARDS
from game.errors import RuleError
from game.estimates import read_value
from game.model import Answer, Challenge, Node, State
from game.roles import ROLES
from game.say import say

ANSWER_LENGTH = 140
PAIR = 2
UNANSWERED = ("open", "action", "not_enough")


def settle(draft: Draft) -> None:
    """Answered, and not judged "ikke nok" by more than half of those asked; else an action."""
    for held in tuple(draft.map.challenges.values()):
        if held.state == "open":
            draft.add(ev.ChallengeSet(challenge=replace(held, state="action")))
        elif held.state == "answered":
            said = draft.round.answers.get(f"judge_answer:{held.id}", {}).values()
            doubts = sum(one.first == 0 for one in said)
            limit = draft.variant.thresholds.not_enough
            fails = bool(held.judges) and limit.is_exceeded(doubts, len(held.judges))
            state = replace(held, state="not_enough" if fails else "enough")
            draft.add(ev.ChallengeSet(challenge=state))


def answer_asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Challenges this seat is to answer: its own benefits', and those nobody owns yet."""
    return tuple(
        _ask_answer(state, held, node)
        for held in state.map.challenges.values()
        if held.state in UNANSWERED
        and (node := state.map.nodes[held.node]).counts
        and _answerer(state, held) == seat
    )


def _answerer(state: State, held: Challenge) -> str | None:
    """The accepted owner, else who was asked when the card was dealt.

    Of a card from an earlier game neither need be here: it goes to whom a new one would go to.
    """
    owner = state.map.assignments.get(held.node)
    if owner is not None and owner.state == "accepted" and owner.seat is not None:
        return owner.seat
    return held.asked or measurer(state, state.map.nodes[held.node])


def judge_asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Answers this seat is to judge while R6 is face up."""
    now = state.round
    given = now.answers if now else {}
    return tuple(
        Ask(
            id=question,
            do="judge_answer",
            d={"challenge": held.id},
            needs=("enough",),
            text=say(
                "ask.judge_answer",
                node=show_node(node),
                card=challenge_text(state, held),
                answer=held.answer or "",
            ),
        )
        for held in state.map.challenges.values()
        if held.state == "answered"
        and seat in held.judges
        and (node := state.map.nodes[held.node]).counts
        and seat not in given.get(question := f"judge_answer:{held.id}", {})
    )


def _ask_answer(state: State, held: Challenge, node: Node) -> Ask:
    needs = _needs(state, held)
    options = {
        "nodes": tuple((one.id, show_title(one)) for one in counted(state.map, "benefit")),
        "role": tuple((role, say(f"role.{role}")) for role in ROLES),
    }
    return Ask(
        id=f"answer_challenge:{held.id}",
        do="answer_challenge",
        d={"challenge": held.id},
        needs=needs,
        options={name: rows for name, rows in options.items() if name in needs},
        text=say("ask.answer_challenge", node=show_node(node), card=challenge_text(state, held)),
    )


def _needs(state: State, held: Challenge) -> tuple[Need, ...]:
    """What an answer gives; a pair only where there are two benefits to take it from."""
    needs = CARDS[held.card].needs
    is_alone = len(counted(state.map, "benefit")) < PAIR
    return tuple(one for one in needs if not (is_alone and one == "nodes"))


def play(draft: Draft, seat: str, command: cm.PlayChallenge) -> None:
    """Somebody in the room holds a challenge card against a node."""
    del seat
    node, card = draft.node(command.node), CARDS.get(command.card)
    if card is None or card.family != "challenge":
        raise RuleError("card.wrong_family")
    if not node.counts:
        raise RuleError("node.parked", node=node.id)
    if any(one.node == node.id and one.card == card.id for one in draft.map.challenges.values()):
        raise RuleError("card.played")
    hold(draft, card.id, node)


def answer(draft: Draft, seat: str, command: cm.AnswerChallenge) -> None:
    """The owner's answer; what the card asks for beside words must be there."""
    held = draft.map.challenges.get(command.challenge)
    if held is None:
        raise RuleError("challenge.unknown")
    if seat not in (held.asked, _answerer(draft.state, held)):
        raise RuleError("challenge.not_yours")
    text = clean_text(command.text, ANSWER_LENGTH)
    _require(draft, _needs(draft.state, held), command)
    answered = replace(
        held,
        state="answered",
        judges=_judges(draft, held, seat),
        answer=None,
        nodes=command.nodes,
        role=command.role,
        value=command.value,
    )
    draft.add(ev.ChallengeSet(challenge=answered, text=text))
    effect = EFFECTS.get(held.card)
    if effect is not None:
        effect(draft, seat, draft.map.nodes[held.node], text)


def _judges(draft: Draft, held: Challenge, seat: str) -> tuple[str, ...]:
    """Three seeded others, while R6 is face up; a later answer is judged by nobody."""
    now = draft.round
    if draft.state.phase == "closed" or (now.key, now.step) != ("r6", "revealed"):
        return ()
    others = [one.id for one in draft.players() if one.here and one.id != seat]
    size = draft.variant.thresholds.judges
    return sample(draft.state.seed, f"judges|{held.id}", others, size)


def _require(draft: Draft, needs: tuple[Need, ...], command: cm.AnswerChallenge) -> None:
    if "nodes" in needs and len(set(command.nodes)) < PAIR:
        raise RuleError("challenge.incomplete")
    for node in command.nodes:
        draft.node(node)
    if ("role" in needs or command.role) and command.role not in ROLES:
        raise RuleError("role.unknown" if command.role else "challenge.incomplete")
    if "value" in needs and command.value is None:
        raise RuleError("challenge.incomplete")
    if command.value is not None:
        read_value(command.value)


def judge(draft: Draft, seat: str, command: cm.JudgeAnswer) -> None:
    """Three others say whether an answer is enough, in secret until the round is settled."""
    held = draft.map.challenges.get(command.challenge)
    if held is None:
        raise RuleError("challenge.unknown")
    if held.state != "answered":
        raise RuleError("challenge.not_answered")
    if seat not in held.judges:
        raise RuleError("challenge.not_asked")
    given = Answer(seat=seat, do="judge_answer", key=held.id, first=int(command.enough))
    draft.add(ev.AnswerGiven(round=draft.round.id, answer=given))
