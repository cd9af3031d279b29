"""The map looked over once, for all rules that judge it: what counts, where it leads, who plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.benefit_map import Graph, counted, graph, is_end, is_named_change, reach
from game.model import BenefitMap, Node, State
from game.roles import ROLES

ROUNDS: Final = ("r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the rules must know beside the map: which rounds are over, and who plays."""

    rounds_over: frozenset[str] = frozenset(ROUNDS)
    roles: Mapping[str, str] = field(default_factory=dict)
    """The role of each seat that plays."""
    language: str = "da"
    dismissed: frozenset[str] = frozenset()
    """Merge suggestions the facilitator said no to, as `n1+n2`."""
    former: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """What a node was before a rename, and what was merged into it."""

    def is_over(self, round_key: str) -> bool:
        """Whether that round, or a later one, has been resolved."""
        return round_key in self.rounds_over

    def has_operations(self) -> bool:
        """X24: whether anybody from operations plays."""
        return any(ROLES[role].group == "operations" for role in self.roles.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The map with its graph and its counted nodes, in the order of making."""

    map: BenefitMap
    context: Context
    graph: Graph
    goals: tuple[Node, ...]
    benefits: tuple[Node, ...]
    ends: tuple[Node, ...]
    changes: tuple[Node, ...]
    """Changes that have been named; a ghost is not one yet (X6)."""
    ghosts: tuple[Node, ...]
    disbenefits: tuple[Node, ...]
    enablers: tuple[Node, ...]
    led_to: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """What `has_change` has found: it is asked again and again, and nodes and edges stay."""

    def upstream(self, node: Node) -> tuple[Node, ...]:
        """The nodes that lead to this one, near and far."""
        return tuple(self.map.nodes[one] for one in reach(node.id, self.graph.before))

    def downstream(self, node: Node) -> tuple[Node, ...]:
        """The nodes that this one leads to, near and far."""
        return tuple(self.map.nodes[one] for one in reach(node.id, self.graph.after))

    def has_change(self, node: Node) -> bool:
        """V3: whether a named change leads here."""
        found = self.led_to.get(node.id)
        if found is None:
            found = any(is_named_change(one) for one in self.upstream(node))
            self.led_to[node.id] = found
        return found

    def is_only_money(self) -> bool:
        """X17: benefits, and none that ends with a citizen or an employee."""
        return bool(self.benefits) and not any(
            node.perspective in ("citizens", "employees") for node in self.ends
        )


def context(state: State) -> Context:
    """The context of the game as it stands.

    A closed game has every round behind it, and so has the map that a follow-up starts from.
    """
    over = {past.n for past in state.past}
    if state.round is not None and state.round.step == "resolved":
        over.add(state.round.n)
    whole = state.phase == "closed" or state.rules.kind == "follow_up"
    last = len(ROUNDS) if whole else max(over, default=-1)
    return Context(
        rounds_over=frozenset(ROUNDS[: last + 1]),
        roles={seat.id: seat.role for seat in state.seats.values() if seat.plays},
        language=state.rules.language,
        dismissed=state.dismissed,
        former=state.former,
    )


def survey(benefit_map: BenefitMap, context: Context) -> Survey:
    """The map looked over once."""
    links = graph(benefit_map)
    benefits = counted(benefit_map, "benefit")
    changes = counted(benefit_map, "change")
    return Survey(
        map=benefit_map,
        context=context,
        graph=links,
        goals=counted(benefit_map, "goal"),
        benefits=benefits,
        ends=tuple(node for node in benefits if is_end(benefit_map, links, node.id)),
        changes=tuple(node for node in changes if not node.ghost),
        ghosts=tuple(node for node in changes if node.ghost),
        disbenefits=counted(benefit_map, "disbenefit"),
        enablers=counted(benefit_map, "enabler"),
    )
