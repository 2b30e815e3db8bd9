"""A built page becomes light HTML: open, without controls, its notes in place and its links led elsewhere."""

from lxml import etree, html

from exports.editions import light
from exports.editions.light import Chapter, Heading, Target

PAGE = """<!doctype html><html><head><meta property="article:section" content="Craft"></head><body>
<nav>Menu</nav>
<article class="text md-typeset">
<details class="contents-folded"><summary>On this page</summary><ul><li><a href="#a">A</a></li></ul></details>
<h1 id="top">Title<a class="headerlink" href="#top">#</a></h1>
{}
</article>
</body></html>"""
CARD = """<article class="card" id="a-card" data-question="a-card" data-toc="Why?"><header><h2>Why?</h2></header>
<details class="card__answer"><summary>Answer</summary><h3>Open with</h3><p>This.</p><h3>They ask next</h3>
<details class="followup"><summary>And then?</summary><p>That.</p></details></details></article>"""
NOTE = """<p>It takes <span class="figure-group">5 <span class="mark">ours</span><sup id="fnref:c"><a
 class="footnote-ref" href="#fn:c">1</a></sup></span> days, again<sup id="fnref2:c"><a
 class="footnote-ref" href="#fn:c">1</a></sup>.</p>
<h2 id="notes-and-sources">Notes and sources</h2>
<div class="footnote"><hr><ol><li id="fn:c"><p><strong>Ours.</strong> Assumed.&#160;<a class="footnote-backref"
 href="#fnref:c">Back</a></p></li></ol></div>"""
DRAWING = """<figure><svg class="diagram__drawing diagram__drawing--wide" viewBox="0 0 9 9" aria-labelledby="t d">
<title id="t">A</title><desc id="d">B</desc><svg><path fill="url(#g)"/></svg></svg>
<svg class="diagram__drawing diagram__drawing--phone" viewBox="0 0 4 4"><title>Phone</title></svg></figure>"""


def chapter(content: str, url: str = "craft/metrics/") -> Chapter:
    return light.lighten(PAGE.format(content), url, lambda target: f"to:{target.url}#{target.anchor}")


def words(content: str) -> str:
    return " ".join(html.fragment_fromstring(chapter(content).html).text_content().split())


def test_a_chapter_is_named_by_its_address_and_heading() -> None:
    made = chapter("<p>Text.</p>")
    assert (made.slug, made.title, made.section) == ("craft-metrics", "Title", "Craft")
    assert made.html.startswith('<section class="chapter" id="craft-metrics">')
    assert light.slug("") == "home"


def test_controls_and_what_repeats_are_left_out() -> None:
    controls = '<form class="filter"><select><option>All</option></select></form><button class="copy">Copy</button>'
    hidden = '<nav>A B C</nav><p class="print-only">Links</p><p>Read<span class="visually-hidden">: more</span></p>'
    assert words(controls + hidden) == "Title Read"


def test_answers_are_open_sections_with_headings_below_the_last_one() -> None:
    tree = html.fragment_fromstring(chapter(CARD).html)
    assert not tree.xpath("//details | //summary")
    assert [(h.tag, h.text) for h in tree.iter("h1", "h2", "h3", "h4")] == [
        ("h1", "Title"),
        ("h2", "Why?"),
        ("h3", "Answer"),
        ("h3", "Open with"),
        ("h3", "They ask next"),
        ("h4", "And then?"),
    ]


def test_the_outline_has_headings_and_cards_and_nothing_inside_answers() -> None:
    made = chapter('<h2 id="idea">The idea</h2><h3 id="x">More</h3>' + CARD)
    assert made.headings == [
        Heading(1, "craft-metrics--top", "Title"),
        Heading(2, "craft-metrics--idea", "The idea"),
        Heading(3, "craft-metrics--x", "More"),
        Heading(2, "craft-metrics--a-card", "Why?"),
    ]


def test_a_heading_is_told_without_its_note_and_has_no_soft_breaks() -> None:
    note = NOTE.replace("<p>It takes", '<h2 id="long">a/very/long/path/of/words').replace("days,", "days</h2><p>", 1)
    assert "<wbr/>" not in chapter(note).html
    assert chapter(note).headings[1].text == "a/very/long/path/of/words 5 ours days"


