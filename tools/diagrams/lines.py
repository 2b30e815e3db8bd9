"""Lines between boxes: which way they run, their rounded corners, their heads."""

import math
from collections.abc import Sequence
from itertools import pairwise

from macros.diagram_model import Route
from tools.diagrams.marks import UNIT, Box, Path, path

Point = tuple[float, float]
OVERLAP = 8
"""Boxes that face each other over fewer pixels are joined around a corner."""

BEND = 7
GAP = 2
HEADS = {"plain": 9.0, "main": 12.0, "async": 9.0, "reply": 9.0, "guide": 0.0}


def run(start: Box, end: Box, route: Route) -> list[Point]:
    """Give the corners of a line from one box to another."""
    via = [(x * UNIT, y * UNIT) for x, y in route.via]
    if route.straight:
        return _straight(start, end)
    if route.leaves and route.enters:
        first = _anchor(start, route.leaves, via[0] if via else None)
        last = _anchor(end, route.enters, via[-1] if via else None)
        return _squared([first, *(via or _between(first, last, route)), last])
    return _usual(start, end, route.shift * UNIT)


def _usual(start: Box, end: Box, shift: float) -> list[Point]:
    left, right = max(start.left, end.left), min(start.right, end.right)
    top, bottom = max(start.top, end.top), min(start.bottom, end.bottom)
    if right - left >= OVERLAP:
        x = (left + right) / 2 + shift
        return [(x, start.bottom), (x, end.top)] if start.down < end.down else [(x, start.top), (x, end.bottom)]
    if bottom - top >= OVERLAP:
        y = (top + bottom) / 2 + shift
        return [(start.right, y), (end.left, y)] if start.across < end.across else [(start.left, y), (end.right, y)]
    first = (start.right if start.across < end.across else start.left, start.down)
    last = (end.across, end.top if start.down < end.down else end.bottom)
    return [first, (last[0], first[1]), last]


def _anchor(box: Box, side: str, towards: Point | None) -> Point:
    x, y = towards or (box.across, box.down)
    if side in {"left", "right"}:
        return (box.left if side == "left" else box.right, y if box.top <= y <= box.bottom else box.down)
    return (x if box.left <= x <= box.right else box.across, box.top if side == "top" else box.bottom)


def _between(first: Point, last: Point, route: Route) -> list[Point]:
    flat = {"left", "right"}
    if route.leaves in flat and route.enters in flat:
        middle = (first[0] + last[0]) / 2
        return [(middle, first[1]), (middle, last[1])]
    if route.leaves in flat:
        return [(last[0], first[1])]
    if route.enters in flat:
        return [(first[0], last[1])]
    middle = (first[1] + last[1]) / 2
    return [(first[0], middle), (last[0], middle)]


def _squared(points: list[Point]) -> list[Point]:
    """Leave out corners that lie on a straight line."""
    kept = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        level = before[1] == here[1] == after[1] or before[0] == here[0] == after[0]
        kept += [] if level or here == kept[-1] else [here]
    return [*kept, points[-1]]


def _straight(start: Box, end: Box) -> list[Point]:
    here, there = (start.across, start.down), (end.across, end.down)
    return [_edge_point(start, there), _edge_point(end, here)]


def _edge_point(box: Box, towards: Point) -> Point:
    dx, dy = towards[0] - box.across, towards[1] - box.down
    scale = min(box.width / 2 / abs(dx) if dx else math.inf, box.height / 2 / abs(dy) if dy else math.inf)
    return (box.across + dx * scale, box.down + dy * scale)


def line(points: Sequence[Point], stroke: str, heads: str, *, cut: bool = False) -> list[Path]:
    """Draw a line with its heads; the line itself stops short of a head's tip."""
    tips = {"end": [(points[-2], points[-1])], "none": []}
    tips["both"] = [(points[1], points[0]), *tips["end"]]
    ends = [_toward(before, tip, GAP) for before, tip in tips[heads]]
    shaft = list(points)
    for before, tip in tips[heads]:
        shaft[0 if tip == points[0] else -1] = _toward(before, tip, GAP + HEADS[stroke] * 0.7)
    drawn = [Path(f"line diagram__line--{stroke}", _rounded(shaft))]
    drawn += [_head(before, tip, stroke) for (before, _), tip in zip(tips[heads], ends, strict=True)]
    return [*drawn, _crossed(points)] if cut else drawn


def middle(points: Sequence[Point]) -> tuple[Point, Point]:
    """Give the ends of the longest stretch of a line, where its label belongs."""
    return max(pairwise(points), key=lambda two: math.dist(*two))


def _toward(before: Point, tip: Point, short: float) -> Point:
    length = math.dist(before, tip) or 1
    return (tip[0] + (before[0] - tip[0]) * short / length, tip[1] + (before[1] - tip[1]) * short / length)


def _head(before: Point, tip: Point, stroke: str) -> Path:
    size = HEADS[stroke]
    back = _toward(before, tip, size)
    dx, dy = (tip[0] - back[0]) / size, (tip[1] - back[1]) / size
    half = size * 0.45
    left, right = (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half)
    closed = ["Z"] if stroke != "reply" else []
    return Path(f"tip diagram__tip--{stroke}", path("M", *left, "L", *tip, "L", *right, *closed))


def cross(x: float, y: float) -> Path:
    """Draw the mark of what does not get through."""
    return Path("cross", path("M", x - 7, y - 7, "L", x + 7, y + 7, "M", x + 7, y - 7, "L", x - 7, y + 7))


def _crossed(points: Sequence[Point]) -> Path:
    (ax, ay), (bx, by) = middle(points)
    return cross((ax + bx) / 2, (ay + by) / 2)


def _rounded(points: Sequence[Point]) -> str:
    parts: list[str | float] = ["M", *points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(BEND, math.dist(before, here) / 2, math.dist(here, after) / 2)
        parts += ["L", *_toward(before, here, bend), "Q", *here, *_toward(after, here, bend)]
    return path(*parts, "L", *points[-1])
