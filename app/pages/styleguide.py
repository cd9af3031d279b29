"""The style guide: every part of the look in every state, from fixed data, drawn by the real parts.

It needs no account, shows nothing of any project, and asks nothing of the database.
"""

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from app import assets, scenes
from app.errors import AppError
from app.i18n import N_, browser_strings, language_of, words
from app.scenes import Scene
from app.specimen import NODES, arrows, specimen
from app.templating import render
from game.deck import BLANK, CARDS
from game.say import say as sentence
from game.sentences import word

router = APIRouter()
Theme = Literal["light", "dark", "projector"]
PAGE: Final = ("tokens", "fonts", "base", "layout", "forms", "cards", "pages", "project")
"""The sheets of an ordinary page."""
PARTS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "look": (N_("Grundlag"), PAGE),
    "cards": (N_("Spillekort"), ("tokens", "fonts", "base", "cards", "phone")),
    "map": (N_("Gevinstkort"), ("tokens", "fonts", "base", "cards", "map", "board")),
    "phone": (N_("Telefon"), ("tokens", "cards", "phone")),
    "board": (N_("Tavle"), ("tokens", "fonts", "base", "cards", "map", "board")),
    "console": (N_("Konsol"), ("tokens", "fonts", "base", "cards", "map", "console")),
}
"""Each part loads the sheets of its surface alone, as the surface itself does."""
SCENES: Final = {
    "phone": scenes.PHONES,
    "board": scenes.BOARDS,
    "console": scenes.CONSOLES,
}
THEMES: Final = {
    "": N_("Som systemet"),
    "light": N_("Lys"),
    "dark": N_("Mørk"),
    "projector": N_("Projektor"),
}
FACES: Final = (
    *(("effect", id_) for id_ in ("B2", "P1", "O2", "M1")),
    *(("role", "R3"), ("change", "C1"), ("change", "C9"), ("measure", "I1")),
    *(("challenge", "U12"), ("blank", "blank")),
)
"""A card of every family; of the effects one of each perspective."""
FAMILY_TONES: Final = {
    "role": "role",
    "change": "change",
    "measure": "measure",
    "challenge": "storm",
    "blank": "blank",
}
FAMILY_WORDS: Final = {
    "role": N_("Rolle"),
    "change": N_("Forandring"),
    "measure": N_("Måling"),
    "challenge": N_("Modvind"),
    "blank": N_("Dit eget"),
}
TONES: Final = ("citizens", "processes", "finance", "employees")
KINDS: Final = ("goal", "enabler", "change", "disbenefit", "role", "measure", "storm", "blank")
GROUNDS: Final = ("paper", "card", "sunken", "flag-soft", "amber-soft", "good-soft")
INKS: Final = ("ink", "muted", "link", "flag-ink", "amber-ink", "good-ink")
SIGNS: Final = ("flag", "amber", "good", "storm", "action", "focus")
STEPS: Final = ("3xl", "2xl", "xl", "l", "m", "s")


@dataclass(frozen=True)
class FormShown:
    """A form as it comes back: something filled in, something wrong."""

    values: dict[str, str]
    wrongs: dict[str, str]


@dataclass(frozen=True)
class Guide:
    """One part of the guide; `facts` is what its scripts read."""

    part: str
    parts: dict[str, str]
    theme: str
    themes: dict[str, str]
    chosen: int
    scenes: tuple[str, ...]
    sheets: tuple[str, ...]
    facts: dict[str, Any]
    form: FormShown
    tones: tuple[str, ...] = TONES
    kinds: tuple[str, ...] = KINDS
    grounds: tuple[str, ...] = GROUNDS
    inks: tuple[str, ...] = INKS
    signs: tuple[str, ...] = SIGNS
    steps: tuple[str, ...] = STEPS
    meters: tuple[int, ...] = (92, 58, 24)
    money: Decimal = Decimal(675000)


@router.get("/styleguide")
def styleguide(request: Request) -> Response:
    """The first part."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/styleguide/look{query}", 307)


@router.get("/styleguide/{part}")
def of_part(
    request: Request,
    part: str,
    theme: Theme | None = None,
    scene: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """One part of the guide, in the reader's language and the theme asked for."""
    if part not in PARTS:
        raise AppError(404, "page.not_found")
    language = language_of(request)
    say = words(language).gettext
    shown = SCENES.get(part, ())
    chosen = min(scene, max(len(shown) - 1, 0))
    # Two consoles on one page would have the same tabs: one at a time.
    drawn = (shown[chosen],) if part == "console" else shown
    guide = Guide(
        part=part,
        parts={name: say(title) for name, (title, _) in PARTS.items()},
        theme=theme or "",
        themes={name: say(title) for name, title in THEMES.items()},
        chosen=chosen,
        scenes=tuple(say(one.title) for one in shown) if part == "console" else (),
        sheets=(*PARTS[part][1], "styleguide"),
        facts={"part": part, "code": scenes.CODE, **_facts(part, language, drawn)},
        form=FormShown(
            {"title": say("Nyt pas uden ventetid")},
            {"purpose": say("Skriv, hvad projektet skal opnå.")},
        ),
    )
    return render(request, "pages/styleguide.html", guide)


@router.get(f"/g/{scenes.CODE}/qr.svg")
def code_of_no_game() -> Response:
    """A drawing in the place of the code that leads into a real game."""
    return RedirectResponse(assets.url("icon.svg"), 307)


def _facts(part: str, language: str, drawn: tuple[Scene, ...]) -> dict[str, Any]:
    say = words(language).gettext
    facts: dict[str, Any] = {
        "language": language,
        "join_url": f"https://spil.example/j/{scenes.CODE}",
        "project_url": "/projects",
    }
    facts["strings"] = _strings(language)
    facts["scenes"] = [
        {
            **asdict(scene),
            "title": say(scene.title),
            "wire": {
                **asdict(scene.wire),
                "refusal": scene.wire.refusal and say(scene.wire.refusal),
            },
            "set": scenes.slices_of(scene, language),
        }
        for scene in drawn
    ]
    if part == "cards":
        facts["faces"] = [_face(family, id_, language) for family, id_ in FACES]
    if part == "map":
        facts["scenes"] = [
            {"surface": "map", "wire": asdict(scenes.Wire()), "set": specimen(language)}
        ]
        facts["nodes"] = [{"id": one.id, "says": say(one.says)} for one in NODES]
        facts["arrows"] = arrows(language)
    return facts


def _face(family: str, id_: str, language: str) -> dict[str, Any]:
    """A card of the deck as the phone's part takes it."""
    card = BLANK if family == "blank" else CARDS[id_]
    say = words(language).gettext
    if card.perspective:
        tone, band = (
            str(card.perspective),
            word(sentence(f"perspective.{card.perspective}"), language, {}),
        )
    elif card.node_type == "enabler":
        tone, band = "enabler", word(sentence("type.prerequisite"), language, {})
    else:
        tone, band = FAMILY_TONES[family], say(FAMILY_WORDS[family])
    unit = word(sentence(f"unit.{id_}"), language, {}) if card.unit else ""
    title = (
        say(N_("Hvad bliver mere, mindre eller hurtigere – for hvem?"))
        if family == "blank"
        else word(sentence(f"card.{id_}"), language, {})
    )
    return {
        "family": family,
        "tone": tone,
        "band": band,
        "title": title,
        "foot": unit,
        "label": "" if family == "blank" else id_,
    }


def _strings(language: str) -> dict[str, str]:
    """What the parts of every surface say."""
    if language == "da":
        return {}
    return {
        k: v for at in ("play", "host", "board") for k, v in browser_strings(language, at).items()
    }
