"""The cover of the EPUB, in the look of the social cards."""

from pathlib import Path

from exports import mark
from exports.card import LEFT, SANS, SERIF, Draft, Style
from exports.picture import ACCENT, INK, INK_2, SOFT, Picture

SIZE = (1200, 1800)
BAR = 28
LAYERS, LAYERS_AT, LAYERS_STROKE = 1160, (330, 900), 1.0
MARK, MARK_AT = 150, (LEFT - 14, 150)
TITLE, TITLE_ENDS = Style(SERIF, 156, leading=164, hang=8), 830
TITLE_LINES = ["Platform PM", "Interview", "Guide"]
WHAT, WHAT_ENDS = Style(SANS, 42, weight=400, leading=60, finer=2), 1000
WHAT_LINES = ["A free study guide for people who", "interview as platform product managers"]
EDITION, EDITION_AT = Style(SANS, 34, weight=600, finer=2), (LEFT, SIZE[1] - 100)


def draw(day: str, fonts: Path) -> bytes:
    """Give the cover as a PNG file that names the `day` of the edition; `fonts` is the folder with the typefaces."""
    draft = Draft(picture := Picture(SIZE), fonts)
    for layer in (mark.edges, mark.top):
        picture.paint(layer(LAYERS, LAYERS_STROKE), LAYERS_AT, SOFT)
    picture.fill((0, 0, SIZE[0], BAR), ACCENT)
    picture.paint(mark.edges(MARK), MARK_AT, INK)
    picture.paint(mark.top(MARK), MARK_AT, ACCENT)
    draft.stand(TITLE_LINES, TITLE, TITLE_ENDS, INK)
    draft.stand(WHAT_LINES, WHAT, WHAT_ENDS, INK_2)
    draft.line(f"Edition of {day}", EDITION, EDITION_AT, ACCENT)
    return picture.png(hard=True)
