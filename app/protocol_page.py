"""`docs/protocol.md` held to the code: what is made in it, and what is written by hand.

Between `<!-- made: NAME -->` and `<!-- end -->` stands what `gevinstspil schema` writes. The tables
of calls and of slices are written by hand, for they tell what a value means; that they name what
the code has, no less and no more, is seen by replaying the golden records.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from app.main import create_app
from app.protocol import WIRE_COMMANDS
from app.settings import Settings
from game.commands import CONSOLE, PLAYER, AddProxy, Command, Show
from game.decide import decide
from game.decide.table import LATER, MOMENTS
from game.events import from_parts
from game.evolve import evolve
from game.model import EMPTY, FACILITATOR, State
from game.say import Value
from game.sentences import SENTENCES
from game.slices import FAMILIES, SEAT_FAMILIES

MADE: Final = re.compile(r"<!-- made: (\w+) -->\n.*?<!-- end -->", re.DOTALL)
CALL: Final = re.compile(r"`([A-Z]+) (/[^\s`?]+)")
SLICE: Final = re.compile(r"^\| (`[^|]+`) \| ([^|]+) \| (.+) \|$", re.MULTILINE)
ALL: Final = "player, board, facilitator"
OWN: Final = "own seat"
SHELL_MADE: Final = frozenset({"presence", "network"})
"""The slices that the shell makes."""
Slices = Mapping[str, tuple[frozenset[str], frozenset[str]]]
"""By name, up to the slash: who sees it, and its fields."""


def filled(page: str) -> str:
    """The page with everything that is made in it made anew."""
    made = {"player": _player(), "facilitator": _facilitator(), "refusals": _refusals()}
    return MADE.sub(lambda found: f"<!-- made: {found[1]} -->\n{made[found[1]]}<!-- end -->", page)


def gaps(page: str, records: Path) -> list[str]:
    """What the code has and the page does not tell, and the other way round."""
    return [*_call_gaps(page), *_slice_gaps(told_slices(page), seen_slices(records))]


def _player() -> str:
    rows = [
        f"| `{do}` | {_arguments(do, cls)} | {_when(do)} | {_purpose(cls)} |\n"
        for do, cls in WIRE_COMMANDS.items()
        if do in PLAYER
    ]
    return "".join(["| `do` | `d` | When | To |\n|---|---|---|---|\n", *rows])


def _facilitator() -> str:
    rows = [
        f"| `{do}` | {_arguments(do, cls)} | {_purpose(cls)} |\n"
        for do, cls in WIRE_COMMANDS.items()
        if do in CONSOLE
    ]
    return "".join(["| `do` | `d` | To |\n|---|---|---|\n", *rows])


def _arguments(do: str, cls: type[Command]) -> str:
    if do == "play_for":
        return "`seat`, `do`, `d`"
    made = TypeAdapter(cls).json_schema()
    required = made.get("required", ())
    return ", ".join(
        f"`{name.rstrip('_')}{'' if name in required else '?'}`{_kind(node)}"
        for name, node in made.get("properties", {}).items()
    )


def _kind(node: Mapping[str, Any]) -> str:
    """What an argument is, unless it is a text."""
    names = {"array": " list", "boolean": " true or false", "integer": " whole number"}
    return "".join(names.get(one.get("type", ""), "") for one in node.get("anyOf", (node,)))


def _when(do: str) -> str:
    if do in LATER:
        return f"from {'.'.join(LATER[do])}"
    return ", ".join(MOMENTS.get(do, ("-",)))


def _purpose(cls: type[Command]) -> str:
    return " ".join((cls.__doc__ or "").split()).replace("|", "\\|")


def _refusals() -> str:
    codes = sorted(name for name in SENTENCES if name.startswith("refusal."))
    rows = [f"| `{name.removeprefix('refusal.')}` | {SENTENCES[name][1]} |\n" for name in codes]
    return "".join(["| Code | In English |\n|---|---|\n", *rows])


def _call_gaps(page: str) -> Iterator[str]:
    """Calls of programs; pages are for people, and their forms may change."""
    served = {
        f"{method.upper()} {path.replace('_}', '}')}"
        for path, item in create_app(Settings()).web.openapi()["paths"].items()
        for method in item
        if _is_call(path)
    }
    told = {f"{method} {path}" for method, path in CALL.findall(page) if _is_call(path)}
    yield from (f"it does not tell of {one}" for one in sorted(served - told))
    yield from (f"nothing serves {one}" for one in sorted(told - served))


def _is_call(path: str) -> bool:
    return path.startswith("/api/") or path.endswith(("/commands", "/state"))


def told_slices(page: str) -> Slices:
    """The slices by the page's table."""
    found = {}
    for names, who, value in SLICE.findall(page.partition("## 5.")[2].partition("\n## ")[0]):
        shown = re.match(r"`\[?\{(.*)\}\]?`", value)
        fields = frozenset(_fields(shown[1])) if shown else frozenset()
        kinds = frozenset((ALL if who.startswith("all") else who).split(", "))
        for name in re.findall(r"`([^`]+)`", names):
            found[_family(name)] = (kinds, fields)
    return found


