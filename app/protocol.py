"""What clients send, read into typed frames, and what they get back, as bytes.

`TypeAdapter`s are built over the command classes of `game.commands`: strict, nothing extra. One
decode makes the command itself; there is no dict on the way. A text that cannot be read still gets
its answer, under its id if one can be found in it.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, make_dataclass
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, cast

import orjson
from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, with_config

from game.commands import COMMANDS, SHELL_ONLY, Command, PlayFor

VERSION: Final = 1
FRAME_BYTES: Final = 8192
LIMITS: Final = {"ping_s": 10, "dead_s": 20, "frame": FRAME_BYTES}
FIGURES: Final = frozenset(
    {"value", "baseline", "target", "population", "base", "case_value", "budget_year"}
)
"""Arguments that are decimal strings, and may be sent as numbers."""
ID_IN_TEXT: Final = re.compile(rb'"id"\s*:\s*"([^"\\\x00-\x1f]{1,64})"')

Kind = Literal["player", "board", "facilitator"]
Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Plain = str | int
EXACT: Final = Field(ge=-(2**53), le=2**53)
"""Numbers that every client can tell apart."""


@dataclass(frozen=True, slots=True)
class Credential:
    """What a visitor may be in a game; a player has a seat, the others may have a language.

    A facilitator has a desk: nothing for the owner, a deputy's person id, or an account's with the
    name it goes by.
    """

    kind: Kind
    seat: str | None = None
    language: str | None = None
    desk: str = ""
    name: str = ""


def chosen(
    credentials: Sequence[Credential],
    kind: str | None,
    opens: Callable[[Credential], bool] = lambda _: True,
) -> Credential | None:
    """The credential a client asked for by `as`, or the only one it has.

    Of several of a kind the first that still opens something: a deputy who was taken off the list
    may have an account of the unit as well.
    """
    if kind is None:
        return credentials[0] if len(credentials) == 1 else None
    found = [one for one in credentials if one.kind == kind]
    return next(filter(opens, found), found[0] if found else None)


def _alias(name: str) -> str:
    """A field as it is on the wire: `from_` is `from`."""
    return name.rstrip("_")


CONFIG: Final = ConfigDict(strict=True, extra="forbid", alias_generator=_alias)


@with_config(ConfigDict(strict=True, extra="ignore", alias_generator=_alias))
@dataclass(slots=True, kw_only=True)
class Hello:
    """A client says what it is, and the last `seq` it has; one of another version may say more."""

    t: Literal["hello"]
    v: int
    as_: Kind | None = None
    since: Annotated[int, Field(ge=0)] = 0
    epoch: str | None = None
    build: str | None = None


@with_config(CONFIG)
@dataclass(slots=True, kw_only=True)
class Ping:
    """A client asks whether the line is alive."""

    t: Literal["ping"]
    trip: Annotated[int, Field(ge=0, le=600_000)] | None = None
    """How long the last one took there and back, in ms by the client's own clock."""
    k: Annotated[int, EXACT] | Annotated[float, EXACT] | Id | None = None
    """Given back with the answer, as it came."""


@with_config(CONFIG)
@dataclass(slots=True, kw_only=True)
class Do:
    """A command with its client-made id and the round, and step, it was meant for."""

    t: Literal["do"] = "do"
    id: Id
    round: str | None = None
    step: str | None = None
    do: str
    d: Any

    @property
    def command(self) -> Command:
        """What is asked of the rules."""
        return cast("Command", self.d)


class Unreadable(Exception):  # noqa: N818 - named for the code it is answered with
    """A text that is no frame. `code` is `command.unreadable`, or `command.unknown`."""

    def __init__(self, code: str, id_: str | None, **params: Plain) -> None:
        super().__init__(code)
        self.code = code
        self.id = id_
        self.params: dict[str, Plain] = params


def parse(text: bytes) -> Hello | Do | Ping:
    """The frame a client sent. Raises Unreadable."""
    return cast("Hello | Do | Ping", _read(FRAMES, text))


def parse_do(text: bytes) -> Do:
    """The body of the HTTP form of `do`. Raises Unreadable."""
    return cast("Do", _read(DOS, text))


