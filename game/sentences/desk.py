"""Who leads the game, and what `undo` would take back."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "refusal.desk.not_yours": (
        "En anden styrer spillet lige nu. Tag over øverst på siden, før du trykker videre.",
        "Somebody else is leading the game. Take over at the top of the page before you go on.",
    ),
    "refusal.desk.yours": (
        "Det er allerede dig, der styrer. Gå bare videre.",
        "You are leading already. Just go on.",
    ),
    "refusal.desk.not_away": (
        "Den, der styrer, er her stadig. Du kan tage over, når der har været stille i et minut.",
        "Whoever leads is still here. You can take over after a minute of silence.",
    ),
    "refusal.desk.code": (
        "Du er ikke stedfortræder i dette spil. Skriv reservekoden fra papiret.",
        "You are not a deputy in this game. Type the backup code from the paper.",
    ),
    "refusal.desk.unknown": (
        "Den stedfortræder findes ikke mere. Se på listen igen.",
        "That deputy is no longer there. Look at the list again.",
    ),
    "refusal.desk.too_many": (
        "Der kan højst være {most} stedfortrædere. Fjern en, før du tilføjer en ny.",
        "There can be at most {most} deputies. Remove one before you add another.",
    ),
    "refusal.clock.stopped": (
        "Uret er ikke i gang. Giv et minut, hvis du vil starte det.",
        "The clock is not running. Give a minute if you want to start it.",
    ),
    "refusal.clock.too_long": (
        "Så langt kan et trin ikke vare. Giv det højst et døgn, eller slå uret fra.",
        "A step cannot last that long. Give it a day at most, or turn the clock off.",
    ),
    "undo.merge": ("Fortryd: slog {about} sammen", "Undo: merged {about}"),
    "undo.dismiss_merge": (
        "Fortryd: sagde nej til at slå {about} sammen",
        "Undo: said no to merging {about}",
    ),
    "undo.park": ("Fortryd: parkerede {about}", "Undo: parked {about}"),
    "undo.unpark": ("Fortryd: hentede {about} tilbage", "Undo: took {about} back in"),
    "undo.rename": ("Fortryd: gav {about} ny titel", "Undo: gave {about} a new title"),
    "undo.retype": ("Fortryd: ændrede slags på {about}", "Undo: changed the kind of {about}"),
    "undo.reject": ("Fortryd: skjulte {about}", "Undo: hid {about}"),
    "undo.name_ghost": ("Fortryd: gav {about} navn", "Undo: named {about}"),
    "undo.set_class": (
        "Fortryd: rettede gevinsttypen på {about}",
        "Undo: changed the class of {about}",
    ),
    "undo.set_role": ("Fortryd: rettede rollen for {about}", "Undo: changed the role of {about}"),
    "undo.add_absent": (
        "Fortryd: tilføjede {about} som fraværende",
        "Undo: added {about} as absent",
    ),
    "undo.resolve_contest": (
        "Fortryd: valgte, hvem der afgør {about}",
        "Undo: chose who settles {about}",
    ),
    "undo.remove_seat": ("Fortryd: tog {about} ud af rummet", "Undo: took {about} out of the room"),
}
