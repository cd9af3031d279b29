"""`state` frames as bytes: what changed since the `seq` a viewer has, worded in their language.

The shared part of a frame is spliced once for each kind, language and since; the few bytes that are
a seat's own are added for that seat alone. A full state is the frame since 0, so a storm of
returning phones costs one encoding. `count` and `presence` stand outside `seq`: they go whole.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from app.network import DESK, NO_NETWORK, Network
from app.own_slices import OwnSlices
from app.rules import Rules
from app.slices import ENCODING, Case, Ledger, Slice
from game.model import State
from game.say import Fixed, Value

KINDS = ("player", "board", "facilitator")
OUTSIDE_SEQ = frozenset({"count", "presence", "network"})
TEXT = 0x81
Leaf = Callable[[Any], str | orjson.Fragment]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: a kind, for players a seat, and the language they read."""

    kind: str
    seat: str | None
    language: str
    desk: str = ""
    """The console it is; the owner's is empty."""

    @property
    def place(self) -> str | None:
        """Under what the room notes that somebody is there: a seat, or a console."""
        return desk_place(self.desk) if self.kind == "facilitator" else self.seat


def desk_place(desk: str) -> str:
    """A console among those who are present."""
    return f"{DESK}{desk}"


@dataclass(slots=True, eq=False)
class Told:
    """How far watchers of one kind and language have been told. A crowd of them shares one."""

    kind: str
    language: str
    seq: int = 0
    outside: int = 0

    def is_level(self, other: "Told") -> bool:
        """Whether both know the same."""
        return self.seq == other.seq and self.outside == other.outside


class Frame:
    """One message: its JSON, and the same with its WebSocket header, ready to be written."""

    __slots__ = ("payload", "wire")

    def __init__(self, payload: bytes) -> None:
        self.payload = payload
        self.wire = text_frame(payload)


def text_frame(payload: bytes) -> bytes:
    """A text message from a server: unmasked, in one piece, not compressed (RFC 6455, 5.2)."""
    size = len(payload)
    if size < 126:
        return bytes((TEXT, size)) + payload
    if size < 65_536:
        return b"\x81\x7e" + size.to_bytes(2) + payload
    return b"\x81\x7f" + size.to_bytes(8) + payload


@dataclass(slots=True)
class _Part:
    """The inside of `set`, and the names in `del`."""

    entries: bytes
    gone: list[str]

    @property
    def is_empty(self) -> bool:
        return not self.entries and not self.gone


