"""The map as JSON, `gevinstspil.map/1`: the same map gives the same bytes (protocol.md 6).

The content is public by construction: texts that stay private in the record (answers, notes, votes,
names) are not in it, so it follows from public parts alone. Rejected nodes are nowhere in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final, TypeAlias, TypeVar

from game.benefit_map import in_order, node_number
from game.meters import Meters
from game.model import (
    Action,
    Assignment,
    BenefitMap,
    Challenge,
    Edge,
    Estimate,
    Finding,
    Measure,
    Node,
    State,
)
from game.survey import context
from game.titles import title_of
from game.verdict import Assessment, assess

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"

T = TypeVar("T")

SCHEMA: Final = "gevinstspil.map/1"


def node_json(node: Node, language: str) -> dict[str, Json]:
    """A node of the map; what it does not have is left out."""
    return {
        "id": node.id,
        "label": node.label,
        "type": node.type,
        "title": title_of(node, language),
        "state": node.state,
        "support": node.support,
        "round": node.round,
        "ghost": node.ghost,
        "provenance": list(node.provenance),
        **_known(
            card=node.card,
            perspective=node.perspective,
            by=node.by,
            approved_by=node.approved_by,
            belief=node.belief,
            importance=node.importance,
            settler=node.settler,
            settle_by=node.settle_by,
            parked_by=node.parked_by,
            groups=list(node.groups),
            digital=node.digital,
            external=node.external,
            one_voice=node.one_voice,
            accepted_as_is=node.accepted_as_is,
        ),
        **_known(**{"class": node.benefit_class}),
    }


def edge_json(edge: Edge) -> dict[str, Json]:
    """An arrow, without what made it."""
    return {
        "id": edge.id,
        "from": edge.source,
        "to": edge.target,
        "kind": edge.kind,
        "polarity": edge.polarity,
        "support": edge.support,
        "state": edge.state,
    }


def assignment_json(made: Assignment) -> dict[str, Json]:
    """Who answers for a node: a role and an opaque person, never a name."""
    return {
        "node": made.node,
        "role": made.role,
        "state": made.state,
        "by": made.by,
        "co_signed": made.co_signed,
        "proxy": made.proxy,
        **_known(person=made.person, responsible=list(made.responsible)),
    }


def measure_json(measure: Measure) -> dict[str, Json]:
    """How a benefit is counted; values as decimal strings."""
    return {
        "node": measure.node,
        "indicator": measure.indicator,
        "unit": measure.unit,
        "direction": measure.direction,
        "baseline": measure.baseline,
        "baseline_date": measure.baseline_date,
        "baseline_plan": measure.baseline_plan,
        "target": measure.target,
        "target_date": measure.target_date,
        "countable": measure.countable,
        "kroner": measure.kroner,
        **_known(
            card=measure.card,
            population=measure.population,
            base=measure.base,
            case_value=measure.case_value,
            conversion=measure.conversion,
            budget_line=measure.budget_line,
            budget_year=measure.budget_year,
            calculation=measure.calculation,
        ),
    }


def estimate_json(estimate: Estimate) -> dict[str, Json]:
    """What the room thinks a benefit is worth, without the single estimates."""
    return {
        "node": estimate.node,
        "round": estimate.round,
        "n": estimate.n,
        "median": estimate.median,
        "q1": estimate.q1,
        "q3": estimate.q3,
        "spread": estimate.spread,
        "planning": estimate.planning,
        "contested": estimate.contested,
        "thin": estimate.thin,
        "optimism": estimate.optimism,
    }


def challenge_json(challenge: Challenge) -> dict[str, Json]:
    """A challenge and how far it is answered; the answer's words stay in the room."""
    return {
        "id": challenge.id,
        "card": challenge.card,
        "node": challenge.node,
        "state": challenge.state,
    }


def action_json(action: Action) -> dict[str, Json]:
    """Something to do after the game."""
    return {
        "id": action.id,
        "rule": action.rule,
        "by": action.by,
        "done": action.done,
        **_known(node=action.node, seat=action.seat, role=action.role),
    }


def finding_json(finding: Finding) -> dict[str, Json]:
    """A finding with the parameters of its sentence."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "node": finding.node,
        "params": dict(finding.params),
    }


def judged_json(judged: Assessment) -> dict[str, Json]:
    """The part of the content that the rules judge: meters, findings, verdict."""
    return {
        "meters": meters_json(judged.meters),
        "findings": [finding_json(one) for one in judged.findings],
        "verdict": judged.verdict,
    }


def meters_json(meters: Meters) -> dict[str, Json]:
    """The three meters."""
    return {
        "ownership": meters.ownership,
        "realism": meters.realism,
        "citizen_focus": meters.citizen_focus,
    }


def of_nodes(parts: Mapping[str, T], nodes: Mapping[str, Node]) -> list[T]:
    """What belongs to one of the nodes, in the order of the nodes."""
    return [parts[key] for key in in_order(parts) if key in nodes]


def drawn_json(benefit_map: BenefitMap, language: str) -> dict[str, Json]:
    """The part of the content that was made: goals ... actions, without rejected nodes.

    Every list stands in the order of its nodes, so that it does not show who was quickest.
    """
    nodes = {key: one for key, one in benefit_map.nodes.items() if one.state != "rejected"}
    drawn = [nodes[key] for key in in_order(nodes)]
    estimates = (one for row in benefit_map.estimates.values() for one in row)
    return {
        "goals": [node_json(one, language) for one in drawn if one.type == "goal"],
        "nodes": [node_json(one, language) for one in drawn if one.type != "goal"],
        "edges": [
            {**edge_json(one), "provenance": list(one.provenance)}
            for one in sorted(
                benefit_map.edges.values(),
                key=lambda one: (node_number(one.source), node_number(one.target)),
            )
            if one.source in nodes and one.target in nodes
        ],
        "assignments": [assignment_json(one) for one in of_nodes(benefit_map.assignments, nodes)],
        "measures": [measure_json(one) for one in of_nodes(benefit_map.measures, nodes)],
        "estimates": [
            estimate_json(one)
            for one in sorted(estimates, key=lambda one: (node_number(one.node), one.round))
            if one.node in nodes
        ],
        "challenges": [
            challenge_json(benefit_map.challenges[key])
            for key in in_order(benefit_map.challenges)
            if benefit_map.challenges[key].node in nodes
        ],
        "actions": [
            action_json(benefit_map.actions[key])
            for key in in_order(benefit_map.actions)
            if benefit_map.actions[key].node is None or benefit_map.actions[key].node in nodes
        ],
    }


def map_content(state: State, judged: Assessment | None = None) -> dict[str, Json]:
    """The content of the map: what was made, and what was judged (today's rules when not given)."""
    judged = judged or assess(state.map, context(state))
    return {**drawn_json(state.map, state.rules.language), **judged_json(judged)}


def map_bytes(content: Mapping[str, Json]) -> bytes:
    """The one way to write a content: keys sorted, no idle white space, UTF-8."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_hash(content: bytes) -> str:
    """The hash that stands in the record, over exactly the bytes of the content."""
    return f"sha256:{sha256(content).hexdigest()}"


def map_document(
    state: State, content: Mapping[str, Json], *, version: int, seq: int, engine: str
) -> dict[str, Json]:
    """The content with what it belongs to; `seq` is the last event before its version."""
    return {
        "schema": SCHEMA,
        "project": state.rules.project,
        "version": version,
        "game": state.rules.code,
        "seq": seq,
        "engine": engine,
        "hash": content_hash(map_bytes(content)),
        **content,
    }


def _known(**fields: Json) -> dict[str, Json]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, False, [])}
