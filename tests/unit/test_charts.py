"""Bars begin where they should, are as long as their numbers, and are told in words."""

from pathlib import Path

from macros import charts, load

GUIDE = load.guide(Path(__file__).parents[2] / "data")


def test_the_rounds_follow_each_other_to_the_end() -> None:
    chart = charts.rounds(GUIDE)
    assert [(bar.start, bar.length) for bar in chart.bars] == [
        ("0.00%", "12.50%"),
        ("12.50%", "18.75%"),
        ("31.25%", "25.00%"),
        ("56.25%", "18.75%"),
        ("75.00%", "25.00%"),
    ]


def test_the_weights_fill_the_whole() -> None:
    last = charts.weights(GUIDE).bars[-1]
    assert (last.start, last.length) == ("80.00%", "20.00%")


def test_the_longest_bar_from_zero_is_the_whole_width() -> None:
    assert [bar.length for bar in charts.downtime().bars] == ["100.00%", "40.00%", "10.00%", "2.00%"]


def test_the_funnel_is_our_sum_and_says_so() -> None:
    chart = charts.funnel(GUIDE)
    assert [bar.value.shown for bar in chart.bars] == ["30 of 30", "5 of 30", "1 of 30"]
    assert {bar.value.standing.value for bar in chart.bars} == {"ours"}
    assert "no data" in chart.title


def test_a_chart_is_told_in_words() -> None:
    assert charts.downtime().description == "99.5%: 216 min; 99.8%: 86.4 min; 99.95%: 21.6 min; 99.99%: 4.32 min."
