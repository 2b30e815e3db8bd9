"""A mistake in a page or in data stops the build with its place, and the old site stays."""

import html
import os
import re
from pathlib import Path

import pytest

from tests.site.project import FRONT, Project
from tools.build import swap


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project that builds."""
    return Project(tmp_path)


def failure(project: Project) -> str:
    """Build and give what was told; the old site must stay as it was."""
    old = project.folder / "site" / "old.txt"
    project.write("site/old.txt", "old")
    built = project.build()
    assert built.returncode != 0
    assert [path.name for path in old.parent.iterdir()] == ["old.txt"]
    assert [path.name for path in project.folder.glob(".site-*")] == []
    told = built.stdout + built.stderr
    assert "Traceback" not in told
    return told


def test_the_small_project_builds_without_a_warning(project: Project) -> None:
    built = project.build()
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    assert (project.folder / "site" / "index.html").exists()


def test_an_undefined_name_is_told_with_page_line_and_suggestion(project: Project) -> None:
    project.page("craft/metrics.md", "Fine.\n\n{{ figur('speed') }}")
    told = failure(project)
    assert "docs/craft/metrics.md:11:1: error[unknown-macro]: there is no macro 'figur'" in told
    assert "did you mean 'figure'?" in told


def test_an_unknown_id_is_told_with_page_line_and_suggestion(project: Project) -> None:
    project.page("craft/metrics.md", "{{ question_refs('slow-cal') }}")
    told = failure(project)
    assert "docs/craft/metrics.md:9:1: error[macro]: there is no 'slow-cal' in questions" in told
    assert "did you mean 'slow-call'?" in told


def test_a_mistake_in_a_diagram_stops_the_build_with_its_place(project: Project) -> None:
    project.write("docs/assets/diagrams/small.yml", "id: small\ntitel: Two boxes\n")
    told = failure(project)
    assert "docs/assets/diagrams/small.yml:2:1: error[unknown-key]: 'titel' is not a key" in told
    assert "did you mean 'title'?" in told


def test_mistakes_of_several_pages_come_in_one_run(project: Project) -> None:
    project.page("craft/metrics.md", "{{ nosuch }}")
    project.page("reference/conflicts.md", "{% for %}")
    told = failure(project)
    assert "docs/craft/metrics.md:9:1: error[unknown-macro]" in told
    assert "docs/reference/conflicts.md:9:1: error[macro-syntax]" in told
    assert "2 problems in 2 files" in told


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__.os.popen('touch canary').read() }}",
        "{{ figure.__globals__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ lipsum.__globals__['os'].popen('touch canary').read() }}",
    ],
)
def test_a_page_can_not_leave_the_sandbox(project: Project, attack: str) -> None:
    project.page("craft/metrics.md", attack)
    assert "error[" in failure(project)
    assert not list(project.folder.rglob("canary"))


@pytest.mark.parametrize("name", ["environment", "config", "page", "extra", "git", "files"])
def test_a_page_sees_no_detail_of_the_build_machine(project: Project, name: str) -> None:
    project.page("craft/metrics.md", f"{{{{ {name} }}}}")
    assert f"there is no macro '{name}'" in failure(project)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\ntitle: [unclosed\n---\n# T\n", "syntax"),
        ("# No front matter\n", "front-matter"),
        ("---\ntitle: T\n# never closed\n", "front-matter"),
        ("---\ntitle: T\ndescription: D\nreviewed: 2026-01-02\ntitel: x\n---\n# T\n", "unknown-key"),
        ("---\ntitle: T\ndescription: D\n---\n# T\n", "missing-key"),
        ("---\ntitle: T\ndescription: D\nreviewed: soon\n---\n# T\n", "date"),
        ("---\ntitle: &a [x,x]\nb: *a\n---\n# T\n", "anchor"),
        ("---\ntitle: no\ndescription: D\nreviewed: 2026-01-02\n---\n# T\n", "front-matter"),
        ("---\ntitle: 2026\ndescription: D\nreviewed: 2026-01-02\n---\n# T\n", "front-matter"),
        ("---\ntitle: <script>x()</script>\ndescription: D\nreviewed: 2026-01-02\n---\n# T\n", "raw-html"),
        ("---\ntitle: T\ndescription: 'D\"><b>'\nreviewed: 2026-01-02\n---\n# T\n", "raw-html"),
        ("---\ntitle: T\ndescription: D\nreviewed: 2026-99-99\n---\n# T\n", "date"),
        ("---\ntitle: T\ndescription: D\nreviewed: 2999-01-01\n---\n# T\n", "date"),
        ("---\ntitle: T\ndescription: D\nreviewed: 2026-01-02\ntemplate: x.html\n---\n# T\n", "unknown-key"),
    ],
)
def test_wrong_front_matter_is_told(project: Project, text: str, code: str) -> None:
    project.write("docs/craft/metrics.md", text)
    assert re.search(rf"docs/craft/metrics\.md:\d+:\d+: error\[{code}\]", failure(project))


def with_outcomes(outcomes: str) -> str:
    """Give a page whose front matter ends with the line `outcomes:` and what follows it."""
    front, text = FRONT.format(title="T").split("\n---\n", 1)
    return f"{front}\noutcomes:{outcomes}\n---\n{text}"


FINE = "\n  - Say what the page is for, in your own words"


@pytest.mark.parametrize(
    ("outcomes", "place", "code"),
    [
        ("", "5:10", "outcomes"),
        (" Say what the page is for", "5:11", "outcomes"),
        (FINE, "6:3", "outcomes"),
        (FINE * 4, "6:3", "outcomes"),
        (FINE + "\n  - {say: what the page is for}", "6:3", "outcomes"),
        (FINE + "\n  - Say what it is for", "7:5", "too-short"),
        (FINE + "\n  - Say " + "what the page is for " * 5, "7:5", "too-long"),
        (FINE + "\n  - Say **what** the page is for", "7:5", "markup"),
        (FINE + '\n  - Say what a "page" is for', "7:5", "markup"),
        (FINE + "\n  - Say what {{ nosuch }} is for", "7:5", "markup"),
        (FINE + "\n  - '                    '", "7:5", "markup"),
        (FINE + "\n  - Say which 3 pages you read", "7:5", "figure"),
    ],
)
def test_wrong_outcomes_are_told(project: Project, outcomes: str, place: str, code: str) -> None:
    project.write("docs/craft/metrics.md", with_outcomes(outcomes))
    assert f"docs/craft/metrics.md:{place}: error[{code}]" in failure(project)


def test_outcomes_stand_at_the_head_of_their_page(project: Project) -> None:
    text = with_outcomes(FINE + "\n  - Do what the page asks, on paper") + "It takes {{ figure('speed') }} ms.\n"
    project.write("docs/craft/metrics.md", text)
    built = project.build()
    assert built.returncode == 0, built.stderr
    page = (project.folder / "site" / "craft" / "metrics" / "index.html").read_text()
    assert re.findall(r"<li>([^<]+)</li>", page[page.index('class="outcomes') :])[:2] == [
        "Say what the page is for, in your own words",
        "Do what the page asks, on paper",
    ]
    assert '<p class="lead">It takes <' in page


def test_a_page_that_is_not_utf8_is_told(project: Project) -> None:
    project.write("docs/craft/metrics.md", FRONT.format(title="T").encode() + b"Caf\xe9\n")
    assert "docs/craft/metrics.md:9:4: error[encoding]" in failure(project)


@pytest.mark.parametrize(
    "name",
    ["Page.md", "con.md", "com1.md", "two words.md", "käse.md", "a#b.md", "x.markdown", "x.MD", "x.html", "Bad/x.md"],
)
def test_a_bad_page_name_is_told(project: Project, name: str) -> None:
    project.page(f"craft/{name}", "Text.")
    assert "error[page-name]" in failure(project)


def test_a_link_out_of_the_pages_is_not_followed(project: Project) -> None:
    (project.folder / "docs" / "craft" / "secret.md").symlink_to("/etc/hostname")
    assert "docs/craft/secret.md:1:1: error[link]" in failure(project)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[x](/craft/nowhere.md)", "docs/craft/metrics.md:9:5: error[bad-link]"),
        ("[x](/reference/contributing.md#nowhere)", "docs/craft/metrics.md:9:31: error[dead-anchor]"),
        ("[x](nowhere.md)", "docs/craft/metrics.md:9:5: error[dead-link]"),
        ("[x](/somewhere/)", "/somewhere/"),
        ('<a href="nowhere/">x</a>', "docs/craft/metrics.md:9:10: error[dead-link]"),
        ('<a href="#nowhere">x</a>', "docs/craft/metrics.md:9:10: error[dead-anchor]"),
        ('<p id="same">A</p>\n\n<p id="same">B</p>', "duplicate-id"),
        ('<p style="color:red">x</p>', "inline-code"),
        ('<p onclick="x()">x</p>', "inline-code"),
        ('<a href="javascript:alert(1)">x</a>', "inline-code"),
        ('<img src="https://example.org/x.png" alt="">', "third-party"),
        ('<meta http-equiv="refresh" content="0">', "forbidden-element"),
        ("<script>alert(1)</script>", "unknown-script"),
        ("<script>var target=document.getElementById('x')</script>", "unknown-script"),
        ('<script type="module">alert(1)</script>', "unknown-script"),
        ('<embed src="x.svg">', "forbidden-element"),
        ('<video poster="//example.org/x.png"></video>', "third-party"),
        ('<form action="https://example.org/"></form>', "third-party"),
        ("{{ figure }}", "a macro must be called"),
        ("{{ context() }}", "there is no macro 'context'"),
        ("{{ now() }}", "there is no macro 'now'"),
        ("--8<-- '/etc/hostname'", ""),
    ],
)
def test_what_must_not_be_published_stops_the_build(project: Project, text: str, told: str) -> None:
    project.page("craft/metrics.md", text)
    if told:
        assert told in failure(project)
    else:
        assert project.build().returncode == 0
        page = (project.folder / "site" / "craft" / "metrics" / "index.html").read_text()
        assert os.uname().nodename not in page


def test_a_page_missing_from_the_nav_stops_the_build(project: Project) -> None:
    config = project.folder / "mkdocs.yml"
    config.write_text(config.read_text() + "\nnav:\n  - index.md\n")
    assert "docs/craft/metrics.md:1:1: error[not-in-nav]" in failure(project)


def test_a_data_mistake_is_told_and_nothing_is_built(project: Project) -> None:
    project.data("topics.yml", "- {id: metrics, nam: Metrics, page: /craft/metrics.md}\n")
    told = failure(project)
    assert "data/topics.yml:1:17: error[unknown-key]: 'nam' is not a key" in told
    assert "did you mean 'name'?" in told


def test_a_link_in_data_that_leads_nowhere_is_told(project: Project) -> None:
    project.data("topics.yml", "- {id: metrics, name: Metrics, page: /craft/metrcs.md}\n")
    assert "links to '/craft/metrcs.md'" in failure(project)


def test_a_record_that_stands_on_no_page_is_told(project: Project) -> None:
    project.page("questions/technical.md", "No cards here.")
    assert "error[no-home]: 'slow-call' stands on no page" in failure(project)


def test_many_brackets_do_not_hang_the_build(project: Project) -> None:
    project.page("craft/metrics.md", "[" * 5000)
    assert project.build().returncode == 0


def test_two_files_of_one_address_are_told(project: Project) -> None:
    project.page("craft/index.md", "One.")
    project.page("craft.md", "Two.")
    assert "error[page-name]: another file has the same address" in failure(project)


@pytest.mark.parametrize("text", ["A note[^nosuch].", "`[^a-z0-9]`"])
def test_odd_words_are_no_mistake(project: Project, text: str) -> None:
    project.page("craft/metrics.md", text)
    built = project.build()
    assert built.returncode == 0, built.stderr


def test_a_figure_writes_no_markdown(project: Project) -> None:
    sample = project.folder / "data" / "claims" / "sample.yml"
    told = "*x*{.evil} [y](https://evil.example)"
    sample.write_text(sample.read_text().replace('"20"', f'"{told}"').replace("takes 20 ms", f"takes {told} ms"))
    built = project.build()
    assert built.returncode == 0, built.stderr
    page = (project.folder / "site" / "index.html").read_text()
    assert f"{told}</data>" in html.unescape(page)
    assert 'class="evil"' not in page


def test_a_site_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    site.mkdir()
    (site / "old.txt").write_text("old")
    with pytest.raises(OSError, match="fresh"):
        swap(fresh, site, tmp_path / "old")
    assert (site / "old.txt").read_text() == "old"
