"""The guide as JSON files with their schemas, each record with its address in the site."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from pydantic import BaseModel, create_model
from pydantic_core import to_json

from exports.site import BuiltPage
from macros.catalogue import Catalogue
from macros.load.problems import Place, Problem
from macros.models import Case, Claim, Company, Framework, Guide, Policy, Question, Source, Survey, Term

KINDS: dict[str, tuple[type[BaseModel], str]] = {
    "questions": (Question, "data-question"),
    "frameworks": (Framework, "data-framework"),
    "cases": (Case, "data-case"),
    "claims": (Claim, "data-claim-row"),
    "sources": (Source, "data-source"),
    "glossary": (Term, "data-term"),
    "companies": (Company, "data-company"),
    "policies": (Policy, "data-policy"),
    "surveys": (Survey, "data-survey"),
}
CLAIM_FIELDS = {"values": (dict[str, str], ...), "conflicts": (list[str], ...), "pages": (list[str], ...)}
"""What a published claim has besides its data: figures as shown, conflicts, and pages that show it."""


def homeless(pages: list[BuiltPage], guide: Guide) -> list[Problem]:
    """Give a problem for every record that stands on no page."""
    found = []
    for kind, (_, mark) in KINDS.items():
        homes = _homes(pages, mark)
        found += [
            Problem(Place(f"data/{kind}"), "no-home", f"'{id_}' stands on no page", "show it on the page for its kind")
            for id_ in getattr(guide, kind)
            if id_ not in homes
        ]
    return found


def write(site: Path, pages: list[BuiltPage], guide: Guide) -> None:
    """Write site/data/<kind>.json and site/data/schema/<kind>.json for each kind; every record needs a home."""
    (site / "data" / "schema").mkdir(parents=True, exist_ok=True)
    extra = {"claims": _known_of_claims(pages, guide)}
    for kind, (model, mark) in KINDS.items():
        homes = _homes(pages, mark)
        more = extra.get(kind, {})
        records = [
            {**record.model_dump(mode="json"), "url": homes[id_], **more.get(id_, {})}
            for id_, record in getattr(guide, kind).items()
        ]
        _write(site / "data" / f"{kind}.json", records)
        _write(site / "data" / "schema" / f"{kind}.json", schema(kind, model))


def schema(kind: str, model: type[BaseModel]) -> dict[str, Any]:
    """Give the JSON Schema of one kind's file, a list of records."""
    extra: dict[str, Any] = {"url": (str, ...), **(CLAIM_FIELDS if kind == "claims" else {})}
    published = create_model(f"Published{model.__name__}", __base__=model, **extra)
    item = published.model_json_schema(mode="serialization")
    definitions = item.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind,
        "type": "array",
        "items": item,
        "$defs": definitions,
    }


def _known_of_claims(pages: list[BuiltPage], guide: Guide) -> dict[str, dict[str, Any]]:
    conflicts, shown = Catalogue(guide).conflicts_by_claim, _pages_by_claim(pages)
    return {
        claim: {
            "values": {name: value for name, value in guide.figures[claim].items() if name},
            "conflicts": [conflict.id for conflict in conflicts.get(claim, [])],
            "pages": shown.get(claim, []),
        }
        for claim in guide.claims
    }


def _homes(pages: list[BuiltPage], mark: str) -> dict[str, str]:
    homes: dict[str, str] = {}
    for page in pages:
        for id_, anchor in page.homes(mark):
            homes.setdefault(id_, f"{page.url}#{anchor}" if anchor else page.url)
    return homes


def _pages_by_claim(pages: list[BuiltPage]) -> dict[str, list[str]]:
    shown: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for claim in sorted(page.cites()):
            shown[claim].append(page.url)
    return shown


def _write(path: Path, content: object) -> None:
    path.write_bytes(to_json(content, indent=1) + b"\n")
