"""HTML to tagged PDF by WeasyPrint, which is imported only here and only when a PDF is made."""

import atexit
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exports.editions import boxes, notes
from exports.editions import typefaces as cuts
from macros.load.problems import DataError, Place, Problem

SHEET = Path(__file__).parent / "paper.css"
FONTS = "fonts:"
SITE = "https://site.invalid/pdf/"
"""Stands before the addresses of neighbouring files while WeasyPrint works; it drops a link without a host."""

VARIANT = "pdf/ua-1"
WHAT_TO_INSTALL = (
    "PDFs need Pango. Debian, Ubuntu: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0;"
    " macOS: brew install pango"
)


@dataclass(frozen=True)
class Made:
    """A finished file and its number of pages."""

    content: bytes
    pages: int


@dataclass(frozen=True)
class Laid:
    """Pages that were laid out and not yet written."""

    name: str
    document: Any

    @property
    def pages(self) -> list[Any]:
        """The pages in order."""
        return list(self.document.pages)


def what_is_missing() -> str:
    """Give the line that says what to install, or "" if PDFs can be made here."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - only who makes a PDF needs Pango
    except (ImportError, OSError):
        return WHAT_TO_INSTALL
    return ""


def lay_out(name: str, page: str, site: Path, typefaces: Path) -> Laid:
    """Lay out an HTML page; `name` is told in faults, the folders hold pictures and the cuts of typefaces.py.

    Raises DataError when WeasyPrint complains or when anything sticks out of its page.
    """
    with _complaints(name):
        document = _rendered(page, site, typefaces)
    if faults := list(boxes.faults(name, document.pages, _known(typefaces))):
        raise DataError(faults)
    if lost := notes.lost(page, document.pages):
        raise DataError([Problem(Place(name), "paper", f"the note #{id_} is on no page") for id_ in lost])
    for laid in document.pages:
        boxes.release(laid)
    return Laid(name, document)


def _rendered(page: str, site: Path, typefaces: Path) -> Any:
    """Lay out a page, and again while notes get lost, with the blocks that call them kept in one piece."""
    import weasyprint  # noqa: PLC0415

    html = weasyprint.HTML(string=page, base_url=SITE, url_fetcher=_fetcher(site, typefaces))
    sheets, kept = [_sheet(site, typefaces)], set[str]()
    while True:
        document = html.render(stylesheets=sheets, font_config=_font_config(), pdf_variant=VARIANT)
        lost = notes.lost(page, document.pages)
        if lost <= kept:
            return document
        kept |= lost
        sheets = [_sheet(site, typefaces), weasyprint.CSS(string=notes.kept_whole(kept))]


def write(laid: Laid, first: int = 1) -> Made:
    """Write pages as a file; `first` is the number of its first page, for readers who look for a number."""

    def finish(_document: Any, file: Any) -> None:
        _loosen_neighbours(file)
        if first > 1:
            _number_pages(file, first)

    with _complaints(laid.name):
        content = laid.document.write_pdf(finisher=finish, pdf_variant=VARIANT)
    if strange := sorted({font.family for font in laid.document.fonts.values()} - cuts.FAMILIES):
        raise DataError(
            [Problem(Place(laid.name), "paper", f"it uses '{name}', no typeface of ours") for name in strange]
        )
    return Made(content, len(laid.pages))


def loosened(address: str) -> str:
    """Give an address as it stands in the file: those of neighbouring files are relative."""
    return address.removeprefix(SITE)


@cache
def _font_config() -> Any:
    """Keep one for the process; it has to be gone before Python takes apart what it needs to go."""
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    atexit.register(_font_config.cache_clear)
    atexit.register(_sheet.cache_clear)
    return FontConfiguration()


@cache
def _sheet(site: Path, typefaces: Path) -> Any:
    """Read the style sheet once a process; its typefaces go to the font configuration."""
    import weasyprint  # noqa: PLC0415

    with _complaints(SHEET.name):
        return weasyprint.CSS(filename=SHEET, font_config=_font_config(), url_fetcher=_fetcher(site, typefaces))


def _fetcher(site: Path, typefaces: Path) -> Any:
    """Give a fetcher that knows our typefaces and the files of the site, and asks no network for anything."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class Files(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
            return URLFetcherResponse(url, _file(url, site, typefaces).read_bytes())

    return Files()


def _file(url: str, site: Path, typefaces: Path) -> Path:
    if url.startswith(FONTS):
        return typefaces / url.removeprefix(FONTS)
    if not url.startswith(SITE):
        raise ValueError(f"{url} is no file of the site")
    return site / url.removeprefix(SITE)


@cache
def _known(known: Path) -> frozenset[str]:
    return cuts.signs(known)


@contextmanager
def _complaints(name: str) -> Iterator[None]:
    """Raise what WeasyPrint warns about: a page that it does not understand is a page that may look broken."""
    logger, found = logging.getLogger("weasyprint"), list[Problem]()
    kept, handler = logger.handlers[:], logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(Problem(Place(name), "paper", record.getMessage()))  # type: ignore[method-assign]
    logger.handlers[:] = [handler]
    try:
        yield
    finally:
        logger.handlers[:] = kept
    if found:
        raise DataError(found)


def _loosen_neighbours(file: Any) -> None:
    for thing in file.objects:
        action = thing.get("A") if isinstance(thing, dict) else None
        if isinstance(action, dict) and "URI" in action:
            action["URI"].string = loosened(action["URI"].string)


def _number_pages(file: Any, first: int) -> None:
    import pydyf  # noqa: PLC0415

    style = pydyf.Dictionary({"S": "/D", "St": first})
    file.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, style])})
