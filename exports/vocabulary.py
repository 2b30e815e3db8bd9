"""The names that built pages and scripts use, against which a style rule is held."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import tinycss2

TAG = re.compile(r"<([a-zA-Z][\w-]*)([^>]*)>")
ATTRIBUTE = re.compile(r"([\w:-]+)(?:=\"([^\"]*)\")?")
WORD = re.compile(r"[A-Za-z_][\w-]*")
ALTERNATIVES = {"is", "where", "matches", "-webkit-any", "-moz-any"}

Tokens = list[Any]
"""Component values of tinycss2."""


@dataclass(frozen=True)
class Vocabulary:
    """Elements, attributes, and the words that stand for classes and ids."""

    elements: frozenset[str]
    attributes: frozenset[str]
    words: frozenset[str]

    def can_match(self, selector: Tokens) -> bool:
        """Tell whether any page could hold what a selector names (its tokens, without commas outside brackets)."""
        return all(self._knows(before, token) for before, token in pairwise([None, *selector]))

    def _knows_attribute(self, name: str) -> bool:
        """Tell whether pages have an attribute or a script may set it, as `dataset.scheme` sets data-scheme."""
        return name in self.attributes or name.removeprefix("data-") in self.words

    def _knows(self, before: Any, token: Any) -> bool:
        if token.type == "hash":
            return token.value in self.words
        if token.type == "[] block":
            return self._knows_attribute(next(part.value for part in token.content if part.type == "ident"))
        if token.type == "function" and token.lower_name in ALTERNATIVES:
            return any(self.can_match(choice) for choice in split(token.arguments))
        if token.type == "ident" and before == ".":
            return token.value in self.words
        return token.type != "ident" or before == ":" or token.lower_value in self.elements


def of(pages: Iterable[str], scripts: Iterable[str]) -> Vocabulary:
    """Collect the names in HTML texts; every word of a script counts as a name it may set."""
    elements, attributes, words = set[str](), set[str](), set[str]()
    for element, inside in {tag for page in pages for tag in TAG.findall(page)}:
        elements.add(element.lower())
        for name, value in ATTRIBUTE.findall(inside):
            attributes.add(name)
            words |= set(value.split()) if name in {"class", "id"} else set()
    named = {word for script in scripts for word in WORD.findall(script)}
    return Vocabulary(frozenset(elements | named), frozenset(attributes | named), frozenset(words | named))


def split(tokens: Tokens) -> list[Tokens]:
    """Part tokens at the commas outside brackets."""
    parts: list[Tokens] = [[]]
    for part in tokens:
        if part == ",":
            parts.append([])
        else:
            parts[-1].append(part)
    return parts


def serialize(tokens: Tokens) -> str:
    """Give tokens as text with single spaces."""
    return re.sub(r"\s+", " ", tinycss2.serialize(tokens)).strip()
