"""Each cell of a Markdown table carries the heading of its column, as it is read."""

import pytest
from lxml import html
from markdown import Markdown

from hooks.inline_text import InlineText
from hooks.tables import GridTablesExtension


def label(heading: str) -> str:
    """Give what the cell below a heading carries."""
    extensions = ["tables", "abbr", "attr_list", "smarty", InlineText(), GridTablesExtension()]
    text = f"| A | {heading} |\n| --- | --- |\n| a | b |\n\n*[API]: Application programming interface\n"
    return html.fragment_fromstring(Markdown(extensions=extensions).convert(text)).xpath("string(.//td/@data-label)")


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("What you'd say", "What you’d say"),
        ('The "why"', "The “why”"),
        ("An API's **limit**", "An API’s limit"),
        ("Cost & risk", "Cost & risk"),
        ("p50 < p99", "p50 < p99"),
        ('Calls <span class="mark">target</span>', "Calls target"),
        ("`a` or b", "a or b"),
        ("A \\| B", "A | B"),
    ],
)
def test_a_label_reads_as_its_heading(heading: str, read: str) -> None:
    assert label(heading) == read
