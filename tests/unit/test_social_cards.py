"""A social card has its size, few bytes, the guide's colours, and keeps its words inside the frame."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from PIL import Image, ImageColor

from exports import card, mark, picture, png, social_cards
from exports.site import BuiltPage

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "docs" / "assets" / "fonts"
SITE = ROOT / "docs"
GROUND = {ImageColor.getrgb(colour) for colour in (picture.PAPER, picture.SOFT)}
LETTERS = st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), max_size=200)
DESCRIPTION = "Read a company's developer platform in ninety minutes - where to look, what each finding means, what "
HEAD = (
    '<meta property="og:image" content="x"><meta property="article:section" content="The loop">'
    '<meta property="og:description" content="What it tests.">'
)


def drawn(title: str, description: str = DESCRIPTION, section: str = "The loop") -> Image.Image:
    return Image.open(BytesIO(card.draw(card.Words(section, title, description), FONTS)))


def colours(image: Image.Image, box: tuple[int, int, int, int]) -> set[object]:
    found = image.convert("RGB").crop(box).getcolors()
    assert found is not None
    return {colour for _, colour in found}


def assert_inside(image: Image.Image) -> None:
    """The margins show nothing but the ground."""
    width, height = image.size
    for box in [
        (0, card.BAR, 60, height),
        (width - 60, card.BAR, width, height),
        (0, height - 50, width, height),
        (500, card.BAR, width, 140),
    ]:
        assert colours(image, box) <= GROUND


@pytest.mark.parametrize("title", ["RICE", "Behavioural rounds and your story bank", "Wie " * 60, "W" * 400, "", "É ÿ"])
def test_a_card_has_its_size_and_keeps_its_words_in_the_frame(title: str) -> None:
    image = drawn(title)
    assert image.size == (1200, 630)
    assert_inside(image)


@settings(max_examples=40, deadline=None)
@given(LETTERS, LETTERS)
def test_no_text_leaves_the_frame(title: str, description: str) -> None:
    assert_inside(drawn(title, description))


def test_the_longest_words_that_pages_may_have_make_a_small_file() -> None:
    title = "Technical debt as an investment for platform teams"
    description = (DESCRIPTION * 2)[:160]
    assert len(card.draw(card.Words("Leadership", title, description), FONTS)) <= card.BYTES_AT_MOST


def test_the_same_words_give_the_same_bytes() -> None:
    words = card.Words("The loop", "Companies", DESCRIPTION)
    first = card.draw(words, FONTS)
    card.blank.cache_clear()
    assert card.draw(words, FONTS) == first


def test_a_short_title_is_set_larger_than_a_long_one() -> None:
    draft = card.Draft(picture.Picture(card.SIZE), FONTS)
    sizes = [draft.title(title)[0].size for title in ("RICE", "Platform Value Pyramid", "A title of many words " * 4)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_the_colours_are_those_of_the_light_scheme() -> None:
    tokens = (ROOT / "docs/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--guide-([\w-]+): light-dark\((#\w+),", tokens))
    names = ("paper", "ink", "ink-2", "accent", "accent-soft")
    ours = [picture.PAPER, picture.INK, picture.INK_2, picture.ACCENT, picture.SOFT]
    assert ours == [light[name] for name in names]


def test_the_name_on_the_card_is_that_of_the_site() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_name: {card.NAME[0]} {card.SURNAME[0]}".casefold() in config.casefold()


def test_the_mark_is_that_of_the_wordmark() -> None:
    svg = (ROOT / ".github/wordmark.svg").read_text(encoding="utf-8")
    shift = mark.TOP[0][0] - 14.5
    points = [*mark.EDGES[1], *mark.EDGES[0], *mark.TOP]
    corners = [(x - shift, y) for x, y in points]
    edges, top, *_ = re.findall(r' d="([^"]+)"', svg)
    assert corners == [*walk(edges), *walk(top)]


def walk(path: str) -> list[tuple[float, float]]:
    """Give the corners of a path that has moves and lines only."""
    corners: list[tuple[float, float]] = []
    for command, numbers in re.findall(r"([MLl])([^MLlzZ]*)", re.sub(r"(?<=\d) (?=\d+(\.\d+)? )", " ", path)):
        values = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        for x, y in zip(values[::2], values[1::2], strict=True):
            last = corners[-1] if command == "l" else (0, 0)
            corners.append((round(last[0] + x, 2), round(last[1] + y, 2)))
    return corners


def test_our_png_shows_every_pixel_in_its_colour() -> None:
    pixels = Image.new("L", (5, 3))
    pixels.putdata([number % 4 for number in range(15)])
    palette = [(251, 250, 247), (1, 2, 3), (40, 50, 60), (255, 0, 9)]
    expected = [palette[number] for number in pixels.get_flattened_data()]
    with Image.open(BytesIO(png.encode(pixels, palette))) as image:
        image.verify()
    with Image.open(BytesIO(png.encode(pixels, palette))) as image:
        assert list(image.convert("RGB").get_flattened_data()) == expected


def page(title: str) -> BuiltPage:
    text = f'<html><head>{HEAD}</head><body><h1>{title}<a class="headerlink" href="#x">#</a></h1></body></html>'
    return BuiltPage("loop/scoring/index.html", html.document_fromstring(text))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with typefaces and no page."""
    (tmp_path / "site/assets").mkdir(parents=True)
    (tmp_path / "site/assets/fonts").symlink_to(FONTS)
    return tmp_path / "site"


def test_a_card_that_was_drawn_before_is_copied(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    social_cards.write(site, [page("Rubric")], tmp_path / "kept")
    path = site / "assets/social/loop/scoring.png"
    first = path.read_bytes()
    path.unlink()
    asked: list[card.Words] = []
    monkeypatch.setattr(card, "draw", lambda words, _fonts: asked.append(words) or b"new")
    social_cards.write(site, [page("Rubric")], tmp_path / "kept")
    assert path.read_bytes() == first
    social_cards.write(site, [page("Another title")], tmp_path / "kept")
    assert path.read_bytes() == b"new"
    assert asked == [card.Words("The loop", "Another title", "What it tests.")]


def test_a_page_that_names_no_card_gets_none(site: Path, tmp_path: Path) -> None:
    nothing = BuiltPage("404.html", html.document_fromstring("<html><body><h1>No page</h1></body></html>"))
    social_cards.write(site, [nothing], tmp_path / "kept")
    assert not (site / "assets/social").exists()


@pytest.mark.parametrize(
    ("url", "path"), [("", "index"), ("loop/", "loop"), ("loop/scoring/", "loop/scoring"), ("index.html", "index")]
)
def test_each_address_has_its_place(url: str, path: str) -> None:
    assert social_cards.place(url) == f"assets/social/{path}.png"
