"""The reliability tables hold the known values."""

import pytest

from macros.tables import availability_rows, burn_rate, burn_rows, duration


def test_allowed_downtime_of_known_rates() -> None:
    cells = {row.head: row.cells for row in availability_rows()}
    assert cells["99.95%"] == ["21.6 min", "4.4 h"]
    assert cells["99.99%"] == ["4.32 min", "52.6 min"]
    assert cells["99.5%"][0] == "216 min"


def test_burn_of_the_error_spike() -> None:
    cells = {row.head: row.cells for row in burn_rows()}
    assert cells["0.2%"] == ["0.4×, never used up", "4×, gone in 7.5 days", "20×, gone in 36.0 h"]
    assert cells["5%"] == ["10×, gone in 3.0 days", "100×, gone in 7.2 h", "500×, gone in 86.4 min"]


def test_burning_exactly_the_budget_is_a_rate_of_one() -> None:
    assert burn_rate(0.0005, 0.9995) == pytest.approx(1)


@pytest.mark.parametrize(
    ("minutes", "text"), [(4.32, "4.32 min"), (216, "216 min"), (432, "7.2 h"), (4320, "3.0 days")]
)
def test_durations_use_a_readable_unit(minutes: float, text: str) -> None:
    assert duration(minutes) == text
