"""Reading numbers and working out computed figures."""

import pytest

from macros.figures import FigureError, Figures, number
from macros.models import Claim


def claim(**fields: object) -> Claim:
    return Claim.model_validate({"id": "c", "says": "It says.", "standing": "ours", "checked": "2026-01-02", **fields})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20", 20),
        ("0.2%", 0.002),
        ("99.95%", 0.9995),
        ("$180K", 180_000),
        ("$40M", 40e6),
        ("10K", 10_000),
        ("1M", 1e6),
        ("15,000", 15_000),
        ("<200ms", 200),
        (">95%", 0.95),
        ("≥7/10", 7),
        ("8.7/10", 8.7),
        ("3.2x", 3.2),
        ("80+", 80),
        ("+20%", 0.2),
        ("1 in 6", 1 / 6),
    ],
)
def test_a_single_number_is_read(text: str, value: float) -> None:
    assert number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["15–20%", "three", "", "p99", "v1", "1 2", "20 apps"])
def test_what_is_no_single_number_is_refused(text: str) -> None:
    with pytest.raises(FigureError):
        number(text)


def test_a_figure_is_computed_from_figures_of_other_claims() -> None:
    screen = claim(id="screen", figures={"value": "1 in 6"})
    onsite = claim(id="onsite", figures={"value": "1 in 5"})
    funnel = claim(
        id="funnel",
        uses={"screen": "screen", "onsite": "onsite.value"},
        computed={"offer": {"formula": "screen * onsite", "show": "{:.1%}"}},
    )
    assert Figures({c.id: c for c in (screen, onsite, funnel)}).text("funnel", "offer") == "3.3%"


def test_a_negative_result_has_a_true_minus_sign() -> None:
    lower = claim(
        figures={"was": "15", "now": "2"}, computed={"change": {"formula": "(now - was) / was", "show": "{:.0%}"}}
    )
    assert Figures({"c": lower}).text("c", "change") == "−87%"


def test_an_unknown_figure_is_told() -> None:
    with pytest.raises(FigureError, match="no figure 'b'"):
        Figures({"c": claim(figures={"a": "1"})}).text("c", "b")
