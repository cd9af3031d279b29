"""What the rules hold against the map: X1-X24 and the V rules, in one fixed order (game.md 6).

X1, X4, X7, X8, X10 and X23 act at once or refuse, and leave no finding. One finding per node and
cause: where an X rule says the same as a V rule, the X rule speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from game import well_formed as v
from game.deck import CARDS
from game.estimates import is_thin, read_signed
from game.model import BenefitMap, Finding, Node
from game.ownership import overloaded
from game.survey import Context, Survey, survey
from game.titles import title_of
from game.variants import Thresholds
from game.words import is_near, is_vague, words

Rule = Callable[[Survey], Iterator[Finding]]

NUMBERS: Final = Thresholds()
SWITCHED_OFF: Final = "C2"
"""The card "Gammel løsning er slukket" (X19)."""


def contested(view: Survey) -> Iterator[Finding]:
    """A contested node needs a named person who settles it by a date (game.md 4)."""
    for node in view.benefits:
        if node.state == "contested" and not (node.settler and node.settle_by):
            yield Finding(rule="contested", level="red", node=node.id)


def x2(view: Survey) -> Iterator[Finding]:
    """X2: a title that promises without saying what changes."""
    for node in view.benefits:
        if node.title is not None and is_vague(node.title):
            yield Finding(rule="X2", level="amber", node=node.id)


def x3(view: Survey) -> Iterator[Finding]:
    """X3: nobody is named as owner of a benefit."""
    for node in view.benefits:
        if v.assignment_state(view, node) in v.UNOWNED:
            yield Finding(rule="X3", level="red", node=node.id)


def x5(view: Survey) -> Iterator[Finding]:
    """X5: the owner of a benefit or change is absent or only nominated."""
    for node in (*view.benefits, *view.changes):
        state = v.assignment_state(view, node)
        if state in ("nominated", "absent"):
            yield Finding(rule="X5", level="amber", node=node.id, params=(("state", state),))


def x6(view: Survey) -> Iterator[Finding]:
    """X6: a miracle gap: a change that nobody has put a name to."""
    for node in view.ghosts:
        yield Finding(rule="X6", level="amber", node=node.id)


def x9(view: Survey) -> Iterator[Finding]:
    """X9: two benefits of one perspective that sound nearly alike; the later one is named."""
    for one, other in near_pairs(view.benefits, view.context):
        yield Finding(rule="X9", level="amber", node=other.id, params=(("other", one.id),))


def near_pairs(benefits: Sequence[Node], context: Context) -> Iterator[tuple[Node, Node]]:
    """X9, BR3: benefits of one perspective that sound nearly alike, each later one once."""
    heard = {node.id: words(title_of(node, context.language)) for node in benefits}
    said: set[str] = set()
    for one, other in combinations(benefits, 2):
        pair = f"{one.id}+{other.id}"
        if one.perspective != other.perspective or other.id in said:
            continue
        if pair not in context.dismissed and is_near(heard[one.id], heard[other.id]):
            said.add(other.id)
            yield one, other


def x11(view: Survey) -> Iterator[Finding]:
    """X11: optimism, in the room or in the business case."""
    for node in view.benefits:
        estimates = view.map.estimates.get(node.id)
        if not estimates:
            continue
        newest, measure = estimates[-1], view.map.measures.get(node.id)
        case = None if measure is None else measure.case_value
        above = case and newest.q3 and read_signed(case) > read_signed(newest.q3)
        if newest.optimism or above:
            yield Finding(rule="X11", level="amber", node=node.id)


def x12(view: Survey) -> Iterator[Finding]:
    """X12: thin evidence: many said "ved ikke"."""
    for node in view.benefits:
        estimates = view.map.estimates.get(node.id)
        if estimates and is_thin(estimates[-1]):
            yield Finding(rule="X12", level="amber", node=node.id)


def x13(view: Survey) -> Iterator[Finding]:
    """X13: a measure without a baseline; red when it is cashable and not even planned."""
    for node in view.benefits:
        measure = view.map.measures.get(node.id)
        if measure is None or measure.baseline is not None:
            continue
        plan = measure.baseline_plan
        red = node.benefit_class == "C" and plan is None
        params = () if plan is None else (("plan", plan),)
        yield Finding(rule="X13", level="red" if red else "amber", node=node.id, params=params)


def x14(view: Survey) -> Iterator[Finding]:
    """X14: no measure when R5 is over."""
    for node in view.benefits:
        if node.id not in view.map.measures:
            yield Finding(rule="X14", level="red", node=node.id)


def x15(view: Survey) -> Iterator[Finding]:
    """X15: a change or benefit that is to come before what leads to it."""
    for node in v.late(view):
        yield Finding(rule="X15", level="amber", node=node.id)


def x16(view: Survey) -> Iterator[Finding]:
    """X16: a cashable benefit without the budget holder's signature."""
    for node in view.benefits:
        assignment = view.map.assignments.get(node.id)
        signed = assignment is not None and assignment.co_signed
        if node.benefit_class == "C" and not signed:
            yield Finding(rule="X16", level="red", node=node.id)


