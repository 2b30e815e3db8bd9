"""Tables that say too much for the narrow page of an e-reader, as a list for each row."""

from itertools import zip_longest
from statistics import mean

from lxml.html import HtmlElement

from exports.editions import soft_breaks, wide_tables

CROWDED = 140
"""Letters in the average row: with more, columns hold a word or two a line at the size that readers choose."""

LINE, GAP = 52, 2
"""Letters that stand side by side on a small e-reader, and those between two columns."""


def unfold(body: HtmlElement) -> None:
    """Replace the tables below an element that are crowded or do not fit."""
    for table in body.iter("table"):
        if _is_crowded(table) or _width(table) > LINE:
            table.set("class", f"{table.get('class', '')} grid--wide")
    wide_tables.unfold(body)


def _is_crowded(table: HtmlElement) -> bool:
    rows = table.findall("tbody/tr")
    return bool(rows) and mean(len(" ".join(_words(row))) for row in rows) > CROWDED


def _width(table: HtmlElement) -> int:
    """Give the letters that the table needs side by side when each column is as wide as its longest word."""
    columns = zip_longest(*(list(row) for row in table.iter("tr")))
    return sum(
        GAP + max(len(word) for cell in column if cell is not None for word in _words(cell, "-")) for column in columns
    )


def _words(element: HtmlElement, *least: str) -> list[str]:
    return [*least, *element.text_content().replace(soft_breaks.MARK, " ").split()]
