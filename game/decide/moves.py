"""What the facilitator does to the map by hand (game.md 2.1, 8)."""

from __future__ import annotations

from dataclasses import replace

from game import events as ev
from game.benefit_map import closes_cycle, in_order, is_legal
from game.decide import fitting
from game.decide.build import node_tie
from game.decide.draft import Draft, clean_text
from game.decide.labels import next_label
from game.deck import card_order
from game.errors import RuleError
from game.model import (
    Assignment,
    BenefitClass,
    Node,
    NodeState,
    NodeType,
    Seat,
    State,
)
from game.money import is_hours
from game.survey import context

TITLE_LENGTH = 80
REASON_LENGTH = 140
NODE_TYPES = ("goal", "benefit", "disbenefit", "change", "enabler")
CLASSES = ("C", "A", "T", "N", "Q")


def park(draft: Draft, node_id: str) -> None:
    """Sets a benefit, change or dis-benefit aside by hand; its owner and words are kept.

    What counts before this game's R2 has the R2 of an earlier game behind it.
    """
    node = draft.node(node_id, "benefit", "change", "disbenefit")
    if node.state == "parked":
        raise RuleError("node.parked", node=node_id)
    is_over = context(draft.state).is_over("r2")
    is_late = not _is_r2_played(draft.state) if is_over else node.counts
    _set(draft, node, "park", state="parked", parked_by="hand" if is_late else "hand_in_r2")


def _is_r2_played(state: State) -> bool:
    """Whether R2 is being played, for the first time or once more (`r2.2`)."""
    now = state.round
    is_r2 = now is not None and now.key == "r2" and now.step != "resolved"
    return is_r2 and state.phase != "closed"


def unpark(draft: Draft, node_id: str) -> None:
    """Takes a node back in: to the vote it is on or that is to come, else as accepted."""
    node = draft.node(node_id)
    if node.state != "parked":
        raise RuleError("node.not_parked", node=node_id)
    _set(draft, node, "unpark", state=_standing(draft, node.id, node.type), parked_by=None)


def reject(draft: Draft, node_id: str, text: str) -> None:
    """Hides a text everywhere, with the reason; what was written stays in the private record."""
    node = draft.node(node_id, "benefit", "change", "disbenefit", "enabler")
    _set(draft, node, "reject", state="rejected", reason=clean_text(text, REASON_LENGTH))


def rename(draft: Draft, node_id: str, title: str) -> None:
    """Words a node anew; the original stays on record."""
    node = draft.node(node_id)
    draft.add(ev.TitleSet(node=node.id, title=clean_text(title, TITLE_LENGTH)))


def retype(draft: Draft, node_id: str, kind: str) -> None:
    """Makes a node another type; arrows, owner and figures that it cannot have are taken away.

    A ghost is no type until the room has named it (BR5).
    """
    node = draft.node(node_id)
    if kind not in NODE_TYPES or "goal" in (kind, node.type) or kind == node.type or node.ghost:
        raise RuleError("node.wrong_type", node=node_id)
    made: NodeType = kind  # type: ignore[assignment]  # one of NODE_TYPES
    perspective = node.perspective or "processes"
    _set(
        draft,
        node,
        "retype",
        type=made,
        label=next_label(draft.map, made, perspective),
        perspective=perspective if made in ("benefit", "disbenefit") else node.perspective,
        benefit_class=(node.benefit_class or "Q") if made == "benefit" else None,
        state=_standing(draft, node.id, made),
        parked_by=None,
    )
    nodes = draft.map.nodes
    for edge in tuple(draft.map.edges.values()):
        ends = (nodes[edge.source].type, nodes[edge.target].type)
        if node.id in (edge.source, edge.target) and not is_legal(*ends, edge.kind):
            draft.add(ev.EdgeDropped(edge=edge.id, why="retype"))
    fitting.take_off(draft, node, "retype")


def set_class(draft: Draft, node_id: str, benefit_class: str) -> None:
    """Sets a benefit's class; an owner who may not own that class is one no more.

    What is counted in hours is no cash (X10): it is time freed.
    """
    node = draft.node(node_id, "benefit", "disbenefit")
    if benefit_class not in CLASSES:
        raise RuleError("class.unknown")
    made: BenefitClass = benefit_class  # type: ignore[assignment]  # one of CLASSES
    measure = draft.map.measures.get(node.id)
    if made == "C" and measure is not None and is_hours(measure.unit):
        made = "T"
        draft.tell("X10", node.id)
    _set(draft, node, "set_class", benefit_class=made)
    fitting.take_off(draft, node, "set_class")


