"""A graph: nodes where the source puts them, lines between them, words beside the lines."""

from dataclasses import replace

from macros.diagram_model import Edge, Graph, Route, View
from tools.diagrams.lines import Point, line, middle, run
from tools.diagrams.marks import UNIT, WORD, Box, Path, Text, height, written
from tools.diagrams.shapes import body, box_of, outline, words

BESIDE = 8
SIDE_ROOM = 110
AT_LEAST = 54


def draw(graph: Graph, view: View) -> list[Path | Text]:
    """Draw one of the two views, the hindmost first."""
    nodes = {node.id: node for node in graph.nodes}
    boxes = {id_: body(nodes[id_], spot) for id_, spot in view.at.items()}
    whole = {id_: box_of(spot) for id_, spot in view.at.items()}
    behind = [nodes[id_] for id_ in view.at if nodes[id_].shape == "group"]
    front = [nodes[id_] for id_ in view.at if nodes[id_].shape != "group"]
    marks: list[Path | Text] = []
    for node in behind:
        marks += [*outline(node, view.at[node.id]), *words(node, view.at[node.id])]
    labels: list[Path | Text] = []
    for edge in graph.edges:
        if not {edge.start, edge.end} <= set(view.at):
            continue
        drawn, label = _edge(edge, boxes, whole, view.routes.get(edge.id, Route()))
        marks += drawn
        labels += label
    for node in front:
        marks += [*outline(node, view.at[node.id]), *words(node, view.at[node.id])]
    return [*marks, *labels]


def _edge(edge: Edge, boxes: dict[str, Box], whole: dict[str, Box], route: Route) -> tuple[list[Path], list[Text]]:
    start, end = boxes[edge.start], boxes[edge.end]
    if whole[edge.start].bottom <= end.top or route.leaves == "bottom":
        start = replace(start, height=whole[edge.start].bottom - start.top)
    if whole[edge.end].bottom <= start.top or route.enters == "bottom":
        end = replace(end, height=whole[edge.end].bottom - end.top)
    points = run(start, end, route)
    drawn = line(points, edge.line, edge.heads, cut=edge.cut)
    return drawn, [_label(edge.label, points, route)] if edge.label else []


def _label(label: str, points: list[Point], route: Route) -> Text:
    if route.label:
        x, y, *room = (value * UNIT for value in route.label)
        return written(WORD, label, (x, y), room[0] if room else SIDE_ROOM, route.anchor)
    (ax, ay), (bx, by) = middle(points)
    if abs(bx - ax) >= abs(by - ay):
        text = written(WORD, label, ((ax + bx) / 2, 0), max(abs(bx - ax) - 2 * BESIDE, AT_LEAST))
        return replace(text, y=text.y + (ay + by) / 2 - 5 - height([text]))
    text = written(WORD, label, ((ax + bx) / 2 + BESIDE, 0), SIDE_ROOM, "start")
    return replace(text, y=text.y + (ay + by) / 2 - height([text]) / 2)
