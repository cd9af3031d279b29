"""The facilitator's script: R5, measures and figures, and R6, headwind."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "script.r5.briefing.say": (
        "Hvordan kan vi se, at det sker? Ejerne vælger en måling, og vi andre skønner.",
        "How can we see that it happens? The owners choose a measure, and the rest of us estimate.",
    ),
    "script.r5.briefing.why": (
        "Uden et nulpunkt i dag kan ingen vise en forskel om to år.",
        "Without a baseline today nobody can show a difference in two years.",
    ),
    "script.r5.briefing.pitfalls": (
        "»Det kan ikke måles.« Spørg, hvad man ville se, hvis det lykkedes.",
        "“It cannot be measured.” Ask what you would see if it worked.",
    ),
    "script.r5.briefing.next": ("Åbn runden.", "Open the round."),
    "script.r5.open.say": (
        (
            "Ejere: Vælg måling, nulpunkt, måltal og dato. Alle: Skøn, hvor stor ændringen bliver. "
            "Sig det ikke højt."
        ),
        (
            "Owners: choose measure, baseline, target and date. Everybody: estimate how large the "
            "change will be. Do not say it aloud."
        ),
    ),
    "script.r5.open.why": (
        "Det første tal, man hører, trækker alle andre med. Derfor skønner vi i stilhed.",
        "The first figure heard pulls all the others. So we estimate in silence.",
    ),
    "script.r5.open.pitfalls": (
        "Nulpunktet mangler. En dato for, hvornår det måles, er også et svar.",
        "The baseline is missing. A date for measuring it is an answer too.",
    ),
    "script.r5.open.next": ("Vis skønnene.", "Show the estimates."),
    "script.r5.revealed.say": (
        "Se på prikkerne. Hvad ved den, der ligger længst ude?",
        "Look at the dots. What does the person farthest out know?",
    ),
    "script.r5.revealed.why": (
        "Stor spredning betyder, at vi forestiller os noget forskelligt.",
        "A wide spread means that we imagine different things.",
    ),
    "script.r5.revealed.pitfalls": (
        "Man forhandler om tallet. Tal om, hvad det bygger på.",
        "Bargaining about the figure. Talk about what it is based on.",
    ),
    "script.r5.revealed.next": (
        "Tal et minut om de største spredninger, og skøn igen, hvor I kan.",
        "Talk for a minute about the widest spreads, and estimate again where you can.",
    ),
    "script.r5.talk": (
        "Tal om {nodes}, {seconds} sekunder hver, og skøn så igen i stilhed.",
        "Talk about {nodes}, {seconds} seconds each, and then estimate again in silence.",
    ),
    "script.r5.wave2.say": (
        "Én gang til, i stilhed. Du må gerne holde fast.",
        "Once more, in silence. You are welcome to stay where you are.",
    ),
    "script.r5.wave2.why": (
        "Anden gang ved vi mere. En tredje gang ville bare slibe uenigheden væk.",
        "The second time we know more. A third would only wear the disagreement away.",
    ),
    "script.r5.wave2.pitfalls": (
        "Alle flytter sig mod chefens tal. Sig, at prikkerne er uden navn.",
        "Everybody moves to the manager's figure. Say that the dots have no names.",
    ),
    "script.r5.wave2.next": ("Vis de nye skøn.", "Show the new estimates."),
    "script.r5.resolved.say": (
        "Vi planlægger efter det forsigtige tal: Tre ud af fire tror på mindst så meget.",
        "We plan by the cautious figure: three out of four believe in at least that much.",
    ),
    "script.r5.resolved.why": (
        "De fleste projekter venter for meget. Det forsigtige tal holder.",
        "Most projects expect too much. The cautious figure holds.",
    ),
    "script.r5.resolved.pitfalls": (
        "Timer bliver regnet om til kroner. Kun et budget, der falder, er kroner.",
        "Hours are turned into kroner. Only a budget that falls is kroner.",
    ),
    "script.r5.resolved.next": (
        "Mangler en måling, så brug tre minutter på den nu. Ellers gå til modvind.",
        "If a measure is missing, spend three minutes on it now. Otherwise go to headwind.",
    ),
    "script.r6.briefing.say": (
        "Forestil jer, at der er gået to år, og at det ikke lykkedes. Hvad skete der?",
        "Imagine that two years have passed and it did not work. What happened?",
    ),
    "script.r6.briefing.why": (
        "Når fiaskoen allerede er sket, er det lettere at sige hvorfor.",
        "When the failure has already happened, it is easier to say why.",
    ),
    "script.r6.briefing.pitfalls": (
        "Nogen hører det som kritik. Sig, at vi leder efter huller i planen, ikke i folk.",
        "Somebody hears it as blame. Say that we look for holes in the plan, not in people.",
    ),
    "script.r6.briefing.next": ("Slip modvinden løs.", "Let the headwind in."),
    "script.r6.open.say": (
        "Skriv i stilhed: Hvorfor kom gevinsten ikke? Og hvem mister noget, hvis den kommer?",
        "Write in silence: why did the benefit not come? And who loses something if it does?",
    ),
    "script.r6.open.why": (
        "Næsten alle forandringer koster nogen noget. Det skal stå på kortet.",
        "Nearly every change costs somebody something. It belongs on the map.",
    ),
    "script.r6.open.pitfalls": (
        "»For få ressourcer.« Bed om noget, der kun gælder her.",
        "“Too few resources.” Ask for something that is true only here.",
    ),
    "script.r6.open.next": ("Vis modvinden.", "Show the headwind."),
    "script.r6.revealed.say": (
        "Hver gevinst har fået et modvindskort. Ejeren svarer, og tre andre siger, om det holder.",
        "Each benefit has a challenge card. The owner answers, and three others say if it holds.",
    ),
    "script.r6.revealed.why": (
        "Et svar er først et svar, når andre end ejeren tror på det.",
        "An answer is an answer only when others than the owner believe it.",
    ),
    "script.r6.revealed.pitfalls": (
        "Ejeren bliver alene. Lad gerne rummet hjælpe med svaret.",
        "The owner is left alone. Let the room help with the answer.",
    ),
    "script.r6.revealed.next": (
        "Læs de vigtigste kort op, og saml svarene.",
        "Read out the most important cards and gather the answers.",
    ),
    "script.r6.talk": (
        "Læs kortene på {nodes} højt, i den orden, og saml svarene.",
        "Read aloud the cards on {nodes}, in that order, and gather the answers.",
    ),
    "script.r6.resolved.say": (
        "Det, vi ikke kunne svare på, er blevet til handlinger. Det er helt i orden.",
        "What we could not answer has become actions. That is quite all right.",
    ),
    "script.r6.resolved.why": (
        "Et hul, man kender, kan man fylde.",
        "A hole you know of can be filled.",
    ),
    "script.r6.resolved.pitfalls": (
        "Ulempen bliver forklaret væk. Find en, der ejer den, eller sig, at I lever med den.",
        "The dis-benefit is explained away. Find its owner, or say that you live with it.",
    ),
    "script.r6.resolved.next": ("Gå til lukning.", "Go to closing."),
}
