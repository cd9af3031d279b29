"""Keeps app/locale in step with the sources: adds what is new, drops what nobody says any more.

With --check nothing is written, and what is missing, empty, unused or has lost a placeholder is
named. Danish is the source language and needs no catalogue.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted((ROOT / "app" / "locale").glob("*/LC_MESSAGES/messages.po"))
SOURCES = {
    "python": sorted((ROOT / "app").rglob("*.py")),
    "jinja2": sorted((ROOT / "templates").rglob("*.html")),
}
SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))
# Read by pattern, because Babel loses calls with parameters inside template strings. `tn` takes one
# sentence for one and one for several: two messages, like any two sentences.
TEXT = r'\s*"((?:[^"\\]|\\.)*)"'
CALL = re.compile(rf"\bt\({TEXT}|\btn\({TEXT},{TEXT}")
PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)[sd]|%[sd]")


def said() -> Iterator[str | tuple[str, str]]:
    """Gives every message that the sources mark; a pair where Python or a page counts."""
    for method, paths in SOURCES.items():
        for path in paths:
            with path.open("rb") as file:
                options = {"encoding": "utf-8", "trimmed": "true"}
                found = extract(method, file, DEFAULT_KEYWORDS, options=options)
                yield from (message for _line, message, *_rest in found if message)
    for path in SCRIPTS:
        for call in CALL.finditer(path.read_text()):
            yield from filter(None, call.groups())


def sentences(message: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Gives the sentences of a message, one or a pair."""
    return (message,) if isinstance(message, str) else tuple(message)


def is_said_somewhere(sentence: str) -> bool:
    """Whether a source holds the words at all: a table may hand them to `t` by a variable."""
    sources = [*SCRIPTS, *(path for paths in SOURCES.values() for path in paths)]
    return any(sentence in path.read_text() for path in sources)


def update(catalogue: Catalog) -> None:
    """Adds empty entries for new messages and drops those that no source holds."""
    for message in said():
        if message not in catalogue:
            catalogue.add(message)
    for message in unused(catalogue):
        catalogue.delete(message.id)


def unused(catalogue: Catalog) -> list:
    """Gives the entries that no source marks nor holds."""
    known = set(said())
    return [
        message
        for message in catalogue
        if message.id
        and message.id not in known
        and not all(is_said_somewhere(sentence) for sentence in sentences(message.id))
    ]


def faults(catalogue: Catalog) -> Iterator[str]:
    """Gives one line for everything that is not as it should be."""
    for message in sorted(set(said()), key=str):
        if message not in catalogue:
            yield f"missing: {message}"
    for message in unused(catalogue):
        yield f"unused: {message.id}"
    for message in catalogue:
        if not message.id:
            continue
        translations = sentences(message.string)
        if message.fuzzy or not all(translations):
            yield f"not translated: {message.id}"
            continue
        asked = set(PLACEHOLDER.findall(" ".join(sentences(message.id))))
        if asked != set(PLACEHOLDER.findall(" ".join(translations))):
            yield f"placeholders differ: {message.id}"


def main() -> None:
    """Updates every catalogue, or says what is wrong with them."""
    is_check = sys.argv[1:] == ["--check"]
    if not CATALOGUES:
        sys.exit("app/locale holds no catalogue")
    found = []
    for path in CATALOGUES:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name)
        if is_check:
            found += [f"{path.relative_to(ROOT)}: {fault}" for fault in faults(catalogue)]
            continue
        update(catalogue)
        with path.open("wb") as file:
            write_po(file, catalogue, width=100, no_location=True, sort_output=True)
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
