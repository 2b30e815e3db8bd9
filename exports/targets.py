"""Where a place that data names stands in the built site: a record at its home, or a page with an anchor."""

from collections.abc import Iterable

from exports.site import BuiltPage

MARKS = {
    "question": "data-question",
    "framework": "data-framework",
    "term": "data-term",
    "company": "data-company",
    "claim": "data-claim-row",
}
"""Kind of a record in a target -> the attribute at its home."""


def homes(pages: Iterable[BuiltPage]) -> dict[str, str]:
    """Give the address of each record by its target: "term:slo" -> "reference/glossary/#slo"."""
    return {
        f"{kind}:{id_}": f"{page.url}#{anchor}" if anchor else page.url
        for page in pages
        for kind, mark in MARKS.items()
        for id_, anchor in page.homes(mark)
    }


def address(target: str, homes: dict[str, str]) -> str:
    """Give the address that a target means; one that names no record is an address already."""
    return homes.get(target, target)
