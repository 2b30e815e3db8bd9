"""What stands around the text of a page: its minutes and outcomes, its place in the plans, its notes."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from macros.models import Guide, Plan, PlanRow

WORDS_A_MINUTE = 200
"""Our assumption: slower than a novel is read, because tables and figures stop the eye."""

OPENING = re.compile(r"\A\s*(?P<title># [^\n]+)\n+(?P<lead>[^\s#<|!?{>-][^\n]*(?:\n(?!\n)[^\n]+)*)?")
"""The heading of a page and its first paragraph, if one follows at once."""

MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|\{[^}]*\}|\[\^[^\]]*\]")
WORD = re.compile(r"\w[\w’'.,-]*")


@dataclass(frozen=True)
class Opening:
    """The first lines of a page and the rest of its Markdown; `lead` may be empty."""

    title: str
    lead: str
    rest: str


@dataclass(frozen=True)
class Stop:
    """A plan that sends its reader to a page: when, and the number of the first row that does."""

    plan: Plan
    row: int
    when: list[str]


def opening(markdown: str) -> Opening | None:
    """Take the heading and first paragraph off a page; None when it does not begin with a heading."""
    found = OPENING.match(markdown)
    return Opening(found["title"], found["lead"] or "", markdown[found.end() :]) if found else None


def minutes(markdown: str) -> int:
    """Give the whole minutes that the words of a page take, one at least."""
    return max(1, math.ceil(len(WORD.findall(MARKUP.sub(" ", markdown))) / WORDS_A_MINUTE))


def stops(guide: Guide, page: str) -> list[Stop]:
    """Give the plans that lead to a page ("loop/index.md"), the longest first."""
    plans = sorted(guide.plans.values(), key=lambda plan: -float(plan.total))
    return [_stop(plan, rows) for plan in plans if (rows := _rows(plan, page))]


def _rows(plan: Plan, page: str) -> dict[int, PlanRow]:
    return {number: row for number, row in enumerate(plan.rows, 1) if row.page.partition("#")[0] == f"/{page}"}


def _stop(plan: Plan, rows: dict[int, PlanRow]) -> Stop:
    return Stop(plan, min(rows), _once(row.when for row in rows.values()))


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
