"""What is wrong on the map: what it is, why it matters, what to do (X1-X12, V1-V15).

`finding.X3` names it, `finding.X3.why` says why a room should care, and `finding.X3.next` is the
next step, which is also the text of the action that a red finding makes. `{node}` is a node by
label and title. X13-X24 stand in `findings_late`.
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "finding.V1": ("Der er intet formål på kortet.", "There is no goal on the map."),
    "finding.V1.why": (
        "Uden et formål kan vi ikke se, om gevinsterne er de rigtige.",
        "Without a goal we cannot see whether the benefits are the right ones.",
    ),
    "finding.V1.next": ("Skriv mindst ét formål.", "Write at least one goal."),
    "finding.V2": ("{node} fører ikke til noget formål.", "{node} leads to no goal."),
    "finding.V2.why": (
        "En gevinst, der ikke tjener et formål, bliver let den første, der glemmes.",
        "A benefit that serves no goal is easily the first to be forgotten.",
    ),
    "finding.V2.next": (
        "Tegn en pil fra {node} til et formål, eller parkér den.",
        "Draw an arrow from {node} to a goal, or park it.",
    ),
    "finding.V3": ("{node} har ingen forandring bag sig.", "{node} has no change behind it."),
    "finding.V3.why": (
        "En leverance giver ingen gevinst, før nogen gør noget anderledes.",
        "A deliverable gives no benefit until somebody does something differently.",
    ),
    "finding.V3.next": (
        "Find ud af, hvem der skal gøre hvad anderledes for {node}.",
        "Find out who must do what differently for {node}.",
    ),
    "finding.V4": ("{node} fører ikke til nogen gevinst.", "{node} leads to no benefit."),
    "finding.V4.why": (
        "Forandringer koster. Her kan vi ikke se, hvad vi får for det.",
        "Changes cost. Here we cannot see what we get for it.",
    ),
    "finding.V4.next": (
        "Tegn en pil fra {node} til en gevinst, eller parkér den.",
        "Draw an arrow from {node} to a benefit, or park it.",
    ),
    "finding.V5": ("Ingen bruger {node} til noget.", "Nobody uses {node} for anything."),
    "finding.V5.why": (
        "En leverance, der ikke fører til en forandring, bliver leveret og lagt væk.",
        "A deliverable that changes nothing is delivered and put away.",
    ),
    "finding.V5.next": (
        "Find den forandring, {node} skal bruges til.",
        "Find the change that {node} is for.",
    ),
    "finding.V6": ("{node} springer forandringen over.", "{node} skips the change."),
    "finding.V6.why": (
        "Mellem en leverance og en gevinst står altid nogen, der gør noget anderledes.",
        "Between a deliverable and a benefit somebody always does something differently.",
    ),
    "finding.V6.next": ("Sæt et navn på forandringen.", "Name the change."),
    "finding.V7": ("Pilene går i ring ved {node}.", "The arrows run in a circle at {node}."),
    "finding.V7.why": (
        "Når alt fører til alt, ved ingen, hvor man begynder.",
        "When everything leads to everything, nobody knows where to begin.",
    ),
    "finding.V7.next": ("Find det led, der kommer først.", "Find what comes first."),
    "finding.V8": ("{node} har ingen ejer i driften.", "{node} has no owner in operations."),
    "finding.V8.why": (
        "Gevinster høstes, når projektet er slut. Det gør kun den, der bliver.",
        "Benefits are harvested after the project ends, by whoever stays.",
    ),
    "finding.V8.next": (
        "Find en ejer i driften til {node}.",
        "Find an owner in operations for {node}.",
    ),
    "finding.V9": ("Ingen leder {node}.", "Nobody leads {node}."),
    "finding.V9.why": (
        "En forandring, ingen leder, bliver en hensigt.",
        "A change that nobody leads stays an intention.",
    ),
    "finding.V9.next": ("Find en, der leder {node}.", "Find somebody to lead {node}."),
    "finding.V10": ("Målingen af {node} er ikke færdig.", "The measure of {node} is not complete."),
    "finding.V10.why": (
        "Uden nulpunkt, måltal og dato kan ingen sige, om det lykkedes.",
        "Without a baseline, a target and a date nobody can say whether it worked.",
    ),
    "finding.V10.next": ("Gør målingen af {node} færdig.", "Complete the measure of {node}."),
    "finding.V11": (
        "Ingen har taget stilling til {node}.",
        "Nobody has settled what to do about {node}.",
    ),
    "finding.V11.why": (
        "En ulempe, ingen ejer, rammer nogen, der ikke var her i dag.",
        "A dis-benefit nobody owns will hit somebody who was not here today.",
    ),
    "finding.V11.next": (
        "Find en ejer til {node}, og afbød den, eller sig højt, at I lever med den.",
        "Find an owner for {node}, and mitigate it or say aloud that you live with it.",
    ),
    "finding.V11.owned": (
        "{node} har en ejer, men ingen har sagt, hvad I gør ved den.",
        "{node} has an owner, but nobody has said what you do about it.",
    ),
    "finding.V11.owned.why": (
        "En ulempe, ingen gør noget ved, rammer nogen, der ikke var her i dag.",
        "A dis-benefit nobody acts on will hit somebody who was not here today.",
    ),
    "finding.V11.owned.next": (
        "Afbød {node}, eller sig højt, at I lever med den.",
        "Mitigate {node}, or say aloud that you live with it.",
    ),
    "finding.V12": (
        "{node} mangler budgetpost, år eller budgetansvarlig.",
        "{node} lacks a budget line, a year or a budget holder.",
    ),
    "finding.V12.why": (
        "Kroner er først sparet, når et bestemt budget bliver mindre i et bestemt år.",
        "Kroner are saved only when a named budget gets smaller in a named year.",
    ),
    "finding.V12.next": (
        "Skriv budgetpost og år på {node}, og få den budgetansvarlige med.",
        "Put a budget line and a year on {node}, and bring in the budget holder.",
    ),
    "finding.V13": ("Datoerne omkring {node} passer ikke.", "The dates around {node} do not fit."),
    "finding.V13.why": (
        "En gevinst kan ikke komme, før det, den bygger på, er på plads.",
        "A benefit cannot come before what it builds on is in place.",
    ),
    "finding.V13.next": ("Ret datoerne omkring {node}.", "Correct the dates around {node}."),
    "finding.V14": (
        "Ingen borger mærker noget til sidst.",
        "No citizen notices anything in the end.",
    ),
    "finding.V14.why": (
        "Kommunen er til for borgerne. Det kan være i orden, men så skal grunden stå her.",
        "The municipality is there for its citizens. It may be fine, but then say why here.",
    ),
    "finding.V14.next": (
        "Find en gevinst for borgerne, eller skriv grunden.",
        "Find a benefit for citizens, or record the reason.",
    ),
    "finding.V15": ("{node} hænger ikke sammen med noget.", "{node} is linked to nothing."),
    "finding.V15.why": (
        "Det, der står alene, bliver ikke fulgt op.",
        "What stands alone is not followed up on.",
    ),
    "finding.V15.next": (
        "Forbind {node} med resten, eller parkér den.",
        "Link {node} to the rest, or park it.",
    ),
    "finding.X1": ("{node} ligner noget, vi gør.", "{node} looks like something we do."),
    "finding.X1.why": (
        "En aktivitet er ikke en gevinst. Gevinsten er det, der bliver bedre bagefter.",
        "An activity is not a benefit. The benefit is what gets better afterwards.",
    ),
    "finding.X1.next": (
        "Gør {node} til en leverance, eller skriv, hvad den fører til.",
        "Turn {node} into a deliverable, or write what it leads to.",
    ),
    "finding.X2": ("{node} er for vag at måle.", "{node} is too vague to measure."),
    "finding.X2.why": (
        "»Bedre« og »optimal« kan betyde alt. Så kan ingen se, om det skete.",
        "“Better” and “optimal” can mean anything. Then nobody can see whether it happened.",
    ),
    "finding.X2.next": (
        "Skriv, hvad der bliver mere, mindre eller hurtigere i {node}.",
        "Write what becomes more, less or faster in {node}.",
    ),
    "finding.X3": (
        "Ingen er foreslået som ejer af {node}.",
        "Nobody is nominated as owner of {node}.",
    ),
    "finding.X3.why": (
        "En forældreløs gevinst bliver ikke høstet.",
        "An orphan benefit is not harvested.",
    ),
    "finding.X3.next": ("Find en ejer til {node}.", "Find an owner for {node}."),
    "finding.X4": (
        "Projektet står som ejer af {node}.",
        "The project is named as owner of {node}.",
    ),
    "finding.X4.why": (
        "Projektet er slut, når gevinsten skal høstes.",
        "The project is over when the benefit is to be harvested.",
    ),
    "finding.X4.next": (
        "Find en ejer til {node} i driften.",
        "Find an owner for {node} in operations.",
    ),
    "finding.X5": (
        "Ejeren af {node} har ikke sagt ja endnu.",
        "The owner of {node} has not said yes yet.",
    ),
    "finding.X5.why": (
        "Ejerskab tæller først, når personen selv har taget det på sig.",
        "Ownership counts only once the person has taken it on.",
    ),
    "finding.X5.next": (
        "Spørg den, der er foreslået som ejer af {node}.",
        "Ask whoever is nominated as owner of {node}.",
    ),
    "finding.X6": (
        "Her mangler en forandring: {node}.",
        "A change is missing here: {node}.",
    ),
    "finding.X6.why": (
        "Fra leverance direkte til gevinst er et mirakel. Nogen skal gøre noget anderledes.",
        "From deliverable straight to benefit is a miracle. Somebody must act differently.",
    ),
    "finding.X6.next": ("Sæt navn på forandringen {node}.", "Name the change {node}."),
    "finding.X7": (
        "{node} har ikke sit eget formål endnu.",
        "{node} has no goal of its own yet.",
    ),
    "finding.X7.why": (
        "Reglerne har tegnet en stiplet pil. Rummet skal sige, om den passer.",
        "The rules drew a dashed arrow. The room must say whether it fits.",
    ),
    "finding.X7.next": ("Bekræft pilen fra {node}.", "Confirm the arrow from {node}."),
    "finding.X8": ("{node} tælles to gange.", "{node} is counted twice."),
    "finding.X8.why": (
        "De samme kroner kan kun spares én gang. Kun gevinsten nærmest formålet beholder dem.",
        "The same kroner can be saved only once. Only the benefit nearest the goal keeps them.",
    ),
    "finding.X8.next": (
        "Se på, hvor kronerne i {node} hører til.",
        "See where the kroner in {node} belong.",
    ),
    "finding.X9": ("{node} ligner en anden gevinst.", "{node} looks like another benefit."),
    "finding.X9.why": (
        "To navne for det samme gør kortet større, men ikke gevinsten.",
        "Two names for one thing make the map larger, but not the benefit.",
    ),
    "finding.X9.next": (
        "Slå {node} sammen med den anden, eller sig, hvad forskellen er.",
        "Merge {node} with the other, or say what the difference is.",
    ),
    "finding.X10": ("{node} tæller timer, ikke kroner.", "{node} counts hours, not kroner."),
    "finding.X10.why": (
        "Timer bliver først til kroner, når et budget bliver mindre.",
        "Hours become kroner only when a budget gets smaller.",
    ),
    "finding.X10.next": (
        "Sig, hvad timerne i {node} skal bruges til.",
        "Say what the hours in {node} are for.",
    ),
    "finding.X11": (
        "Tallet for {node} ser meget optimistisk ud.",
        "The figure for {node} looks very optimistic.",
    ),
    "finding.X11.why": (
        "Nogen venter langt mere, end resten af rummet tror på. Begge tal bliver stående.",
        "Somebody expects far more than the rest of the room believes. Both figures are kept.",
    ),
    "finding.X11.next": (
        "Spørg, hvad det høje tal for {node} bygger på.",
        "Ask what the high figure for {node} is based on.",
    ),
    "finding.X12": ("Få ved noget om {node}.", "Few know about {node}."),
    "finding.X12.why": (
        "Mange svarede »ved ikke«. Så er tallet et gæt fra de få.",
        "Many answered “don't know”. Then the figure is a guess by the few.",
    ),
    "finding.X12.next": (
        "Find en, der kender tallene bag {node}.",
        "Find somebody who knows the figures behind {node}.",
    ),
}
