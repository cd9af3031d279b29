"""The passport case of the book, played through the rules by the demo's stakeholders."""

from __future__ import annotations

from typing import Any

from app.demo import case, facilitator, stakeholder
from game import Name, Say
from game import commands as cm
from game.model import FACILITATOR, EnablerText, GoalText
from game.sentences import word
from tests.game.dsl import Room, game


def play(seed: str = case.SEED) -> Room:
    """The case from the lobby to the edits after closing; refused moves fail."""
    room = game(
        [role for role, _ in case.PLAYERS],
        goals=[GoalText(**goal) for goal in case.GOALS],
        enablers=[EnablerText(**enabler) for enabler in case.ENABLERS],  # type: ignore[arg-type]  # as the API has them
        seed=seed,
    )
    while _turn(room):
        pass
    return room


def _turn(room: Room) -> bool:
    """Everybody says what they have to say once; False when nobody has anything."""
    moved = False
    for seat in list(room.state.seats):
        if room.state.seats[seat].absent:
            continue
        for do, d in stakeholder.moves({**view(room, "player", seat), "people": people(room)}):
            _send(room, seat, do, d)
            moved = True
    for do, d in facilitator.moves(view(room, "facilitator")):
        _send(room, FACILITATOR, do, d)
        moved = True
    return moved


def _send(room: Room, seat: str, do: str, d: dict[str, Any]) -> None:
    given = {
        "from_" if name == "from" else name: tuple(value) if isinstance(value, list) else value
        for name, value in d.items()
        if value is not None
    }
    room.when(seat, cm.COMMANDS[do](**given)).then()


def people(room: Room) -> list[dict[str, str]]:
    """Who has which seat: what a board shows by name."""
    names = [name for _, name in (*case.PLAYERS, *case.ABSENT)]
    return [
        {"seat": seat, "name": name} for seat, name in zip(room.state.seats, names, strict=False)
    ]


def view(room: Room, kind: str, seat: str | None = None) -> dict[str, Any]:
    """A viewer's slices with every sentence worded in Danish, as a client has them."""
    return {name: worded(value) for name, value in room.see(kind, seat).items()}


def worded(value: Any) -> Any:
    """A slice's value with its sentences worded."""
    if isinstance(value, Say | Name):
        return word(value, "da", {})
    if isinstance(value, dict):
        return {key: worded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [worded(item) for item in value]
    return value
