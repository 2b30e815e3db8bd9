"""Markdown inside data to HTML: no raw HTML, safe links, figures as [[claim.name]].

This is a second Markdown engine beside the one that renders pages, on purpose: Python-Markdown
cannot switch raw HTML off, and data must never be able to write markup (adr/007).
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from macros import grid_tables, passages
from macros.figures import FIGURE

SAFE_LINK = re.compile(r"https://|mailto:|/(?!/)|#")
UNMARKED = re.compile(r"[^\\`*_\[\]<>&\"'!\n]*")
"""A text of one line that Markdown would give back as it is; most are."""

TABLE_ROW = re.compile(r"^\|.*$", re.MULTILINE)
"""Its bars end cells, so the one inside a figure has to be escaped."""
FigureRule = Callable[[str, str, bool], str]
"""Takes claim, figure name ("" for the first) and whether the mark is left out; gives HTML."""


class TextRenderer:
    """Renders the texts of data files."""

    def __init__(self, figure: FigureRule) -> None:
        """Take the function that renders a figure."""
        self._engine = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])
        self._engine.validateLink = lambda url: SAFE_LINK.match(url) is not None  # type: ignore[method-assign]
        self._engine.inline.ruler.before("link", "figure", _read_figure)
        self._engine.add_render_rule("figure", _write_figure(figure))
        self._engine.use(grid_tables.plugin).use(passages.plugin)

    def inline(self, text: str) -> Markup:
        """Render a Text as HTML without a paragraph around it."""
        line = text.strip()
        return Markup(line if UNMARKED.fullmatch(line) else self._engine.renderInline(line))  # noqa: S704 - raw HTML is off

    def block(self, text: str) -> Markup:
        """Render a Prose as paragraphs, lists and tables."""
        rows = TABLE_ROW.sub(lambda row: row[0].replace("|bare]]", r"\|bare]]"), text.strip())
        return Markup(self._engine.render(rows))  # noqa: S704 - raw HTML is off

    def annotated(self, text: str, quotes: list[str], prefix: str) -> Markup:
        """Render a Prose with each quote marked and numbered; each number leads to an anchor, `prefix`-1 and so on."""
        marked = passages.signed(text.strip(), quotes)
        return Markup(self._engine.render(marked, {passages.PREFIX: prefix}))  # noqa: S704 - raw HTML is off

    def plain(self, text: str, value: Callable[[str, str], str]) -> str:
        """Drop the marks of figures and emphasis, for attributes and search."""
        told = FIGURE.sub(lambda found: value(found["claim"], found["name"] or ""), text)
        return told.replace("**", "").replace("`", "").replace("*", "")


def _read_figure(state: StateInline, silent: bool) -> bool:
    found = FIGURE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("figure", "data", 0)
        token.meta = {"claim": found["claim"], "name": found["name"] or "", "bare": bool(found["bare"])}
    state.pos = found.end()
    return True


def _write_figure(figure: FigureRule) -> Callable[..., str]:
    def write(_self: RendererHTML, tokens: list[Token], index: int, *_: object) -> str:
        meta = tokens[index].meta
        return figure(meta["claim"], meta["name"], meta["bare"])

    return write
