"""The one answer that every command gets, and how it is worded for the one who asked."""

from collections.abc import Mapping
from typing import NamedTuple

import orjson

from app.protocol import Plain
from app.rules import Rules
from game.say import say

NO_PARAMS: Mapping[str, Plain] = {}
RETRIED = frozenset({"limit.rate", "limit.busy", "store.away"})
"""Refusals that are never remembered: the same id may be sent again later."""


class Answer(NamedTuple):
    """Accepted, with the `seq` after it; or refused, with a code."""

    id: str | None
    seq: int = 0
    code: str = ""
    params: Mapping[str, Plain] = NO_PARAMS

    @property
    def is_accepted(self) -> bool:
        """Whether it was done."""
        return not self.code

    @property
    def is_retried(self) -> bool:
        """Whether the same command may be sent again as it is."""
        return self.code in RETRIED


def ack(answer: Answer, rules: Rules, language: str) -> bytes:
    """The answer as an `ack` frame's JSON."""
    if answer.is_accepted:
        return b'{"t":"ack","id":%b,"ok":true,"seq":%d}' % (orjson.dumps(answer.id), answer.seq)
    return orjson.dumps(
        {
            "t": "ack",
            "id": answer.id,
            "ok": False,
            "code": answer.code,
            "params": answer.params,
            "text": sentence(answer, rules, language),
            "retry": answer.is_retried,
        }
    )


def sentence(answer: Answer, rules: Rules, language: str) -> str:
    """Why it was refused, in the reader's language."""
    return rules.word(say(f"refusal.{answer.code}", **answer.params), language, {})
