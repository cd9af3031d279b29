"""What `gevinstspil rehearse` was asked for, or one sentence that says why it cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.errors import OperatorError
from app.rehearsal.tempers import LEAST, MOST, TEMPERS, mixed
from game.variants import VARIANTS

USUAL: Final = 12
LANGUAGES: Final = ("da", "en")
SPEEDS: Final = (0.1, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The people, the game, and whether the automatic facilitator leads it."""

    mix: Mapping[str, int]
    variant: str | None
    language: str | None
    seed: str | None
    speed: float
    is_led: bool

    def body(self) -> dict[str, object]:
        """As the call has it."""
        said = {"variant": self.variant, "language": self.language, "seed": self.seed}
        given = {name: value for name, value in said.items() if value is not None}
        return {"tempers": dict(self.mix), "speed": self.speed, **given}


def read(  # noqa: PLR0913 - one for each option
    *,
    people: int | None,
    tempers: str | None,
    variant: str | None,
    language: str | None,
    seed: str | None,
    speed: float,
    is_led: bool,
) -> Options:
    """The options, if they can be used."""
    if variant is not None and variant not in VARIANTS:
        raise OperatorError(f"There is no variant {variant}: choose {', '.join(VARIANTS)}.")
    if language is not None and language not in LANGUAGES:
        raise OperatorError(f"There is no language {language}: choose {' or '.join(LANGUAGES)}.")
    least, most = SPEEDS
    if not least <= speed <= most:
        raise OperatorError(f"--speed is from {least:g} to {most:g} times, not {speed:g}.")
    mix = mix_of(people, tempers)
    return Options(
        mix=mix, variant=variant, language=language, seed=seed, speed=speed, is_led=is_led
    )


def mix_of(people: int | None, tempers: str | None) -> dict[str, int]:
    """The room: `eager=3,slow=2`, or so many people, or the usual number."""
    mix = _tempers(tempers) if tempers is not None else mixed(USUAL if people is None else people)
    total = sum(mix.values())
    if tempers is not None and people not in (None, total):
        raise OperatorError(f"--temper adds up to {total}, --people says {people}: give one.")
    if not LEAST <= total <= MOST:
        raise OperatorError(f"A rehearsal has {LEAST} to {MOST} people, not {total}.")
    return mix


def server_of(
    url: str | None, token: str | None, project: str | None
) -> tuple[str, str, str] | None:
    """The server that was named, with the key and the project; None to start one."""
    if url is None:
        if project is not None:
            raise OperatorError("--project is on a running server: name it with --server.")
        return None
    if project is None:
        raise OperatorError("Say which project of the server with --project.")
    if not token:
        raise OperatorError("Give a key of `gevinstspil token add` with --token.")
    return url, token, project


def _tempers(said: str) -> dict[str, int]:
    mix: dict[str, int] = {}
    for part in said.split(","):
        name, _, count = part.strip().replace("-", "_").partition("=")
        if name not in TEMPERS or not count.isdecimal():
            known = ", ".join(TEMPERS)
            raise OperatorError(
                f"--temper has no {part.strip()!r}: write eager=3,slow=2 of {known}."
            )
        mix[name] = mix.get(name, 0) + int(count)
    return mix
