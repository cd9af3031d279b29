"""What everybody may know of the map: nodes, arrows, owners, measures, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from game.decide.challenge_text import challenge_text
from game.decide.titles import action_text, show_title
from game.layout import lay_out
from game.lettering import lines_of
from game.map_json import edge_json, estimate_json, measure_json
from game.measure_words import indicator_words, unit_words
from game.model import Action, Answer, BenefitMap, Challenge, Node, State
from game.say import Name, Value, say
from game.sentences import word
from game.slices.family import EVERYBODY, SHOWN, Family, Parts


def by_id(
    prefix: str,
    part: Callable[[BenefitMap], Mapping[str, Any]],
    make: Callable[[State, str], Value],
    also: Callable[[BenefitMap, Any], Parts] | None = None,
) -> Family:
    """A slice for each entry of a part of the map; `also` is what else its words follow from."""

    def depends(state: State) -> Parts:
        drawn = state.map if also else state.map.nodes
        return (part(state.map), drawn, state.hide_names)

    def items(state: State) -> Mapping[str, Parts]:
        drawn, hidden = state.map, rejected(state)
        return {
            f"{prefix}/{key}": (entry, state.hide_names, *(also(drawn, entry) if also else ()))
            for key, entry in part(drawn).items()
            if not hidden or hidden.isdisjoint(_about(key, entry))
        }

    return Family(
        kinds=EVERYBODY,
        depends=depends,
        items=items,
        make=lambda state, name: make(state, name.partition("/")[2]),
    )


def rejected(state: State) -> set[str]:
    """The nodes that are out of everybody's sight, and take along what is about them."""
    return {node.id for node in state.map.nodes.values() if node.state == "rejected"}


def _about(key: str, entry: object) -> tuple[str, ...]:
    """The nodes that an entry is about."""
    named = (getattr(entry, name, None) for name in ("source", "target", "node"))
    return (key, *(one for one in named if one))


def _challenge_also(drawn: BenefitMap, held: Challenge) -> Parts:
    return (drawn.nodes[held.node], *(each.get(held.node) for each in _figures(drawn)))


def _figures(drawn: BenefitMap) -> tuple[Mapping[str, object], ...]:
    return (drawn.estimates, drawn.measures)


def _action_also(drawn: BenefitMap, action: Action) -> Parts:
    held = drawn.challenges.get(action.id.removeprefix("challenge."))
    return (drawn.nodes.get(action.node or ""), held)


def _node(state: State, node_id: str) -> Value:
    node = state.map.nodes[node_id]
    return {
        "id": node.id,
        "label": node.label,
        "type": node.type,
        "title": show_title(node),
        "card": node.card,
        "perspective": node.perspective,
        "class": node.benefit_class,
        "state": node.state,
        "support": node.support,
        "round": node.round,
        "ghost": node.ghost,
        "by": node.by,
        "digital": node.digital,
        "external": node.external,
        "low": node.low,
        "one_voice": node.one_voice,
        "belief": node.belief,
        "importance": node.importance,
        "settler": node.settler,
        "settle_by": node.settle_by,
        "accepted_as_is": node.accepted_as_is,
    }


def _goal(state: State, node_id: str) -> Value:
    node = state.map.nodes[node_id]
    return {
        "id": node.id,
        "label": node.label,
        "title": show_title(node),
        "state": node.state,
        "low": node.low,
        "fists": _counted(_hands(state, node_id)),
    }


def _hands(state: State, goal_id: str) -> Mapping[str, Answer] | None:
    """The fists for a goal once the room may know them: when R1 has turned them all at once."""
    now = state.round
    if now is None or now.step not in ("revealed", "resolved"):
        return None
    return now.answers.get(f"confirm_goal:{goal_id}")


def _counted(hands: Mapping[str, Answer] | None) -> list[int] | None:
    """How many gave each number of fingers, 0 to 5, and never who."""
    if hands is None:
        return None
    given = [answer.first for answer in hands.values()]
    return [given.count(fingers) for fingers in range(6)]


def _edge(state: State, edge_id: str) -> Value:
    return edge_json(state.map.edges[edge_id])


def _measure(state: State, node_id: str) -> Value:
    measure = state.map.measures[node_id]
    words = {"indicator": indicator_words(measure.indicator), "unit": unit_words(measure.unit)}
    return {**measure_json(measure), **words}


