"""The starter deck: one hundred cards that fit most municipal projects.

A default measure is the one that is cheapest to get and still says whether the effect came; its
direction is the way *that measure* moves, so "fewer errors" and "higher data quality" both take the
error rate down.
"""

from typing import Final, Literal

from game.cards import Card, ChallengeKind, Direction, Need, Text
from game.model import BenefitClass, Perspective
from game.roles import ROLES

UNITS: Final = {
    "dage": "days",
    "min": "min",
    "min/sag": "min/case",
    "timer": "hours",
    "antal": "count",
    "pr. år": "per year",
    "pr. dag": "per day",
    "%": "%",
    "% omgjort": "% overturned",
    "% til tiden": "% on time",
    "score": "score",
    "1–5": "1–5",
    "0–4": "0–4",
    "kr": "DKK",
    "kr/år": "DKK/yr",
    "kr/anlæg": "DKK/asset",
    "kg": "kg",
    "spids/snit": "peak/mean",
}
"""Units as they stand after a figure, Danish to English."""

ALONE: Final = {
    "pr. år": ("antal pr. år", "number per year"),
    "pr. dag": ("antal pr. dag", "number per day"),
}
"""Units that want a word before them where no figure stands there, as at the foot of a card."""

LETTERS: Final[dict[str, Perspective]] = {
    "B": "citizens",
    "P": "processes",
    "O": "finance",
    "M": "employees",
}


def _effect(  # noqa: PLR0913, PLR0917 - a row of the table of effects
    card_id: str,
    da: str,
    en: str,
    unit: str,
    benefit_class: BenefitClass,
    direction: Direction,
    measure: str,
) -> Card:
    return Card(
        id=card_id,
        family="effect",
        title=Text(da, en),
        perspective=LETTERS[card_id[0]],
        benefit_class=benefit_class,
        unit=Text(unit, UNITS[unit]),
        direction=direction,
        measure=measure,
    )


def _change(card_id: str, da: str, en: str, node_type: Literal["change", "enabler"]) -> Card:
    return Card(id=card_id, family="change", title=Text(da, en), node_type=node_type)


def _measure(card_id: str, da: str, en: str, unit: str) -> Card:
    return Card(id=card_id, family="measure", title=Text(da, en), unit=Text(unit, UNITS[unit]))


def _challenge(card_id: str, da: str, en: str, kind: ChallengeKind, *needs: Need) -> Card:
    return Card(
        id=card_id, family="challenge", title=Text(da, en), kind=kind, needs=("text", *needs)
    )


