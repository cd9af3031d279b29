"""What is known, wanted and said in the passport case: data for its players.

Benefits are known by the card that was played, changes by their words, the rest by label.
All figures are illustrative, invented for the example.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SEED: Final = "pas-9693"
"""A seed that gives the map the labels of the book: ids are made by rule, and so are labels."""
TITLE: Final = "Nyt pas uden ventetid"
PURPOSE: Final = (
    "Borgerne får deres pas hurtigt og enkelt, og medarbejderne får tid til dem, der behøver hjælp."
)
ORGANISATION: Final = "Københavns Borgerservice"
GOALS: Final = (
    {"text": "Enkel og hurtig borgerservice", "approved_by": "director"},
    {"text": "Bidrag til effektiviseringsstrategien", "approved_by": "director"},
)
ENABLERS: Final = (
    {"text": "Digital ansøgning med genbrugte data", "by": "2027-03-01", "digital": True},
    {"text": "Selvbetjent foto- og fingeraftryksstation", "by": "2027-05-01"},
    {"text": "Udleveringsskab med MitID", "by": "2027-06-01"},
    {"text": "Tidsbestilling koblet til bemanding", "by": "2027-04-01"},
)
PLAYERS: Final = (
    ("head_of_operations", "Karen"),
    ("unit_manager", "Mette"),
    ("team_lead", "Jonas"),
    ("process_owner", "Amira"),
    ("staff_rep", "Lars"),
    ("budget_holder", "Birgit"),
    ("citizen_rep", "Yusuf"),
    ("project_manager", "Sofie"),
)
ABSENT: Final = (("system_owner", "Systemejer"), ("head_of_operations", "Fagchef"))

NO_VISIT: Final = "Ingen borgere behøver møde op"
BENEFITS: Final[Mapping[str, str]] = {
    "B1": "B2", "B2": "B1", "B3": "B7", "P1": "P1", "P2": "P4",
    "M1": "M9", "M2": "M1", "Ø1": "O9", "Ø2": "O1",
}  # fmt: skip
"""The map's labels and the cards that were played for them."""
TITLES: Final[Mapping[str, str]] = {
    "B1": "Kortere besøg pr. ansøgning",
    "B2": "Kortere tid til ledig tid",
    "P1": "Kortere ekspedition pr. sag",
    "P2": "Færre mangelfulde ansøgninger",
    "M2": "Mere tid til borgere, der behøver hjælp",
    "Ø1": "Frigjort kapacitet",
    "Ø2": "Lavere lønbudget i Borgerservice",
}
SERVES: Final[Mapping[str, str]] = {
    "B1": "G1", "B2": "G1", "B3": "G1", "M1": "G1", "M2": "G1", "Ø2": "G2", "B4": "G1",
}  # fmt: skip
IMPORTANCE: Final[Mapping[str, int]] = {
    "Ø2": 5, "B1": 5, "P1": 5, "Ø1": 4, "B2": 4, "B3": 3, "M2": 4, "P2": 3, "M1": 3, "B4": 4,
}  # fmt: skip
CHANGES: Final[Mapping[str, str]] = {
    "C1": "Borgeren udfylder hjemmefra før besøg",
    "C2": "Medarbejderen går fra ekspedient til vært",
    "C3": "Bemanding følger bookingkurven",
    "C4": "Pas hentes i skab uden for åbningstid",
    "C5": "Hjælp til dem, der ikke kan selv",
}
PROPOSED: Final = (
    ("C1", "E1", ("process_owner", "citizen_rep")),
    ("C1", "P2", ("process_owner", "citizen_rep")),
    ("C1", "P1", ("process_owner", "staff_rep")),
    ("C2", "E2", ("team_lead", "staff_rep")),
    ("C2", "P1", ("team_lead", "staff_rep")),
    ("C2", "M2", ("team_lead", "staff_rep")),
    ("C3", "E4", ("unit_manager", "staff_rep")),
    ("C3", "B2", ("unit_manager", "citizen_rep")),
    ("C3", "M1", ("staff_rep",)),
    ("C4", "E3", ("head_of_operations", "citizen_rep")),
    ("C4", "B2", ("citizen_rep",)),
)
"""Change, what it is for, and who proposes it: two role groups draw a solid arrow (BR6)."""
LINKS: Final[Mapping[str, tuple[str, str]]] = {
    "project_manager": ("E1", "Ø2"),
    "team_lead": ("P1", "B1"),
    "head_of_operations": ("P1", "Ø1"),
    "process_owner": ("P2", "B1"),
    "budget_holder": ("Ø1", "Ø2"),
    "unit_manager": ("Ø1", "M2"),
    "citizen_rep": ("B1", "B3"),
    "staff_rep": ("B2", "B3"),
}
"""One free link each. The project manager's has no change in it: a ghost stands between (X6)."""
DOUBTED: Final = (("C3", "M1"), ("C4", "B2"))
"""The arrows the room does not believe in: they stay dashed."""
OWNERS: Final[Mapping[str, str]] = {
    "B1": "unit_manager", "B2": "unit_manager", "B3": "unit_manager", "P1": "team_lead",
    "P2": "process_owner", "M1": "team_lead", "Ø1": "head_of_operations",
    "Ø2": "head_of_operations", "C1": "process_owner", "C2": "team_lead", "C3": "unit_manager",
}  # fmt: skip
NAMED: Final = (("staff_rep", "C4", "Karen"), ("unit_manager", "M2", "Fagchef"))
"""Nominations: by whom, for what, who. Karen does not answer; Fagchef is not there."""
BY: Final[Mapping[str, str]] = {
    "C1": "2027-06-01", "C2": "2027-06-01", "C3": "2027-06-01", "C5": "2027-06-01",
    "Ø1": "2028-12-01", "Ø2": "2028-12-01",
}  # fmt: skip
BY_DEFAULT: Final = "2027-12-01"
BASELINE_DATE: Final = "2027-01-15"
MEASURES: Final[Mapping[str, Mapping[str, str]]] = {
    "B1": {"indicator": "Tid i huset pr. ansøgning, stikprøve", "unit": "min", "direction": "down",
           "baseline": "14", "target": "8"},
    "B2": {"indicator": "Tid til første ledige tid, median", "unit": "dage", "direction": "down",
           "baseline_plan": "2027-02-01", "target": "5"},
    "B3": {"indicator": "Tilfredshed efter besøg", "unit": "1–5", "direction": "up",
           "baseline": "4.0", "target": "4.4"},
    "P1": {"indicator": "Tid ved skranken pr. sag, stikprøve", "unit": "min", "direction": "down",
           "baseline": "11", "target": "6"},
    "P2": {"indicator": "Ansøgninger, der mangler noget", "unit": "%", "direction": "down",
           "baseline": "9", "target": "3"},
    "M2": {"indicator": "Timer til borgere med behov for hjælp", "unit": "timer/år",
           "direction": "up", "baseline_plan": "2027-02-01", "target": "1500",
           "conversion": "1,0 årsværk går til borgere, der behøver hjælp"},
    "Ø1": {"indicator": "Frigjorte timer", "unit": "timer/år", "direction": "up", "baseline": "0",
           "target": "3750", "calculation": "60.000 ansøgninger × 75 % × 5 min",
           "conversion": "1,5 årsværk til budgettet, 1,0 til borgere, der behøver hjælp"},
    "Ø2": {"indicator": "Lønudgift på budgetkontoen", "unit": "mio. kr.", "direction": "up",
           "baseline": "0", "target": "0.75", "base": "12.0", "budget_line": "Borgerservice løn",
           "budget_year": "2028", "calculation": "1,5 årsværk × 500.000 kr."},
}  # fmt: skip
UNMEASURED: Final = "M1"
"""The benefit nobody chooses a measure for: its owner takes that with a date at the end (X14)."""
ESTIMATES: Final[Mapping[str, tuple[str, ...]]] = {
    "B1": ("5", "6", "6", "6", "6", "7", "6", "6"),
    "B2": ("5", "5", "6", "5", "5", "5", "6", "5"),
    "B3": ("0.3", "0.4", "0.4", "0.4", "0.4", "0.4", "0.4", "0.3"),
    "P1": ("5", "5", "4", "5", "5", "5", "5", "5"),
    "P2": ("6", "6", "6", "5", "6", "6", "6", "6"),
    "M1": ("0.4", "0.4", "0.5", "0.4", "0.4", "0.4", "0.5", "0.4"),
    "M2": ("1500", "1500", "1400", "1500", "1500", "1500", "1500", "1600"),
    "Ø1": ("3750", "3600", "3750", "3750", "3500", "3750", "3750", "4000"),
    "Ø2": ("0.75", "0.6", "0.5", "0.9", "0.75", "1.2", "1.5", "2.0"),
    "B4": ("60000", "50000", "60000", "60000", "50000", "60000", "60000", "60000"),
}
"""Estimates in the order of PLAYERS. Those of Ø2 lie far apart at first."""
SECOND_ESTIMATES: Final[Mapping[str, tuple[str, ...]]] = {
    "Ø2": ("0.75", "0.6", "0.6", "0.75", "0.7", "0.75", "0.8", "0.9"),
}
DISBENEFITS: Final = (
    ("citizen_rep", "Sværere for borgere uden MitID", "citizens", "E2"),
    ("staff_rep", "Dyk i produktivitet de første 8 uger", "employees", "C2"),
)
UNANSWERED: Final = ("M2", "Ø1")
"""The benefits whose challenge nobody answers: it becomes an action."""
PREMORTEMS: Final = (
    "Vagtplanen blev aldrig lagt om",
    "Borgerne kendte ikke den nye løsning",
    "Skabet stod stille halvdelen af tiden",
    "Ingen målte, hvordan det gik før",
)
ANSWER: Final = "Vi har talt det igennem med driften og skrevet det ind i planen."
NO_VISIT_ANSWER: Final = "Nej: fingeraftryk og underskrift skal stadig gives ved skranken."
REASON: Final = "Borgeren skal stadig møde frem: fingeraftryk og underskrift gives ved skranken."
GHOST_REASON: Final = "Vejen går gennem C1 og C2."
AFTERWARDS: Final[Mapping[str, Mapping[str, str]]] = {
    "D1": {"indicator": "Ekstra afvisninger ved skranken", "unit": "antal", "direction": "down",
           "baseline": "0", "target": "0"},
    "D2": {"indicator": "Produktivitet mod før", "unit": "%", "direction": "up",
           "baseline": "-10", "target": "0"},
}  # fmt: skip
"""What the owners of dis-benefits fill in from their phones after closing."""
