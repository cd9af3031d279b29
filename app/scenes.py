"""Moments of one recorded game, as the surfaces would show them: what the style guide draws.

The record is the passport case, played through the rules; the slices are the rules' own, so the
guide shows what a room would see and never a copy of it.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import orjson

from app.i18n import N_
from app.slices import WORDED
from game.events import from_parts
from game.evolve import evolve
from game.model import EMPTY, Kind, State
from game.sentences import word
from game.slices import slices

RECORD: Final = Path(__file__).parent / "scenes.jsonl"
CODE: Final = "SPIL01"
"""No game has it: codes are made without 0 and 1."""
Surface = Literal["phone", "board", "console"]
KINDS: Final[dict[Surface, Kind]] = {"phone": "player", "board": "board", "console": "facilitator"}
PEOPLE: Final = (
    *("Karen Holm", "Mette Lund", "Jonas Friis", "Amira Said", "Lars Bruun"),
    *("Birgit Dam", "Yusuf Demir", "Sofie Krogh", "Systemejeren", "Fagchefen"),
)
"""Who sits where, in the order of their seats."""


@dataclass(frozen=True)
class Wire:
    """How the line to the server stands in a scene."""

    link: Literal["connecting", "open", "polling", "offline", "ended"] = "open"
    is_saved: bool = False
    is_sending: bool = False
    refusal: str = ""
    is_back: bool = False


@dataclass(frozen=True)
class Scene:
    """A moment, seen by one surface: the record's first `seq` events, and who looks."""

    title: str
    surface: Surface
    seq: int
    seat: str | None = None
    left_s: int = 200
    wire: Wire = Wire()


LATE: Final = N_("Kortene er allerede vendt. Dit kort nåede ikke med. Se de andres på tavlen.")
PHONES: Final = (
    Scene(N_("Lobby"), "phone", 31, "s_02"),
    Scene(N_("Briefing"), "phone", 37, "s_02"),
    Scene(N_("Formål, fra 0 til 5"), "phone", 38, "s_02"),
    Scene(N_("Hånden"), "phone", 64, "s_02"),
    Scene(N_("Lagt og gemt"), "phone", 78, "s_01", 100, Wire(is_saved=True)),
    Scene(N_("Velkommen tilbage"), "phone", 82, "s_01", 70, Wire(is_saved=True, is_back=True)),
    Scene(N_("Uden net, sender senere"), "phone", 64, "s_03", 45, Wire("offline", is_sending=True)),
    Scene(N_("Kom for sent"), "phone", 90, "s_04", 30, Wire(refusal=LATE)),
    Scene(N_("Hvem skal gøre hvad anderledes?"), "phone", 312, "s_02"),
    Scene(N_("Hvem høster den?"), "phone", 430, "s_02"),
    Scene(N_("Spurgt om at eje"), "phone", 450, "s_01"),
    Scene(N_("Måling og skøn"), "phone", 500, "s_02"),
    Scene(N_("Et skøn med taltastatur"), "phone", 555, "s_07"),
    Scene(N_("Modvind"), "phone", 632, "s_01"),
    Scene(N_("Skriv under"), "phone", 730, "s_01"),
    Scene(N_("Efter runden"), "phone", 293, "s_02", wire=Wire(is_saved=True)),
    Scene(N_("Efter spillet"), "phone", 750, "s_02", wire=Wire(is_saved=True)),
    Scene(N_("Telefonen er taget ud af spillet"), "phone", 64, "s_02", wire=Wire("ended")),
)
BOARDS: Final = (
    Scene(N_("Lobby"), "board", 30),
    Scene(N_("Formål"), "board", 45),
    Scene(N_("Kort med bagsiden op"), "board", 78),
    Scene(N_("Kort i klynger"), "board", 290),
    Scene(N_("Forandringer på kortet"), "board", 425),
    Scene(N_("Ejere på kortet, uden forbindelse"), "board", 473, wire=Wire("offline")),
    Scene(N_("Skøn som prikker"), "board", 585),
    Scene(N_("Modvind"), "board", 700),
    Scene(N_("Det færdige kort"), "board", 726),
    Scene(N_("Slutbilledet"), "board", 750),
)
CONSOLES: Final = (
    Scene(N_("Lobby"), "console", 30),
    Scene(N_("Kort lægges"), "console", 78),
    Scene(N_("Ejerskab"), "console", 460),
    Scene(N_("Måling og skøn"), "console", 585),
    Scene(N_("Lukning"), "console", 743),
    Scene(N_("Efter spillet"), "console", 750),
)


@cache
def slices_of(scene: Scene, language: str) -> dict[str, Any]:
    """What the surface of this scene would have been sent, in this language."""
    state = _states()[scene.seq - 1]
    shown = slices(state, KINDS[scene.surface], scene.seat)
    here = [seat.id for seat in state.seats.values() if not seat.absent]
    names = {seat.person: name for seat, name in zip(state.seats.values(), PEOPLE, strict=False)}
    told = orjson.dumps(shown, lambda leaf: word(leaf, language, names), WORDED)
    worded: dict[str, Any] = orjson.loads(told)
    worded["presence"] = here[:-1]
    return worded


@cache
def _states() -> tuple[State, ...]:
    """The game after each of its events."""
    states = [EMPTY]
    for line in RECORD.read_bytes().splitlines():
        parts = orjson.loads(line)
        states.append(evolve(states[-1], from_parts(parts["public"], parts["private"])))
    return tuple(states[1:])
