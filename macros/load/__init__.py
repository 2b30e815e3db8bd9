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
    entries, problems = _entries(data)
    problems += [*_same_ids(entries), *rules.check(entries)]
    claims = {e.id: e.record for e in entries if isinstance(e.record, Claim)}
    ids = {kind.name: set[str]() for kind in KINDS}
    for entry in entries:
        ids[entry.kind.name].add(entry.id)
    if not problems:
        problems += references.check(entries, ids, claims)
    if problems:
        raise DataError(problems)
    kinds = {kind.name: {e.id: e.record for e in entries if e.kind is kind} for kind in KINDS}
    return Guide.model_validate({**kinds, "figures": references.resolve(claims)})


def _entries(data: Path) -> tuple[list[Entry], list[Problem]]:
    if not data.is_dir():
        return [], [Problem(Place(f"{data.name}/"), "io", "the folder does not exist")]
    entries: list[Entry] = []
    problems = strangers(data, f"{data.name}/")
    for kind, path in files(data):
        name = f"{data.name}/{path.relative_to(data).as_posix()}"
        try:
            found = list(_nodes(kind, parse(read(path, name), name), path, problems))
        except DataError as error:
            problems += error.problems
            continue
        for node in found:
            made, wrong = record(kind.model, node)
            problems += wrong
            entries += [Entry(kind, node, made)] if made else []
    return entries, problems


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
            told = f"the id '{entry.id}' is given twice; the first one is at {first[key].node.place}"
            yield entry.problem(("id",), "duplicate-id", told)
        if key in retired:
            yield entry.problem(("id",), "retired-id", f"the id '{entry.id}' is retired and must not come back")
        first.setdefault(key, entry)
