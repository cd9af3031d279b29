"""The facilitator's script: R7, closing, and what comes after."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "script.r7.briefing.say": (
        "Nu gør vi det til løfter. Én handling hver, med en dato.",
        "Now we turn it into promises. One action each, with a date.",
    ),
    "script.r7.briefing.why": (
        "Det, man selv har sagt højt med en dato, bliver som regel gjort.",
        "What you have said aloud, with a date, usually gets done.",
    ),
    "script.r7.briefing.pitfalls": (
        "Tiden er gået, og alle pakker sammen. Hold fast i de sidste fem minutter.",
        "Time is up and everybody is packing. Hold on to the last five minutes.",
    ),
    "script.r7.briefing.next": ("Bed om løfterne.", "Ask for the promises."),
    "script.r7.open.say": (
        "Tag en handling, sæt en dato på, og skriv under på det, du ejer. De røde først.",
        "Take an action, put a date on it and sign for what you own. The red ones first.",
    ),
    "script.r7.open.why": (
        "Noget rødt med ejer og dato er en plan. Uden er det et håb.",
        "Something red with an owner and a date is a plan. Without them it is a hope.",
    ),
    "script.r7.open.pitfalls": (
        "»Vi« tager handlingen. Spørg: Hvem af jer?",
        "“We” take the action. Ask: which of you?",
    ),
    "script.r7.open.next": (
        "Se på de to billigste næste skridt, og saml løfterne.",
        "Look at the two cheapest next moves, and gather the promises.",
    ),
    "script.r7.resolved.say": (
        "Her er dommen og kortet, I har lavet sammen. Tak, fordi I sagde ja, nej og »ved ikke«.",
        "Here is the verdict and the map you made together. Thank you for yes, no and don't know.",
    ),
    "script.r7.resolved.why": (
        "Kladde eller betinget er ikke en fiasko. Det viser, hvad der mangler.",
        "Draft or conditional is no failure. It shows what is missing.",
    ),
    "script.r7.resolved.pitfalls": (
        "Man går uden at aftale, hvornår man ses igen. Sæt datoen for genbesøget nu.",
        "Leaving without agreeing when to meet again. Set the follow-up date now.",
    ),
    "script.r7.resolved.next": (
        "Afslut spillet. Ejerne kan udfylde resten fra deres telefon.",
        "Close the game. The owners can fill in the rest from their phones.",
    ),
    "script.paused.say": (
        "Vi holder en pause. Alt er gemt.",
        "We are taking a break. Everything is saved.",
    ),
    "script.paused.why": (
        "Uret står stille, og ingen mister noget.",
        "The clock stands still and nobody loses anything.",
    ),
    "script.paused.pitfalls": (
        "Pausen bliver lang. Sig, hvornår I fortsætter.",
        "The break drags on. Say when you will go on.",
    ),
    "script.paused.next": ("Gå videre, når alle er tilbage.", "Go on when everybody is back."),
    "script.closed.say": (
        "Spillet er slut, og kortet er gemt i projektet.",
        "The game is over and the map is saved with the project.",
    ),
    "script.closed.why": (
        "Ejerne kan stadig sige ja, måle og skrive under fra deres telefon.",
        "The owners can still accept, measure and sign from their phones.",
    ),
    "script.closed.pitfalls": (
        "Kortet bliver lagt i en mappe. Tag det med på næste driftsmøde.",
        "The map is filed away. Bring it to the next operations meeting.",
    ),
    "script.closed.next": (
        "Se kortet på projektets side, og hent papirerne.",
        "See the map on the project's page and download the papers.",
    ),
}
