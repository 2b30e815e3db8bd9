"""The guide's mark, three layers of a platform, as masks to draw with; .github/wordmark.svg has it too."""

from PIL import Image, ImageDraw

Point = tuple[float, float]

BOX = 32
"""Side of the square in which the points stand."""

TOP: list[Point] = [(16, 2), (3.5, 9), (16, 15.6), (28.5, 9)]
EDGES: list[list[Point]] = [[(3.5, 15.8), (16, 22.2), (28.5, 15.8)], [(3.5, 22.2), (16, 28.6), (28.5, 22.2)]]
STROKE = 2.4
FINER = 4
"""How many times larger it is drawn before it is scaled down, which makes its edges smooth."""


def top(side: int, stroke: float = STROKE) -> Image.Image:
    """Give the mask of the filled upper layer, `side` pixels square; `stroke` counts in units of the box."""
    image, scale = _canvas(side)
    points = _scaled(TOP, scale)
    ImageDraw.Draw(image).polygon(points, fill=255)
    _stroke(image, [*points, points[0]], stroke * scale)
    return image.reduce(FINER)


def edges(side: int, stroke: float = STROKE) -> Image.Image:
    """Give the mask of the edges of the two layers below, with the same measures."""
    image, scale = _canvas(side)
    for edge in EDGES:
        _stroke(image, _scaled(edge, scale), stroke * scale)
    return image.reduce(FINER)


def _canvas(side: int) -> tuple[Image.Image, float]:
    return Image.new("L", (side * FINER, side * FINER)), side * FINER / BOX


def _scaled(points: list[Point], scale: float) -> list[Point]:
    return [(x * scale, y * scale) for x, y in points]


def _stroke(image: Image.Image, points: list[Point], width: float) -> None:
    draw = ImageDraw.Draw(image)
    draw.line(points, fill=255, width=round(width))
    for x, y in points if points[0] == points[-1] else points[1:-1]:
        draw.circle((x, y), width / 2, fill=255)
