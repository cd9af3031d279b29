"""Why something cannot be done, and what to do instead: the room and the cards.

Every refusal is one plain sentence with the next step (`refusal.<code>`). What concerns the map and
its owners stands in `refusals_map`.
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # The game and its time.
    "refusal.round.step": (
        "Det kan man ikke på dette trin. Se på tavlen, hvad vi er i gang med.",
        "That cannot be done at this step. See on the board what we are doing.",
    ),
    "refusal.round.closed": (
        "Runden er lukket. Gå videre med den, der er åben nu.",
        "The round is closed. Go on with the one that is open now.",
    ),
    "refusal.round.first": (
        "Det er den første runde. Der er ingen at gå tilbage til.",
        "This is the first round. There is none to go back to.",
    ),
    "refusal.round.last": (
        "Det er den sidste runde. Afslut spillet, når I er færdige.",
        "This is the last round. End the game when you are done.",
    ),
    "refusal.game.paused": (
        "Spillet holder pause. Prøv igen, når spilstyreren går videre.",
        "The game is paused. Try again when the facilitator goes on.",
    ),
    "refusal.game.empty": (
        "Der er ingen i rummet endnu. Vent, til den første er kommet med.",
        "Nobody is in the room yet. Wait until the first person has joined.",
    ),
    "refusal.game.closed": (
        "Spillet er slut. Det, du ejer, finder du på din egen side.",
        "The game is over. What you own is on your own page.",
    ),
    "refusal.game.followed": (
        "Projektets næste spil er begyndt. Kortet rettes dér fra nu af.",
        "The project's next game has begun. The map is edited there from now on.",
    ),
    "refusal.game.not_started": (
        "Spillet er ikke begyndt. Vent, til spilstyreren starter.",
        "The game has not begun. Wait for the facilitator to start.",
    ),
    "refusal.game.live": (
        "Spillet er stadig i gang. Afslut det først.",
        "The game is still under way. End it first.",
    ),
    "refusal.game.locked": (
        "Rummet er låst. Bed spilstyreren om at lukke dig ind.",
        "The room is locked. Ask the facilitator to let you in.",
    ),
    "refusal.game.full": (
        "Rummet er fyldt. Der er plads igen, når spilstyreren har taget nogen ud.",
        "The room is full. There is room again once the facilitator has taken somebody out.",
    ),
    "refusal.game.not_found": (
        "Der er intet spil med den kode. Se efter på tavlen, og skriv den igen.",
        "There is no game with that code. Check the board and type it again.",
    ),
    "refusal.project.game_open": (
        "Projektet har allerede et spil i gang. Afslut det, eller gå ind i det.",
        "The project already has a game under way. End it, or go into it.",
    ),
    "refusal.undo.too_late": (
        "Det er for sent at fortryde: Der er sket noget nyt samme sted. Ret det direkte i stedet.",
        "It is too late to undo: something newer has happened there. Change it directly.",
    ),
    "refusal.undo.nothing": (
        "Der er intet at fortryde. Dit seneste valg kan ændres direkte på kortet.",
        "There is nothing to undo. Your latest choice can be changed directly on the map.",
    ),
    "refusal.round.not_over": (
        "Tiden er ikke gået endnu. Vent, eller gå videre på den store knap.",
        "Time is not up yet. Wait, or go on with the big button.",
    ),
    "refusal.revote.used": (
        "Der er allerede stemt om. Skriv uenigheden som en mindretalsnote.",
        "The re-vote has been used. Keep the disagreement as a minority note.",
    ),
    "refusal.revote.not_contested": (
        "Den er ikke omstridt, så der skal ikke stemmes igen. Vælg en skraveret gevinst.",
        "It is not contested, so there is no re-vote. Choose a hatched benefit.",
    ),
    # Cards and plays.
    "refusal.card.not_in_hand": (
        "Det kort er ikke på din hånd. Vælg et af dine egne.",
        "That card is not in your hand. Choose one of yours.",
    ),
    "refusal.card.played": (
        "Du har allerede lagt det kort. Vælg et andet, eller tag det tilbage først.",
        "You have already played that card. Choose another, or take it back first.",
    ),
    "refusal.card.wrong_family": (
        "Det kort hører ikke til her. Vælg en anden slags.",
        "That card does not belong here. Choose another kind.",
    ),
    "refusal.plays.none_left": (
        "Du kan ikke lægge flere kort. Tag et tilbage, hvis du vil bytte.",
        "You cannot play any more cards. Take one back if you want to swap.",
    ),
    "refusal.play.unknown": (
        "Vi kan ikke finde det kort blandt dine. Hent siden igen.",
        "We cannot find that card among yours. Reload the page.",
    ),
    "refusal.second.own": (
        "Du står allerede bag det kort. Støt et af de andres.",
        "You already stand behind that card. Support one of the others.",
    ),
    # Texts, numbers and dates.
    "refusal.text.missing": (
        "Der mangler en tekst. Skriv et par ord, og prøv igen.",
        "There is no text. Write a few words and try again.",
    ),
    "refusal.text.too_long": (
        "Teksten er for lang. Kort den ned til {limit} tegn.",
        "The text is too long. Shorten it to {limit} characters.",
    ),
    "refusal.perspective.missing": (
        "Vælg, hvem det gælder: borgere, processer, økonomi eller medarbejdere.",
        "Choose whom it concerns: citizens, processes, finance or employees.",
    ),
    "refusal.perspective.unknown": (
        "Det perspektiv findes ikke. Vælg et af de fire.",
        "There is no such perspective. Choose one of the four.",
    ),
    "refusal.value.format": (
        "Skriv et tal, fx 1250 eller 0,75, uden bogstaver.",
        "Write a number, such as 1250 or 0.75, without letters.",
    ),
    "refusal.date.format": (
        "Skriv datoen sådan: 2027-12-01.",
        "Write the date like this: 2027-12-01.",
    ),
    "refusal.date.missing": (
        "Vælg en dato. Et løfte uden dato bliver let væk.",
        "Choose a date. A promise without a date is easily lost.",
    ),
    "refusal.vote.range": (
        "Stem fra 0 til 5, eller vælg »ved ikke«.",
        "Vote from 0 to 5, or choose “don't know”.",
    ),
    # People, commands and the connection.
    "refusal.seat.unknown": (
        "Den person er ikke med i spillet. Vælg en, der er i rummet.",
        "That person is not in the game. Choose somebody in the room.",
    ),
    "refusal.seat.waiting": (
        "Du står ved døren. Spilstyreren lukker dig ind om lidt.",
        "You are at the door. The facilitator will let you in shortly.",
    ),
    "refusal.seat.not_proxy": (
        "Du kan kun spille for en, der ikke har telefon. Opret først personen uden telefon.",
        "You can play only for somebody without a phone. Add them without a phone first.",
    ),
    "refusal.seat.removed": (
        "Du er ikke længere med i spillet. Tal med spilstyreren, hvis det er en fejl.",
        "You are no longer in the game. Talk to the facilitator if that is a mistake.",
    ),
    "refusal.role.unknown": (
        "Den rolle findes ikke. Vælg en fra listen.",
        "There is no such role. Choose one from the list.",
    ),
    "refusal.policy.unknown": (
        "Vælg, om nye må komme ind: åbent, efter godkendelse eller lukket.",
        "Choose whether new people may come in: open, by approval or closed.",
    ),
    "refusal.language.unknown": (
        "Det sprog har vi ikke. Vælg dansk eller engelsk.",
        "We do not have that language. Choose Danish or English.",
    ),
    "refusal.command.unknown": (
        "Det kender spillet ikke. Hent siden igen.",
        "The game does not know that. Reload the page.",
    ),
    "refusal.command.not_yours": (
        "Det kan du ikke gøre fra din plads. Bed spilstyreren om det.",
        "You cannot do that from your seat. Ask the facilitator.",
    ),
    "refusal.command.unreadable": (
        "Vi kunne ikke læse det, der blev sendt. Prøv igen.",
        "We could not read what was sent. Try again.",
    ),
    "refusal.command.failed": (
        "Det gik galt hos os. Prøv noget andet imens; vi har skrevet fejlen ned.",
        "Something went wrong on our side. Try something else; we have noted the error.",
    ),
    "refusal.limit.rate": (
        "Det går lidt for hurtigt. Vent et øjeblik, så sender vi igen.",
        "That is a little too fast. Wait a moment and we will send it again.",
    ),
    "refusal.limit.busy": (
        "Der er travlt lige nu. Vi prøver selv igen om lidt.",
        "It is busy right now. We will try again in a moment.",
    ),
    "refusal.store.away": (
        "Det kunne ikke gemmes lige nu. Vi prøver selv igen om lidt.",
        "It could not be saved just now. We will try again in a moment.",
    ),
}
