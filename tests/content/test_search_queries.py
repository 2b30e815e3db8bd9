"""The judged queries: their answers exist, and they are spread as a fair score needs."""

import re
from collections import Counter
from typing import get_args

import pytest

from exports.search_entries import entries
from exports.site import BuiltPage
from exports.targets import address, homes
from macros.models import Guide, JudgedQuery, QueryClass

CLASSES = get_args(QueryClass)
AT_LEAST = 150
AT_LEAST_IN_A_CLASS = 10
WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def queries(guide: Guide) -> list[JudgedQuery]:
    return list(guide.queries.values())


@pytest.fixture(scope="module")
def records(built: list[BuiltPage]) -> dict[str, str]:
    return homes(built)


@pytest.fixture(scope="module")
def addresses(built: list[BuiltPage]) -> set[str]:
    return {page.url for page in built} | {f"{page.url}#{anchor}" for page in built for anchor in page.ids}


def held_out(queries: list[JudgedQuery]) -> float:
    judged = [query.set for query in queries if query.set != "fresh"]
    return judged.count("held-out") / len(judged)


def test_every_accepted_answer_exists(queries: list[JudgedQuery], records: dict[str, str], addresses: set[str]) -> None:
    nowhere = [(q.query, target) for q in queries for target in q.accept if address(target, records) not in addresses]
    assert nowhere == []


def test_every_place_with_wordings_can_be_found(guide: Guide, built: list[BuiltPage], records: dict[str, str]) -> None:
    found = {entry.address for entry in entries(built, guide)}
    assert [target for target in guide.wordings if address(target, records) not in found] == []


def test_a_record_is_accepted_by_its_name_and_no_answer_twice(
    queries: list[JudgedQuery], records: dict[str, str]
) -> None:
    assert {target for query in queries for target in query.accept} & set(records.values()) == set()
    assert [query.query for query in queries if len(set(query.accept)) < len(query.accept)] == []


def test_no_query_stands_twice(queries: list[JudgedQuery]) -> None:
    typed = Counter(" ".join(query.query.casefold().split()) for query in queries)
    assert [query for query, times in typed.items() if times > 1] == []
    assert len(typed) >= AT_LEAST


def test_a_third_is_held_out(queries: list[JudgedQuery]) -> None:
    assert 0.30 <= held_out(queries) <= 0.37


@pytest.mark.parametrize("class_", CLASSES)
def test_each_class_has_enough_and_its_share_held_out(queries: list[JudgedQuery], class_: str) -> None:
    of_class = [query for query in queries if query.class_ == class_]
    assert len(of_class) >= AT_LEAST_IN_A_CLASS
    assert 0.20 <= held_out(of_class) <= 0.45


def test_a_typo_is_no_word_of_the_guide(queries: list[JudgedQuery], built: list[BuiltPage]) -> None:
    known = {word for page in built for word in WORD.findall(page.root.text_content().casefold())}
    typos = [query.query for query in queries if query.class_ == "typo"]
    assert [query for query in typos if set(WORD.findall(query.casefold())) <= known] == []
