"""The facilitator's script: the lobby, R0 and R1.

For each step: what to say, why, what usually goes wrong, and the next best move.
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "script.lobby.say": (
        "Velkommen. Find koden på tavlen, skriv dit navn, og vælg den rolle, du har til daglig.",
        "Welcome. Find the code on the board, type your name and choose your everyday role.",
    ),
    "script.lobby.why": (
        "Alle skal kunne se, hvem der er her, og hvem der mangler.",
        "Everybody should see who is here and who is missing.",
    ),
    "script.lobby.pitfalls": (
        "Nogen har ingen telefon. Opret dem uden telefon, og spil for dem.",
        "Somebody has no phone. Add them without a phone and play for them.",
    ),
    "script.lobby.next": (
        "Start, når de fleste er inde. De sidste kommer med undervejs.",
        "Start when most people are in. The last ones join as you go.",
    ),
    "script.r0.briefing.say": (
        (
            "I dag spiller vi os frem til, hvad projektet skal give, og hvem der høster det. "
            "Vi spiller sammen, ikke mod hinanden."
        ),
        (
            "Today we play our way to what the project is to give, and who harvests it. "
            "We play together, not against each other."
        ),
    ),
    "script.r0.briefing.why": (
        "Et spil, hvor alle vinder eller taber sammen, gør det lettere at sige tvivlen højt.",
        "Where all win or lose together, it is easier to voice a doubt.",
    ),
    "script.r0.briefing.pitfalls": (
        "Lang indledning. Et minut er nok; resten lærer man ved at spille.",
        "A long introduction. One minute is enough; the rest is learned by playing.",
    ),
    "script.r0.briefing.next": (
        "Byd velkommen, og lad alle prøve at trykke.",
        "Welcome the room and let everybody try a tap.",
    ),
    "script.r0.open.say": (
        "Ryst telefonen, så vi kan se dig. Se på ringen: Hvilke roller mangler vi?",
        "Shake your phone so that we can see you. Look at the ring: which roles are missing?",
    ),
    "script.r0.open.why": (
        "Uden drift, budget og borgere bliver kortet kun projektets eget.",
        "Without operations, budget and citizens the map is the project's own.",
    ),
    "script.r0.open.pitfalls": (
        "Alle vælger projektrollen. Spørg, hvilket arbejde de går tilbage til bagefter.",
        "Everybody chooses a project role. Ask what work they go back to afterwards.",
    ),
    "script.r0.open.next": (
        "Mangler en rolle, så skriv den på som fraværende.",
        "If a role is missing, add it as absent.",
    ),
    "script.r0.resolved.say": (
        "Det er os, der er her. Vi husker dem, der mangler.",
        "This is who we are. We remember those who are missing.",
    ),
    "script.r0.resolved.why": (
        "En fraværende rolle kan stå på kortet, men den tæller kun en fjerdedel.",
        "An absent role can stand on the map, but counts only a quarter.",
    ),
    "script.r0.resolved.pitfalls": (
        "Man går i stå over dem, der ikke kom. Gå videre.",
        "Getting stuck on those who did not come. Go on.",
    ),
    "script.r0.resolved.next": ("Gå til formålet.", "Go to the goals."),
    "script.r1.briefing.say": (
        "Formålet står yderst til højre. Det er dér, alt på kortet skal ende.",
        "The goal stands at the far right. Everything on the map is to end there.",
    ),
    "script.r1.briefing.why": (
        "En gevinst er kun en gevinst, hvis den tjener noget, vi vil.",
        "A benefit is a benefit only if it serves something we want.",
    ),
    "script.r1.briefing.pitfalls": (
        "Formålet læses op som en formalitet. Spørg, hvad det betyder for en borger.",
        "The goal is read out as a formality. Ask what it means to a citizen.",
    ),
    "script.r1.briefing.next": ("Åbn runden.", "Open the round."),
    "script.r1.open.say": (
        (
            "Vis med fingrene, hvor meget du står bag: 0 er slet ikke, 5 er helt. "
            "Skriv det gerne bedre."
        ),
        (
            "Show with your fingers how far you stand behind it: 0 is not at all, 5 is fully. "
            "Feel free to word it better."
        ),
    ),
    "script.r1.open.why": (
        "Ellers viser tvivlen sig først, når gevinsterne skal høstes.",
        "Otherwise doubt shows only when the benefits are to be harvested.",
    ),
    "script.r1.open.pitfalls": (
        "Alle viser 5 af høflighed. Sig, at en 2'er er en hjælp.",
        "Everybody shows 5 out of politeness. Say that a 2 is a help.",
    ),
    "script.r1.open.next": (
        "Vis hænderne, når alle er klar.",
        "Show the fists when everybody is ready.",
    ),
    "script.r1.revealed.say": (
        "Her er hænderne. Hvis nogen viste under 3: Hvad skal der til for et 4-tal?",
        "Here are the fists. If anybody showed below 3: what would make it a 4?",
    ),
    "script.r1.revealed.why": (
        "Et minut nu sparer en time senere.",
        "A minute now saves an hour later.",
    ),
    "script.r1.revealed.pitfalls": (
        "Man diskuterer ord. Vælg det forslag, der er lettest at forstå, og omdøb.",
        "Arguing about words. Choose the wording that is easiest to understand, and rename.",
    ),
    "script.r1.revealed.next": (
        "Omdøb, hvis rummet er enigt, og slå formålet fast.",
        "Rename if the room agrees, and settle the goals.",
    ),
    "script.r1.talk": (
        "Tal om {nodes}, {seconds} sekunder hver: Nogen er i tvivl.",
        "Talk about {nodes}, {seconds} seconds each: somebody has doubts.",
    ),
    "script.r1.resolved.say": (
        "Det er det, vi går efter. Nu kommer kortene.",
        "This is what we are playing for. Now for the cards.",
    ),
    "script.r1.resolved.why": (
        "Resten af spillet peger herhen.",
        "The rest of the game points here.",
    ),
    "script.r1.resolved.pitfalls": (
        "Nogen vil have et formål mere. Fire er det meste, et kort kan bære.",
        "Somebody wants one more goal. Four is the most a map can carry.",
    ),
    "script.r1.resolved.next": ("Gå til effekterne.", "Go to the effects."),
}
