"""The guide as EPUB 3: a file for each chapter, nested contents, notes that open where they are called (adr/018)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from mimetypes import guess_type
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from exports.editions import archive, cover, drawing_styles, epub_notes, epub_tables, templating
from exports.editions.light import FOR_DESKS, Chapter, Heading, Target, anchor, lighten, slug
from exports.editions.source import Source
from macros.load.problems import DataError, Place, Problem

NAME = "platform-pm-interview-guide"
IDENTIFIER = uuid5(NAMESPACE_URL, NAME).urn
"""Tells e-readers that two editions are the same book; it never changes."""

FOLDER = "EPUB"
MEDIA_TYPE = "application/epub+zip"
FONTS = "assets/fonts"

Files = dict[str, str | bytes]


@dataclass
class Entry:
    """A line of the contents, with the lines below it."""

    text: str
    href: str
    level: int
    below: list["Entry"] = field(default_factory=list)


def make(source: Source) -> bytes:
    """Give the EPUB; raises DataError when a picture is missing."""
    files: Files = {"mimetype": MEDIA_TYPE, "META-INF/container.xml": templating.text("epub_container.xml")}
    files |= {f"{FOLDER}/{name}": content for name, content in _book(source).items()}
    contents = [(name, content if isinstance(content, bytes) else content.encode()) for name, content in files.items()]
    return archive.pack(contents, source.edition.moment, stored="mimetype")


def chapters(source: Source) -> list[Chapter]:
    """Give all chapters with their links and notes as the EPUB has them."""
    made = {page.url for page in source.pages}

    def resolve(target: Target) -> str:
        if target.url not in made:
            return source.address and f"{source.address}{target.url}{target.anchor and '#' + target.anchor}"
        return f"{slug(target.url)}.xhtml{target.anchor and '#' + anchor(target.url, target.anchor)}"

    found = [lighten(page.text, page.url, resolve, FOR_DESKS) for page in source.pages]
    for chapter in found:
        epub_notes.gather(chapter)
        epub_tables.unfold(chapter.body)
    return found


def _book(source: Source) -> Files:
    book = chapters(source)
    texts = {f"{chapter.slug}.xhtml": _page(chapter) for chapter in book}
    images = _images(book, source.folder)
    facts = {"source": source, "identifier": IDENTIFIER, "chapters": book, "texts": texts, "images": _types(images)}
    return {
        "package.opf": templating.fill("epub_package.opf.j2", **facts),
        "nav.xhtml": templating.fill("epub_nav.xhtml.j2", sections=contents(book)),
        "cover.xhtml": templating.fill("epub_cover.xhtml.j2", source=source),
        "cover.png": cover.draw(source.edition.day, source.folder / FONTS),
        "style.css": drawing_styles.of(source.folder) + templating.text("epub.css"),
        **texts,
        **images,
    }


def _images(book: list[Chapter], site: Path) -> Files:
    """Give the pictures that chapters show; raises DataError for one that is not there."""
    shown = sorted({(image.get("src"), chapter.url) for chapter in book for image in chapter.body.iter("img")})
    missing = [
        Problem(Place(f"site/{url}index.html"), "missing-image", f"<img> shows '{path}', which is not there")
        for path, url in shown
        if not (site / path).is_file()
    ]
    if missing:
        raise DataError(missing)
    return {path: (site / path).read_bytes() for path, _ in shown}


def _types(images: Files) -> dict[str, str | None]:
    return {path: guess_type(path)[0] for path in images}


def _page(chapter: Chapter) -> str:
    body = chapter.xhtml.replace(f" {epub_notes.MARKED}=", f" {epub_notes.TYPE}=")
    return templating.fill("epub_chapter.xhtml.j2", chapter=chapter, body=Markup(body))  # noqa: S704 - our own pages


def contents(book: list[Chapter]) -> list[tuple[str, list[Entry]]]:
    """Give the sections of the guide with the chapters of each and the headings and cards below them."""
    return [(name, [_entry(chapter) for chapter in group]) for name, group in groupby(book, lambda one: one.section)]


def _entry(chapter: Chapter) -> Entry:
    file = f"{chapter.slug}.xhtml"
    entry = Entry(chapter.title, file, 1)
    open_entries = [entry]
    for heading in _told(chapter):
        while open_entries[-1].level >= heading.level:
            open_entries.pop()
        below = Entry(heading.text, f"{file}#{heading.id}", heading.level)
        open_entries[-1].below.append(below)
        open_entries.append(below)
    return entry


def _told(chapter: Chapter) -> Iterator[Heading]:
    """Give the headings for the contents; that every chapter ends in notes, nobody has to be told."""
    notes = anchor(chapter.url, epub_notes.ANCHOR)
    return (heading for heading in chapter.headings if heading.level > 1 and heading.id not in {"", notes})
