"""How a title stands on a card: its lines, and where a long Danish word may be parted.

Widths are those of the board's letters, so that a card is exactly as tall as its title needs. What
is parted here is parted alike on the board, which has the same rule (`parts/map-break.js`) and is
given the same tables (`app/lettering_js.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from game.decks.joints import JOINTS

LINE: Final = 945
"""The width of a line of a card's title, in hundredths of the letters' size."""
SOFT: Final = "\u00ad"
LONG: Final = 12
"""Shorter words are never parted."""
LEAST: Final = 4
"""So many letters stay together at either end of a parted word."""
VOWELS: Final = frozenset("aeiouyæøåé")
ONSETS: Final = (
    " b bl br d dr dv f fj fl fr g gl gn gr h hj hv j k kl kn kr kv l m n p pl pr r s sk skr sl sm "
    "sn sp spr st str sv t tr tv v w x z c q "
)
"""What a Danish syllable may begin with."""
LINKS: Final = ("ings", "ions", "heds", "doms", "skabs", "tets", "ments", "arbejds", "dags", "tids")
"""Endings whose s belongs to them and not to the word that follows."""
WIDTHS: Final[dict[str, int]] = {
    letter: width
    for letters, width in (
        (" ij", 27), ("l.,!:;", 32), ("()f", 35), ("tr-", 40), ("I/?szc", 51), ("vyLgxJ", 54),
        ("aekoåøF", 58), ("ThnuSbdpqEZ–0123456789", 61), ("YCPVXBR", 66), ("AÅKDUGOQØ&→", 71),
        ("HNwM", 82), ("mæWÆ%", 96),
    )
    for letter in letters
}  # fmt: skip
OTHER: Final = 70
"""The width of a letter that is not in the list."""

KNOWN: Final[dict[str, tuple[int, ...]]] = {
    word.replace("|", ""): tuple(accumulate(map(len, word.split("|")[:-1]))) for word in JOINTS
}
"""Before which letters the words of our own cards are parted, whatever the rule would say."""


def width_of(text: str) -> int:
    """How wide a text is, in hundredths of the letters' size; never less than it will be."""
    return sum(0 if one == SOFT else WIDTHS.get(one, OTHER) for one in text)


@lru_cache(maxsize=4096)
def parts_of(word: str) -> tuple[str, ...]:
    """A word in the parts that may stand on lines of their own; a short one is one part."""
    known = KNOWN.get(word.lower())
    if not known and len(word) < LONG:
        return (word,)
    cuts = [0, *(known or _cuts(word.lower())), len(word)]
    return tuple(word[start:end] for start, end in pairwise(cuts))


def _cuts(word: str) -> Iterator[int]:
    """Before each syllable that begins far enough from both ends, and from the last cut."""
    last, at = 0, 0
    while at < len(word):
        end = at
        while end < len(word) and word[end].isalpha() and word[end] not in VOWELS:
            end += 1
        cut = _onset(word, at, end)
        is_inside = word[at - 1 : at].isalpha() and end < len(word) and word[end] in VOWELS
        if end > at and is_inside and cut - last >= LEAST and len(word) - cut >= LEAST:
            yield cut
            last = cut
        if word[at] in "-/" and at + 1 - last >= LEAST and at + 1 < len(word):
            yield at + 1
            last = at + 1
        at = max(end, at + 1)


def _onset(word: str, at: int, end: int) -> int:
    """Where the next syllable begins, in a run of consonants."""
    for cut in range(at, end):
        if f" {word[cut:end]} " in ONSETS and not word[: cut + 1].endswith(LINKS):
            return cut
    return end


@lru_cache(maxsize=4096)
def lines_of(title: str) -> tuple[str, ...]:
    """The title in the lines that a card gives it, with a hyphen where a word is parted."""
    lines: list[str] = [""]
    for word in title.split():
        whole = f"{lines[-1]} {word}".lstrip()
        if width_of(whole) <= LINE:
            lines[-1] = whole
        else:
            _fill(lines, parts_of(word))
    return tuple(lines)


def _fill(lines: list[str], parts: tuple[str, ...]) -> None:
    """Puts the parts of a word where there is room, the first on the line that is begun."""
    gap = " " if lines[-1] else ""
    for place, part in enumerate(parts):
        is_last = place == len(parts) - 1
        if width_of(f"{lines[-1]}{gap}{part}{'' if is_last else '-'}") <= LINE:
            lines[-1] += gap + part
        else:
            lines[-1] = _hyphened(lines[-1]) if place else lines[-1]
            _begin(lines, part)
        gap = ""


def _begin(lines: list[str], part: str) -> None:
    """A new line with this part, cut where even a line of its own is too short."""
    if lines[-1]:
        lines.append("")
    for letter in part:
        if width_of(f"{lines[-1]}{letter}-") > LINE:
            lines.append("")
        lines[-1] += letter


def _hyphened(line: str) -> str:
    return line if line.endswith(("-", "/")) else f"{line}-"
