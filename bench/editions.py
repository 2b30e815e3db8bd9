"""What the editions cost: pages, bytes, CPU time a page and memory."""

import json
from pathlib import Path

from bench import cpu
from bench.tables import Budget, kilobytes, table
from exports.editions import book
from tools.build import ROOT

HEAD = ("", "pages", "kB", "kB a page")
CHAPTER_KB_A_PAGE = 25
MILLISECONDS_A_PAGE = 150
MEMORY_MB = 600


def measure(site: Path) -> str:
    """Make all editions of a built site and give the tables."""
    run = cpu.run(["-m", "exports.editions", str(site)], ROOT)
    listed = json.loads((site / "exports.json").read_text(encoding="utf-8"))
    return report(run, [(one["path"], one["pages"], one["bytes"]) for one in listed])


def report(run: cpu.Run, files: list[tuple[str, int | None, int]]) -> str:
    """Give the tables for a run that made these files, each with its path, its pages if it has any, and its bytes."""
    printed = [(path, pages, size) for path, pages, size in files if pages]
    pages = sum(pages for _, pages, _ in printed)
    a_page = Budget(run.seconds / pages * 1000, at_most=MILLISECONDS_A_PAGE)
    memory = Budget(run.memory / 1e6, at_most=MEMORY_MB)
    counted = f"{len(files)} files; {pages} pages in {len(printed)} PDFs."
    cost = f"CPU time of everything {run.seconds:.0f} s, {a_page} ms a page; largest process {memory} MB."
    return f"{counted} {cost}\n\n{table(HEAD, _rows(printed))}"


def _rows(printed: list[tuple[str, int, int]]) -> list[tuple[object, ...]]:
    """Give the book and the chapter of most bytes a page; a single page is mostly typefaces."""
    whole = next(one for one in printed if one[0] == book.BOOK)
    chapters = [one for one in printed if one != whole and one[1] > 1]
    largest = max(chapters, key=lambda one: one[2] / one[1])
    bounds = [None, CHAPTER_KB_A_PAGE]
    return [
        (path, pages, f"{kilobytes(size):.0f}", Budget(kilobytes(size) / pages, at_most=bound, shown="{:.1f}"))
        for (path, pages, size), bound in zip([whole, largest], bounds, strict=True)
    ]
