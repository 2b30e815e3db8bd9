"""The benchmark's own arithmetic: what it copies, renames, counts and writes."""

import json
import re
from pathlib import Path

import yaml

from bench import cpu, editions, lighthouse, output, results, stock, workload
from bench.scale import Row, Side, report
from bench.tables import Budget, table
from bench.views import View

ROOT = Path(__file__).parents[2]
CHAPTERS = {"role/index.md", "craft/metrics.md"}
CONFIG = """\
site_name: A
markdown_extensions:
  - abbr
  - toc: {permalink: "#"}

validation:
  links: {}
nav:
  - Home: index.md
  - Role:
      - role/index.md
      - role/list.md
  - Craft:
      - craft/metrics.md
"""


def test_a_copied_chapter_links_to_its_own_volume_and_shows_its_cards() -> None:
    text = (
        "---\ntitle: The role\ndescription: x\n---\n"
        "[a](/craft/metrics.md#top) [b](/role/list.md) “/role/index.md”\n"
        '{{ question_refs("card-a", "card-b") }} {{ figure("card-a-share", "card-a") }} "card-a"'
    )
    copy = workload.renamed_chapter(text, CHAPTERS, {"card-a"}, 3)
    assert copy == (
        "---\ntitle: The role, volume 3\ndescription: x\n---\n"
        "[a](/craft/metrics-v3.md#top) [b](/role/list.md) “/role/index.md”\n"
        '{{ question_refs("card-a-v3", "card-b") }} {{ figure("card-a-share", "card-a") }} "card-a"'
    )


def test_a_copied_card_has_its_own_id_and_texts_and_keeps_what_it_refers_to() -> None:
    text = "id: card-a\nasks: Say [[the-claim.the-part]] of the [map](/craft/metrics.md).\nrounds: [of-the-loop]\n"
    assert workload.renamed_card(text, CHAPTERS, 2) == (
        "id: card-a-v2\nasks: Say [[the-claim.the-part]] of2 the2 [map](/craft/metrics-v2.md).\nrounds: [of-the-loop]\n"
    )


def test_volumes_stand_at_the_end_of_their_section() -> None:
    nav = yaml.safe_load(workload.with_volumes(CONFIG, CHAPTERS, 3))["nav"]
    assert nav == [
        {"Home": "index.md"},
        {"Role": ["role/index.md", "role/list.md", "role/index-v2.md", "role/index-v3.md"]},
        {"Craft": ["craft/metrics.md", "craft/metrics-v2.md", "craft/metrics-v3.md"]},
    ]


def test_the_project_doubles_and_keeps_its_lists(tmp_path: Path) -> None:
    workload.write(ROOT, tmp_path / "twice", 2)
    pages, copies = (set((folder / "docs").rglob("*.md")) for folder in (ROOT, tmp_path / "twice"))
    cards = len(list((ROOT / "data" / "questions").glob("*.yml")))
    assert len(list((tmp_path / "twice" / "data" / "questions").glob("*.yml"))) == 2 * cards
    assert 1.5 * len(pages) < len(copies) < 2 * len(pages)
    assert not [path for path in copies if re.search(r"(questions|reference)/.*-v2", path.as_posix())]
    assert not (tmp_path / "twice" / "tests").exists()


def test_plain_settings_keep_extensions_and_navigation_alone() -> None:
    plain = yaml.safe_load(stock.plain(CONFIG))
    own = yaml.safe_load(CONFIG)
    assert plain["markdown_extensions"] == own["markdown_extensions"]
    assert plain["nav"] == own["nav"]
    assert plain["theme"] == {"name": "material"}
    assert plain["plugins"] == ["search"]
    assert "validation" not in plain


def test_a_budget_says_whether_it_is_kept() -> None:
    assert str(Budget(41.26, at_most=60, shown="{:.1f}")) == "41.3 (≤ 60)"
    assert str(Budget(13, at_most=12)) == "13 (≤ 12) ✗"
    assert str(Budget(99, at_least=100)) == "99 (≥ 100) ✗"
    assert str(Budget(7)) == "7"
    assert Budget(1.254, at_most=1.25, shown="{:.2f}").kept


