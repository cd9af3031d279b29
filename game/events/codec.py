"""Events to and from the plain values of the record, public and private apart.

The coders of a class are compiled once from its type hints: replay reads thousands of events.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from game.events.base import EVENTS, Event

Plain = dict[str, Any]
Coder = Callable[[Any], Any]
Fields = tuple[tuple[str, bool, object, Coder, Coder], ...]
"""Name, whether it is private, default, encoder and decoder of each field."""

_FIELDS: dict[type, Fields] = {}


def to_parts(event: Event) -> tuple[Plain, Plain]:
    """The public part (with its `type`) and the private part of an event, as plain values.

    Fields at their default are left out of both.
    """
    public: Plain = {"type": event.type}
    hidden: Plain = {}
    for name, is_private, default, encode, _ in _fields(type(event)):
        value = getattr(event, name)
        if value != default:
            (hidden if is_private else public)[name] = encode(value)
    return public, hidden


def from_parts(public: Mapping[str, Any], hidden: Mapping[str, Any] | None) -> Event:
    """The event that `to_parts` took apart; without its private part those fields are None."""
    cls = EVENTS[public["type"]]
    given = {**public, **(hidden or {})}
    return cls(
        **{name: decode(given[name]) for name, _, _, _, decode in _fields(cls) if name in given}
    )


def _fields(cls: type) -> Fields:
    found = _FIELDS.get(cls)
    if found is None:
        found = _FIELDS[cls] = _compiled(cls)
    return found


def _compiled(cls: type) -> Fields:
    hints = get_type_hints(cls)
    rows = []
    for item in dataclasses.fields(cls):
        encode, decode = _coders(hints[item.name])
        rows.append((item.name, bool(item.metadata.get("private")), item.default, encode, decode))
    return tuple(rows)


def _same(value: Any) -> Any:  # noqa: ANN401 - plain values pass as they are
    return value


@cache
def _coders(hint: Any) -> tuple[Coder, Coder]:  # noqa: ANN401 - a type hint
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (inner,) = (arg for arg in args if arg is not NoneType)
        encode, decode = _coders(inner)
        return (
            lambda value: None if value is None else encode(value),
            lambda value: None if value is None else decode(value),
        )
    if origin is tuple:
        return _tuple_coders(args)
    if origin is Mapping:
        encode, decode = _coders(args[1])
        return (
            lambda value: {key: encode(item) for key, item in value.items()},
            lambda value: {key: decode(item) for key, item in value.items()},
        )
    if dataclasses.is_dataclass(hint):
        return _encode_object, lambda value: _decode_object(hint, value)
    return _same, _same


def _tuple_coders(args: tuple[Any, ...]) -> tuple[Coder, Coder]:
    if args[-1] is Ellipsis:
        encode, decode = _coders(args[0])
        return (
            lambda value: [encode(item) for item in value],
            lambda value: tuple(decode(item) for item in value),
        )
    return list, tuple


def _encode_object(value: Any) -> Plain:  # noqa: ANN401 - a dataclass of the model
    return {
        name: encode(getattr(value, name))
        for name, _, default, encode, _ in _fields(type(value))
        if getattr(value, name) != default
    }


def _decode_object(cls: Any, value: Plain) -> Any:  # noqa: ANN401 - a dataclass of the model
    return cls(
        **{name: decode(value[name]) for name, _, _, _, decode in _fields(cls) if name in value}
    )
