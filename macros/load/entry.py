"""A record together with where it stands, for rules that look across files."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.load.layout import Kind
from macros.load.nodes import Node
from macros.load.problems import Problem
from macros.load.validate import place_of
from macros.models import Record

Loc = tuple[int | str, ...]


@dataclass(frozen=True)
class Entry:
    """One record of data/ with its node."""

    kind: Kind
    node: Node
    record: Record

    @property
    def id(self) -> str:
        """The record's id, or what names it instead."""
        return self.node.entries[self.kind.key].text

    def problem(self, loc: Loc, code: str, message: str, help_text: str = "") -> Problem:
        """Make a problem at a place inside the record."""
        return Problem(place_of(self.node, loc), code, message, help_text)

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Give every text of the record with its location."""
        yield from _texts(self.node, ())

    def values(self, field: str) -> Iterator[tuple[Loc, str]]:
        """Give the values of a field, named by a path such as "origin.sources" or "rows.claim"."""
        yield from _values(self.node, field.split("."), ())


def _texts(node: Node, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if node.shape == "text":
        yield loc, node.text
    for index, item in enumerate(node.items):
        yield from _texts(item, (*loc, index))
    for key, value in node.entries.items():
        yield from _texts(value, (*loc, key))


def _values(node: Node, path: list[str], loc: Loc) -> Iterator[tuple[Loc, str]]:
    if node.items:
        for index, item in enumerate(node.items):
            yield from _values(item, path, (*loc, index))
    elif path and path[0] in node.entries:
        yield from _values(node.entries[path[0]], path[1:], (*loc, path[0]))
    elif not path and node.shape == "text":
        yield loc, node.text
