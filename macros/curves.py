"""Line charts of sums that the guide works out: straight stretches between computed points.

Positions across are percentages, so that a chart stretches with the page while its text keeps its size.
"""

from dataclasses import dataclass
from itertools import pairwise
from string import ascii_uppercase

from macros.figures import number
from macros.models import Guide
from macros.tables import BUDGET_DAYS, DAY, TARGETS, burn_rate, duration, share

Point = tuple[float, float]

HIGH = 200
"""CSS pixels of the plot."""

GUTTER = 16.0
"""Percent of the width for the numbers beside the plot."""

BURN_TARGET = TARGETS[1]
BURN_ERRORS = ["0.02%", "0.05%", "0.2%", "5%"]
TEAMS = {"one": 1, "two": 2, "four": 4, "eight": 8}
THOUSAND = 1e3
MILLION = 1e6


@dataclass(frozen=True)
class Line:
    """A curve as it was worked out: what it says (a text with figures), its points, and where its letter stands."""

    says: str
    points: list[Point]
    named_at: Point


@dataclass(frozen=True)
class Axis:
    """Both ends of an axis and the numbers on it as readers see them."""

    name: str
    low: float
    high: float
    ticks: dict[float, str]
    show: str
    """A Python format for any of its numbers."""


@dataclass(frozen=True)
class Stretch:
    """A drawn piece of a curve: x in percent, y in CSS pixels."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Curves:
    """A line chart with what a reader needs who does not see it."""

    id: str
    title: str
    across: Axis
    up: Axis
    lines: list[Line]

    @property
    def description(self) -> str:
        """The axes and each curve as a text with figures."""
        told = "; ".join(f"{letter}, {line.says}" for letter, line in self.lettered)
        return f"Across: {self.across.name}. Up: {self.up.name}. {told}."

    @property
    def lettered(self) -> list[tuple[str, Line]]:
        """The curves with the letters they are known by."""
        return list(zip(ascii_uppercase, self.lines, strict=False))

    def x(self, value: float) -> str:
        """Where a value stands across."""
        part = (value - self.across.low) / (self.across.high - self.across.low)
        return f"{GUTTER + part * (98 - GUTTER):.2f}%"

    def y(self, value: float) -> str:
        """Where a value stands down, from the top of the plot."""
        return f"{HIGH * (1 - (value - self.up.low) / (self.up.high - self.up.low)):.1f}"

    def corners(self, line: Line) -> str:
        """Give the points of a curve as words."""
        return "; ".join(f"{self.across.show.format(x)}: {self.up.show.format(y)}" for x, y in line.points)

    def stretches(self, line: Line) -> list[Stretch]:
        """Give the drawn pieces of a curve."""
        drawn = [(self.x(x), self.y(y)) for x, y in line.points]
        return [Stretch(*start, *end) for start, end in pairwise(drawn)]


def burn() -> Curves:
    """Draw the budget left over the window at several error rates: 1 - burn rate * time / window."""
    across = Axis(
        "days", 0, BUDGET_DAYS, {0: "0", 10: "10", 20: "20", BUDGET_DAYS: f"{BUDGET_DAYS} days"}, "{:.3g} days"
    )
    up = Axis("Budget left", 0, 1, {0: "0%", 0.5: "50%", 1: "100%"}, "{:.0%}")
    title = f"What is left of the budget, for a target of {BURN_TARGET}"
    return Curves("burn", title, across, up, [_burning(error) for error in BURN_ERRORS])


def _burning(error: str) -> Line:
    rate = round(burn_rate(share(error), share(BURN_TARGET)), 6)
    end = min(BUDGET_DAYS, BUDGET_DAYS / rate)
    left = 1 - rate * end / BUDGET_DAYS
    fate = f"gone in {duration(end * DAY)}" if end < BUDGET_DAYS else f"{left:.0%} left" if left else "lasts exactly"
    says = f"{error} errors, burn {rate:g}: {fate}"
    return Line(says, [(0, 1), (end, left)], (end * 0.85, 1 - (1 - left) * 0.85))


def buckets(guide: Guide) -> Curves:
    """Draw how many calls reach the backend after a burst, through each of the two buckets."""
    given = guide.figures["ours-two-buckets"]
    rate, size, seconds = (number(given[name]) for name in ("rate", "size", "seconds"))
    across = Axis("seconds", 0, seconds, {0: "0", seconds / 2: f"{seconds / 2:g}", seconds: f"{seconds:g} s"}, "{:g} s")
    most = size + rate * seconds
    ticks = {value: f"{value:,.0f}" for value in (0, size, rate * seconds, most)}
    up = Axis("Calls so far", 0, most, ticks, "{:,.0f} calls")
    token = Line(
        "token bucket: [[ours-two-buckets.size|bare]] at once, then [[ours-two-buckets.rate]] a second",
        [(0, 0), (0, size), (seconds, most)],
        (seconds * 0.6, size + rate * seconds * 0.6),
    )
    leaky = Line(
        "leaky bucket as a queue: [[ours-two-buckets.rate]] a second from the start",
        [(0, 0), (seconds, rate * seconds)],
        (seconds * 0.6, rate * seconds * 0.6),
    )
    return Curves("buckets", "The same burst, as the backend sees it", across, up, [token, leaky])


def backlog(guide: Guide) -> Curves:
    """Draw the images that wait in the queue: they grow during the peak and drain after it."""
    given = guide.figures["ours-image-queue"]
    length, waiting, drain = (number(given[name]) for name in ("length", "backlog", "drain"))
    over = length + drain
    across = Axis("seconds", 0, over, {0: "0", length: f"{length:g}", over: f"{over:g} s"}, "{:g} s")
    ticks = {0.0: "0"} | {part * waiting: f"{part * waiting / THOUSAND:g}K" for part in (0.5, 1.0)}
    up = Axis("Images waiting", 0, waiting, ticks, "{:,.0f} waiting")
    queue = Line(
        "[[ours-image-queue.workers]] workers and a queue: [[ours-image-queue.backlog|bare]] wait when the peak ends",
        [(0, 0), (length, waiting), (over, 0)],
        (length + drain * 0.4, waiting * 0.6),
    )
    none = Line(
        "[[ours-image-queue.peak-workers]] workers: none wait",
        [(0, 0), (over, 0)],
        (over * 0.85, 0),
    )
    return Curves("backlog", "Images waiting in the queue", across, up, [queue, none])


def payback(guide: Guide) -> Curves:
    """Draw the engineer-days that a split has not yet paid back, by the size of the team."""
    given = guide.figures["ours-split-team-size"]
    days, eight = number(given["days"]), number(given["eight-years"])
    lines = [_owed(team, size, days * size, number(given[f"{team}-years"])) for team, size in TEAMS.items()]
    years = {0.0: "0", eight / 2: f"{eight / 2:g}", eight: f"{eight:g} years"}
    across = Axis("years after the split", 0, eight, years, "{:g} years")
    most = days * TEAMS["eight"]
    ticks = {part * most: f"{part * most:,.0f}" for part in (0.0, 0.5, 1.0)}
    up = Axis("Engineer-days not yet paid back", 0, most, ticks, "{:,.0f} days")
    return Curves("payback", "The same split, by size of team", across, up, lines)


def _owed(team: str, size: int, cost: float, years: float) -> Line:
    people = "engineer" if size == 1 else "engineers"
    says = f"{team} {people}: paid back after [[ours-split-team-size.{team}-years]] years"
    return Line(says, [(0, cost), (years, 0)], (years * 0.5, cost * 0.5))


def lock_in(guide: Guide) -> Curves:
    """Draw a sure premium against the likely cost of an exit, over the chance of having to move."""
    few, many = guide.figures["ours-card-lock-in"], guide.figures["ours-trade-lock-in"]
    premium, exit_ = number(few["total"]), number(few["exit"])
    larger = number(many["each"]) * number(many["pipelines"])
    across = Axis("chance of having to move", 0, 1, {0: "0%", 0.25: "25%", 0.75: "75%", 1: "100%"}, "{:.0%}")
    up = Axis("Cost over the years", 0, MILLION, {0: "$0", MILLION / 2: "$0.5M", MILLION: "$1M"}, "${:,.0f}")
    sure = Line(
        "the premium, [[ours-card-lock-in.total]], paid in any case",
        [(0, premium), (1, premium)],
        (0.05, premium),
    )
    small = Line(
        "the exit with [[ours-card-lock-in.pipelines]] pipelines: flips at [[ours-card-lock-in.break-even|bare]]",
        [(0, 0), (1, exit_)],
        (0.88, exit_ * 0.88),
    )
    large = Line(
        "the exit with [[ours-trade-lock-in.pipelines]] pipelines: flips at [[ours-trade-lock-in.chance|bare]]",
        [(0, 0), (MILLION / larger, MILLION)],
        (0.38, larger * 0.38),
    )
    return Curves("lock-in", "A sure premium against a likely exit", across, up, [sure, small, large])
