"""What a page shows of a saved map, card by card, in the reader's words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a card; `state` is `none` for an orphan."""

    state: str
    who: str
    initials: str
    by: str
    co_signed: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules hold against the map."""

    rule: str
    level: str
    node: str | None
    text: str
    why: str
    next: str


@dataclass(frozen=True, slots=True)
class MapCard:
    """A card of the map."""

    id: str
    label: str
    type: str
    tone: str
    title: str
    state: str
    is_ghost: bool
    owner: Owner | None
    figure: str
    measure: str
    estimate: str
    is_disputed: bool
    leads_to: tuple[str, ...]
    flags: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Cards of one kind, in the order of the drawing."""

    type: str
    tone: str
    cards: tuple[MapCard, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """Something somebody promised to do."""

    text: str
    who: str
    by: str
    done: bool
