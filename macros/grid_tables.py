"""Tables of Markdown inside data, in the form that all tables of the site have.

They stack their cells on a phone, so each cell carries the heading of its column, and explicit
roles keep the table a table for screen readers. The first column names the row.
"""

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

ROLES = {"table_open": "table", "thead_open": "rowgroup", "tbody_open": "rowgroup", "tr_open": "row"}
ALIGN = re.compile(r"text-align:(\w+)")
SAID = {"text", "code_inline"}


def plugin(engine: MarkdownIt) -> None:
    """Add the form to what an engine reads."""
    engine.core.ruler.after("inline", "grid_tables", _form)


def _form(state: StateCore) -> None:
    labels: list[str] = []
    column = 0
    for at, token in enumerate(state.tokens):
        if token.type in ROLES:
            token.attrSet("role", ROLES[token.type])
            labels, column = [] if token.type == "table_open" else labels, 0
        if token.type == "table_open":
            token.attrSet("class", "grid")
        elif token.type == "th_open":
            labels.append(_words(state.tokens[at + 1].children or []))
            _cell(token, scope="col", role="columnheader")
        elif token.type == "td_open":
            name = {"scope": "row", "role": "rowheader"} if column == 0 else {"role": "cell"}
            _cell(token, **name, **{"data-label": labels[column]})
        if token.type in {"td_open", "td_close"} and column == 0:
            token.tag = "th"
        column += token.type == "td_close"


def _cell(token: Token, **attributes: str) -> None:
    """Set attributes, and say the side as a class, since the site allows no inline style."""
    side = ALIGN.match(str(token.attrs.pop("style", "")))
    token.attrs |= attributes | ({"class": f"align-{side[1]}"} if side else {})


def _words(tokens: Iterable[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in SAID)
