"""The tables by which long Danish words are parted, as the board's scripts get them.

The heights of cards come from them, so they are written in Python; `app.schema` makes the script.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

from game import lettering
from game.decks.joints import JOINTS

HEAD: Final = """\
// @ts-check
/**
 * How long Danish words are parted. Made by `gevinstspil schema` from game/lettering.py and
 * game/decks/joints.py. Do not edit.
 */

/** Shorter words are never parted; so many letters stay together at either end. */
export const [LONG, LEAST] = [{long}, {least}];
export const VOWELS = {vowels};
/** What a Danish syllable may begin with. */
export const ONSETS = new Set({onsets}.split(" "));
/** Endings whose s belongs to them and not to the word that follows. */
export const LINKS = [{links}];
/** How wide a letter is, in hundredths of the letters' size. @type {{Record<string, number>}} */
export const WIDTHS = {widths};
/** The width of a letter that is not in the list. */
export const OTHER = {other};
/** Our own long words in their parts. @type {{Map<string, string[]>}} */
export const JOINTS = new Map(
  [
"""
TAIL: Final = """\
  ].map((word) => [word.replaceAll("|", ""), word.split("|")]),
);
"""


def tables() -> str:
    """The script with all that `static/js/parts/map-break.js` goes by."""
    head = HEAD.format(
        long=lettering.LONG,
        least=lettering.LEAST,
        vowels=_quoted("".join(sorted(lettering.VOWELS))),
        onsets=_quoted(lettering.ONSETS.strip()),
        links=_listed(lettering.LINKS),
        widths=_quoted(lettering.WIDTHS),
        other=lettering.OTHER,
    )
    return f"{head}{''.join(f'    {_quoted(word)},{chr(10)}' for word in JOINTS)}{TAIL}"


def _quoted(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(map(_quoted, words))
