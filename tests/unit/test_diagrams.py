"""Every drawing comes from its source, and a mistake in a source is told with its place."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from macros import load
from macros.catalogue import UnknownIdError
from macros.diagram_model import Route
from macros.load import diagrams
from macros.load.problems import DataError, Problem
from macros.pages import PageMacros
from macros.render import Renderer
from tests.content.plain_numbers import typed
from tools.diagrams import __main__ as command
from tools.diagrams.lines import run
from tools.diagrams.marks import Box, num
from tools.diagrams.measure import BOLD, width, wrap
from tools.diagrams.svg import drawings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "assets" / "diagrams"
GUIDE = load.guide(ROOT / "data")
SOURCES = diagrams.sources(FOLDER, GUIDE.claims)
PICTURES = diagrams.pictures(FOLDER, GUIDE.claims)

SMALL = """\
id: small
title: Two boxes
description: One box calls the other.
words: [The first box calls., The second answers.]
graph:
  nodes:
    - {id: one, label: One}
    - {id: two, label: Two}
  edges:
    - {id: call, start: one, end: two, label: calls}
  wide:
    height: 6
    at: {one: 0 0 10 5, two: 20 0 10 5}
  phone:
    height: 16
    at: {one: 0 0 10 5, two: 0 10 10 5}
