"""What is wrong on the map, continued: X13-X24 and the contested benefit nobody settles."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "finding.X13": ("{node} mangler et nulpunkt.", "{node} has no baseline."),
    "finding.X13.why": (
        "Uden at vide, hvor vi står i dag, kan vi ikke se, om vi flytter os.",
        "Without knowing where we stand today we cannot see whether we move.",
    ),
    "finding.X13.next": (
        "Mål {node} i dag, eller sæt en dato for, hvornår det sker.",
        "Measure {node} today, or set a date for doing it.",
    ),
    "finding.X13.plan": (
        "{node} har kun en plan for sit nulpunkt.",
        "{node} has only a plan for its baseline.",
    ),
    "finding.X14": ("{node} har ingen måling.", "{node} has no measure."),
    "finding.X14.why": (
        "Det, ingen måler, kan ingen vise, at vi har høstet.",
        "What nobody measures, nobody can show that we harvested.",
    ),
    "finding.X14.next": ("Vælg en måling til {node}.", "Choose a measure for {node}."),
    "finding.X15": (
        "{node} er sat til at komme før det, den bygger på.",
        "{node} is set to come before what it builds on.",
    ),
    "finding.X15.why": (
        "Leverance, så forandring, så gevinst. Datoerne skal følge med.",
        "Deliverable, then change, then benefit. The dates must follow.",
    ),
    "finding.X15.next": ("Ret datoerne omkring {node}.", "Correct the dates around {node}."),
    "finding.X16": (
        "Den budgetansvarlige har ikke skrevet under på {node}.",
        "The budget holder has not signed {node}.",
    ),
    "finding.X16.why": (
        "Indtil da vises ingen kroner: Kun den, der har budgettet, kan gøre det mindre.",
        "Until then no kroner are shown: only whoever has the budget can make it smaller.",
    ),
    "finding.X16.next": (
        "Få den budgetansvarlige til at skrive under på {node}.",
        "Get the budget holder to sign {node}.",
    ),
    "finding.X17": (
        "Kortet handler kun om penge.",
        "The map is only about money.",
    ),
    "finding.X17.why": (
        "Ingen borger eller medarbejder får det bedre til sidst. Borgerfokus kan højst blive 40.",
        "No citizen or employee is better off in the end. Citizen focus can be 40 at most.",
    ),
    "finding.X17.next": (
        "Find en gevinst for borgere eller medarbejdere.",
        "Find a benefit for citizens or employees.",
    ),
    "finding.X18": ("Ingen har nævnt en ulempe.", "Nobody has named a dis-benefit."),
    "finding.X18.why": (
        "Næsten alle forandringer koster nogen noget. Det er bedre at vide det nu.",
        "Nearly every change costs somebody something. Better to know it now.",
    ),
    "finding.X18.next": ("Spørg: Hvem mister noget?", "Ask: who loses something?"),
    "finding.X19": (
        "Ingen slukker den gamle løsning.",
        "Nobody switches off the old way.",
    ),
    "finding.X19.why": (
        "Så længe det gamle kører, betaler vi for begge dele.",
        "As long as the old way runs, we pay for both.",
    ),
    "finding.X19.next": (
        "Aftal, hvem der slukker den gamle løsning, og hvornår.",
        "Agree who switches off the old way, and when.",
    ),
    "finding.X20": (
        "Der er for mange gevinster på kortet.",
        "There are too many benefits on the map.",
    ),
    "finding.X20.why": (
        "Det, man følger op på, skal kunne stå på én side.",
        "What you follow up on must fit on one page.",
    ),
    "finding.X20.next": (
        "Parkér de gevinster, I bedst kan undvære.",
        "Park the benefits you can best do without.",
    ),
    "finding.X21": (
        "Kun én slags roller taler for {node}.",
        "Only one kind of role speaks for {node}.",
    ),
    "finding.X21.why": (
        "En gevinst bør kunne ses fra mere end ét sted i organisationen.",
        "A benefit should be visible from more than one place in the organisation.",
    ),
    "finding.X21.next": (
        "Spørg en anden slags rolle, om de tror på {node}.",
        "Ask another kind of role whether they believe in {node}.",
    ),
    "finding.X22": (
        "Én person ejer mere end fem gevinster.",
        "One person owns more than five benefits.",
    ),
    "finding.X22.why": (
        "Ingen kan høste så meget på én gang. Fra den sjette tæller ejerskabet halvt.",
        "Nobody can harvest that much at once. From the sixth on, ownership counts half.",
    ),
    "finding.X22.next": (
        "Flyt en eller to gevinster til en anden ejer.",
        "Move one or two benefits to another owner.",
    ),
    "finding.X23": (
        "Besparelsen i {node} er større end det, der spares på.",
        "The saving in {node} is larger than what it saves on.",
    ),
    "finding.X23.why": (
        "Man kan ikke spare mere, end der er.",
        "You cannot save more than there is.",
    ),
    "finding.X23.next": (
        "Ret nulpunkt eller måltal i {node}.",
        "Correct the baseline or the target of {node}.",
    ),
    "finding.X24": (
        "Ingen fra driften er med.",
        "Nobody from operations is here.",
    ),
    "finding.X24.why": (
        "Gevinsterne skal høstes af dem, der ikke er i rummet.",
        "The benefits are to be harvested by people who are not in the room.",
    ),
    "finding.X24.next": (
        "Find en fra driften, og gennemgå kortet sammen.",
        "Find somebody from operations and go through the map together.",
    ),
    "finding.contested": (
        "Ingen skal afgøre uenigheden om {node}.",
        "Nobody is to settle the disagreement about {node}.",
    ),
    "finding.contested.why": (
        "Rummet er delt i to. Det er vigtig viden, men nogen skal tage den videre.",
        "The room is split in two. That is worth knowing, but somebody must take it on.",
    ),
    "finding.contested.next": (
        "Aftal, hvem der afgør {node}, og hvornår.",
        "Agree who settles {node}, and when.",
    ),
}
