"""Challenge cards: who gets which, what an answer does, whether it is enough (GR8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game import commands as cm
from game import events as ev
from game.deal import sample, seeded
from game.decide import measures
from game.decide.ask import Ask
from game.decide.build import Group as PlayGroup
from game.decide.build import find_node, make_node, make_play, text_key
from game.decide.challenge_text import challenge_text
from game.decide.draft import Draft, clean_text
from game.decide.measure_text import TEXT_LENGTH
from game.decide.titles import show_node, show_title
from game.deck import CARDS, family
from game.errors import RuleError
from game.estimates import read_signed, read_value
from game.model import Answer, Challenge, Node, State
from game.money import exclude_counted_twice
from game.roles import ROLES
from game.say import say
from game.words import is_activity

PREMORTEM, WHO_LOSES, HALF, CITIZEN = "U1", "U2", "U11", "U12"
ANSWER_LENGTH = 140


def deal(draft: Draft) -> None:
    """One card for each benefit: what must be examined first, the rest seeded, no card twice."""
    nodes = measures.rank_for_room(draft.state, measures.counted_benefits(draft.state))
    examined = [node for node in nodes if node.benefit_class == "C"]
    examined = examined or [node for node in nodes if node.benefit_class in ("T", "A")]
    for node in examined:
        held = {one.card for one in draft.map.challenges.values() if one.node == node.id}
        hold(draft, WHO_LOSES if CITIZEN in held else CITIZEN, node)
    rest = [node for node in nodes if node not in examined]
    largest = _largest(draft, [node for node in rest if node.benefit_class in ("C", "T")])
    if largest is not None:
        hold(draft, HALF, largest)
        rest = [node for node in rest if node.id != largest.id]
    forced = [] if draft.variant.premortem else [PREMORTEM]
    if not any(n.type == "disbenefit" and n.counts for n in draft.map.nodes.values()):
        forced.insert(0, WHO_LOSES)
    for node in rest:
        hold(draft, forced.pop(0) if forced else _next_card(draft, node), node)


def _largest(draft: Draft, nodes: list[Node]) -> Node | None:
    """The benefit with the largest planning value; kroner before hours (U11)."""
    known = [
        (node.benefit_class == "C", read_signed(made[-1].planning), node)
        for node in nodes
        if (made := draft.map.estimates.get(node.id)) and made[-1].planning is not None
    ]
    if not known:
        return nodes[0] if nodes else None
    return max(known, key=lambda one: (one[0], one[1]))[2]


def _next_card(draft: Draft, node: Node) -> str:
    """The next card of the seeded deck, without repetition until the deck is out."""
    deck = [card.id for card in family(draft.state.rules.deck, "challenge")]
    apart = {HALF, CITIZEN} | ({PREMORTEM} if draft.variant.premortem else set())
    deck = [card for card in deck if card not in apart]
    held = [one.card for one in draft.map.challenges.values() if one.card in deck]
    least = min(held.count(card) for card in deck)
    left = [card for card in deck if held.count(card) == least]
    return seeded(draft.state.seed, f"challenge|{node.id}", left)[0]


def hold(draft: Draft, card: str, node: Node) -> None:
    """Holds a card against a node; its owner, or who measures it, is asked."""
    challenge = Challenge(
        id=draft.next_id("ch", draft.map.challenges),
        card=card,
        node=node.id,
        asked=measures.measurer(draft.state, node),
    )
    draft.add(ev.ChallengeSet(challenge=challenge))


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


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Challenges this seat is to answer, and answers it is to judge."""
    now = state.round
    found = []
    for held in state.map.challenges.values():
        node = state.map.nodes[held.node]
        if not node.counts:
            continue
        if held.state in ("open", "action") and held.asked == seat:
            found.append(_ask_answer(state, held, node))
        question = f"judge_answer:{held.id}"
        given = now.answers.get(question, {}) if now else {}
        if held.state == "answered" and seat in held.judges and seat not in given:
            text = say(
                "ask.judge_answer",
                node=show_node(node),
                card=challenge_text(state, held),
                answer=held.answer or "",
            )
            found.append(
                Ask(
                    id=question,
                    do="judge_answer",
                    d={"challenge": held.id},
                    needs=("enough",),
                    text=text,
                )
            )
    return tuple(found)


