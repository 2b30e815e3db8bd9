"""Bar charts of the guide's own figures: where each bar begins, how long it is, what stands beside it.

Positions across are percentages, so that bars stretch with the page while the text keeps its size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from macros.figures import number
from macros.models import Guide, Standing, SurveyQuestion
from macros.tables import DAY, SUCCESS_RATES, duration, share

STEP = 46
"""CSS pixels from one bar to the next, with the line of text above each."""

FUNNEL_TITLE = "What the two yields of the source guide come to, if they hold (our sum, no data)"


@dataclass(frozen=True)
class Value:
    """A number to draw: `size` in any unit, `shown` as the reader sees it, `cell` as Markdown for the table."""

    label: str
    size: float
    shown: str
    cell: str
    standing: Standing


@dataclass(frozen=True)
class Bar:
    """A drawn value: start and length in percent of the width, top in CSS pixels."""

    value: Value
    start: str
    length: str
    top: int


@dataclass(frozen=True)
class Chart:
    """A chart with what a reader needs who does not see it."""

    id: str
    title: str
    description: str
    heading: str
    bars: list[Bar]

    @property
    def height(self) -> int:
        """Height in CSS pixels."""
        return STEP * len(self.bars)


def weights(guide: Guide) -> Chart:
    """Draw the weights of the scored dimensions, which add up to the whole."""
    values = [claimed(guide, c.name, c.weight, "") for c in guide.competencies.values()]
    return Chart("weights", "Weight of each dimension", spoken(values), "Weight", _end_to_end(values))


def downtime() -> Chart:
    """Draw the downtime in 30 days that each success rate allows: (1 - rate) * period."""
    minutes = {rate: (1 - share(rate)) * 30 * DAY for rate in SUCCESS_RATES}
    values = [Value(r, m, duration(m), duration(m), Standing.OURS) for r, m in minutes.items()]
    return Chart("downtime", "Allowed downtime in 30 days", spoken(values), "Downtime", _from_zero(values))


def funnel(guide: Guide) -> Chart:
    """Draw how many of the screened people the two yields of the source guide would leave."""
    sum_ = guide.figures["ours-funnel"]
    screened = number(sum_["one-in"])
    stages = {"Recruiter screen": 1.0, "Onsite": number(sum_["screen-to-onsite"]), "Offer": number(sum_["offer"])}
    values = [
        Value(stage, part, f"{screened * part:.0f} of {screened:.0f}", f"{screened * part:.0f}", Standing.OURS)
        for stage, part in stages.items()
    ]
    return Chart("funnel", FUNNEL_TITLE, spoken(values), "People", _from_zero(values))


def retries(guide: Guide) -> Chart:
    """Draw how many calls one failing request makes, layer by layer: attempts to the power of the layer."""
    given = guide.figures["ours-retry-multiplication"]
    attempts, layers = number(given["attempts"]), int(number(given["layers"]))
    calls = {"What the user asks": 1.0} | {f"Layer {n} calls the next": attempts**n for n in range(1, layers)}
    calls |= {"The lowest layer receives": attempts**layers}
    values = [Value(name, size, f"{size:.0f}", f"{size:.0f}", Standing.OURS) for name, size in calls.items()]
    return Chart("retries", "One failing request, retried in each layer", spoken(values), "Calls", _from_zero(values))


def survey(question: SurveyQuestion) -> Chart:
    """Draw how many people chose each answer, as a share of all who answered the question."""
    values = [
        Value(option.label, share, f"{share:.0%}", str(option.count), Standing.CHECKED)
        for option in question.options
        for share in [option.count / question.answered]
    ]
    bars = list(_bars(values, [0.0] * len(values), 1.0))
    return Chart(question.id, question.asks, spoken(values), "People", bars)


def claimed(guide: Guide, label: str, figure: str, unit: str) -> Value:
    """Make a value of a figure, named as "claim" or "claim.name"."""
    claim, _, name = figure.partition(".")
    text = guide.figures[claim][name]
    return Value(label, number(text), f"{text} {unit}".strip(), f"[[{figure}]]", guide.claims[claim].standing)


def spoken(values: list[Value]) -> str:
    """Tell values in words, for the description of a picture."""
    return "; ".join(f"{value.label}: {value.shown}" for value in values) + "."


def _from_zero(values: list[Value]) -> list[Bar]:
    longest = max(value.size for value in values)
    return list(_bars(values, [0.0] * len(values), longest))


def _end_to_end(values: list[Value]) -> list[Bar]:
    ends = list(accumulate(value.size for value in values))
    return list(_bars(values, [0.0, *ends[:-1]], ends[-1]))


def _bars(values: list[Value], starts: list[float], whole: float) -> Iterator[Bar]:
    for row, (value, start) in enumerate(zip(values, starts, strict=True)):
        yield Bar(value, f"{start / whole:.2%}", f"{value.size / whole:.2%}", row * STEP)