def name_ghost(draft: Draft, node_id: str, text: str) -> None:
    """The room names the change that a ghost stood for (X6)."""
    node = draft.node(node_id, "change")
    if not node.ghost:
        raise RuleError("node.wrong_type", node=node_id)
    words = clean_text(text, TITLE_LENGTH)
    _set(draft, node, "name_ghost", ghost=False, label=next_label(draft.map, "change"))
    draft.add(ev.TitleSet(node=node.id, title=words))


def merge(draft: Draft, node_ids: tuple[str, ...]) -> None:
    """Makes one node of several of a type; whose words stay, support, card and BR1 say (BR4).

    A ghost has no words, so what it is merged with stays.

    One that is on the table keeps it there, also where those words were parked, and one that the
    room has judged keeps it judged.
    """
    nodes = [draft.node(node_id) for node_id in node_ids]
    _require_alike(nodes)
    kept, *others = sorted(
        nodes,
        key=lambda node: (
            node.ghost,
            -node.support,
            *card_order(node.card),
            node_tie(draft.state, node),
        ),
    )
    for other in others:
        _move_edges(draft, other.id, kept.id)
        draft.add(ev.NodeMerged(node=other.id, into=kept.id))
    on_table = _furthest((kept, *others))
    seats = draft.state.supporters.get(kept.id, frozenset())
    groups = sorted({group for node in nodes for group in node.groups})
    _set(
        draft,
        kept,
        "merge",
        support=max(len(seats), kept.support),
        groups=tuple(groups),
        state=_merged_state(on_table, groups),
        parked_by=on_table.parked_by,
        one_voice=on_table.one_voice and len(groups) == 1,
        provenance=tuple(dict.fromkeys(p for node in nodes for p in node.provenance)),
    )


def _merged_state(node: Node, groups: list[str]) -> NodeState:
    """Two who say it support it; what waited for a second voice has one now (X21)."""
    if node.state != "proposed":
        return node.state
    return "accepted" if node.one_voice and len(groups) > 1 else "supported"


def _furthest(nodes: tuple[Node, ...]) -> Node:
    """The first that counts, else the first on the table, else the first."""
    on_table = [node for node in nodes if node.state != "parked"]
    return next((node for node in on_table if node.counts), next(iter(on_table), nodes[0]))


def _require_alike(nodes: list[Node]) -> None:
    if len({node.id for node in nodes}) < 2 or len({node.type for node in nodes}) > 1:
        raise RuleError("merge.not_alike")


def dismiss_merge(draft: Draft, node_ids: tuple[str, ...]) -> None:
    """Says no to a merge suggestion; it is not made again."""
    _require_alike([draft.node(node_id) for node_id in node_ids])
    draft.add(ev.MergeDismissed(nodes="+".join(in_order(node_ids))))


def set_role(draft: Draft, seat: Seat, role: str) -> None:
    """Corrects a seat's role; it owns no more what that role may not."""
    draft.add(ev.RoleTaken(seat=seat.id, role=role))
    fitting.recast(draft, seat, role)


def make_absent(draft: Draft, seat: Seat) -> None:
    """What a leaving seat owned has an absent owner (game.md 2.1)."""
    for made in tuple(draft.map.assignments.values()):
        if made.seat == seat.id and made.state in ("accepted", "nominated"):
            gone: Assignment = replace(made, state="absent")
            draft.add(ev.AssignmentSet(assignment=gone, why="left"))


def _move_edges(draft: Draft, old: str, new: str) -> None:
    for edge in tuple(draft.map.edges.values()):
        if old not in (edge.source, edge.target):
            continue
        draft.add(ev.EdgeDropped(edge=edge.id, why="merge"))
        source = new if edge.source == old else edge.source
        target = new if edge.target == old else edge.target
        moved = replace(edge, id=f"{source}>{target}", source=source, target=target)
        if source == target or moved.id in draft.map.edges:
            continue
        if edge.kind == "leads_to" and closes_cycle(draft.map.edges.values(), source, target):
            draft.tell("BR7", source, source=source, target=target)
            continue
        draft.add(ev.EdgeLinked(edge=moved, why="merge"))


def _standing(draft: Draft, node: str, kind: NodeType) -> NodeState:
    """The state a node gets when it comes in by the facilitator's hand.

    A vote that has begun takes in no more (GR10): what is not on its ballots is accepted.
    """
    now = draft.state.round
    if kind != "benefit" or now is None or now.key not in ("r1", "r2") or now.step == "resolved":
        return "accepted"
    is_voted = now.stage != "vote" or f"vote:{node}" in now.asked
    return "supported" if is_voted else "accepted"


def _set(draft: Draft, node: Node, why: str, **changes: object) -> None:
    changed = replace(node, title=None, **changes)  # type: ignore[arg-type]  # fields of Node
    draft.add(ev.NodeSet(node=changed, why=why))
