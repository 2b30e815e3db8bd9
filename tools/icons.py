"""Draw the icons of the site anew, after the mark has changed: `python -m tools.icons`."""

from pathlib import Path

from PIL import Image, ImageColor, ImageDraw

from exports import mark
from exports.picture import ACCENT

FOLDER = Path(__file__).parent.parent / "docs" / "assets" / "images"
SHEETS = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
"""Icons of a home screen and their sides; the mark stays inside the circle to which some phones cut them."""

FAVICON, FAVICON_SIDE = "favicon.png", 32
"""For browsers that do not read favicon.svg."""

SHARE = 0.66
"""The part of the side that the mark takes."""
ROUND = 7 / 32
"""Radius of the corners, as in favicon.svg; home screens round the corners themselves."""
FAINT = 0.75
"""How white the lower layers are."""
FINER = 4


def sheet(side: int) -> Image.Image:
    """Give the white mark in the middle of a sheet in the guide's colour."""
    image, size = Image.new("RGB", (side, side), ACCENT), round(side * SHARE)
    corner = ((side - size) // 2,) * 2
    image.paste("white", corner, mark.edges(size).point(lambda covered: covered * FAINT))
    image.paste("white", corner, mark.top(size))
    return image


def favicon(side: int = FAVICON_SIDE) -> Image.Image:
    """Give the same with round corners and nothing around them."""
    corners = Image.new("L", (side * FINER, side * FINER))
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, side * FINER - 1, side * FINER - 1), ROUND * side * FINER, 255)
    image = Image.new("RGBA", (side, side), (*ImageColor.getrgb(ACCENT)[:3], 0))
    image.paste(sheet(side), mask=corners.reduce(FINER))
    return image


def icons() -> dict[str, Image.Image]:
    """Give all icons by the names of their files."""
    return {FAVICON: favicon()} | {name: sheet(side) for name, side in SHEETS.items()}


if __name__ == "__main__":
    for name, icon in icons().items():
        icon.save(FOLDER / name, optimize=True)
