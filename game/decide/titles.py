"""Making a player's words public: at the end of the round, once the facilitator has seen them."""

from __future__ import annotations

from functools import lru_cache

from game.decide.draft import Draft
from game.events import TitleSet
from game.model import Action, BenefitMap, Node
from game.say import Say, say


def publish_titles(draft: Draft) -> None:
    """Words typed in this round become part of the public record, unless they were rejected."""
    for node_id in draft.round.fresh:
        node = draft.map.nodes.get(node_id)
        if node and node.title is not None and node.state != "rejected":
            draft.add(TitleSet(node=node.id, title=node.title))


def show_title(node: Node) -> Say | str:
    """What people read for a node: its words, or its card's title in the reader's language."""
    if node.title is not None:
        return node.title
    return say(f"card.{node.card}") if node.card else node.label


def show_node(node: Node) -> Say:
    """How a sentence names a node: its label to talk with, and its title when it has one."""
    has_words = node.title is not None or node.card is not None
    return _named(node.label, show_title(node) if has_words else None)


@lru_cache(maxsize=4096)
def _named(label: str, title: Say | str | None) -> Say:
    """Made once: every question about a node names it, and is put anew with every answer."""
    if title is None:
        return say("node.unnamed", label=label)
    return say("node.name", label=label, title=title)


def action_text(drawn: BenefitMap, action: Action) -> Say:
    """What an action asks somebody to do."""
    node = drawn.nodes.get(action.node or "")
    named = show_node(node) if node else ""
    if action.rule == "challenge":
        card = drawn.challenges[action.id.removeprefix("challenge.")].card
        return say("action.challenge", node=named, card=say(f"challenge.{card}"))
    if action.rule == "ghost":
        return say("action.ghost", node=named)
    return say(f"finding.{action.rule}.next", node=named)
