"""The facilitator's script: R2, effects."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "script.r2.briefing.say": (
        (
            "Om lidt får du kort på hånden. Læg dem, du selv tror på. Ingen ser, hvem der lægger "
            "hvad, og alle kort vendes på én gang."
        ),
        (
            "In a moment you get a hand of cards. Play the ones you believe in. Nobody sees who "
            "plays what, and all the cards are turned at once."
        ),
    ),
    "script.r2.briefing.why": (
        "Når alle tænker først og taler bagefter, får vi flere og ærligere bud.",
        "When we all think first and talk later, we get more ideas, and more honest ones.",
    ),
    "script.r2.briefing.pitfalls": (
        "Nogen begynder at fortælle, hvad de vil lægge. Bed om stilhed.",
        "Somebody starts telling what they will play. Ask for silence.",
    ),
    "script.r2.briefing.next": ("Del kortene ud.", "Deal the cards."),
    "script.r2.open.say": (
        (
            "Hvad bliver mere, mindre eller hurtigere – for hvem? Mangler det kort, du tænker på, "
            "så skriv det blanke."
        ),
        (
            "What becomes more, less or faster – for whom? If the card you think of is missing, "
            "write the blank one."
        ),
    ),
    "script.r2.open.why": (
        "Gevinsten er det, nogen mærker, ikke det, vi bygger.",
        "The benefit is what somebody notices, not what we build.",
    ),
    "script.r2.open.pitfalls": (
        "»Nyt system« eller »bedre overblik« skrives som gevinst. Spørg: Og hvad sker der så?",
        "“New system” or “better overview” is written as a benefit. Ask: and what happens then?",
    ),
    "script.r2.open.next": (
        "Vent, til de fleste er klar, og vis kortene.",
        "Wait until most are ready, and turn the cards.",
    ),
    "script.r2.wave2.say": (
        "Nu har I set hinandens kort. Hvad mangler? I får et par kort mere.",
        "Now you have seen each other's cards. What is missing? You get a few more plays.",
    ),
    "script.r2.wave2.why": (
        "Det bedste bud kommer ofte, når man har set de andres.",
        "The best idea often comes after seeing the others' cards.",
    ),
    "script.r2.wave2.pitfalls": (
        "Alle lægger det samme igen. Peg på det perspektiv, der er tomt.",
        "Everybody plays the same again. Point to the perspective that is empty.",
    ),
    "script.r2.wave2.next": ("Vis de nye kort.", "Turn the new cards."),
    "script.r2.revealed.say": (
        "Her er det hele. Hvad overrasker jer?",
        "Here it all is. What surprises you?",
    ),
    "script.r2.revealed.why": (
        "Det, flere har lagt uden at aftale det, er stærkt.",
        "What several people played without agreeing on it is strong.",
    ),
    "script.r2.revealed.pitfalls": (
        "Man leder efter, hvem der lagde hvad. Tal om kortet, ikke om personen.",
        "Looking for who played what. Talk about the card, not the person.",
    ),
    "script.r2.revealed.next": (
        "Giv alle et minut til at støtte kort, og gå til afstemning.",
        "Give everybody a minute to support cards, and go to the vote.",
    ),
    "script.r2.second.say": (
        "I har et minut: Støt de kort, I også tror på.",
        "You have a minute: support the cards you believe in too.",
    ),
    "script.r2.second.why": (
        "Et kort, kun én har lagt, kan være det vigtigste, når andre får øje på det.",
        "A card that only one person played may be the most important, once others see it.",
    ),
    "script.r2.second.pitfalls": (
        "To kort siger det samme. Slå dem sammen, før I stemmer.",
        "Two cards say the same. Merge them before you vote.",
    ),
    "script.r2.second.next": ("Gå videre, når minuttet er gået.", "Go on when the minute is over."),
    "script.r2.vote.say": (
        "To tryk for hver: Tror du på, at den kommer? Er den vigtig? »Ved ikke« er et godt svar.",
        "Two taps for each: do you believe it will come? Is it important? “Don't know” is fine.",
    ),
    "script.r2.vote.why": (
        "Tro og vigtighed er to forskellige ting. Det vigtige, ingen tror på, skal vi tale om.",
        "Belief and importance are two things. What is important but not believed, we talk about.",
    ),
    "script.r2.vote.pitfalls": (
        "Man stemmer som sin chef. Stemmerne er hemmelige; sig det højt.",
        "Voting like one's manager. The votes are secret; say so.",
    ),
    "script.r2.vote.next": (
        "Tæl stemmerne, når alle er klar.",
        "Count the votes when everybody is ready.",
    ),
    "script.r2.resolved.say": (
        (
            "De accepterede gevinster står på kortet. De skraverede er vi uenige om, og det er "
            "værd at vide."
        ),
        (
            "The accepted benefits stand on the map. We disagree about the hatched ones, "
            "and that is worth knowing."
        ),
    ),
    "script.r2.resolved.why": (
        "Uenighed er viden. Et gennemsnit ville have skjult den.",
        "Disagreement is knowledge. An average would have hidden it.",
    ),
    "script.r2.resolved.pitfalls": (
        "Man vil blive enige om alt. To minutters snak, én ny afstemning, så videre.",
        "Wanting to agree on everything. Two minutes' talk, one re-vote, then on.",
    ),
    "script.r2.resolved.next": (
        "Er noget vigtigt omstridt, så tag den ene nye afstemning. Ellers gå videre.",
        "If something important is contested, take the one re-vote. Otherwise go on.",
    ),
    "script.r2.revote.say": (
        "To minutter: Én, der tror på den, og én, der ikke gør. Så stemmer vi igen.",
        "Two minutes: one who believes in it and one who does not. Then we vote again.",
    ),
    "script.r2.revote.why": (
        "De to lejre ved som regel noget forskelligt.",
        "The two camps usually know different things.",
    ),
    "script.r2.revote.pitfalls": (
        "Den samme taler hele tiden. Giv ordet til den stille lejr først.",
        "One person does all the talking. Let the quiet camp speak first.",
    ),
    "script.r2.revote.next": (
        "Tæl stemmerne. Er den stadig omstridt, så bed om en mindretalsnote.",
        "Count the votes. If it is still contested, ask for a minority note.",
    ),
}
