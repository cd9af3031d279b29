"""The case's own names for what is on the map, whatever labels the room gave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.demo import case
from app.simulated.view import View, each


def key_of(node: Mapping[str, Any]) -> str:
    """The case's own name of a node: `B1`, `C3`, `G2`; whatever label the room gave it."""
    for key, card in case.BENEFITS.items():
        if node["type"] == "benefit" and node["card"] == card:
            return key
    if node["title"] == case.NO_VISIT:
        return "B4"
    if node["ghost"]:
        return "ghost"
    titles = {title: key for key, title in case.CHANGES.items()}
    named = {text: f"D{n}" for n, (_, text, _, _) in enumerate(case.DISBENEFITS, 1)}
    return {**titles, **named}.get(str(node["title"]), str(node["label"]))


def node_ids(view: View) -> dict[str, str]:
    """Node ids by the case's names."""
    return {key_of(node): node["id"] for node in each(view, "node")}


def keys(view: View) -> dict[str, str]:
    """The case's names by node id."""
    return {node["id"]: key_of(node) for node in each(view, "node")}


def accepted(view: View) -> set[str]:
    """The case's names of all nodes with an accepted owner."""
    named = keys(view)
    return {
        named[held["node"]]
        for held in each(view, "assignment")
        if held["state"] == "accepted" and held["node"] in named
    }