"""


def problems(folder: Path, text: str) -> list[Problem]:
    """Load one source and give what is wrong with it."""
    (folder / "small.yml").write_text(text, encoding="utf-8")
    try:
        diagrams.sources(folder, GUIDE.claims)
    except DataError as error:
        return error.problems
    return []


@pytest.mark.parametrize("id_", SOURCES)
def test_the_drawings_are_what_their_source_gives(id_: str) -> None:
    for view, text in drawings(SOURCES[id_], GUIDE.figures).items():
        path = diagrams.drawing(FOLDER, id_, view)
        assert path.read_text(encoding="utf-8") == text, f"{path} is old: run `make diagrams`"


@pytest.mark.parametrize("id_", SOURCES)
def test_the_drawings_carry_the_hash_of_their_source(id_: str) -> None:
    digest = sha256((FOLDER / f"{id_}.yml").read_bytes()).hexdigest()
    for view in diagrams.DRAWINGS:
        assert f'data-source="{digest}"' in diagrams.drawing(FOLDER, id_, view).read_text(encoding="utf-8")


def test_nothing_among_the_diagrams_belongs_to_none() -> None:
    assert diagrams.strangers(FOLDER, set(SOURCES)) == []


def test_each_diagram_is_shown_on_one_page() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    named = re.findall(r'\{\{ diagram\("([a-z0-9-]+)"\) \}\}', pages)
    named += [case.diagram for case in GUIDE.cases.values() if case.diagram]
    assert sorted(named) == sorted(SOURCES)


@pytest.mark.parametrize("id_", SOURCES)
def test_no_source_types_a_figure(id_: str) -> None:
    shown = SOURCES[id_].diagram.model_dump_json(include={"title", "description", "words", "graph", "panels"})
    texts = re.findall(r'"(?:title|description|label|note)":"([^"]*)"', shown)
    assert [number for text in [*texts, *SOURCES[id_].diagram.words] for number in typed(text)] == []


def test_the_small_source_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, SMALL) == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("end: two", "end: tow", "small.yml:10:35: error[bad-reference]: there is no 'tow' in the diagram"),
        (
            "one: 0 0 10 5, two: 20",
            "one: 0 0 ten 5, two: 20",
            "small.yml:13:15: error[place]: one: '0 0 ten 5' is no place",
        ),
        ("two: 20 0", "two: 60 0", "small.yml:13:30: error[out-of-range]: 'two' leaves the drawing of 68 by 6 squares"),
        ("two: 20 0 10 5", "tow: 20 0 10 5", "error[bad-reference]: there is no 'tow' in the diagram"),
        ("label: One", "label: '[[nosuch]]'", "small.yml:7:24: error[bad-reference]: there is no claim 'nosuch'"),
        ("label: One", "lable: One", "small.yml:7:17: error[unknown-key]: 'lable' is not a key"),
        ("id: small", "id: large", "small.yml:1:5: error[file-name]: the id 'large' is not the file's name 'small'"),
        ("{id: one, label: One}", "{id: one, shape: cloud}", "error[bad-choice]: 'cloud' is not a valid shape"),
        ("title: Two boxes", "title: ''", "error[empty]: 'title' has no text"),
        ("id: one, label: One}\n", "id: one, label: One}\n    - {id: lost}\n", "'lost' has no place in either drawing"),
    ],
)
def test_a_mistake_is_told_with_its_place(right: str, wrong: str, told: str, tmp_path: Path) -> None:
    assert right in SMALL
    found = "\n".join(str(problem) for problem in problems(tmp_path, SMALL.replace(right, wrong, 1)))
    assert told in found


def test_a_diagram_has_either_a_graph_or_panels(tmp_path: Path) -> None:
    only_words = SMALL[: SMALL.index("graph:")]
    assert [problem.code for problem in problems(tmp_path, only_words)] == ["wrong-shape"]


def test_an_old_drawing_is_a_problem_that_says_what_to_run(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "assets" / "diagrams"
    folder.mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (folder / "small.yml").write_text(SMALL, encoding="utf-8")
    assert command.main(tmp_path) == 0
    assert set(diagrams.pictures(folder, {})) == {"small"}
    (folder / "small.yml").write_text(SMALL.replace("calls}", "asks}"), encoding="utf-8")
    with pytest.raises(DataError, match=r"error\[old-drawing\](?s:.*)run `make diagrams`"):
        diagrams.pictures(folder, {})


def test_a_drawing_without_a_source_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gone.svg").write_text("<svg/>", encoding="utf-8")
    [problem] = diagrams.strangers(tmp_path, set())
    assert problem.message == "'gone.svg' belongs to no diagram"


def test_the_command_tells_a_mistake_and_draws_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "docs" / "assets" / "diagrams"
    folder.mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (folder / "small.yml").write_text(SMALL.replace("end: two", "end: tow"), encoding="utf-8")
    assert command.main(tmp_path) == 1
    assert "did you mean 'two'?" in capsys.readouterr().err
    assert list(folder.rglob("*.svg")) == []


def test_an_unknown_diagram_gives_a_suggestion() -> None:
    pages = PageMacros(Renderer(GUIDE), PICTURES)
    with pytest.raises(UnknownIdError, match=r"no 'webhok-system' in diagrams; did you mean 'webhook-system'\?"):
        pages.diagram("webhok-system")


@pytest.mark.parametrize(
    ("start", "end", "route", "corners"),
    [
        (Box(0, 0, 100, 50), Box(200, 0, 100, 50), {}, [(100, 25), (200, 25)]),
        (Box(0, 0, 100, 50), Box(0, 100, 60, 50), {}, [(30, 50), (30, 100)]),
        (Box(0, 0, 100, 50), Box(200, 100, 100, 50), {}, [(100, 25), (250, 25), (250, 100)]),
        (Box(0, 0, 100, 50), Box(200, 0, 100, 50), {"shift": "1"}, [(100, 35), (200, 35)]),
        (Box(0, 0, 100, 50), Box(200, 100, 100, 50), {"leaves": "bottom", "enters": "left"},
         [(50, 50), (50, 125), (200, 125)]),
        (Box(0, 0, 100, 50), Box(0, 100, 100, 50), {"leaves": "right", "enters": "right", "via": "12 2, 12 12"},
         [(100, 20), (120, 20), (120, 120), (100, 120)]),
    ],
)  # fmt: skip
def test_a_line_runs_straight_or_around_corners(
    start: Box, end: Box, route: dict[str, str], corners: list[tuple[float, float]]
) -> None:
    assert run(start, end, Route.model_validate(route)) == corners


def test_text_wraps_at_the_width_of_the_typeface() -> None:
    assert wrap("signed POST now", 90, 14, BOLD) == ["signed POST", "now"]
    assert wrap("unbreakable", 10, 14, BOLD) == ["unbreakable"]
    assert width("iii", 14, BOLD) < width("mmm", 14, BOLD)


def test_a_coordinate_is_written_short() -> None:
    assert [num(value) for value in (2.0, 2.54, -0.01, -1.0)] == ["2", "2.5", "0", "-1"]