def test_a_table_is_markdown() -> None:
    assert table(["a", "b"], [("x", 1)]) == "| a | b |\n| --- | --: |\n| x | 1 |"


def test_the_fastest_run_counts() -> None:
    assert cpu.fastest([cpu.Run(3.0, 10), cpu.Run(1.0, 30), cpu.Run(2.0, 20)]) == cpu.Run(1.0, 30)


def test_growth_and_ratio_count_from_the_first_row() -> None:
    def side(seconds: float, size: int) -> Side:
        return Side(cpu.Run(9.0, 0), cpu.Run(seconds, 50_000_000), size, 7)

    rows = [Row(1, side(2.0, 10**6), side(2.0, 10**6)), Row(10, side(12.0, 10**7), side(8.0, 10**7))]
    last = report(rows).splitlines()[-1]
    assert "| 10× | 7 | 9.00 | 12.00 | 8.00 | 1.50 (≤ 1.25) ✗ | 6.0 (≤ 5) ✗ | 4.0 |" in last


def test_one_section_of_the_results_is_replaced() -> None:
    first = results.replaced("", "Bytes", "one")
    both = results.replaced(first, "Scale", "two\n\n### inside\n\nx")
    assert results.replaced(both, "Bytes", "three") == both.replace("one", "three")
    assert both.count("## Bytes") == 1


def test_a_view_counts_fonts_apart_and_other_hosts() -> None:
    view = View()
    for id_, kind, url, size in [
        ("1", "Document", "http://a/", 900),
        ("2", "Font", "http://a/f", 100),
        ("3", "Image", "http://b/x", 7),
    ]:
        view.asked({"requestId": id_, "type": kind, "request": {"url": url}})
        view.received({"requestId": id_, "encodedDataLength": size})
    view.asked({"requestId": "4", "type": "Image", "request": {"url": "data:image/png;base64,"}})
    assert (view.weight(fonts=False), view.weight(fonts=True), view.elsewhere("http://a/"), len(view.urls)) == (
        907,
        1007,
        1,
        3,
    )


def test_a_score_is_the_median_out_of_a_hundred() -> None:
    reports = [{"categories": {"seo": {"score": score}}} for score in (0.9, 1, 0.98)]
    assert lighthouse.score("seo", reports) == 98


def test_a_file_that_nothing_names_is_unused(tmp_path: Path) -> None:
    for name, text in {
        "index.html": '<a href="role/">',
        "role/index.html": "<img src=../a.svg>",
        "a.svg": "",
        "b.svg": "",
        "parts/1.json": '{"next": "parts"}',
        "LICENSE-font.txt": "",
        "lost/index.html": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    files = {path.relative_to(tmp_path).as_posix(): 0 for path in tmp_path.rglob("*") if path.is_file()}
    assert set(output.used(files, tmp_path)) == {
        "index.html",
        "role/index.html",
        "a.svg",
        "parts/1.json",
        "LICENSE-font.txt",
    }


def test_the_lock_names_no_host_to_fetch_from() -> None:
    locked = json.loads((ROOT / "bench" / "package-lock.json").read_text())["packages"]
    assert all("integrity" in package and "resolved" not in package for name, package in locked.items() if name)


def test_editions_are_told_by_the_page_and_misses_are_marked() -> None:
    files = [("pdf/platform-pm-guide.pdf", 100, 900_000), ("pdf/a.pdf", 10, 300_000), ("pdf/one.pdf", 1, 40_000)]
    told = editions.report(cpu.Run(seconds=22.2, memory=500_000_000), [*files, ("epub/a.epub", None, 5)])
    assert "111 pages in 3 PDFs" in told
    assert "200 (≤ 150) ✗ ms a page" in told
    assert "500 (≤ 600) MB" in told
    assert "| pdf/a.pdf | 10 | 300 | 30.0 (≤ 25) ✗ |" in told
