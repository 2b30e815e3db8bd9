"""From a diagram to the text of its SVG files."""

from collections.abc import Callable, Mapping
from pathlib import Path as File
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.diagram_model import SQUARES, Diagram, Panel
from macros.figures import FIGURE
from macros.load.diagrams import Source
from tools.diagrams import graph, sequence
from tools.diagrams.marks import UNIT, Path, Text, num

TEMPLATE = "drawing.svg.j2"
APART = 24
"""Pixels between two panels."""

Figures = Mapping[str, Mapping[str, str]]
"""Claim -> name -> figure, as the loaded guide has it."""

_templates = Environment(
    loader=FileSystemLoader(File(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_templates.filters["num"] = num


def drawings(source: Source, figures: Figures) -> dict[str, str]:
    """Give the SVG of both drawings, "wide" and "phone"."""
    diagram = filled(source.diagram, figures)
    return {view: _drawing(diagram, source.digest, view) for view in SQUARES}


def filled(diagram: Diagram, figures: Figures) -> Diagram:
    """Put the figures that the texts of a diagram name into them."""

    def value(text: str) -> str:
        return FIGURE.sub(lambda found: figures[found["claim"]][found["name"] or ""], text)

    return Diagram.model_validate(_each_text(diagram.model_dump(), value))


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _each_text(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [_each_text(one, change) for one in value]
    return change(value) if isinstance(value, str) else value


def _drawing(diagram: Diagram, digest: str, view: str) -> str:
    marks, height = _marks(diagram, view)
    return _templates.get_template(TEMPLATE).render(
        diagram=diagram, digest=digest, view=view, marks=marks, width=SQUARES[view] * UNIT, height=height
    )


def _marks(diagram: Diagram, view: str) -> tuple[list[Path | Text], float]:
    if diagram.graph:
        placed = diagram.graph.wide if view == "wide" else diagram.graph.phone
        return graph.draw(diagram.graph, placed), placed.height * UNIT
    return _panels(diagram.panels, SQUARES[view] * UNIT, beside=view == "wide")


def _panels(panels: list[Panel], width: float, *, beside: bool) -> tuple[list[Path | Text], float]:
    each = (width - APART * (len(panels) - 1)) / len(panels) if beside else width
    marks: list[Path | Text] = []
    left, top, bottom = 0.0, 0.0, 0.0
    for panel in panels:
        drawn, end = sequence.draw(panel, sequence.Frame(left, top, each))
        marks += drawn
        bottom = max(bottom, end)
        left, top = (left + each + APART, 0.0) if beside else (0.0, end + APART)
    return marks, bottom + 4
