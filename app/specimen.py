"""A card of the map for each state there is, and an arrow of each kind: fixed, and of no game."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from app.i18n import N_, words

CITIZENS, PROCESSES, FINANCE, EMPLOYEES = "citizens", "processes", "finance", "employees"
MEASURE: Final = {"unit": "min", "baseline": "14", "target": "8", "target_date": "2027-12-01"}


@dataclass(frozen=True)
class Specimen:
    """A card of the map, and the words under it: what its looks say."""

    id: str
    label: str
    title: str
    says: str
    type: str = "benefit"
    perspective: str | None = CITIZENS
    owner: str | None = "accepted"
    finding: tuple[str, str, str] | None = None
    has_storm: bool = False
    more: dict[str, Any] = field(default_factory=dict)


RED: Final = ("X14", "red", N_("Der er ingen måling."))
AMBER: Final = ("X13", "amber", N_("Der er kun en plan for nulpunktet."))
NODES: Final = (
    Specimen(
        "n1",
        "B1",
        N_("Kortere besøg pr. ansøgning"),
        N_("Borgere: med på kortet, ejeren har sagt ja"),
    ),
    Specimen(
        "n2",
        "P1",
        N_("Færre mangelfulde ansøgninger"),
        N_("Processer: foreslået, ejeren har ikke svaret"),
        perspective=PROCESSES,
        owner="nominated",
        more={"state": "proposed"},
    ),
    Specimen(
        "n3",
        "Ø1",
        N_("Frigjort kapacitet"),
        N_("Økonomi: støttet, ejeren er ikke til stede"),
        perspective=FINANCE,
        owner="absent",
        more={"state": "supported"},
    ),
    Specimen(
        "n4",
        "M1",
        N_("Mere jævn belastning"),
        N_("Medarbejdere: forældreløs, en åben ring"),
        perspective=EMPLOYEES,
        owner=None,
    ),
    Specimen(
        "n5",
        "Ø2",
        N_("Lavere lønbudget i Borgerservice"),
        N_("Omstridt: skraveret, og ordet står på"),
        perspective=FINANCE,
        more={"state": "contested"},
    ),
    Specimen(
        "n6",
        "P2",
        N_("Kortere ekspedition pr. sag"),
        N_("Parkeret: falmet og lagt til side"),
        perspective=PROCESSES,
        owner=None,
        more={"state": "parked"},
    ),
    Specimen(
        "n7",
        "B2",
        N_("Kortere tid til ledig tid"),
        N_("Rødt fund: et flag med reglens nummer"),
        finding=RED,
    ),
    Specimen(
        "n8",
        "M2",
        N_("Mere tid til borgere, der behøver hjælp"),
        N_("Gult fund: et flag i omrids"),
        perspective=EMPLOYEES,
        finding=AMBER,
    ),
    Specimen("n9", "B3", N_("Højere tilfredshed"), N_("Modvind uden svar: et lyn"), has_storm=True),
    Specimen(
        "n10",
        "C1",
        N_("Borgeren udfylder hjemmefra før besøg"),
        N_("Forandring"),
        type="change",
        perspective=None,
    ),
    Specimen(
        "n11",
        "?1",
        "",
        N_("En forandring, ingen har sat navn på: stiplet"),
        type="change",
        perspective=None,
        owner=None,
        more={"ghost": True, "state": "proposed"},
    ),
    Specimen(
        "n12",
        "E1",
        N_("Digital ansøgning med genbrugte data"),
        N_("Leverance"),
        type="enabler",
        perspective=None,
        owner=None,
        more={"by": "2027-03-01"},
    ),
    Specimen(
        "n13",
        "D1",
        N_("Svær for borgere uden MitID"),
        N_("Ulempe"),
        type="disbenefit",
        perspective=None,
    ),
    Specimen(
        "n14",
        "G1",
        N_("Enkel og hurtig borgerservice"),
        N_("Formål, bekræftet"),
        type="goal",
        perspective=None,
        owner=None,
    ),
    Specimen(
        "n15",
        "G2",
        N_("Bidrag til effektiviseringsstrategien"),
        N_("Formål, som nogen er i tvivl om"),
        type="goal",
        perspective=None,
        owner=None,
        more={"low": True},
    ),
    Specimen(
        "n16",
        "P3",
        N_("Arbejdsmarkedsuddannelsesadministrationens sagsbehandlingstidsopgørelser"),
        N_("De længste ord"),
        perspective=PROCESSES,
    ),
)
"""Every kind of card and every state of it."""
EDGES: Final[tuple[tuple[str, str, str, dict[str, str]], ...]] = (
    ("n10", "n1", N_("Bekræftet"), {}),
    ("n10", "n2", N_("Ikke bekræftet endnu"), {"state": "dashed"}),
    ("n10", "n13", N_("Fører til en ulempe"), {"polarity": "-"}),
    ("n10", "n13", N_("Afbøder en ulempe"), {"kind": "mitigates"}),
)


def specimen(language: str) -> dict[str, Any]:
    """The slices of this map, by name."""
    say = words(language).gettext
    shown: dict[str, Any] = {}
    for one in NODES:
        shown |= _about(one, say)
    found = [
        {
            "node": one.id,
            "rule": one.finding[0],
            "level": one.finding[1],
            "text": say(one.finding[2]),
        }
        for one in NODES
        if one.finding
    ]
    return {
        **shown,
        "meters": {"findings": found, "ownership": 92, "realism": 58, "citizen_focus": 24},
    }


def arrows(language: str) -> list[dict[str, Any]]:
    """Two cards and the arrow between them, one of each kind."""
    say = words(language).gettext
    plain = {"kind": "leads_to", "polarity": "+", "state": "solid"}
    return [
        {
            "says": say(says),
            "edge": {"id": f"{tail}>{head}", "from": tail, "to": head, **plain, **more},
        }
        for tail, head, says, more in EDGES
    ]


def _about(one: Specimen, say: Callable[[str], str]) -> dict[str, Any]:
    node = {"id": one.id, "label": one.label, "type": one.type, "perspective": one.perspective}
    title = say(one.title) if one.title else ""
    about: dict[str, Any] = {
        f"node/{one.id}": {**node, "title": title, "state": "accepted", "support": 5, **one.more}
    }
    if one.owner:
        about[f"assignment/{one.id}"] = {
            "node": one.id,
            "role": "unit_manager",
            "name": "Mette Lund",
            "state": one.owner,
            "by": "2027-12-01",
        }
    if one.type == "benefit" and one.finding is not RED:
        about[f"measure/{one.id}"] = {"node": one.id, **MEASURE}
    if one.has_storm:
        storm = {"id": "c1", "card": "U1", "node": one.id, "text": "", "state": "open"}
        about["challenge/c1"] = storm
    return about
