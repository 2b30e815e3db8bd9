"""A picture in a few inks on paper, small as a file: each pixel is an ink and how far it covers the paper."""

from PIL import Image, ImageColor

from exports import png

PAPER, INK, INK_2, ACCENT, SOFT = "#fbfaf7", "#1e2732", "#4d5866", "#0b5f63", "#e2efee"
"""The light scheme of docs/assets/stylesheets/tokens.css."""

STEPS = {INK: 3, INK_2: 3, ACCENT: 3, SOFT: 1}
"""Shades from paper to the full ink, for smooth edges. All together fit into half a byte for each pixel."""

FULL = 255


class Picture:
    """Paper to put masks of ink on; a mask covers a pixel by 0 to 255."""

    def __init__(self, size: tuple[int, int]) -> None:
        """Begin with blank paper."""
        self._pixels = Image.new("L", size)

    def copy(self) -> "Picture":
        """Give another picture with the same ink on it."""
        other = Picture(self._pixels.size)
        other._pixels.paste(self._pixels)
        return other

    def paint(self, mask: Image.Image, at: tuple[int, int], ink: str) -> None:
        """Put an ink where the mask says, with the mask's upper left corner at a point."""
        shades = _shades(ink)
        covered = [FULL if shade else 0 for shade in shades]
        self._pixels.paste(mask.point(shades), at, mask.point(covered))

    def fill(self, box: tuple[int, int, int, int], ink: str) -> None:
        """Fill a rectangle: left, top, right, bottom."""
        self._pixels.paste(_shades(ink)[FULL], box)

    def png(self, hard: bool = False) -> bytes:
        """Give the picture as a file, in fewer bytes if it may take its time; the same ink gives the same bytes."""
        return png.encode(self._pixels.copy(), _colours(), png.HARD if hard else png.QUICK)


def _shades(ink: str) -> list[int]:
    """Give the number in the palette for each coverage from 0 to 255."""
    steps, before = STEPS[ink], sum(STEPS[other] for other in list(STEPS)[: list(STEPS).index(ink)])
    levels = [(coverage * steps + FULL // 2) // FULL for coverage in range(FULL + 1)]
    return [level and before + level for level in levels]


def _colours() -> list[tuple[int, ...]]:
    paper = ImageColor.getrgb(PAPER)
    shades = [(ImageColor.getrgb(ink), step / steps) for ink, steps in STEPS.items() for step in range(1, steps + 1)]
    return [paper, *(_between(paper, full, share) for full, share in shades)]


def _between(paper: tuple[int, ...], full: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(paper, full, strict=True))
