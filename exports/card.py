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
SERIF, SANS = "literata-display.woff2", "public-sans.woff2"


@dataclass(frozen=True)
class Style:
    """How a text is set; sizes count in pixels."""

    file: str
    size: int
    weight: int | None = None
    """None for a file that holds one weight."""
    leading: int = 0
    at_most: int = 1
    """Lines."""
    hang: int = 0
    """How far it moves left, so that large letters and small ones begin on one line to the eye."""
    finer: int = 1
    """How many times larger it is drawn and then scaled down, since small letters are spaced in whole pixels."""


LABEL = Style(SANS, 28, weight=600, finer=2)
DESCRIPTION = Style(SANS, 30, weight=400, leading=43, at_most=3, finer=2)
TITLES = [
    Style(SERIF, 112, hang=6),
    Style(SERIF, 96, hang=5),
    Style(SERIF, 84, leading=92, at_most=2, hang=4),
    Style(SERIF, 72, leading=79, at_most=2, hang=4),
    Style(SERIF, 58, leading=66, at_most=3, hang=3),
]
"""From the largest on; the first that holds the title is taken."""

SPACED_DASH = "\u00a0–\u00a0"
"""The sans kerns a dash into common spaces."""

BAR = 14
LAYERS, LAYERS_AT, LAYERS_STROKE = 440, (852, -172), 1.4
MARK, MARK_AT = 76, (LEFT - 7, 60)
NAME = ("Platform PM", Style(SERIF, 48), (LEFT + 76, 105))
SURNAME = ("INTERVIEW GUIDE", Style(SANS, 18, weight=500, finer=2), (LEFT + 77, 130))
SPREAD = 3.4
"""Room between the capitals of the second line, as in the wordmark."""

LAST_LINE = 552
"""Where the description ends; the rest of the text stands on it."""
ABOVE_DESCRIPTION, ABOVE_TITLE, CAPITAL = 66, 34, 0.7


@dataclass(frozen=True)
class Words:
    """What a card says."""

    section: str
    title: str
    description: str


class Draft:
    """A card in the making."""

    def __init__(self, picture: Picture, fonts: Path) -> None:
        """Draw on a picture with typefaces from a folder."""
        self.picture = picture
        self._fonts = fonts

    def stand(self, lines: list[str], style: Style, last: int, ink: str) -> int:
        """Set lines so that the last one stands at height `last`; give the height of the first one."""
        first = last - style.leading * (len(lines) - 1)
        for number, line in enumerate(lines):
            self.line(line, style, (LEFT - style.hang, first + style.leading * number), ink)
        return first

    def line(self, text: str, style: Style, at: tuple[int, int], ink: str) -> None:
        """Set one line that begins and stands at a point."""
        font, finer = _font(style, self._fonts), style.finer
        left, top, right, bottom = (int(side) // finer for side in font.getbbox(text, anchor="ls"))
        mask = Image.new("L", ((right - left + 1) * finer, (bottom - top + 1) * finer))
        ImageDraw.Draw(mask).text((-left * finer, -top * finer), text, fill=255, font=font, anchor="ls")
        self.picture.paint(mask.reduce(finer), (at[0] + left, at[1] + top), ink)

    def spread(self, text: str, style: Style, at: tuple[int, int], ink: str) -> None:
        """Set one line with room between its letters."""
        x = float(at[0])
        for letter in text:
            self.line(letter, style, (round(x), at[1]), ink)
            x += _font(style, self._fonts).getlength(letter) / style.finer + SPREAD

    def title(self, text: str) -> tuple[Style, list[str]]:
        """Give the largest style that holds a title, and its lines; a title too long for all is shortened."""
        for style in TITLES:
            lines = typeset.balanced(text, *self._room(style))
            if lines is not None:
                return style, lines
        return TITLES[-1], self.lines(text, TITLES[-1])

    def lines(self, text: str, style: Style) -> list[str]:
        """Give the lines of a text, shortened if they would be too many."""
        room = self._room(style)
        lines = typeset.balanced(text, *room)
        return typeset.shortened(text, *room) if lines is None else lines

    def _room(self, style: Style) -> tuple[typeset.Measure, int, int]:
        return _font(style, self._fonts).getlength, WIDTH * style.finer, style.at_most


def draw(words: Words, fonts: Path) -> bytes:
    """Give the card as a PNG file; `fonts` is the folder with the guide's typefaces."""
    draft = Draft(blank(fonts).copy(), fonts)
    lines = [line.replace(" – ", SPACED_DASH) for line in draft.lines(_polished(words.description), DESCRIPTION)]
    top = draft.stand(lines, DESCRIPTION, LAST_LINE, INK_2)
    style, lines = draft.title(_polished(words.title))
    top = draft.stand(lines, style, top - ABOVE_DESCRIPTION, INK)
    draft.stand([words.section], LABEL, top - round(style.size * CAPITAL) - ABOVE_TITLE, ACCENT)
    quickly = draft.picture.png()
    return quickly if len(quickly) <= BYTES_AT_MOST else draft.picture.png(hard=True)


@cache
def blank(fonts: Path) -> Picture:
    """Give what all cards have in common."""
    draft = Draft(picture := Picture(SIZE), fonts)
    picture.paint(mark.edges(LAYERS, LAYERS_STROKE), LAYERS_AT, SOFT)
    picture.paint(mark.top(LAYERS, LAYERS_STROKE), LAYERS_AT, SOFT)
    picture.fill((0, 0, SIZE[0], BAR), ACCENT)
    picture.paint(mark.edges(MARK), MARK_AT, INK)
    picture.paint(mark.top(MARK), MARK_AT, ACCENT)
    draft.line(*NAME, INK)
    draft.spread(*SURNAME, INK_2)
    return picture


def _polished(text: str) -> str:
    return text.replace(" - ", " – ").replace("'", "’")


@cache
def _font(style: Style, fonts: Path) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(fonts / style.file, style.size * style.finer)
    if style.weight:
        font.set_variation_by_axes([style.weight])
    return font
