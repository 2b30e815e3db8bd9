"""Load data/: every file checked, every problem told at once, nothing half-loaded."""

from collections.abc import Iterator
from pathlib import Path

from macros.load import references, rules
from macros.load.entry import Entry
from macros.load.layout import KINDS, Form, Kind, files, strangers
from macros.load.nodes import Node, parse
from macros.load.problems import DataError, Place, Problem
from macros.load.source_text import read
from macros.load.validate import record
from macros.models import Claim, Guide

__all__ = ["DataError", "Problem", "guide"]


def guide(data: Path) -> Guide:
    """Load all of `data` (the folder itself).

    Raises DataError with every problem of every file, sorted by file and line.
    """
    found = _Found()
    problems = found.read(data)
    entries = found.entries
    claims = {e.id: e.record for e in entries if isinstance(e.record, Claim)}
    problems += [*_same_ids(entries), *rules.check(entries), *references.check(entries, found.ids, claims)]
    if problems:
        raise DataError(problems)
    kinds = {kind.name: {e.id: e.record for e in entries if e.kind is kind} for kind in KINDS}
    return Guide.model_validate({**kinds, "figures": references.resolve(claims)})


class _Found:
    """What a folder holds: the good records, and the ids of all, so that references to a bad one are no problem."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.ids: dict[str, set[str] | None] = {kind.name: set() for kind in KINDS}

    def read(self, data: Path) -> list[Problem]:
        """Read every file; give all problems."""
        if not data.is_dir():
            return [Problem(Place(f"{data.name}/"), "io", "the folder does not exist")]
        problems = strangers(data, f"{data.name}/")
        for kind, path in files(data):
            problems += self._file(kind, path, f"{data.name}/{path.relative_to(data).as_posix()}")
        return problems

    def _file(self, kind: Kind, path: Path, name: str) -> list[Problem]:
        problems: list[Problem] = []
        try:
            nodes = list(_nodes(kind, parse(read(path, name), name), path, problems))
        except DataError as error:
            self.ids[kind.name] = None
            return error.problems
        for node in nodes:
            problems += self._record(kind, node)
        return problems

    def _record(self, kind: Kind, node: Node) -> list[Problem]:
        known = self.ids[kind.name]
        if known is not None and kind.key in node.entries:
            known.add(node.entries[kind.key].text)
        made, problems = record(kind.model, node)
        self.entries += [Entry(kind, node, made)] if made else []
        return problems


def _nodes(kind: Kind, root: Node, path: Path, problems: list[Problem]) -> Iterator[Node]:
    """Give the records of a file; a wrong top level or file name is a problem."""
    expected = "map" if kind.form is Form.FILE_EACH else "list"
    if root.shape != expected:
        problems.append(Problem(root.place, "wrong-shape", f"the file must hold a {expected}, not a {root.shape}"))
    elif expected == "list":
        yield from root.items
    else:
        problems += _file_name(root, path)
        yield root


def _file_name(root: Node, path: Path) -> list[Problem]:
    given = root.entries.get("id")
    if given is None or given.text == path.stem:
        return []
    told = f"the id '{given.text}' is not the file's name '{path.stem}'"
    return [Problem(given.place, "file-name", told, "rename the file; ids never change")]


def _same_ids(entries: list[Entry]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Entry] = {}
    retired = {(e.node.entries["kind"].text, e.id) for e in entries if e.kind.name == "retired"}
    for entry in entries:
        key = (entry.kind.name, entry.id)
        if key in first:
            told = f"the {entry.kind.key} '{entry.id}' is given twice; the first one is at {first[key].node.place}"
            yield entry.problem((entry.kind.key,), "duplicate-id", told)
        if key in retired:
            yield entry.problem(("id",), "retired-id", f"the id '{entry.id}' is retired and must not come back")
        first.setdefault(key, entry)
