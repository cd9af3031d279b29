"""QR codes as pictures: data addresses, so that no page needs a call for them."""

from typing import Any

import segno

COLOURS: dict[str, Any] = {"dark": "#1b2338", "light": "#ffffff"}


def picture(text: str) -> str:
    """The text as a QR code, as the address of an image."""
    return segno.make(text, error="m").svg_data_uri(border=2, omitsize=True, **COLOURS)


def path(text: str) -> tuple[int, str]:
    """The side of a small QR code, and the path of its dark squares: a run of each row at a time.

    For pages with many: drawn with the page's own ink, without a picture each.
    """
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    steps = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                steps.append(f"M{x} {y}h{end - x}v1h-{end - x}z")
            x = end + 1
    return len(rows), "".join(steps)
