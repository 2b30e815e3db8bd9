"""One style sheet for the site: the theme's and ours in their order, without what no page uses."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import tinycss2

from exports import vocabulary
from exports.vocabulary import Tokens, Vocabulary, serialize, split

LINK = re.compile(r'<link rel="stylesheet" href="(?P<folder>[^"]*?assets/stylesheets/)(?P<name>[^"]+)">\n?')
CONDITIONS = {"media", "supports", "layer", "container"}
REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
UNPRINTED = {"comment", "whitespace"}


def write(site: Path) -> str:
    """Merge the style sheets that the pages link to, leave out unused rules, and give the new file's name."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    folder = site / "assets" / "stylesheets"
    names = list(dict.fromkeys(link["name"] for text in pages.values() for link in LINK.finditer(text)))
    scripts = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.*js"))]
    css = merge([(folder / name).read_text(encoding="utf-8") for name in names], vocabulary.of(pages.values(), scripts))
    for path in folder.iterdir():
        path.unlink()
    name = f"guide.{sha256(css.encode()).hexdigest()[:8]}.css"
    (folder / name).write_text(css, encoding="utf-8")
    for path, text in pages.items():
        path.write_text(link_to(text, name), encoding="utf-8")
    return name


def link_to(page: str, name: str) -> str:
    """Replace a page's links to style sheets by one."""
    first = LINK.search(page)
    if not first:
        return page
    start = LINK.sub("", page[: first.start()])
    return f"{start}{first[0].replace(first['name'], name)}{LINK.sub('', page[first.end() :])}"


def merge(sheets: Iterable[str], used: Vocabulary) -> str:
    """Give the rules of all sheets that can match something, without custom properties that nothing asks for."""
    rules = tinycss2.parse_stylesheet("\n".join(sheets), skip_comments=True, skip_whitespace=True)
    kept = "".join(_rules(rules, used, None))
    while (fewer := "".join(_rules(_parse(kept), used, set(REFERENCE.findall(kept))))) != kept:
        kept = fewer
    return kept


def _parse(css: str) -> Tokens:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _nested(content: Tokens) -> Tokens:
    return list(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def _rules(rules: Tokens, used: Vocabulary, asked: set[str] | None) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield _qualified(rule, used, asked)
        elif rule.type == "at-rule":
            yield _at_rule(rule, used, asked)


def _qualified(rule: Any, used: Vocabulary, asked: set[str] | None) -> str:
    selectors = [serialize(selector) for selector in split(rule.prelude) if used.can_match(_bare(selector))]
    body = _declarations(rule.content, asked)
    return f"{','.join(selectors)}{{{body}}}" if selectors and body else ""


def _bare(selector: Tokens) -> Tokens:
    return [token for token in selector if token.type not in UNPRINTED]


def _at_rule(rule: Any, used: Vocabulary, asked: set[str] | None) -> str:
    head = f"@{rule.at_keyword} {serialize(rule.prelude)}".strip()
    if rule.content is None:
        return "" if rule.lower_at_keyword == "charset" else f"{head};"
    if rule.lower_at_keyword not in CONDITIONS:
        return f"{head}{{{serialize(rule.content)}}}"
    body = "".join(_rules(_nested(rule.content), used, asked))
    return f"{head}{{{body}}}" if body else ""


def _declarations(content: Tokens, asked: set[str] | None) -> str:
    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    kept = [one for one in found if one.type == "declaration" and _asked(one.name, asked)]
    return ";".join(f"{one.name}:{serialize(one.value)}{'!important' if one.important else ''}" for one in kept)


def _asked(name: str, asked: set[str] | None) -> bool:
    return asked is None or not name.startswith("--") or name in asked