def _read(adapter: TypeAdapter[Any], text: bytes) -> object:
    if len(text) > FRAME_BYTES:
        raise Unreadable("command.unreadable", _find_id(text[:FRAME_BYTES]), limit=FRAME_BYTES)
    try:
        frame = adapter.validate_json(text)
    except ValidationError as error:
        frame = _read_figures(adapter, text, error)
    if isinstance(frame, Do) and isinstance(frame.d, PlayForArguments):
        frame.d = PlayFor(seat=frame.d.seat, command=frame.d.d)
    return frame


def _read_figures(adapter: TypeAdapter[Any], text: bytes, error: ValidationError) -> object:
    """The frame of a client that sends 0.75 for "0.75"; it means those digits."""
    wrong = error.errors(include_url=False, include_input=False)
    if any(one["type"] != "string_type" or one["loc"][-1] not in FIGURES for one in wrong):
        raise _unreadable(error, text) from None
    try:
        frame = json.loads(text, parse_float=Decimal)
    except ValueError:  # a number of thousands of digits
        raise _unreadable(error, text) from None
    d = frame["d"]["d"] if frame["do"] == "play_for" else frame["d"]
    for name in FIGURES & d.keys():
        if type(d[name]) in {int, Decimal}:
            d[name] = str(d[name])
    try:
        return adapter.validate_json(json.dumps(frame, default=float))
    except ValidationError:
        raise _unreadable(error, text) from None


def _unreadable(error: ValidationError, text: bytes) -> Unreadable:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "union_tag_invalid" and first.get("ctx", {}).get("discriminator") == "'do'":
        return Unreadable("command.unknown", _find_id(text), do=str(first["ctx"]["tag"])[:64])
    at = ".".join(str(part) for part in first["loc"] if part not in _TAGS)
    return Unreadable("command.unreadable", _find_id(text), at=at[:64])


def _find_id(text: bytes) -> str | None:
    """The id of a frame that is otherwise not understood."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        match = ID_IN_TEXT.search(text)
        return match[1].decode(errors="replace") if match else None
    id_ = found.get("id") if isinstance(found, dict) else None
    return id_ if isinstance(id_, str) and 0 < len(id_) <= 64 else None


WIRE_COMMANDS: Final[Mapping[str, type[Command]]] = {
    do: cls for do, cls in COMMANDS.items() if do not in SHELL_ONLY
}


@dataclass(slots=True, kw_only=True)
class PlayForArguments:
    """The arguments of `play_for`: a seat, and the command it gives, as `do` and `d`."""

    seat: str
    do: str
    d: Any


def _frame(base: type, do: str, cls: type) -> type:
    """A frame class for one command: `do` says which, `d` holds its arguments."""
    fields: list[Any] = [("do", Literal[do])]
    fields.append(("d", cls, field(default_factory=cls)) if _is_bare(cls) else ("d", cls))
    made = make_dataclass(f"{base.__name__}_{do}", fields, bases=(base,), slots=True, kw_only=True)
    return with_config(CONFIG)(made)


def _is_bare(cls: type) -> bool:
    """Whether the command needs no arguments, so that `d` may be left out."""
    try:
        cls()
    except TypeError:
        return False
    return True


def _union(classes: list[Any], tag: str) -> Any:  # noqa: ANN401 - types made at import
    joined: Any = classes[0]
    for cls in classes[1:]:
        joined = joined | cls
    return Annotated[joined, Field(discriminator=tag)]


def _play_for() -> type:
    arguments = [
        _frame(PlayForArguments, do, cls) for do, cls in WIRE_COMMANDS.items() if do != "play_for"
    ]
    return _frame(Do, "play_for", _union(arguments, "do"))


DO_FRAMES: Final[dict[str, type]] = {
    do: _play_for() if do == "play_for" else _frame(Do, do, cls)
    for do, cls in WIRE_COMMANDS.items()
}
_DO: Final = _union(list(DO_FRAMES.values()), "do")
DOS: Final[TypeAdapter[Any]] = TypeAdapter(_DO)
FRAMES: Final[TypeAdapter[Any]] = TypeAdapter(_union([_DO, Hello, Ping], "t"))
_TAGS: Final = frozenset({"do", "hello", "ping", *WIRE_COMMANDS})
