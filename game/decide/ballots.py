"""The vote of R2: who rates what, what it decides, and the one re-vote (game.md 4)."""

from __future__ import annotations

from dataclasses import replace

from game import commands as cm
from game import events as ev
from game.decide.ask import Ask
from game.decide.build import node_tie
from game.decide.draft import Draft
from game.decide.titles import show_node
from game.errors import RuleError
from game.model import Answer, Node, State
from game.roles import ROLES
from game.say import say
from game.votes import (
    Candidate,
    Rated,
    choose_parked,
    choose_voted,
    deal_ballots,
    doubled,
    median_vote,
    outcome,
    seconds,
)


def open_ballots(draft: Draft) -> None:
    """GR10: the nodes put to the vote, and who rates which; the rest are parked, words kept."""
    waiting = [node for node in _benefits(draft.state) if node.state in ("proposed", "supported")]
    chosen = choose_voted(
        [
            Candidate(
                node=node.id,
                perspective=node.perspective or "citizens",
                support=node.support,
                groups=len(node.groups),
                tie=node_tie(draft.state, node),
            )
            for node in waiting
        ],
        draft.variant.voted_nodes,
        draft.variant.voted_per_perspective,
    )
    for node in waiting:
        if node.id not in chosen:
            park_by_rule(draft, node, "GR10")
    _ask(draft, tuple(node.id for node in waiting if node.id in chosen))


def reopen_ballots(draft: Draft, nodes: tuple[str, ...]) -> None:
    """The one re-vote: it replaces the first votes on contested nodes (GR11)."""
    for node_id in nodes:
        if draft.node(node_id, "benefit").state != "contested":
            raise RuleError("revote.not_contested", node=node_id)
        if node_id in draft.state.revoted:
            raise RuleError("revote.used", node=node_id)
    if not nodes:
        raise RuleError("node.unknown", node="")
    talks = min(len(nodes), draft.variant.revote_talks)
    lasts_s = draft.variant.revote_s + talks * draft.variant.revote_talk_s
    ends = draft.clock + lasts_s * 1000
    draft.add(
        ev.Revoted(nodes=nodes),
        ev.RoundRevealed(at=draft.at, ends=ends, stage="vote"),
    )
    _ask(draft, nodes)


def settle_votes(draft: Draft) -> None:
    """What the votes say of each node; then at most 12 (30 min: 6) stay (BR11)."""
    for question in tuple(draft.round.asked):
        do, _, node_id = question.partition(":")
        node = draft.map.nodes.get(node_id)
        if do == "vote" and node is not None and is_on_ballot(node):
            _settle(draft, node)
    _keep_short(draft)


def is_on_ballot(node: Node) -> bool:
    """Whether a vote may still decide a node: not once it is set aside, hidden or no benefit."""
    return node.type == "benefit" and node.state not in ("parked", "rejected")


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """Belief and importance of each node on this seat's ballot that it has not rated."""
    now = state.round
    if now is None or now.stage != "vote":
        return ()
    return tuple(
        Ask(
            id=question,
            do="vote",
            d={"node": node.id},
            needs=("belief", "importance"),
            text=say(
                "ask.vote.again" if node.id in state.revoted else "ask.vote", node=show_node(node)
            ),
        )
        for question, seats in now.asked.items()
        if seat in seats
        and seat not in now.answers.get(question, {})
        and (node := state.map.nodes.get(question.removeprefix("vote:")))
        and is_on_ballot(node)
    )


def vote(draft: Draft, seat: str, command: cm.Vote) -> None:
    """One person's two taps; until the round is settled the newest ones count."""
    node = draft.node(command.node, "benefit")
    if not is_on_ballot(node) or seat not in draft.round.asked.get(f"vote:{node.id}", ()):
        raise RuleError("vote.not_asked", node=node.id)
    for taps in (command.belief, command.importance):
        if taps is not None and not 0 <= taps <= 5:
            raise RuleError("vote.range")
    answer = Answer(
        seat=seat,
        do="vote",
        key=node.id,
        first=command.belief,
        second=command.importance,
        proxy=draft.seat(seat).proxy,
    )
    draft.add(ev.AnswerGiven(round=draft.round.id, answer=answer))


def park_by_rule(draft: Draft, node: Node, rule: str) -> None:
    """Sets a node aside by rule; its text is kept and it can be taken back in."""
    parked = replace(node, state="parked", parked_by="rule", title=None)
    draft.add(ev.NodeSet(node=parked, why=rule))
    draft.tell(rule, node.id)


def _ask(draft: Draft, nodes: tuple[str, ...]) -> None:
    seats = [seat.id for seat in draft.players() if seat.here]
    dealt = deal_ballots(draft.state.seed + draft.round.id, seats, nodes)
    asked = {f"vote:{node}": tuple(seat for seat in seats if node in dealt[seat]) for node in nodes}
    draft.add(ev.Asked(asked=asked))


def _settle(draft: Draft, node: Node) -> None:
    votes = draft.round.answers.get(f"vote:{node.id}", {})
    beliefs = [one.first for one in votes.values() if one.first is not None]
    importance = [one.second for one in votes.values() if one.second is not None]
    decided = outcome(beliefs)
    by_group = [
        (ROLES[draft.state.seats[one.seat].role].group, one.first)
        for one in votes.values()
        if one.first is not None
    ]
    room = {ROLES[seat.role].group for seat in draft.players()}
    one_voice = (
        decided != "parked"
        and len(node.groups) == 1
        and len(room) > 1
        and not seconds(node.groups, by_group)
    )
    settled = replace(
        node,
        state="proposed" if one_voice else decided,
        one_voice=one_voice,
        parked_by=None,
        belief=median_vote(beliefs),
        importance=median_vote(importance),
        title=None,
        provenance=(*node.provenance, f"votes:{draft.round.id}.{draft.round.wave}"),
    )
    draft.add(ev.NodeSet(node=settled, why="vote"))
    if one_voice:
        draft.tell("X21", node.id)


def _keep_short(draft: Draft) -> None:
    counted = [
        node for node in _benefits(draft.state) if node.counts and not _is_unrated(draft, node)
    ]
    rated = [
        Rated(
            node=node.id,
            perspective=node.perspective or "citizens",
            outcome="contested" if node.state == "contested" else "accepted",
            importance=doubled(node.importance),
            belief=doubled(node.belief),
            tie=node_tie(draft.state, node),
        )
        for node in counted
    ]
    limits = draft.variant
    for node_id in choose_parked(rated, limits.benefits, limits.benefits_per_perspective):
        park_by_rule(draft, draft.map.nodes[node_id], "BR11")


def _is_unrated(draft: Draft, node: Node) -> bool:
    """Whether the facilitator took it in during the vote: nobody has rated it, so it stays."""
    before = draft.round.before.nodes.get(node.id)
    is_older = before is not None and before.type == "benefit" and before.counts
    return node.belief is None and not is_older


def _benefits(state: State) -> list[Node]:
    return [node for node in state.map.nodes.values() if node.type == "benefit"]
