"""Dis-benefits: named in silence or as the answer to "Hvem mister noget?" (GR5, GR8)."""

from __future__ import annotations

from game import events as ev
from game.benefit_map import counted, is_legal
from game.decide import owners
from game.decide.ballots import park_by_rule
from game.decide.build import Group, back_node, find_node, make_node, node_tie
from game.decide.draft import Draft
from game.edges import make_edge
from game.model import Assignment, Node
from game.ownership import may_own


def stand(draft: Draft, group: Group, *provenance: str) -> Node:
    """The dis-benefit of these plays on the map: a new node, or the one that says the same."""
    node = find_node(draft, group.key, "disbenefit")
    if node is not None:
        return back_node(draft, node, {play.seat for play in group.plays})
    made = Node(
        id="",
        label="",
        type="disbenefit",
        perspective=group.plays[0].perspective,
        provenance=provenance,
    )
    return make_node(draft, group, made)


def put_behind(draft: Draft, disbenefit: Node, change: str) -> None:
    """The change a dis-benefit comes from; its owner is asked to take that too (GR8)."""
    if not is_legal(draft.map.nodes[change].type, "disbenefit"):
        return
    edge = make_edge(
        change, disbenefit.id, state="solid", round_id=draft.round.id, provenance=("rule:GR8",)
    )
    if edge.id not in draft.map.edges:
        draft.add(ev.EdgeLinked(edge=edge, why="GR8"))
    held = draft.map.assignments.get(change)
    if held is None or held.state != "accepted" or disbenefit.id in draft.map.assignments:
        return
    if may_own(held.role, disbenefit) == "no":
        return
    made = Assignment(
        node=disbenefit.id,
        role=held.role,
        state="nominated",
        person=held.person,
        seat=held.seat,
        provenance=("rule:GR8",),
    )
    draft.add(ev.AssignmentSet(assignment=made, why="GR8"))


def change_behind(draft: Draft, benefit: str) -> str | None:
    """The change a benefit's own dis-benefit comes of: the best supported one straight before."""
    changes = [draft.map.nodes[one] for one in owners.changes_before(draft.state, benefit)]
    named = [one for one in changes if one.counts and not one.ghost]
    ranked = sorted(named, key=lambda one: (-one.support, node_tie(draft.state, one)))
    return next((one.id for one in ranked), None)


def keep_short(draft: Draft) -> None:
    """GR5: at most six dis-benefits stay, by support."""
    named = counted(draft.map, "disbenefit")
    ranked = sorted(named, key=lambda one: (-one.support, node_tie(draft.state, one)))
    for node in ranked[draft.variant.disbenefits :]:
        park_by_rule(draft, node, "GR5")
