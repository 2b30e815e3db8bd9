"""All editions as files with a title, made by several processes."""

from collections.abc import Iterator
from concurrent.futures import Executor
from functools import cache
from pathlib import Path

from lxml import html

from exports.editions import anki, book, card_sheets, cheat_sheet, epub, offline, press, source
from exports.editions.manifest import File
from exports.editions.source import Page, Source
from macros import load

TOLD = ("og:title", "article:section")
TITLES = {
    book.BOOK: "The whole guide as PDF",
    card_sheets.FILE: "Question cards to cut out",
    cheat_sheet.FILE: "All frameworks on a page",
}


def on_paper(site: Path, root: Path, pool: Executor) -> Iterator[tuple[File, bytes]]:
    """Give each PDF and its content; `root` is the project's folder."""
    chapters = {book.chapter_path(page.url): page for page in _source(site, root).pages}
    for path, made in press.made(site, root, pool):
        yield _file(path, made.pages, chapters), made.content


def on_screens(site: Path, root: Path, pool: Executor) -> Iterator[tuple[File, bytes]]:
    """Give EPUB, Anki package and offline copy with their contents."""
    files = {
        File("epub/platform-pm-guide.epub", "The whole guide as EPUB"): _epub,
        File("anki/platform-pm-guide.apkg", "All question cards for Anki"): _anki,
        File("offline/platform-pm-guide.zip", "The site to open from disk"): _offline,
    }
    tasks = [(file, pool.submit(make, site, root)) for file, make in files.items()]
    yield from ((file, task.result()) for file, task in tasks)


def _file(path: str, pages: int, chapters: dict[str, Page]) -> File:
    if path in TITLES:
        return File(path, TITLES[path], pages=pages)
    page = chapters[path]
    head = html.document_fromstring(page.text.partition("<body")[0])
    title, section = ("".join(head.xpath("//meta[@property=$name]/@content", name=name)) for name in TOLD)
    return File(path, title, section, page.url, pages)


@cache
def _source(site: Path, root: Path) -> Source:
    return source.read(site, root)


def _epub(site: Path, root: Path) -> bytes:
    return epub.make(_source(site, root))


def _anki(site: Path, root: Path) -> bytes:
    return anki.make(_source(site, root), load.guide(root / "data"))


def _offline(site: Path, root: Path) -> bytes:
    return offline.make(_source(site, root))
