"""R6 Modvind: premortem and dis-benefits in silence, then challenges answered aloud (GR8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from game import commands as cm
from game import events as ev
from game.benefit_map import counted
from game.deal import seeded
from game.decide import challenge_deal, challenges, changes, disbenefits, links, owner_asks
from game.decide.ask import Ask, Options
from game.decide.build import all_plays, best_words, group_plays, make_play, put_play
from game.decide.draft import Draft, clean_text
from game.decide.titles import show_node, show_title
from game.errors import RuleError
from game.model import PERSPECTIVES, Note, Perspective, RoundNow, State
from game.say import say
from game.variants import variant

DISBENEFIT_LENGTH = 80


def opened(draft: Draft) -> None:
    """Each phone is asked why one of the benefits never came; the half hour has U1 instead."""
    if not draft.variant.premortem:
        return
    load: Counter[str] = Counter()
    asked: dict[str, tuple[str, ...]] = {}
    nodes = [node.id for node in counted(draft.map, "benefit")]
    for seat in draft.players():
        order = seeded(draft.state.seed, f"premortem|{seat.id}", nodes)
        for node in sorted(order, key=lambda one: load[one])[:1]:
            load[node] += 1
            asked[f"premortem:{node}"] = (*asked.get(f"premortem:{node}", ()), seat.id)
    draft.add(ev.Asked(asked=asked))


def revealed(draft: Draft) -> None:
    """Premortem texts hang on their nodes, dis-benefits stand on the map, cards hit benefits."""
    _hang_notes(draft)
    for group in group_plays(all_plays(draft.state, "name_disbenefit")):
        node = disbenefits.stand(draft, group)
        for play in group.plays:
            if play.node:
                disbenefits.put_behind(draft, node, play.node)
    disbenefits.keep_short(draft)
    challenge_deal.deal(draft)


def _hang_notes(draft: Draft) -> None:
    plays = all_plays(draft.state, "premortem")
    for node in dict.fromkeys(play.node or "" for play in plays):
        for group in group_plays([play for play in plays if play.node == node]):
            note = Note(
                id=group.plays[0].id,
                node=node,
                kind="premortem",
                text=None,
                support=len({play.seat for play in group.plays}),
            )
            draft.add(ev.NoteAdded(note=note, text=best_words(group)))


def resolved(draft: Draft) -> None:
    """What judges said of the answers; what is not answered becomes an action."""
    links.settle_answers(draft)
    challenges.settle(draft)


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """The silent questions while open; then the answers, the judgements and the new owners."""
    now = state.round
    if now is not None and now.step == "open":
        return (*_premortem_asks(state, now, seat), *_loser_asks(state, now, seat))
    if now is None or now.step != "revealed":
        return ()
    return (
        *challenges.answer_asks(state, seat),
        *challenges.judge_asks(state, seat),
        *links.asks(state, seat),
        *owner_asks.revealed_asks(state, seat),
        *_disbenefit_asks(state, seat),
    )


def _premortem_asks(state: State, now: RoundNow, seat: str) -> Iterator[Ask]:
    said = {play.node for play in now.plays.get(seat, ()) if play.do == "premortem"}
    for question, seats in now.asked.items():
        node = state.map.nodes.get(question.removeprefix("premortem:"))
        if node is not None and node.counts and seat in seats and node.id not in said:
            yield Ask(
                id=question,
                do="premortem",
                d={"node": node.id},
                needs=("text",),
                text=say("ask.premortem", node=show_node(node)),
            )


def _loser_asks(state: State, now: RoundNow, seat: str) -> Iterator[Ask]:
    if any(play.do == "name_disbenefit" for play in now.plays.get(seat, ())):
        return
    rows: Options = tuple((one, say(f"perspective.{one}")) for one in PERSPECTIVES)
    behind: Options = tuple((one.id, show_title(one)) for one in counted(state.map, "change"))
    yield Ask(
        id="name_disbenefit",
        do="name_disbenefit",
        needs=("text", "perspective"),
        options={"perspective": rows, **({"node": behind} if behind else {})},
        text=say("ask.name_disbenefit"),
    )


def _disbenefit_asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Whoever owns a dis-benefit is asked whether we can live with it, and how to soften it."""
    found = []
    for held in state.map.assignments.values():
        node = state.map.nodes[held.node]
        is_mine = held.seat == seat and held.state == "accepted" and node.type == "disbenefit"
        if not is_mine or not node.counts or node.accepted_as_is or _is_mitigated(state, node.id):
            continue
        found.append(
            Ask(
                id=f"accept_disbenefit:{node.id}",
                do="accept_disbenefit",
                d={"node": node.id},
                text=say("ask.accept_disbenefit", node=show_node(node)),
                optional=True,
            )
        )
        if variant(state.rules.variant).mitigations:
            found.append(replace(changes.ask_change(state, node), optional=True))
    return tuple(found)


def _is_mitigated(state: State, node: str) -> bool:
    edges = state.map.edges.values()
    return any(edge.target == node and edge.kind == "mitigates" for edge in edges)


def plays_left(state: State, seat: str) -> int:
    """No hand in R6: challenge cards are dealt to benefits."""
    del state, seat
    return 0


def _premortem(draft: Draft, seat: str, command: cm.Premortem) -> None:
    node = draft.node(command.node)
    text = clean_text(command.text, draft.variant.thresholds.note_length)
    put_play(draft, make_play(draft, seat, "premortem", node=node.id, text=text))


def _name_disbenefit(draft: Draft, seat: str, command: cm.NameDisbenefit) -> None:
    text = clean_text(command.text, DISBENEFIT_LENGTH)
    if command.perspective not in PERSPECTIVES:
        raise RuleError("perspective.unknown")
    behind = draft.node(command.node, "change", "enabler").id if command.node else None
    perspective: Perspective = next(one for one in PERSPECTIVES if one == command.perspective)
    play = make_play(
        draft, seat, "name_disbenefit", text=text, perspective=perspective, node=behind
    )
    put_play(draft, play)


PLAYERS: Mapping[type[cm.Command], Any] = {
    cm.Premortem: _premortem,
    cm.NameDisbenefit: _name_disbenefit,
    cm.PlayChallenge: challenges.play,
    cm.AnswerChallenge: challenges.answer,
    cm.JudgeAnswer: challenges.judge,
}
