"""The merged style sheet holds what a page or a script can match, and nothing else."""

import pytest

from exports import styles, vocabulary

PAGE = '<main id="text" class="card card--open"><a href="x" data-here>go</a><details></details></main>'
SCRIPT = "root.classList.add('copied'); root.dataset.scheme = kept;"
USED = vocabulary.of([PAGE], [SCRIPT])


@pytest.mark.parametrize(
    "selector",
    [
        "a",
        ".card",
        "#text",
        ".card.card--open > a:hover::before",
        "details[open]",
        "[data-here]",
        "[data-scheme=dark] a",
        ".copied",
        ":is(.nosuch, .card) a",
        "a:not(.nosuch)",
        "*",
        ":root",
    ],
)
def test_what_can_match_stays(selector: str) -> None:
    known = vocabulary.of([PAGE.replace("<details>", "<details open>")], [SCRIPT])
    assert styles.merge([f"{selector} {{ color: red; }}"], known) == f"{selector.replace('  ', ' ')}{{color:red}}"


@pytest.mark.parametrize("selector", ["table", ".nosuch", "#nosuch", "[dir=ltr] a", ".card.nosuch", ":is(.no, .nor) a"])
def test_what_cannot_match_goes(selector: str) -> None:
    assert styles.merge([f"{selector} {{ color: red; }}"], USED) == ""


def test_one_selector_of_a_list_may_go_alone() -> None:
    assert styles.merge([".nosuch, .card { color: red; }"], USED) == ".card{color:red}"


def test_an_empty_condition_goes_with_its_rules() -> None:
    sheet = "@media print { .nosuch { color: red; } } @media screen { @supports (color: red) { a { top: 0; } } }"
    assert styles.merge([sheet], USED) == "@media screen{@supports (color: red){a{top:0}}}"


def test_a_property_that_only_unused_ones_ask_for_goes_too() -> None:
    sheet = ":root { --a: 1; --b: var(--c); --c: 2; --d: var(--e); --e: 3; } a { top: var(--d); }"
    assert styles.merge([sheet], USED) == ":root{--d:var(--e);--e:3}a{top:var(--d)}"


def test_fonts_and_important_stay() -> None:
    sheet = '@charset "utf-8"; @font-face { font-family: "A"; src: url("../a.woff2"); } a { top: 0 !important; }'
    assert styles.merge([sheet], USED) == '@font-face{font-family: "A"; src: url("../a.woff2");}a{top:0!important}'


def test_the_links_of_a_page_become_one() -> None:
    page = (
        "<head>\n"
        '<link rel="stylesheet" href="../assets/stylesheets/a.css">\n'
        '<link rel="stylesheet" href="../assets/stylesheets/b.css">\n'
        "</head>"
    )
    linked = '<head>\n<link rel="stylesheet" href="../assets/stylesheets/guide.1.css">\n</head>'
    assert styles.link_to(page, "guide.1.css") == linked
