"""Give the tables of Markdown the same form as the tables of macros.

They stack their cells on a phone, so each cell carries the heading of its column, and explicit
roles keep the table a table for screen readers. The first column names the row.
"""

import re
from collections.abc import Callable
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from mkdocs.config.defaults import MkDocsConfig

ENTITY = re.compile(r"&#?\w+;")
Sign = Callable[[re.Match[str]], str]
"""Gives the sign that a piece of stashed HTML stands for, "" when it is more than a sign.

Python-Markdown puts raw HTML back later; only a sign, such as a curled apostrophe, may stand in an attribute.
"""

AFTER_ABBREVIATIONS = 5
"""Priority below that of the abbr extension, which fills the cells."""


class GridTables(Treeprocessor):
    """Rewrites every table of a page in place."""

    def run(self, root: Element) -> None:
        """Take the page's tree."""
        for table in root.iter("table"):
            _grid(table, self._sign)

    def _sign(self, stashed: re.Match[str]) -> str:
        raw = self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]
        return unescape(raw) if isinstance(raw, str) and ENTITY.fullmatch(raw) else ""


class GridTablesExtension(Extension):
    """Adds the rewriting."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register it (called by Python-Markdown)."""
        md.treeprocessors.register(GridTables(md), "grid-tables", AFTER_ABBREVIATIONS)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the rewriting to the page's Markdown."""
    config.markdown_extensions.append(GridTablesExtension())
    return config


def _grid(table: Element, sign: Sign) -> None:
    table.attrib |= {"class": "grid", "role": "table"}
    for group in table:
        group.set("role", "rowgroup")
    labels = [_name(cell, sign) for cell in table.iterfind("thead/tr/th")]
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


def _name(cell: Element, sign: Sign) -> str:
    return " ".join(HTML_PLACEHOLDER_RE.sub(sign, "".join(cell.itertext())).split())
