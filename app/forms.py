"""A form as a page shows it again: what was typed, and one sentence at each field that needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request


@dataclass(frozen=True)
class Form:
    """Values and complaints by field. Nothing that was typed is lost."""

    values: Mapping[str, str] = field(default_factory=dict)
    wrongs: Mapping[str, str] = field(default_factory=dict)


async def typed(request: Request) -> dict[str, str]:
    """What was typed into each field, trimmed; files are none of our business."""
    sent = await request.form()
    return {name: value.strip() for name, value in sent.items() if isinstance(value, str)}


Typed = Annotated[dict[str, str], Depends(typed)]
