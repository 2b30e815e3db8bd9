"""What WeasyPrint laid out, box by box: nothing may stick out of the type area or be cut off.

Words that are clipped still stand in the file, so no comparison of texts sees them. The boxes of a page are no
public part of WeasyPrint; `uv.lock` holds its version, and planted faults in the tests tell when they change.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.load.problems import Place, Problem

SLACK = 0.6
"""Pixels that rounding may add."""

TEXT = "TextBox"
INK = {TEXT, "InlineReplacedBox", "BlockReplacedBox"}
"""What is printed; all other boxes only hold boxes."""


UNPRINTED = frozenset("\n\t\u00a0\u00ad\u200b")


class Area(NamedTuple):
    """Edges in pixels from the corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Area") -> bool:
        """Tell whether the other area lies within this one."""
        before = other.left >= self.left - SLACK and other.top >= self.top - SLACK
        return before and other.right <= self.right + SLACK and other.bottom <= self.bottom + SLACK


class Walk(NamedTuple):
    """Where a way down the boxes of a page has come to: the last id, and the areas that bound what is seen."""

    page: Area
    clip: Area
    near: str = ""


def texts(page: Any) -> Iterator[Any]:
    """Give all boxes of a page that hold text."""
    return (box for box in _below(page._page_box) if _kind(box) == TEXT)  # noqa: SLF001


def foot_ids(page: Any) -> Iterator[str]:
    """Give the ids of what stands at the foot of a page, below the text."""
    for area in page._page_box.children:  # noqa: SLF001
        if _kind(area) == "FootnoteAreaBox":
            yield from (box.element.get("id", "") for box in _below(area) if hasattr(box.element, "get"))


def release(page: Any) -> None:
    """Free what the layout of a page took from Pango; it is made again when the page is drawn."""
    for box in texts(page):
        if hasattr(box.pango_layout, "layout"):
            box.pango_layout.deactivate()


def faults(name: str, pages: list[Any], known: frozenset[str]) -> Iterator[Problem]:
    """Give a problem for everything that leaves its page, is cut off, or is a sign that no typeface knows."""
    for number, page in enumerate(pages, 1):
        walk = _type_area(page._page_box)  # noqa: SLF001
        for child in page._page_box.children:  # noqa: SLF001
            for told in _faults(child, walk, known | UNPRINTED):
                yield Problem(Place(name), "paper", f"page {number}: {told}")


def _type_area(box: Any) -> Walk:
    """Give the type area of a page with the notes at its foot."""
    x, y = box.content_box_x(), box.content_box_y()
    notes = sum(child.margin_height() for child in box.children if _kind(child) == "FootnoteAreaBox")
    area = Area(x, y, x + box.width, y + box.height + notes)
    return Walk(area, area)


def _below(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _below(child)


def _faults(box: Any, walk: Walk, known: frozenset[str]) -> Iterator[str]:
    box = getattr(box, "_box", box)
    walk = _inside(box, walk)
    if _kind(box) in INK and _is_seen(box):
        yield from (f"{_told(box, walk)} {fault}" for fault in _of_ink(box, walk, known))
    for child in getattr(box, "children", ()):
        yield from _faults(child, walk, known)


def _of_ink(box: Any, walk: Walk, known: frozenset[str]) -> Iterator[str]:
    area = _line(box) if _kind(box) == TEXT else _area(box)
    if not walk.page.holds(area):
        yield "sticks out of the page"
    elif not walk.clip.holds(area):
        yield "is cut off"
    for sign in sorted(set(getattr(box, "text", "")) - known):
        yield f"has a sign that no typeface knows: '{sign}' (U+{ord(sign):04X})"


def _inside(box: Any, walk: Walk) -> Walk:
    element = box.element
    id_ = element.get("id") if hasattr(element, "get") else None
    if _kind(box) == "MarginBox":
        area = _area(box)
        return Walk(area, area, "the margin")
    clip = _area(box) if box.style["overflow"] != "visible" else walk.clip
    return Walk(walk.page, clip, id_ or walk.near)


def _kind(box: Any) -> str:
    return type(box).__name__


def _is_seen(box: Any) -> bool:
    return box.style["visibility"] != "hidden" and bool(getattr(box, "text", "ink").strip())


def _area(box: Any) -> Area:
    x, y = box.position_x + box.margin_left, box.position_y + box.margin_top
    return Area(x, y, x + box.border_width(), y + box.border_height())


def _line(box: Any) -> Area:
    """Give the line on which a text stands; its box is as tall as its typeface and may overlap the lines around."""
    area, y = _area(box), box.position_y + box.baseline
    return Area(area.left, y, area.right, y)


def _told(box: Any, walk: Walk) -> str:
    words = getattr(box, "text", "").strip()
    place = f"<{box.element_tag}>" + (f" near #{walk.near}" if walk.near else "")
    return f"{place} ('{words[:40]}')" if words else place
