"""Why a meter stands where it stands (`reason.*`), and why a verdict is what it is (`because.*`).

Short enough to stand under a meter on the wall: nodes are known by their labels.
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "reason.others": ("{n} til", "{n} more"),
    "reason.ownership.owner.got": (
        "{nodes} har fået ejer",
        "{nodes} {nodes|has|have} an owner now",
    ),
    "reason.ownership.owner.lacks": ("{nodes} mangler ejer", "{nodes} {nodes|lacks|lack} an owner"),
    "reason.ownership.disbenefit.got": ("En ulempe er nævnt", "A dis-benefit is named"),
    "reason.ownership.disbenefit.lacks": (
        "Ingen ulempe er nævnt",
        "No dis-benefit is named",
    ),
    "reason.realism.measure.got": (
        "{nodes} har fået måling",
        "{nodes} {nodes|has|have} a measure now",
    ),
    "reason.realism.measure.lacks": (
        "{nodes} mangler måling",
        "{nodes} {nodes|lacks|lack} a measure",
    ),
    "reason.realism.baseline.got": (
        "{nodes} har fået nulpunkt",
        "{nodes} {nodes|has|have} a baseline now",
    ),
    "reason.realism.baseline.lacks": (
        "{nodes} mangler nulpunkt",
        "{nodes} {nodes|lacks|lack} a baseline",
    ),
    "reason.realism.target.got": (
        "{nodes} har fået måltal og dato",
        "{nodes} {nodes|has|have} a target and date",
    ),
    "reason.realism.target.lacks": (
        "{nodes} mangler måltal og dato",
        "{nodes} {nodes|lacks|lack} a target and date",
    ),
    "reason.realism.change.got": (
        "{nodes} har fået en forandring",
        "{nodes} {nodes|has|have} a change now",
    ),
    "reason.realism.change.lacks": (
        "{nodes} mangler en forandring",
        "{nodes} {nodes|lacks|lack} a change",
    ),
    "reason.realism.challenge.got": (
        "{nodes} holdt i modvinden",
        "{nodes} stood up to the headwind",
    ),
    "reason.realism.challenge.lacks": (
        "{nodes} mangler svar på modvinden",
        "{nodes} {nodes|has|have} not met the headwind",
    ),
    "reason.realism.estimate.got": (
        "{nodes} har fået et sikkert skøn",
        "{nodes} {nodes|has|have} a settled estimate",
    ),
    "reason.realism.estimate.lacks": (
        "{nodes} mangler et sikkert skøn",
        "{nodes} {nodes|lacks|lack} a settled estimate",
    ),
    "reason.citizen_focus.measured.got": (
        "Borgernes gevinster bliver målt",
        "What citizens gain is measured",
    ),
    "reason.citizen_focus.measured.lacks": (
        "For få borgergevinster bliver målt",
        "Too few citizen benefits are measured",
    ),
    "reason.citizen_focus.examined.got": (
        "Vi ved, hvem {nodes} rammer",
        "We know whom {nodes} {nodes|affects|affect}",
    ),
    "reason.citizen_focus.examined.lacks": (
        "Hvem rammer {nodes}?",
        "Whom {nodes|does|do} {nodes} affect?",
    ),
    "reason.citizen_focus.baseline.got": (
        "{nodes} har fået nulpunkt",
        "{nodes} {nodes|has|have} a baseline now",
    ),
    "reason.citizen_focus.baseline.lacks": (
        "{nodes} mangler nulpunkt",
        "{nodes} {nodes|lacks|lack} a baseline",
    ),
    "reason.up": ("Der er færre huller i kortet", "The map has fewer holes"),
    "reason.down": ("Der er kommet flere huller i kortet", "The map has more holes"),
    "reason.full": ("Intet mangler", "Nothing is missing"),
    "because.ready": (
        "Alle tre målere er mindst {needed}, og intet er rødt.",
        "All three meters are at least {needed}, and nothing is red.",
    ),
    "because.meter": (
        "{meter} er {points}. {aim} kræver {needed}.",
        "{meter} is {points}. {aim} needs {needed}.",
    ),
    "aim.ready": ("Et klart kort", "A ready map"),
    "aim.conditional": ("Et betinget klart kort", "A conditionally ready map"),
    "because.open": (
        "{n} {n|rødt flag mangler|røde flag mangler} en, der tager {n|det|dem}.",
        "{n} red {n|flag needs|flags need} somebody to take {n|it|them}.",
    ),
    "because.taken": (
        "{n} {n|rødt flag har|røde flag har} fået navn og dato.",
        "{n} red {n|flag has|flags have} a name and a date.",
    ),
    "because.contested": (
        "Rummet er delt om {nodes}.",
        "The room is split about {nodes}.",
    ),
}
