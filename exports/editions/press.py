"""All PDFs of a site: counted, numbered and printed by several processes."""

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cache
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from exports.editions import book, card_sheets, cheat_sheet, merge, source, typefaces
from exports.editions.book import Counted, Offprint, Printer
from exports.editions.pdf import Made
from macros.load.problems import DataError, Place, Problem

CUTS = ".cache/typefaces"


def made(site: Path, root: Path, pool: Executor) -> Iterator[tuple[str, Made]]:
    """Give the place in the site and the content of each PDF; `root` is the project's folder."""
    printer = _printer(site, root)
    contents = pool.submit(_count_front, site, root)
    sheets = [pool.submit(sheet, site, root) for sheet in (_cards, _cheats)]
    urls = [page.url for page in printer.source.pages]
    longest_first = [page.url for page in sorted(printer.source.pages, key=lambda page: -len(page.text))]
    orders = [[one] * len(urls) for one in (site, root)]
    counted = dict(zip(longest_first, pool.map(_count, *orders, longest_first), strict=True))
    cover = contents.result()
    firsts = dict(zip(urls, accumulate((counted[url].pages for url in urls), initial=cover.pages + 1), strict=False))
    numbers = cover.ids | {id_: firsts[url] + n - 1 for url in urls for id_, n in counted[url].ids.items()}
    begins = [firsts[url] for url in longest_first]
    done = pool.map(_offprint, *orders, longest_first, begins, [numbers] * len(urls))
    front = pool.submit(_front, site, root, numbers)
    offprints = dict(zip(longest_first, done, strict=True))
    yield from ((book.chapter_path(url), offprints[url].made) for url in urls if url)
    yield book.BOOK, _bound(printer, front.result(), offprints)
    for sheet in sheets:
        yield from sheet.result().items()


def _bound(printer: Printer, front: Offprint, offprints: dict[str, Offprint]) -> Made:
    """Put the book together in a process of its own, since those that print hold on to much memory."""
    parts = [merge.Part(front.made.content, ""), *_parts(printer, offprints)]
    references = {
        address: id_ for offprint in (front, *offprints.values()) for address, id_ in offprint.references.items()
    }
    with ProcessPoolExecutor(1, get_context("spawn")) as binder:
        content = binder.submit(merge.merge, parts, references, typefaces.embedded(printer.typefaces)).result()
    return Made(content, front.made.pages + sum(one.made.pages for one in offprints.values()))


def _parts(printer: Printer, offprints: dict[str, Offprint]) -> Iterator[merge.Part]:
    for part in printer.parts:
        for number, chapter in enumerate(part.chapters):
            yield merge.Part(offprints[chapter.url].made.content, "" if number else part.name)


@cache
def _printer(site: Path, root: Path) -> Printer:
    return Printer(source.read(site, root), typefaces.ready(site / "assets" / "fonts", root / CUTS))


def _count_front(site: Path, root: Path) -> Counted:
    return _printer(site, root).count_front()


def _front(site: Path, root: Path, numbers: dict[str, int]) -> Offprint:
    return _printer(site, root).front(numbers)


def _count(site: Path, root: Path, url: str) -> Counted:
    printer = _printer(site, root)
    return printer.count(printer.source.page(url))


def _offprint(site: Path, root: Path, url: str, first: int, numbers: dict[str, int]) -> Offprint:
    printer = _printer(site, root)
    return printer.offprint(printer.source.page(url), first, numbers)


def _cards(site: Path, root: Path) -> dict[str, Made]:
    printer = _printer(site, root)
    cards = card_sheets.cards(printer.source)
    if not cards:
        return {}
    sheets = list(card_sheets.sheets(cards))
    return {card_sheets.FILE: printer.sheet(card_sheets.FILE, "card_sheets.html.j2", cards=cards, sheets=sheets)}


def _cheats(site: Path, root: Path) -> dict[str, Made]:
    printer = _printer(site, root)
    entries = cheat_sheet.entries(printer.source)
    if not entries:
        return {}
    made = printer.sheet(cheat_sheet.FILE, "cheat_sheet.html.j2", entries=entries)
    if made.pages > 1:
        raise DataError([Problem(Place(cheat_sheet.FILE), "paper", f"it takes {made.pages} pages and must take one")])
    return {cheat_sheet.FILE: made}
