"""What is different between two maps: made, gone, changed (game.md 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.benefit_map import in_order
from game.model import BenefitMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One part of the map that is not as it was.

    `part` is `nodes`, `edges`, `assignments`, `measures` or `estimates`; `change` is `made`,
    `gone` or `changed`.
    """

    part: str
    id: str
    change: str


def difference(before: BenefitMap, after: BenefitMap) -> tuple[Difference, ...]:
    """What changed from one map to the other, part by part, in the order of making."""
    return (
        *_compare("nodes", before.nodes, after.nodes),
        *_compare("edges", before.edges, after.edges),
        *_compare("assignments", before.assignments, after.assignments),
        *_compare("measures", before.measures, after.measures),
        *_compare("estimates", before.estimates, after.estimates),
    )


def _compare(
    part: str, before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[Difference, ...]:
    found = []
    for key in in_order({**before, **after}):
        if key not in before:
            found.append(Difference(part=part, id=key, change="made"))
        elif key not in after:
            found.append(Difference(part=part, id=key, change="gone"))
        elif before[key] != after[key]:
            found.append(Difference(part=part, id=key, change="changed"))
    return tuple(found)
