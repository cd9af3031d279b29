"""How long a game is, and every number its rules compare with.

A rule asks its variant instead of holding a number itself. The minutes of a round hold the briefing
and the recap too: `open_s`, `revealed_s` and `wave_s` are the timers inside them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal, NamedTuple

SecondRound = Literal["none", "contested", "end_benefits"]


class Share(NamedTuple):
    """A part of a whole to compare counts with, without ever dividing."""

    part: int
    whole: int

    def is_reached(self, count: int, of: int) -> bool:
        """Whether count of `of` is this share or more."""
        return count * self.whole >= of * self.part

    def is_exceeded(self, count: int, of: int) -> bool:
        """Whether count of `of` is more than this share."""
        return count * self.whole > of * self.part


QUARTER: Final = Share(1, 4)
THREE_TENTHS: Final = Share(3, 10)
HALF: Final = Share(1, 2)
THREE_FIFTHS: Final = Share(3, 5)


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """A round of the run sheet. `revealed_s` 0: the reveal is skipped; `wave_s` 0: no second wave.

    The re-vote of R2 has its own time in the variant.
    """

    id: str
    n: int
    minutes: int
    open_s: int
    revealed_s: int = 0
    wave_s: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The numbers that are the same in every variant, by the rule that reads them."""

    # GR1, GR2: plays and hands.
    plays_shared: int = 24
    plays_least: int = 2
    plays_most: int = 4
    small_room: int = 6
    hand_per_perspective: int = 2
    hand_per_perspective_small_room: int = 3
    blank_length: int = 60
    note_length: int = 140
    # GR5: changes and links.
    asked_per_benefit: int = 3
    asked_per_benefit_least: int = 2
    enablers_per_phone_small_room: int = 2
    free_links: int = 1
    # 2.1: how long a step waits past its end for who asked for more time.
    more_time_s: int = 60
    longest_step_s: int = 86_400
    # GR7, BR9: estimates.
    thin_estimators: int = 3
    fewest_estimates: int = 3
    spread: Share = HALF
    unknown_contested: Share = HALF
    unknown_thin: Share = THREE_TENTHS
    measure_judges: int = 2
    optimism_room: int = 12
    optimism_factor: int = 3
    # GR8: challenges.
    judges: int = 3
    not_enough: Share = HALF
    adoption: Share = HALF
    # GR10, GR11, votes.
    low_fist: int = 3
    rewordings: int = 3
    merge_suggestions: int = 6
    sampled_above: int = 12
    rated_least: int = 10
    rated_per_node: int = 8
    camp: Share = QUARTER
    camp_size: int = 2
    camp_low: int = 1
    camp_high: int = 4
    median: int = 3
    few_votes: int = 4
    very_few_votes: int = 2
    supporters: int = 2
    belief_that_seconds: int = 4
    # BR3, BR6, BR8.
    alike: Share = THREE_FIFTHS
    edge_asked: int = 3
    edge_solid: Share = THREE_FIFTHS
    edge_groups: int = 2
    talked_through: int = 3
    # Findings and meters.
    owner_load: int = 5
    shopping_list: int = 12
    fewest_benefits: int = 4
    citizen_measures: int = 2
    citizen_cap: int = 40
    ready: int = 70
    conditional: int = 50
    moves: int = 2
    weight_benefit: int = 2
    weight_other: int = 1
    owned_nominated: Decimal = Decimal("0.5")
    owned_absent: Decimal = Decimal("0.25")
    owned_overload: Decimal = Decimal("0.5")
    realism_measure: Decimal = Decimal("0.2")
    realism_baseline: Decimal = Decimal("0.2")
    realism_plan: Decimal = Decimal("0.1")
    realism_target: Decimal = Decimal("0.1")
    realism_change: Decimal = Decimal("0.2")
    realism_challenge: Decimal = Decimal("0.2")
    realism_estimate: Decimal = Decimal("0.1")
    citizen_measured: Decimal = Decimal("0.4")
    citizen_examined: Decimal = Decimal("0.3")
    citizen_baseline: Decimal = Decimal("0.3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What a next move costs, in minutes (game.md 7)."""

    measure: int = 3
    baseline: int = 3
    owner: int = 2
    challenge: int = 1
    plan: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A length of game: its rounds, and what it must leave out to fit."""

    name: str
    minutes: int
    rounds: tuple[RoundPlan, ...]
    # R2
    effects_wave: bool = False
    second_s: int = 60
    voted_nodes: int = 24
    voted_per_perspective: int = 4
    benefits: int = 12
    benefits_per_perspective: int = 2
    revote_talks: int = 2
    revote_talk_s: int = 120
    revote_s: int = 60
    goal_talk_s: int = 60
    # R3
    changes: int = 12
    ghosts: int = 5
    disbenefits: int = 6
    asks_about_edges: bool = True
    # R4
    owner_talks: int = 10
    owner_talk_s: int = 60
    # R5
    room_estimates: int = 5
    estimate_talks: int = 2
    estimate_talk_s: int = 60
    second_round: SecondRound = "contested"
    # R6
    premortem: bool = True
    mitigations: bool = False
    cards_read_aloud: int = 4
    # R7
    action_days: int = 10
    thresholds: Thresholds = Thresholds()
    costs: Costs = Costs()

    def round(self, round_id: str) -> RoundPlan | None:
        """The plan of a round, or None where this variant leaves it out."""
        return next((plan for plan in self.rounds if plan.id == round_id), None)


STANDARD75: Final = Variant(
    name="standard75",
    minutes=75,
    rounds=(
        RoundPlan("r0", 0, 4, open_s=180),
        RoundPlan("r1", 1, 5, open_s=120, revealed_s=120),
        RoundPlan("r2", 2, 14, open_s=210, revealed_s=240),
        RoundPlan("r3", 3, 9, open_s=240, revealed_s=210),
        RoundPlan("r4", 4, 14, open_s=90, revealed_s=690),
        RoundPlan("r5", 5, 14, open_s=390, revealed_s=210, wave_s=150),
        RoundPlan("r6", 6, 10, open_s=150, revealed_s=390),
        RoundPlan("r7", 7, 5, open_s=240),
    ),
)

SHORT30: Final = replace(
    STANDARD75,
    name="short30",
    minutes=30,
    rounds=(
        RoundPlan("r0", 0, 2, open_s=90),
        RoundPlan("r1", 1, 3, open_s=75, revealed_s=60),
        RoundPlan("r2", 2, 7, open_s=150, revealed_s=150),
        RoundPlan("r4", 4, 6, open_s=60, revealed_s=240),
        RoundPlan("r5", 5, 5, open_s=210, revealed_s=45),
        RoundPlan("r6", 6, 4, open_s=60, revealed_s=135),
        RoundPlan("r7", 7, 3, open_s=135),
    ),
    voted_nodes=12,
    voted_per_perspective=2,
    benefits=6,
    benefits_per_perspective=1,
    revote_talks=0,
    asks_about_edges=False,
    owner_talks=2,
    room_estimates=2,
    estimate_talks=0,
    second_round="none",
    premortem=False,
    cards_read_aloud=1,
)

STANDARD60: Final = replace(
    STANDARD75,
    name="standard60",
    minutes=60,
    rounds=(
        RoundPlan("r0", 0, 3, open_s=120),
        RoundPlan("r1", 1, 4, open_s=100, revealed_s=80),
        RoundPlan("r2", 2, 12, open_s=210, revealed_s=240),
        RoundPlan("r3", 3, 9, open_s=240, revealed_s=210),
        RoundPlan("r4", 4, 11, open_s=90, revealed_s=480),
        RoundPlan("r5", 5, 9, open_s=270, revealed_s=90, wave_s=90),
        RoundPlan("r6", 6, 8, open_s=130, revealed_s=280),
        RoundPlan("r7", 7, 4, open_s=180),
    ),
    revote_talks=1,
    owner_talks=5,
    room_estimates=3,
    estimate_talks=1,
    cards_read_aloud=2,
)

EXTENDED90: Final = replace(
    STANDARD75,
    name="extended90",
    minutes=90,
    rounds=(
        RoundPlan("r0", 0, 4, open_s=180),
        RoundPlan("r1", 1, 5, open_s=120, revealed_s=120),
        RoundPlan("r2", 2, 17, open_s=210, revealed_s=270, wave_s=120),
        RoundPlan("r3", 3, 10, open_s=270, revealed_s=240),
        RoundPlan("r4", 4, 15, open_s=90, revealed_s=750),
        RoundPlan("r5", 5, 20, open_s=420, revealed_s=270, wave_s=390),
        RoundPlan("r6", 6, 14, open_s=180, revealed_s=570),
        RoundPlan("r7", 7, 5, open_s=240),
    ),
    effects_wave=True,
    owner_talks=11,
    second_round="end_benefits",
    mitigations=True,
)

FOLLOW_UP: Final = (
    RoundPlan("f1", 1, 8, open_s=300, revealed_s=120),
    RoundPlan("f2", 2, 5, open_s=240),
    RoundPlan("f3", 3, 9, open_s=420),
    RoundPlan("f4", 4, 6, open_s=300),
    RoundPlan("f5", 5, 8, open_s=180, revealed_s=240),
    RoundPlan("f6", 6, 4, open_s=180),
)
"""The rounds of a follow-up, in the order of the rules (game.md 9)."""

VARIANTS: Final[Mapping[str, Variant]] = {
    plan.name: plan for plan in (SHORT30, STANDARD60, STANDARD75, EXTENDED90)
}


def variant(name: str) -> Variant:
    """The variant of that name."""
    return VARIANTS[name]
