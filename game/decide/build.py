"""BR1-BR4: plays become nodes. The same for effects, changes and dis-benefits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game import events as ev
from game.deal import play_id, tie
from game.decide.draft import Draft
from game.decide.labels import next_label
from game.deck import CARDS, TITLES
from game.errors import RuleError
from game.model import Node, NodeType, Play, State
from game.roles import ROLES
from game.votes import doubled
from game.words import index_titles, joined_card, key

CARD_TITLES = index_titles((card, title) for title, card in TITLES.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Plays that are one node: the same card, or texts that mean the same (BR2, BR3)."""

    key: str
    card: str | None
    plays: tuple[Play, ...]


def make_play(draft: Draft, seat: str, do: str, **fields: str | None) -> Play:
    """A play with its BR1 id, which no order on the network can change."""
    now = draft.round
    what = "|".join((do, *(f"{name}={value}" for name, value in sorted(fields.items()))))
    made = play_id(draft.state.seed, now.id, now.wave, seat, what)
    return Play(id=made, seat=seat, do=do, proxy=draft.seat(seat).proxy, **fields)  # type: ignore[arg-type]  # fields of Play


def put_play(draft: Draft, play: Play) -> None:
    """Lays a play on the table, face down; the same one twice is refused."""
    if any(one.id == play.id for one in draft.round.plays.get(play.seat, ())):
        raise RuleError("card.played")
    draft.add(ev.PlayMade(round=draft.round.id, play=play))


def all_plays(state: State, *does: str) -> tuple[Play, ...]:
    """The plays of the round, of these commands, in BR1 order."""
    if state.round is None:
        return ()
    made = (play for plays in state.round.plays.values() for play in plays)
    return tuple(sorted((play for play in made if play.do in does), key=lambda play: play.id))


def group_plays(plays: Iterable[Play]) -> tuple[Group, ...]:
    """Plays by the node they make, in the order of each group's first play (BR1-BR3)."""
    found: dict[str, list[Play]] = {}
    for play in plays:
        found.setdefault(play_key(play), []).append(play)
    return tuple(
        Group(key=name, card=name.removeprefix("card:") if is_card(name) else None, plays=tuple(g))
        for name, g in found.items()
    )


def is_card(name: str) -> bool:
    """Whether a key is that of a card."""
    return name.startswith("card:")


def play_key(play: Play) -> str:
    """What makes two plays one node (BR2, BR3); a text equal to a card's title joins the card."""
    if play.text is None:
        return f"card:{play.card}"
    return text_key(play.text, play.perspective or "")


def text_key(text: str, perspective: str, kind: NodeType = "change") -> str:
    """The key of a free text (BR3): a benefit's by its perspective, anything else's by its kind.

    So "Antal sager", said of what must change, joins no card that counts something.
    """
    found = joined_card(text, CARD_TITLES)
    card = CARDS[found] if found else None
    if card and (card.perspective == perspective if perspective else card.node_type == kind):
        return f"card:{card.id}"
    return key(text, perspective)


def node_key(node: Node) -> str:
    """The key of a node on the map, so that later plays find it."""
    if node.card and node.card != "blank":
        return f"card:{node.card}"
    return text_key(node.title or "", node.perspective or "", node.type)


def find_node(draft: Draft, name: str, kind: NodeType) -> Node | None:
    """The node of this key and type that stands on the map already, hidden ones included.

    Else the one that these words or this card became, by a rename or a merge.
    """
    nodes = [node for node in draft.map.nodes.values() if node.type == kind]
    standing = (node for node in nodes if node_key(node) == name)
    former = draft.state.former
    became = (node for node in nodes if name in map(node_key, former.get(node.id, ())))
    return next(standing, None) or next(became, None)


def best_text(group: Group) -> str | None:
    """BR4: the best wording; None for a card, which has its own."""
    return None if group.card else best_words(group)


def best_words(group: Group) -> str:
    """BR4: the wording with most support, then the first in BR1 order."""
    said: dict[str, set[str]] = {}
    for play in group.plays:
        said.setdefault(play.text or "", set()).add(play.seat)
    return max(said, key=lambda text: len(said[text]))


def groups_of(state: State, seats: Iterable[str]) -> tuple[str, ...]:
    """The role groups these seats speak for, sorted."""
    return tuple(sorted({ROLES[state.seats[seat].role].group for seat in seats}))


def back_node(
    draft: Draft, node: Node, seats: Iterable[str], goals: Mapping[str, str] | None = None
) -> Node:
    """The node with these seats behind it, as it now stands on the map."""
    behind = draft.state.supporters.get(node.id, frozenset()) | set(seats)
    draft.add(ev.SupportersSet(node=node.id, seats=tuple(sorted(behind)), goals=goals or None))
    state = node.state
    if state == "proposed" and len(behind) >= draft.variant.thresholds.supporters:
        state = "supported"
    backed = replace(
        draft.map.nodes[node.id],
        support=len(behind),
        groups=groups_of(draft.state, behind),
        state=state,
    )
    draft.add(ev.NodeSet(node=replace(backed, title=None), why="BR2"))
    return draft.map.nodes[node.id]


def make_node(draft: Draft, group: Group, node: Node) -> Node:
    """A new node of this group: `node` gives its type and what its card says."""
    seats = sorted({play.seat for play in group.plays})
    text = best_text(group)
    made = replace(
        node,
        id=draft.new_node_id(),
        label=next_label(draft.map, node.type, node.perspective),
        card=group.card or node.card,
        title=None,
        support=len(seats),
        groups=groups_of(draft.state, seats),
        round=draft.round.id,
        provenance=(*(f"play:{play.id}" for play in group.plays), *node.provenance),
    )
    draft.add(ev.NodeMade(node=made, text=text), ev.SupportersSet(node=made.id, seats=tuple(seats)))
    return draft.map.nodes[made.id]


def node_tie(state: State, node: Node) -> str:
    """BR1: what decides between nodes that are otherwise equal."""
    return tie(state.seed, node_key(node))


def by_importance(state: State, nodes: Iterable[Node]) -> list[Node]:
    """The most important nodes first, as the room voted; BR1 decides between equals."""
    return sorted(nodes, key=lambda node: (-doubled(node.importance), node_tie(state, node)))
