"""The lint lets structured data through, and no other inline script."""

from pathlib import Path

import pytest
from lxml import html

from exports import lint
from exports.site import BuiltPage

DATA = '<script type="application/ld+json">{}</script>'


def codes(head: str, body: str = "") -> list[str]:
    root = html.document_fromstring(f"<html><head>{head}</head><body><article>{body}</article></body></html>")
    return [problem.code for problem in lint.check(Path(), [BuiltPage("index.html", root)], {"index.html"})]


def test_structured_data_in_the_head_is_allowed() -> None:
    assert codes(DATA) == []


def test_structured_data_elsewhere_is_refused() -> None:
    assert codes("", DATA) == ["unknown-script"]


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        '<script type="module">alert(1)</script>',
        '<script type="text/javascript">alert(1)</script>',
        '<script type="application/ld+json; x">alert(1)</script>',
        '<script type="importmap">{}</script>',
        '<script type="speculationrules">{}</script>',
    ],
)
def test_any_other_inline_script_is_refused(script: str) -> None:
    assert codes(script) == ["unknown-script"]
