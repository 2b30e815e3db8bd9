"""Bars and blocks begin where they should, are as long as their numbers, and are told in words."""

from itertools import pairwise
from pathlib import Path

import pytest

from macros import charts, curves, load, timelines
from macros.load.nodes import parse
from macros.models import Case, SurveyQuestion
from macros.tables import burn_rows
from tests.unit.samples import CASE

GUIDE = load.guide(Path(__file__).parents[2] / "data")


def test_the_rounds_follow_each_other_to_the_end() -> None:
    timeline = timelines.rounds(GUIDE)
    assert [(block.begins, block.value.size) for block in timeline.blocks] == [
        ("0", 30),
        ("30", 45),
        ("75", 60),
        ("135", 45),
        ("180", 60),
    ]
    assert timeline.ends == "240"


@pytest.mark.parametrize("timeline", [timelines.rounds(GUIDE), timelines.clock(GUIDE), timelines.story(GUIDE)])
def test_blocks_are_as_high_as_they_are_long_and_hold_their_words(timeline: timelines.Timeline) -> None:
    scale = {round(block.height / block.value.size, 1) for block in timeline.blocks}
    assert len(scale) == 1
    assert all(block.height >= 22 for block in timeline.blocks)
    assert all(block.height >= 40 for block in timeline.blocks if block.note)
    assert all(a.top + a.height == pytest.approx(b.top, abs=0.1) for a, b in pairwise(timeline.blocks))


def test_the_clock_ends_where_its_claim_says() -> None:
    assert timelines.clock(GUIDE).ends == GUIDE.figures["ours-case-clock"]["total"]
    assert timelines.story(GUIDE).ends == GUIDE.figures["ours-star-timing"]["total"]


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


def test_retries_multiply_to_the_figure_of_their_claim() -> None:
    shown = [bar.value.shown for bar in charts.retries(GUIDE).bars]
    assert shown == ["1", "3", "9", GUIDE.figures["ours-retry-multiplication"]["calls"]]


def test_a_budget_is_gone_when_the_table_says() -> None:
    says = {line.says.split()[0]: line for line in curves.burn().lines}
    [quiet, spike] = [row.cells[1] for row in burn_rows()]
    assert says["0.2%"].says.endswith("gone in 7.5 days")
    assert "gone in 7.5 days" in quiet
    assert says["5%"].says.endswith("gone in 7.2 h")
    assert "gone in 7.2 h" in spike
    assert says["0.05%"].points == [(0, 1), (30, 0)]
    assert says["0.02%"].points[-1] == (30, pytest.approx(0.6))


def test_the_flip_of_the_exit_lies_where_the_claims_say() -> None:
    premium, small, large = curves.lock_in(GUIDE).lines
    level = premium.points[0][1]
    chances = [level / (line.points[-1][1] / line.points[-1][0]) for line in (small, large)]
    assert chances == pytest.approx([0.75, 0.25])


def test_the_backlog_ends_when_the_claim_says() -> None:
    queue = curves.backlog(GUIDE).lines[0]
    assert queue.points == [(0, 0), (300, 30000), (900, 0)]


def test_debt_is_paid_back_at_its_price_over_the_yearly_saving() -> None:
    for line in curves.payback(GUIDE).lines:
        (_, cost), (years, left) = line.points
        assert left == 0
        assert cost / years == pytest.approx(200)


def test_both_buckets_let_the_same_rate_through_after_the_burst() -> None:
    token, leaky = curves.buckets(GUIDE).lines
    assert [point[1] for point in token.points] == [0, 500, 1500]
    assert leaky.points[-1] == (10, 1000)


def test_a_line_chart_puts_its_points_inside_the_plot() -> None:
    for chart in (
        curves.burn(),
        curves.buckets(GUIDE),
        curves.backlog(GUIDE),
        curves.payback(GUIDE),
        curves.lock_in(GUIDE),
    ):
        points = [point for line in chart.lines for point in [*line.points, line.named_at]]
        assert all(16 <= float(chart.x(x).rstrip("%")) <= 98 for x, _ in points), chart.id
        assert all(0 <= float(chart.y(y)) <= 200 for _, y in points), chart.id


def test_the_phases_of_a_case_follow_each_other_to_the_end() -> None:
    case = Case.model_validate(parse(CASE, "case").plain())
    assert [(phase.begins, phase.ends) for phase in timelines.phases(case)] == [(0, 10), (10, 30), (30, 45)]
    assert [phase.height for phase in timelines.phases(case)] == [80, 160, 120]


def test_a_survey_counts_shares_of_those_who_answered() -> None:
    question = SurveyQuestion.model_validate(
        {
            "id": "paths",
            "asks": "What do you offer?",
            "answered": "8",
            "several": "true",
            "options": [{"label": "Templates", "count": "6"}, {"label": "Training", "count": "0"}],
            "reading": "Most offer templates.",
        }
    )
    chart = charts.survey(question)
    assert [(bar.length, bar.value.shown, bar.value.cell) for bar in chart.bars] == [
        ("75.00%", "75%", "6"),
        ("0.00%", "0%", "0"),
    ]
    assert chart.description == "Templates: 75%; Training: 0%."
