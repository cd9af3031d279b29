"""Words as the rules hear them: what makes two texts the same (BR3), X1 and X2.

Hearing is lists and set sizes, never a model: anyone can repeat it with a pencil.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from game.variants import Thresholds

NUMBERS: Final = Thresholds()

_STOP_DA = """\
ad af alle alt at blev blive bliver da de dem den denne deres det dette dig din disse dog du
efter eller en end er et for ham han hans har havde have hende hendes her hos hun hvad hvis hvor
i jeg jer jeres kan kunne man med meget men mig min mit når og også om op os over på sig sin sit
skal skulle som sådan så ud under var ved vi vil ville vor vores være været"""
_STOP_EN = """\
a about all also an and any are as at be been being but can could did do does each had has have
he her here his how i if in into is it its may me my of on or our out she should so some such
than that the their them then there these they this those through under up us very was we were
what when where which while who will with would you your"""
TURNING: Final = frozenset(
    {"uden", "ikke", "ingen", "fra", "til", "without", "not", "no", "from", "to"}
)
"""Words that turn a meaning round: never stop-words (BR3)."""
STOP_WORDS: Final = frozenset(f"{_STOP_DA} {_STOP_EN}".split()) - TURNING

_ACTIVITIES = """\
afholde afprøve anskaffe anskaffelse automatisere automatisering bestille bygge digitalisere
digitalisering effektivisere etablere etablering flytte forbedre gennemføre gennemførelse gøre
idriftsætte idriftsættelse implementere implementering indføre indførelse indkøbe indkøb
installere integrere integration investere kortlægge kortlægning købe lancere lancering lave
levere leverance nedlægge omlægge opbygge opdatere opgradere opgradering oplære oprette
oprettelse opstarte optimere optimering ordne organisere planlægge samle skabe skifte starte
teste træne tilbyde udarbejde udarbejdelse uddanne udrulle udrulning udskifte udskiftning
udvikle udvikling udvide acquire adopt automate automation build buy configure create deliver
deploy deployment design develop development digitise digitize establish hire implement
implementation implementing improve install integrate introduce introducing introduction invest
launch make migrate migration move optimise optimize organise organize plan procure procurement
provide purchase redesign replace roll rollout run set setup start test train training upgrade
use"""
ACTIVITIES: Final = frozenset(_ACTIVITIES.split())
"""First words that name something one does, not something one gains (X1)."""

_VAGUE = """\
bedre bedst dejligere effektiv effektive effektivt forbedret forbedrede forbedring forbedringer
fremtidssikret fremtidssikre god gode godt moderne optimal optimale optimalt optimeret
optimerede optimering smart smarte smartere smidig smidige smidigere styrket styrkede synergi
synergier værdi best better effective efficient enhanced good great improved improvement
improvements modern optimal optimised optimized optimum smart smarter streamlined strengthened
synergies synergy value"""
VAGUE: Final = frozenset(_VAGUE.split())
"""Words that promise without saying what changes (X2)."""

_CHANGE_WORDS = """\
billigere enklere ensartet ensartede ensartethed flere forudsigelig færre frigjort frigjorte
halveret hurtigere højere jævn jævnere klarere kortere langsommere lavere lettere længere mere
mindre nemmere oftere renere sikrere sjældnere større svagere sværere tidligere tryggere tungere
undgået avoided cheaper cleaner clearer earlier easier evener faster fewer freed greater halved
higher larger later less lighter longer lower more quicker rarer safer shorter simpler slower
smaller sooner steadier"""
CHANGE_WORDS: Final = frozenset(_CHANGE_WORDS.split())
"""Words that say which way something changes (X2)."""


UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})
"""Kinds of signs that show nothing themselves; some turn round the line that they stand in."""
JOINERS: Final = "\u200c\u200d"
"""Unseen, and needed: emoji and some scripts are written with them."""
BLANKS: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs by their kind, and an empty place to the eye; Korean and Braille need them."""


def tidy(text: str) -> str:
    """The text as eyes meet it: white space folded, unseen signs gone; empty if nothing is seen."""
    kinds = ((sign, unicodedata.category(sign)) for sign in text)
    kept = "".join(
        sign for sign, kind in kinds if sign in JOINERS or sign.isspace() or kind not in UNSEEN
    )
    has_ink = any(
        sign not in JOINERS + BLANKS and unicodedata.category(sign)[0] not in "MZ" for sign in kept
    )
    return " ".join(kept.split()) if has_ink else ""


def compose(text: str) -> str:
    """The text with one way of writing each character: NFKC, the ends trimmed (BR3)."""
    return unicodedata.normalize("NFKC", text).strip()


def raw_words(text: str) -> tuple[str, ...]:
    """The words of a text: NFKC, casefold, punctuation read as a space (BR3)."""
    folded = unicodedata.normalize("NFKC", compose(text).casefold())
    spaced = (" " if unicodedata.category(sign).startswith("P") else sign for sign in folded)
    return tuple("".join(spaced).split())


def words(text: str) -> tuple[str, ...]:
    """The words that carry the meaning: stop-words gone, those that turn it round kept (BR3)."""
    return tuple(word for word in raw_words(text) if word not in STOP_WORDS)


def key(text: str, perspective: str = "") -> str:
    """What makes two texts one node: perspective and words in order; no words: the text (BR3)."""
    return f"{perspective}|{' '.join(words(text)) or compose(text)}"


def is_near(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two texts' words overlap by Jaccard >= 0.6, as 5 i >= 3 u (BR3, X9)."""
    a, b = frozenset(one), frozenset(other)
    union = len(a | b)
    return union > 0 and NUMBERS.alike.is_reached(len(a & b), union)


def index_titles(titles: Iterable[tuple[str, str]]) -> Mapping[tuple[str, ...], str]:
    """Card ids by the words of their titles; give each card once per language (BR3)."""
    index: dict[tuple[str, ...], str] = {}
    for card, title in titles:
        index.setdefault(words(title), card)
    return index


def joined_card(text: str, index: Mapping[tuple[str, ...], str]) -> str | None:
    """The card that a blank joins because its words equal the card's title (BR3)."""
    return index.get(words(text))


def is_activity(text: str) -> bool:
    """X1: the first word names an activity or a deliverable."""
    heard = words(text)
    return bool(heard) and heard[0] in ACTIVITIES


def is_vague(text: str) -> bool:
    """X2: a vague word, and no word that says which way something changes."""
    heard = frozenset(raw_words(text))
    return bool(heard & VAGUE) and not heard & CHANGE_WORDS
