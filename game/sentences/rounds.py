"""What each round is called, and the one question it puts to the room."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "round.r0": ("Lobby og roller", "Lobby and roles"),
    "round.r1": ("Formål", "Goals"),
    "round.r2": ("Effekter", "Effects"),
    "round.r3": ("Forandringer", "Changes"),
    "round.r4": ("Ejerskab", "Ownership"),
    "round.r5": ("Måling og tal", "Measures and figures"),
    "round.r6": ("Modvind", "Headwind"),
    "round.r7": ("Lukning", "Closing"),
    "round.f1": ("Blindt skøn", "Blind estimate"),
    "round.f2": ("Hvad har flyttet sig?", "What has moved?"),
    "round.f3": ("Hvad er der høstet?", "What has been harvested?"),
    "round.f4": ("Ejerne bekræfter", "The owners confirm"),
    "round.f5": ("Ny modvind", "New headwind"),
    "round.f6": ("Kortet nu", "The map now"),
    "question.r0": ("Hvem er du i dag?", "Who are you today?"),
    "question.r1": ("Er det her, vi vil hen?", "Is this where we want to go?"),
    "question.r2": (
        "Hvad bliver mere, mindre eller hurtigere – for hvem?",
        "What becomes more, less or faster – for whom?",
    ),
    "question.r2.second": ("Hvilke kort støtter du?", "Which cards do you support?"),
    "question.r2.vote": (
        "Tror du på den? Er den vigtig?",
        "Do you believe in it? Is it important?",
    ),
    "question.r2.wave2": (
        "Hvad mangler, nu hvor du har set de andres kort?",
        "What is missing, now that you have seen the others' cards?",
    ),
    "question.r2.revote": (
        "Stem igen, nu hvor I har hørt hinanden.",
        "Vote again, now that you have heard each other.",
    ),
    "question.r3": (
        "Hvem skal gøre hvad anderledes?",
        "Who must do what differently?",
    ),
    "question.r3.revealed": ("Fører det ene til det andet?", "Does the one lead to the other?"),
    "question.r4": ("Hvem tager den?", "Who takes it?"),
    "question.r4.revealed": ("Siger du ja?", "Do you say yes?"),
    "question.r5": ("Hvordan kan vi se, at det sker?", "How can we see that it happens?"),
    "question.r5.revealed": (
        "Hvorfor er vi så langt fra hinanden?",
        "Why are we so far apart?",
    ),
    "question.r5.wave2": ("Skøn en gang til, i stilhed.", "Estimate once more, in silence."),
    "question.r6": (
        "Det er to år senere, og gevinsten kom ikke. Hvorfor?",
        "Two years on, the benefit never came. Why?",
    ),
    "question.r6.short": ("Hvem mister noget?", "Who loses something?"),
    "question.r6.revealed": ("Holder svaret?", "Does the answer hold?"),
    "question.r7": ("Hvad gør du, og hvornår?", "What will you do, and when?"),
}
