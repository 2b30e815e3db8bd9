"""A sequence: actors at the top, time runs down, messages between the lifelines."""

from dataclasses import dataclass, replace

from macros.diagram_model import Actor, Panel, Step
from tools.diagrams.lines import cross, line
from tools.diagrams.marks import HEAD, LABEL, OVER, WORD, Box, Path, Text, extent, height, path, stacked, written
from tools.diagrams.shapes import OUTLINES, PADDING, circle, rounded

TOP = 58
"""Room for an actor and its label."""

AIR = 14
TITLE = 30
LOST = 0.78
"""How far a message gets that never arrives."""

REMARK = 104
"""The width at which remarks wrap."""


@dataclass(frozen=True)
class Frame:
    """Where a panel stands: its left edge, its top and its width in pixels."""

    left: float
    top: float
    width: float


def draw(panel: Panel, frame: Frame) -> tuple[list[Path | Text], float]:
    """Draw a panel; give its marks and its lower edge."""
    top = frame.top
    marks: list[Path | Text] = []
    if panel.title:
        marks.append(written(HEAD, panel.title, (frame.left, top), frame.width, "start"))
        top += TITLE
    columns = _columns(panel, frame)
    steps: list[Path | Text] = []
    y = top + TOP + AIR
    for step in panel.steps:
        drawn, y = _step(step, columns, y, frame)
        steps += drawn
    for actor in panel.actors:
        x = columns[actor.id]
        marks.append(Path("lifeline", path("M", x, top + TOP, "V", y)))
        marks += _actor(actor, x, top, frame.width / len(panel.actors) - 8)
    return [*marks, *steps], y


def _columns(panel: Panel, frame: Frame) -> dict[str, float]:
    each = frame.width / len(panel.actors)
    return {actor.id: frame.left + each * (number + 0.5) for number, actor in enumerate(panel.actors)}


def _actor(actor: Actor, x: float, top: float, room: float) -> list[Path | Text]:
    if actor.shape == "person":
        label = written(LABEL, actor.label, (x, top + 37), room)
        head = Path("person", circle(x, top + 8, 7))
        return [head, Path("person", path("M", x - 13, top + 33, "A", 13, 13, "0 0 1", x + 13, top + 33, "Z")), label]
    label = written(LABEL, actor.label, (x, 0), room - 2 * PADDING)
    wide = min(max(extent(label, LABEL) + 26, 72), room)
    box = Box(x - wide / 2, top + 6, wide, TOP - 8)
    outlines: list[Path | Text] = [Path(actor.shape, d) for d in OUTLINES[actor.shape](box)]
    sag, lean = (4 if actor.shape == "store" else 0), (5 if actor.shape == "queue" else 0)
    return [*outlines, *stacked([replace(label, x=x - lean)], box.down - height([label]) / 2 + sag)]


def _step(step: Step, columns: dict[str, float], y: float, frame: Frame) -> tuple[list[Path | Text], float]:
    if step.end is None:
        return _remark(step, columns[step.start], y, frame)
    start, end = columns[step.start], columns[step.end]
    room = max(abs(end - start) - 12, 60)
    reach = start + (end - start) * (LOST if step.lost else 1)
    label = written(OVER, step.label, ((start + reach) / 2, 0), room)
    y += height([label])
    drawn: list[Path | Text] = list(stacked([label], y - height([label])))
    y += 6
    inset = 1 if start < end else -1
    drawn += line([(start + inset, y), (reach - inset, y)], step.line, "none" if step.lost else "end")
    if step.lost:
        drawn.append(cross(reach, y))
    return drawn, y + AIR


def _remark(step: Step, x: float, y: float, frame: Frame) -> tuple[list[Path | Text], float]:
    label = written(WORD, step.label, (0, 0), REMARK)
    wide = extent(label, WORD) + 16
    left = min(max(x - wide / 2, frame.left), frame.left + frame.width - wide)
    box = Box(left, y, wide, height([label]) + 10)
    tone = "" if step.tone == "plain" else f" diagram__remark--{step.tone}"
    placed = stacked([replace(label, x=box.across)], box.top + 5)
    return [Path(f"remark{tone}", rounded(box, 4)), *placed], box.bottom + AIR