EFFECTS: Final = (
    _effect("B1", "Hurtigere svar på ansøgning", "Faster decision", "dage", "N", "down", "I6"),
    _effect("B2", "Kortere ventetid", "Shorter wait", "min", "N", "down", "I6"),
    _effect(
        "B3", "Færre henvendelser pr. sag", "Fewer contacts per case", "antal", "N", "down", "I2"
    ),
    _effect("B4", "Flere klarer det selv online", "More self-serve online", "%", "N", "up", "I3"),
    _effect("B5", "Færre fejl i min sag", "Fewer errors in my case", "%", "N", "down", "I4"),
    _effect(
        "B6", "Klarere status undervejs", "Clearer status on the way", "score", "Q", "up", "I12"
    ),
    _effect("B7", "Højere tilfredshed", "Higher satisfaction", "1–5", "N", "up", "I5"),
    _effect(
        "B8",
        "Lettere adgang for ikke-digitale",
        "Easier access for non-digital citizens",
        "%",
        "N",
        "up",
        "I12",
    ),
    _effect("B9", "Færre klager", "Fewer complaints", "pr. år", "N", "down", "I10"),
    _effect(
        "B10", "Færre gener fra vejarbejde", "Less roadworks nuisance", "timer", "N", "down", "I1"
    ),
    _effect(
        "B11", "Renere og tryggere byrum", "Cleaner, safer public space", "score", "Q", "up", "I12"
    ),
    _effect("B12", "Større medbestemmelse lokalt", "More local say", "%", "Q", "up", "I12"),
    _effect("P1", "Kortere sagstid", "Shorter handling time", "min/sag", "T", "down", "I1"),
    _effect("P2", "Færre overleveringer", "Fewer hand-overs", "antal", "N", "down", "I2"),
    _effect("P3", "Færre genindtastninger", "Less re-keying", "antal", "T", "down", "I2"),
    _effect("P4", "Flere rigtige første gang", "Higher right-first-time", "%", "N", "down", "I4"),
    _effect("P5", "Kortere gennemløbstid", "Shorter lead time", "dage", "N", "down", "I6"),
    _effect("P6", "Færre hastesager", "Fewer rush jobs", "antal", "N", "down", "I2"),
    _effect(
        "P7", "Mere ensartede afgørelser", "More consistent rulings", "% omgjort", "N", "down", "I4"
    ),
    _effect("P8", "Højere datakvalitet", "Higher data quality", "%", "N", "down", "I4"),
    _effect("P9", "Færre forgæves ture", "Fewer wasted trips", "antal", "T", "down", "I2"),
    _effect(
        "P10", "Mere forudsigelig planlægning", "Steadier planning", "% til tiden", "N", "up", "I11"
    ),
    _effect("P11", "Lavere CO2 pr. opgave", "Lower CO2 per task", "kg", "N", "down", "I12"),
    _effect(
        "P12", "Færre sikkerhedshændelser", "Fewer security incidents", "antal", "N", "down", "I2"
    ),
    _effect("O1", "Lavere lønudgift i driften", "Lower payroll budget", "kr/år", "C", "down", "I7"),
    _effect(
        "O2", "Lavere it- og licensudgift", "Lower IT and licence cost", "kr", "C", "down", "I7"
    ),
    _effect(
        "O3", "Lavere udgift til porto og print", "Lower postage and print", "kr", "C", "down", "I7"
    ),
    _effect("O4", "Færre konsulenttimer", "Fewer consultant hours", "kr", "C", "down", "I7"),
    _effect("O5", "Lavere energiudgift", "Lower energy cost", "kr", "C", "down", "I7"),
    _effect("O6", "Lavere vedligeholdsudgift", "Lower upkeep cost", "kr/anlæg", "C", "down", "I7"),
    _effect("O7", "Højere gebyrindtægt", "Higher fee income", "kr", "C", "up", "I7"),
    _effect(
        "O8",
        "Undgået merudgift ved befolkningsvækst",
        "Growth cost avoided",
        "kr",
        "A",
        "down",
        "I7",
    ),
    _effect(
        "O9", "Frigjort kapacitet flyttes", "Freed capacity reassigned", "timer", "T", "up", "I8"
    ),
    _effect("O10", "Færre fejlrettelser", "Lower rework cost", "kr", "C", "down", "I7"),
    _effect("O11", "Færre kvadratmeter", "Less floor space", "kr", "C", "down", "I7"),
    _effect("O12", "Færre erstatninger", "Fewer compensations", "kr", "C", "down", "I7"),
    _effect("M1", "Mere tid til kerneopgaven", "More time for core work", "timer", "T", "up", "I8"),
    _effect("M2", "Hurtigere oplæring", "Quicker onboarding", "dage", "N", "down", "I12"),
    _effect("M3", "Færre afbrydelser", "Fewer interruptions", "pr. dag", "N", "down", "I12"),
    _effect("M4", "Lavere sygefravær", "Lower sick leave", "%", "N", "down", "I9"),
    _effect("M5", "Højere trivsel", "Higher well-being", "score", "N", "up", "I5"),
    _effect(
        "M6", "Færre konflikter ved skranken", "Fewer desk conflicts", "antal", "N", "down", "I12"
    ),
    _effect("M7", "Større faglig indflydelse", "More professional say", "score", "Q", "up", "I12"),
    _effect("M8", "Mindre fysisk belastning", "Less physical strain", "score", "N", "down", "I12"),
    _effect("M9", "Mere jævn belastning", "Evener workload", "spids/snit", "N", "down", "I2"),
    _effect(
        "M10", "Færre systemer pr. opgave", "Fewer systems per task", "antal", "N", "down", "I12"
    ),
    _effect("M11", "Højere fastholdelse", "Higher retention", "%", "N", "up", "I12"),
    _effect(
        "M12", "Klarere billede af gevinsten", "Clearer view of the gain", "score", "Q", "up", "I12"
    ),
)

