"""The PAS case of game.md 11 as a benefit map, made by hand."""

from __future__ import annotations

from game.model import (
    Action,
    Assignment,
    BenefitMap,
    Challenge,
    Edge,
    Estimate,
    Measure,
    Node,
)
from game.survey import Context

YEAR = "2027"
SEATS = {
    "s_01": "head_of_operations",
    "s_02": "unit_manager",
    "s_03": "team_lead",
    "s_04": "process_owner",
    "s_05": "staff_rep",
    "s_06": "budget_holder",
    "s_07": "citizen_rep",
    "s_08": "project_manager",
}
SEAT_OF = {role: seat for seat, role in SEATS.items()}
ROOM = Context(roles=SEATS)

CARDS = (
    # id, label, type, title, perspective, class
    ("n1", "G1", "goal", "Enkel og hurtig borgerservice", None, None),
    ("n2", "G2", "goal", "Bidrag til effektiviseringsstrategien", None, None),
    ("n3", "E1", "enabler", "Digital ansøgning med genbrugte data", None, None),
    ("n4", "E2", "enabler", "Selvbetjent foto- og fingeraftryksstation", None, None),
    ("n5", "E3", "enabler", "Udleveringsskab med MitID", None, None),
    ("n6", "E4", "enabler", "Tidsbestilling koblet til bemanding", None, None),
    ("n7", "C1", "change", "Borgeren udfylder hjemmefra før besøg", None, None),
    ("n8", "C2", "change", "Medarbejderen går fra ekspedient til vært", None, None),
    ("n9", "C3", "change", "Bemanding følger bookingkurven", None, None),
    ("n10", "C4", "change", "Pas hentes i skab uden for åbningstid", None, None),
    ("n11", "B1", "benefit", "Kortere besøg pr. ansøgning", "citizens", "N"),
    ("n12", "B2", "benefit", "Kortere tid til ledig tid", "citizens", "N"),
    ("n13", "B3", "benefit", "Højere tilfredshed", "citizens", "N"),
    ("n14", "P1", "benefit", "Kortere ekspedition pr. sag", "processes", "T"),
    ("n15", "P2", "benefit", "Færre mangelfulde ansøgninger", "processes", "N"),
    ("n16", "M1", "benefit", "Mere jævn belastning", "employees", "N"),
    ("n17", "M2", "benefit", "Mere tid til borgere, der behøver hjælp", "employees", "T"),
    ("n18", "Ø1", "benefit", "Frigjort kapacitet", "finance", "T"),
    ("n19", "Ø2", "benefit", "Lavere lønbudget i Borgerservice", "finance", "C"),
    ("n20", "D1", "disbenefit", "Sværere for borgere uden MitID", "citizens", "N"),
    ("n21", "D2", "disbenefit", "Dyk i produktivitet de første 8 uger", "processes", "N"),
    ("n22", "C5", "change", "Hjælp til dem, der ikke kan selv", None, None),
)
ID = {label: node_id for node_id, label, *_ in CARDS}
ENABLERS_BY = {"E1": "03-01", "E2": "05-01", "E3": "06-01", "E4": "04-01"}

ARROWS = """E1>C1 E2>C2 E4>C3 E3>C4 C1>P2 C1>P1 C2>P1 C2>M2 C3>B2 C3>M1 C4>B2 P1>B1 P1>Ø1 P2>B1
Ø1>Ø2 Ø1>M2 B1>B3 B2>B3 B1>G1 B2>G1 B3>G1 M1>G1 M2>G1 Ø2>G2 E2>D1 C2>D2"""
DASHED = {"C3>M1", "C4>B2"}

OWNERS = {
    "G1": "director",
    "G2": "director",
    "C1": "process_owner",
    "C2": "team_lead",
    "C3": "unit_manager",
    "C5": "unit_manager",
    "B1": "unit_manager",
    "B2": "unit_manager",
    "B3": "unit_manager",
    "P1": "team_lead",
    "P2": "process_owner",
    "M1": "team_lead",
    "Ø1": "head_of_operations",
    "Ø2": "head_of_operations",
    "D1": "unit_manager",
    "D2": "team_lead",
}
PROMISED = {"C1": "06-01", "C2": "06-01", "C3": "06-01", "C4": "06-01"}

MEASURES = {
    # label: unit, direction, baseline, plan, target
    "B1": ("min", "down", "14", None, "8"),
    "B2": ("dage", "down", None, f"{YEAR}-02-01", "5"),
    "B3": ("1–5", "up", "4.0", None, "4.4"),
    "P1": ("min/sag", "down", "11", None, "6"),
    "P2": ("%", "down", "9", None, "3"),
    "M2": ("timer", "up", None, f"{YEAR}-02-01", "1500"),
    "Ø1": ("timer", "up", "0", None, "3750"),
    "Ø2": ("mio. kr/år", "up", "0", None, "0.75"),
    "D1": ("antal", "down", "0", None, "0"),
    "D2": ("%", "up", "-10", None, "0"),
}
UNANSWERED = {"M2", "Ø1"}


