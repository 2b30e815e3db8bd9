"""Outlines of the nodes, each inside its box."""

from collections.abc import Callable

from macros.diagram_model import Node
from tools.diagrams.marks import HEAD, LABEL, NOTE, UNIT, Box, Path, Text, height, path, stacked, written

PADDING = 8
GLYPHS = {"person": 38.0, "key": 26.0, "car": 34.0, "token": 14.0, "bucket": 0.0}
"""Pictures with their words below, by the height of the picture; a bucket fills its box."""


def box_of(spot: tuple[float, ...]) -> Box:
    """Turn squares into pixels."""
    left, top, width, high = (value * UNIT for value in spot[:4])
    return Box(left, top, width, high)


def outline(node: Node, spot: tuple[float, ...]) -> list[Path]:
    """Draw the outline of a node."""
    if node.shape == "slab":
        return [_path(node, _slab(box_of(spot), _inset(spot)))]
    draw = OUTLINES.get(node.shape)
    return [_path(node, d) for d in draw(box_of(spot))] if draw else []


def words(node: Node, spot: tuple[float, ...]) -> list[Text]:
    """Write a node's label and note: inside its box, or below a picture."""
    box = box_of(spot)
    if node.shape == "group":
        return [written(HEAD, node.label, (box.left + 10, box.top + 7), box.width - 20, "start")] if node.label else []
    below = GLYPHS.get(node.shape)
    room = box.width - (0 if below or node.shape in {"plain", "note"} else 2 * PADDING) - _inset(spot)
    x, anchor = (box.left, "start") if node.shape == "note" else (box.across - _lean(node), "middle")
    given = [(LABEL, node.label), (NOTE, node.note)]
    texts = [written(type_, text, (x, 0), room, anchor) for type_, text in given if text]
    top = box.top + below + 3 if below else box.down - height(texts) / 2 + _sag(node)
    return stacked(texts, top)


def body(node: Node, spot: tuple[float, ...]) -> Box:
    """Give the box that lines run to: the picture alone, where words stand below it."""
    box = box_of(spot)
    tall = GLYPHS.get(node.shape)
    return Box(box.across - 18, box.top, 36, tall) if tall else box


def _inset(spot: tuple[float, ...]) -> float:
    return sum(spot[4:]) * UNIT


def _sag(node: Node) -> float:
    return 4 if node.shape == "store" else 0


def _lean(node: Node) -> float:
    return 5 if node.shape == "queue" else 0


def _path(node: Node, d: str) -> Path:
    tone = "" if node.tone == "plain" else f" diagram__{node.shape}--{node.tone}"
    return Path(f"{node.shape}{tone}", d)


def rounded(box: Box, radius: float) -> str:
    """Draw a rectangle with round corners."""
    r = min(radius, box.width / 2, box.height / 2)
    return path(
        "M", box.left + r, box.top, "H", box.right - r, "A", r, r, "0 0 1", box.right, box.top + r,
        "V", box.bottom - r, "A", r, r, "0 0 1", box.right - r, box.bottom,
        "H", box.left + r, "A", r, r, "0 0 1", box.left, box.bottom - r,
        "V", box.top + r, "A", r, r, "0 0 1", box.left + r, box.top, "Z",
    )  # fmt: skip


def _service(box: Box) -> list[str]:
    return [rounded(box, 7)]


def _outside(box: Box) -> list[str]:
    inner = Box(box.left + 4, box.top + 4, box.width - 8, box.height - 8)
    return [rounded(box, 2), rounded(inner, 1)]


def _state(box: Box) -> list[str]:
    return [rounded(box, box.height / 2)]


def _group(box: Box) -> list[str]:
    return [rounded(box, 10)]


def _store(box: Box) -> list[str]:
    half, lid = box.width / 2, 6
    top, bottom = box.top + lid, box.bottom - lid
    barrel = path(
        "M", box.left, top, "A", half, lid, "0 0 1", box.right, top, "V", bottom,
        "A", half, lid, "0 0 1", box.left, bottom, "Z",
    )  # fmt: skip
    return [barrel, path("M", box.left, top, "A", half, lid, "0 0 0", box.right, top)]


def _queue(box: Box) -> list[str]:
    half, lid = box.height / 2, 7
    left, right = box.left + lid, box.right - lid
    barrel = path(
        "M", left, box.top, "H", right, "A", lid, half, "0 0 1", right, box.bottom, "H", left,
        "A", lid, half, "0 0 1", left, box.top, "Z",
    )  # fmt: skip
    return [barrel, path("M", right, box.top, "A", lid, half, "0 0 0", right, box.bottom)]


def _slab(box: Box, inset: float) -> str:
    return path("M", box.left + inset, box.top, "H", box.right - inset, "L", box.right, box.bottom, "H", box.left, "Z")


def circle(x: float, y: float, r: float) -> str:
    """Draw a circle."""
    return path("M", x - r, y, "A", r, r, "0 1 1", x + r, y, "A", r, r, "0 1 1", x - r, y, "Z")


def _person(box: Box) -> list[str]:
    x, y = box.across, box.top
    return [circle(x, y + 9, 8), path("M", x - 15, y + 37, "A", 15, 15, "0 0 1", x + 15, y + 37, "Z")]


def _key(box: Box) -> list[str]:
    x, y = box.across - 20, box.top + 13
    shaft = path("M", x + 15, y, "H", x + 41, "V", y + 8, "M", x + 33, y, "V", y + 6)
    return [circle(x + 7, y, 8), shaft]


def _car(box: Box) -> list[str]:
    x, y = box.across - 34, box.top
    hull = path(
        "M", x, y + 26, "V", y + 16, "L", x + 14, y + 13, "L", x + 24, y + 2, "H", x + 44, "L", x + 54, y + 13,
        "L", x + 66, y + 15, "Q", x + 68, y + 16, x + 68, y + 20, "V", y + 26, "Z",
    )  # fmt: skip
    return [hull, circle(x + 15, y + 26, 7), circle(x + 53, y + 26, 7)]


def _bucket(box: Box) -> list[str]:
    inset = box.width * 0.14
    return [
        path("M", box.left, box.top, "L", box.left + inset, box.bottom, "H", box.right - inset, "L", box.right, box.top)
    ]


def _token(box: Box) -> list[str]:
    return [circle(box.across, box.top + 7, 6.5)]


OUTLINES: dict[str, Callable[[Box], list[str]]] = {
    "service": _service,
    "outside": _outside,
    "store": _store,
    "queue": _queue,
    "state": _state,
    "group": _group,
    "person": _person,
    "key": _key,
    "car": _car,
    "bucket": _bucket,
    "token": _token,
}
