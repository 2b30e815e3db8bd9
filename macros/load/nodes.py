"""From YAML text to nodes that know their place; every scalar stays text.

PyYAML's loaders guess types, take duplicate keys, follow aliases without limit and
recurse into deep nesting. Its event stream does none of that, so we build on it.
"""

import re
from dataclasses import dataclass, field

import yaml

from macros.load.problems import DataError, Place, Problem
from macros.load.source_text import HIDDEN, told

PARAGRAPH = re.compile(r"(?<!\n)\n(?=[^\n])")
"""What folding leaves of the blank line between two paragraphs; Markdown asks for the whole."""

MAX_DEPTH = 10
"""The deepest record (a cell of a table of a worked example) needs six."""

MAX_SCALAR = 20_000


@dataclass
class Node:
    """A piece of YAML: exactly one of text, items and entries is used, after its shape."""

    place: Place
    shape: str
    text: str = ""
    items: list["Node"] = field(default_factory=list)
    entries: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)

    def plain(self) -> object:
        """Give the node as text, list or dict, for pydantic."""
        if self.shape == "map":
            return {key: value.plain() for key, value in self.entries.items()}
        return [item.plain() for item in self.items] if self.shape == "list" else self.text


def parse(text: str, name: str) -> Node:
    """Parse one YAML document.

    Raises DataError when the text is not YAML or uses what data files must not use:
    anchors, aliases, tags, several documents, deep nesting.
    """
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise DataError([*builder.problems, _syntax_problem(error, name)]) from error
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(Place(name), "empty", "the file holds no data"))
    if builder.problems or builder.root is None:
        raise DataError(builder.problems)
    return builder.root


class _Builder:
    """Turns events into nodes and notes what is not allowed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []
        self._key: list[tuple[str, Place] | None] = []

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)
        self._refuse(event, place)
        match event:
            case yaml.ScalarEvent():
                self._scalar(PARAGRAPH.sub("\n\n", event.value) if event.style == ">" else event.value, place)
            case yaml.MappingStartEvent():
                self._begin(Node(place, "map"))
            case yaml.SequenceStartEvent():
                self._begin(Node(place, "list"))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._key.pop()

    def _refuse(self, event: yaml.Event, place: Place) -> None:
        if anchor := getattr(event, "anchor", None):
            code = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            self._stop(place, code, f"the {code} '{anchor}' is not allowed", "write the value out")
        if (tag := getattr(event, "tag", None)) not in (None, "!"):
            self._stop(place, "tag", f"the tag {tag} is not allowed", "write plain text")
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._stop(place, "documents", "the file holds more than one document", "keep one thing a file")

    def _stop(self, place: Place, code: str, message: str, help_text: str) -> None:
        raise DataError([*self.problems, Problem(place, code, message, help_text)])

    def _begin(self, node: Node) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._stop(node.place, "too-deep", f"nested more than {MAX_DEPTH} levels deep", "flatten it")
        self._attach(node)
        self._open.append(node)
        self._key.append(None)

    def _scalar(self, text: str, place: Place) -> None:
        if len(text) > MAX_SCALAR:
            self._stop(place, "too-big", f"a text of more than {MAX_SCALAR:,} characters", "shorten it")
        self.problems += _escaped(text, place)
        awaits_key = self._open and self._open[-1].shape == "map" and self._key[-1] is None
        if awaits_key:
            self._note_key(text, place)
        else:
            self._attach(Node(place, "text", text=text))

    def _note_key(self, key: str, place: Place) -> None:
        first = self._open[-1].keys.get(key)
        if key == "<<":
            self._stop(place, "merge-key", "the merge key << is not allowed", "write the keys out")
        if first:
            message = f"key '{key}' is given twice; the first one is on line {first.line}"
            self.problems.append(Problem(place, "duplicate-key", message, "keep one of them"))
        self._open[-1].keys.setdefault(key, place)
        self._key[-1] = (key, place)

    def _attach(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.shape == "list":
            parent.items.append(node)
            return
        key = self._key[-1]
        if key is None:
            self._stop(node.place, "complex-key", "a key must be plain text", "")
            return
        parent.entries.setdefault(key[0], node)
        self._key[-1] = None


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    context = error.context or ""
    unclosed_quote = "quoted scalar" in context
    mark = (error.context_mark if unclosed_quote else error.problem_mark) or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    told = "a quote is opened here and never closed" if unclosed_quote else (error.problem or "not valid YAML")
    needs_quotes = "a text that holds ': ' needs quotes" if "mapping values" in told else ""
    return Problem(Place(name, line, column), "syntax", told, needs_quotes)


def _escaped(text: str, place: Place) -> list[Problem]:
    """Refuse what an escape sequence brings in; the file's own text was looked at before."""
    if text.isascii() and text.isprintable():
        return []
    return [
        Problem(place, code, told(found[0], what), "delete the escape")
        for code, (pattern, what) in HIDDEN.items()
        if (found := pattern.search(text))
    ]
