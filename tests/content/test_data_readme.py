"""data/README.md tells every field of every record, as the models have it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.load.layout import KINDS

README = (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^##+ (?P<title>.+)\n\n\| Field \|.*\n\|.*\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)
PLACE = re.compile(r"^\| `([a-z]+/|(?:[a-z]+/)?[a-z]+\.yml)` \|", re.MULTILINE)
ROW = re.compile(r"^\| `(?P<field>\w+)` \| (?P<required>yes|no) \| (?P<shape>.+?) \| (?P<meaning>.+) \|$")
ANCHOR = re.compile(r"\]\(#([a-z-]+)\)")


def name(title: str) -> str:
    """Give a heading as a model is called: "Follow-up" is "followup"."""
    return re.sub(r"[^a-z]", "", title.lower())


def inside(annotation: Any) -> Iterator[Any]:
    """Give an annotation and everything that it is built from."""
    yield annotation
    for part in get_args(annotation):
        yield from inside(part)


def nested(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Give a model and the models of its fields, by name."""
    found = {model.__name__.lower(): model}
    for field in model.model_fields.values():
        for part in inside(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= nested(part)
    return found


def fields(key: str) -> dict[str, FieldInfo]:
    """Give the fields of a model as files spell them."""
    return {info.alias or field: info for field, info in MODELS[key].model_fields.items()}


def choices(annotation: Any) -> set[str]:
    """Give the words that a field may hold, if they are a fixed few."""
    parts = list(inside(annotation))
    literal = {word for part in parts if get_origin(part) is Literal for word in get_args(part)}
    return literal | {word for part in parts if isinstance(part, type) and issubclass(part, StrEnum) for word in part}


MODELS = {key: model for kind in KINDS for key, model in nested(kind.model).items()}
TABLES = {name(found["title"]): found["rows"].splitlines() for found in SECTION.finditer(README)}
CASES = [pytest.param(key, id=key) for key in MODELS]


def rows(key: str) -> dict[str, re.Match[str]]:
    """Give the rows of a model's table, by field."""
    found = [ROW.match(line) or pytest.fail(f"not a row: {line}") for line in TABLES[key]]
    return {row["field"]: row for row in found}


def test_every_record_has_a_table_and_no_table_is_left_over() -> None:
    assert set(TABLES) == set(MODELS)


def test_every_place_in_data_is_told() -> None:
    assert set(PLACE.findall(README)) == {
        kind.home if kind.home.endswith(".yml") else f"{kind.home}/" for kind in KINDS
    }


@pytest.mark.parametrize("key", CASES)
def test_a_table_has_the_fields_of_its_model_in_order(key: str) -> None:
    assert list(rows(key)) == list(fields(key))
    assert len(TABLES[key]) == len(rows(key))


@pytest.mark.parametrize("key", CASES)
def test_a_table_says_what_is_required(key: str) -> None:
    told = {field: row["required"] == "yes" for field, row in rows(key).items()}
    assert told == {field: info.is_required() for field, info in fields(key).items()}


@pytest.mark.parametrize("key", CASES)
def test_a_table_names_every_choice_and_links_every_record_inside(key: str) -> None:
    for field, info in fields(key).items():
        shape = rows(key)[field]["shape"]
        if "as above" not in shape:
            assert choices(info.annotation) == choices(info.annotation) & set(re.findall(r"`([^`]+)`", shape)), field
        inner = {part.__name__.lower() for part in inside(info.annotation) if part in MODELS.values()}
        assert {name(anchor) for anchor in ANCHOR.findall(shape)} == inner, field


def test_every_link_leads_to_a_table() -> None:
    assert {name(anchor) for anchor in ANCHOR.findall(README)} <= set(TABLES)
