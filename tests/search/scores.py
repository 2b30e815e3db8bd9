"""How well a search answers judged queries: by class, and as a table beside another search."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from macros.models import JudgedQuery

DEEPEST = 10
NEAR_TOP = 3
Search = Callable[[str], list[str]]
"""Takes a query, gives the addresses it finds, the best first."""


@dataclass
class Score:
    """The ranks (1 is the first, 0 is not found) of the first right answer, and how often nothing came."""

    ranks: list[int] = field(default_factory=list)
    nothing: int = 0

    @property
    def mrr(self) -> float:
        """The mean of 1/rank, down to the tenth result."""
        return sum(1 / rank for rank in self.ranks if 0 < rank <= DEEPEST) / len(self.ranks)

    def within(self, depth: int) -> float:
        """The share of queries that are answered by then."""
        return sum(0 < rank <= depth for rank in self.ranks) / len(self.ranks)

    @property
    def empty(self) -> float:
        """The share of queries that find nothing at all."""
        return self.nothing / len(self.ranks)

    def __str__(self) -> str:
        """Write the figures of a row."""
        return f"{self.mrr:6.3f} {self.within(1):6.0%} {self.within(NEAR_TOP):6.0%} {self.empty:6.0%}"


def rank(found: list[str], accepted: set[str]) -> int:
    """Give the place of the first accepted address, 0 if there is none."""
    return next((place for place, one in enumerate(found, 1) if one in accepted), 0)


def score(search: Search, queries: Iterable[JudgedQuery], homes: dict[str, str]) -> dict[str, Score]:
    """Score a search by class; "all" stands for all of them."""
    scores: dict[str, Score] = defaultdict(Score)
    for query in queries:
        found = search(query.query)
        place = rank(found, {homes.get(target, target) for target in query.accept})
        for name in (query.class_, "all"):
            scores[name].ranks.append(place)
            scores[name].nothing += not found
    return dict(scores)


def table(columns: dict[str, dict[str, Score]]) -> str:
    """Write scores beside each other, a class a row."""
    names = list(next(iter(columns.values())))
    head = f"{'':12} {'n':>4}" + "".join(f" | {title:^27}" for title in columns)
    under = f"{'':17}" + " |   MRR    1st    1-3   none" * len(columns)
    rows = [
        f"{name:12} {len(next(iter(columns.values()))[name].ranks):4}"
        + "".join(f" | {scores[name]}" for scores in columns.values())
        for name in sorted(names, key=lambda name: (name == "all", name))
    ]
    return "\n".join([head, under, *rows])
