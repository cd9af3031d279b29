"""Small steps that folds are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

V = TypeVar("V")


def with_entry(mapping: Mapping[str, V], key: str, value: V) -> Mapping[str, V]:
    """A mapping like this one in which `key` stands for `value`."""
    return {**mapping, key: value}


def without(mapping: Mapping[str, V], *keys: str) -> Mapping[str, V]:
    """A mapping like this one without `keys`."""
    return {key: value for key, value in mapping.items() if key not in keys}
