"""Reading a client's view: slices by name, as any client of the protocol has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

View = Mapping[str, Any]
Move = tuple[str, dict[str, Any]]


def each(view: View, prefix: str) -> Iterator[dict[str, Any]]:
    """The slices `prefix/...`."""
    return (value for name, value in view.items() if name.startswith(f"{prefix}/"))


def moment(view: View) -> str:
    """`r2.open`, `r2.second`, `closed`, ... ; `lobby` before the first round."""
    if view["game"]["state"] == "closed":
        return "closed"
    now = view.get("round")
    return "lobby" if now is None else f"{now['key']}.{now['stage'] or now['step']}"
