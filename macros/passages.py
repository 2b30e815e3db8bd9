"""Passages of an answer that notes speak of: marked where they stand, with a number that leads to the note.

A bracket and a sign from the private use area stand for each mark while Markdown is read; the reader of plain
text stops at a bracket and would run over the sign alone.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

SIGN = 0xE000
"""Begins a passage; the sign after it ends that of note one, and so on."""

AT_MOST = 99
MARK = re.compile(rf"\[(?P<sign>[{chr(SIGN)}-{chr(SIGN + AT_MOST)}])")
PREFIX = "passages"
"""Where the environment of a text holds the beginning of its anchors."""


def signed(text: str, quotes: list[str]) -> str:
    """Put signs around each quote; its first place in the text counts."""
    for number, quote in enumerate(quotes[:AT_MOST], 1):
        text = text.replace(quote, f"[{chr(SIGN)}{quote}[{chr(SIGN + number)}", 1)
    return text


def plugin(engine: MarkdownIt) -> None:
    """Let an engine read the signs."""
    engine.inline.ruler.before("figure", "passage", _read)


def _read(state: StateInline, silent: bool) -> bool:
    found = MARK.match(state.src, state.pos) if PREFIX in state.env else None
    if not found:
        return False
    number = ord(found["sign"]) - SIGN
    if not silent:
        _end(state, number) if number else _begin(state)
    state.pos = found.end()
    return True


def _begin(state: StateInline) -> None:
    state.push("passage_open", "mark", 1).attrSet("class", "passage")


def _end(state: StateInline, number: int) -> None:
    anchor = f"{state.env[PREFIX]}-{number}"
    state.push("passage_close", "mark", -1)
    state.push("number_open", "sup", 1).attrs = {"class": "passage__number", "id": f"{anchor}-at"}
    state.push("link_open", "a", 1).attrs = {"href": f"#{anchor}", "aria-label": f"Note {number}"}
    state.push("text", "", 0).content = str(number)
    state.push("link_close", "a", -1)
    state.push("number_close", "sup", -1)
