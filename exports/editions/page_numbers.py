"""Page numbers in references and contents, written after the layout into room that was kept for them.

A layout engine that fills them in itself lays everything out again until no number changes, with the whole book
in memory. Digits of one width and a fixed room make that needless: no line changes when the number comes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from exports.editions import boxes
from macros.load.problems import Place, Problem

ROOM = "000"
"""What keeps the room for a number."""

MARK = "data-page-of"
"""Attribute of the element that holds the room: the id of what it refers to."""


def of(pages: list[Any], first: int = 1) -> dict[str, int]:
    """Give the number of the page on which each id begins; `first` is the number of the first page."""
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, first):
        for id_ in page.anchors:
            numbers.setdefault(id_, number)
    return numbers


def fill(name: str, pages: list[Any], numbers: Mapping[str, int]) -> Iterator[Problem]:
    """Write the numbers into the pages; give a problem for each that is unknown or finds no room."""
    for page in pages:
        for box in boxes.texts(page):
            id_ = box.element.get(MARK) if box.element is not None else None
            if id_:
                yield from _fill(name, box, id_, numbers.get(id_))


def _fill(name: str, box: Any, id_: str, number: int | None) -> Iterator[Problem]:
    if number is None or len(str(number)) > len(ROOM):
        yield Problem(Place(name), "paper", f"there is no page number, or no room for it, at a link to '{id_}'")
        return
    missing = len(ROOM) - len(str(number))
    if box.text == ROOM:
        box.position_x += missing * box.width / len(ROOM)
    box.pango_layout.text = box.text = box.text.replace(ROOM, str(number))
