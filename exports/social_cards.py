"""A social card for each page, drawn from what the page says of itself in its head."""

import os
from hashlib import sha256
from pathlib import Path

import PIL

from exports import card
from exports.site import BuiltPage

FONTS = "assets/fonts"
DRAWN_BY = ("card.py", "mark.py", "picture.py", "png.py", "typeset.py")
"""Our modules that decide how a card looks."""


def place(url: str) -> str:
    """Give the path of a page's card: for "loop/scoring/" it is "assets/social/loop/scoring.png"."""
    return f"assets/social/{url.removesuffix('index.html').strip('/') or 'index'}.png"


def write(site: Path, pages: list[BuiltPage], kept: Path) -> None:
    """Write the cards of all pages that ask for one; those in the folder `kept` are not drawn again."""
    fonts = site / FONTS
    design = _design(fonts)
    for page in pages:
        if words := _words(page):
            path = site / place(page.url)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_card(words, fonts, kept / sha256(f"{design}{words}".encode()).hexdigest()))


def _words(page: BuiltPage) -> card.Words | None:
    def said(name: str) -> str:
        return "".join(page.root.xpath("//head/meta[@property=$name]/@content", name=name))

    heading = "".join(page.root.xpath("//h1[1]//text()[not(ancestor::a[@class='headerlink'])]"))
    words = card.Words(said("article:section"), heading.strip(), said("og:description"))
    return words if said("og:image") else None


def _design(fonts: Path) -> str:
    """Give a name to everything but the words that a card depends on."""
    code = [Path(__file__).parent / name for name in DRAWN_BY]
    content = b"".join(path.read_bytes() for path in [*code, *sorted(fonts.glob("*.woff2"))])
    return sha256(content).hexdigest() + PIL.__version__


def _card(words: card.Words, fonts: Path, kept: Path) -> bytes:
    if kept.exists():
        return kept.read_bytes()
    drawn = card.draw(words, fonts)
    kept.parent.mkdir(parents=True, exist_ok=True)
    half_written = kept.with_suffix(f".{os.getpid()}")
    half_written.write_bytes(drawn)
    half_written.replace(kept)
    return drawn
