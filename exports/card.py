"""Draw a social card: what a link to a page looks like where people share it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from exports import mark, typeset
from exports.picture import ACCENT, INK, INK_2, SOFT, Picture

SIZE = (1200, 630)
BYTES_AT_MOST = 15_000
LEFT = 88
WIDTH = SIZE[0] - 2 * LEFT
SERIF, SANS = "literata-latin-wght-normal.woff2", "public-sans-latin-wght-normal.woff2"


@dataclass(frozen=True)
class Style:
    """How a text is set; sizes count in pixels."""

    file: str
    weight: int
    size: int
    leading: int = 0
    at_most: int = 1
    """Lines."""
    hang: int = 0
    """How far it moves left, so that large letters and small ones begin on one line to the eye."""
    finer: int = 1
    """How many times larger it is drawn and then scaled down, since small letters are spaced in whole pixels."""


LABEL = Style(SANS, 600, 27, finer=2)
DESCRIPTION = Style(SANS, 400, 30, leading=43, at_most=3, finer=2)
TITLES = [
    Style(SERIF, 600, 112, hang=6),
    Style(SERIF, 600, 96, hang=5),
    Style(SERIF, 600, 82, leading=92, at_most=2, hang=4),
    Style(SERIF, 600, 70, leading=79, at_most=2, hang=4),
    Style(SERIF, 600, 58, leading=66, at_most=3, hang=3),
]
"""From the largest on; the first that holds the title is taken."""

SPACED_DASH = "\u00a0–\u00a0"
"""The sans kerns a dash into common spaces."""

BAR = 14
MARK, MARK_AT, BRAND_AT = 60, (LEFT - 7, 64), (LEFT + 68, 103)
LAYERS, LAYERS_AT = 480, (828, -150)
LAST_LINE = 550
"""Where the description ends; the rest of the text stands on it."""
ABOVE_DESCRIPTION, ABOVE_TITLE, CAPITAL = 66, 36, 0.7


@dataclass(frozen=True)
class Words:
    """What a card says."""

    brand: str
    section: str
    title: str
    description: str


def draw(words: Words, fonts: Path) -> bytes:
    """Give the card as a PNG file; `fonts` is the folder with the guide's typefaces."""
    picture = _blank(words.brand, fonts).copy()
    lines = _broken(_polished(words.description), DESCRIPTION, fonts)
    top = _stand(picture, lines, DESCRIPTION, LAST_LINE, INK_2, fonts)
    style, lines = _title(_polished(words.title), fonts)
    top = _stand(picture, lines, style, top - ABOVE_DESCRIPTION, INK, fonts)
    _stand(picture, [words.section], LABEL, top - round(style.size * CAPITAL) - ABOVE_TITLE, ACCENT, fonts)
    quickly = picture.png()
    return quickly if len(quickly) <= BYTES_AT_MOST else picture.png(hard=True)


@cache
def _blank(brand: str, fonts: Path) -> Picture:
    """Give what all cards have in common."""
    picture = Picture(SIZE)
    picture.paint(mark.edges(LAYERS, 1), LAYERS_AT, SOFT)
    picture.paint(mark.top(LAYERS, 1), LAYERS_AT, SOFT)
    picture.fill((0, 0, SIZE[0], BAR), ACCENT)
    picture.paint(mark.edges(MARK, mark.STROKE), MARK_AT, INK)
    picture.paint(mark.top(MARK, mark.STROKE), MARK_AT, ACCENT)
    _line(picture, brand, LABEL, BRAND_AT, INK, fonts)
    return picture


def _stand(picture: Picture, lines: list[str], style: Style, last: int, ink: str, fonts: Path) -> int:
    """Set lines so that the last one stands at height `last`; give the height of the first one."""
    first = last - style.leading * (len(lines) - 1)
    for number, line in enumerate(lines):
        _line(picture, line, style, (LEFT - style.hang, first + style.leading * number), ink, fonts)
    return first


def _line(picture: Picture, text: str, style: Style, at: tuple[int, int], ink: str, fonts: Path) -> None:
    font, finer, text = _font(style, fonts), style.finer, text.replace(" – ", SPACED_DASH)
    left, top, right, bottom = (int(side) // finer for side in font.getbbox(text, anchor="ls"))
    mask = Image.new("L", ((right - left + 1) * finer, (bottom - top + 1) * finer))
    ImageDraw.Draw(mask).text((-left * finer, -top * finer), text, fill=255, font=font, anchor="ls")
    picture.paint(mask.reduce(finer), (at[0] + left, at[1] + top), ink)


def _title(title: str, fonts: Path) -> tuple[Style, list[str]]:
    for style in TITLES:
        if lines := typeset.balanced(title, _font(style, fonts).getlength, WIDTH * style.finer, style.at_most):
            return style, lines
    return TITLES[-1], _broken(title, TITLES[-1], fonts)


def _broken(text: str, style: Style, fonts: Path) -> list[str]:
    room = (_font(style, fonts).getlength, WIDTH * style.finer, style.at_most)
    return typeset.balanced(text, *room) or typeset.shortened(text, *room)


def _polished(text: str) -> str:
    return text.replace(" - ", " – ").replace("'", "’")


@cache
def _font(style: Style, fonts: Path) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(fonts / style.file, style.size * style.finer)
    font.set_variation_by_axes([style.weight])
    return font