class Frames:
    """Everybody's view of one game, kept up by `refresh`."""

    def __init__(self, rules: Rules, names: Mapping[str, str]) -> None:
        self._rules = rules
        self._names = names
        self.seq = 0
        self.outside = 1
        """The version of what stands outside seq; it grows with every change of it."""
        self._here: tuple[str, ...] = ()
        self._counted = 0
        """How many of them play: who is at the door is there, and not counted."""
        self._network = NO_NETWORK
        self._networks = 0
        """How often the network, which the console alone is told of, was news."""
        self.state = rules.empty
        self._shared = {kind: Ledger() for kind in KINDS}
        self._cases = [Case(group, self._shared) for group in rules.groups]
        self._own = OwnSlices(rules)
        self._leaves: dict[str, Leaf] = {}
        self._parts: dict[tuple[str, str, int], _Part] = {}
        self._ready: dict[_Key, Frame | None] = {}

    def refresh(self, state: State) -> None:
        """Make anew what the state has changed. Called when frames are due, not for each event."""
        if state is self.state:
            return
        count = self._shared["player"].value("count"), self._counted
        self.state = state
        self._counted = self._count()
        self.seq = state.seq
        for case in self._cases:
            case.refresh(state, self.seq)
        self._own.refresh(state)
        self._parts.clear()
        self._forget()
        if (self._shared["player"].value("count"), self._counted) != count:
            self.outside += 1

    def _count(self) -> int:
        seats = self.state.seats
        return sum(one in seats and seats[one].plays for one in self._here)

    def set_here(self, here: Iterable[str]) -> bool:
        """Note which seats are in the room; whether that is news."""
        found = tuple(sorted(here))
        if found == self._here:
            return False
        self._here = found
        self._counted = self._count()
        self.outside += 1
        self._forget()
        return True

    def set_network(self, network: Network) -> bool:
        """Note how the lines stand; whether that is news."""
        is_news = network != self._network
        self._network = network
        if is_news:
            self._networks += 1
            self._forget()
        return is_news

    def _forget(self) -> None:
        """There is news: what was made of what stood before is told no more."""
        self._ready.clear()

    def version(self, kind: str) -> int:
        """The version of what stands outside seq, as far as this kind of viewer is told of it."""
        return self.outside + self._networks if kind == "facilitator" else self.outside

    def note(self, told: Told) -> None:
        """Note that they have just been told all there is."""
        told.seq, told.outside = self.seq, self.version(told.kind)

    def take_touched(self) -> set[str]:
        """The seats whose own slices may have changed since this was last asked."""
        return self._own.take_touched()

    def shared(self, told: Told, *, always: bool = False) -> Frame | None:
        """What those who are told so far do not know yet, their seats' own slices aside."""
        is_new = self._shared[told.kind].changed > told.seq
        if not is_new and told.outside == self.version(told.kind) and not always:
            return None
        key = (told.kind, told.language, told.seq, told.outside, always)
        found = self._ready.get(key, NOT_MADE)
        if found is NOT_MADE:
            found = self._ready[key] = self._shared_frame(key)
        return found

    def frame(
        self, viewer: Viewer, since: int, outside: int, *, always: bool = False
    ) -> Frame | None:
        """What a viewer who has `since`, and that version of what is outside, does not know yet.

        None when there is nothing to tell, unless an answer is due `always`.
        """
        seat = viewer.seat
        if seat is not None and self._own.changed(seat) > since:
            own = self._own_part(self._own.ledger(seat), viewer.language, since)
            shared = self._shared_part(viewer.kind, viewer.language, since)
            return self._splice(viewer.kind, since, [shared, own], outside != self.outside)
        return self.shared(Told(viewer.kind, viewer.language, since, outside), always=always)

    def _shared_frame(self, key: "_Key") -> Frame | None:
        kind, language, since, outside, always = key
        with_outside = outside != self.version(kind)
        shared = self._shared_part(kind, language, since)
        if shared.is_empty and not with_outside and not always:
            return None
        return self._splice(kind, since, [shared], with_outside)

    def _splice(self, kind: str, since: int, parts: list[_Part], with_outside: bool) -> Frame:  # noqa: FBT001
        entries = [part.entries for part in parts if part.entries]
        if with_outside:
            entries.append(self._outside(kind))
        gone = [name for part in parts for name in part.gone]
        return Frame(
            b'{"t":"state","since":%d,"seq":%d,"set":{%b},"del":%b}'
            % (since, self.seq, b",".join(entries), orjson.dumps(gone) if gone else b"[]")
        )

    def _shared_part(self, kind: str, language: str, since: int) -> _Part:
        key = (kind, language, since)
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = self._part(self._shared[kind], language, since)
        return found

    def _part(self, ledger: Ledger, language: str, since: int) -> _Part:
        if ledger.changed <= since:
            return NOTHING
        changed: list[Slice] = [one for one in ledger.since(since) if one.name not in OUTSIDE_SEQ]
        entries = b",".join([one.entry(language, self._encode) for one in changed])
        return _Part(entries, ledger.gone_since(since))

    def _own_part(self, ledger: Ledger, language: str, since: int) -> _Part:
        """What is told to one phone alone: made in one piece, since nobody else asks for it."""
        changed: Value = {one.name: one.value for one in ledger.since(since)}
        entries = self._encode(changed, language)[1:-1] if changed else b""
        return _Part(entries, ledger.gone_since(since))

    def _outside(self, kind: str) -> bytes:
        count = self._shared["player"].value("count")
        seats = dict(count) if isinstance(count, Mapping) else {}
        told = b'"count":' + orjson.dumps({**seats, "here": self._counted})
        if kind == "player":
            return told
        told += b',"presence":' + orjson.dumps(self._here)
        return told + self._network.entry() if kind == "facilitator" else told

    def _encode(self, value: Value, language: str) -> bytes:
        leaf = self._leaves.get(language)
        if leaf is None:
            leaf = self._leaves[language] = self._leaf(language)
        return orjson.dumps(value, leaf, ENCODING)

    def _leaf(self, language: str) -> Leaf:
        """How what JSON has no form for is written in a language."""
        word, names = self._rules.word, self._names

        def leaf(value: Any) -> str | orjson.Fragment:  # noqa: ANN401 - what orjson met
            if type(value) is not Fixed:
                return word(value, language, names)
            key = (value.key, language)
            found = _FIXED.get(key)
            if found is None:
                found = _FIXED[key] = orjson.Fragment(self._encode(dict(value), language))
            return found

        return leaf


_FIXED: dict[tuple[str, str], orjson.Fragment] = {}
"""What is fixed, by its key and the language: as much as there are cards in our languages."""
NOTHING = _Part(b"", [])
NOT_MADE = Frame(b"")
"""In place of a frame that nobody has asked for yet; there may be none to be had."""
_Key = tuple[str, str, int, int, bool]
"""Kind, language, since, the version of what is outside, whether an answer is due."""