def _estimate(state: State, node_id: str) -> Value:
    newest = state.map.estimates[node_id][-1]
    return {**estimate_json(newest), "unknown": newest.unknown, "values": list(newest.values)}


def _assignment(state: State, node_id: str) -> Value:
    made = state.map.assignments[node_id]
    hidden = state.hide_names or made.person is None
    return {
        "node": made.node,
        "role": made.role,
        "role_title": say(f"role.{made.role}"),
        "person": made.person,
        "name": say(f"role.{made.role}") if hidden else Name(made.person or ""),
        "state": made.state,
        "by": made.by,
        "co_signed": made.co_signed,
        "proxy": made.proxy,
        "seat": made.seat,
        "responsible": list(made.responsible),
    }


def _challenge(state: State, challenge_id: str) -> Value:
    held = state.map.challenges[challenge_id]
    return {
        "id": held.id,
        "card": held.card,
        "node": held.node,
        "text": challenge_text(state, held),
        "state": held.state,
        "answer": held.answer,
    }


def _action(state: State, action_id: str) -> Value:
    found = state.map.actions[action_id]
    return {
        "id": found.id,
        "text": action_text(state.map, found),
        "node": found.node,
        "rule": found.rule,
        "seat": found.seat,
        "role": found.role,
        "by": found.by,
        "done": found.done,
    }


def _note(state: State, note_id: str) -> Value:
    note = state.map.notes[note_id]
    return {
        "id": note.id,
        "node": note.node,
        "kind": note.kind,
        "text": note.text,
        "support": note.support,
    }


def _goals(state: State) -> Mapping[str, Parts]:
    return {
        f"goal/{node.id}": (node, _hands(state, node.id))
        for node in state.map.nodes.values()
        if node.type == "goal" and node.state != "rejected"
    }


@lru_cache(maxsize=1024)
def _same_shape(shape: Parts) -> Parts:
    """The first object equal to `shape`: a map of the same shape is not laid out again."""
    return shape


def _lines(node: Node) -> int:
    """The lines of a node's title; a card's title is longer in one language than in the other."""
    title = show_title(node)
    return max(len(lines_of(word(title, language, {}))) for language in ("da", "en"))


def _shape(drawn: BenefitMap) -> Parts:
    placed = tuple(
        (node.id, node.type, node.perspective, node.state == "parked", _lines(node))
        for node in drawn.nodes.values()
        if node.state != "rejected"
    )
    return _same_shape((placed, tuple(drawn.edges)))


def _layout_items(state: State) -> Mapping[str, Parts]:
    return {"layout": _shape(state.map)}


def _layout(state: State, name: str) -> Value:
    del name
    placed = lay_out(state.map, {one.id: _lines(one) for one in state.map.nodes.values()})
    return {
        "width": placed.width,
        "height": placed.height,
        "nodes": {key: list(box) for key, box in placed.nodes.items()},
        "edges": {key: [list(point) for point in line] for key, line in placed.edges.items()},
        "rows": {key: list(row) for key, row in placed.rows.items()},
        "lanes": {key: list(lane) for key, lane in placed.lanes.items()},
    }


def _player_layout_items(state: State) -> Mapping[str, Parts]:
    return _layout_items(state) if "map" in state.view.split() else {}


DRAWN: tuple[Family, ...] = (
    Family(
        kinds=EVERYBODY,
        depends=lambda state: (state.map.nodes, state.round),
        items=_goals,
        make=lambda state, name: _goal(state, name.partition("/")[2]),
    ),
    by_id("node", lambda drawn: drawn.nodes, _node),
    by_id("edge", lambda drawn: drawn.edges, _edge),
    by_id("measure", lambda drawn: drawn.measures, _measure),
    by_id("estimate", lambda drawn: drawn.estimates, _estimate),
    by_id("assignment", lambda drawn: drawn.assignments, _assignment),
    by_id("challenge", lambda drawn: drawn.challenges, _challenge, _challenge_also),
    by_id("action", lambda drawn: drawn.actions, _action, _action_also),
    by_id("note", lambda drawn: drawn.notes, _note),
    Family(
        kinds=SHOWN,
        depends=lambda state: (state.map.nodes, state.map.edges),
        items=_layout_items,
        make=_layout,
    ),
    Family(
        kinds=frozenset({"player"}),
        depends=lambda state: (state.map.nodes, state.map.edges, state.view),
        items=_player_layout_items,
        make=_layout,
    ),
)
