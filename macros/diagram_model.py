"""The shape of a diagram's source in docs/assets/diagrams: what it shows, and where on the grid it stands.

Places are in squares of ten pixels. The wide drawing is 68 squares across, the one for phones 32.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.models import Flag, Id, Line, Record, Text

SQUARES = {"wide": 68, "phone": 32}
"""How many squares each drawing is across: 680 and 320 pixels."""

PLACE = re.compile(r"-?\d+(\.\d)?( -?\d+(\.\d)?){1,4}")
POINTS = re.compile(r"-?\d+(\.\d)? -?\d+(\.\d)?(, -?\d+(\.\d)? -?\d+(\.\d)?)*")


def _place(text: object) -> object:
    if isinstance(text, str):
        if not PLACE.fullmatch(text):
            raise PydanticCustomError("place", "'{text}' is no place; write numbers such as 2 0 14 6", {"text": text})
        return tuple(float(part) for part in text.split())
    return text


def _points(text: object) -> object:
    if isinstance(text, str):
        if not POINTS.fullmatch(text):
            raise PydanticCustomError("place", "'{text}' is no row of points such as 2 0, 4 0", {"text": text})
        return tuple((float(x), float(y)) for x, y in (point.split() for point in text.split(", ")))
    return text


def _number(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"-?\d+(\.\d)?", text):
        raise PydanticCustomError("number", "'{text}' is no number of squares", {"text": text})
    return float(text) if isinstance(text, str) else text


Number = Annotated[float, BeforeValidator(_number)]
Spot = Annotated[tuple[float, ...], Field(min_length=4, max_length=5), BeforeValidator(_place)]
"""Left, top, width and height; a slab has the inset of its upper edge as a fifth."""
Corner = Annotated[tuple[float, ...], Field(min_length=2, max_length=3), BeforeValidator(_place)]
"""Left and top of a label, and the width at which it wraps."""
Points = Annotated[tuple[tuple[float, float], ...], BeforeValidator(_points)]

Shape = Literal[
    "service",
    "outside",
    "store",
    "queue",
    "state",
    "person",
    "key",
    "car",
    "bucket",
    "token",
    "slab",
    "group",
    "plain",
    "note",
]
Side = Literal["top", "right", "bottom", "left"]
Stroke = Literal["plain", "main", "async", "reply", "guide"]


class Node(Record):
    """Something that is drawn in a place: a box, a store, a person, a group behind others, or only words."""

    id: Id
    shape: Shape = "service"
    label: Line | None = None
    note: Line | None = None
    """A second line in lighter type."""
    tone: Literal["plain", "accent", "warn", "quiet"] = "plain"


class Edge(Record):
    """A line from one node to another."""

    id: Id
    start: Id
    end: Id
    label: Line | None = None
    line: Stroke = "plain"
    heads: Literal["end", "both", "none"] = "end"
    cut: Flag = False
    """Whether nothing gets through: the line is crossed out."""


class Route(Record):
    """How a line runs in one of the two drawings, where the usual way does not do."""

    leaves: Side | None = None
    enters: Side | None = None
    straight: Flag = False
    shift: Number = 0
    """Moves a straight line sideways, for two lines between the same nodes."""
    via: Points = ()
    label: Corner | None = None
    anchor: Literal["start", "middle", "end"] = "middle"


class View(Record):
    """One of the two drawings: a place for each node that it shows."""

    height: Number
    at: dict[Id, Spot]
    routes: dict[Id, Route] = Field(default={})


class Graph(Record):
    """Nodes and lines, placed by hand for the page and for the phone."""

    nodes: Annotated[list[Node], Field(min_length=2)]
    edges: list[Edge] = Field(default=[])
    wide: View
    phone: View


class Actor(Record):
    """Somebody or something that sends and receives messages."""

    id: Id
    shape: Literal["service", "outside", "store", "queue", "person"] = "service"
    label: Line


class Step(Record):
    """A message from `start` to `end`; without an end, a remark on what `start` does."""

    start: Id
    end: Id | None = None
    label: Line
    line: Stroke = "plain"
    lost: Flag = False
    """Whether the message never arrives."""
    tone: Literal["plain", "accent", "warn"] = "plain"


class Panel(Record):
    """One run of a sequence; several stand side by side, or below each other on a phone."""

    title: Line | None = None
    actors: Annotated[list[Actor], Field(min_length=2, max_length=4)]
    steps: Annotated[list[Step], Field(min_length=1)]


class Diagram(Record):
    """A picture with what a reader needs who does not see it. It has either a graph or panels."""

    id: Id
    title: Line
    description: Text
    """What the picture shows, for screen readers: one or two sentences."""
    words: Annotated[list[Text], Field(min_length=2)]
    """The same in words, as steps or points."""
    graph: Graph | None = None
    panels: list[Panel] = Field(default=[], max_length=2)


@dataclass(frozen=True)
class Picture:
    """A diagram with its two drawings as SVG."""

    diagram: Diagram
    wide: str
    phone: str
