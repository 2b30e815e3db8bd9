"""Draw the icons of the site anew, after the mark has changed: `python -m tools.icons`."""

from pathlib import Path

from PIL import Image

from exports import mark
from exports.picture import ACCENT, INK, Picture

FOLDER = Path(__file__).parent.parent / "docs" / "assets" / "images"
ON_PAPER = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
"""Icons of a home screen and their sides; the mark stays inside the circle to which some phones cut them."""
SHARE = 0.68
"""The part of the side that the mark takes."""

FAVICON, FAVICON_SIDE = "favicon.png", 32
TEAL = (15, 138, 135)
"""For the tabs of browsers that cannot follow the scheme in favicon.svg: it shows on light and dark ones."""
BOLD = 2


def on_paper(side: int) -> bytes:
    """Give an icon with the mark in the middle of a sheet, as a PNG file."""
    picture, size = Picture((side, side)), round(side * SHARE)
    corner = ((side - size) // 2,) * 2
    picture.paint(mark.edges(size, mark.STROKE), corner, INK)
    picture.paint(mark.top(size, mark.STROKE), corner, ACCENT)
    return picture.png(hard=True)


def favicon() -> Image.Image:
    """Give the mark in one colour on nothing."""
    icon = Image.new("RGBA", (FAVICON_SIDE, FAVICON_SIDE))
    for mask in (mark.edges(FAVICON_SIDE, BOLD), mark.top(FAVICON_SIDE, BOLD)):
        icon.paste(TEAL, mask=mask)
    return icon


def write(folder: Path = FOLDER) -> None:
    """Write all icons."""
    for name, side in ON_PAPER.items():
        (folder / name).write_bytes(on_paper(side))
    favicon().save(folder / FAVICON, optimize=True)


if __name__ == "__main__":
    write()