def _fields(inside: str) -> Iterator[str]:
    """The names in `a, b?: {c}, d: [e, f]`, those of this level, a `?` kept."""
    depth, field = 0, ""
    for sign in f"{inside},":
        depth += (sign in "{[") - (sign in "}]")
        if sign == "," and depth == 0:
            yield field.partition(":")[0].strip()
            field = ""
        else:
            field += sign


def seen_slices(records: Path) -> Slices:
    """The slices as they are made of the golden records."""
    kinds, fields = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for state in _moments(records):
        for family in FAMILIES:
            for name in family.items(state):
                kinds[_family(name)] |= family.kinds
                fields[_family(name)] |= _named(family.make(state, name))
        for seat in list(state.seats)[:3]:
            for own in SEAT_FAMILIES:
                for name in own.items(state, seat):
                    kinds[name].add(OWN)
                    fields[name] |= _named(own.make(state, seat, name))
    return {name: (frozenset(kinds[name]), frozenset(fields[name])) for name in kinds}


def _family(name: str) -> str:
    """`node/` of `node/n7`, `hand` of `hand`."""
    return "".join(name.partition("/")[:2])


def _named(value: Value) -> set[str]:
    """The fields of a slice, or of the items of one that is a list."""
    if isinstance(value, Mapping):
        return set(value)
    items = value if isinstance(value, (list, tuple)) else ()
    return {name for item in items if isinstance(item, Mapping) for name in item}


def _moments(records: Path) -> Iterator[State]:
    """The games of the records at each change of step."""
    for record in sorted(records.glob("*.jsonl")):
        state, before = EMPTY, None
        for line in record.read_text(encoding="utf-8").splitlines():
            parts = json.loads(line)
            after = evolve(state, from_parts(parts["public"], parts["private"]))
            moment = after.round and (after.round.key, after.round.step, after.round.stage)
            if moment != before:
                yield from _also(after) if moment == ("r2", "open", "") else (after,)
            state, before = after, moment
        yield state


def _also(state: State) -> Iterator[State]:
    """What the games of the records did not come to."""
    for command in (Show(view="map"), AddProxy(role="citizen_rep", name="Ib")):
        for event in decide(state, FACILITATOR, command, 0):
            state = evolve(state, event)
        yield state


def _slice_gaps(told: Slices, seen: Slices) -> Iterator[str]:
    known = {name: one for name, one in told.items() if name not in SHELL_MADE}
    for name in sorted(known.keys() ^ seen.keys()):
        yield f"slice {name}: {'nothing makes it' if name in known else 'it does not tell of it'}"
    for name in sorted(known.keys() & seen.keys()):
        (who, fields), (kinds, made) = known[name], seen[name]
        if who != kinds:
            yield f"slice {name}: it is for {', '.join(sorted(kinds))}"
        if fields and made:
            plain = {field.rstrip("?") for field in fields}
            always = {field for field in fields if not field.endswith("?")}
            yield from (f"slice {name}: it does not tell of {one}" for one in sorted(made - plain))
            yield from (f"slice {name}: there is no {one}" for one in sorted(always - made))
