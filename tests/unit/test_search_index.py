"""Words and places are written short, and read again by the script of the site."""

import json
import random
from pathlib import Path

import pytest

from exports import search_index
from exports.search_entries import Entry
from macros.models import Guide, Synonyms
from tests.search.engine import SCRIPTS
from tests.search.modules import Modules

READER = SCRIPTS / "index.mjs"
WORDS = ["api", "apis", "cache", "cached", "café", "naïve", "o'reilly", "p99", "webhook", "x1"]


def entry(title: str, text: str, kind: str = "chapter", anchor: str = "a") -> Entry:
    return Entry("craft/", anchor, kind, 2, title, pieces=[text])


def some_entries(count: int) -> list[Entry]:
    chosen = random.Random(7)  # noqa: S311 - the same on every run
    return [entry(f"Title {at}", " ".join(chosen.sample(WORDS, chosen.randrange(3)))) for at in range(count)]


@pytest.fixture(scope="module")
def modules() -> Modules:
    modules = Modules()
    modules.load(READER)
    return modules


def read(modules: Modules, index: dict[str, str], count: int) -> list[list[str]]:
    texts: list[list[str]] = modules.value(
        f"modules[{json.dumps(str(READER))}].texts(index, count)", index=index, count=count
    )
    return texts


@pytest.mark.parametrize("count", [1, 50, 5_000])
def test_what_is_written_is_read_again(modules: Modules, count: int) -> None:
    found = some_entries(count)
    index = search_index.bodies(found, len(found))
    often = {word for word in WORDS if sum(word in one.text.split() for one in found) > search_index.FREQUENT * count}
    for one, held in zip(found, read(modules, index, count), strict=True):
        expected = {word for word in one.text.split() if word not in often}
        assert set(held) == {word.replace("café", "cafe").replace("naïve", "naive") for word in expected}


@pytest.mark.parametrize("number", [0, 1, 63, 64, 65, 86, 87, 88, 89, 1_000, 123_456])
def test_numbers_of_any_size_are_read_again(modules: Modules, number: int) -> None:
    places = search_index.number_text(number)
    assert read(modules, {"words": "0word", "places": places}, number + 1)[number] == ["word"]


def test_letters_small_numbers_and_words_of_the_title_are_left_out() -> None:
    found = [entry("Cache", "A cache of 20 items, 99.9 and 429, 10,000"), *[entry("Other", "")] * 999]
    assert search_index.bodies(found, len(found))["words"].split() == ["0429", "099.9", "0and", "0items", "0of"]


def test_what_readers_ask_goes_along_and_is_not_listed_again() -> None:
    found = [entry("Pay", "What it brings, a salary too."), *[entry("Other", "")] * 999]
    found[0].asked = ["salary and pay", "how much it brings"]
    index = search_index.bodies(found, len(found))
    assert index["asked"][0] == "salary and pay,how much it brings"
    assert index["words"].split() == ["0too", "0what"]


def test_a_word_has_places_only_if_they_tell_entries_apart() -> None:
    said = {"everywhere": 30, "named": 4, "unnamed": 4, "rare": 2}
    found = [entry("Other", " ".join(word for word, times in said.items() if at < times)) for at in range(1_000)]
    found += [entry("Named rare", "")]
    assert search_index.bodies(found, len(found))["words"].split() == ["0rare", "0unnamed"]


def test_words_of_many_entries_are_common() -> None:
    found = [entry("Other", "often" if at < 200 else "seldom" if at < 220 else "") for at in range(1_000)]
    assert search_index.bodies(found, len(found))["common"] == ["often", "other"]


def test_texts_are_cut_into_parts_that_say_how_many_they_hold(tmp_path: Path) -> None:
    long = "word " * search_index.PART
    found = [entry("A", "short"), entry("B", long), entry("C", "short"), entry("A claim.", "Its note.", "claim")]
    search_index.write(tmp_path, found, Guide())
    titles = json.loads((tmp_path / "search" / "titles.json").read_text(encoding="utf-8"))
    assert titles["parts"] == [1, 1, 2]
    last = (tmp_path / "search" / titles["edition"] / "2.json").read_text(encoding="utf-8")
    assert json.loads(last) == ["short", "A claim.\nIts note."]


def test_the_edition_follows_the_text(tmp_path: Path) -> None:
    editions = set()
    for name, text in {"one": "a text", "same": "a text", "other": "another text"}.items():
        search_index.write(tmp_path / name, [entry("A", text)], Guide())
        editions.add(json.loads((tmp_path / name / "search" / "titles.json").read_text(encoding="utf-8"))["edition"])
    assert len(editions) == 2


def test_synonyms_of_data_go_along(tmp_path: Path) -> None:
    guide = Guide(synonyms={"k8s": Synonyms(id="k8s", words=["Kubernetes", "k8s"])})
    search_index.write(tmp_path, [entry("A", "text")], guide)
    titles = json.loads((tmp_path / "search" / "titles.json").read_text(encoding="utf-8"))
    assert titles["synonyms"] == [["Kubernetes", "k8s"]]
