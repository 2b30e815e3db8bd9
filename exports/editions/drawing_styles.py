"""The colours and lines of charts and diagrams, taken from the site's style sheet and written for paper.

Outside a browser a drawing does not see the style sheet of its page, so it carries what it needs,
with custom properties and schemes already resolved.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

from exports.vocabulary import serialize, split

PART = re.compile(r"\.(?:diagram|chart)__")
FRAME = re.compile(
    r"\.(?:diagram__(?:words|legend|title)|chart__(?:legend|data|sample\b|plot$))|\.diagram__drawing(?:--\w+)?$"
)
"""Rules for what stands around a drawing."""

SCOPE = ".md-typeset "
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
LIGHT = re.compile(r"light-dark\(\s*([^,()]+|\w+\([^()]*\))\s*,[^()]*(?:\([^()]*\))?[^()]*\)")
REM = re.compile(r"(?<![\w.])(\d*\.?\d+)rem")
BETWEEN = re.compile(r"\b450\b")
"""A weight of the site for which paper has no typeface of its own."""

PIXELS_A_REM = 17
"""Charts are drawn in pixels; at this size their words are as large on paper as those of a table."""

BROWSERS_ONLY = {"print-color-adjust", "font-variant-numeric", "forced-color-adjust"}
TYPEFACE = "svg{font-family:Public Sans,Guide Mono;font-size:12px}"


def of(site: Path) -> str:
    """Give the style sheet for drawings of a built site."""
    [sheet] = (site / "assets" / "stylesheets").glob("guide.*.css")
    return sheet_for_paper(sheet.read_text(encoding="utf-8"))


def sheet_for_paper(css: str) -> str:
    """Take the site's style sheet; give the rules of drawings as they are on paper."""
    rules = list(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    values = {
        name: value
        for selector, found in rules
        if selector == ":root"
        for name, value in found
        if name.startswith("--")
    }
    kept = ((selector, found) for selector, found in rules if PART.search(selector) and not FRAME.search(selector))
    return TYPEFACE + "".join(f"{selector}{{{_written(found, values)}}}" for selector, found in kept)


def _rules(nodes: Iterable[Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give selector and declarations of each rule that counts on paper, in order."""
    for node in nodes:
        if node.type == "qualified-rule":
            yield from ((serialize(one).removeprefix(SCOPE), _declared(node.content)) for one in split(node.prelude))
        elif node.type == "at-rule" and node.content and _printed(node):
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _printed(rule: Any) -> bool:
    return rule.lower_at_keyword == "media" and "print" in serialize(rule.prelude)


def _declared(content: Any) -> list[tuple[str, str]]:
    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return [(one.name, serialize(one.value)) for one in found if one.type == "declaration"]


def _written(declared: list[tuple[str, str]], values: dict[str, str]) -> str:
    return ";".join(f"{name}:{_resolved(value, values)}" for name, value in declared if name not in BROWSERS_ONLY)


def _resolved(value: str, values: dict[str, str]) -> str:
    while found := VARIABLE.search(value):
        value = value.replace(found[0], values[found[1]])
    value = BETWEEN.sub("400", value)
    value = LIGHT.sub(lambda found: found[1], value)
    return REM.sub(lambda found: f"{float(found[1]) * PIXELS_A_REM:g}px", value)
