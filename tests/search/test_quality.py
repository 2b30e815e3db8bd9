"""How well the search answers: judged queries by class beside stock Material, names as they stand, each keystroke."""

from collections.abc import Callable
from pathlib import Path

import pytest

from exports.site import BuiltPage
from exports.targets import homes
from macros.models import Guide, JudgedQuery
from tests.search import material
from tests.search.engine import Engine
from tests.search.scores import Search, score, table

ROOT = Path(__file__).parents[2]
UNUSUAL = [
    "x" * 10_000,
    "how do I " * 1_000,
    "?!.,;:-_()[]{}",
    "<img src=x onerror=alert(1)>",
    "^(a+)+$ .* \\d{3} [a-z",
    "🙂🙃 👩‍💻",
    "تصميم منصة",
    "\u202eatad",
    "constructor __proto__ toString hasOwnProperty",
    "   ",
    "*",
    "a",
]


@pytest.fixture(scope="module")
def engine(site: Path) -> Engine:
    """The search of the built site."""
    return Engine(site)


@pytest.fixture(scope="module")
def found(engine: Engine) -> Search:
    """Give the addresses that the search finds."""
    return lambda query: [hit.address for hit in engine.search(query)]


@pytest.fixture(scope="module")
def records(built: list[BuiltPage]) -> dict[str, str]:
    """The address of each record by its target."""
    return homes(built)


@pytest.fixture(scope="module")
def judged(guide: Guide) -> Callable[[str], list[JudgedQuery]]:
    """Give the queries of a set."""
    return lambda name: [query for query in guide.queries.values() if query.set == name]


REACHED = {
    ("dev", "held-out"): {"mrr": 0.95, "first": 0.93, "three": 0.98},
    ("held-out",): {"mrr": 0.92, "first": 0.88, "three": 0.96},
    ("fresh",): {"mrr": 0.86, "first": 0.8, "three": 0.92},
}
"""Below these a change makes the search worse: the goal for all that was judged before the search was made, and what is
reached on the third of it that nobody looked at, and on questions written last in words that the guide does not use."""


def test_the_right_answer_stands_first(
    found: Search, records: dict[str, str], judged: Callable[[str], list[JudgedQuery]], tmp_path: Path
) -> None:
    stock = material.Worker(material.index(tmp_path / "stock", ROOT / "mkdocs.yml"))
    for name in ("dev", "held-out", "fresh"):
        queries = judged(name)
        columns = {
            "this guide": score(found, queries, records),
            "stock Material": score(stock.search, queries, records),
        }
        print(f"\n{name}\n{table(columns)}")  # noqa: T201 - the report


@pytest.mark.parametrize("sets", REACHED, ids=" and ".join)
def test_no_change_makes_the_search_worse(
    found: Search, records: dict[str, str], judged: Callable[[str], list[JudgedQuery]], sets: tuple[str, ...]
) -> None:
    scores = score(found, [query for name in sets for query in judged(name)], records)
    assert scores["all"].mrr >= REACHED[sets]["mrr"]
    assert scores["all"].within(1) >= REACHED[sets]["first"]
    assert scores["all"].within(3) >= REACHED[sets]["three"]
    assert scores["all"].empty <= 0.01
    assert scores["typo"].within(3) >= 0.95


def test_every_prompt_and_term_typed_as_it_stands_finds_itself_first(
    found: Search, guide: Guide, records: dict[str, str]
) -> None:
    typed = {f"term:{term.id}": term.name for term in guide.glossary.values()}
    typed |= {f"question:{card.id}": plain(card.prompt, guide) for card in guide.questions.values()}
    missed = [(name, found(name)[:1]) for target, name in typed.items() if found(name)[:1] != [records[target]]]
    assert missed == []


def plain(prompt: str, guide: Guide) -> str:
    """Give a prompt as a reader sees it."""
    from macros.render import Renderer  # noqa: PLC0415

    return str(Renderer(guide)._plain(prompt))  # noqa: SLF001


def test_long_forms_and_acronyms_find_the_same_term(found: Search, guide: Guide, records: dict[str, str]) -> None:
    long = {term.id: term.long for term in guide.glossary.values() if term.long}
    assert [name for id_, name in long.items() if found(name)[:1] != [records[f"term:{id_}"]]] == []


def test_each_keystroke_is_answered(engine: Engine, judged: Callable[[str], list[JudgedQuery]]) -> None:
    typed = {query.query[:length] for query in judged("dev") for length in range(1, len(query.query) + 1)}
    engine.modules.value("queries.forEach((query) => engine.search(query)) ?? 0", queries=sorted(typed))


@pytest.mark.parametrize("query", UNUSUAL, ids=ascii)
def test_whatever_is_typed_is_answered(engine: Engine, query: str) -> None:
    engine.search(query)
    engine.modules.value("engine.nearest(query, 5)", query=query)


def test_names_alone_are_searched_before_the_text_is_there(site: Path) -> None:
    engine = Engine(site, names_only=True)
    assert engine.search("idempotancy")[0].address == "reference/glossary/#idempotency"
    assert engine.search("what is an SLO")[0].address == "reference/glossary/#slo"
