"""The JSON files hold every record, fit their schemas, and their addresses work."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exports.open_data import KINDS
from exports.site import BuiltPage
from macros.models import Guide


def records(site: Path, kind: str) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads((site / "data" / f"{kind}.json").read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_there(site: Path, guide: Guide, kind: str) -> None:
    assert [record["id"] for record in records(site, kind)] == list(getattr(guide, kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_fits_its_schema(site: Path, kind: str) -> None:
    schema = json.loads((site / "data" / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(records(site, kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_address_leads_to_the_record(site: Path, by_url: dict[str, BuiltPage], kind: str) -> None:
    for record in records(site, kind):
        url, _, anchor = record["url"].partition("#")
        assert url in by_url, record["id"]
        assert not anchor or anchor in by_url[url].ids, record["id"]


def test_claims_name_the_pages_that_show_them(site: Path, by_url: dict[str, BuiltPage]) -> None:
    for claim in records(site, "claims"):
        assert claim["pages"], claim["id"]
        assert all(claim["id"] in by_url[page].cites() for page in claim["pages"])


def test_claims_hold_their_figures_as_shown(site: Path) -> None:
    values = {claim["id"]: claim["values"] for claim in records(site, "claims")}
    assert values["intro-faang-offer-rate"] == {"value": "15–20%"}
    assert values["ours-funnel"]
