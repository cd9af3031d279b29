"""What a rule did and why: the answers to "Hvorfor?" (BR12).

`rule.BR2` is worded with the parameters of its log entry, `rule.BR2.why` says why the rule is so.
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "rule.why": ("Hvorfor?", "Why?"),
    "rule.BR1": (
        "Rækkefølgen er trukket ved lod, ikke efter hvem der var hurtigst.",
        "The order was drawn by lot, not by who was fastest.",
    ),
    "rule.BR1.why": (
        "Ingen skal kunne vinde noget ved at trykke først.",
        "Nobody should gain anything by pressing first.",
    ),
    "rule.BR2": (
        "{n} {n|deltager|deltagere} spillede dette kort.",
        "{n} {n|player|players} played this card.",
    ),
    "rule.BR2.why": (
        "Samme kort bliver til én gevinst. Støtten er, hvor mange der spillede det.",
        "The same card becomes one benefit. Its support is how many played it.",
    ),
    "rule.BR3": (
        "Flere tekster sagde det samme og er lagt sammen.",
        "Several texts said the same and were merged.",
    ),
    "rule.BR3.card": (
        "Teksten er den samme som kortets titel og er lagt sammen med kortet.",
        "The text is the same as the card's title and joined the card.",
    ),
    "rule.BR3.merged": (
        "Spilstyreren lagde {other} sammen med denne.",
        "The facilitator merged {other} with this one.",
    ),
    "rule.BR3.why": (
        "Det samme skal kun stå på kortet én gang.",
        "One thing should stand on the map only once.",
    ),
    "rule.BR4": (
        "Titlen er den, flest brugte.",
        "The title is the one most people used.",
    ),
    "rule.BR4.why": (
        "Rummets ord går forud for vores.",
        "The room's words come before ours.",
    ),
    "rule.BR5": (
        "Pilen er rettet, så den går fra årsag til virkning.",
        "The arrow was corrected to run from cause to effect.",
    ),
    "rule.BR5.flipped": (
        "Pilen er vendt, så den går fra årsag til virkning.",
        "The arrow was turned to run from cause to effect.",
    ),
    "rule.BR5.ghost": (
        "Der er sat en tom forandring ind mellem leverancen og gevinsten.",
        "An empty change was put between the deliverable and the benefit.",
    ),
    "rule.BR5.why": (
        "En leverance giver ingen gevinst, før nogen gør noget anderledes.",
        "A deliverable gives no benefit until somebody does something differently.",
    ),
    "rule.BR6": (
        "{yes} af {n} svarede, at det ene fører til det andet.",
        "{yes} of {n} answered that the one leads to the other.",
    ),
    "rule.BR6.groups": (
        "To slags roller foreslog den samme pil, så den er bekræftet.",
        "Two kinds of roles proposed the same arrow, so it is confirmed.",
    ),
    "rule.BR6.dashed": (
        "For få bekræftede pilen, så den er stiplet.",
        "Too few confirmed the arrow, so it is dashed.",
    ),
    "rule.BR6.why": (
        "En pil skal bekræftes af andre end den, der tegnede den.",
        "An arrow is to be confirmed by others than whoever drew it.",
    ),
    "rule.BR7": (
        "En pil ville have gået i ring og er udeladt.",
        "An arrow would have run in a circle and was left out.",
    ),
    "rule.BR7.why": (
        "Pilen med mindst støtte viger, så kortet kan læses fra venstre mod højre.",
        "The arrow with the least support gives way, so that the map reads from left to right.",
    ),
    "rule.BR8": (
        "Flere ville eje den. Den nærmest driften blev ejer, de andre hjælper.",
        "Several wanted to own it. The one nearest operations became owner, the others help.",
    ),
    "rule.BR8.claim": (
        "Ejeren meldte sig selv.",
        "The owner came forward.",
    ),
    "rule.BR8.nominated": (
        "Rummet foreslog en ejer, der selv skal sige ja.",
        "The room nominated an owner, who must say yes.",
    ),
    "rule.BR8.why": (
        "Én gevinst, én ansvarlig, så tæt på hverdagen som muligt.",
        "One benefit, one accountable person, as near to daily work as possible.",
    ),
    "rule.BR9": (
        "Den forsigtige værdi er {planning}: tre ud af fire skønnede mindst så meget.",
        "The planning value is {planning}: three out of four estimated at least that much.",
    ),
    "rule.BR9.contested": (
        "Skønnene ligger for langt fra hinanden (spredning {spread}).",
        "The estimates lie too far apart (spread {spread}).",
    ),
    "rule.BR9.few": (
        "For få har skønnet til, at tallet kan bruges.",
        "Too few have estimated for the figure to be used.",
    ),
    "rule.BR9.why": (
        "Vi planlægger efter det forsigtige tal, fordi de fleste projekter venter for meget.",
        "We plan by the cautious figure, because most projects expect too much.",
    ),
    "rule.BR10": (
        "Kun kroner, der har ejer og underskrift, er lagt sammen.",
        "Only kroner with an owner and a signature are added up.",
    ),
    "rule.BR10.why": (
        "Et tal, ingen har skrevet under på, er et ønske.",
        "A figure nobody has signed is a wish.",
    ),
    "rule.BR11": (
        "Parkeret: Der var plads til {n}, og andre var vigtigere for rummet.",
        "Parked: there was room for {n}, and the room found others more important.",
    ),
    "rule.BR11.why": (
        "Det, man følger op på, skal kunne stå på én side. Teksten er gemt.",
        "What you follow up must fit on one page. The text is kept.",
    ),
    "rule.BR13": (
        "Den førte ikke til et formål, så der er tegnet en stiplet pil til {goal}.",
        "It led to no goal, so a dashed arrow to {goal} was drawn.",
    ),
    "rule.BR13.why": (
        "En gevinst skal tjene et formål. Rummet kan ændre pilen.",
        "A benefit is to serve a goal. The room can change the arrow.",
    ),
    "rule.GR5": (
        "Parkeret: Der var plads til de mest støttede forandringer og ulemper.",
        "Parked: there was room for the changes and dis-benefits with most support.",
    ),
    "rule.GR7": (
        "Målingen er foreslået af kortet og skal bekræftes af ejeren.",
        "The card suggested the measure, and the owner is to confirm it.",
    ),
    "rule.GR8": (
        "Modvindskortet er trukket til denne gevinst.",
        "The challenge card was dealt to this benefit.",
    ),
    "rule.GR10": (
        "Parkeret før afstemningen: Der var plads til {n} kort.",
        "Parked before the vote: there was room for {n} cards.",
    ),
    "rule.GR11": (
        "Mindst én hånd viste under 3 fingre for dette formål.",
        "At least one fist showed fewer than 3 for this goal.",
    ),
    "rule.vote.accepted": (
        "Accepteret: Midten af rummet gav {belief} af 5.",
        "Accepted: the middle of the room gave {belief} of 5.",
    ),
    "rule.vote.contested": (
        "Omstridt: Nogle tror stærkt på den, andre slet ikke.",
        "Contested: some believe strongly in it, others not at all.",
    ),
    "rule.vote.parked": (
        "Parkeret: For få i rummet tror på den.",
        "Parked: too few in the room believe in it.",
    ),
    "rule.X1": (
        "Den ligner en leverance. Forfatteren er spurgt.",
        "It looks like a deliverable. Its author has been asked.",
    ),
    "rule.X8": (
        "De samme kroner stod to steder. Kun gevinsten nærmest formålet beholder dem.",
        "The same kroner stood in two places. Only the benefit nearest the goal keeps them.",
    ),
    "rule.X10": (
        "Den er talt i timer og er derfor flyttet til frigjort tid.",
        "It is counted in hours and was therefore moved to time freed.",
    ),
    "rule.X21": (
        "En anden slags rolle tror på den, så den er støttet.",
        "Another kind of role believes in it, so it is supported.",
    ),
    "rule.hand.renamed": (
        "Spilstyreren gav den et nyt navn. Den oprindelige tekst er gemt.",
        "The facilitator renamed it. The original text is kept.",
    ),
    "rule.hand.retyped": (
        "Spilstyreren ændrede, hvad det er for en slags kort.",
        "The facilitator changed what kind of card it is.",
    ),
    "rule.hand.parked": (
        "Spilstyreren lagde den på parkeringspladsen.",
        "The facilitator put it in the parking lot.",
    ),
    "rule.hand.unparked": (
        "Spilstyreren hentede den tilbage.",
        "The facilitator brought it back.",
    ),
    "rule.hand.rejected": ("Afvist: {text}", "Rejected: {text}"),
    "rule.hand.settled": (
        "Rummet talte det igennem og pegede på en ejer.",
        "The room talked it through and pointed to an owner.",
    ),
}
