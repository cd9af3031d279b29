"""What a rule did and why: the answers to "Hvorfor?" (BR12).

`rule.BR2` is worded with the parameters of its log entry, `rule.BR2.why` says why the rule is so.
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "rule.BR2": (
        "{n} {n|deltager|deltagere} lagde dette kort.",
        "{n} {n|participant|participants} played this card.",
    ),
    "rule.BR2.why": (
        "Samme kort bliver til én gevinst. Støtten er, hvor mange der lagde det.",
        "The same card becomes one benefit. Its support is the number who played it.",
    ),
    "rule.BR3": (
        "{n} {n|deltager|deltagere} skrev dette med egne ord.",
        "{n} {n|participant|participants} wrote this in their own words.",
    ),
    "rule.BR3.why": (
        "Det samme skal kun stå på kortet én gang.",
        "One thing should stand on the map only once.",
    ),
    "rule.BR5.flipped": (
        "Pilen til {target} er vendt, så den går fra årsag til virkning.",
        "The arrow to {target} was turned to run from cause to effect.",
    ),
    "rule.BR5.ghost": (
        "Mellem {source} og {target} manglede nogen, der gør noget anderledes.",
        "Between {source} and {target} nobody did anything differently.",
    ),
    "rule.BR5.why": (
        "En leverance giver ingen gevinst, før nogen gør noget anderledes.",
        "A deliverable gives no benefit until somebody does something differently.",
    ),
    "rule.BR6.dashed": (
        "For få bekræftede pilen til {target}, så den er stiplet.",
        "Too few confirmed the arrow to {target}, so it is dashed.",
    ),
    "rule.BR6.why": (
        "En pil skal bekræftes af andre end den, der tegnede den.",
        "An arrow must be confirmed by somebody other than whoever drew it.",
    ),
    "rule.BR7": (
        "Pilen til {target} ville have gået i ring og er udeladt.",
        "The arrow to {target} would have run in a circle and was left out.",
    ),
    "rule.BR7.why": (
        "Pilen med mindst støtte viger, så kortet kan læses fra venstre mod højre.",
        "The arrow with the least support gives way, so that the map reads from left to right.",
    ),
    "rule.BR8": (
        "Flere ville eje den. Den nærmest driften blev ejer, de andre hjælper.",
        "Several wanted to own it. The one nearest operations became owner, the others help.",
    ),
    "rule.BR8.open": (
        "Kortet blev noget, som dets ejer ikke kan eje, så den aftale faldt bort.",
        "The card became something its owner cannot own, so that promise fell away.",
    ),
    "rule.BR8.role": (
        "Ejeren har fået rettet sin rolle og kan ikke eje kortet, så den aftale faldt bort.",
        "The owner's role was corrected and cannot own the card, so that promise fell away.",
    ),
    "rule.BR8.why": (
        "Én gevinst, én ansvarlig, så tæt på hverdagen som muligt.",
        "One benefit, one accountable person, as near to daily work as possible.",
    ),
    "rule.BR9": (
        "Den forsigtige værdi er {planning}: Tre ud af fire skønnede mindst så meget.",
        "The cautious value is {planning}: three out of four estimated at least that much.",
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
    "rule.BR11": (
        "Parkeret: Der var ikke plads til flere, og andre var vigtigere for rummet.",
        "Parked: there was no more room, and the room found others more important.",
    ),
    "rule.BR11.why": (
        "Det, man følger op på, skal kunne stå på én side. Teksten er gemt.",
        "What you follow up on must fit on one page. The text is kept.",
    ),
    "rule.BR13": (
        "Den førte ikke til et formål, så der er tegnet en stiplet pil til {goal}.",
        "It led to no goal, so a dashed arrow to {goal} was drawn.",
    ),
    "rule.BR13.why": (
        "En gevinst skal tjene et formål. Rummet kan ændre pilen.",
        "A benefit must serve a goal. The room can change the arrow.",
    ),
    "rule.GR5": (
        "Parkeret: Der var plads til de mest støttede forandringer og ulemper.",
        "Parked: there was room for the changes and dis-benefits with most support.",
    ),
    "rule.GR10": (
        "Parkeret før afstemningen: Der var ikke plads til flere kort.",
        "Parked before the vote: there was no room for more cards.",
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
    "rule.vote.why": (
        "Tro afgør, om en gevinst kommer på kortet. Vigtighed afgør kun rækkefølgen.",
        "Belief decides whether a benefit gets on the map. Importance only ranks it.",
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
        "Kun én slags roller taler for den, så den er stadig kun foreslået.",
        "Only one kind of role speaks for it, so it is still only proposed.",
    ),
}
