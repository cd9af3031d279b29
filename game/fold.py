"""Small steps that folds are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import compress
from operator import eq, is_, is_not
from typing import TYPE_CHECKING, Any, TypeVar

V = TypeVar("V")
T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import replace as replace  # noqa: PLC0414 - handed on, with its types
else:

    def replace(thing: T, /, **changes: object) -> T:
        """What `dataclasses.replace` gives, for slotted classes and in a quarter of its time.

        Every event replaces the state, the round and often the map, so folding is mostly this.
        """
        copy, puts = _fields(type(thing))
        made = copy(thing)
        for name, value in changes.items():
            puts[name](made, value)
        return made


def put(fresh: Any, **changes: object) -> None:  # noqa: ANN401 - whatever was made
    """Set fields of a frozen value that has just been made and that nobody else has seen."""
    _, puts = _fields(type(fresh))  # type: ignore[arg-type]  # a class can be hashed
    for name, value in changes.items():
        puts[name](fresh, value)


@cache
def _fields(cls: type) -> tuple[Callable[[Any], Any], Mapping[str, Callable[..., None]]]:
    """How to copy an object of a slotted class, and how to put each of its fields by its name.

    The copying is written out field by field, as `dataclasses` writes its own methods.
    """
    names: tuple[str, ...] = cls.__slots__  # type: ignore[attr-defined]  # slotted
    puts = {name: vars(cls)[name].__set__ for name in names}
    lines = [f"    put_{name}(made, thing.{name})" for name in names]
    source = "\n".join(["def copy(thing):", "    made = new(cls)", *lines, "    return made"])
    space = {"new": object.__new__, "cls": cls, **{f"put_{name}": puts[name] for name in names}}
    exec(source, space)  # noqa: S102 - of the names of our own fields
    return space["copy"], puts


def with_entry(mapping: Mapping[str, V], key: str, value: V) -> Mapping[str, V]:
    """A mapping like this one in which `key` stands for `value`."""
    return {**mapping, shared(key): value}


@lru_cache(maxsize=4096)
def shared(key: str) -> str:
    """The same id as one string for all games, since all have the same: it is near at hand."""
    return key


def without(mapping: Mapping[str, V], *keys: str) -> Mapping[str, V]:
    """A mapping like this one without `keys`."""
    return {key: value for key, value in mapping.items() if key not in keys}


def are_same(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    """Whether these are the same objects."""
    return before is after or (len(before) == len(after) and all(map(is_, before, after)))


def differing(before: Mapping[str, V], after: Mapping[str, V]) -> Iterable[str]:
    """The keys that do not stand for the same object in both.

    After most events all but one do, and in the same order, which is found out without a loop.
    """
    if len(before) == len(after) and all(map(eq, before, after)):
        return compress(after, map(is_not, before.values(), after.values()))
    changed = {key for key, value in after.items() if before.get(key) is not value}
    return changed | (before.keys() - after.keys())