def _ask_answer(state: State, held: Challenge, node: Node) -> Ask:
    needs = tuple(one for one in CARDS[held.card].needs if one != "text")
    counted = measures.counted_benefits(state)
    options = {
        "nodes": tuple((one.id, show_title(one)) for one in counted),
        "role": tuple((role, say(f"role.{role}")) for role in ROLES),
    }
    return Ask(
        id=f"answer_challenge:{held.id}",
        do="answer_challenge",
        d={"challenge": held.id},
        needs=("text", *needs),
        options={name: rows for name, rows in options.items() if name in needs},
        text=say("ask.answer_challenge", node=show_node(node), card=challenge_text(state, held)),
    )


def play(draft: Draft, seat: str, command: cm.PlayChallenge) -> None:
    """Somebody in the room holds a challenge card against a node."""
    del seat
    node, card = draft.node(command.node), CARDS.get(command.card)
    if card is None or card.family != "challenge":
        raise RuleError("card.wrong_family")
    if any(one.node == node.id and one.card == card.id for one in draft.map.challenges.values()):
        raise RuleError("card.played")
    hold(draft, card.id, node)


def answer(draft: Draft, seat: str, command: cm.AnswerChallenge) -> None:
    """The owner's answer; what the card asks for beside words must be there."""
    held = draft.map.challenges.get(command.challenge)
    if held is None:
        raise RuleError("challenge.unknown")
    owner = draft.map.assignments.get(held.node)
    is_owner = owner is not None and owner.seat == seat and owner.state == "accepted"
    if held.asked != seat and not is_owner:
        raise RuleError("challenge.not_yours")
    text = clean_text(command.text, ANSWER_LENGTH)
    _require(draft, CARDS[held.card].needs, command)
    others = [one.id for one in draft.players() if one.here and one.id != seat]
    size = draft.variant.thresholds.judges
    judged = draft.state.phase != "closed" and draft.round.key == "r6"
    judges = sample(draft.state.seed, f"judges|{held.id}", others, size) if judged else ()
    answered = replace(
        held,
        state="answered",
        judges=judges,
        answer=None,
        nodes=command.nodes,
        role=command.role,
        value=command.value,
    )
    draft.add(ev.ChallengeSet(challenge=answered, text=text))
    effect = EFFECTS.get(held.card)
    if effect is not None:
        effect(draft, seat, draft.map.nodes[held.node], command)


def _require(draft: Draft, needs: tuple[str, ...], command: cm.AnswerChallenge) -> None:
    if "nodes" in needs and not command.nodes:
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


def _who_loses(draft: Draft, seat: str, node: Node, command: cm.AnswerChallenge) -> None:
    """U2 makes a dis-benefit of the answer, behind the change that the benefit needs."""
    if draft.state.phase == "closed":
        return
    perspective = node.perspective or "citizens"
    said = make_play(draft, seat, "answer_challenge", text=command.text, perspective=perspective)
    name = text_key(command.text, perspective)
    if find_node(draft, name, "disbenefit") is None:
        group = PlayGroup(key=name, card=None, plays=(said,))
        made = Node(
            id="", label="", type="disbenefit", perspective=perspective, provenance=("rule:U2",)
        )
        make_node(draft, group, made)


def _counting_twice(draft: Draft, seat: str, node: Node, command: cm.AnswerChallenge) -> None:
    """U3 looks for kroner counted twice (X8)."""
    del seat, node, command
    for measure in exclude_counted_twice(draft.map):
        draft.add(ev.MeasureSet(measure=measure, why="X8"))


def _activity(draft: Draft, seat: str, node: Node, command: cm.AnswerChallenge) -> None:
    """U4 looks whether the benefit is something we do (X1)."""
    del seat, command
    if node.title and is_activity(node.title):
        draft.tell("X1", node.id)


def _conversion(draft: Draft, seat: str, node: Node, command: cm.AnswerChallenge) -> None:
    """U6 keeps where the hours go as the measure's conversion."""
    del seat
    measure = draft.map.measures.get(node.id)
    if measure is not None:
        text = clean_text(command.text, TEXT_LENGTH * 2)
        draft.add(ev.MeasureSet(measure=replace(measure, conversion=text), why="U6"))


EFFECTS: Mapping[str, Callable[[Draft, str, Node, cm.AnswerChallenge], None]] = {
    WHO_LOSES: _who_loses,
    "U3": _counting_twice,
    "U4": _activity,
    "U6": _conversion,
}
