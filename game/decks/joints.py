"""Where the long Danish words of the decks and the roles are joined.

A rule for syllables cannot know that it is a licence's cost and not a fee's: so what we author
ourselves, we part ourselves.
"""

from typing import Final

JOINTS: Final = (
    "befolknings|vækst",
    "bemandings|plan",
    "beslut|ninger",
    "borger|repræsen|tant",
    "borger|service|center",
    "borger|service|centre",
    "budget|ansvarlig",
    "budget|ansvarlige",
    "data|kvalitet",
    "energi|udgift",
    "erstat|ninger",
    "fag|specialist",
    "fast|holdelse",
    "fejl|rettelser",
    "forandrings|ejer",
    "forud|sigelig",
    "gebyr|indtægt",
    "gen|indtast|ninger",
    "gennem|løbstid",
    "gevinst|controller",
    "henven|delser",
    "ikke-|digitale",
    "it-system|ejer",
    "kerne|opgaven",
    "konsulent|timer",
    "kvadrat|meter",
    "licens|udgift",
    "med|arbejder",
    "med|arbejdere",
    "medarbejder|repræsen|tant",
    "med|bestemmelse",
    "over|leveringer",
    "projekt|leder",
    "samarbejds|partner",
    "sikkerheds|hændelser",
    "styregruppe|formand",
    "vedligeholds|udgift",
)
