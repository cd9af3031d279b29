"""The rules of Gevinstspillet: a function library without clock, chance or I/O."""

from game.decide import decide, new_game
from game.errors import RuleError
from game.evolve import evolve, replay
from game.model import State
from game.say import Name, Say
from game.slices import slices

__all__ = [
    "Name",
    "RuleError",
    "Say",
    "State",
    "decide",
    "evolve",
    "new_game",
    "replay",
    "slices",
]
