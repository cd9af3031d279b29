"""The game of this product, as the live core calls it."""

from typing import Final

from app.rules import Rules
from game import decide, evolve
from game.map_json import map_bytes, map_content
from game.model import EMPTY, State
from game.sentences import word
from game.slices import FAMILIES, SEAT_FAMILIES


def _map_bytes(state: State) -> bytes:
    """The content of the map as it stands, as it is hashed and kept."""
    return map_bytes(map_content(state))


RULEBOOK: Final = Rules(
    empty=EMPTY,
    decide=decide,
    evolve=evolve,
    families=FAMILIES,
    seat_families=SEAT_FAMILIES,
    word=word,
    map_bytes=_map_bytes,
)
