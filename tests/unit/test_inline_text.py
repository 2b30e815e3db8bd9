"""Pages read the same whether Markdown passes over text without quotation marks or tries every pattern on it."""

from markdown import Markdown
from markdown.extensions import Extension

from hooks.inline_text import InlineText

EXTENSIONS = ["abbr", "attr_list", "footnotes", "tables", "toc", "pymdownx.details", "smarty"]
PAGE = """\
# An API's "first" call

It's *an "honest"* answer, `it's "code"`, and the '90s. A plain API line with **bold** text.[^one]

| Say "this" | Not that |
| --- | --- |
| It's <b class="x">"plain"</b> | plain |

??? note "A 'title'"
    - one
    - "two" [a link's words](https://example.org "Title")

[^one]: The note's "words".

*[API]: Application programming interface
"""


def rendered(*more: Extension) -> str:
    """Give the HTML of the page, with a further extension or without."""
    return Markdown(extensions=[*EXTENSIONS, *more]).convert(PAGE)


def test_the_short_cut_changes_no_letter() -> None:
    assert rendered(InlineText()) == rendered()


def test_quotation_marks_are_curled_and_those_of_code_are_not() -> None:
    html = rendered(InlineText())
    assert "&ldquo;honest&rdquo;" in html
    assert "It&rsquo;s" in html
    assert '<code>it\'s "code"</code>' in html
