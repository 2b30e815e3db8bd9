"""The site's typefaces as files that hold one weight each.

The site's own files hold all weights; WeasyPrint would cut the weights it needs out of them anew for every PDF.
"""

import io
import shutil
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import fontTools
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent / "fonts"
LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "name", "post", "DSIG")
"""What a PDF has no use for: it says itself where each glyph stands."""

FOR_SCREENS = ("vhea", "vmtx", "STAT", "gasp", "DSIG")
NAMES = {1, 2, 4, 6}
"""Family, style, full name and PostScript name; notes of licence stand beside the files. On a page with six typefaces
what is left out is a tenth of the file."""


@dataclass(frozen=True)
class Cut:
    """One weight of a typeface; `name` is its file here, `pdf_names` what WeasyPrint calls it in a PDF."""

    name: str
    file: str
    weight: int
    pdf_names: tuple[str, ...]


CUTS = (
    Cut("literata.ttf", "literata-text.woff2", 400, ("Literata",)),
    Cut("literata-600.ttf", "literata-text.woff2", 600, ("Literata-Semi-Bold",)),
    Cut("literata-700.ttf", "literata-text.woff2", 700, ("Literata-Bold",)),
    Cut("literata-italic.ttf", "literata-text-italic.woff2", 400, ("Literata-Italic", "Literata-Bold-Italic")),
    Cut("literata-display.ttf", "literata-display.woff2", 600, ("Literata-Display-Semi-Bold",)),
    Cut("public-sans.ttf", "public-sans.woff2", 400, ("Public-Sans",)),
    Cut("public-sans-600.ttf", "public-sans.woff2", 600, ("Public-Sans-Semi-Bold",)),
    Cut("public-sans-700.ttf", "public-sans.woff2", 700, ("Public-Sans-Bold",)),
    Cut("mono.ttf", "dejavu-sans-mono.woff2", 400, ("Guide-Mono", "Guide-Mono-Semi-Bold", "Guide-Mono-Bold")),
)

FAMILIES = frozenset({"Literata", "Literata Display", "Public Sans", "Guide Mono"})
"""What the style sheet calls them."""


def ready(fonts: Path, kept: Path) -> Path:
    """Give the folder of all cuts below `kept`, made anew when a typeface of the site in `fonts` has changed."""
    folder = kept / _name(fonts)
    if not folder.exists():
        kept.mkdir(parents=True, exist_ok=True)
        half_made = Path(mkdtemp(dir=kept))
        for cut in CUTS:
            (half_made / cut.name).write_bytes(_cut(fonts, cut))
        try:
            half_made.rename(folder)
        except OSError:  # another process was quicker
            shutil.rmtree(half_made)
    return folder


def _name(fonts: Path) -> str:
    """Give a name to everything that the cuts depend on."""
    content = b"".join(_path(fonts, cut).read_bytes() for cut in CUTS) + Path(__file__).read_bytes()
    return sha256(content + fontTools.version.encode()).hexdigest()


def signs(folder: Path) -> frozenset[str]:
    """Give all characters that some cut can print; those of the mono cut stand in for other typefaces."""
    return frozenset(chr(code) for cut in CUTS for code in TTFont(folder / cut.name).getBestCmap())


@cache
def embedded(folder: Path) -> dict[str, bytes]:
    """Give, by its name in a PDF, each cut as a PDF embeds it: all glyphs in their order, no layout tables."""
    return {name: _bare(folder / cut.name) for cut in CUTS for name in cut.pdf_names}


def _cut(fonts: Path, cut: Cut) -> bytes:
    font = TTFont(_path(fonts, cut), recalcTimestamp=False)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": cut.weight}, static=True)
    font.flavor = None
    _thin(font)
    return _saved(font)


def _thin(font: TTFont) -> None:
    """Take out what no page on paper needs; WeasyPrint would copy it into every PDF."""
    for table in FOR_SCREENS:
        if table in font:
            del font[table]
    font["name"].names = [record for record in font["name"].names if record.nameID in NAMES]


def _path(fonts: Path, cut: Cut) -> Path:
    return next(path for place in (fonts, HERE) if (path := place / cut.file).is_file())


def _bare(path: Path) -> bytes:
    font = TTFont(path, recalcTimestamp=False)
    for table in LAYOUT_TABLES:
        if table in font:
            del font[table]
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    content = io.BytesIO()
    font.save(content)
    return content.getvalue()
