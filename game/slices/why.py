"""Hvorfor? The rules that made a node what it is, each with its reason (BR12)."""

from __future__ import annotations

from decimal import Decimal

from game.decide.titles import show_node
from game.model import Estimate, LogEntry, Node, State
from game.say import Say, Value, say
from game.sentences import SENTENCES
from game.slices.drawn import rejected
from game.slices.family import DESK, Family, Parts

MADE_BY = {"rule:BR2": "BR2", "rule:BR3": "BR3", "rule:GR5": "GR5"}
"""The rules that make nodes, as provenance names them."""
VOTED = frozenset({"accepted", "contested", "parked"})


def _entries(state: State, node: str) -> tuple[LogEntry, ...]:
    """What the log tells of a node; its figures are told by the estimate itself."""
    return tuple(
        entry for entry in state.log if entry.node == node and not entry.rule.startswith("BR9")
    )


def _told(state: State, entry: LogEntry) -> Say:
    """A log entry as a sentence; parameters that are nodes are named as nodes."""
    nodes = state.map.nodes
    named = {key: show_node(nodes[one]) if one in nodes else one for key, one in entry.params}
    return say(f"rule.{entry.rule}", **named)


def _voted(node: Node) -> Say | None:
    was_voted = any(source.startswith("votes:") for source in node.provenance)
    if not was_voted or node.belief is None or node.state not in VOTED or node.parked_by:
        return None
    return say(f"rule.vote.{node.state}", belief=Decimal(node.belief))


def _estimated(estimate: Estimate) -> Say:
    if estimate.contested and estimate.spread is not None:
        return say("rule.BR9.contested", spread=Decimal(estimate.spread))
    if estimate.planning is None:
        return say("rule.BR9.few")
    return say("rule.BR9", planning=Decimal(estimate.planning))


def _lines(state: State, node: Node) -> list[Say]:
    made = [MADE_BY[source] for source in node.provenance if source in MADE_BY]
    lines = [say(f"rule.{rule}", n=node.support) for rule in dict.fromkeys(made)]
    voted = _voted(node)
    if voted is not None:
        lines.append(voted)
    lines += [_told(state, entry) for entry in _entries(state, node.id)]
    estimates = state.map.estimates.get(node.id)
    if estimates:
        lines.append(_estimated(estimates[-1]))
    return lines


def _reason(line: Say) -> Say | None:
    """Why there is such a rule, where somebody wrote it: `rule.BR5.why` for `rule.BR5.ghost`."""
    reason = ".".join(line.id.split(".")[:2]) + ".why"
    return say(reason) if reason in SENTENCES else None


def _why(state: State, name: str) -> Value:
    node = state.map.nodes[name.partition("/")[2]]
    return [
        {"rule": line.id.split(".")[1], "text": line, "why": _reason(line)}
        for line in _lines(state, node)
    ]


def _items(state: State) -> dict[str, Parts]:
    nodes, hidden = state.map.nodes, rejected(state)
    told: dict[str, list[object]] = {key: [] for key in nodes if key not in hidden}
    for entry in state.log:
        if entry.node in told:
            named = [nodes[value] for _, value in entry.params if value in nodes]
            told[entry.node] += [entry, *named]
    return {
        f"why/{key}": (nodes[key], state.map.estimates.get(key), *lines)
        for key, lines in told.items()
    }


WHY: tuple[Family, ...] = (
    Family(
        kinds=DESK,
        depends=lambda state: (state.map.nodes, state.map.estimates, state.log),
        items=_items,
        make=_why,
    ),
)
