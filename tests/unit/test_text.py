"""Texts of data become HTML that says what was typed and nothing else."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from markdown_it import MarkdownIt

from macros.render import one_line
from macros.text import TextRenderer

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
]
hostile = st.lists(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=12),
        st.sampled_from(
            [
                "<script>alert(1)</script>",
                '" onmouseover="x',
                "' onx='",
                "</article>",
                "<!--",
                "]]>",
                "&lt;",
                "&#60;b&#62;",
                "{{ 7*7 }}",
                "{% x %}",
                "[^a]",
                "*[x]: y",
                "```",
                "~~~",
                "!!! note",
                "[a](javascript:x)",
                "--8<--",
                "wzxhzdk:0",
            ]
        ),
    ),
    max_size=6,
).map("".join)


def renderer() -> TextRenderer:
    return TextRenderer(lambda claim, name, bare: f"<data>{claim}/{name}/{bare}</data>")


def test_emphasis_code_and_links_are_markdown() -> None:
    text = renderer().inline("A **b** `c` [d](/loop/scoring.md#rubric)")
    assert text == 'A <strong>b</strong> <code>c</code> <a href="/loop/scoring.md#rubric">d</a>'


def test_figures_are_rendered_by_the_rule() -> None:
    text = renderer().inline("[[a]] [[a.b]] [[a.b|bare]]")
    assert text == "<data>a//False</data> <data>a/b/False</data> <data>a/b/True</data>"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "http://x.org", "vbscript:x", "//x.org"]
)
def test_an_unsafe_link_stays_text(address: str) -> None:
    assert "<a " not in renderer().inline(f"[x]({address})")


@settings(max_examples=600, deadline=None, derandomize=True)
@given(text=hostile)
def test_hostile_text_makes_no_element_of_its_own(text: str) -> None:
    allowed = {
        "p",
        "strong",
        "em",
        "code",
        "pre",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "br",
        "img",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "data",
        "div",
    }
    root = html.fragment_fromstring(str(renderer().block(text)), create_parent="div")
    for element in root.iter("*"):
        assert element.tag in allowed
        assert set(element.attrib) <= {"href", "src", "alt", "title", "start", "class"}
        assert not str(element.get("href", "")).lower().startswith(("javascript", "data", "vbscript"))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=hostile)
def test_a_block_of_html_passes_through_markdown_unchanged(text: str) -> None:
    block = one_line(
        f'<article class="card" title="{escape(text)}"><p>{escape(text)}</p><pre>{escape(text)}\n\nx</pre></article>'
    )
    page = Markdown(extensions=EXTENSIONS).convert(f"Before\n\n{block}\n\nAfter")
    [article] = html.fragment_fromstring(page, create_parent="div").xpath("//article")
    assert [child.tag for child in article.iter("*")] == ["article", "p", "pre"]
    assert set(article.attrib) == {"class", "title"}
    assert article.get("title") == " ".join(text.split()) or article.get("title") == text


def test_a_table_has_the_form_of_all_tables() -> None:
    table = html.fragment_fromstring(renderer().block("| Part | `n` |\n| --- | ---: |\n| *Front* | 4 |\n| Back | 5 |"))
    assert (table.get("class"), table.get("role")) == ("grid", "table")
    assert [cell.get("scope") for cell in table.xpath("//thead//th")] == ["col", "col"]
    assert [cell.text_content() for cell in table.xpath("//tbody//th[@scope='row'][@role='rowheader']")] == [
        "Front",
        "Back",
    ]
    assert [(cell.get("data-label"), cell.get("class")) for cell in table.xpath("//td")] == [("n", "align-right")] * 2
    assert not table.xpath("//@style")


def test_a_passage_is_marked_where_it_stands_and_leads_to_its_note() -> None:
    text = "I ask **where** it goes, [[speed|bare]] ms.\n\nThen I look."
    answer = renderer().annotated(text, ["Then I look", "**where** it goes, [[speed|bare]]"], "card-strong")
    root = html.fragment_fromstring(answer, create_parent="div")
    assert [mark.text_content() for mark in root.xpath("//mark")] == ["where it goes, speed//True", "Then I look"]
    assert root.xpath("//mark/following-sibling::sup[1]/a/@href") == ["#card-strong-2", "#card-strong-1"]
    assert root.xpath("//sup/@id") == ["card-strong-2-at", "card-strong-1-at"]
    assert [number.text for number in root.xpath("//sup/a")] == ["2", "1"]


def test_a_text_without_notes_is_rendered_as_ever() -> None:
    text = "A [bracket] and a [link](/a.md), *so*."
    assert renderer().annotated(text, [], "x") == renderer().block(text)


@given(hostile)
def test_no_typed_text_leaves_the_mark(text: str) -> None:
    root = html.fragment_fromstring(renderer().annotated(f"{text} told.", ["told"], "x"), create_parent="div")
    assert len(root.xpath("//script")) == 0
    assert len(root.xpath("//mark")) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, 50 % of them (or so); a-b, x/y: 1.5 = 3/2 + #1 | ok?",
        "two lines\nof text",
        "a *b* c",
        "it's",
        'a "b"',
        "`a`",
        "[a](/b.md)",
        "a < b > c & d",
        "&amp;",
        r"\*",
        "a_b_c",
        "![a](/b)",
        "  blanks  around  ",
    ],
)
def test_a_line_that_skips_markdown_comes_out_as_markdown_would_have_it(text: str) -> None:
    engine = MarkdownIt("commonmark", {"typographer": True}).enable("smartquotes")
    assert TextRenderer(lambda *_: "").inline(text) == engine.renderInline(text.strip())
