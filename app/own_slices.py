"""Each seat's own slices, made anew only while somebody looks and if they may have changed."""

from collections.abc import Mapping

from app.rules import Parts, Rules
from app.slices import Ledger, Shelf
from game.fold import are_same, differing
from game.model import State


class OwnSlices:
    """The own slices of the seats that somebody has looked at."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._state = rules.empty
        self._public: Parts = ()
        self._marks: tuple[Mapping[str, object], ...] = ()
        self._seats: dict[str, tuple[Ledger, list[Shelf]]] = {}
        self._changed: dict[str, int] = {}
        """The newest change of each seat's slices; not of those that may have changed since."""
        self._touched: set[str] = set()

    def refresh(self, state: State) -> None:
        """Note whose slices the state may have changed."""
        self._state = state
        public, marks = self._rules.seat_public(state), self._rules.seat_marks(state)
        if not are_same(public, self._public) or len(marks) != len(self._marks):
            self._touched.update(self._seats)
            self._changed.clear()
        else:
            for before, after in zip(self._marks, marks, strict=True):
                if before is not after:
                    for seat in differing(before, after):
                        self._touched.add(seat)
                        self._changed.pop(seat, None)
        self._public, self._marks = public, marks

    def take_touched(self) -> set[str]:
        """The seats whose slices may have changed since this was last asked, of those looked at."""
        touched, self._touched = self._touched, set()
        return touched

    def changed(self, seat: str) -> int:
        """The seq at which a seat's own slices last changed."""
        found = self._changed.get(seat)
        return self._look(seat) if found is None else found

    def ledger(self, seat: str) -> Ledger:
        """A seat's own slices, as they are now."""
        self.changed(seat)
        return self._seats[seat][0]

    def _look(self, seat: str) -> int:
        found = self._seats.get(seat)
        if found is None:
            ledger = Ledger()
            shelves = [Shelf(family, [ledger], seat) for family in self._rules.seat_families]
            found = self._seats[seat] = (ledger, shelves)
        ledger, shelves = found
        for shelf in shelves:
            shelf.refresh(self._state, self._state.seq)
        self._changed[seat] = ledger.changed
        return ledger.changed
