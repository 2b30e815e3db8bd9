"""Every number in the text comes from the register of claims."""

from pathlib import Path

import pytest

from macros.load.layout import files
from macros.load.nodes import Node, parse
from tests.content.plain_numbers import typed

ROOT = Path(__file__).parents[2]
DOCS = sorted((ROOT / "docs").rglob("*.md"))
MAY_TYPE = {"reference/changelog.md"}
"""Version numbers and dates."""

NO_PROSE = {"claims", "sources", "retired", "queries", "synonyms", "wordings"}
DATA = sorted(path for kind, path in files(ROOT / "data") if kind.name not in NO_PROSE)
NO_TEXT = {
    "id",
    "added",
    "reviewed",
    "checked",
    "opened",
    "rev",
    "difficulty",
    "minutes",
    "order",
    "level",
    "hours",
    "total",
    "page",
    "show",
    "formula",
    "claims",
    "claim",
    "sources",
    "companies",
    "length",
    "weight",
    "topics",
    "concepts",
    "frameworks",
    "see",
    "rounds",
    "read",
    "respondents",
    "answered",
    "count",
}


def body(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text[text.index("\n---\n", 3) + 5 :]


@pytest.mark.parametrize("path", DOCS, ids=lambda p: p.relative_to(ROOT / "docs").as_posix())
def test_no_page_types_a_figure(path: Path) -> None:
    if path.relative_to(ROOT / "docs").as_posix() not in MAY_TYPE:
        assert typed(body(path)) == []


def texts(node: Node) -> list[str]:
    own = [node.text] if node.shape == "text" else []
    inner = [*node.items, *(value for key, value in node.entries.items() if key not in NO_TEXT)]
    return own + [text for child in inner for text in texts(child)]


@pytest.mark.parametrize("path", DATA, ids=lambda p: p.relative_to(ROOT / "data").as_posix())
def test_no_data_file_types_a_figure(path: Path) -> None:
    found = [number for text in texts(parse(path.read_text(encoding="utf-8"), path.name)) for number in typed(text)]
    assert found == []


def test_a_planted_figure_is_found() -> None:
    assert typed("About 17% of candidates pass.")
    assert not typed("Since 2016 `x = 4` HTTP 429 [[a.b]] {{ figure('c') }} OAuth 2.0 p99")


def test_every_kind_with_text_is_looked_at() -> None:
    looked_at = {kind.name for kind, _ in files(ROOT / "data")}
    assert {"questions", "frameworks", "conflicts", "glossary", "faq", "mistakes"} <= looked_at
