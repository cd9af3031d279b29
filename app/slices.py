"""The slices of one game as they were last made, and when each one changed.

A slice is made anew only if one of its parts is a new object, and counts as changed only if its
value is another one. Its bytes are made once for each language that somebody reads.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

import orjson

from app.rules import Family, Group, Parts, SeatFamily
from game.fold import are_same
from game.say import Value

Encode = Callable[[Value, str], bytes]
"""A value as JSON in a language."""

WORDED = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
"""What JSON has no form for is worded."""
ENCODING = WORDED | orjson.OPT_PASSTHROUGH_SUBCLASS
"""The same, where what is `Fixed` is written but once."""


class Slice:
    """One named value. `changed` is the seq at which it became this value, or was deleted."""

    __slots__ = ("_bytes", "changed", "name", "value")

    def __init__(self, name: str) -> None:
        self.name = name
        self.changed = 0
        self.value: Value = None
        self._bytes: dict[str, bytes] | None = None
        """By language; None until somebody reads it who does not read it alone."""

    def set(self, value: Value, seq: int) -> None:
        """Become another value."""
        self.value = value
        self.changed = seq
        self._bytes = None

    def entry(self, language: str, encode: Encode) -> bytes:
        """`"name":value` in a language."""
        if self._bytes is None:
            self._bytes = {}
        found = self._bytes.get(language)
        if found is None:
            found = self._bytes[language] = encode({self.name: self.value}, language)[1:-1]
        return found


class Ledger:
    """Slices in the order of their changes, newest last, so that news is read from one end."""

    __slots__ = ("_gone", "_live", "changed")

    def __init__(self) -> None:
        self._live: dict[str, Slice] = {}
        self._gone: dict[str, int] = {}
        self.changed = 0
        """The seq of the newest change or deletion."""

    def put(self, made: Slice) -> None:
        """Note that a slice has just changed."""
        if self._gone:
            self._gone.pop(made.name, None)
        self._live.pop(made.name, None)
        self._live[made.name] = made
        self.changed = made.changed

    def drop(self, name: str, seq: int) -> None:
        """Note that a slice is no more."""
        if self._live.pop(name, None) is not None:
            self._gone.pop(name, None)
            self._gone[name] = seq
            self.changed = seq

    def value(self, name: str) -> Value:
        """The value of a slice, or None when there is none."""
        found = self._live.get(name)
        return found.value if found else None

    def since(self, seq: int) -> Iterator[Slice]:
        """The slices that changed after `seq`, newest first."""
        for one in reversed(self._live.values()):
            if one.changed <= seq:
                return
            yield one

    def gone_since(self, seq: int) -> list[str]:
        """The names of the slices deleted after `seq`; somebody who has nothing misses nothing."""
        if not seq or not self._gone:
            return []
        return [name for name, _ in takewhile(lambda one: one[1] > seq, self._gone_newest())]

    def _gone_newest(self) -> Iterator[tuple[str, int]]:
        return reversed(self._gone.items())


class Shelf:
    """The slices of one family, kept up with the state and entered in the ledgers of its kinds."""

    __slots__ = ("_family", "_ledgers", "_parts", "_slices", "_subject")

    def __init__(self, family: SeatFamily, ledgers: list[Ledger], *subject: str) -> None:
        self._family = family
        self._ledgers = ledgers
        self._subject = subject
        self._parts: Mapping[str, Parts] = {}
        self._slices: dict[str, Slice] = {}

    def refresh(self, state: object, seq: int) -> None:
        """Make anew what has new parts."""
        items = self._family.items(state, *self._subject)
        known = self._parts
        for name, parts in items.items():
            before = known.get(name)
            if before is None or not are_same(before, parts):
                self._make(state, name, seq)
        if len(self._slices) != len(items):  # each that is there has a slice by now
            for name in known.keys() - items.keys():
                del self._slices[name]
                for ledger in self._ledgers:
                    ledger.drop(name, seq)
        self._parts = items

    def _make(self, state: object, name: str, seq: int) -> None:
        value = self._family.make(state, *self._subject, name)
        found = self._slices.get(name)
        if found is None:
            found = self._slices[name] = Slice(name)
        elif found.value == value:
            return
        found.set(value, seq)
        for ledger in self._ledgers:
            ledger.put(found)


class _Shared:
    """A shelf of a family that tells at a glance whether any of it can have changed."""

    __slots__ = ("_depends", "_family", "_shelf")

    def __init__(self, family: Family, ledgers: Mapping[str, Ledger]) -> None:
        self._family = family
        self._depends: Parts | None = None
        self._shelf = Shelf(family, [ledgers[kind] for kind in family.kinds])

    def refresh(self, state: object, seq: int) -> None:
        depends = self._family.depends(state)
        if self._depends is None or not are_same(depends, self._depends):
            self._depends = depends
            self._shelf.refresh(state, seq)


class Case:
    """The shelves of one group, looked at only when something they follow from has changed."""

    __slots__ = ("_depends", "_group", "_shelves")

    def __init__(self, group: Group, ledgers: Mapping[str, Ledger]) -> None:
        self._group = group
        self._depends: Parts | None = None
        self._shelves = [_shelf(family, group, ledgers) for family in group.families]

    def refresh(self, state: object, seq: int) -> None:
        """Make anew what has new parts."""
        depends = self._group.depends(state)
        if self._depends is not None and are_same(depends, self._depends):
            return
        self._depends = depends
        for shelf in self._shelves:
            shelf.refresh(state, seq)


def _shelf(family: Family, group: Group, ledgers: Mapping[str, Ledger]) -> Shelf | _Shared:
    """A family that follows from what its group does needs no glance of its own."""
    if family.depends is group.depends:
        return Shelf(family, [ledgers[kind] for kind in family.kinds])
    return _Shared(family, ledgers)
