"""Why something cannot be done, and what to do instead: the map, its owners, its figures."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # Nodes and edges.
    "refusal.node.unknown": (
        "Det kort ligger ikke på gevinstkortet længere. Vælg et andet.",
        "That card is no longer on the benefit map. Choose another.",
    ),
    "refusal.node.wrong_type": (
        "Det kan man ikke med den slags kort. Vælg en anden slags.",
        "That cannot be done with this kind of card. Choose another kind.",
    ),
    "refusal.node.parked": (
        "Kortet er parkeret. Hent det tilbage først.",
        "The card is parked. Bring it back first.",
    ),
    "refusal.node.not_parked": (
        "Kortet er ikke parkeret. Det ligger på gevinstkortet.",
        "The card is not parked. It lies on the benefit map.",
    ),
    "refusal.edge.illegal": (
        "De to kan ikke forbindes. Gå fra leverance til forandring til gevinst til formål.",
        "Those two cannot be linked. Go from deliverable to change to benefit to goal.",
    ),
    "refusal.edge.exists": (
        "De to er allerede forbundet. Vælg to andre.",
        "Those two are already linked. Choose two others.",
    ),
    "refusal.edge.unknown": (
        "Den pil er ikke på gevinstkortet. Vælg en anden.",
        "That arrow is not on the benefit map. Choose another.",
    ),
    "refusal.edge.not_asked": (
        "Det spørgsmål gik til nogle andre. Svar på dem på din telefon.",
        "That question went to others. Answer the ones on your phone.",
    ),
    "refusal.edge.free_used": (
        "Du har brugt din frie pil i denne runde. Sig den næste højt, så andre kan tegne den.",
        "You have used your free arrow in this round. Say the next one aloud for others to draw.",
    ),
    "refusal.merge.not_alike": (
        "Kun kort af samme slags kan slås sammen. Vælg to, der ligner hinanden.",
        "Only cards of the same kind can be merged. Choose two that are alike.",
    ),
    # Votes and estimates.
    "refusal.vote.not_asked": (
        "Du er ikke spurgt om den gevinst. Stem om dem, der står på din telefon.",
        "You are not asked about that benefit. Vote on those on your phone.",
    ),
    "refusal.estimate.not_asked": (
        "Du er ikke spurgt om det tal. Skøn dem, der står på din telefon.",
        "You are not asked for that figure. Estimate those on your phone.",
    ),
    # Owners.
    "refusal.owner.not_eligible": (
        (
            "Den rolle kan ikke eje den. Gevinster høstes i driften, når projektet er slut: "
            "Foreslå en driftschef, enhedsleder, procesejer eller teamleder."
        ),
        (
            "That role cannot own it. Benefits are harvested in operations after the project: "
            "nominate a head of operations, unit manager, process owner or team lead."
        ),
    ),
    "refusal.owner.not_asked": (
        "Du er ikke foreslået som ejer af den. Tryk »Jeg tager den«, hvis du vil eje den.",
        "You are not nominated as its owner. Press “I'll take it” if you want to own it.",
    ),
    "refusal.owner.taken": (
        "Den har allerede en ejer. Støt ejeren, eller vælg en, der mangler.",
        "It already has an owner. Support the owner, or choose one that has none.",
    ),
    "refusal.owner.missing": (
        "Vælg en rolle eller en person at foreslå.",
        "Choose a role or a person to nominate.",
    ),
    "refusal.co_sign.not_cash": (
        "Kun gevinster, der gør et budget mindre, skal skrives under. Vælg en af dem.",
        "Only benefits that make a budget smaller are signed. Choose one of those.",
    ),
    "refusal.co_sign.not_budget_holder": (
        "Kun den budgetansvarlige kan skrive under. Spørg, om det kan ske nu.",
        "Only the budget holder can sign. Ask whether it can be done now.",
    ),
    # Measures, challenges, dis-benefits, actions.
    "refusal.measure.base": (
        "Besparelsen er større end det, der spares på. Se på nulpunktet og måltallet igen.",
        "The saving is larger than what it saves on. Look at the baseline and the target again.",
    ),
    "refusal.measure.budget_year": (
        "Skriv budgetåret med tal, fx 2027 eller 2027/28.",
        "Type the budget year in figures, such as 2027 or 2027/28.",
    ),
    "refusal.measure.not_yours": (
        "Målingen vælges af gevinstens ejer. Sig dit forslag højt.",
        "The benefit's owner chooses the measure. Say your idea aloud.",
    ),
    "refusal.measure.direction": (
        "Vælg, om tallet skal op eller ned.",
        "Choose whether the figure is to go up or down.",
    ),
    "refusal.measure.not_asked": (
        "Du er ikke spurgt om den måling. Svar på dem, der står på din telefon.",
        "You are not asked about that measure. Answer the ones on your phone.",
    ),
    "refusal.challenge.unknown": (
        "Det modvindskort ligger der ikke længere. Vælg et andet.",
        "That challenge card is no longer there. Choose another.",
    ),
    "refusal.challenge.not_yours": (
        "Svaret kommer fra den, der ejer gevinsten. Hjælp gerne højt.",
        "The answer comes from whoever owns the benefit. Do help aloud.",
    ),
    "refusal.challenge.incomplete": (
        "Svaret mangler noget. Læs på kortet, hvad der skal med.",
        "Something is missing from the answer. Read on the card what it asks for.",
    ),
    "refusal.challenge.not_answered": (
        "Der er ikke svaret endnu. Vent på ejeren.",
        "There is no answer yet. Wait for the owner.",
    ),
    "refusal.challenge.not_asked": (
        "Andre er bedt om at bedømme det svar. Svar på dem, der står på din telefon.",
        "Others are asked to judge that answer. Answer the ones on your phone.",
    ),
    "refusal.disbenefit.not_yours": (
        "Kun ulempens ejer, direktøren eller styregruppeformanden kan leve med den. Spørg dem.",
        "Only its owner, the director or the steering-group chair can live with it. Ask them.",
    ),
    "refusal.action.unknown": (
        "Den handling findes ikke længere. Vælg en anden.",
        "That action no longer exists. Choose another.",
    ),
    "refusal.action.taken": (
        "Den handling er allerede taget. Vælg en anden.",
        "That action is already taken. Choose another.",
    ),
    "refusal.sign.nothing": (
        "Du ejer ikke noget endnu, så der er intet at skrive under på. Vælg en handling.",
        "You own nothing yet, so there is nothing to sign. Choose an action.",
    ),
    "refusal.sign.already": (
        "Du har allerede skrevet under. Tak.",
        "You have already signed. Thank you.",
    ),
    "refusal.sign.proxy": (
        "Kun personen selv kan skrive under. Send et link, eller gør det efter mødet.",
        "Only the person can sign. Send them a link, or do it after the meeting.",
    ),
    "refusal.note.not_contested": (
        "En mindretalsnote hører til en omstridt gevinst. Vælg en skraveret.",
        "A minority note belongs to a contested benefit. Choose a hatched one.",
    ),
    "refusal.class.unknown": (
        "Den gevinsttype findes ikke. Vælg C, A, T, N eller Q.",
        "There is no such type of benefit. Choose C, A, T, N or Q.",
    ),
    "refusal.reason.not_needed": (
        "Den regel tager ikke imod en begrundelse. Løs det, der er rødt, i stedet.",
        "That rule takes no reason. Clear what is red instead.",
    ),
}
