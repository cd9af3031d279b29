"""The plain calls of the protocol: facts, a seat, and whatever else a program asks for."""

from __future__ import annotations

import asyncio
import os
import random
import urllib.request
from typing import Any
from urllib.error import HTTPError, URLError

import orjson

TIMEOUT_S = 20
TRIES = 8
BUSY = (429, 503)


class Refused(Exception):  # noqa: N818 - named for what the server did
    """The server said no: its sentence, and the status it came with."""

    def __init__(self, status: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.code = code


def stay_here() -> None:
    """Everybody is on this machine: go past any proxy that the environment names."""
    os.environ["no_proxy"] = "*"


async def call(
    method: str, url: str, body: object = None, token: str | None = None
) -> dict[str, Any]:
    """The answer of a call, read; a busy server is asked again."""
    for tried in range(1, TRIES + 1):
        try:
            return await asyncio.to_thread(_ask, method, url, body, token)
        except HTTPError as error:
            if error.code not in BUSY or tried == TRIES:
                raise _refused(error) from None
        await asyncio.sleep(random.uniform(0.1, 0.2) * 2**tried)  # noqa: S311 - so that not all come at once
    raise AssertionError


async def take_seat(url: str, code: str, person: dict[str, str]) -> str:
    """The token of a seat; the same `id` again gets the same seat."""
    given = await call("POST", f"{url}/api/v1/games/{code}/seats", person)
    return str(given["token"])


def socket_of(url: str, code: str) -> str:
    """Where the game's live line is."""
    return f"{url.replace('http', 'ws', 1)}/g/{code}/socket"


def _ask(method: str, url: str, body: object, token: str | None) -> dict[str, Any]:
    headers = {"Content-Type": "application/json"}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(  # noqa: S310 - whoever starts it says which server
        url, None if body is None else orjson.dumps(body), headers, method=method
    )
    with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310 - as above
        found: dict[str, Any] = orjson.loads(answer.read() or b"{}")
    return found


def _refused(error: HTTPError) -> Refused:
    try:
        said = orjson.loads(error.read())["error"]
    except (orjson.JSONDecodeError, KeyError, TypeError, URLError):
        said = {"code": "", "text": f"The server answered {error.code}."}
    return Refused(error.code, said["code"], said["text"])