ROLE_TITLES: Final = {
    "director": Text("Direktør", "Executive director"),
    "chair": Text("Styregruppeformand (projektejer)", "Steering-group chair"),
    "head_of_operations": Text("Driftschef", "Head of operations"),
    "unit_manager": Text("Enhedsleder", "Unit manager"),
    "team_lead": Text("Teamleder", "Team lead"),
    "budget_holder": Text("Budgetansvarlig", "Budget holder"),
    "change_owner": Text("Forandringsejer", "Change owner"),
    "controller": Text("Gevinstcontroller (målermand)", "Benefits controller"),
    "process_owner": Text("Procesejer", "Process owner"),
    "specialist": Text("Fagspecialist", "Subject specialist"),
    "staff_rep": Text("Medarbejderrepræsentant (TR/MED)", "Staff representative"),
    "citizen_rep": Text("Borgerrepræsentant", "Citizen representative"),
    "project_manager": Text("Projektleder", "Project manager"),
    "system_owner": Text("It-systemejer", "IT system owner"),
    "supplier": Text("Leverandør", "Supplier"),
    "partner": Text("Samarbejdspartner (anden forvaltning)", "Partner authority"),
}

OWNERS: Final = tuple(
    Card(id=role.card, family="role", title=ROLE_TITLES[role.id], role=role.id)
    for role in ROLES.values()
)

CHANGES: Final = (
    _change("C1", "Ny arbejdsgang er i brug", "New workflow in use", "change"),
    _change("C2", "Gammel løsning er slukket", "Old solution switched off", "change"),
    _change("C3", "Borgerne bruger den nye kanal", "Citizens use the new channel", "change"),
    _change("C4", "Bemandingsplan er ændret", "Staffing plan changed", "change"),
    _change("C5", "Opgaven er flyttet", "Task moved to another role", "change"),
    _change("C6", "Beslutninger tages tættere på borgeren", "Decisions delegated", "change"),
    _change("C7", "Ugentlig opfølgning hos ledelsen", "Weekly management follow-up", "change"),
    _change("C8", "Hjælp til dem, der ikke kan selv", "Assisted channel in place", "change"),
    _change("C9", "Medarbejdere er oplært", "Staff trained", "enabler"),
    _change("C10", "Data er på plads", "Data in place", "enabler"),
    _change("C11", "Integration virker", "Integration works", "enabler"),
    _change("C12", "Aftale eller hjemmel findes", "Agreement or legal basis", "enabler"),
)

MEASURES: Final = (
    _measure("I1", "Tid pr. sag, stikprøve", "Time per case, sample", "min"),
    _measure("I2", "Antal sager", "Case volume", "pr. år"),
    _measure("I3", "Andel digitale", "Digital share", "%"),
    _measure("I4", "Fejlrate", "Error rate", "%"),
    _measure("I5", "Tilfredshed", "Satisfaction", "1–5"),
    _measure("I6", "Median ventetid", "Median wait", "dage"),
    _measure("I7", "Beløb på budgetkonto", "Amount on budget line", "kr"),
    _measure("I8", "Frigjorte timer", "Hours freed", "timer"),
    _measure("I9", "Sygefravær", "Sick leave", "%"),
    _measure("I10", "Klager", "Complaints", "antal"),
    _measure("I11", "Andel til tiden", "Share on time", "%"),
    _measure("I12", "Observeret før/efter, rubrik 0–4", "Observed before–after rubric", "0–4"),
)

CHALLENGES: Final = (
    _challenge(
        "U1",
        "Om to år udeblev gevinsten – hvorfor?",
        "Two years on it never came – why?",
        "premortem",
    ),
    _challenge("U2", "Hvem mister noget?", "Who loses?", "who_loses"),
    _challenge("U3", "Tæller vi to gange?", "Counting twice?", "count_twice", "nodes"),
    _challenge("U4", "Er det en aktivitet?", "Is it an activity?", "activity"),
    _challenge("U5", "Hvem slukker det gamle?", "Who switches off the old way?", "switch_off"),
    _challenge("U6", "Hvad bruges timerne til?", "Where do the hours go?", "conversion"),
    _challenge("U7", "Er målingen prisen værd?", "Worth measuring?", "cheaper_measure"),
    _challenge("U8", "Hvad skete sidst?", "What happened last time?", "last_time", "value"),
    _challenge("U9", "Hvor kom nulpunktet fra?", "Where is the baseline from?", "source"),
    _challenge("U10", "Ejeren skifter job", "The owner leaves", "deputy", "role"),
    _challenge("U11", "Kun halvdelen bruger det", "Only half use it", "half_adoption"),
    _challenge("U12", "Vil borgeren mærke det?", "Will the citizen notice?", "citizen_notice"),
)

CARDS: Final = (*EFFECTS, *OWNERS, *CHANGES, *MEASURES, *CHALLENGES)
