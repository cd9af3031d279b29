"""What a well-formed map has: V1-V15, each a function survey -> findings (game.md 3, 6).

V6 and V7 are held by the build and are never findings. V8, V9, V10, V13 and V14 are silent where
their X twin speaks (`game.findings`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.model import Finding, Node
from game.ownership import is_line, is_owned
from game.survey import Survey

UNOWNED: Final = (None, "declined")


def assignment_state(view: Survey, node: Node) -> str | None:
    """How far somebody has said yes to a node; None when nobody was named."""
    assignment = view.map.assignments.get(node.id)
    return None if assignment is None else assignment.state


def day_of(view: Survey, node: Node) -> str | None:
    """When a node is to be there: its own date, its measure's target date, its owner's promise."""
    measure = view.map.measures.get(node.id)
    assignment = view.map.assignments.get(node.id)
    return (
        node.by
        or (measure.target_date if measure is not None else None)
        or (assignment.by if assignment is not None else None)
    )


def v1(view: Survey) -> Iterator[Finding]:
    """V1: there is a goal."""
    if not view.goals:
        yield Finding(rule="V1", level="red")


def v2(view: Survey) -> Iterator[Finding]:
    """V2: every benefit reaches a goal."""
    for node in view.benefits:
        if not any(one.type == "goal" for one in view.downstream(node)):
            yield Finding(rule="V2", level="red", node=node.id)


def v3(view: Survey) -> Iterator[Finding]:
    """V3: every benefit has a change upstream; where only a ghost stands, X6 speaks."""
    for node in view.benefits:
        if not any(one.type == "change" for one in view.upstream(node)):
            yield Finding(rule="V3", level="red", node=node.id)


def v4(view: Survey) -> Iterator[Finding]:
    """V4: every change leads to a benefit or mitigates a dis-benefit."""
    for node in view.changes:
        leads = any(one.type == "benefit" for one in view.downstream(node))
        if not leads and node.id not in view.graph.mitigates:
            yield Finding(rule="V4", level="amber", node=node.id)


def v5(view: Survey) -> Iterator[Finding]:
    """V5: every enabler of the project leads to a change."""
    for node in view.enablers:
        leads = any(one.type == "change" for one in view.downstream(node))
        if not (leads or node.external):
            yield Finding(rule="V5", level="amber", node=node.id)


def v8(view: Survey) -> Iterator[Finding]:
    """V8: the accepted owner of a benefit is from the line; a director is a fallback."""
    for node in view.benefits:
        if is_owned(view.map, node.id) and not is_line(view.map.assignments[node.id].role):
            yield Finding(rule="V8", level="amber", node=node.id)


def v9(view: Survey) -> Iterator[Finding]:
    """V9: somebody leads every change."""
    for node in view.changes:
        if assignment_state(view, node) in UNOWNED:
            yield Finding(rule="V9", level="amber", node=node.id)


def v10(view: Survey) -> Iterator[Finding]:
    """V10: a measure that was chosen is complete and countable, its baseline apart (X13)."""
    for node in view.benefits:
        measure = view.map.measures.get(node.id)
        if measure is None:
            continue
        named = measure.indicator and measure.unit
        if not (named and measure.countable and measure.target and measure.target_date):
            yield Finding(rule="V10", level="amber", node=node.id)


def v11(view: Survey) -> Iterator[Finding]:
    """V11: every dis-benefit has an owner, and is mitigated or accepted as it is."""
    for node in view.disbenefits:
        settled = node.accepted_as_is or node.id in view.graph.mitigated_by
        if not (settled and is_owned(view.map, node.id)):
            yield Finding(rule="V11", level="amber", node=node.id)


def v12(view: Survey) -> Iterator[Finding]:
    """V12: every cashable benefit names budget line and year; its holder signs (X16)."""
    for node in view.benefits:
        measure = view.map.measures.get(node.id)
        named = measure is not None and measure.budget_line and measure.budget_year
        if node.benefit_class == "C" and not named:
            yield Finding(rule="V12", level="red", node=node.id)


def late(view: Survey) -> Iterator[Node]:
    """V13: nodes that are to be there before what leads to them, told as X15."""
    for node in (*view.changes, *view.benefits):
        day = day_of(view, node)
        causes = [view.map.nodes[one] for one in view.graph.before.get(node.id, ())]
        days = [day_of(view, one) for one in causes if one.type in ("enabler", "change")]
        if day is not None and any(before is not None and before > day for before in days):
            yield node


def v14(view: Survey) -> Iterator[Finding]:
    """V14: a benefit ends with a citizen, or somebody said why none does."""
    has_citizen = any(node.perspective == "citizens" for node in view.ends)
    if not (has_citizen or "V14" in view.map.reasons or view.is_only_money()):
        yield Finding(rule="V14", level="amber")


def v15(view: Survey) -> Iterator[Finding]:
    """V15: no node hangs alone; what V2-V5 already say of a node is not said again."""
    links = view.graph
    linked = frozenset().union(links.after, links.before, links.mitigates, links.mitigated_by)
    externals = tuple(node for node in view.enablers if node.external)
    for node in (*view.goals, *view.disbenefits, *externals):
        if node.id not in linked:
            yield Finding(rule="V15", level="amber", node=node.id)