def pas_map() -> BenefitMap:
    """The map as the table and the notes under it give it."""
    benefits = [label for _, label, kind, *_ in CARDS if kind == "benefit"]
    made = {label: _assignment(label, role) for label, role in OWNERS.items()}
    made["C4"] = Assignment(
        node=ID["C4"],
        role="head_of_operations",
        state="nominated",
        person="p_head_of_operations",
        seat=SEAT_OF["head_of_operations"],
    )
    made["M2"] = Assignment(
        node=ID["M2"], role="head_of_operations", state="absent", person="p_fagchef", seat="s_10"
    )
    edges = [*map(_edge, ARROWS.split()), _edge("C5>D1", "mitigates")]
    return BenefitMap(
        nodes={card[0]: _node(*card) for card in CARDS},
        edges={edge.id: edge for edge in edges},
        assignments={one.node: one for one in made.values()},
        measures={ID[label]: _measure(label) for label in MEASURES},
        estimates={ID[label]: (_estimate(label),) for label in benefits},
        challenges={f"u{ID[label][1:]}": _challenge(label) for label in benefits},
        actions={
            "a1": Action(
                id="a1", rule="X14", node=ID["M1"], seat=SEAT_OF["team_lead"], by=f"{YEAR}-02-01"
            )
        },
    )


def measured_m1() -> Measure:
    """The measure that M1 lacks."""
    return Measure(
        node=ID["M1"],
        indicator="Spids i forhold til snit",
        unit="spids/snit",
        direction="down",
        baseline="1.8",
        target="1.3",
        target_date=f"{YEAR}-12-01",
    )


def _node(node_id, label, kind, title, perspective, benefit_class) -> Node:
    by = ENABLERS_BY.get(label)
    return Node(
        id=node_id,
        label=label,
        type=kind,
        title=title,
        card="C8" if label == "C5" else None,
        perspective=perspective,
        benefit_class=benefit_class,
        support=2,
        by=f"{YEAR}-{by}" if by else None,
        digital=label == "E1",
        approved_by="director" if kind == "goal" else None,
        accepted_as_is=label == "D2",
    )


def _edge(arrow: str, kind="leads_to") -> Edge:
    source, target = (ID[label] for label in arrow.split(">"))
    return Edge(
        id=f"{source}>{target}",
        source=source,
        target=target,
        kind=kind,
        state="dashed" if arrow in DASHED else "solid",
    )


def _assignment(label: str, role: str) -> Assignment:
    by = PROMISED.get(label)
    return Assignment(
        node=ID[label],
        role=role,
        state="accepted",
        person=f"p_{role}",
        seat=SEAT_OF.get(role),
        by=f"{YEAR}-{by}" if by else None,
        co_signed=label == "Ø2",
        co_signer=SEAT_OF["budget_holder"] if label == "Ø2" else None,
    )


def _measure(label: str) -> Measure:
    unit, direction, baseline, plan, target = MEASURES[label]
    cashable = label == "Ø2"
    return Measure(
        node=ID[label],
        indicator=f"Måling af {label}",
        unit=unit,
        direction=direction,
        baseline=baseline,
        baseline_plan=plan,
        target=target,
        target_date=f"{int(YEAR) + 1 if label in {'Ø1', 'Ø2'} else YEAR}-12-01",
        base="12" if cashable else None,
        budget_line="Borgerservice løn" if cashable else None,
        budget_year=str(int(YEAR) + 1) if cashable else None,
        chosen_by=SEAT_OF["unit_manager"] if label == "M2" else None,
        kroner=cashable,
    )


def _estimate(label: str) -> Estimate:
    cashable = label == "Ø2"
    return Estimate(
        node=ID[label],
        round=2 if cashable else 1,
        n=8,
        unknown=0,
        median="0.75" if cashable else "5",
        q1="0.675" if cashable else "4.5",
        q3="0.7625" if cashable else "5.5",
        spread="0.12" if cashable else "0.20",
        planning="0.675" if cashable else "4.5",
        contested=False,
    )


def _challenge(label: str) -> Challenge:
    return Challenge(
        id=f"u{ID[label][1:]}",
        card="U12" if label == "Ø2" else "U9",
        node=ID[label],
        state="open" if label in UNANSWERED else "answered",
    )
