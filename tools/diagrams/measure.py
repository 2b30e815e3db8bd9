"""How wide a text is in the typeface of the site, and where its lines break."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

FONT = Path(__file__).parents[2] / "docs/assets/fonts/public-sans.woff2"
PER_EM = 1000
BOLD = 600
REGULAR = 450


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONT, PER_EM)
    font.set_variation_by_axes([weight])
    return font


def width(text: str, size: float, weight: int) -> float:
    """Give the width of a text in pixels."""
    return _font(weight).getlength(text) * size / PER_EM


def wrap(text: str, room: float, size: float, weight: int) -> list[str]:
    """Break a text into lines no wider than `room` pixels; a longer word gets a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else ""
        if lines and width(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
