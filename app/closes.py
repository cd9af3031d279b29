"""Why a line to a game was closed: the codes of the protocol, each with its sentence."""

from typing import Final

import orjson

RESTART: Final = 1012
LATER: Final = 1013
SIGN_IN: Final = 4001
REMOVED: Final = 4003
NO_GAME: Final = 4004
TOO_SLOW: Final = 4008
NOTHING_LEFT: Final = 4010
FULL: Final = 4013
TOO_OLD: Final = 4026
RATE: Final = 4029

RETRY_MS: Final = (500, 9000)
"""Between these a client picks its moment, so that a class does not come back all at once."""
RETRIED: Final = frozenset({RESTART, LATER, TOO_SLOW, RATE})

SENTENCES: Final = {
    RESTART: (
        "Serveren starter igen. Vi forbinder selv om lidt.",
        "The server is restarting. We will reconnect in a moment.",
    ),
    LATER: (
        "Der er travlt lige nu. Vi prøver selv igen om lidt.",
        "It is busy right now. We will try again in a moment.",
    ),
    SIGN_IN: (
        "Vi kender dig ikke i dette spil. Gå med i spillet igen.",
        "We do not know you in this game. Join the game again.",
    ),
    REMOVED: (
        "Du er ikke længere med i spillet. Tal med spilstyreren, hvis det er en fejl.",
        "You are no longer in the game. Talk to the facilitator if that is a mistake.",
    ),
    NO_GAME: (
        "Der er intet spil med den kode. Se efter på skærmen, og skriv den igen.",
        "There is no game with that code. Check the screen and type it again.",
    ),
    TOO_SLOW: (
        "Forbindelsen kunne ikke følge med. Vi forbinder igen.",
        "The connection could not keep up. We will reconnect.",
    ),
    NOTHING_LEFT: (
        "Her er ikke mere at gøre. Kortet ligger hos projektet.",
        "There is nothing left to do here. The map is with the project.",
    ),
    FULL: (
        "Rummet er fuldt eller låst. Bed spilstyreren om at lukke dig ind.",
        "The room is full or locked. Ask the facilitator to let you in.",
    ),
    TOO_OLD: (
        "Der er kommet en ny udgave. Hent siden igen.",
        "There is a new version. Load the page again.",
    ),
    RATE: (
        "Der er for mange forbindelser fra din plads. Luk de andre faner.",
        "There are too many connections from your seat. Close the other tabs.",
    ),
}


def bye(code: int, language: str) -> bytes:
    """The `bye` frame that goes before a close."""
    danish, english = SENTENCES[code]
    return orjson.dumps(
        {
            "t": "bye",
            "code": code,
            "text": english if language == "en" else danish,
            "retry_ms": RETRY_MS if code in RETRIED else None,
        }
    )
