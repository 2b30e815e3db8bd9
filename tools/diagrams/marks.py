"""What a drawing is made of: paths and texts with the class that gives them their look."""

from dataclasses import dataclass, replace

from tools.diagrams.measure import BOLD, REGULAR, width, wrap

UNIT = 10
"""Pixels in a square of the grid."""


@dataclass(frozen=True)
class Path:
    """A line or an outline; `css` is what the class is called after `diagram__`."""

    css: str
    d: str


@dataclass(frozen=True)
class Type:
    """A kind of text: its class, its size and weight, and from one line to the next."""

    css: str
    size: float
    weight: int
    step: int


LABEL = Type("label", 14, BOLD, 18)
NOTE = Type("note", 13.5, REGULAR, 17)
WORD = Type("word", 13.5, REGULAR, 16)
OVER = Type("word diagram__word--over", 13.5, REGULAR, 16)
"""Words that stand across a line."""

HEAD = Type("head", 13.5, BOLD, 17)


@dataclass(frozen=True)
class Text:
    """Lines of text; x and y are the anchor and the first baseline."""

    css: str
    x: float
    y: float
    lines: list[str]
    anchor: str = "middle"
    step: int = 18


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def across(self) -> float:
        """The middle between left and right."""
        return self.left + self.width / 2

    @property
    def down(self) -> float:
        """The middle between top and bottom."""
        return self.top + self.height / 2


def written(type_: Type, text: str, place: tuple[float, float], room: float, anchor: str = "middle") -> Text:
    """Write a text below a point, wrapped; `place` is the anchor across and the top of the first line."""
    lines = wrap(text, room, type_.size, type_.weight)
    return Text(type_.css, place[0], place[1] + type_.size * 0.93, lines, anchor, type_.step)


def height(texts: list[Text]) -> float:
    """Give the height of texts that stand below each other."""
    return sum(text.step * len(text.lines) for text in texts)


def stacked(texts: list[Text], top: float) -> list[Text]:
    """Put texts below each other from `top`; each was written with its top at 0."""
    placed = []
    for text in texts:
        placed.append(replace(text, y=text.y + top))
        top += text.step * len(text.lines)
    return placed


def extent(text: Text, type_: Type) -> float:
    """Give the width of the widest line."""
    return max(width(line, type_.size, type_.weight) for line in text.lines)


def num(value: float) -> str:
    """Write a coordinate as short as it can be."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path(*parts: str | float) -> str:
    """Write the commands and coordinates of a path."""
    return " ".join(part if isinstance(part, str) else num(part) for part in parts)
