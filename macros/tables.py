"""Allowed downtime and burn rates, worked out for the tables of the reliability chapters."""

from dataclasses import dataclass

DAY = 24 * 60
PERIODS = {"30 days": 30 * DAY, "a year": 365.25 * DAY}
"""Minutes; the year is the Julian one, so that leap years are counted."""

SUCCESS_RATES = ["99.5%", "99.8%", "99.95%", "99.99%"]
ERROR_RATES = ["0.2%", "5%"]
TARGETS = ["99.5%", "99.95%", "99.99%"]
BUDGET_DAYS = 30


@dataclass(frozen=True)
class Row:
    """A row of one of the tables: its heading and its cells."""

    head: str
    cells: list[str]


def availability_rows() -> list[Row]:
    """Give for each success rate the downtime it allows in each period: (1 - rate) * period."""
    return [
        Row(rate, [duration((1 - share(rate)) * minutes) for minutes in PERIODS.values()]) for rate in SUCCESS_RATES
    ]


def burn_rows() -> list[Row]:
    """Give for each error rate how fast it uses up the budget of each target."""
    return [Row(rate, [_burn(rate, target) for target in TARGETS]) for rate in ERROR_RATES]


def burn_rate(error_rate: float, target: float) -> float:
    """Errors per allowed error, error_rate / (1 - target) (Google, Site Reliability Workbook, ch. 5)."""
    return error_rate / (1 - target)


def share(percent: str) -> float:
    """Read "99.95%" as 0.9995."""
    return float(percent.rstrip("%")) / 100


def duration(minutes: float) -> str:
    """Write minutes in the largest unit that keeps the number readable."""
    if minutes >= 2 * DAY:
        return f"{minutes / DAY:.1f} days"
    if minutes >= 4 * 60:
        return f"{minutes / 60:.1f} h"
    return f"{minutes:.3g} min"


def _burn(error_rate: str, target: str) -> str:
    rate = burn_rate(share(error_rate), share(target))
    if rate <= 1:
        return f"{rate:.3g}×, never used up"
    return f"{rate:.3g}×, gone in {duration(BUDGET_DAYS * DAY / rate)}"
