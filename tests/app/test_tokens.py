"""Every pair of text and ground in `tokens.css` has the contrast that WCAG 2.2 AA asks for."""

import re
from math import cos, radians, sin
from pathlib import Path

import pytest

CSS = Path("static/css/tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = CSS.split("@media (prefers-color-scheme: dark)")
RAW = re.compile(r"--raw-([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")
MEANING = re.compile(r"--([\w-]+): var\(--raw-([\w-]+)\)")
MEANINGS = dict(MEANING.findall(CSS))

GROUNDS = ("paper", "card", "sunken")
INKS = [
    "ink",
    "muted",
    "link",
    "citizens-ink",
    "processes-ink",
    "finance-ink",
    "employees-ink",
    "flag-ink",
    "amber-ink",
    "good-ink",
]
PAIRS = [
    *[(ink, ground) for ink in INKS for ground in GROUNDS],
    *[(f"on-{tone}", tone) for tone in ["citizens", "processes", "finance", "employees"]],
    *[("on-strong", tone) for tone in ["goal", "enabler", "change", "disbenefit", "storm"]],
    *[(f"on-{tone}", tone) for tone in ["flag", "amber", "good-strong", "action"]],
    *[
        (ink, f"{tone}-soft")
        for tone in ("flag", "amber", "good")
        for ink in (f"{tone}-ink", "ink")
    ],
]
"""Text of any size on its ground: 4.5:1."""
SHAPES = [
    *[(line, ground) for line in ("control-line", "focus", "edge") for ground in ("paper", "card")],
    ("on-good", "good"),
]
"""Lines, rings and large bold letters: 3:1."""


def raw_values(*parts: str) -> dict[str, tuple[float, float, float]]:
    return {
        name: (float(lightness), float(chroma), float(hue))
        for part in parts
        for name, lightness, chroma, hue in RAW.findall(part)
    }


THEMES = {"light": raw_values(LIGHT), "dark": raw_values(LIGHT, DARK)}


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
    values = THEMES[theme]
    dark, light = sorted(luminance(*values[MEANINGS[name]]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(theme: str, text: str, ground: str) -> None:
    assert contrast(theme, text, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_told_from_their_ground(theme: str, shape: str, ground: str) -> None:
    assert contrast(theme, shape, ground) >= 3
