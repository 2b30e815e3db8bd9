"""Do all references lead somewhere: ids of other records, and figures named in texts."""

import re
from collections.abc import Iterator, Mapping

from macros.figures import FIGURE, FigureError, Figures, first_name
from macros.hints import did_you_mean
from macros.load.entry import Entry
from macros.load.problems import Problem
from macros.models import Claim

REFERENCES = {
    "questions": {
        "rounds": "rounds",
        "companies": "companies",
        "topics": "topics",
        "frameworks": "frameworks",
        "concepts": "glossary",
        "sources": "sources",
    },
    "frameworks": {"sources": "sources", "origin.sources": "sources"},
    "cases": {"frameworks": "frameworks", "concepts": "glossary", "sources": "sources"},
    "companies": {"sources": "sources"},
    "policies": {
        "company": "companies",
        "versions.sources": "sources",
        "notice.sources": "sources",
        "preview.sources": "sources",
        "breaking.sources": "sources",
        "signals.sources": "sources",
    },
    "surveys": {"source": "sources"},
    "claims": {"companies": "companies", "sources": "sources"},
    "conflicts": {"claims": "claims"},
    "rounds": {"length": "claims", "sources": "sources"},
    "competencies": {"weight": "claims"},
    "glossary": {"see": "glossary", "sources": "sources"},
    "plans": {"rows.claim": "claims"},
}
ALMOST_FIGURE = re.compile(r"\[\[[^\]]*\]\]")


Ids = Mapping[str, set[str] | None]
"""All ids of each kind, those of broken records too; None for a kind with a file that could not be read."""


def check(entries: list[Entry], ids: Ids, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """Give a problem for every reference that leads nowhere."""
    figures = Figures(claims)
    all_claims_are_good = ids["claims"] == set(claims)
    for entry in entries:
        yield from _ids(entry, ids)
        yield from _texts(entry, ids, claims)
        if isinstance(entry.record, Claim) and all_claims_are_good:
            yield from _computed(entry, entry.record, figures)


def _ids(entry: Entry, ids: Ids) -> Iterator[Problem]:
    for field, kind in REFERENCES.get(entry.kind.name, {}).items():
        for loc, value in entry.values(field):
            name, known = value.partition(".")[0], ids[kind]
            if known is not None and name not in known:
                told = f"there is no '{name}' in {kind}, named by '{entry.id}'"
                yield entry.problem(loc, "bad-reference", told, did_you_mean(name, known))


def in_texts(entry: Entry, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """Give a problem for every figure in a record's texts that is none of `claims`."""
    return _texts(entry, {"claims": set(claims)}, claims)


def _texts(entry: Entry, ids: Ids, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    broken = (ids["claims"] or set()) - set(claims)
    for loc, text in entry.texts():
        for found in ALMOST_FIGURE.finditer(text):
            named = FIGURE.fullmatch(found[0])
            if not named or (ids["claims"] is not None and named["claim"] not in broken):
                yield from _figure(entry, loc, found[0], claims)


def _figure(entry: Entry, loc: tuple[int | str, ...], mark: str, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    found = FIGURE.fullmatch(mark)
    if not found:
        yield entry.problem(
            loc, "bad-figure", f"'{mark}' is no figure", "write [[claim]], [[claim.name]] or [[claim.name|bare]]"
        )
    elif found["claim"] not in claims:
        yield entry.problem(
            loc, "bad-reference", f"there is no claim '{found['claim']}'", did_you_mean(found["claim"], claims)
        )
    else:
        yield from _figure_name(entry, loc, claims[found["claim"]], found["name"])


def _figure_name(entry: Entry, loc: tuple[int | str, ...], claim: Claim, name: str | None) -> Iterator[Problem]:
    names = [*claim.figures, *claim.computed]
    if not names:
        yield entry.problem(loc, "bad-figure", f"claim '{claim.id}' carries no figure", "tell it in words")
    elif name and name not in names:
        yield entry.problem(loc, "bad-figure", f"claim '{claim.id}' has no figure '{name}'", did_you_mean(name, names))


def _computed(entry: Entry, claim: Claim, figures: Figures) -> Iterator[Problem]:
    for name in claim.computed:
        try:
            figures.text(claim.id, name)
        except FigureError as error:
            yield entry.problem(("computed", name), "bad-formula", str(error))


def resolve(claims: Mapping[str, Claim]) -> dict[str, dict[str, str]]:
    """Work out all figures: claim -> name -> text; the first name also stands under ""."""
    figures = Figures(claims)
    resolved = {claim: {name: figures.text(claim, name) for name in figures.names(claim)} for claim in claims}
    for claim, named in resolved.items():
        if named:
            named[""] = named[first_name(claims[claim])]
    return resolved
