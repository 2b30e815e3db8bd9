"""Finding and grouping records for the templates, which only print what they get."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from pydantic import BaseModel

from macros.figures import FIGURE
from macros.hints import did_you_mean
from macros.models import Claim, Conflict, Group, Guide, Question, Record, Standing

GROUPS = {
    "design": {"design"},
    "technical": {"recall", "explain", "debug", "estimate"},
    "metrics": {"analytical"},
    "strategy": {"strategy"},
    "people": {"behavioural"},
}
"""The page that is home to a card, by the card's kind."""

BANK: tuple[str, ...] = get_args(Group)
"""All pages of the bank, in their order; a card that names its home may stand on any of them."""

LEDGERS = {"told": "/reference/figures.md", "ours": "/reference/sums.md"}
"""The page of each part of the ledger; all claims on one page would take too long to load."""

RELIABLE_FIRST = [
    Standing.CHECKED,
    Standing.CORRECTED,
    Standing.OURS,
    Standing.TARGET,
    Standing.EXAMPLE,
    Standing.SOURCE_ONLY,
    Standing.STORY,
]


class UnknownIdError(LookupError):
    """A page asks for something that data does not hold; the text says what is near."""


@dataclass(frozen=True)
class Catalogue:
    """The guide with the look-ups that pages need."""

    guide: Guide

    def get(self, kind: str, id_: str) -> Record:
        """Give one record; raises UnknownIdError with a suggestion."""
        records: dict[str, Record] = getattr(self.guide, kind)
        if id_ not in records:
            hint = did_you_mean(id_, records)
            raise UnknownIdError(f"there is no '{id_}' in {kind}" + (f"; {hint}" if hint else ""))
        return records[id_]

    def cards(self, group: str) -> list[Question]:
        """Give the cards whose home is the group's page, easy ones first."""
        if group not in BANK:
            raise UnknownIdError(f"there is no group '{group}'; {did_you_mean(group, BANK)}")
        mine = [q for q in self.guide.questions.values() if self.group_of(q) == group]
        return sorted(mine, key=lambda q: (q.difficulty, q.id))

    def group_of(self, question: Question) -> str:
        """Give the group whose page is home to the card."""
        return question.home or next(group for group, kinds in GROUPS.items() if question.kind in kinds)

    @cached_property
    def conflicts_by_claim(self) -> dict[str, list[Conflict]]:
        """Claim id -> conflicts that name it, the gravest first."""
        order = ["high", "medium", "low", "info"]
        found: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in sorted(self.guide.conflicts.values(), key=lambda c: order.index(c.severity)):
            for claim in conflict.claims:
                found[claim].append(conflict)
        return found

    def conflicts_in(self, record: Record) -> list[Conflict]:
        """Give the high conflicts of all claims that a record's texts show, each once."""
        found = {
            conflict.id: conflict
            for claim in claims_in(record)
            for conflict in self.conflicts_by_claim.get(claim, [])
            if conflict.severity == "high"
        }
        return list(found.values())

    def place_of(self, claim: str) -> str:
        """Give the address of a claim's row in the ledger; `claim` may also name one of its figures."""
        id_ = claim.partition(".")[0]
        return f"{LEDGERS[ledger_of(self.guide.claims[id_])]}#{id_}"

    def claims_about(self, company: str) -> list[Claim]:
        """Give the claims that name a company, those that were checked first and stories last."""
        claims = [claim for claim in self.guide.claims.values() if company in claim.companies]
        return sorted(claims, key=lambda claim: RELIABLE_FIRST.index(claim.standing))


def ledger_of(claim: Claim) -> str:
    """Give the part of the ledger that holds a claim: told by others, or worked out here."""
    return "ours" if claim.standing is Standing.OURS else "told"


def claims_in(record: Record) -> list[str]:
    """Give the ids of the claims whose figures stand in a record's texts, each once, in order."""
    found = (match["claim"] for text in _texts(record) for match in FIGURE.finditer(text))
    return list(dict.fromkeys(found))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from _all_texts(getattr(value, name) for name in type(value).model_fields)
    elif isinstance(value, dict):
        yield from _all_texts(value.values())
    elif isinstance(value, list):
        yield from _all_texts(value)


def _all_texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _texts(value)


def claims_cited(markdown: str) -> list[str]:
    """Give the ids of the claims that a page's Markdown cites as footnotes, each once, in order."""
    return list(dict.fromkeys(re.findall(r"\[\^([a-z0-9-]+)\]", markdown)))
