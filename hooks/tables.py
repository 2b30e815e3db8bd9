"""Give the tables of Markdown the same form as the tables of macros.

They stack their cells on a phone, so each cell carries the heading of its column, and explicit
roles keep the table a table for screen readers. The first column names the row.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX
from mkdocs.config.defaults import MkDocsConfig

STASHED = re.compile(f"{STX}[^\x03]*\x03")
"""Raw HTML that Python-Markdown puts back later; it must not come back inside an attribute."""

AFTER_ABBREVIATIONS = 5
"""Priority below that of the abbr extension, which fills the cells."""


class GridTables(Treeprocessor):
    """Rewrites every table of a page in place."""

    def run(self, root: Element) -> None:
        """Take the page's tree."""
        for table in root.iter("table"):
            _grid(table)


class _GridTablesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        md.treeprocessors.register(GridTables(md), "grid-tables", AFTER_ABBREVIATIONS)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the rewriting to the page's Markdown."""
    config.markdown_extensions.append(_GridTablesExtension())
    return config


def _grid(table: Element) -> None:
    table.attrib |= {"class": "grid", "role": "table"}
    for group in table:
        group.set("role", "rowgroup")
    labels = [_name(cell) for cell in table.iterfind("thead/tr/th")]
    for cell in table.iterfind("thead/tr/th"):
        cell.attrib |= {"scope": "col", "role": "columnheader"}
    for row in table.iter("tr"):
        row.set("role", "row")
    for row in table.iterfind("tbody/tr"):
        _row(row, labels)


def _row(row: Element, labels: list[str]) -> None:
    for index, (cell, label) in enumerate(zip(row, labels, strict=False)):
        if index == 0:
            cell.tag = "th"
            cell.set("scope", "row")
        cell.attrib |= {"role": "cell" if index else "rowheader", "data-label": label}
        if side := cell.attrib.pop("align", ""):
            cell.set("class", f"align-{side}")


def _name(cell: Element) -> str:
    return " ".join(_words(cell)).strip()


def _words(cell: Element) -> Iterator[str]:
    for text in cell.itertext():
        yield STASHED.sub("", text).strip()
