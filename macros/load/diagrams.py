"""Load the sources of diagrams with their drawings, and refuse a drawing that is older than its source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from macros.diagram_model import SQUARES, Diagram, Graph, Panel, Picture, View
from macros.hints import did_you_mean
from macros.load import references
from macros.load.entry import Entry, Loc
from macros.load.layout import Form, Kind
from macros.load.nodes import parse
from macros.load.problems import DataError, Place, Problem
from macros.load.source_text import read
from macros.load.validate import record
from macros.models import Claim

KIND = Kind("diagrams", Form.FILE_EACH, Diagram)
DRAWINGS = {"wide": "", "phone": "phone"}
"""The drawing, and the folder it lies in beside the sources."""

DRAWN_FROM = re.compile(r'data-source="([0-9a-f]{64})"')


@dataclass(frozen=True)
class Source:
    """A diagram as it was written, and the hash of its file."""

    diagram: Diagram
    digest: str


def sources(folder: Path, claims: Mapping[str, Claim]) -> dict[str, Source]:
    """Read every source in `folder`; raises DataError with all problems."""
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            found[path.stem] = _source(path, _name(path, folder), claims)
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return found


def pictures(folder: Path, claims: Mapping[str, Claim]) -> dict[str, Picture]:
    """Read every source with its drawings; raises DataError, also for a drawing that does not fit its source."""
    found = sources(folder, claims)
    problems = [*strangers(folder, set(found)), *(p for s in found.values() for p in _stale(folder, s))]
    if problems:
        raise DataError(problems)
    return {
        id_: Picture(source.diagram, **{name: _shown(drawing(folder, id_, name)) for name in DRAWINGS})
        for id_, source in found.items()
    }


def _shown(path: Path) -> str:
    """Give a drawing without the hash of its source, which readers have no use for."""
    return DRAWN_FROM.sub("", path.read_text("utf-8"), count=1)


def drawing(folder: Path, id_: str, name: str) -> Path:
    """Give the path of one of the drawings ("wide" or "phone") of a diagram."""
    return folder / DRAWINGS[name] / f"{id_}.svg"


def strangers(folder: Path, ids: set[str]) -> list[Problem]:
    """Report what lies among the diagrams and belongs to none."""
    expected = {folder / f"{id_}.yml" for id_ in ids} | {drawing(folder, id_, name) for id_ in ids for name in DRAWINGS}
    return [
        Problem(Place(_name(path, folder)), "unknown-file", f"'{path.name}' belongs to no diagram", "delete it")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path not in expected
    ]


def _name(path: Path, folder: Path) -> str:
    return f"docs/assets/diagrams/{path.relative_to(folder).as_posix()}"


def _source(path: Path, name: str, claims: Mapping[str, Claim]) -> Source:
    node = parse(read(path, name), name)
    diagram, problems = record(Diagram, node)
    if diagram is None:
        raise DataError(problems)
    entry = Entry(KIND, node, diagram)
    if problems := [*_rules(entry, diagram, path), *references.in_texts(entry, claims)]:
        raise DataError(problems)
    return Source(diagram, sha256(path.read_bytes()).hexdigest())


def _stale(folder: Path, source: Source) -> Iterator[Problem]:
    for name in DRAWINGS:
        path = drawing(folder, source.diagram.id, name)
        drawn_from = DRAWN_FROM.search(path.read_text("utf-8")) if path.is_file() else None
        if not drawn_from or drawn_from[1] != source.digest:
            told = "the drawing is missing or older than its source"
            yield Problem(Place(_name(path, folder)), "old-drawing", told, "run `make diagrams`")


def _rules(entry: Entry, diagram: Diagram, path: Path) -> Iterator[Problem]:
    if diagram.id != path.stem:
        told = f"the id '{diagram.id}' is not the file's name '{path.stem}'"
        yield entry.problem(("id",), "file-name", told, "rename the file; ids never change")
    if (diagram.graph is None) == (not diagram.panels):
        yield entry.problem((), "wrong-shape", "a diagram has either a graph or panels")
    if diagram.graph:
        yield from _graph(entry, diagram.graph)
    for number, panel in enumerate(diagram.panels):
        yield from _panel(entry, panel, number)


def _graph(entry: Entry, graph: Graph) -> Iterator[Problem]:
    nodes = [node.id for node in graph.nodes]
    for number, edge in enumerate(graph.edges):
        yield from _known(entry, ("graph", "edges", number, "start"), edge.start, nodes)
        yield from _known(entry, ("graph", "edges", number, "end"), edge.end, nodes)
    for number, id_ in enumerate(nodes):
        if id_ not in graph.wide.at and id_ not in graph.phone.at:
            yield entry.problem(("graph", "nodes", number), "missing-key", f"'{id_}' has no place in either drawing")
    for name, view in (("wide", graph.wide), ("phone", graph.phone)):
        yield from _view(entry, ("graph", name), view, nodes, [edge.id for edge in graph.edges])


def _view(entry: Entry, loc: Loc, view: View, nodes: list[str], edges: list[str]) -> Iterator[Problem]:
    for id_ in view.at:
        yield from _known(entry, (*loc, "at", id_), id_, nodes)
    for id_ in view.routes:
        yield from _known(entry, (*loc, "routes", id_), id_, edges)
    across = SQUARES[str(loc[-1])]
    for id_, (left, top, width, height, *_) in view.at.items():
        if left < 0 or top < 0 or round(left + width, 1) > across or round(top + height, 1) > view.height:
            told = f"'{id_}' leaves the drawing of {across} by {view.height:g} squares"
            yield entry.problem((*loc, "at", id_), "out-of-range", told)


def _panel(entry: Entry, panel: Panel, number: int) -> Iterator[Problem]:
    actors = [actor.id for actor in panel.actors]
    for at, step in enumerate(panel.steps):
        for key in ("start", "end"):
            if id_ := getattr(step, key):
                yield from _known(entry, ("panels", number, "steps", at, key), id_, actors)


def _known(entry: Entry, loc: Loc, id_: str, known: list[str]) -> Iterator[Problem]:
    if id_ not in known:
        yield entry.problem(loc, "bad-reference", f"there is no '{id_}' in the diagram", did_you_mean(id_, known))