def x17(view: Survey) -> Iterator[Finding]:
    """X17: only money: nothing ends with a citizen or an employee."""
    if view.is_only_money():
        yield Finding(rule="X17", level="amber")


def x18(view: Survey) -> Iterator[Finding]:
    """X18: nobody has named a dis-benefit."""
    if not view.disbenefits:
        yield Finding(rule="X18", level="red")


def x19(view: Survey) -> Iterator[Finding]:
    """X19: something digital comes, and nobody switches the old way off."""
    digital = any(node.digital for node in view.enablers)
    former = view.context.former
    said = (one for node in view.changes for one in (node, *former.get(node.id, ())))
    if digital and not any(_switches_off(one) for one in said):
        yield Finding(rule="X19", level="amber")


def _switches_off(node: Node) -> bool:
    """Whether it is the card, or says the same in either language."""
    title = CARDS[SWITCHED_OFF].title
    return node.card == SWITCHED_OFF or words(node.title or "") in map(words, (title.da, title.en))


def x20(view: Survey) -> Iterator[Finding]:
    """X20: a shopping list: more benefits than anybody can follow."""
    if len(view.benefits) > NUMBERS.shopping_list:
        yield Finding(rule="X20", level="amber")


def x21(view: Survey) -> Iterator[Finding]:
    """X21: one voice: a benefit that only one role group speaks for, and that stays proposed."""
    for node in view.map.nodes.values():
        waiting = node.state in ("proposed", "supported")
        if node.type == "benefit" and node.one_voice and waiting:
            yield Finding(rule="X21", level="amber", node=node.id)


def x22(view: Survey) -> Iterator[Finding]:
    """X22: more than five benefits on one owner; the sixth is named."""
    for nodes in overloaded(view.map).values():
        yield Finding(rule="X22", level="amber", node=nodes[0])


def x24(view: Survey) -> Iterator[Finding]:
    """X24: nobody from operations plays."""
    if not view.context.has_operations():
        yield Finding(rule="X24", level="red")


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("r0", x24),
    ("r1", v.v1),
    ("r3", v.v2),
    ("r3", v.v3),
    ("r2", contested),
    ("r4", x3),
    ("r4", x16),
    ("r5", x14),
    ("r5", x13),
    ("r5", v.v12),
    ("r6", x18),
    ("r2", x2),
    ("r3", x6),
    ("r3", v.v4),
    ("r3", v.v5),
    ("r4", x5),
    ("r4", v.v8),
    ("r4", v.v9),
    ("r4", x22),
    ("r5", v.v10),
    ("r5", x15),
    ("r5", x11),
    ("r5", x12),
    ("r6", v.v11),
    ("r2", x9),
    ("r3", x17),
    ("r3", v.v14),
    ("r3", v.v15),
    ("r3", x19),
    ("r2", x20),
    ("r2", x21),
)
"""The rules in the order they are told, each with the round that must be over first."""


def findings(benefit_map: BenefitMap, context: Context) -> tuple[Finding, ...]:
    """All findings in a fixed order: red ones first, then by rule, then by the order of making."""
    view = survey(benefit_map, context)
    found = [one for after, rule in RULES if context.is_over(after) for one in rule(view)]
    return tuple(sorted(found, key=lambda one: one.level == "amber"))


def sentences_of(rule: str, params: Mapping[str, str], *, is_owned: bool) -> tuple[str, str, str]:
    """The ids of what is said of a finding: what it is, why it counts, what to do.

    Words follow from what is there: a dis-benefit with an owner lacks no owner (V11).
    """
    told = "V11.owned" if rule == "V11" and is_owned else rule
    text = "X13.plan" if rule == "X13" and params.get("plan") else told
    return f"finding.{text}", f"finding.{told}.why", f"finding.{told}.next"
