"""The next game starts from the newest map (game.md 1): a map's content as events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from game import events as ev
from game.deck import CARDS
from game.model import (
    EMPTY,
    Action,
    Assignment,
    Challenge,
    Edge,
    Estimate,
    Measure,
    Node,
    State,
)

Content = Mapping[str, Sequence[Mapping[str, Any]]]
"""The content keys of `gevinstspil.map/1` that were made: goals ... actions."""


def carried(content: Content, language: str, last: State = EMPTY) -> Iterator[ev.Event]:
    """The events that lay the map out again, as it stood: nodes first, then what hangs on them.

    Owners stay persons of the project; the seats they had belong to a game that is over. `last` is
    that game as it wrote the content, with what stays out of it and still holds.
    """
    for node in (*content["goals"], *content["nodes"]):
        yield ev.NodeMade(node=_node(node, language))
    for edge in content["edges"]:
        drawn = {**edge, "source": edge["from"], "target": edge["to"]}
        yield ev.EdgeLinked(edge=_read(Edge, drawn), why="carried")
    for made in content["assignments"]:
        yield ev.AssignmentSet(assignment=_read(Assignment, {**made, "seat": None}), why="carried")
    for measure in content["measures"]:
        yield ev.MeasureSet(measure=_read(Measure, measure), why="carried")
    unknown = {
        (one.node, one.round): one.unknown for row in last.map.estimates.values() for one in row
    }
    for estimate in content["estimates"]:
        known = {"unknown": unknown.get((estimate["node"], estimate["round"]), 0), **estimate}
        yield ev.EstimateSettled(estimate=_read(Estimate, known))
    for challenge in content["challenges"]:
        yield ev.ChallengeSet(challenge=_read(Challenge, challenge))
    for action in content["actions"]:
        yield ev.ActionSet(action=_read(Action, {**action, "seat": None}))
    nodes = {node["id"] for node in content["nodes"]}
    for key in sorted(last.map.notes):
        note = last.map.notes[key]
        if note.kind == "minority" and note.text and note.node in nodes:
            yield ev.NoteAdded(note=replace(note, text=None), text=note.text)
    for pair in sorted(last.dismissed):
        yield ev.MergeDismissed(nodes=pair)
    for rule, text in last.map.reasons.items():
        yield ev.ReasonGiven(rule=rule, text=text)


def _node(node: Mapping[str, Any], language: str) -> Node:
    """A node as it was; an unrenamed card is shown in the reader's language again."""
    card = CARDS.get(node.get("card") or "")
    titles = (card.title.da if language == "da" else card.title.en) if card else None
    title = None if node["title"] in (titles, "") else node["title"]
    read: Node = _read(Node, {**node, "title": title, "benefit_class": node.get("class")})
    return read


def _read(noun: Any, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a noun of the model
    """The noun with these values; what JSON lists is a tuple here."""
    names = {field.name for field in fields(noun)}
    return noun(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in values.items()
            if name in names
        }
    )
