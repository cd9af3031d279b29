"""What a round came to (GR9), and the cheapest next moves (`move.*`), made by rule."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "recap.r0.seats": (
        "{n} {n|deltager|deltagere} er med.",
        "{n} {n|participant is|participants are} here.",
    ),
    "recap.r0.missing": (
        "Vi mangler {roles}.",
        "We are missing {roles}.",
    ),
    "missing.operations": ("nogen fra driften", "somebody from operations"),
    "missing.budget_holder": ("den budgetansvarlige", "the budget holder"),
    "missing.citizens": ("en, der taler for borgerne", "somebody who speaks for citizens"),
    "recap.r1.goals": (
        "Vi går efter {n} formål.",
        "We are playing for {n} {n|goal|goals}.",
    ),
    "recap.r1.low": (
        "Der er ikke fuld opbakning til {n} formål.",
        "Not everybody is behind {n} {n|goal|goals}.",
    ),
    "recap.r1.agreed": (
        "Alle står bag {n|formålet|formålene}.",
        "Everybody stands behind the {n|goal|goals}.",
    ),
    "recap.r2.played": (
        "{plays} kort blev til {n} {n|gevinst|gevinster}.",
        "{plays} {plays|card|cards} became {n} {n|benefit|benefits}.",
    ),
    "recap.r2.contested": (
        "Rummet er delt om {n} {n|gevinst|gevinster}. Det er godt at vide nu.",
        "The room is split about {n} {n|benefit|benefits}. That is good to know now.",
    ),
    "recap.r2.parked": (
        "{n} {n|gevinst ligger|gevinster ligger} på parkeringspladsen.",
        "{n} {n|benefit is|benefits are} in the parking lot.",
    ),
    "recap.r2.no_citizens": (
        "Ingen af gevinsterne er for borgerne.",
        "None of the benefits are for citizens.",
    ),
    "recap.r3.changes": (
        "Der skal {n} {n|forandring|forandringer} til.",
        "It takes {n} {n|change|changes}.",
    ),
    "recap.r3.ghosts": (
        "{n} {n|forandring mangler|forandringer mangler} stadig et navn.",
        "{n} {n|change still has|changes still have} no name.",
    ),
    "recap.r3.unreached": (
        "{n} {n|gevinst har|gevinster har} ingen forandring bag sig.",
        "{n} {n|benefit has|benefits have} no change behind {n|it|them}.",
    ),
    "recap.r4.owned": (
        "{n} {n|gevinst har|gevinster har} fået en ejer.",
        "{n} {n|benefit has|benefits have} found an owner.",
    ),
    "recap.r4.waiting": (
        "{n} {n|gevinst venter|gevinster venter} på et ja.",
        "{n} {n|benefit waits|benefits wait} for a yes.",
    ),
    "recap.r4.orphans": (
        "{n} {n|gevinst|gevinster} mangler ejer.",
        "{n} {n|benefit lacks|benefits lack} an owner.",
    ),
    "recap.r4.unsigned": (
        "{n} {n|gevinst venter|gevinster venter} på den budgetansvarliges underskrift.",
        "{n} {n|benefit waits|benefits wait} for the budget holder's signature.",
    ),
    "recap.r4.all_owned": (
        "Alle gevinster har en ejer.",
        "Every benefit has an owner.",
    ),
    "recap.r5.measured": (
        "{n} {n|gevinst kan|gevinster kan} måles.",
        "{n} {n|benefit|benefits} can be measured.",
    ),
    "recap.r5.unmeasured": (
        "{n} {n|gevinst har|gevinster har} ingen måling.",
        "{n} {n|benefit has|benefits have} no measure.",
    ),
    "recap.r5.baselines": (
        "{n} {n|gevinst mangler|gevinster mangler} et nulpunkt.",
        "{n} {n|benefit lacks|benefits lack} a baseline.",
    ),
    "recap.r5.contested": (
        "Om {n} {n|gevinst|gevinster} er tallene langt fra hinanden.",
        "For {n} {n|benefit|benefits} the figures are far apart.",
    ),
    "recap.r6.answered": (
        "{n} modvindskort fik et svar, der holder.",
        "{n} {n|challenge|challenges} got an answer that holds.",
    ),
    "recap.r6.open": (
        "{n} modvindskort er blevet til {n|en handling|handlinger}.",
        "{n} {n|challenge has become an action|challenges have become actions}.",
    ),
    "recap.r6.disbenefits": (
        "Rummet nævnte {n} {n|ulempe|ulemper}.",
        "The room named {n} {n|dis-benefit|dis-benefits}.",
    ),
    "recap.r6.no_disbenefits": (
        "Ingen har nævnt en ulempe endnu.",
        "Nobody has named a dis-benefit yet.",
    ),
    "recap.r7.signed": (
        "{n} {n|ejer har|ejere har} skrevet under.",
        "{n} {n|owner has|owners have} signed.",
    ),
    "recap.r7.actions": (
        "{n} {n|handling har|handlinger har} en ejer og en dato.",
        "{n} {n|action has|actions have} an owner and a date.",
    ),
    "recap.r7.unowned": (
        "{n} {n|handling|handlinger} mangler stadig en, der tager {n|den|dem}.",
        "{n} {n|action|actions} still {n|needs|need} somebody to take {n|it|them}.",
    ),
    "recap.r7.reds": (
        "{n} ting er stadig {n|rød|røde}.",
        "{n} {n|thing is|things are} still red.",
    ),
    "recap.verdict.ready": (
        "Kortet er klar. Nu begynder høsten.",
        "The map is ready. Now the harvest begins.",
    ),
    "recap.verdict.conditional": (
        "Kortet er betinget klar: Det røde har en ejer og en dato.",
        "The map is conditionally ready: what is red has an owner and a date.",
    ),
    "recap.verdict.draft": (
        "Kortet er en kladde. Se de næste skridt.",
        "The map is a draft. See the next moves.",
    ),
    "move.measure": (
        "{minutes} {minutes|minut|minutter} på en måling for {label}",
        "{minutes} {minutes|minute|minutes} on a measure for {label}",
    ),
    "move.baseline": (
        "{minutes} {minutes|minut|minutter} på et nulpunkt for {label}",
        "{minutes} {minutes|minute|minutes} on a baseline for {label}",
    ),
    "move.owner": (
        "{minutes} {minutes|minut|minutter} på en ejer til {label}",
        "{minutes} {minutes|minute|minutes} on an owner for {label}",
    ),
    "move.challenge": (
        "{minutes} {minutes|minut|minutter} på et svar til {label}",
        "{minutes} {minutes|minute|minutes} on an answer for {label}",
    ),
    "move.plan": (
        "{minutes} {minutes|minut|minutter} på en dato for nulpunktet til {label}",
        "{minutes} {minutes|minute|minutes} on a date for the baseline of {label}",
    ),
}
