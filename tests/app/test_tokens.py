"""Every pair of text and ground in `tokens.css` has the contrast that WCAG 2.2 AA asks for."""

import re
from math import cos, radians, sin
from pathlib import Path

import pytest

CSS = Path("static/css/tokens.css").read_text(encoding="utf-8")
RAW = re.compile(r"--raw-([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")
NAME = re.compile(r"--raw-([\w-]+): ")
MEANINGS = dict(re.findall(r"--([\w-]+): var\(--raw-([\w-]+)\)", CSS))
Values = dict[str, tuple[float, float, float]]

TONES = ("citizens", "processes", "finance", "employees")
STRONG = ("goal", "enabler", "change", "disbenefit", "storm", "role", "measure", "blank")
GROUNDS = ("paper", "card", "sunken")
INKS = [
    *("ink", "muted", "link", "flag-ink", "amber-ink", "good-ink"),
    *(f"{tone}-ink" for tone in TONES),
]
PAIRS = [
    *[(ink, ground) for ink in INKS for ground in GROUNDS],
    *[(f"on-{tone}", tone) for tone in TONES],
    *[("on-strong", tone) for tone in STRONG],
    *[(f"on-{tone}", tone) for tone in ["flag", "amber", "good-strong", "action"]],
    *[
        (ink, f"{tone}-soft")
        for tone in ("flag", "amber", "good")
        for ink in (f"{tone}-ink", "ink", "muted")
    ],
]
"""Text of any size on its ground: 4.5:1."""
SHAPES = [
    *[
        (line, ground)
        for line in ("control-line", "focus", "edge", "edge-dashed", "flag", "amber", "good")
        for ground in ("paper", "card")
    ],
    *[(tone, "card") for tone in (*TONES, *STRONG)],
    ("on-good", "good"),
]
"""Lines, rings, bands and large bold letters: 3:1."""
FAR = [
    *[(ink, ground) for ink in INKS for ground in ("paper", "card")],
    *[("on-strong", tone) for tone in STRONG],
]
"""What is read across a hall, on a projector that washes colours out: 7:1."""


def block(selector: str) -> str:
    """What stands between the braces after this selector."""
    return CSS.split(f"{selector} {{", 1)[1].split("}", 1)[0]


def values(*selectors: str) -> Values:
    return {
        name: (float(lightness), float(chroma), float(hue))
        for selector in selectors
        for name, lightness, chroma, hue in RAW.findall(block(selector))
    }


LIGHT = '[data-theme="light"]'
DARK, DARK_WHEN_ASKED = ":root:not([data-theme])", '[data-theme="dark"]'
PROJECTOR, PRINT = '[data-theme="projector"]', "@media print {\n  :root,\n  [data-theme]"
THEMES = {
    "light": values(LIGHT),
    "dark": values(LIGHT, DARK),
    "projector": values(LIGHT, PROJECTOR),
    "print": values(LIGHT, PRINT),
}


def luminance(lightness: float, chroma: float, hue: float) -> float:
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    shown = (min(1.0, max(0.0, part)) for part in (red, green, blue))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), shown, strict=True))


def contrast(theme: str, one: str, other: str) -> float:
    known = THEMES[theme]
    dark, light = sorted(luminance(*known[MEANINGS[name]]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(theme: str, text: str, ground: str) -> None:
    assert contrast(theme, text, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_told_from_their_ground(theme: str, shape: str, ground: str) -> None:
    assert contrast(theme, shape, ground) >= 3


@pytest.mark.parametrize(("text", "ground"), FAR)
def test_a_projector_gives_more_contrast_than_the_law_asks(text: str, ground: str) -> None:
    assert contrast("projector", text, ground) >= 7


def test_a_theme_changes_raw_values_only() -> None:
    for selector in (DARK, DARK_WHEN_ASKED, PROJECTOR):
        names = re.findall(r"--([\w-]+):", block(selector))
        assert names
        assert all(name.startswith("raw-") for name in names)


def test_dark_is_the_same_whether_asked_for_or_preferred() -> None:
    assert block(DARK).split() == block(DARK_WHEN_ASKED).split()


def test_every_meaning_has_a_value_and_every_value_a_meaning() -> None:
    assert set(MEANINGS.values()) == set(NAME.findall(block(LIGHT)))