def test_a_note_stands_where_it_is_called_first() -> None:
    tree = html.fragment_fromstring(chapter(NOTE).html)
    [note] = tree.xpath("//span[@class='note']")
    assert note.get("id") == "craft-metrics--fn-c"
    assert note.text_content() == "Ours. Assumed."
    assert tree.xpath("string(//p)").startswith("It takes 5 oursOurs. Assumed. days, again1.")
    assert tree.xpath("//a[@class='note-again']/@href") == ["to:craft/metrics/#fn:c"]
    assert "Notes and sources" not in tree.text_content()


def test_links_lead_where_the_edition_says() -> None:
    links = '<p><a href="../../loop/#x">A</a><a href="#idea">B</a><a href="../../questions/?kind=a#all">C</a></p>'
    tree = html.fragment_fromstring(chapter(links + '<a href="https://example.org/a">D</a>').html)
    inside = ["to:loop/#x", "to:craft/metrics/#idea", "to:questions/#all"]
    assert tree.xpath("//a/@href") == [*inside, "https://example.org/a"]


def test_a_link_without_an_address_leaves_its_words() -> None:
    made = light.lighten(PAGE.format('<p><a href="../">Up</a></p>'), "craft/metrics/", lambda _: "")
    assert "<p><span>Up</span></p>" in made.html


def test_a_target_names_the_page_from_the_root() -> None:
    found: list[Target] = []
    light.lighten(PAGE.format('<p><a href="../../index.html#a">Home</a></p>'), "craft/metrics/", found.append)  # type: ignore[arg-type]
    assert found == [Target("", "a")]


def test_drawings_keep_their_names_and_lose_the_phone() -> None:
    made = chapter(DRAWING)
    assert 'viewBox="0 0 9 9"' in made.html
    assert 'aria-labelledby="craft-metrics--t craft-metrics--d"' in made.html
    assert '<desc id="craft-metrics--d">' in made.html
    assert "url(#craft-metrics--g)" in made.html
    assert "Phone" not in made.html
    assert etree.fromstring(made.xhtml).find(".//{http://www.w3.org/2000/svg}path") is not None


def test_ids_are_unique_over_chapters_and_valid_in_xml() -> None:
    ids = html.fragment_fromstring(chapter(NOTE + CARD).html).xpath("//@id")
    assert all(id_ == "craft-metrics" or id_.startswith("craft-metrics--") for id_ in ids)
    assert not [id_ for id_ in ids if ":" in id_]
    assert len(ids) == len(set(ids))


def test_long_tokens_may_break_and_short_ones_do_not() -> None:
    made = chapter("<p>see https://example.org/a/long/path_of_words and a/b, or someVeryLongIdentifier</p>")
    assert "https:<wbr/>" not in made.html
    assert "https://<wbr/>example.<wbr/>org/<wbr/>a/<wbr/>long/<wbr/>path_<wbr/>of_<wbr/>words and a/b" in made.html
    assert "some<wbr/>Very<wbr/>Long<wbr/>Identifier" in made.html


def test_check_boxes_and_legends_are_printed() -> None:
    form = '<form class="checklist"><fieldset><legend>First</legend><ul><li id="x"><input type="checkbox" id="c">'
    tree = html.fragment_fromstring(chapter(f'{form}<label for="c">Do it</label></li></ul></fieldset></form>').html)
    assert tree.xpath("//span[@class='box']/following-sibling::span/text()") == ["Do it"]
    assert tree.xpath("//section/h2/text()") == ["First"]
    assert not tree.xpath("//input | //label | //form | //fieldset")


def test_what_only_a_browser_reads_is_dropped() -> None:
    made = chapter(
        '<table role="table"><tr><td role="cell" data-label="Head" tabindex="0" data-x="y">1</td></tr></table>'
    )
    assert '<td data-label="Head">1</td>' in made.html
    assert "role" not in made.html


def test_a_table_of_many_columns_becomes_a_list_for_each_row() -> None:
    row = '<tr><th data-label="Term">Reach</th><td data-label="Unit">Teams</td><td data-label="Note"></td></tr>'
    head = "<thead><tr><th>Term</th><th>Unit</th><th>Note</th></tr></thead>"
    table = f'<table class="grid grid--wide"><caption>RICE</caption>{head}<tbody>{row}</tbody></table>'
    tree = html.fragment_fromstring(chapter(table).html)
    assert not tree.xpath("//table")
    assert tree.xpath("//div[@class='rows']/p[@class='rows__caption']/text()") == ["RICE"]
    assert tree.xpath("//p[@class='row__name']/text()") == ["Reach"]
    assert [item.text_content() for item in tree.xpath("//ul[@class='row__cells']/li")] == ["Unit: Teams"]
