"""One style sheet for the site: the theme's and ours in their order, without what no page uses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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
    parsed = tinycss2.parse_stylesheet("\n".join(sheets), skip_comments=True, skip_whitespace=True)
    rules = list(_rules(parsed, used))
    kept = _text(rules, None)
    while (fewer := _text(rules, set(REFERENCE.findall(kept)))) != kept:
        kept = fewer
    return kept


@dataclass(frozen=True)
class Rule:
    """What stays of a rule: its head, and a body, or else declarations with their names, or rules inside."""

    head: str
    body: str = ""
    declarations: list[tuple[str, str]] = field(default_factory=list)
    rules: list["Rule | Statement"] = field(default_factory=list)

    def text(self, asked: set[str] | None) -> str:
        """Give the rule without custom properties that are not `asked` for; all are when it is None."""
        kept = ";".join(text for name, text in self.declarations if _asked(name, asked))
        body = self.body or kept or _text(self.rules, asked)
        return f"{self.head}{{{body}}}" if body else ""


@dataclass(frozen=True)
class Statement:
    """An at-rule without a body."""

    head: str

    def text(self, _asked: set[str] | None) -> str:
        """Give the rule as it is."""
        return f"{self.head};"


def _text(rules: Iterable[Rule | Statement], asked: set[str] | None) -> str:
    return "".join(rule.text(asked) for rule in rules)


def _asked(name: str, asked: set[str] | None) -> bool:
    return asked is None or not name.startswith("--") or name in asked


def _rules(rules: Tokens, used: Vocabulary) -> Iterator[Rule | Statement]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _qualified(rule, used)
        elif rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            yield _at_rule(rule, used)


def _qualified(rule: Any, used: Vocabulary) -> Iterator[Rule]:
    selectors = [serialize(selector) for selector in split(rule.prelude) if used.can_match(_bare(selector))]
    if selectors:
        yield Rule(",".join(selectors), declarations=_declarations(rule.content))


def _bare(selector: Tokens) -> Tokens:
    return [token for token in selector if token.type not in UNPRINTED]


def _at_rule(rule: Any, used: Vocabulary) -> Rule | Statement:
    head = f"@{rule.at_keyword} {serialize(rule.prelude)}".strip()
    if rule.content is None:
        return Statement(head)
    if rule.lower_at_keyword not in CONDITIONS:
        return Rule(head, body=serialize(rule.content))
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    return Rule(head, rules=list(_rules(inner, used)))


def _declarations(content: Tokens) -> list[tuple[str, str]]:
    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return [
        (one.name, f"{one.name}:{serialize(one.value)}{'!important' if one.important else ''}")
        for one in found
        if one.type == "declaration"
    ]
