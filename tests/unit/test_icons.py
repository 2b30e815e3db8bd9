"""The icons that are committed show the mark as it is now."""

import pytest
from PIL import Image, ImageChops, ImageColor, ImageDraw

from tools import icons


@pytest.mark.parametrize("name", icons.icons())
def test_a_committed_icon_is_the_one_that_would_be_drawn(name: str) -> None:
    expected = icons.icons()[name].convert("RGBA")
    with Image.open(icons.FOLDER / name) as committed:
        assert committed.size == expected.size
        assert ImageChops.difference(committed.convert("RGBA"), expected).getbbox(alpha_only=False) is None


@pytest.mark.parametrize(("name", "side"), [*icons.SHEETS.items(), (icons.FAVICON, icons.FAVICON_SIDE)])
def test_an_icon_is_a_square_of_the_side_that_pages_tell(name: str, side: int) -> None:
    assert icons.icons()[name].size == (side, side)


def test_the_mark_stays_inside_the_circle_to_which_icons_are_cut() -> None:
    image = icons.sheet(500)
    ImageDraw.Draw(image).circle((250, 250), 0.4 * 500, fill=icons.ACCENT)
    assert image.getcolors() == [(500 * 500, ImageColor.getrgb(icons.ACCENT))]
