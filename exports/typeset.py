"""Break a text into lines of even length, as CSS does with `text-wrap: balance`."""

from collections.abc import Callable, Iterator
from itertools import pairwise

Measure = Callable[[str], float]
"""Gives the width of a text on one line."""

LEADS_ON = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to"} | {
    "with",
    "without",
}
"""Words that read badly at the end of a line."""

MORE = "…"


def balanced(text: str, measure: Measure, width: float, at_most: int) -> list[str] | None:
    """Give the fewest lines that hold the text, as even as they can be; None if `at_most` lines are too few."""
    pieces = list(_pieces(text, measure, width))
    sizes, space = [measure(piece) for piece in pieces], measure(" ")
    breaks = _breaks(sizes, space, width)
    if len(breaks) > at_most:
        return None
    return _lines(pieces, _breaks(sizes, space, _narrowest(sizes, space, width)))


def shortened(text: str, measure: Measure, width: float, at_most: int) -> list[str]:
    """Give full lines of the beginning of the text, with an ellipsis after the last one."""
    pieces = list(_pieces(text, measure, width))
    breaks = _breaks([measure(piece) for piece in pieces], measure(" "), width)
    *lines, last = _lines(pieces, breaks)[:at_most]
    while last and measure(last + MORE) > width:
        last = last[:-1]
    return [*lines, last.rstrip() + MORE]


def _breaks(sizes: list[float], space: float, width: float) -> list[int]:
    """Give the number of the piece that begins each line, when every line takes what it can."""
    breaks, reached = [], width
    for number, size in enumerate(sizes):
        reached += space + size
        if reached > width:
            breaks.append(number)
            reached = size
    return breaks


def _narrowest(sizes: list[float], space: float, width: float) -> int:
    """Give the least width, in whole units, at which there are no more lines than at `width`."""
    fewest = len(_breaks(sizes, space, width))
    too_narrow, enough = int(max(sizes, default=0)), int(width)
    while enough - too_narrow > 1:
        middle = (enough + too_narrow) // 2
        if len(_breaks(sizes, space, middle)) > fewest:
            too_narrow = middle
        else:
            enough = middle
    return enough


def _lines(pieces: list[str], breaks: list[int]) -> list[str]:
    return [" ".join(pieces[begin:end]) for begin, end in pairwise([*breaks, len(pieces)])]


def _pieces(text: str, measure: Measure, width: float) -> Iterator[str]:
    """Give what no line break may divide: words, with those that lead on to the next one."""
    waiting = ""
    for word in text.split():
        piece = f"{waiting} {word}".lstrip()
        if word.lower() in LEADS_ON and measure(piece) <= width:
            waiting = piece
        else:
            yield from _cut(piece, measure, width)
            waiting = ""
    if waiting:
        yield waiting


def _cut(piece: str, measure: Measure, width: float) -> Iterator[str]:
    """Give the piece, or parts of it that fit when it is wider than a line."""
    while len(piece) > 1 and measure(piece) > width:
        end = next(end for end in range(len(piece) - 1, 0, -1) if end == 1 or measure(piece[:end]) <= width)
        yield piece[:end].rstrip()
        piece = piece[end:].lstrip()
    yield piece
