"""The game of this product, as the live core calls it."""

from typing import Final

from app.rules import Rules
from game import evolve
from game.decide import judge
from game.map_json import map_bytes, map_content
from game.model import EMPTY, State
from game.sentences import word
from game.slices import GROUPS, SEAT_FAMILIES, SEAT_MARKS, SEAT_PUBLIC


def _map_bytes(state: State) -> bytes:
    """The content of the map as it stands, as it is hashed and kept."""
    return map_bytes(map_content(state))


RULEBOOK: Final = Rules(
    empty=EMPTY,
    judge=judge,
    evolve=evolve,
    groups=GROUPS,
    seat_families=SEAT_FAMILIES,
    seat_public=SEAT_PUBLIC,
    seat_marks=SEAT_MARKS,
    word=word,
    map_bytes=_map_bytes,
)
