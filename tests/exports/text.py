"""The words of built pages and of PDFs, made comparable."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from exports.editions.light import ARTICLE, DRAWING

TYPE_AREA = ("-x", "60", "-y", "58", "-W", "480", "-H", "678")
"""In points: the page without heads and feet."""

WORD = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-ZÀ-Þ]+|\d+")
HYPHENATED = re.compile("‐\n")
ADDED = re.compile(r"\(p\.\s*\d+\)|\[\d+\]")
"""Page numbers and numbers of addresses behind links."""

CONTROLS = (
    ".//*[contains(@class, 'contents-folded') or contains(@class, 'headerlink') or contains(@class, 'filter')"
    " or contains(@class, 'visually-hidden') or contains(@class, 'footnote-backref') or contains(@class, 'print-only')"
    " or contains(@class, 'editions')]"
    " | .//*[@id='notes-and-sources'] | .//button | .//select | .//nav"
    " | .//thead[parent::table[contains(@class, 'grid--wide')]]"
)
"""What has no place on paper; heads of wide tables stand in front of their cells."""

RUN = 4
"""Words in a row by which a block is known."""

LEAVES = (
    "p",
    "li",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "summary",
    "legend",
    "caption",
    "figcaption",
    "pre",
    "blockquote",
)


def words(text: str) -> list[str]:
    """Give the runs of letters and digits."""
    return WORD.findall(text)


def of_pdf(path: Path, *options: str) -> str:
    """Give the text of a PDF."""
    told = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True)
    return ADDED.sub(" ", HYPHENATED.sub("", told.stdout))


def blocks(page: str) -> Iterator[str]:
    """Give the text of every leaf block of a built page, without controls."""
    article = html.fragment_fromstring(DRAWING.sub("", ARTICLE.search(page)[0]))
    for control in article.xpath(CONTROLS):
        control.drop_tree()
    for element in article.iter(*LEAVES):
        if not any(True for _ in element.iterdescendants(*LEAVES)):
            yield " ".join(element.itertext())
        else:
            yield from _own(element)


def _own(element: HtmlElement) -> Iterator[str]:
    """Give what stands in a block beside the blocks inside it."""
    texts = [element.text or "", *(child.tail or "" for child in element)]
    yield from (text for text in texts if text.strip())


def lost(page: str, printed: str) -> list[str]:
    """Give the blocks of a built page that a printed text lacks, and the words that it has too rarely.

    Poppler joins what a line break parts after a hyphen; such words are no loss.
    """
    there = words(printed)
    asked = [word for block in blocks(page) for word in words(block)]
    joined = {first + second for first, second in pairwise(asked)} & set(there)
    rare = Counter(asked) - Counter(there)
    return lost_runs(page, there) + sorted(word for word in rare.elements() if not any(word in one for one in joined))


def lost_runs(page: str, there: list[str]) -> list[str]:
    """Give the blocks of a built page of which no run of words stands among the printed words."""
    runs = _runs(tuple(there))
    return [block for block in blocks(page) if (asked := _runs_of(words(block))) and not asked & runs[len(min(asked))]]


@cache
def _runs(there: tuple[str, ...]) -> dict[int, set[tuple[str, ...]]]:
    return {size: _windows(there, size) for size in range(1, RUN + 1)}


def _runs_of(asked: list[str]) -> set[tuple[str, ...]]:
    return _windows(asked, min(RUN, len(asked))) if asked else set()


def _windows(all_words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return set(zip(*(all_words[start:] for start in range(size)), strict=False))
