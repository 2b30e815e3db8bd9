"""Links of a page are numbered for print, and their addresses listed below the text."""

from pathlib import Path

from exports import link_list
from exports.site import BuiltPage, parsed

PAGE = """<!doctype html><html><head><link rel="canonical" href="https://example.org/guide/craft/metrics/"></head><body>
<nav><a href="../../">Home</a></nav>
<article class="text md-typeset"><h1 id="top">Title<a class="headerlink" href="#top">#</a></h1>
{}
</article>
<nav><a href="../next/">Next</a></nav></body></html>"""


def written(content: str, folder: Path) -> str:
    (folder / "craft" / "metrics").mkdir(parents=True)
    path = folder / "craft" / "metrics" / "index.html"
    path.write_text(PAGE.format(content), encoding="utf-8")
    link_list.write(folder, [BuiltPage("craft/metrics/index.html", parsed(path.read_text(encoding="utf-8")))])
    return path.read_text(encoding="utf-8")


def test_the_same_address_has_the_same_number(tmp_path: Path) -> None:
    link = '<p><a href="../../loop/#x">The loop</a>, <a href="https://a.org/?b=1&amp;c">A</a>, {}</p>'
    text = written(link.format('<a class="more" href="../../loop/#x">again</a>'), tmp_path)
    assert '<a data-link="1" href="../../loop/#x">The loop</a>' in text
    assert '<a data-link="2" href="https://a.org/?b=1&amp;c">A</a>' in text
    assert '<a data-link="1" class="more" href="../../loop/#x">again</a>' in text
    assert '<li data-link="1">The loop: https://example.org/guide/loop/#x</li>' in text
    assert '<li data-link="2">A: https://a.org/?b=1&amp;c</li>' in text
    assert text.count("<li data-link") == 2


def test_the_list_ends_the_text_and_is_only_printed(tmp_path: Path) -> None:
    text = written('<article class="card"><a href="../">Up</a></article><p>Last</p>', tmp_path)
    end = text[text.index("<p>Last</p>") :]
    assert end.index('<section class="links print-only">') < end.index("</article>") < end.index("Next")


def test_marks_notes_and_links_inside_the_page_stay_as_they_are(tmp_path: Path) -> None:
    silent = '<a class="mark" href="../../reference/figures/#c">ours</a><a href="#top">Top</a>'
    note = '<div class="footnote"><a href="../../reference/figures/#c">Ledger</a></div>'
    text = written(f"<p>{silent}</p>{note}", tmp_path)
    assert "data-link" not in text
    assert "print-only" not in text
